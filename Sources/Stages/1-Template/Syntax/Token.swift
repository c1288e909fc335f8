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

extension Symbol {
  /// The symbol of one byte.
  init?(_ byte: UInt8) {
    switch byte {
    case UInt8(ascii: "+"): self = .add
    case UInt8(ascii: "-"): self = .subtract
    case UInt8(ascii: "/"): self = .divide
    case UInt8(ascii: "*"): self = .multiply
    case UInt8(ascii: "%"): self = .modulo
    case UInt8(ascii: "~"): self = .tilde
    case UInt8(ascii: "["): self = .leftBracket
    case UInt8(ascii: "]"): self = .rightBracket
    case UInt8(ascii: "("): self = .leftParenthesis
    case UInt8(ascii: ")"): self = .rightParenthesis
    case UInt8(ascii: "{"): self = .leftBrace
    case UInt8(ascii: "}"): self = .rightBrace
    case UInt8(ascii: ">"): self = .greater
    case UInt8(ascii: "<"): self = .less
    case UInt8(ascii: "="): self = .assign
    case UInt8(ascii: "."): self = .dot
    case UInt8(ascii: ":"): self = .colon
    case UInt8(ascii: "|"): self = .pipe
    case UInt8(ascii: ","): self = .comma
    case UInt8(ascii: ";"): self = .semicolon
    default: return nil
    }
  }

  /// The symbol of two bytes.
  init?(_ first: UInt8, _ second: UInt8) {
    switch (first, second) {
    case (UInt8(ascii: "/"), UInt8(ascii: "/")): self = .floorDivide
    case (UInt8(ascii: "*"), UInt8(ascii: "*")): self = .power
    case (UInt8(ascii: "="), UInt8(ascii: "=")): self = .equal
    case (UInt8(ascii: "!"), UInt8(ascii: "=")): self = .notEqual
    case (UInt8(ascii: ">"), UInt8(ascii: "=")): self = .greaterOrEqual
    case (UInt8(ascii: "<"), UInt8(ascii: "=")): self = .lessOrEqual
    default: return nil
    }
  }

  /// What it means between two operands that are compared.
  var comparison: ComparisonOperator? {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .less
    case .lessOrEqual: .lessOrEqual
    case .greater: .greater
    case .greaterOrEqual: .greaterOrEqual
    case .add, .subtract, .divide, .floorDivide, .multiply, .modulo, .power, .tilde, .leftBracket,
      .rightBracket,
      .leftParenthesis, .rightParenthesis, .leftBrace, .rightBrace, .assign, .dot, .colon, .pipe, .comma,
      .semicolon:
      nil
    }
  }
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
