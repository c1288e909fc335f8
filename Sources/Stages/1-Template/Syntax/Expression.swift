import AltoSource

/// One node of an expression.
struct Expression: Sendable {
  enum Kind: Sendable {
    case constant(Value)
    case name(NameID)
    case attribute(ExpressionID, name: String)
    case item(ExpressionID, index: ExpressionID)
    case slice(ExpressionID, start: ExpressionID?, stop: ExpressionID?, step: ExpressionID?)
    /// The argument list by its number in `Syntax.arguments`.
    case call(ExpressionID, arguments: Int)
    case filter(ExpressionID, Builtin<Filter>, name: Span, arguments: Int?)
    case test(ExpressionID, Builtin<Test>, name: Span, arguments: Int?)
    case unary(UnaryOperator, ExpressionID)
    case binary(BinaryOperator, ExpressionID, ExpressionID)
    /// `a ~ b ~ c`.
    case concatenation(Operands)
    /// `a < b <= c`: one operand more than operators.
    case comparison(Operands, [ComparisonOperator])
    case and(ExpressionID, ExpressionID)
    case or(ExpressionID, ExpressionID)
    case not(ExpressionID)
    case conditional(ExpressionID, then: ExpressionID, otherwise: ExpressionID?)
    case list(Operands)
    case tuple(Operands)
    /// Key, value, key, value.
    case dict(Operands)
    /// The text that the body of a `set` block made, for the filters on it.
    case captured
    /// Already reported: evaluates to poison.
    case broken
  }

  var kind: Kind
  var span: Span
  /// 1 for a leaf, 1 more than the highest operand otherwise.
  var height: Int32
}

enum UnaryOperator: String, Sendable {
  case plus = "+"
  case minus = "-"
}

enum BinaryOperator: String, Sendable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case floorDivide = "//"
  case modulo = "%"
  case power = "**"
}

enum ComparisonOperator: String, Sendable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="
  case isIn = "in"
  case isNotIn = "not in"
}
