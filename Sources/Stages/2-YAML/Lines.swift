/// Lines of the expanded text, which end at LF.
enum Lines {
  /// The offset of the first byte of the line that holds `offset`.
  static func start(in text: [UInt8], of offset: Int) -> Int {
    var start = min(offset, text.count)
    while start > 0, text[start - 1] != UInt8(ascii: "\n") { start -= 1 }
    return start
  }

  /// The offset behind the last byte of the line that holds `offset`, without its line break.
  static func end(in text: [UInt8], of offset: Int) -> Int {
    var end = min(offset, text.count)
    while end < text.count, text[end] != UInt8(ascii: "\n") { end += 1 }
    return end
  }

  static func range(in text: [UInt8], of offset: Int) -> Range<Int> {
    start(in: text, of: offset)..<end(in: text, of: offset)
  }

  /// The first byte of the line that is no blank; the end of the line when there is none.
  static func firstInk(in text: [UInt8], of offset: Int) -> Int {
    let line = range(in: text, of: offset)
    return text[line].firstIndex { !isBlank($0) } ?? line.upperBound
  }

  /// The columns of white space before the text of a line.
  static func indentation(in text: [UInt8], of offset: Int) -> Int {
    firstInk(in: text, of: offset) - start(in: text, of: offset)
  }

  /// The end of the line's text, without a comment and without blanks before it.
  ///
  /// - Parameter offset: at or before the text, outside of quotes.
  static func inkEnd(in text: [UInt8], from offset: Int) -> Int {
    let line = offset..<end(in: text, of: offset)
    var stop = line.upperBound
    for index in line where text[index] == UInt8(ascii: "#") && index > 0 && isBlank(text[index - 1]) {
      stop = index
      break
    }
    while stop > offset, isBlank(text[stop - 1]) { stop -= 1 }
    return stop
  }

  /// The next line after the one of `offset` that looks like `key:` in the first column.
  static func topLevelKey(in text: [UInt8], after offset: Int) -> Int? {
    var line = end(in: text, of: offset) + 1
    while line < text.count {
      let range = line..<end(in: text, of: line)
      if isKey(text[range]) { return line }
      line = range.upperBound + 1
    }
    return nil
  }

  /// What the line would be an entry of: a list for `- `, a mapping for `key:`; nil for anything else.
  static func entryKind(in text: [UInt8], at line: Int) -> Node.Kind? {
    let ink = text[firstInk(in: text, of: line)..<end(in: text, of: line)]
    if ink.first == UInt8(ascii: "-") {
      return ink.count == 1 || isBlank(ink[ink.startIndex + 1]) ? .sequence : nil
    }
    return isKey(ink) ? .mapping : nil
  }

  static func isDocumentMarker(in text: [UInt8], at line: Int) -> Bool {
    text[line...].starts(with: "---".utf8) || text[line...].starts(with: "...".utf8)
  }

  /// Whether a line starts with a word and has a colon before a blank or the end.
  static func isKey(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, !isBlank(first), !indicators.contains(first) else { return false }
    return line.indices.contains { index in
      line[index] == UInt8(ascii: ":") && (index + 1 == line.endIndex || isBlank(line[index + 1]))
    }
  }

  static func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  /// What no key starts with.
  private static let indicators = Array("-?:,[]{}#&*!|>%@`.".utf8)
}
