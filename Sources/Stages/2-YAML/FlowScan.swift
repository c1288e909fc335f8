/// Reads the source of a plain or quoted scalar once more, with the place of every decoded byte.
struct FlowScan {
  private let text: [UInt8]
  private let style: ScalarStyle
  private let end: Int
  private var position: Int
  private var map: ScalarMap

  static func map(of node: Node, in text: [UInt8]) -> ScalarMap {
    var scan = FlowScan(node, text)
    while scan.position < scan.end { scan.step() }
    return scan.map
  }

  private init(_ node: Node, _ text: [UInt8]) {
    self.text = text
    style = node.style
    let isQuoted = node.style != .plain && node.range.count >= 2
    position = node.range.lowerBound + (isQuoted ? 1 : 0)
    end = node.range.upperBound - (isQuoted ? 1 : 0)
    map = ScalarMap(start: position)
  }

  private mutating func step() {
    let byte = text[position]
    if isBlank(byte) || LineBreak.range(in: text, at: position) != nil {
      readBlanks(isContinued: false)
    } else if style == .singleQuoted, byte == UInt8(ascii: "'") {
      map.append([byte], from: position..<min(position + 2, end))
      position += 2
    } else if style == .doubleQuoted, byte == UInt8(ascii: "\\") {
      readEscape()
    } else {
      map.copy(position..<position + 1, of: text)
      position += 1
    }
  }

  private func isBlank(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }

  /// Blanks within a line stay; around line breaks they go, and the breaks are folded.
  ///
  /// - Parameter isContinued: a backslash took the first line break away.
  private mutating func readBlanks(isContinued: Bool) {
    let start = position
    var breaks: [Range<Int>] = []
    while position < end {
      if let range = LineBreak.range(in: text, at: position) {
        breaks.append(range)
        position = range.upperBound
      } else if isBlank(text[position]) {
        position += 1
      } else {
        break
      }
    }
    if isContinued {
      append(breaks[...])
    } else if let first = breaks.first {
      fold(first, breaks.dropFirst(), start..<position)
    } else {
      map.copy(start..<position, of: text)
    }
  }

  private mutating func fold(_ first: Range<Int>, _ others: ArraySlice<Range<Int>>, _ whole: Range<Int>) {
    if LineBreak.decoded(first, in: text).count == 3 {
      append([first])
      append(others)
    } else if others.isEmpty {
      map.append([UInt8(ascii: " ")], from: whole)
    } else {
      append(others)
    }
  }

  private mutating func append(_ breaks: ArraySlice<Range<Int>>) {
    for range in breaks { map.append(LineBreak.decoded(range, in: text), from: range) }
  }

  private mutating func readEscape() {
    let start = position
    if let lineBreak = LineBreak.range(in: text, at: start + 1) {
      position = min(lineBreak.upperBound, end)
      readBlanks(isContinued: true)
      return
    }
    let escape = Escape(in: text, at: start)
    position = min(start + escape.count, end)
    map.append(escape.decoded, from: start..<position)
  }
}
