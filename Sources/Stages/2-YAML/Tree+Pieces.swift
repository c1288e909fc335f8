package import AltoSource
package import ImageIR
import Template

/// A part of a scalar's decoded text.
package enum ScalarPiece: Sendable {
  /// The text, and its bytes in the decoded scalar.
  case text(String, Range<Int>)
  /// A reference, the expression that made it, and the bytes of its sentinel in the decoded scalar.
  case reference(Reference, at: Span, Range<Int>)
  /// A failed expression and the bytes of its sentinel.
  case poison(at: Span, Range<Int>)

  fileprivate init(_ hole: Hole, _ range: Range<Int>) {
    switch hole.content {
    case .reference(let reference): self = .reference(reference, at: hole.span, range)
    case .poison: self = .poison(at: hole.span, range)
    }
  }
}

/// A part of a node that was computed from the values of variables.
package struct ComputedPart: Hashable, Sendable {
  /// Names of the variables, sorted.
  package let variables: [String]
  /// The expression in the original file.
  package let span: Span
}

extension Tree {
  /// The decoded text cut at its holes; nothing for an empty text. A user's own U+E000 stays text.
  package func pieces(of node: NodeID) -> [ScalarPiece] {
    let text = decoded(node)
    guard hasHoles(node) else { return piece(of: text, 0..<text.count).map { [$0] } ?? [] }
    let map = ScalarMap(of: node, in: self)
    var pieces: [ScalarPiece] = []
    var position = 0
    for hole in holes(in: contentRange(of: node)) {
      guard let start = map.decoded(of: Int(hole.offset)), start >= position else { continue }
      let range = start..<min(start + Expanded.sentinel.count, text.count)
      pieces += piece(of: text, position..<range.lowerBound).map { [$0] } ?? []
      pieces.append(ScalarPiece(hole, range))
      position = range.upperBound
    }
    return pieces + (piece(of: text, position..<text.count).map { [$0] } ?? [])
  }

  private func piece(of text: ArraySlice<UInt8>, _ range: Range<Int>) -> ScalarPiece? {
    guard !range.isEmpty else { return nil }
    let bytes = text[(text.startIndex + range.lowerBound)..<(text.startIndex + range.upperBound)]
    return .text(String(decoding: bytes, as: UTF8.self), range)
  }

  /// The decoded text with its references. Failed expressions leave nothing: ask `isPoisoned` first.
  package func lateText(of node: NodeID) -> LateText {
    var result = LateText("")
    for piece in pieces(of: node) {
      switch piece {
      case .text(let text, _): result.append(.literal(text))
      case .reference(let reference, _, _): result.append(.reference(reference))
      case .poison: break
      }
    }
    return result
  }

  /// The parts of the node that were computed from the values of variables.
  package func computedParts(of node: NodeID) -> [ComputedPart] {
    taints(of: node).map { ComputedPart(variables: $0.variables, span: $0.span) }
  }

  /// Variables whose values decided something in the template, sorted.
  package var earlyVariables: [String] { expanded.earlyVariables }

  private func taints(of node: NodeID) -> ArraySlice<Taint> {
    let range = reach(of: node)
    let first = expanded.taints.partition { Int($0.range.upperBound) >= range.lowerBound }
    var last = first
    var start = first
    while last < expanded.taints.count, Self.touch(expanded.taints[last].range, range) != .after {
      if Self.touch(expanded.taints[last].range, range) == .before { start = last + 1 }
      last += 1
    }
    return expanded.taints[start..<max(start, last)]
  }

  /// Whether a part of the node was computed from `__file__`.
  package func isFileDerived(_ node: NodeID) -> Bool {
    let range = reach(of: node)
    let first = expanded.fileDerived.partition { Int($0.upperBound) >= range.lowerBound }
    return expanded.fileDerived[first...].prefix(2).contains { Self.touch($0, range) == .inside }
  }

  private enum Touch { case before, inside, after }

  /// An empty part lies inside when it stands in the node or at one of its ends.
  private static func touch(_ part: Range<UInt32>, _ range: Range<Int>) -> Touch {
    let (lower, upper) = (Int(part.lowerBound), Int(part.upperBound))
    if upper < range.lowerBound || (upper == range.lowerBound && lower < upper) { return .before }
    if lower > range.upperBound || (lower == range.upperBound && lower < upper) { return .after }
    return .inside
  }

  /// The bytes that make the value: of a missing value the blanks behind its colon, where an expression stood
  /// that gave nothing.
  private func reach(of node: NodeID) -> Range<Int> {
    let range = contentRange(of: node)
    guard range.isEmpty else { return range }
    var end = range.upperBound
    while end < expanded.text.count, expanded.text[end] == UInt8(ascii: " ") { end += 1 }
    return range.lowerBound..<end
  }

  /// The bytes of the expanded text that hold the value: of a block scalar the lines below its first, whose
  /// comment does not count.
  func contentRange(of node: NodeID) -> Range<Int> {
    let entry = self[node]
    switch entry.style {
    case .plain, .singleQuoted, .doubleQuoted: return entry.range
    case .literal, .folded:
      let text = expanded.text[entry.range]
      let line = text.firstIndex(of: UInt8(ascii: "\n")).map { $0 + 1 } ?? text.endIndex
      return line..<text.endIndex
    }
  }

  /// The holes in a range of the expanded text.
  func holes(in range: Range<Int>) -> ArraySlice<Hole> {
    guard !expanded.holes.isEmpty else { return [] }
    let first = expanded.holes.partition { Int($0.offset) >= range.lowerBound }
    let last = expanded.holes.partition { Int($0.offset) >= range.upperBound }
    return expanded.holes[first..<max(first, last)]
  }
}

extension Array {
  /// The index of the first element that fits, in an array where all that fit come last.
  fileprivate func partition(_ fits: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if fits(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
