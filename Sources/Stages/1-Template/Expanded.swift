package import AltoSource
package import ImageIR

/// What the template stage hands to YAML: the text, where each byte of it came from, and what is still open
/// in it.
package struct Expanded: Sendable {
  package let source: SourceFile
  /// UTF-8 without a byte order mark, lines ended by LF. Holds `sentinel` at each hole.
  package let text: [UInt8]
  package let map: SourceMap
  /// In order of `offset`. A sentinel in `text` is a hole if and only if it is listed here.
  package let holes: [Hole]
  /// Parts computed from a variable's value, in order, without overlap.
  package let taints: [Taint]
  /// Parts computed from `__file__`, in order, without overlap: bytes of the expanded text.
  package let fileDerived: [Range<UInt32>]
  /// Variables whose values decided something (conditions, filters), sorted.
  package let earlyVariables: [String]

  package init(
    source: SourceFile, text: [UInt8], map: SourceMap, holes: [Hole], taints: [Taint],
    fileDerived: [Range<UInt32>], earlyVariables: [String]
  ) {
    self.source = source
    self.text = text
    self.map = map
    self.holes = holes
    self.taints = taints
    self.fileDerived = fileDerived
    self.earlyVariables = earlyVariables
  }

  /// U+E000 in UTF-8: one private-use scalar stands for each hole, so that libyaml reads on.
  package static let sentinel: [UInt8] = [0xEE, 0x80, 0x80]
}

/// A place in the expanded text whose value is not there.
package struct Hole: Hashable, Sendable {
  /// Offset of the sentinel's first byte in the expanded text.
  package let offset: UInt32
  package let content: Content
  /// The expression's span in the original: `env('X')`.
  package let span: Span

  package enum Content: Hashable, Sendable {
    /// A reference that stays open until its key says whether it is early or late.
    case reference(Reference)
    /// A failed expression: nobody complains about text that contains it.
    case poison
  }

  package init(offset: Int, content: Content, span: Span) {
    self.offset = UInt32(offset)
    self.content = content
    self.span = span
  }
}

/// Expanded text that was computed from the values of variables.
package struct Taint: Hashable, Sendable {
  /// Bytes of the expanded text.
  package let range: Range<UInt32>
  /// Names of the variables, sorted.
  package let variables: [String]
  /// The expression in the original.
  package let span: Span

  package init(range: Range<Int>, variables: [String], span: Span) {
    self.range = UInt32(range.lowerBound)..<UInt32(range.upperBound)
    self.variables = variables
    self.span = span
  }
}
