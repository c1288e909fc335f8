// Mistakes in block style: colons, dashes, indentation.

extension SyntaxError.Context {
  /// A line that stands where a key is due.
  func lineWithoutColon(_ start: Int) -> SyntaxError {
    let line = line(from: start)
    let ink = text[line]
    if let quote = ink.first, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'"),
      !ink.dropFirst().contains(quote)
    {
      return SyntaxError(.unclosedQuote, line)
    }
    if ink.first == UInt8(ascii: "-"), ink.count > 1, blocks.last?.kind == .sequence {
      return SyntaxError(.missingSpaceAfterDash, start..<start + 1)
    }
    if let colon = ink.firstIndex(of: UInt8(ascii: ":")), colon + 1 < ink.endIndex, colon > ink.startIndex,
      text[colon + 1] != UInt8(ascii: "/")
    {
      return SyntaxError(.missingSpaceAfterColon, colon..<colon + 1)
    }
    return SyntaxError(.missingColon, line)
  }

  /// A colon where no value can start.
  func unexpectedColon(_ at: Int) -> SyntaxError {
    guard let scalar = lastScalar, scalar.style == .plain, isOneLine(scalar.range.upperBound, at),
      !isOneLine(scalar.range.lowerBound, at)
    else { return SyntaxError(.secondColon, at..<min(at + 1, text.count)) }
    // A plain scalar ran on into this line.
    let start = scalar.range.lowerBound
    let key = Lines.firstInk(in: text, of: at)
    let standsAlone = Lines.firstInk(in: text, of: start) == start
    if blocks.isEmpty || standsAlone || column(of: start) == column(of: key) {
      return lineWithoutColon(start)
    }
    return SyntaxError(
      .tooDeepUnderValue, key..<max(key, scalar.range.upperBound), related: line(from: start))
  }

  /// Something that is neither a key nor an item of the block that is open.
  func unexpectedInBlock(_ at: Int, needsDash: Bool) -> SyntaxError {
    guard let byte = byte(at) else { return SyntaxError(.other("the end of the file"), at..<at) }
    let ink = Lines.firstInk(in: text, of: at)
    guard ink == at else { return behindValue(at) }
    if byte == UInt8(ascii: "]") || byte == UInt8(ascii: "}") {
      return SyntaxError(.strayBracket, at..<at + 1)
    }
    let column = column(of: at)
    let columns = openColumns
    if !columns.contains(column) {
      return SyntaxError(.indentation(found: column, open: columns), line(from: at))
    }
    if needsDash { return SyntaxError(.missingDash, line(from: at)) }
    if byte == UInt8(ascii: "-") { return SyntaxError(.misplacedDash, at..<at + 1) }
    return SyntaxError(.other("expected a key"), line(from: at))
  }

  /// The columns of the open block collections, each once, from the left.
  private var openColumns: [Int] {
    let brackets: [UInt8] = [UInt8(ascii: "["), UInt8(ascii: "{")]
    var columns: [Int] = []
    for block in blocks {
      guard let first = byte(Int(block.start)), !brackets.contains(first) else { continue }
      let column = column(of: Int(block.start))
      if columns.last != column { columns.append(column) }
    }
    return columns
  }

  /// Something on the line of a value that has ended.
  private func behindValue(_ at: Int) -> SyntaxError {
    let line = Lines.start(in: text, of: at)
    if let braces = doubleBraces(in: line..<at) { return SyntaxError(.bracesLeft, braces..<braces + 2) }
    if byte(at) == UInt8(ascii: "]") || byte(at) == UInt8(ascii: "}") {
      return SyntaxError(.strayBracket, at..<at + 1)
    }
    if let scalar = lastScalar, scalar.style == .singleQuoted, scalar.range.upperBound == at {
      return SyntaxError(.apostrophe, at - 1..<at, related: scalar.range)
    }
    return SyntaxError(.textBehindValue, self.line(from: at))
  }

  func doubleBraces(in range: Range<Int>) -> Int? {
    let brace = UInt8(ascii: "{")
    return range.dropLast().first { text[$0] == brace && text[$0 + 1] == brace }
  }
}
