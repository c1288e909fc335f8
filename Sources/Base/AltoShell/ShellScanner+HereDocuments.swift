/// A here-document whose lines have not come yet.
struct PendingDocument {
  var delimiter: [UInt16]
  /// `<<-`: tabs at the start of its lines are dropped.
  var stripsTabs: Bool
  /// The delimiter was quoted: nothing in the text is expanded.
  var isLiteral: Bool
  /// The operator and the delimiter.
  var range: Range<Int>
}

extension ShellScanner {
  /// Behind `<<`: an optional `-` and the delimiter.
  mutating func scanDocumentDelimiter(from start: Int) {
    let stripsTabs = current == Ascii.minus
    if stripsTabs { position += 1 }
    while current == Ascii.space || current == Ascii.tab { position += 1 }
    var delimiter: [UInt16] = []
    var isLiteral = false
    var quote: UInt16?
    while let unit = current, quote != nil || !Self.endsWord(unit) {
      switch unit {
      case quote:
        quote = nil
      case Ascii.singleQuote where quote == nil, Ascii.doubleQuote where quote == nil:
        quote = unit
        isLiteral = true
      case Ascii.backslash where quote == nil && next != nil && next != Self.hole:
        isLiteral = true
        position += 1
        delimiter.append(units[position])
      case Self.hole:
        note(.unsupported(.hereDocumentDelimiter))
        giveUpCertainty()
      case Ascii.dollar, Ascii.backquote, Ascii.backslash, Ascii.newline:
        giveUpCertainty()
        delimiter.append(unit)
      default:
        delimiter.append(unit)
      }
      position += 1
    }
    if quote != nil || delimiter.isEmpty { giveUpCertainty() }
    let range = start..<position
    append(.hereDocument(range))
    pendingDocuments.append(
      PendingDocument(delimiter: delimiter, stripsTabs: stripsTabs, isLiteral: isLiteral, range: range))
  }

  /// The documents whose operators stood on the line that just ended.
  mutating func readDocuments() {
    let documents = pendingDocuments
    pendingDocuments = []
    for document in documents where !readDocument(document) {
      openings.append(ShellOpening(kind: .hereDocument, range: document.range))
    }
  }

  /// - Returns: whether the line with the delimiter was found.
  private mutating func readDocument(_ document: PendingDocument) -> Bool {
    var expandsMore = false
    while position < units.count {
      let end = units[position...].firstIndex(of: Ascii.newline) ?? units.count
      var line = units[position..<end]
      if document.stripsTabs { line = line.drop { $0 == Ascii.tab } }
      if line.elementsEqual(document.delimiter) {
        // The newline stays: it also ends the command.
        position = end
        return true
      }
      scanDocumentLine(upTo: end, document, &expandsMore)
      position = min(end + 1, units.count)
    }
    return false
  }

  private mutating func scanDocumentLine(
    upTo end: Int, _ document: PendingDocument, _ expandsMore: inout Bool
  ) {
    while position < end {
      let unit = units[position]
      let before = position > 0 ? units[position - 1] : 0
      if unit == Self.hole {
        note(context(in: document, behind: before, expandsMore: expandsMore))
      } else if !document.isLiteral {
        let opens = before == Ascii.dollar && (unit == Ascii.openParenthesis || unit == Ascii.openBrace)
        if opens || unit == Ascii.backquote { expandsMore = true }
        // A joined line may or may not be the delimiter.
        if unit == Ascii.backslash, position + 1 == end { giveUpCertainty() }
      }
      position += 1
    }
  }

  private func context(
    in document: PendingDocument, behind before: UInt16, expandsMore: Bool
  ) -> ShellContext {
    if document.isLiteral { return .unsupported(.literalHereDocument) }
    if expandsMore { return .unsupported(.uncertain) }
    switch before {
    case Ascii.backslash: return .unsupported(.escaped)
    case Ascii.dollar: return .unsupported(.afterDollar)
    default: return .hereDocument
    }
  }
}
