import AltoDiagnostics

extension Evaluator {
  /// Calls a method. What only hands on parts of its receiver leaves references open; all else computes.
  mutating func call(_ name: String, on receiver: Value, _ arguments: Arguments) throws(Fault) -> Value {
    if case .dict(let map) = receiver.payload, let result = try callDict(name, map, arguments) {
      return result.marked(receiver.provenance)
    }
    if case .loop(let id) = receiver.payload { return try callLoop(name, id, arguments) }
    let receiver = try resolved(receiver)
    var provenance = deepProvenance(of: receiver)
    let arguments = try resolved(arguments, into: &provenance)
    return try marking(provenance) { (evaluator) throws(Fault) in
      guard let result = try evaluator.compute(name, receiver, arguments) else {
        throw .unknownMethod(name, receiver.typeName)
      }
      return result
    }
  }

  /// Nil for a method that altoc does not run.
  private mutating func compute(_ name: String, _ receiver: Value, _ arguments: Arguments) throws(Fault)
    -> Value?
  {
    switch receiver.payload {
    case .string(let text), .markup(let text): try callText(name, receiver, text, arguments)
    case .path(let path): try callPath(name, path, arguments)
    case .list, .tuple, .group, .range: try callSequence(name, receiver, arguments)
    case .none, .bool, .int, .float, .late, .dict, .view, .namespace, .generator, .loop, .function, .method,
      .matrix,
      .undefined, .poison:
      nil
    }
  }

  /// The arguments without references; adds what they were made from.
  mutating func resolved(_ arguments: Arguments, into provenance: inout Provenance) throws(Fault) -> Arguments
  {
    var result = arguments
    for index in result.positional.indices {
      result.positional[index] = try resolved(result.positional[index])
      provenance.formUnion(deepProvenance(of: result.positional[index]))
    }
    for index in result.keywords.indices {
      result.keywords[index].value = try resolved(result.keywords[index].value)
      provenance.formUnion(deepProvenance(of: result.keywords[index].value))
    }
    return result
  }

  private mutating func callDict(_ name: String, _ map: OrderedMap, _ arguments: Arguments) throws(Fault)
    -> Value?
  {
    switch name {
    case "items", "keys", "values":
      try arguments.none()
      return Value(.view(ViewKind(rawValue: name) ?? .items, map))
    case "copy":
      try arguments.none()
      return Value(.dict(map))
    case "get":
      let bound = try arguments.bound(to: ["key", "default"], required: 1, positionalOnly: true)
      let key = try resolved(bound[0] ?? .none)
      let value = map.value(for: try Key(key)) ?? bound[1] ?? .none
      return value.marked(deepProvenance(of: key))
    default: return nil
    }
  }

  private mutating func callLoop(_ name: String, _ id: LoopID, _ arguments: Arguments) throws(Fault) -> Value
  {
    let state = try loop(id)
    guard arguments.keywords.isEmpty else {
      throw arguments.problem(.unknown(arguments.keywords[0].name, allowed: []))
    }
    if name == "cycle" {
      guard !arguments.positional.isEmpty else { throw arguments.problem(.missing("item")) }
      return arguments.positional[state.index % arguments.positional.count]
    }
    let values = try resolved(Value.tuple(arguments.positional))
    let isChanged =
      try state.lastChanged.map { (last) throws(Fault) in try !equal(.tuple(last), values) } ?? true
    if isChanged { loops[id.index].lastChanged = try items(of: values) }
    return Value.bool(isChanged).marked(deepProvenance(of: values))
  }

  private mutating func callSequence(_ name: String, _ receiver: Value, _ arguments: Arguments) throws(Fault)
    -> Value?
  {
    guard name == "count" || name == "index" else { return nil }
    let wanted = try arguments.bound(to: ["value"], required: 1, positionalOnly: true)[0] ?? .none
    var count = 0
    for (index, item) in try items(of: receiver).enumerated() where try equal(item, wanted) {
      if name == "index" { return .int(index) }
      count += 1
    }
    if name == "index" { throw .value(.itemNotFound) }
    return .int(count)
  }

  private mutating func callPath(_ name: String, _ path: PosixPath, _ arguments: Arguments) throws(Fault)
    -> Value?
  {
    switch name {
    case "joinpath":
      var result = path
      for part in arguments.positional { result = result.joined(try posixPath(part, in: name)) }
      return Value(.path(result))
    case "with_name", "with_suffix", "with_stem":
      return Value(.path(try renamed(path, name, arguments)))
    case "relative_to": return Value(.path(try relative(path, arguments)))
    case "resolve":
      _ = try arguments.bound(to: ["strict"])
      return Value(.path(PosixPath(inputs.files.resolve(path.text))))
    default: break
    }
    guard Method.ofPath.contains(name) else { return nil }
    try arguments.none()
    switch name {
    case "as_posix": return .string(path.text)
    case "is_absolute": return .bool(!path.root.isEmpty)
    case "exists": return .bool(inputs.files.kind(of: path.text) != nil)
    case "is_file": return .bool(inputs.files.kind(of: path.text) == .file)
    case "is_dir": return .bool(inputs.files.kind(of: path.text) == .folder)
    default: return nil
    }
  }

  private func renamed(_ path: PosixPath, _ method: String, _ arguments: Arguments) throws(Fault) -> PosixPath
  {
    let parameter = ["with_name": "name", "with_suffix": "suffix"][method] ?? "stem"
    let text = try arguments.bound(to: [parameter], required: 1).text(0, default: "")
    if method == "with_suffix" {
      guard let result = path.withSuffix(text) else { throw .value(.pathSuffix(text)) }
      return result
    }
    guard let result = path.withName(method == "with_stem" ? text + path.suffix : text) else {
      throw .value(.pathName(text))
    }
    return result
  }

  private func relative(_ path: PosixPath, _ arguments: Arguments) throws(Fault) -> PosixPath {
    guard !arguments.positional.isEmpty else { throw arguments.problem(.missing("other")) }
    var base = PosixPath("")
    for part in arguments.positional { base = base.joined(try posixPath(part, in: arguments.function)) }
    guard base.root == path.root, path.names.starts(with: base.names) else { throw .value(.notRelative) }
    return PosixPath(root: "", names: Array(path.names.dropFirst(base.names.count)))
  }
}
