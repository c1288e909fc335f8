import AltoDiagnostics
import AltoSource
import Template

/// Builds the tree from events.
///
/// Collections that are still open keep their children in `pending`; when one closes, its children move to
/// the tree in one piece.
struct TreeBuilder {
  var tree: Tree
  var findings: [Finding] = []
  var open: [OpenCollection] = []
  var pending: [Edge] = []
  var anchors: [[UInt8]: Anchor] = [:]
  /// One for each node.
  var weights: [Weight] = []
  var aliasNodes = 0
  let keys = KeyTable()
  /// Where the text that was read last ended: the value of `a:` stands there when nothing follows.
  var lastEnd = 0
  /// The scalar that was read last: what libyaml trips over stands most often right behind it.
  var lastScalar: NodeID?
  /// After an error: the innermost block is still open and its next entries follow.
  var isContinuing = false
  var syntaxErrors = 0

  var text: [UInt8] { tree.expanded.text }

  init(_ expanded: Expanded) {
    tree = Tree(expanded: expanded)
  }

  /// A diagnostic and the offset in the expanded text that it speaks of.
  struct Finding {
    let offset: Int
    let diagnostic: Diagnostic
  }

  struct OpenCollection {
    let node: NodeID
    let firstPending: Int
    /// Its tag in the expanded text.
    let tag: Range<Int>?
  }

  struct Anchor {
    let node: NodeID
    let range: Range<Int>
  }

  /// What a node is when all aliases in it are written out.
  struct Weight {
    var nodes = 1
    var height = 1
  }
}

extension TreeBuilder {
  /// The place in the original of a range of the expanded text.
  func original(_ range: Range<Int>) -> Span { tree.expanded.map.original(range) }

  mutating func report(_ diagnostic: Diagnostic, at offset: Int) {
    findings.append(Finding(offset: offset, diagnostic: diagnostic))
  }

  /// Adds a node without giving it a parent.
  mutating func add(_ node: Node) -> NodeID {
    tree.nodes.append(node)
    weights.append(Weight())
    return NodeID(tree.nodes.count - 1)
  }

  /// Hangs a finished child into the innermost open collection.
  mutating func attach(_ edge: Edge) {
    if open.isEmpty {
      if tree.root == nil { tree.root = edge.node }
      checkSpecial([edge])
    } else {
      pending.append(edge)
    }
  }

  /// A stand-in for what could not be read, about which nobody complains again.
  mutating func attachPoison(at range: Range<Int>) {
    let node = Node(
      kind: .scalar, type: .null, flags: .isPoisoned, start: UInt32(range.lowerBound),
      end: UInt32(range.upperBound))
    attach(Edge(add(node)))
  }

  mutating func poison(_ node: NodeID) {
    tree.nodes[Int(node.index)].flags.insert(.isPoisoned)
  }

  /// Remembers the anchor of a node; refuses a second one of the same name, as PyYAML does.
  mutating func define(_ anchor: [UInt8]?, _ range: Range<Int>?, as node: NodeID) {
    guard let anchor, let range else { return }
    let name = String(decoding: anchor, as: UTF8.self)
    if let before = anchors[anchor] {
      report(
        .duplicateAnchor(name, first: original(before.range), at: original(range)), at: range.lowerBound)
    }
    anchors[anchor] = Anchor(node: node, range: range)
  }
}

extension TreeBuilder {
  /// Names to suggest; none where there are so many that comparing them would take its time.
  private var knownAnchors: [String] {
    anchors.count > 100 ? [] : anchors.keys.map { String(decoding: $0, as: UTF8.self) }.sorted()
  }

  mutating func readAlias(_ name: [UInt8], _ range: Range<Int>) {
    lastEnd = range.upperBound
    let text = String(decoding: name, as: UTF8.self)
    let span = original(range)
    guard let anchor = anchors[name] else {
      report(
        .unknownAlias(text, known: knownAnchors, at: span), at: range.lowerBound)
      return attachPoison(at: range)
    }
    let place = original(anchor.range)
    if open.contains(where: { $0.node == anchor.node }) {
      report(.recursiveAlias(text, anchor: place, at: span), at: range.lowerBound)
      return attachPoison(at: range)
    }
    let weight = weights[Int(anchor.node.index)]
    if open.count + weight.height > Tree.maximumDepth {
      report(.tooDeep(limit: Tree.maximumDepth, at: span), at: range.lowerBound)
      return attachPoison(at: range)
    }
    aliasNodes += weight.nodes
    guard aliasNodes <= Tree.maximumAliasNodes else {
      // Said once: every alias from here on is over the limit.
      if aliasNodes - weight.nodes <= Tree.maximumAliasNodes {
        report(
          .tooManyAliasNodes(limit: Tree.maximumAliasNodes, anchor: place, at: span), at: range.lowerBound)
      }
      return attachPoison(at: range)
    }
    attach(Edge(anchor.node, alias: UInt32(range.lowerBound)..<UInt32(range.upperBound)))
  }
}
