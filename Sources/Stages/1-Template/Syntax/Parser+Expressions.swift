import AltoDiagnostics
import AltoSource

extension Parser {
  // MARK: Nodes

  mutating func add(_ kind: Expression.Kind, _ span: Span, over operands: [ExpressionID] = [])
    throws(SyntaxFault) -> ExpressionID
  {
    var height: Int32 = 1
    for operand in operands { height = max(height, syntax[operand].height + 1) }
    guard height <= Limits.height else {
      throw SyntaxFault(diagnostic: .templateLimit(.expressionNesting(Limits.height), at: span))
    }
    syntax.expressions.append(Expression(kind: kind, span: span, height: height))
    return ExpressionID(syntax.expressions.count - 1)
  }

  /// An expression that was reported already.
  mutating func broken(at span: Span) -> ExpressionID {
    syntax.expressions.append(Expression(kind: .broken, span: span, height: 1))
    return ExpressionID(syntax.expressions.count - 1)
  }

  /// The text of the `set` block that is being read.
  mutating func captured(at span: Span) -> ExpressionID {
    syntax.expressions.append(Expression(kind: .captured, span: span, height: 1))
    return ExpressionID(syntax.expressions.count - 1)
  }

  mutating func addOperands(_ items: [ExpressionID]) -> Operands {
    syntax.operands += items
    return Operands(start: Int32(syntax.operands.count - items.count), count: Int32(items.count))
  }

  func tooDeep(_ span: Span) -> SyntaxFault {
    SyntaxFault(diagnostic: .templateLimit(.expressionNesting(Limits.nesting), at: span))
  }

  func span(from start: Span, to id: ExpressionID) -> Span { start.union(syntax[id].span) }

  // MARK: Grammar

  /// One expression, or a tuple without parentheses.
  mutating func tupleOrExpression(withConditional: Bool = true) throws(SyntaxFault) -> ExpressionID {
    let start = token.span
    let first = try withConditional ? expression() : or()
    guard at(.comma) else { return first }
    return try tuple(startingWith: first, at: start, withConditional: withConditional)
  }

  private mutating func tuple(
    startingWith first: ExpressionID, at start: Span, withConditional: Bool
  ) throws(SyntaxFault) -> ExpressionID {
    var items = [first]
    var end = token.span
    while at(.comma) {
      end = token.span
      try advance()
      if token.kind == .close || at(.rightParenthesis) { break }
      items.append(try withConditional ? expression() : or())
      end = syntax[items[items.count - 1]].span
    }
    return try add(.tuple(addOperands(items)), start.union(end), over: items)
  }

  /// `a if b else c` and everything that binds tighter.
  mutating func expression() throws(SyntaxFault) -> ExpressionID {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Limits.nesting else { throw tooDeep(token.span) }
    let start = token.span
    var value = try or()
    while try skip(word: "if") {
      let test = try or()
      let otherwise = try skip(word: "else") ? try expression() : nil
      let operands = [value, test] + (otherwise.map { [$0] } ?? [])
      value = try add(
        .conditional(test, then: value, otherwise: otherwise),
        span(from: start, to: operands[operands.count - 1]),
        over: operands)
    }
    return value
  }

  private mutating func or() throws(SyntaxFault) -> ExpressionID {
    var left = try and()
    while try skip(word: "or") {
      let right = try and()
      left = try add(.or(left, right), span(from: syntax[left].span, to: right), over: [left, right])
    }
    return left
  }

  private mutating func and() throws(SyntaxFault) -> ExpressionID {
    var left = try not()
    while try skip(word: "and") {
      let right = try not()
      left = try add(.and(left, right), span(from: syntax[left].span, to: right), over: [left, right])
    }
    return left
  }

  private mutating func not() throws(SyntaxFault) -> ExpressionID {
    var starts: [Span] = []
    while at(word: "not") {
      starts.append(token.span)
      try advance()
    }
    var value = try comparison()
    for start in starts.reversed() {
      value = try add(.not(value), span(from: start, to: value), over: [value])
    }
    return value
  }

  private mutating func comparison() throws(SyntaxFault) -> ExpressionID {
    let first = try sum(.additive)
    var operands = [first]
    var operators: [ComparisonOperator] = []
    while let symbol = try comparisonOperator() {
      operators.append(symbol)
      operands.append(try sum(.additive))
    }
    if operators.isEmpty { return first }
    let span = span(from: syntax[first].span, to: operands[operands.count - 1])
    return try add(.comparison(addOperands(operands), operators), span, over: operands)
  }

  private mutating func comparisonOperator() throws(SyntaxFault) -> ComparisonOperator? {
    switch token.kind {
    case .symbol(let symbol):
      guard let found = symbol.comparison else { return nil }
      try advance()
      return found
    case .name("in"):
      try advance()
      return .isIn
    case .name("not"):
      guard lookAhead()?.kind == .name("in") else { return nil }
      try advance()
      try advance()
      return .isNotIn
    case .name, .integer, .float, .string, .close:
      return nil
    }
  }

  /// The levels of binary operators, loosest first. All of them group from left to right, `**` too.
  private enum Level {
    case additive, concatenation, multiplicative, power

    func contains(_ symbol: Symbol) -> Bool {
      switch self {
      case .additive: symbol == .add || symbol == .subtract
      case .concatenation: symbol == .tilde
      case .multiplicative:
        symbol == .multiply || symbol == .divide || symbol == .floorDivide || symbol == .modulo
      case .power: symbol == .power
      }
    }
  }

  /// An operand, and all operators behind it that bind as tight as `level` or tighter.
  private mutating func sum(_ level: Level) throws(SyntaxFault) -> ExpressionID {
    var left = try operand(below: level)
    while case .symbol(let symbol) = token.kind, level.contains(symbol) {
      if level == .concatenation {
        left = try concatenation(startingWith: left)
        continue
      }
      guard let operation = BinaryOperator(rawValue: symbol.rawValue) else { break }
      try advance()
      let right = try operand(below: level)
      left = try add(
        .binary(operation, left, right), span(from: syntax[left].span, to: right), over: [left, right])
    }
    return left
  }

  private mutating func operand(below level: Level) throws(SyntaxFault) -> ExpressionID {
    switch level {
    case .additive: try sum(.concatenation)
    case .concatenation: try sum(.multiplicative)
    case .multiplicative: try sum(.power)
    case .power: try unary(withFilters: true)
    }
  }

  private mutating func concatenation(startingWith first: ExpressionID) throws(SyntaxFault) -> ExpressionID {
    var items = [first]
    while try skip(.tilde) { items.append(try sum(.multiplicative)) }
    let span = span(from: syntax[first].span, to: items[items.count - 1])
    return try add(.concatenation(addOperands(items)), span, over: items)
  }

  /// Signs bind tighter than `**`, and filters bind tighter than signs only outside of them: `-1|abs` is 1.
  private mutating func unary(withFilters: Bool) throws(SyntaxFault) -> ExpressionID {
    var signs: [(UnaryOperator, Span)] = []
    while at(.subtract) || at(.add) {
      signs.append((at(.subtract) ? .minus : .plus, token.span))
      try advance()
    }
    var value = try postfix(of: try primary())
    for (sign, start) in signs.reversed() {
      value = try add(.unary(sign, value), span(from: start, to: value), over: [value])
    }
    return try withFilters ? filtersAndTests(of: value) : value
  }
}
