import AltoDiagnostics
import AltoSource
import ImageIR

extension Evaluator {
  /// The value of an expression; poison when it failed, which was reported.
  mutating func evaluate(_ id: ExpressionID) -> Value {
    evaluated[Int(id.index)] = true
    if isStopped { return .poison }
    do throws(Fault) {
      try spend(1)
      let value = try compute(id)
      guard value.depth <= Limits.values else { throw .limit(.valueNesting(Limits.values)) }
      return value
    } catch {
      report(error, at: syntax[id].span)
      return .poison
    }
  }

  /// The value of an operand, of which a failure is the failure of the whole.
  mutating func value(_ id: ExpressionID) throws(Fault) -> Value {
    let value = evaluate(id)
    if value.isPoison { throw .poisoned }
    return value
  }

  /// The values of all operands: each is tried, so that each mistake is reported.
  mutating func values(_ ids: some Sequence<ExpressionID>) throws(Fault) -> [Value] {
    var values: [Value] = []
    var isPoisoned = false
    for id in ids {
      let value = evaluate(id)
      isPoisoned = isPoisoned || value.isPoison
      values.append(value)
    }
    if isPoisoned { throw .poisoned }
    return values
  }

  private mutating func compute(_ id: ExpressionID) throws(Fault) -> Value {
    let expression = syntax[id]
    switch expression.kind {
    case .constant(let value): return value
    case .name(let name): return try variable(name, expression.span)
    case .attribute(let owner, let name): return try attribute(name, of: value(owner), at: expression.span)
    case .item(let owner, let index):
      let both = try values([owner, index])
      return try item(resolved(both[1]), of: both[0], at: expression.span)
    case .slice(let owner, let start, let stop, let step):
      return try slice(owner, [start, stop, step], at: expression.span)
    case .call(let function, let arguments):
      return try call(function, syntax.arguments[arguments], expression.span)
    case .filter(let input, let filter, let name, let arguments):
      return try apply(
        filter, to: input, arguments.map { syntax.arguments[$0] }, at: expression.span, name: name)
    case .test(let input, let test, let name, let arguments):
      return try apply(test, to: input, arguments.map { syntax.arguments[$0] }, name: name)
    case .unary(let sign, let operand): return try apply(sign, to: resolved(value(operand)))
    case .binary(let operation, let left, let right):
      let both = try values([left, right])
      return try apply(operation, both[0], both[1])
    case .concatenation(let operands): return try concatenate(values(syntax[operands]))
    case .comparison(let operands, let operators): return try compare(Array(syntax[operands]), operators)
    case .and(let left, let right): return try choose(left, right, whenTrue: true)
    case .or(let left, let right): return try choose(left, right, whenTrue: false)
    case .not(let operand):
      let operand = try resolved(value(operand))
      return Value.bool(try !truth(of: operand)).marked(deepProvenance(of: operand))
    case .conditional(let test, let then, let otherwise):
      guard let isTrue = isTrue(test) else { throw .poisoned }
      if isTrue { return try value(then) }
      guard let otherwise else {
        return Value(.undefined(Undefined(reason: .missingElse, span: expression.span)))
      }
      return try value(otherwise)
    case .list(let operands): return .list(try values(syntax[operands]))
    case .tuple(let operands): return .tuple(try values(syntax[operands]))
    case .dict(let operands): return try dict(Array(syntax[operands]))
    case .captured: return captured.last ?? .poison
    case .broken: throw .poisoned
    }
  }

  private mutating func variable(_ name: NameID, _ span: Span) throws(Fault) -> Value {
    if let value = scopes[name] { return value }
    let text = syntax[name]
    if text == "__version__" { return try versionOfPython() }
    return Value(.undefined(Undefined(reason: .name(text), span: span)))
  }

  private mutating func dict(_ operands: [ExpressionID]) throws(Fault) -> Value {
    let values = try values(operands)
    var map = OrderedMap()
    for index in stride(from: 0, to: values.count - 1, by: 2) {
      try map.set(resolved(values[index]), values[index + 1])
    }
    return Value(.dict(map))
  }

  /// `and` and `or`: the operand that decides. They compute, so the result is marked with both.
  private mutating func choose(
    _ left: ExpressionID, _ right: ExpressionID, whenTrue: Bool
  ) throws(Fault) -> Value {
    let first = try resolved(value(left))
    guard try truth(of: first) == whenTrue else { return first }
    let second = try resolved(value(right))
    return second.marked(deepProvenance(of: first))
  }

  // MARK: Concatenation

  /// `~`: references stay open.
  mutating func concatenate(_ values: [Value]) throws(Fault) -> Value {
    var result = LateString()
    for value in values {
      switch value.payload {
      case .late(let late):
        for piece in late.pieces {
          if case .text(let text, var provenance) = piece {
            provenance.formUnion(value.provenance)
            result.append(.text(text, provenance))
          } else {
            result.append(piece)
          }
        }
      case .none, .bool, .int, .float, .string, .markup, .list, .tuple, .group, .dict, .view, .range, .path,
        .namespace, .generator, .loop, .function, .method, .matrix, .undefined, .poison:
        let value = try resolved(value)
        result.append(.text(try string(of: value), deepProvenance(of: value)))
      }
      try allow(textOf: result.count)
    }
    return self.value(of: result)
  }

  // MARK: Comparison

  private mutating func compare(
    _ operands: [ExpressionID], _ operators: [ComparisonOperator]
  ) throws(Fault) -> Value {
    // The first two are tried together; those behind only when what stands before them holds.
    let both = try values(operands[0...1])
    var left = try resolved(both[0])
    var right = try resolved(both[1])
    var provenance = Provenance.nothing
    for (index, symbol) in operators.enumerated() {
      if index > 0 { right = try resolved(value(operands[index + 1])) }
      provenance.formUnion(deepProvenance(of: left))
      provenance.formUnion(deepProvenance(of: right))
      guard try compare(left, symbol, right) else { return Value.bool(false).marked(provenance) }
      left = right
    }
    return Value.bool(true).marked(provenance)
  }
}
