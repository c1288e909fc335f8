import AltoSource

/// One word of an expression or a statement.
struct Token: Sendable {
  enum Kind: Equatable, Sendable {
    case name(String)
    case integer(Int)
    case float(Double)
    /// Its value, escapes decoded.
    case string(String)
    case symbol(Symbol)
    /// The end of the tag.
    case close
  }

  var kind: Kind
  var span: Span
}

/// Everything in a tag that is neither a word nor a literal.
enum Symbol: String, Sendable {
  case add = "+"
  case subtract = "-"
  case divide = "/"
  case floorDivide = "//"
  case multiply = "*"
  case modulo = "%"
  case power = "**"
  case tilde = "~"
  case leftBracket = "["
  case rightBracket = "]"
  case leftParenthesis = "("
  case rightParenthesis = ")"
  case leftBrace = "{"
  case rightBrace = "}"
  case equal = "=="
  case notEqual = "!="
  case greater = ">"
  case greaterOrEqual = ">="
  case less = "<"
  case lessOrEqual = "<="
  case assign = "="
  case dot = "."
  case colon = ":"
  case pipe = "|"
  case comma = ","
  case semicolon = ";"
}

/// The three sorts of tags.
enum TagKind: Sendable {
  case output, statement, comment

  var opening: String {
    switch self {
    case .output: "{{"
    case .statement: "{%"
    case .comment: "{#"
    }
  }

  var closing: String {
    switch self {
    case .output: "}}"
    case .statement: "%}"
    case .comment: "#}"
    }
  }

  /// The first byte of `closing`.
  var closingByte: UInt8 {
    switch self {
    case .output: UInt8(ascii: "}")
    case .statement: UInt8(ascii: "%")
    case .comment: UInt8(ascii: "#")
    }
  }
}
