import AltoDiagnostics
import AltoSource

/// A mistake in a tag, ready to be reported.
struct SyntaxFault: Error {
  let diagnostic: Diagnostic
}

/// Reads tokens out of one tag at a time, on demand.
///
/// Works on the original bytes, CRLF and byte order mark included, so that its offsets are those of the file.
struct Lexer {
  let bytes: [UInt8]
  /// Offset behind the last byte to read: Jinja drops one line break at the end of a template.
  let end: Int
  /// Offset of the next byte to read.
  var position: Int
  var tag: TagKind = .output
  /// Where the current tag was opened.
  var opening = Span(at: 0)
  /// How many parentheses, brackets and braces are open: inside them `}}` does not end the tag.
  private var balance = 0
  /// Whether the last token was a dot, behind which `1.2` is two integers.
  private var isAfterDot = false

  init(_ source: SourceFile) {
    bytes = source.bytes
    position = source.byteOrderMarkCount
    var end = bytes.count
    if end > position, bytes[end - 1] == UInt8(ascii: "\n") { end -= 1 }
    // CRLF is one line break, and so is a lone CR.
    let isLineFeedGone = end < bytes.count
    if end > position, bytes[end - 1] == UInt8(ascii: "\r"), isLineFeedGone || end == bytes.count { end -= 1 }
    self.end = end
  }

  /// Starts to read inside a tag, behind `{{` and its sign.
  mutating func enter(_ tag: TagKind, opening: Span, at offset: Int) {
    self.tag = tag
    self.opening = opening
    position = offset
    balance = 0
    isAfterDot = false
  }

  func byte(_ offset: Int) -> UInt8? { offset < end ? bytes[offset] : nil }

  func text(_ span: Span) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

  /// The next token. At `close`, `position` stands behind the tag and the whitespace that it strips.
  mutating func next() throws(SyntaxFault) -> Token {
    position = Whitespace.end(in: bytes, from: position, limit: end)
    guard let first = byte(position) else {
      throw fault(.unclosedTag(tag.opening, closing: tag.closing, at: opening))
    }
    if balance == 0, let close = closing() { return close }
    let wasAfterDot = isAfterDot
    isAfterDot = false
    switch first {
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      return try number(mayBeFloat: !wasAfterDot)
    case UInt8(ascii: "'"), UInt8(ascii: "\""):
      return try string(first)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"),
      0x80...:
      return try name()
    default:
      return try symbol()
    }
  }

  /// The end of the tag, if it stands here: `}}`, `-}}`, `%}`, `-%}` or `+%}`.
  private mutating func closing() -> Token? {
    var offset = position
    let sign = bytes[offset]
    if sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") && tag == .statement { offset += 1 }
    guard byte(offset) == tag.closingByte, byte(offset + 1) == UInt8(ascii: "}") else { return nil }
    let span = Span(position..<offset + 2)
    position = offset + 2
    if sign == UInt8(ascii: "-") { position = Whitespace.end(in: bytes, from: position, limit: end) }
    return Token(kind: .close, span: span)
  }

  private mutating func name() throws(SyntaxFault) -> Token {
    let start = position
    while position < end {
      let byte = bytes[position]
      if byte < 0x80 {
        guard Lexer.isWord(byte) else { break }
        position += 1
      } else {
        let (scalar, length) = Whitespace.decode(bytes, at: position)
        guard scalar.properties.isXIDContinue, position > start || scalar.properties.isXIDStart else {
          if position > start { break }
          throw fault(.unexpectedCharacter(scalar, at: Span(position..<position + length)))
        }
        position += length
      }
    }
    let span = Span(start..<position)
    return Token(kind: .name(text(span)), span: span)
  }

  static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }

  private mutating func symbol() throws(SyntaxFault) -> Token {
    let start = position
    if position + 2 <= end, let two = Symbol(bytes[start], bytes[start + 1]) {
      position += 2
      return Token(kind: .symbol(two), span: Span(start..<position))
    }
    guard let one = Symbol(bytes[start]) else {
      throw fault(.unexpectedCharacter(Unicode.Scalar(bytes[start]), at: Span(start..<start + 1)))
    }
    position += 1
    switch one {
    case .leftBrace, .leftBracket, .leftParenthesis: balance += 1
    case .rightBrace, .rightBracket, .rightParenthesis: balance = max(0, balance - 1)
    case .dot: isAfterDot = true
    case .add, .subtract, .divide, .floorDivide, .multiply, .modulo, .power, .tilde, .equal, .notEqual,
      .greater,
      .greaterOrEqual, .less, .lessOrEqual, .assign, .colon, .pipe, .comma, .semicolon:
      break
    }
    return Token(kind: .symbol(one), span: Span(start..<position))
  }

  func fault(_ diagnostic: Diagnostic) -> SyntaxFault { SyntaxFault(diagnostic: diagnostic) }
}
