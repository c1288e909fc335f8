extension ImagePlan {
  /// The stable text form: what the goldens hold and `--emit ir` prints. Host paths stay out of it.
  package func dump() -> String {
    var lines = PlanDump()
    lines.add("agent \(dumped(agent))", origin)
    lines.add("project \(dumped(project))")
    lines.add("image \(dumped(imageName))")
    lines.add("platform \(platform)")
    lines.add(registry)
    if let serverURL { lines.add("server \(dumped(serverURL))") }
    for name in earlyVariables { lines.add("early \(name)") }
    switch build {
    case .generated(let build): lines.add(build)
    case .supplied(let build): lines.add(build)
    }
    lines.add(runtime)
    return lines.text
  }
}

/// Collects the lines of a dump.
private struct PlanDump {
  private(set) var text = ""

  mutating func add(_ line: String, _ origin: Origin? = nil, indent: Int = 0) {
    text += String(repeating: "  ", count: indent) + line
    if let origin { text += "  # \(origin)" }
    text += "\n"
  }

  mutating func add(_ registry: Registry) {
    add("registry \(registry.kind.rawValue)")
    if let username = registry.username { add("username \(username)", indent: 1) }
    switch registry.password {
    case .none: break
    case .literal: add("password literal", indent: 1)
    case .references(let references):
      add("password from " + references.map(\.description).joined(separator: " "), indent: 1)
    }
  }

  mutating func add(_ build: GeneratedBuild) {
    add("build generated")
    add("from \(build.base)", build.baseOrigin, indent: 1)
    for step in build.steps { add(step) }
    add(build.context)
  }

  mutating func add(_ build: SuppliedBuild) {
    add("build supplied \(dumped(build.dockerfile))", build.origin)
    add(build.context)
  }

  mutating func add(_ step: Step) {
    switch step.operation {
    case .run(let command): add("run \(command)", step.origin, indent: 1)
    case .copyRequirements: add("copy requirements", step.origin, indent: 1)
    case .requirePython(let pip): add(pip ? "require python3 pip" : "require python3", step.origin, indent: 1)
    case .installRequirements(let file, let folder, let secrets):
      let line = "install requirements \(dumped(file)) in \(dumped(folder))"
      add(([line] + secrets.map { "secret(\($0))" }).joined(separator: " "), step.origin, indent: 1)
    case .installPackages(let packages):
      add("install packages " + packages.joined(separator: " "), step.origin, indent: 1)
    case .environment(let name, let value):
      add("environment \(name)=\(dumped(value))", step.origin, indent: 1)
    case .copyWorkspace: add("copy workspace", step.origin, indent: 1)
    case .workingDirectory(let path): add("workdir \(dumped(path))", step.origin, indent: 1)
    case .command(let command): add(command, step.origin)
    case .labels(let labels):
      add("labels", step.origin, indent: 1)
      for label in labels { add("\(label.name)=\(dumped(label.value))", indent: 2) }
    }
  }

  mutating func add(_ command: Command, _ origin: Origin?) {
    switch command {
    case .words(let words):
      add("command words " + words.map(dumped).joined(separator: " "), origin, indent: 1)
    case .shell(let script, let exec):
      add("command shell \(exec ? "exec " : "")\(script)", origin, indent: 1)
    case .function(let module, let function, let arguments):
      add("command function \(dumped(module)) \(dumped(function))", origin, indent: 1)
      add(arguments)
    case .notebook(let notebook):
      let names = [notebook.input, notebook.output, notebook.kernel].map(dumped)
      add("command notebook \(names[0]) to \(names[1]) kernel \(names[2])", origin, indent: 1)
      add(notebook.parameters)
    }
  }

  mutating func add(_ arguments: [Command.Argument]) {
    for argument in arguments { add("\(dumped(argument.name)) = \(argument.value)", indent: 2) }
  }

  mutating func add(_ context: ContextPlan) {
    add("context")
    for tree in context.trees {
      add("tree \(dumped(tree.destination))", indent: 1)
      for entry in tree.entries { add(entry) }
    }
    for folder in context.openFolders { add("open \(dumped(folder))", indent: 1) }
  }

  mutating func add(_ entry: ContextPlan.Entry) {
    switch entry.kind {
    case .file(let executable, let size):
      add("file \(dumped(entry.path)) \(size)\(executable ? " executable" : "")", indent: 2)
    case .folder: add("folder \(dumped(entry.path))", indent: 2)
    case .link(let target): add("link \(dumped(entry.path)) -> \(dumped(target))", indent: 2)
    }
  }

  mutating func add(_ runtime: Runtime) {
    add("runtime")
    if let folder = runtime.workingDirectory { add("workdir \(dumped(folder))", indent: 1) }
    for variable in runtime.environment {
      add("environment \(variable.name) = \(variable.value)", variable.origin, indent: 1)
    }
    for reference in runtime.references { add("reference \(reference)", indent: 1) }
    for artifact in runtime.artifacts {
      add("artifact \(dumped(artifact.path))", artifact.origin, indent: 1)
    }
    guard let matrix = runtime.matrix else { return }
    add("matrix at most \(matrix.maxConcurrency)", indent: 1)
    for dimension in matrix.dimensions {
      let values = dimension.values.map { "\($0.value) as \(dumped($0.text))" }
      add("\(dumped(dimension.name)): " + values.joined(separator: ", "), indent: 2)
    }
  }
}
