import AltoDiagnostics
import AltoSchema
import AltoSource
import ImageIR
import YAML

extension Checker {
  /// `entrypoint`.
  mutating func entrypoint(_ agent: Fields) -> CheckedEntrypoint? {
    guard let entry = agent.entry(AgentKeys.entrypoint),
      let fields = fields(of: entry.value, EntrypointKeys.section, home: entry.key)
    else { return nil }
    let folder = sourceFolder(fields)
    guard let type = choice(fields, EntrypointKeys.type, aliases: ["project"]) else {
      // Without its type the command cannot be judged, but it can be read.
      checkUntyped(fields)
      return nil
    }
    if type.value == "project" { report(.projectEntrypoint(at: type.span)) }
    reportForeignKeys(fields, type: type.value)
    let kind = kind(fields, type: type.value, folder: folder ?? "")
    guard let kind, let folder else { return nil }
    return CheckedEntrypoint(kind: kind, folder: folder, span: tree.span(of: entry.value))
  }

  private mutating func kind(_ fields: Fields, type: String, folder: String) -> CheckedEntrypoint.Kind? {
    switch type {
    case "function": function(fields, folder: folder)
    case "jupyter": notebook(fields, folder: folder)
    default: script(fields)
    }
  }

  /// `src`, relative to the project.
  private mutating func sourceFolder(_ fields: Fields) -> String? {
    guard !fields.isAbsent(EntrypointKeys.src) else { return "" }
    guard let path = path(fields, EntrypointKeys.src) else { return nil }
    let place = ProjectPath(path.value, of: inputs.files.folder)
    guard let relative = place.relative else {
      report(.pathLeavesProject(path.value, of: EntrypointKeys.src.key.path.text, at: path.span))
      return nil
    }
    switch inputs.files.kind(of: place.absolute) {
    case .folder: return relative
    case .file, .other, nil:
      let isFile = inputs.files.kind(of: place.absolute) != nil
      let suggestion = isFile ? nil : neighbour(of: place)
      report(.folderMissing(path.value, isFile: isFile, suggestion: suggestion, at: path.span))
      return nil
    }
  }

  private mutating func script(_ fields: Fields) -> CheckedEntrypoint.Kind? {
    guard let entry = fields.entry(EntrypointKeys.cmd) else { return nil }
    let path = EntrypointKeys.cmd.key.path.text
    reportShellMistakes(in: entry.value)
    return late(entry.value, path: path, allowsMatrix: true).map { .script(command: $0) }
  }

  private mutating func function(_ fields: Fields, folder: String) -> CheckedEntrypoint.Kind? {
    let arguments = arguments(fields, EntrypointKeys.kwargs)
    guard let command = text(fields, EntrypointKeys.earlyCmd) else { return nil }
    let parts = command.value.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts.allSatisfy(PythonName.isIdentifier) else {
      report(.functionForm(command.value, at: command.span))
      return nil
    }
    let (module, function) = (parts[0], parts[1])
    let path = folder.isEmpty ? module + ".py" : folder + "/" + module + ".py"
    let place = ProjectPath(path, of: inputs.files.folder)
    guard inputs.files.kind(of: place.absolute) == .file else {
      let near = neighbour(of: place).map { String($0.dropLast(3)) + "." + function }
      report(.moduleMissing(path, suggestion: near, at: part(0..<module.utf8.count, of: command, in: fields)))
      return nil
    }
    reportMissing(function, in: place, path: path, command: command, fields: fields)
    return .function(module: module, function: function, arguments: arguments)
  }

  private mutating func reportMissing(
    _ function: String, in place: ProjectPath, path: String, command: Located<String>, fields: Fields
  ) {
    guard let bytes = inputs.files.contents(of: place.absolute, limit: 4 << 20) else { return }
    let module = PythonModule(String(decoding: bytes, as: UTF8.self))
    guard !module.isOpen, !module.names.contains(function) else { return }
    let end = command.value.utf8.count
    let span = part(end - function.utf8.count..<end, of: command, in: fields)
    let suggestion = nearest(to: function, among: module.names.sorted())
    report(.functionMissing(function, in: path, suggestion: suggestion, at: span))
  }

  private mutating func notebook(_ fields: Fields, folder: String) -> CheckedEntrypoint.Kind? {
    let parameters = arguments(fields, EntrypointKeys.params)
    let kernel = text(fields, EntrypointKeys.kernel)?.value ?? EntrypointKeys.kernel.standard
    guard let command = text(fields, EntrypointKeys.earlyCmd) else { return nil }
    let base = folder.isEmpty ? inputs.files.folder : inputs.files.folder + "/" + folder
    guard command.value.hasSuffix(".ipynb"), command.value.utf8.count > 6,
      !command.value.contains(where: \.isNewline),
      let path = ProjectPath(command.value, of: base).relative
    else {
      report(.notebookForm(command.value, at: command.span))
      return nil
    }
    let place = ProjectPath(command.value, of: base)
    guard inputs.files.kind(of: place.absolute) == .file else {
      // A command line in the place of a path is the likelier mistake.
      if command.value.contains(" ") {
        report(.notebookForm(command.value, at: command.span))
      } else {
        report(.notebookMissing(command.value, suggestion: neighbour(of: place), at: command.span))
      }
      return nil
    }
    return .jupyter(notebook: path, kernel: kernel, parameters: parameters)
  }

  /// The bytes `range` of an early text that stands in the file as it is; else the whole of it.
  private func part(_ range: Range<Int>, of text: Located<String>, in fields: Fields) -> Span {
    guard let entry = fields.entry(EntrypointKeys.cmd), !tree.hasHoles(entry.value.node) else {
      return text.span
    }
    return tree.span(of: entry.value.node, decoded: range)
  }

  private mutating func checkUntyped(_ fields: Fields) {
    if let entry = fields.entry(EntrypointKeys.cmd) {
      _ = late(entry.value, path: EntrypointKeys.cmd.key.path.text, allowsMatrix: true)
    }
  }

  private mutating func reportForeignKeys(_ fields: Fields, type: String) {
    let owned = [
      (EntrypointKeys.kwargs.key, fields.keySpan(EntrypointKeys.kwargs), "function"),
      (EntrypointKeys.kernel.key, fields.keySpan(EntrypointKeys.kernel), "jupyter"),
      (EntrypointKeys.params.key, fields.keySpan(EntrypointKeys.params), "jupyter"),
    ]
    for case (let key, let span?, let owner) in owned where owner != type {
      report(.keyOfOtherEntrypoint(key.name.text, owner: owner, type: type, at: span))
    }
  }
}
