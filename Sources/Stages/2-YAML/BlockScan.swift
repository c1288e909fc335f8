/// Reads the source of a literal or folded block scalar once more, with the place of every decoded byte.
struct BlockScan {
  private enum Chomping { case clip, strip, keep }

  private let text: [UInt8]
  private let isFolded: Bool
  private var position: Int
  private var column = 0
  private var chomping = Chomping.clip
  /// Zero until it is known.
  private var indentation = 0
  private let minimum: Int
  private var map: ScalarMap

  static func map(of node: Node, in text: [UInt8]) -> ScalarMap {
    var scan = BlockScan(node, text)
    scan.readLines()
    return scan.map
  }

  private init(_ node: Node, _ text: [UInt8]) {
    self.text = text
    isFolded = node.style == .folded
    minimum = Int(node.indentation)
    position = min(node.range.lowerBound + 1, text.count)
    map = ScalarMap(start: position)
    readHeader()
    map = ScalarMap(start: position)
  }

  /// The chomping and indentation indicators, then the rest of the line.
  private mutating func readHeader() {
    while position < text.count {
      switch text[position] {
      case UInt8(ascii: "+"): chomping = .keep
      case UInt8(ascii: "-"): chomping = .strip
      case let digit where UInt8(ascii: "1")...UInt8(ascii: "9") ~= digit:
        indentation = max(minimum - 1, 0) + Int(digit - UInt8(ascii: "0"))
      default:
        return skipLine()
      }
      position += 1
    }
  }

  private mutating func skipLine() {
    while position < text.count {
      if let range = LineBreak.range(in: text, at: position) {
        position = range.upperBound
        return
      }
      position += 1
    }
  }

  private mutating func readLines() {
    var leading: Range<Int>?
    var others = readBreaks()
    var wasBlank = false
    while column == indentation, position < text.count {
      let isBlank = text[position] == UInt8(ascii: " ") || text[position] == UInt8(ascii: "\t")
      if isFolded, !wasBlank, !isBlank, let first = leading, isFoldable(first) {
        if others.isEmpty { map.append([UInt8(ascii: " ")], from: first.lowerBound..<position) }
      } else {
        append(leading)
      }
      for other in others { append(other) }
      wasBlank = isBlank
      leading = readLine()
      others = readBreaks()
    }
    if chomping != .strip { append(leading) }
    if chomping == .keep { for other in others { append(other) } }
  }

  private func isFoldable(_ range: Range<Int>) -> Bool {
    LineBreak.decoded(range, in: text).count == 1
  }

  /// Copies the rest of a line; gives its line break, if it has one.
  private mutating func readLine() -> Range<Int>? {
    let start = position
    while position < text.count {
      if let range = LineBreak.range(in: text, at: position) {
        map.copy(start..<position, of: text)
        position = range.upperBound
        column = 0
        return range
      }
      position += 1
    }
    map.copy(start..<position, of: text)
    return nil
  }

  /// Skips indentation and empty lines; the first call finds out how deep the text is indented.
  private mutating func readBreaks() -> [Range<Int>] {
    var breaks: [Range<Int>] = []
    var deepest = 0
    while true {
      column = 0
      while position < text.count, indentation == 0 || column < indentation,
        text[position] == UInt8(ascii: " ")
      {
        position += 1
        column += 1
      }
      deepest = max(deepest, column)
      guard let range = LineBreak.range(in: text, at: position) else { break }
      breaks.append(range)
      position = range.upperBound
    }
    if indentation == 0 { indentation = max(deepest, minimum, 1) }
    return breaks
  }

  private mutating func append(_ range: Range<Int>?) {
    guard let range else { return }
    map.append(LineBreak.decoded(range, in: text), from: range)
  }
}
