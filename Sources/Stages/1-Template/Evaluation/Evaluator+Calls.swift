import AltoDiagnostics
import AltoSource
import ImageIR

extension Evaluator {
  mutating func call(_ function: ExpressionID, _ list: ArgumentList, _ span: Span) throws(Fault) -> Value {
    let callee = evaluate(function)
    let arguments = try arguments(list, for: calledName(function))
    switch callee.payload {
    case .function(let function): return try call(function, arguments, at: span)
    case .method(let receiver, let name): return try call(name, on: receiver, arguments)
    case .undefined(let undefined):
      if case .attribute(let name, let type) = undefined.reason { throw .unknownMethod(name, type) }
      throw .undefined(undefined)
    case .poison: throw .poisoned
    case .none, .bool, .int, .float, .string, .markup, .late, .list, .tuple, .group, .dict, .view, .range,
      .path,
      .namespace, .generator, .loop, .matrix:
      throw .misuse(.notCallable, callee.typeName)
    }
  }

  /// What the message calls the function.
  private func calledName(_ function: ExpressionID) -> String {
    switch syntax[function].kind {
    case .name(let id): syntax[id]
    case .attribute(_, let name): name
    case .constant, .item, .slice, .call, .filter, .test, .unary, .binary, .concatenation, .comparison, .and,
      .or,
      .not, .conditional, .list, .tuple, .dict, .captured, .broken:
      "call"
    }
  }

  /// Evaluates the arguments of a call, unpacking `*` and `**`.
  mutating func arguments(_ list: ArgumentList, for function: String) throws(Fault) -> Arguments {
    var arguments = Arguments(function)
    let values = try values(list.all)
    arguments.positional = Array(values[..<list.positional.count])
    for (index, keyword) in list.keywords.enumerated() {
      guard !arguments.keywords.contains(where: { $0.name == keyword.name }) else {
        throw arguments.problem(.repeated(keyword.name))
      }
      arguments.keywords.append((keyword.name, values[list.positional.count + index]))
    }
    var next = list.positional.count + list.keywords.count
    if list.unpackedList != nil {
      arguments.positional += try items(of: values[next])
      next += 1
    }
    if list.unpackedDict != nil {
      guard case .dict(let map) = values[next].payload else {
        throw .misuse(.notADict, values[next].typeName)
      }
      for (key, value) in zip(map.keys, map.values) {
        guard let name = key.text else { throw .misuse(.notText, key.typeName) }
        // A name that was made from a variable is not shown, whatever becomes of the call.
        arguments.keywords.append((name, value.marked(values[next].provenance).marked(key.provenance)))
      }
    }
    return arguments
  }

  private mutating func call(_ function: Function, _ arguments: Arguments, at span: Span) throws(Fault)
    -> Value
  {
    switch function {
    case .env: return try callEnv(arguments, at: span)
    case .path:
      let path = try resolved(arguments.bound(to: ["str"], required: 1)[0] ?? .none)
      return Value(.path(try posixPath(path, in: arguments.function))).marked(path.provenance)
    case .range: return try range(arguments)
    case .dict: return Value(.dict(try map(arguments)))
    case .namespace:
      namespaces.append(try map(arguments))
      return Value(.namespace(namespaces.count - 1))
    }
  }

  /// `env('NAME')`: a reference, except where the name itself was computed from a variable.
  private mutating func callEnv(_ arguments: Arguments, at span: Span) throws(Fault) -> Value {
    guard arguments.all.count == 1, arguments.keywords.allSatisfy({ $0.name == "var" }) else {
      throw .envCall(.arguments)
    }
    let name = try resolved(arguments.all[0])
    if case .undefined(let undefined) = name.payload { throw .undefined(undefined) }
    guard let text = name.text else { throw .envCall(.notText(name.typeName)) }
    guard name.provenance.isEmpty else {
      return try marking(name.provenance) { (evaluator) throws(Fault) in
        guard Evaluator.isVariableName(text) else { throw .envCall(.badName(text)) }
        return try evaluator.variable(text, at: span)
      }
    }
    guard Evaluator.isVariableName(text) else { throw .envCall(.badName(text)) }
    return Value(.late(LateString([.reference(.environment(text), span)])))
  }

  static func isVariableName(_ text: String) -> Bool {
    !text.isEmpty && !text.utf8.contains(UInt8(ascii: "=")) && !text.utf8.contains(0)
  }

  func posixPath(_ value: Value, in function: String) throws(Fault) -> PosixPath {
    switch value.payload {
    case .path(let path): return path
    case .string(let text), .markup(let text): return PosixPath(text)
    case .undefined(let undefined): throw .undefined(undefined)
    case .none, .bool, .int, .float, .late, .list, .tuple, .group, .dict, .view, .range, .namespace,
      .generator, .loop,
      .function, .method, .matrix, .poison:
      throw .arguments(function, .wrongType("str", expected: .text, found: value.typeName))
    }
  }

  private mutating func range(_ arguments: Arguments) throws(Fault) -> Value {
    var numbers: [Int] = []
    var provenance = Provenance.nothing
    guard arguments.keywords.isEmpty else {
      throw arguments.problem(.unknown(arguments.keywords[0].name, allowed: []))
    }
    guard !arguments.positional.isEmpty else { throw arguments.problem(.missing("stop")) }
    guard arguments.positional.count <= 3 else { throw arguments.problem(.tooMany(limit: 3)) }
    for argument in arguments.positional {
      let value = try resolved(argument)
      provenance.formUnion(value.provenance)
      if case .undefined(let undefined) = value.payload { throw .undefined(undefined) }
      guard let number = value.integer else {
        throw arguments.problem(.wrongType("stop", expected: .integer, found: value.typeName))
      }
      numbers.append(number)
    }
    let start = numbers.count > 1 ? numbers[0] : 0
    let step = numbers.count > 2 ? numbers[2] : 1
    if step == 0 { throw .value(.stepOfZero) }
    guard let range = PythonRange(start: start, stop: numbers.count > 1 ? numbers[1] : numbers[0], step: step)
    else {
      throw .overflow
    }
    return Value(.range(range)).marked(provenance)
  }

  /// What `dict()` and `namespace()` make: a dict or pairs, and keywords. Values stay what they are.
  private mutating func map(_ arguments: Arguments) throws(Fault) -> OrderedMap {
    guard arguments.positional.count <= 1 else { throw arguments.problem(.tooMany(limit: 1)) }
    var map = OrderedMap()
    if let first = arguments.positional.first {
      if case .dict(let other) = first.payload {
        map = other
      } else {
        for pair in try items(of: first) {
          let both = try items(of: pair)
          guard both.count == 2 else { throw .value(.unpacking(names: 2, items: both.count)) }
          try map.set(try resolved(both[0]), both[1])
        }
      }
    }
    for (name, value) in arguments.keywords { try map.set(.string(name), value) }
    return map
  }
}
