package import AltoSource
import Template

extension Tree {
  package enum Shape: Sendable { case scalar, sequence, mapping }

  package func shape(of node: NodeID) -> Shape {
    switch self[node].kind {
    case .scalar: .scalar
    case .sequence: .sequence
    case .mapping: .mapping
    }
  }

  package func type(of node: NodeID) -> ScalarType { self[node].type }

  package func style(of node: NodeID) -> ScalarStyle { self[node].style }

  /// The items of a sequence, in order; none of anything else.
  package func items(of node: NodeID) -> ArraySlice<Edge> {
    let entry = self[node]
    return entry.kind == .sequence ? children[entry.content] : []
  }

  /// The entries of a mapping in order, merge keys resolved; none of anything else.
  package func entries(of node: NodeID) -> [(key: Edge, value: Edge)] {
    let entry = self[node]
    guard entry.kind == .mapping else { return [] }
    return stride(from: entry.content.lowerBound, to: entry.content.upperBound, by: 2).map {
      (key: children[$0], value: children[$0 + 1])
    }
  }

  /// Whether any hole, late or poison, lies in the scalar.
  package func hasHoles(_ node: NodeID) -> Bool { self[node].flags.contains(.hasHoles) }

  /// Whether a tag gave the scalar its type: `!!str 3`.
  package func isTagged(_ node: NodeID) -> Bool { self[node].flags.contains(.isTagged) }

  /// Whether a failed expression lies in the node or below it, or a part of it could not be read.
  package func isPoisoned(_ node: NodeID) -> Bool { self[node].flags.contains(.isPoisoned) }

  /// The decoded text of a scalar, empty of anything else. Holes show as U+E000: ask `pieces` where there are
  /// any.
  package func text(of node: NodeID) -> String { String(decoding: decoded(node), as: UTF8.self) }

  /// Whether the decoded text of a scalar is `name`, without making a string.
  package func text(of node: NodeID, equals name: StaticString) -> Bool {
    let text = decoded(node)
    guard text.count == name.utf8CodeUnitCount else { return false }
    return name.withUTF8Buffer { text.elementsEqual($0) }
  }

  /// The scalar as it stands in the expanded text, quotes and all: `3.10`, `"a\tb"`.
  package func sourceText(of node: NodeID) -> String {
    String(decoding: expanded.text[self[node].range], as: UTF8.self)
  }

  subscript(_ node: NodeID) -> Node { nodes[Int(node.index)] }

  /// The decoded bytes of a scalar.
  func decoded(_ node: NodeID) -> ArraySlice<UInt8> {
    let entry = self[node]
    return entry.kind == .scalar ? pool[entry.content] : []
  }
}

// MARK: - Places in the original file

extension Tree {
  /// The node's bytes in the original file, without anchor and tag.
  package func span(of node: NodeID) -> Span { expanded.map.original(self[node].range) }

  /// Where the child is used: the alias, or the node itself.
  package func span(of edge: Edge) -> Span {
    guard let alias = edge.alias else { return span(of: edge.node) }
    return expanded.map.original(Int(alias.lowerBound)..<Int(alias.upperBound))
  }

  /// The place in the original of a part of a scalar's decoded text, given in bytes of UTF-8. Exact through
  /// escapes, folding, indentation and the template.
  package func span(of node: NodeID, decoded range: Range<Int>) -> Span {
    expanded.map.original(ScalarMap(of: node, in: self).source(of: range))
  }

  /// The iterations of the template's loops that wrote the node, innermost first.
  package func frames(of node: NodeID) -> [SourceMap.Frame] {
    expanded.map.frames(at: Int(self[node].start))
  }
}
