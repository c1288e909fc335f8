import AltoSource
import ImageIR

/// Collects the expanded text together with its origin, or the text of `set` blocks.
struct Output {
  private(set) var text: [UInt8] = []
  private(set) var map: SourceMap
  private(set) var holes: [Hole] = []
  private(set) var taints: [Taint] = []
  private(set) var fileDerived: [Range<UInt32>] = []
  /// The texts of the `set` blocks that are being run, innermost last.
  private var captures: [LateString] = []
  /// The turn of the loop that writes; -1 outside of loops.
  var frame: Int32 = -1

  init(originalCount: Int) {
    map = SourceMap(originalCount: originalCount)
    text.reserveCapacity(originalCount)
  }

  /// What was written so far to the current place, in bytes.
  var count: Int { captures.last?.count ?? text.count }

  /// A value as a whole, or a piece of it, as it goes to the text.
  struct Writing {
    /// The tag.
    let origin: Span
    /// The expression in it.
    let expression: Span
  }

  /// Copies bytes of the original; CRLF and CR become LF.
  mutating func copy(_ span: Span, of bytes: [UInt8]) {
    let range = span.range
    if captures.isEmpty {
      bytes.withUnsafeBufferPointer { copy(range, of: $0) }
    } else {
      let normalized = Output.normalized(bytes[range])
      captures[captures.count - 1].append(.text(String(decoding: normalized, as: UTF8.self), .nothing))
    }
  }

  private mutating func copy(_ range: Range<Int>, of bytes: UnsafeBufferPointer<UInt8>) {
    var start = range.lowerBound
    while start < range.upperBound {
      var end = start
      while end < range.upperBound, bytes[end] != UInt8(ascii: "\r") { end += 1 }
      if end > start {
        append(Span(start..<end), .literal)
        text.append(contentsOf: bytes[start..<end])
      }
      if end < range.upperBound {
        let isPair = end + 1 < range.upperBound && bytes[end + 1] == UInt8(ascii: "\n")
        append(Span(end..<end + (isPair ? 2 : 1)), .lineBreak)
        text.append(UInt8(ascii: "\n"))
        end += isPair ? 2 : 1
      }
      start = end
    }
  }

  private static func normalized(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var isAfterReturn = false
    for byte in bytes {
      if !(isAfterReturn && byte == UInt8(ascii: "\n")) {
        result.append(byte == UInt8(ascii: "\r") ? UInt8(ascii: "\n") : byte)
      }
      isAfterReturn = byte == UInt8(ascii: "\r")
    }
    return result
  }

  /// Writes computed text.
  ///
  /// - Parameter variables: the names of the variables in `provenance`.
  mutating func write(_ value: String, _ provenance: Provenance, variables: [String], from writing: Writing) {
    if value.isEmpty { return }
    guard captures.isEmpty else {
      captures[captures.count - 1].append(.text(value, provenance))
      return
    }
    append(writing.origin, .computed)
    let start = text.count
    text.append(contentsOf: value.utf8)
    if !variables.isEmpty {
      taints.append(Taint(range: start..<text.count, variables: variables, span: writing.expression))
    }
    if provenance.isFileDerived { fileDerived.append(UInt32(start)..<UInt32(text.count)) }
  }

  mutating func write(_ reference: Reference, at span: Span, from writing: Writing) {
    if captures.isEmpty {
      hole(.reference(reference), span, writing)
    } else {
      captures[captures.count - 1].append(.reference(reference, span))
    }
  }

  mutating func writePoison(from writing: Writing) {
    if captures.isEmpty {
      hole(.poison, writing.expression, writing)
    } else {
      captures[captures.count - 1].append(.poison(writing.expression))
    }
  }

  private mutating func hole(_ content: Hole.Content, _ span: Span, _ writing: Writing) {
    append(writing.origin, .computed)
    holes.append(Hole(offset: text.count, content: content, span: span))
    text.append(contentsOf: Expanded.sentinel)
  }

  private mutating func append(_ origin: Span, _ kind: SourceMap.Kind) {
    map.append(SourceMap.Segment(start: UInt32(text.count), origin: origin, kind: kind, frame: frame))
  }

  /// Starts one turn of a loop.
  mutating func enter(tag: Span, iteration: Int, count: Int) {
    frame = map.append(SourceMap.Frame(tag: tag, iteration: iteration, count: count, parent: frame))
  }

  mutating func startCapture() { captures.append(LateString()) }

  mutating func endCapture() -> LateString { captures.popLast() ?? LateString() }
}
