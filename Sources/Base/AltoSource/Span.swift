/// A half-open range of bytes in one original source file.
///
/// Offsets count bytes from the first byte of the file, a byte order mark included.
package struct Span: Hashable, Sendable {
  /// Offset of the first byte.
  package var start: UInt32
  /// Offset behind the last byte; never smaller than `start`.
  package var end: UInt32

  package init(start: UInt32, end: UInt32) {
    precondition(start <= end, "a span cannot end before it starts")
    self.start = start
    self.end = end
  }

  package init(_ range: Range<Int>) {
    self.init(start: UInt32(range.lowerBound), end: UInt32(range.upperBound))
  }

  /// An empty span at `offset`.
  package init(at offset: Int) {
    self.init(offset..<offset)
  }

  package var range: Range<Int> { Int(start)..<Int(end) }
  package var count: Int { Int(end - start) }
  package var isEmpty: Bool { start == end }

  /// The smallest span that holds both.
  package func union(_ other: Span) -> Span {
    Span(start: min(start, other.start), end: max(end, other.end))
  }

  package func contains(_ other: Span) -> Bool {
    start <= other.start && other.end <= end
  }
}

extension Span: Comparable {
  package static func < (left: Span, right: Span) -> Bool {
    (left.start, left.end) < (right.start, right.end)
  }
}

extension Span: CustomStringConvertible {
  package var description: String { "\(start)..<\(end)" }
}
