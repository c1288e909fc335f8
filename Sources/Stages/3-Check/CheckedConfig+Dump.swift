import AltoSource
import ImageIR

extension CheckedConfig {
  /// The stable text form: what `--emit config` prints and the goldens hold. Host paths are not in it.
  ///
  /// - Parameter names: the agents to show; nil for all.
  package func dump(agents names: Set<String>? = nil) -> String {
    let shown = agents.filter { names?.contains($0.name.value) ?? true }
    return "project \(dumped(project.name))\n" + shown.map { $0.dump(in: project) }.joined()
  }
}

extension CheckedAgent {
  fileprivate func dump(in project: Project) -> String {
    var lines = ["agent \(dumped(name.value))"]
    lines.append("  instance type: \(instanceType)")
    lines += image.map { $0.dump() } ?? ["  no image"]
    if image != nil { lines.append("  image name: \(imageName)") }
    lines += entrypoint.dump()
    if let requirements {
      lines.append("  requirements: \(dumped(requirements.path))")
      lines.append("    files: \(requirements.files.map(dumped).joined(separator: ", "))")
      lines.append("    packages: \(requirements.packages.joined(separator: ", "))")
    }
    lines += environment.map { "  env \($0.name.value): \($0.value.value)" }
    lines += mounts.map {
      "  mount \($0.place): \(dumped(lastPart(of: $0.source))), \($0.entries.count) entries"
    }
    lines += artifacts.map { "  artifact: \(dumped($0.value))" }
    if let matrix { lines += matrix.dump() }
    if !earlyVariables.isEmpty {
      lines.append("  early variables: \(earlyVariables.joined(separator: ", "))")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func lastPart(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? "/"
  }
}

extension CheckedImage {
  fileprivate func dump() -> [String] {
    var lines: [String] = []
    switch source {
    case .base(let base): lines.append("  base: \(base.value)")
    case .context(let context):
      lines.append("  context: \(dumped(context.dockerfile)), \(context.entries.count) entries")
    }
    lines += buildCommands.map { "  build command: \($0.value)" }
    lines.append("  registry: \(registry.kind.rawValue)")
    if let username = registry.username { lines.append("    user name: \(username)") }
    switch registry.password {
    case .none: break
    case .literal: lines.append("    password: literal, not shown")
    case .references(let references):
      lines.append("    password: \(references.map(\.description).joined(separator: " "))")
    }
    if let serverURL { lines.append("  engine: \(dumped(serverURL))") }
    return lines
  }
}

extension CheckedEntrypoint {
  fileprivate func dump() -> [String] {
    let folder = "    folder: \(dumped(folder))"
    switch kind {
    case .script(let command): return ["  script: \(command.value)", folder]
    case .function(let module, let function, let arguments):
      return ["  function: \(module).\(function)", folder] + dump(arguments)
    case .jupyter(let notebook, let kernel, let parameters):
      return ["  notebook: \(dumped(notebook))", folder, "    kernel: \(dumped(kernel))"] + dump(parameters)
    }
  }

  private func dump(_ arguments: [Command.Argument]) -> [String] {
    arguments.map { "    \($0.name) = \($0.value)" }
  }
}

extension CheckedMatrix {
  fileprivate func dump() -> [String] {
    ["  matrix, \(matrix.maxConcurrency) at once"]
      + matrix.dimensions.map { dimension in
        "    \(dimension.name): "
          + dimension.values.map { "\($0.value) (\(dumped($0.text)))" }.joined(separator: ", ")
      }
  }
}
