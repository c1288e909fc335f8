import AltoSource
import ImageIR
import Template

extension Tree {
  /// The tree as text, for people, goldens and `--emit tree`: one node per line, children indented.
  ///
  /// A line has the place in the original file (`line:column-line:column`, the end behind the last
  /// character), what the node is, and the text of a scalar in quotes. A node that stands again, by an alias
  /// or a merge key, is named by its place and not repeated.
  package func dump() -> String {
    var dump = TreeDump(tree: self)
    if let root { dump.write(Edge(root), as: "", depth: 0) } else { dump.text = "empty\n" }
    return dump.text + (isComplete ? "" : "incomplete\n")
  }
}

/// Writes one tree.
private struct TreeDump {
  private let tree: Tree
  private let lines: LineIndex
  private var written: Set<NodeID> = []
  var text = ""

  init(tree: Tree) {
    self.tree = tree
    lines = LineIndex(tree.source.bytes)
  }

  /// - Parameter role: what stands before the node's own words: `key ` or nothing.
  mutating func write(_ edge: Edge, as role: String, depth: Int) {
    let start = String(repeating: "  ", count: depth) + place(tree.span(of: edge)) + " " + role
    guard edge.alias == nil, written.insert(edge.node).inserted else {
      text += start + "same as " + place(tree.span(of: edge.node)) + "\n"
      return
    }
    text += start + words(for: edge.node) + "\n"
    for item in tree.items(of: edge.node) { write(item, as: "", depth: depth + 1) }
    for entry in tree.entries(of: edge.node) {
      write(entry.key, as: "key ", depth: depth + 1)
      write(entry.value, as: "", depth: depth + 2)
    }
  }

  private func place(_ span: Span) -> String {
    let (start, end) = (lines.position(of: Int(span.start)), lines.position(of: Int(span.end)))
    return "\(start.line):\(start.column)-\(end.line):\(end.column)"
  }

  private func words(for node: NodeID) -> String {
    let type = name(of: tree.type(of: node)).map { $0 + " " } ?? ""
    switch tree.shape(of: node) {
    case .sequence: return type + "list"
    case .mapping: return type + "mapping"
    case .scalar: return type + name(of: tree.style(of: node)) + " " + content(of: node)
    }
  }

  private func content(of node: NodeID) -> String {
    let variables = Set(tree.computedParts(of: node).flatMap(\.variables))
    guard variables.isEmpty else { return "computed from " + variables.sorted().joined(separator: ", ") }
    let pieces = tree.pieces(of: node)
    guard !pieces.isEmpty else { return tree.isPoisoned(node) ? "poison" : dumped("") }
    return pieces.map { piece in
      switch piece {
      case .text(let text, _): dumped(text)
      case .reference(let reference, _, _): reference.description
      case .poison: "poison"
      }
    }.joined(separator: " ") + (tree.isPoisoned(node) && !tree.hasHoles(node) ? " poison" : "")
  }

  private func name(of style: ScalarStyle) -> String {
    switch style {
    case .plain: "plain"
    case .singleQuoted: "single-quoted"
    case .doubleQuoted: "double-quoted"
    case .literal: "literal"
    case .folded: "folded"
    }
  }

  /// Nothing for what goes without saying: text, lists and mappings.
  private func name(of type: ScalarType) -> String? {
    switch type {
    case .null: "null"
    case .boolean: "boolean"
    case .integer: "integer"
    case .float: "float"
    case .timestamp: "timestamp"
    case .string, .collection: nil
    case .binary: "binary"
    case .merge: "merge"
    case .value: "value"
    case .set: "set"
    case .orderedMap: "omap"
    case .pairs: "pairs"
    }
  }
}
