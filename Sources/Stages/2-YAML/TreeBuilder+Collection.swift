import AltoDiagnostics
import AltoSource

extension TreeBuilder {
  /// Opens a sequence or a mapping.
  ///
  /// - Returns: false at the limit of depth, where reading has to stop.
  mutating func openCollection(_ kind: Node.Kind, _ event: EventReader.Event) -> Bool {
    let properties = properties(of: event)
    let start = properties.content
    guard open.count < Tree.maximumDepth else {
      report(
        .tooDeep(limit: Tree.maximumDepth, at: original(start..<min(start + 1, text.count))), at: start)
      for collection in open { poison(collection.node) }
      return false
    }
    let id = add(Node(kind: kind, type: .collection, start: UInt32(start), end: UInt32(start)))
    setType(ofCollection: id, tag: event.tag, at: properties.tag)
    define(event.anchor, properties.anchor, as: id)
    open.append(OpenCollection(node: id, firstPending: pending.count, tag: properties.tag))
    lastEnd = max(lastEnd, start)
    return true
  }

  private mutating func setType(ofCollection id: NodeID, tag: [UInt8]?, at range: Range<Int>?) {
    guard let tag, let range else { return }
    let kind = tree.nodes[Int(id.index)].kind
    switch (CoreTag(tag), kind) {
    case (.nonSpecific, _): break
    case (.sequence(let type), .sequence), (.mapping(let type), .mapping):
      tree.nodes[Int(id.index)].type = type
    case (.scalar, _), (.sequence, _), (.mapping, _):
      let found = kind == .mapping ? "a mapping" : "a list"
      report(
        .tagMismatch(source(range), reason: "the value is \(found)", at: original(range)),
        at: range.lowerBound)
      poison(id)
    case (nil, _):
      refuseTag(range)
      poison(id)
    }
  }

  /// Closes the innermost open collection.
  ///
  /// - Parameter end: the event's bytes: the bracket of a flow collection, empty for a block.
  mutating func closeCollection(_ end: Range<Int>) {
    guard let closing = open.popLast() else { return }
    // A copy, because a slice would make every removal copy what is pending around it.
    let written = Array(pending[closing.firstPending...])
    pending.removeLast(written.count)
    let lastChild = written.last.map { self.end(of: $0) } ?? 0
    let index = Int(closing.node.index)
    let stop = end.isEmpty ? lastChild : end.upperBound
    tree.nodes[index].end = max(tree.nodes[index].start, UInt32(stop))
    lastEnd = max(lastEnd, Int(tree.nodes[index].end))
    switch tree.nodes[index].kind {
    case .sequence: closeSequence(closing, written)
    case .mapping: closeMapping(closing, written)
    case .scalar: break
    }
    attach(Edge(closing.node))
  }

  private func end(of edge: Edge) -> Int {
    edge.alias.map { Int($0.upperBound) } ?? Int(tree.nodes[Int(edge.node.index)].end)
  }

  private mutating func weigh(_ node: NodeID, _ edges: [Edge]) {
    var weight = Weight()
    for edge in edges {
      let child = weights[Int(edge.node.index)]
      weight.nodes += child.nodes
      weight.height = max(weight.height, child.height + 1)
    }
    weights[Int(node.index)] = weight
  }

  private mutating func closeSequence(_ closing: OpenCollection, _ items: [Edge]) {
    checkSpecial(items)
    store(items, in: closing.node)
    let type = tree.nodes[Int(closing.node.index)].type
    if type == .orderedMap || type == .pairs { checkPairs(items, closing) }
  }

  /// `!!omap` and `!!pairs` are lists of mappings with one entry each.
  private mutating func checkPairs(_ items: [Edge], _ closing: OpenCollection) {
    guard let tag = closing.tag else { return }
    for item in items {
      let node = tree.nodes[Int(item.node.index)]
      let isPair = node.kind == .mapping && node.count == 2
      guard !isPair, !node.flags.contains(.isPoisoned) else { continue }
      report(
        .tagMismatch(
          source(tag), reason: "every item has to be a mapping with one entry", at: tree.span(of: item)),
        at: Int(node.start))
      poison(closing.node)
    }
  }

  /// Makes `edges` the children of a node, which is poisoned when one of them is.
  mutating func store(_ edges: [Edge], in node: NodeID) {
    let index = Int(node.index)
    tree.nodes[index].first = UInt32(tree.children.count)
    tree.nodes[index].count = UInt32(edges.count)
    tree.children.append(contentsOf: edges)
    let isPoisoned = edges.contains { tree.nodes[Int($0.node.index)].flags.contains(.isPoisoned) }
    if isPoisoned { poison(node) }
    weigh(node, edges)
  }
}
