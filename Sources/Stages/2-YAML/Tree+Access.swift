package import AltoSource
package import Template

extension Tree {
  package enum Shape: Sendable { case scalar, sequence, mapping }

  package func shape(of node: NodeID) -> Shape { fatalError("placeholder") }
  package func type(of node: NodeID) -> ScalarType { fatalError("placeholder") }
  package func style(of node: NodeID) -> ScalarStyle { fatalError("placeholder") }

  /// The items of a sequence, in order.
  package func items(of node: NodeID) -> ArraySlice<Edge> { fatalError("placeholder") }

  /// The entries of a mapping in order, merge keys resolved.
  package func entries(of node: NodeID) -> [(key: Edge, value: Edge)] { fatalError("placeholder") }

  /// The node's bytes in the original file, without anchor and tag.
  package func span(of node: NodeID) -> Span { fatalError("placeholder") }

  /// Where the child is used: the alias, or the node itself.
  package func span(of edge: Edge) -> Span { fatalError("placeholder") }

  /// The place in the original of a part of a scalar's decoded text, given in bytes of UTF-8. Exact through escapes,
  /// folding, indentation and the template.
  package func span(of node: NodeID, decoded range: Range<Int>) -> Span { fatalError("placeholder") }

  /// Whether any hole, late or poison, lies in the scalar.
  package func hasHoles(_ node: NodeID) -> Bool { fatalError("placeholder") }

  /// Whether a failed expression lies in the node or below it.
  package func isPoisoned(_ node: NodeID) -> Bool { fatalError("placeholder") }

  /// The decoded text of a scalar. Holes show as U+E000: ask `pieces` where there are any.
  package func text(of node: NodeID) -> String { fatalError("placeholder") }

  /// Whether the decoded text of a scalar is `name`, without making a string.
  package func text(of node: NodeID, equals name: StaticString) -> Bool { fatalError("placeholder") }

  /// The decoded text cut at its holes. A user's own U+E000 stays text.
  package func pieces(of node: NodeID) -> [ScalarPiece] { fatalError("placeholder") }

  /// The scalar as it stands in the expanded text, quotes and all: `3.10`, `"a\tb"`.
  package func sourceText(of node: NodeID) -> String { fatalError("placeholder") }

  /// The tainted parts that overlap the node.
  package func taints(of node: NodeID) -> ArraySlice<Taint> { fatalError("placeholder") }

  /// Whether a part of the node was computed from `__file__`.
  package func isFileDerived(_ node: NodeID) -> Bool { fatalError("placeholder") }

  /// The iterations of the template's loops that wrote the node, innermost first.
  package func frames(of node: NodeID) -> [SourceMap.Frame] { fatalError("placeholder") }
}

/// A part of a scalar's decoded text.
package enum ScalarPiece: Sendable {
  /// The text, and its bytes in the decoded scalar.
  case text(String, Range<Int>)
  /// A hole and the bytes of its sentinel in the decoded scalar.
  case hole(Hole, Range<Int>)
}
