import AltoDiagnostics
import AltoSource

extension Lexer {
  /// A string; `position` is at its quote.
  mutating func string(_ quote: UInt8) throws(SyntaxFault) -> Token {
    let start = position
    var offset = start + 1
    var isPlain = true
    while let byte = byte(offset), byte != quote {
      if byte == UInt8(ascii: "\\") {
        isPlain = false
        offset += 1
      } else if byte == UInt8(ascii: "\r") {
        isPlain = false
      }
      offset += 1
    }
    guard byte(offset) == quote else { throw fault(.unterminatedString(at: Span(start..<start + 1))) }
    position = offset + 1
    let content = Span(start + 1..<offset)
    let value = isPlain ? text(content) : try unescaped(content)
    return Token(kind: .string(value), span: Span(start..<position))
  }

  /// The text of a string's content: escapes as in Python, line breaks as LF.
  private func unescaped(_ content: Span) throws(SyntaxFault) -> String {
    var reader = EscapeReader(bytes: bytes, position: Int(content.start), end: Int(content.end))
    while reader.position < reader.end {
      let start = reader.position
      if let problem = reader.step() {
        let span = Span(start..<max(reader.position, start + 1))
        throw fault(.badEscape(text(span), problem, at: span))
      }
    }
    return String(decoding: reader.result, as: UTF8.self)
  }
}

/// Decodes the escapes of one string.
private struct EscapeReader {
  let bytes: [UInt8]
  var position: Int
  let end: Int
  var result: [UInt8] = []

  init(bytes: [UInt8], position: Int, end: Int) {
    self.bytes = bytes
    self.position = position
    self.end = end
  }

  /// Reads one byte or one escape.
  mutating func step() -> EscapeProblem? {
    let byte = bytes[position]
    position += 1
    switch byte {
    case UInt8(ascii: "\r"):
      if position < end, bytes[position] == UInt8(ascii: "\n") { position += 1 }
      result.append(UInt8(ascii: "\n"))
    case UInt8(ascii: "\\"):
      return escape()
    default:
      result.append(byte)
    }
    return nil
  }

  private mutating func escape() -> EscapeProblem? {
    guard position < end else { return .trailing }
    let letter = bytes[position]
    position += 1
    switch letter {
    case UInt8(ascii: "\n"): break
    case UInt8(ascii: "\r"): if position < end, bytes[position] == UInt8(ascii: "\n") { position += 1 }
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): result.append(letter)
    case UInt8(ascii: "a"): result.append(0x07)
    case UInt8(ascii: "b"): result.append(0x08)
    case UInt8(ascii: "f"): result.append(0x0C)
    case UInt8(ascii: "n"): result.append(0x0A)
    case UInt8(ascii: "r"): result.append(0x0D)
    case UInt8(ascii: "t"): result.append(0x09)
    case UInt8(ascii: "v"): result.append(0x0B)
    case UInt8(ascii: "0")...UInt8(ascii: "7"): octal(letter)
    case UInt8(ascii: "x"): return hexadecimal(2)
    case UInt8(ascii: "u"): return hexadecimal(4)
    case UInt8(ascii: "U"): return hexadecimal(8)
    case UInt8(ascii: "N"): return named()
    case 0x80...: unknown(at: position - 1)
    default: result += [UInt8(ascii: "\\"), letter]
    }
    return nil
  }

  private mutating func octal(_ first: UInt8) {
    var value = UInt32(first - UInt8(ascii: "0"))
    var count = 1
    while count < 3, position < end, UInt8(ascii: "0")...UInt8(ascii: "7") ~= bytes[position] {
      value = value * 8 + UInt32(bytes[position] - UInt8(ascii: "0"))
      position += 1
      count += 1
    }
    _ = append(value)
  }

  private mutating func hexadecimal(_ count: Int) -> EscapeProblem? {
    var value: UInt32 = 0
    for _ in 0..<count {
      guard position < end, let digit = Character(Unicode.Scalar(bytes[position])).hexDigitValue else {
        return .truncated
      }
      value = value << 4 | UInt32(digit)
      position += 1
    }
    return append(value)
  }

  private mutating func append(_ value: UInt32) -> EscapeProblem? {
    guard let scalar = Unicode.Scalar(value) else { return value > 0x10FFFF ? .outOfRange : .surrogate }
    result += Array(String(scalar).utf8)
    return nil
  }

  /// `\N{NAME}`: rare enough that a search through all names will do.
  private mutating func named() -> EscapeProblem? {
    guard position < end, bytes[position] == UInt8(ascii: "{"),
      let close = bytes[position..<end].firstIndex(of: UInt8(ascii: "}"))
    else { return .unknownName }
    let name = String(decoding: bytes[position + 1..<close], as: UTF8.self).uppercased()
    position = close + 1
    let range: ClosedRange<UInt32> = 0...0x10FFFF
    let found = range.lazy.compactMap { Unicode.Scalar($0) }.first {
      $0.properties.name == name || $0.properties.nameAlias == name
    }
    return found.map { append($0.value) } ?? .unknownName
  }

  /// Jinja encodes a string as ASCII before it reads the escapes, so a backslash before `é` stands before
  /// `\xe9`.
  private mutating func unknown(at start: Int) {
    let (scalar, length) = Whitespace.decode(bytes, at: start)
    position = start + length
    let hex = String(scalar.value, radix: 16)
    let (letter, width) = scalar.value < 0x100 ? ("x", 2) : scalar.value < 0x10000 ? ("u", 4) : ("U", 8)
    let zeros = String(repeating: "0", count: width - hex.count)
    result += Array(("\\" + letter + zeros + hex).utf8)
  }
}
