internal import AltoSource
internal import Check
internal import ImageIR

extension Lowering {
  /// The folder of the entry point, below `/workspace`.
  var workingPlace: PathPlace { places.project.appending(agent.entrypoint.folder) }

  func imagePath(_ place: PathPlace) -> String { Places.root + "/" + place.path }

  /// `notebook.ipynb` becomes `notebook_exec.ipynb`.
  func executed(_ notebook: String) -> String {
    let suffix = ".ipynb"
    let stem = notebook.hasSuffix(suffix) ? String(notebook.dropLast(suffix.count)) : notebook
    return stem + "_exec" + suffix
  }

  /// `requirements/` holds what pip reads, `workspace/` everything; each at its place below `/workspace`.
  func workspaceContext() -> ContextPlan {
    let home = places.project.path
    var trees: [ContextPlan.Tree] = []
    if let requirements = agent.requirements {
      trees.append(
        ContextPlan.Tree(
          source: project.folder, destination: "requirements/" + home,
          entries: requirements.files.map(requirementsEntry)))
    }
    trees.append(
      ContextPlan.Tree(
        source: project.folder, destination: "workspace/" + home, entries: project.entries))
    for (mount, place) in places.mounts {
      trees.append(
        ContextPlan.Tree(
          source: mount.source, destination: "workspace/" + place.path, entries: mount.entries))
    }
    return ContextPlan(trees: trees, openFolders: openFolders())
  }

  func suppliedContext(_ context: SuppliedContext) -> ContextPlan {
    ContextPlan(
      trees: [ContextPlan.Tree(source: context.folder, destination: "", entries: context.entries)],
      openFolders: [])
  }

  /// pip gets the text of the file, also where the project has a link or an ignore rule for it.
  private func requirementsEntry(_ path: String) -> ContextPlan.Entry {
    switch kind(ofProjectPath: path) {
    case .file(let executable, let size)?:
      ContextPlan.Entry(path: path, kind: .file(executable: executable, size: size))
    case .folder?, .link?, nil:
      ContextPlan.Entry(path: path, kind: .file(executable: false, size: 0))
    }
  }

  /// What a run writes to, whoever the base's user is.
  private func openFolders() -> [String] {
    var inProject = [PathPlace(agent.entrypoint.folder)]
    for artifact in agent.artifacts {
      let place = PathPlace(artifact.value)
      inProject.append(place.parent)
      if case .folder? = kind(ofProjectPath: place.path) { inProject.append(place) }
    }
    if case .jupyter(let notebook, _, _) = agent.entrypoint.kind {
      inProject.append(PathPlace(agent.entrypoint.folder).appending(notebook).parent)
    }
    let home = places.project
    var paths: [String] = []
    for place in inProject where isFolderOrNew(place) {
      let path = "workspace/" + home.appending(place.path).path
      if !paths.contains(where: { $0.utf8.elementsEqual(path.utf8) }) { paths.append(path) }
    }
    return paths.sorted(by: precedesInBytes)
  }

  /// False where a file or a link stands at the place or above it: no folder can be opened there.
  private func isFolderOrNew(_ place: PathPlace) -> Bool {
    var place = place
    while !place.components.isEmpty {
      switch kind(ofProjectPath: place.path) {
      case .file?, .link?: return false
      case .folder?, nil: place = place.parent
      }
    }
    return true
  }

  /// The project's entries are sorted by their bytes.
  private func kind(ofProjectPath path: String) -> ContextPlan.Kind? {
    var low = 0
    var high = project.entries.count
    while low < high {
      let middle = (low + high) / 2
      if precedesInBytes(project.entries[middle].path, path) { low = middle + 1 } else { high = middle }
    }
    guard low < project.entries.count, project.entries[low].path.utf8.elementsEqual(path.utf8) else {
      return nil
    }
    return project.entries[low].kind
  }
}
