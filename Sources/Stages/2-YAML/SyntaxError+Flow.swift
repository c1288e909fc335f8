// Mistakes in flow style: brackets and commas.

extension SyntaxError.Context {
  /// Something inside brackets that is neither a comma nor the closing bracket.
  func unexpectedInFlow(_ at: Int, open: Int) -> SyntaxError {
    if byte(open + 1) == UInt8(ascii: "{"), byte(open) == UInt8(ascii: "{") {
      return SyntaxError(.bracesLeft, open..<open + 2)
    }
    switch FlowEnd(of: open, in: text) {
    case .missing: return SyntaxError(.unclosedBracket, open..<open + 1)
    case .mismatch(let bracket):
      return SyntaxError(.strayBracket, bracket..<bracket + 1, related: open..<open + 1)
    case .found:
      guard byte(at) == UInt8(ascii: ":") else { return SyntaxError(.missingComma, word(at: at)) }
      return keyAfterLineBreak(at) ?? SyntaxError(.secondColon, at..<at + 1)
    }
  }

  /// A value without a comma runs on into the next line, up to the colon of that line's key.
  private func keyAfterLineBreak(_ colon: Int) -> SyntaxError? {
    guard let scalar = lastScalar, scalar.style == .plain, scalar.range.upperBound == colon,
      !isOneLine(scalar.range.lowerBound, colon)
    else { return nil }
    return SyntaxError(.missingComma, Lines.firstInk(in: text, of: colon)..<colon)
  }

  /// Something that no value starts with.
  func unexpectedForNode(_ at: Int) -> SyntaxError {
    switch byte(at) {
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      SyntaxError(.strayBracket, at..<at + 1)
    case UInt8(ascii: "-"):
      SyntaxError(.misplacedDash, at..<at + 1)
    case UInt8(ascii: ","):
      SyntaxError(.reservedStart, at..<at + 1)
    case nil:
      blocks.last.map { SyntaxError(.unclosedBracket, Int($0.start)..<Int($0.start) + 1) }
        ?? SyntaxError(.other("the end of the file"), at..<at)
    default:
      SyntaxError(.other("expected a value"), word(at: at))
    }
  }
}

/// Where a flow collection ends, judged by brackets, quotes and the indentation of lines.
enum FlowEnd: Equatable {
  case found(Int)
  /// A bracket of the other kind stands where this one is due.
  case mismatch(Int)
  case missing

  init(of open: Int, in text: [UInt8]) {
    let indentation = Lines.indentation(in: text, of: open)
    var expected: [UInt8] = []
    var position = open
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "["): expected.append(UInt8(ascii: "]"))
      case UInt8(ascii: "{"): expected.append(UInt8(ascii: "}"))
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        guard expected.popLast() == text[position] else {
          self = .mismatch(position)
          return
        }
        if expected.isEmpty {
          self = .found(position)
          return
        }
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        position = Self.closingQuote(in: text, position)
      case UInt8(ascii: "#") where position > 0 && text[position - 1] <= UInt8(ascii: " "):
        position = Lines.end(in: text, of: position) - 1
      case UInt8(ascii: "\n"):
        if Self.startsKey(text, line: position + 1, atMost: indentation) {
          self = .missing
          return
        }
      default: break
      }
      position += 1
    }
    self = .missing
  }

  /// The quote that closes the one at `open`; an apostrophe within a word opens nothing.
  private static func closingQuote(in text: [UInt8], _ open: Int) -> Int {
    let quote = text[open]
    let before = open > 0 ? text[open - 1] : UInt8(ascii: " ")
    guard before <= UInt8(ascii: " ") || "[{,:".utf8.contains(before) else { return open }
    var position = open + 1
    while position < text.count, text[position] != quote {
      position += quote == UInt8(ascii: "\"") && text[position] == UInt8(ascii: "\\") ? 2 : 1
    }
    return position < text.count ? position : open
  }

  /// Whether a line is a key that is not indented deeper than the one with the bracket.
  private static func startsKey(_ text: [UInt8], line: Int, atMost indentation: Int) -> Bool {
    guard line < text.count else { return false }
    let ink = Lines.firstInk(in: text, of: line)
    guard ink - line <= indentation else { return false }
    let rest = text[ink..<Lines.end(in: text, of: line)]
    return Lines.isKey(rest) || rest.starts(with: "- ".utf8)
  }
}
