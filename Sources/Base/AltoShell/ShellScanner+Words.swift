/// The text of a word while it is read.
struct WordText {
  private(set) var bytes: [UInt8] = []
  /// Off as soon as a shell might change the text.
  private(set) var isLiteral = true

  mutating func append(_ unit: UInt16) {
    bytes.append(UInt8(truncatingIfNeeded: unit))
  }

  mutating func changes() {
    isLiteral = false
  }

  var literal: String? { isLiteral ? String(decoding: bytes, as: UTF8.self) : nil }
}

extension ShellScanner {
  /// One word; something that can start a word stands at the position.
  mutating func scanWord() {
    let start = position
    var text = WordText()
    while let unit = current, !Self.endsWord(unit) { scanWordPart(unit, into: &text) }
    let word = ShellWord(range: start..<position, literal: unquotedTextIsSafe(start) ? text.literal : nil)
    // The patterns of a `case` hold parentheses that close nothing.
    if depth > 0, text.bytes.elementsEqual("case".utf8) { giveUpCertainty() }
    append(.word(word))
  }

  private mutating func scanWordPart(_ unit: UInt16, into text: inout WordText) {
    switch unit {
    case Ascii.backslash: scanEscape(into: &text)
    case Ascii.singleQuote: scanSingleQuotes(into: &text)
    case Ascii.doubleQuote: scanDoubleQuotes(into: &text)
    case Ascii.dollar:
      text.changes()
      scanDollar(inDoubleQuotes: false)
    case Ascii.backquote:
      text.changes()
      scanBackquotes()
    case Self.hole:
      text.changes()
      note(.unquoted)
      position += 1
    default:
      if !Self.isPlain(unit) { text.changes() }
      text.append(unit)
      position += 1
    }
  }

  private mutating func scanEscape(into text: inout WordText) {
    position += 1
    switch current {
    case nil:
      text.changes()
    case Ascii.newline?:
      position += 1
    case Self.hole?:
      text.changes()
      note(.unsupported(.escaped))
      position += 1
    case let unit?:
      if Self.isControl(unit) || unit >= 0x80 { text.changes() }
      text.append(unit)
      position += 1
    }
  }

  private mutating func scanSingleQuotes(into text: inout WordText) {
    let start = position
    position += 1
    while let unit = current {
      if unit == Ascii.singleQuote {
        position += 1
        return
      }
      appendQuoted(unit, .singleQuoted, into: &text)
    }
    openings.append(ShellOpening(kind: .singleQuote, range: start..<start + 1))
  }

  mutating func scanDoubleQuotes(into text: inout WordText) {
    let start = position
    guard enter() else { return }
    defer { depth -= 1 }
    let mark = openings.count
    position += 1
    while let unit = current {
      switch unit {
      case Ascii.doubleQuote:
        position += 1
        return
      case Ascii.backslash:
        scanEscapeInDoubleQuotes(into: &text)
      case Ascii.dollar:
        text.changes()
        scanDollar(inDoubleQuotes: true)
      case Ascii.backquote:
        text.changes()
        scanBackquotes()
      default:
        appendQuoted(unit, .doubleQuoted, into: &text)
      }
    }
    openings.insert(ShellOpening(kind: .doubleQuote, range: start..<start + 1), at: mark)
  }

  private mutating func scanEscapeInDoubleQuotes(into text: inout WordText) {
    position += 1
    switch current {
    case Ascii.dollar?, Ascii.backquote?, Ascii.doubleQuote?, Ascii.backslash?:
      text.append(units[position])
      position += 1
    case Ascii.newline?:
      position += 1
    case Self.hole?:
      text.changes()
      note(.unsupported(.escaped))
      position += 1
    case nil, .some:
      text.append(Ascii.backslash)
    }
  }

  private mutating func appendQuoted(_ unit: UInt16, _ context: ShellContext, into text: inout WordText) {
    if unit == Self.hole {
      text.changes()
      note(context)
    } else {
      if Self.isControl(unit), unit != Ascii.newline, unit != Ascii.tab { text.changes() }
      text.append(unit)
    }
    position += 1
  }

  /// Counts one more level; false, with the rest skipped, where there are too many.
  mutating func enter() -> Bool {
    guard depth < Self.maximumDepth else {
      giveUp()
      return false
    }
    depth += 1
    return true
  }
}

extension ShellScanner {
  static func endsWord(_ unit: UInt16) -> Bool {
    switch unit {
    case Ascii.space, Ascii.tab, Ascii.newline, Ascii.semicolon, Ascii.ampersand, Ascii.bar, Ascii.less,
      Ascii.greater, Ascii.openParenthesis, Ascii.closeParenthesis:
      true
    default: false
    }
  }

  /// Whether no shell gives this unit a meaning inside an unquoted word.
  ///
  /// Bytes of other scripts pass here and are judged as characters in `unquotedTextIsSafe`.
  static func isPlain(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    case 0x80...0xFF: true
    default: unit < 0x80 && "%+,-./:=@_".utf8.contains(UInt8(truncatingIfNeeded: unit))
    }
  }

  static func isControl(_ unit: UInt16) -> Bool { unit < 0x20 || unit == 0x7F }

  /// Whether every character outside ASCII in the word is a letter or a digit: some shells take blanks of
  /// other scripts for blanks. Quoted ones count too, which only costs an `sh -c`.
  func unquotedTextIsSafe(_ start: Int) -> Bool {
    let word = units[start..<position]
    guard word.contains(where: { $0 >= 0x80 }) else { return true }
    return String(decoding: word.map { UInt8(truncatingIfNeeded: $0) }, as: UTF8.self).unicodeScalars
      .allSatisfy { $0.isASCII || $0.properties.isAlphabetic || $0.properties.numericType != nil }
  }
}
