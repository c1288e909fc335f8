import AltoDiagnostics
import AltoSchema
import AltoSource
import ImageIR
import YAML

extension Checker {
  /// The text of a path key. What was made from `__file__` is relative to the project in what is read from it.
  mutating func path(_ fields: Fields, _ field: Field<EarlyText>) -> Located<String>? {
    text(fields, field)
  }

  /// The name in the same folder that was most likely meant.
  func neighbour(of place: ProjectPath) -> String? {
    nearest(to: place.name, among: inputs.files.names(in: place.parent))
  }

  /// `artifacts`, relative to the project.
  mutating func artifacts(_ agent: Fields) -> [Located<String>] {
    texts(agent, AgentKeys.artifacts).compactMap { path, _ in
      if let relative = ProjectPath(path.value, of: inputs.files.folder).relative, !relative.isEmpty {
        return Located(relative, at: path.span)
      }
      report(.artifactOutside(path.value, at: path.span))
      return nil
    }
  }

  /// `requirements`.
  mutating func requirements(_ agent: Fields) -> CheckedRequirements? {
    guard let path = path(agent, AgentKeys.requirements) else { return nil }
    let place = ProjectPath(path.value, of: inputs.files.folder)
    guard let relative = place.relative else {
      report(.pathLeavesProject(path.value, of: AgentKeys.requirements.key.path.text, at: path.span))
      return nil
    }
    guard inputs.files.kind(of: place.absolute) == .file else {
      let isFolder = inputs.files.kind(of: place.absolute) == .folder
      report(
        .requirementsMissing(path.value, isFolder: isFolder, suggestion: neighbour(of: place), at: path.span))
      return nil
    }
    let reading = RequirementsReader(files: inputs.files, shownFolder: shownFolder).read(relative)
    for problem in reading.problems { report(problem) }
    return CheckedRequirements(
      path: relative, files: reading.files, packages: reading.packages, span: path.span)
  }

  /// The folder of alto.yml as the user wrote it.
  private var shownFolder: String {
    let parts = tree.source.name.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    return parts.joined(separator: "/")
  }

  /// `mounts`.
  mutating func mounts(_ agent: Fields) -> [CheckedMount] {
    var result: [CheckedMount] = []
    for (path, edge) in texts(agent, AgentKeys.mounts) {
      guard let mount = mount(path, edge) else { continue }
      if let other = result.first(where: { $0.holds(mount) }) {
        report(.mountInside(path.value, of: tree.source.text(other.span), at: path.span))
      } else if let other = result.first(where: { $0.meets(mount) }) {
        report(.mountCollision(mount.name, first: other.span, at: path.span))
      } else {
        result.append(mount)
      }
    }
    return result
  }

  private mutating func mount(_ path: Located<String>, _ edge: Edge) -> CheckedMount? {
    let place = ProjectPath(path.value, of: inputs.files.folder)
    if place.relative != nil {
      guard inputs.files.kind(of: place.absolute) != nil else {
        report(.mountMissing(path.value, at: path.span))
        return nil
      }
      report(.mountInside(path.value, of: "the project", at: path.span))
      return nil
    }
    if let inside = enclosed(by: place) {
      report(.mountTooLarge(path.value, contains: inside, at: path.span))
      return nil
    }
    guard let entries = mountEntries(place, at: path.span) else {
      report(.mountMissing(path.value, at: path.span))
      return nil
    }
    let isLiteral = path.value.hasPrefix("/") && !tree.isFileDerived(edge.node)
    return CheckedMount(
      source: place.absolute, place: isLiteral ? .absolute : .relative, entries: entries, span: path.span)
  }

  private func enclosed(by place: ProjectPath) -> String? {
    if place.absolute == "/" { return "the whole machine" }
    if place.contains(inputs.files.folder) { return "the project" }
    if let home = inputs.files.home, place.contains(home) { return "the home folder" }
    return nil
  }

  private mutating func mountEntries(_ place: ProjectPath, at span: Span) -> [ContextPlan.Entry]? {
    switch inputs.files.kind(of: place.absolute) {
    case nil: return nil
    case .file, .folder, .other:
      let walk = inputs.files.walk(place.absolute, as: .mount)
      report(walk, of: "the mount", at: span)
      return walk.entries
    }
  }
}

extension CheckedMount {
  /// The last part of the path.
  fileprivate var name: String { source.split(separator: "/").last.map(String.init) ?? "" }

  /// Whether everything of the other one is in this one already, at the same place.
  fileprivate func holds(_ other: CheckedMount) -> Bool {
    place == other.place
      && (source == other.source || place == .relative && other.source.hasPrefix(source + "/"))
  }

  /// Whether both would go to one place.
  fileprivate func meets(_ other: CheckedMount) -> Bool {
    place == .absolute && other.place == .absolute && name == other.name
  }
}
