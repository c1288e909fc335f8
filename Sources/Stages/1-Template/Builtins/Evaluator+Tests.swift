import AltoDiagnostics
import AltoSource

extension Evaluator {
  /// `input is test(arguments)`.
  mutating func apply(
    _ test: Builtin<Test>, to input: ExpressionID, _ list: ArgumentList?, name: Span
  ) throws(Fault) -> Value {
    let value = evaluate(input)
    switch test {
    case .unknown(let text):
      _ = list.map { $0.all.map { evaluate($0) } }
      report(unknownTest(text, at: name))
      throw .poisoned
    case .known(let test):
      let given = try list.map { (list) throws(Fault) in try arguments(list, for: test.rawValue) }
      if value.isPoison { throw .poisoned }
      let value = try resolved(value)
      var provenance = deepProvenance(of: value)
      let filled = try resolved(given ?? Arguments(test.rawValue), into: &provenance)
      return try marking(provenance) { (evaluator) throws(Fault) in
        .bool(try evaluator.check(test, value, filled))
      }
    }
  }

  /// Whether `value` passes.
  mutating func check(_ test: Test, _ value: Value, _ arguments: Arguments) throws(Fault) -> Bool {
    switch test {
    case .boolean, .callable, .defined, .undefined, .escaped, .false, .float, .integer, .iterable, .mapping,
      .none,
      .number, .sequence, .string, .true:
      try arguments.none()
      return try checkType(test, value)
    case .odd, .even:
      try arguments.none()
      let rest = try apply(.modulo, value, .int(2))
      return try equal(rest, .int(test == .odd ? 1 : 0))
    case .lower, .upper:
      try arguments.none()
      let text = try string(of: value)
      return test == .lower ? PythonText.isLower(text) : PythonText.isUpper(text)
    case .filter, .test:
      try arguments.none()
      if case .undefined(let undefined) = value.payload { throw .undefined(undefined) }
      guard let name = value.text else { return false }
      return test == .filter ? Filter(rawValue: name) != nil : Test(rawValue: name) != nil
    case .divisibleby:
      let divisor = try arguments.bound(to: ["num"], required: 1)[0] ?? .none
      return try equal(apply(.modulo, value, divisor), .int(0))
    case .in: return try contains(arguments.bound(to: ["seq"], required: 1)[0] ?? .none, value)
    case .sameas: return try isSame(value, arguments.bound(to: ["other"], required: 1)[0] ?? .none)
    case .eq, .equalto, .equalSign: return try compare(value, .equal, other(arguments))
    case .ne, .notEqualSign: return try compare(value, .notEqual, other(arguments))
    case .gt, .greaterthan, .greaterSign: return try compare(value, .greater, other(arguments))
    case .ge, .greaterOrEqualSign: return try compare(value, .greaterOrEqual, other(arguments))
    case .lt, .lessthan, .lessSign: return try compare(value, .less, other(arguments))
    case .le, .lessOrEqualSign: return try compare(value, .lessOrEqual, other(arguments))
    }
  }

  private func other(_ arguments: Arguments) throws(Fault) -> Value {
    try arguments.bound(to: ["other"], required: 1, positionalOnly: true)[0] ?? .none
  }

  private func checkType(_ test: Test, _ value: Value) throws(Fault) -> Bool {
    switch (test, value.payload) {
    case (.undefined, .undefined): true
    case (.defined, .undefined): false
    case (.defined, _): true
    case (.boolean, .bool), (.none, .none), (.integer, .int), (.float, .float), (.mapping, .dict): true
    case (.true, .bool(let flag)): flag
    case (.false, .bool(let flag)): !flag
    case (.number, .int), (.number, .float), (.number, .bool): true
    case (.string, .string), (.string, .markup), (.escaped, .markup): true
    case (.sequence, .string), (.sequence, .markup), (.sequence, .list), (.sequence, .tuple),
      (.sequence, .group),
      (.sequence, .dict), (.sequence, .range):
      true
    case (.callable, .function), (.callable, .method), (.callable, .loop), (.callable, .undefined): true
    case (.iterable, _): try isIterable(value)
    default: false
    }
  }

  /// Python's `is`, as far as a template can tell: the same type and the same value.
  private mutating func isSame(_ left: Value, _ right: Value) throws(Fault) -> Bool {
    if case .undefined = left.payload { return false }
    if case .undefined = right.payload { return false }
    guard left.typeName == right.typeName, left.isMarkup == right.isMarkup else { return false }
    return try equal(left, right)
  }
}
