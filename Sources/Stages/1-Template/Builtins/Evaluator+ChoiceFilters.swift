import AltoDiagnostics
import AltoSource

/// `map`, `select` and their kin: filters that run filters and tests.
extension Evaluator {
  mutating func computeChoice(
    _ filter: Filter, _ value: Value, _ arguments: Arguments, at span: Span
  ) throws(Fault) -> Value {
    filterSpan = span
    return filter == .map
      ? try mapped(value, arguments, at: span) : try selected(filter, value, arguments, at: span)
  }

  private mutating func mapped(_ value: Value, _ arguments: Arguments, at span: Span) throws(Fault) -> Value {
    var results: [Value] = []
    if arguments.positional.isEmpty, arguments.keywords.contains(where: { $0.name == "attribute" }) {
      let bound = try arguments.bound(to: ["attribute", "default"])
      let path = try AttributePath(bound[0] ?? .none)
      for item in try items(of: value) {
        results.append(try follow(path, from: item, missing: bound.given(1)))
      }
      return generator(results)
    }
    guard let first = arguments.positional.first else { throw arguments.problem(.missing("filter")) }
    let name = try name(first, in: arguments)
    guard case .known(let filter) = Builtin<Filter>(name) else { throw .unknownFilter(name) }
    var rest = Arguments(name)
    rest.positional = Array(arguments.positional.dropFirst())
    rest.keywords = arguments.keywords
    for item in try items(of: value) { results.append(try apply(filter, to: item, rest, at: span)) }
    return generator(results)
  }

  private mutating func selected(
    _ filter: Filter, _ value: Value, _ arguments: Arguments, at span: Span
  ) throws(Fault) -> Value {
    var rest = arguments.positional[...]
    var path: AttributePath?
    if filter == .selectattr || filter == .rejectattr {
      guard let attribute = rest.popFirst() else { throw arguments.problem(.missing("attribute")) }
      path = try AttributePath(attribute)
    }
    var test: (Test, Arguments)?
    if let first = rest.popFirst() {
      let name = try name(first, in: arguments)
      guard case .known(let known) = Builtin<Test>(name) else { throw .unknownTest(name) }
      var testArguments = Arguments(name)
      testArguments.positional = Array(rest)
      testArguments.keywords = arguments.keywords
      test = (known, testArguments)
    }
    let keepsTrue = filter == .select || filter == .selectattr
    var kept: [Value] = []
    for item in try items(of: value) {
      let tested = try path.map { (path) throws(Fault) in try follow(path, from: item) } ?? item
      let result: Bool
      if let (test, testArguments) = test {
        result = try check(test, tested, testArguments)
      } else {
        result = try truth(of: tested)
      }
      if result == keepsTrue { kept.append(item) }
    }
    return generator(kept)
  }

  private func name(_ value: Value, in arguments: Arguments) throws(Fault) -> String {
    if case .undefined(let undefined) = value.payload { throw .undefined(undefined) }
    guard let name = value.text else {
      throw arguments.problem(.wrongType("name", expected: .text, found: value.typeName))
    }
    return name
  }
}
