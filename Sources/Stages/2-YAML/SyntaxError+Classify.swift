extension SyntaxError {
  /// Finds cause and culprit of what libyaml reports.
  init(_ failure: EventReader.Failure, in context: Context) {
    self = context.classify(failure)
  }
}

extension SyntaxError.Context {
  fileprivate func classify(_ failure: EventReader.Failure) -> SyntaxError {
    let at = min(failure.at, text.count)
    let start = min(failure.contextAt ?? at, text.count)
    if failure.isEncoding { return SyntaxError(.notUTF8, at..<min(at + 1, text.count)) }
    if let swallowed = swallowedQuote(at) { return swallowed }
    switch failure.context {
    case "while scanning a directive", "while scanning a %YAML directive", "while scanning a %TAG directive",
      "while parsing a %TAG directive", "while parsing a tag directive", "while scanning a tag directive":
      return SyntaxError(.directive, line(from: start))
    case "while scanning a tag", "while parsing a tag":
      return SyntaxError(.malformedTag, word(at: start))
    case "while scanning a block scalar" where !failure.problem.contains("tab"):
      return SyntaxError(.blockHeader, line(from: start))
    default:
      return classify(failure.problem, at: at, start: start)
    }
  }

  private func classify(_ problem: String, at: Int, start: Int) -> SyntaxError {
    switch problem {
    case "could not find expected ':'": lineWithoutColon(start)
    case "mapping values are not allowed in this context": unexpectedColon(at)
    case "did not find expected key", "did not find expected '-' indicator",
      "did not find expected <document start>":
      unexpectedInBlock(at, needsDash: problem.contains("'-'"))
    case "did not find expected ',' or ']'", "did not find expected ',' or '}'":
      unexpectedInFlow(at, open: start)
    case "did not find expected node content": unexpectedForNode(at)
    case "found unexpected end of stream", "found unexpected document indicator":
      SyntaxError(.unclosedQuote, line(from: start))
    case "found unknown escape character": SyntaxError(.unknownEscape, at..<scalarEnd(at + 1))
    case "did not find expected hexdecimal number", "found invalid Unicode character escape code":
      SyntaxError(.unknownEscape, max(at - 2, 0)..<escapeEnd(at))
    case "found character that cannot start any token": unexpectedCharacter(at)
    case "found a tab character that violates indentation",
      "found a tab character where an indentation space is expected":
      SyntaxError(.tab, tabs(at))
    case "did not find expected alphabetic or numeric character":
      isBehindValue(start)
        ? SyntaxError(.textBehindValue, line(from: start))
        : SyntaxError(byte(start) == UInt8(ascii: "*") ? .asterisk : .ampersand, word(at: start))
    case "block sequence entries are not allowed in this context": SyntaxError(.misplacedDash, at..<at + 1)
    case "found unexpected ':'": SyntaxError(.missingSpaceAfterColon, at..<at + 1)
    case "found undefined tag handle": SyntaxError(.malformedTag, word(at: tagStart(from: start)))
    case "found duplicate %YAML directive", "found duplicate %TAG directive",
      "found incompatible YAML document":
      SyntaxError(.directive, line(from: at))
    default: SyntaxError(.other(problem), word(at: at))
    }
  }

  /// Whether a closing quote or bracket stands before the offset, with nothing but blanks between.
  private func isBehindValue(_ offset: Int) -> Bool {
    let before = text[Lines.start(in: text, of: offset)..<offset].last { !Lines.isBlank($0) }
    return before.map { "\"']}".utf8.contains($0) } ?? false
  }

  private func unexpectedCharacter(_ at: Int) -> SyntaxError {
    byte(at) == UInt8(ascii: "\t")
      ? SyntaxError(.tab, tabs(at)) : SyntaxError(.reservedStart, at..<scalarEnd(at))
  }

  /// A quote that was not closed takes everything up to the next quote, which then looks closed: `"` in `b:
  /// "y"`.
  private func swallowedQuote(_ at: Int) -> SyntaxError? {
    guard let scalar = lastScalar, scalar.style == .singleQuoted || scalar.style == .doubleQuoted,
      scalar.range.upperBound == at, text[scalar.range].contains(UInt8(ascii: "\n"))
    else { return nil }
    return SyntaxError(.unclosedQuote, line(from: scalar.range.lowerBound))
  }
}

// MARK: - Small ranges of the text

extension SyntaxError.Context {
  func byte(_ offset: Int) -> UInt8? { offset < text.count ? text[offset] : nil }

  /// The rest of the line, without a comment.
  func line(from offset: Int) -> Range<Int> {
    let start = min(offset, text.count)
    return start..<max(Lines.inkEnd(in: text, from: start), scalarEnd(start))
  }

  /// Up to the next blank or flow indicator, at least one character. At the end of the text, the last word.
  func word(at offset: Int) -> Range<Int> {
    let stops = Array(" \t\n\r,[]{}".utf8)
    var end = min(offset, text.count)
    while end < text.count, !stops.contains(text[end]) { end += 1 }
    return min(offset, text.count)..<max(end, scalarEnd(offset))
  }

  /// The end of the Unicode scalar at `offset`; of a line break its start.
  func scalarEnd(_ offset: Int) -> Int {
    guard let first = byte(offset), first != UInt8(ascii: "\n") else { return min(offset, text.count) }
    var end = offset + 1
    while let next = byte(end), next & 0xC0 == 0x80 { end += 1 }
    return end
  }

  func tabs(_ offset: Int) -> Range<Int> {
    var end = offset
    while byte(end) == UInt8(ascii: "\t") { end += 1 }
    return offset..<max(end, scalarEnd(offset))
  }

  /// The end of the hexadecimal digits of an escape.
  private func escapeEnd(_ offset: Int) -> Int {
    let hex = Array("0123456789abcdefABCDEF".utf8)
    var end = offset
    while let next = byte(end), end < offset + 8, hex.contains(next) { end += 1 }
    return end
  }

  /// A tag may stand behind an anchor.
  private func tagStart(from offset: Int) -> Int {
    text[offset..<Lines.end(in: text, of: offset)].firstIndex(of: UInt8(ascii: "!")) ?? offset
  }

  /// Whether two offsets stand on one line.
  func isOneLine(_ left: Int, _ right: Int) -> Bool {
    left <= right && !text[left..<min(right, text.count)].contains(UInt8(ascii: "\n"))
  }

  func column(of offset: Int) -> Int { offset - Lines.start(in: text, of: offset) }
}
