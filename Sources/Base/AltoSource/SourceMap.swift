/// Leads from the expanded text of a template back to the original file.
///
/// The expanded text is cut into segments without gaps. A literal segment is a copy of the original, byte for byte;
/// a computed one was made by an expression and belongs as a whole to the tag that holds it, `{{` and `}}` included:
/// so a range that is part literal and part computed leads to a well-formed piece of the file.
package struct SourceMap: Sendable {
  /// One run of expanded text with one origin.
  package struct Segment: Equatable, Sendable {
    /// Offset of the first byte in the expanded text.
    package var start: UInt32
    /// What it came from: of a literal segment the copied bytes, of a computed one the whole tag.
    package var origin: Span
    package var kind: Kind
    /// Index into `frames`: the loop iteration that wrote the segment; -1 outside loops.
    package var frame: Int32

    package init(start: UInt32, origin: Span, kind: Kind, frame: Int32 = -1) {
      self.start = start
      self.origin = origin
      self.kind = kind
      self.frame = frame
    }
  }

  package enum Kind: UInt8, Sendable {
    /// Copied byte for byte.
    case literal
    /// One LF that stands for a CRLF or a CR of the original.
    case lineBreak
    /// The value of an expression.
    case computed
  }

  /// One iteration of a `for` that wrote a part of the text.
  package struct Frame: Equatable, Sendable {
    /// The `for` tag.
    package var tag: Span
    /// From 1.
    package var iteration: Int
    package var count: Int
    /// Index of the enclosing iteration; -1 at the top.
    package var parent: Int32

    package init(tag: Span, iteration: Int, count: Int, parent: Int32) {
      self.tag = tag
      self.iteration = iteration
      self.count = count
      self.parent = parent
    }
  }

  package private(set) var segments: [Segment] = []
  package private(set) var frames: [Frame] = []
  /// The offset behind the last byte of the original text, for positions at the end.
  private var originalEnd: UInt32

  /// An empty map of a file with `originalCount` bytes.
  package init(originalCount: Int) {
    self.originalEnd = UInt32(originalCount)
  }

  /// Adds the next segment, joining it to the one before where both are one literal copy.
  package mutating func append(_ segment: Segment) {
    if let last = segments.last, last.kind == .literal, segment.kind == .literal,
      last.frame == segment.frame, last.origin.end == segment.origin.start,
      segment.start - last.start == UInt32(last.origin.count)
    {
      segments[segments.count - 1].origin.end = segment.origin.end
    } else {
      segments.append(segment)
    }
  }

  /// Adds a loop iteration and returns its index.
  package mutating func append(_ frame: Frame) -> Int32 {
    frames.append(frame)
    return Int32(frames.count - 1)
  }

  /// The place in the original file that made the bytes `range` of the expanded text.
  ///
  /// Literal text gives its exact copy, computed text the whole tag. An empty range gives an empty span,
  /// unless it lies inside computed text.
  package func original(_ range: Range<Int>) -> Span {
    guard let first = segmentIndex(at: range.lowerBound) else { return Span(at: Int(originalEnd)) }
    let start = origin(at: range.lowerBound, in: first)
    guard !range.isEmpty else {
      return segments[first].kind == .computed ? start : Span(start: start.start, end: start.start)
    }
    let last = segmentIndex(at: range.upperBound - 1) ?? first
    let end = origin(at: range.upperBound - 1, in: last)
    // A range over two turns of a loop runs backwards in the original: its first piece says most.
    guard end.end > start.start else { return start }
    return Span(start: start.start, end: end.end)
  }

  /// The loop iteration that wrote the byte at `offset`, innermost first, then the iterations around it.
  package func frames(at offset: Int) -> [Frame] {
    guard let index = segmentIndex(at: offset) else { return [] }
    var result: [Frame] = []
    var next = segments[index].frame
    while next >= 0 {
      let frame = frames[Int(next)]
      result.append(frame)
      next = frame.parent
    }
    return result
  }

  /// Whether all of `range` was copied from the original, so that an edit of it is an edit of the file.
  package func isLiteral(_ range: Range<Int>) -> Bool {
    guard let first = segmentIndex(at: range.lowerBound) else { return range.isEmpty }
    let last = range.isEmpty ? first : segmentIndex(at: range.upperBound - 1) ?? first
    return (first...last).allSatisfy { index in
      segments[index].kind != .computed
        && (index == first || segments[index].origin.start == segments[index - 1].origin.end)
    }
  }

  /// The origin of the one byte at `offset`, which lies in segment `index`.
  private func origin(at offset: Int, in index: Int) -> Span {
    let segment = segments[index]
    guard segment.kind == .literal else { return segment.origin }
    let start = Int(segment.origin.start) + offset - Int(segment.start)
    // `offset` may be the end of the text: an empty span there.
    return Span(min(start, Int(segment.origin.end))..<min(start + 1, Int(segment.origin.end)))
  }

  /// The segment that holds the byte at `offset`; the last one for the end of the text.
  private func segmentIndex(at offset: Int) -> Int? {
    guard !segments.isEmpty else { return nil }
    var low = 0
    var high = segments.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if Int(segments[middle].start) <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
