import AltoDiagnostics
import AltoSource
import Template

extension TreeBuilder {
  /// So many syntax errors are shown at once.
  private static let maximumErrors = 20

  /// Reads the whole text.
  mutating func read() {
    let text = readableText()
    var next: Range<Int>? = 0..<text.count
    while let range = next, syntaxErrors < Self.maximumErrors { next = read(text[range]) }
  }

  /// What has been read, with the diagnostics in the order of the file.
  consuming func finish() -> Staged<Tree> {
    while !open.isEmpty { closeCollection(0..<0) }
    let sorted = findings.map(\.diagnostic).enumerated().sorted {
      ($0.element.span.start, $0.offset) < ($1.element.span.start, $1.offset)
    }
    return Staged(tree, sorted.map(\.element))
  }

  /// Reads up to the end of the lines given or to the first syntax error.
  ///
  /// - Returns: the lines to go on with.
  private mutating func read(_ text: ArraySlice<UInt8>) -> Range<Int>? {
    let reader = EventReader(text)
    isContinuing = !open.isEmpty
    var documents = 0
    while true {
      switch reader.next() {
      case .failure(let failure):
        syntaxErrors += 1
        return recover(from: failure, since: text.startIndex)
      case .event(let event):
        if case .documentStart = event.kind { documents += 1 }
        guard documents < 2 else {
          report(.severalDocuments(at: original(event.range)), at: event.range.lowerBound)
          return nil
        }
        if case .streamEnd = event.kind { return resumption(behind: text.startIndex..<text.endIndex) }
        guard take(event, reader) else { return nil }
      }
    }
  }

  /// - Returns: whether there is more to read.
  private mutating func take(_ event: EventReader.Event, _ reader: EventReader) -> Bool {
    switch event.kind {
    case .documentStart, .other:
      return true
    case .streamEnd:
      return false
    case .collectionEnd:
      closeCollection(event.range)
      return true
    case .mappingStart where isContinuing, .sequenceStart where isContinuing:
      // The rest of the block that an error interrupted.
      isContinuing = false
      return true
    case .alias, .scalar, .sequenceStart, .mappingStart:
      guard !isContinuing else { return false }
      return takeNode(event, reader)
    }
  }

  private mutating func takeNode(_ event: EventReader.Event, _ reader: EventReader) -> Bool {
    switch event.kind {
    case .alias:
      readAlias(event.anchor ?? [], event.range)
    case .scalar(let scalar):
      readScalar(scalar, event, blockIndentation: reader.blockIndentation)
    case .sequenceStart:
      return openOrStop(.sequence, event)
    case .mappingStart:
      return openOrStop(.mapping, event)
    case .documentStart, .collectionEnd, .streamEnd, .other:
      break
    }
    return true
  }

  private mutating func openOrStop(_ kind: Node.Kind, _ event: EventReader.Event) -> Bool {
    guard openCollection(kind, event) else {
      tree.isComplete = false
      return false
    }
    return true
  }
}
