package import AltoSource
import Template

/// Which parts of the tree are bytes of the file, so that a fix may replace them.
extension Tree {
  /// Whether all of the node was copied from the file: nothing in it comes from an expression.
  package func isLiteral(_ node: NodeID) -> Bool {
    let node = nodes[Int(node.index)]
    return expanded.map.isLiteral(Int(node.start)..<Int(node.end))
  }

  /// The node's bytes in the file, if they are copied from it and stand where they are used.
  package func editableSpan(of edge: Edge) -> Span? {
    edge.alias == nil && isLiteral(edge.node) ? span(of: edge.node) : nil
  }
}
