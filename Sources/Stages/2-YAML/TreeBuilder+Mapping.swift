import AltoDiagnostics
import AltoSource

extension TreeBuilder {
  /// Checks the keys of a mapping, merges what `<<` names, and stores the result.
  mutating func closeMapping(_ closing: OpenCollection, _ written: [Edge]) {
    var own: [Edge] = []
    own.reserveCapacity(written.count)
    var merged: [Edge] = []
    for index in stride(from: 0, to: written.count - 1, by: 2) {
      let key = written[index]
      let value = written[index + 1]
      switch role(of: key) {
      case .merge: merged.append(contentsOf: mergeable(value, key: key))
      case .plain: own.append(contentsOf: [key, value])
      case .refused: poison(closing.node)
      }
    }
    checkSpecial(values(of: own))
    own = withoutDuplicates(own)
    store(merged.isEmpty ? own : joined(merged, own), in: closing.node)
  }

  private enum KeyRole { case merge, plain, refused }

  private mutating func role(of key: Edge) -> KeyRole {
    let node = tree.nodes[Int(key.node.index)]
    switch (node.kind, node.type) {
    case (.scalar, .merge):
      return .merge
    case (.scalar, .value):
      tree.nodes[Int(key.node.index)].type = .string
      return .plain
    case (.scalar, _):
      return .plain
    case (.sequence, _), (.mapping, _):
      if isPair { return .plain }
      refuseKey(key, node)
      return .refused
    }
  }

  /// Whether the mapping that closes is an item of `!!omap` or `!!pairs`, whose keys may be anything.
  private var isPair: Bool {
    guard let parent = open.last else { return false }
    return tree[parent.node].type == .orderedMap || tree[parent.node].type == .pairs
  }

  /// A list or a mapping is no key; `{{ x }}` is a mapping as the key of another.
  private mutating func refuseKey(_ key: Edge, _ node: Node) {
    guard !node.flags.contains(.isPoisoned) else { return }
    let start = Int(node.start)
    let brace = UInt8(ascii: "{")
    if key.alias == nil, start > 0, text[start] == brace, text[start - 1] == brace {
      report(.bracesLeft(at: original(start - 1..<start + 1)), at: start)
      poison(key.node)
    } else {
      report(.keyNotScalar(isList: node.kind == .sequence, at: tree.span(of: key)), at: start)
    }
  }

  private func values(of entries: [Edge]) -> some Sequence<Edge> {
    stride(from: 1, to: entries.count, by: 2).lazy.map { entries[$0] }
  }

  /// The entries that `<<: value` brings in: of a mapping, or of a list of mappings whose first wins.
  private mutating func mergeable(_ value: Edge, key: Edge) -> [Edge] {
    let node = tree.nodes[Int(value.node.index)]
    switch node.kind {
    case .mapping:
      return Array(tree.children[node.content])
    case .sequence:
      var result: [Edge] = []
      for item in tree.children[node.content].reversed() {
        let inner = tree.nodes[Int(item.node.index)]
        if inner.kind == .mapping {
          result.append(contentsOf: tree.children[inner.content])
        } else {
          refuseMerge(item, inner)
        }
      }
      return result
    case .scalar:
      refuseMerge(value, node)
      return []
    }
  }

  private mutating func refuseMerge(_ edge: Edge, _ node: Node) {
    guard !node.flags.contains(.isPoisoned) else { return }
    let found = node.kind == .sequence ? "a list" : tree.text(of: edge.node)
    report(
      .badMerge(found: found, isList: node.kind == .sequence, at: tree.span(of: edge)), at: Int(node.start))
  }

  /// Reports a key that stands twice; the last one counts, as it would in PyYAML.
  private mutating func withoutDuplicates(_ entries: [Edge]) -> [Edge] {
    let twins = keys.twins(of: entries, in: tree)
    guard !twins.isEmpty else { return entries }
    var dropped = Set<Int>()
    for twin in twins {
      let first = entries[twin.first]
      let second = entries[twin.second]
      report(
        .duplicateKey(
          tree.text(of: second.node), spelled: tree.text(of: first.node), first: tree.span(of: first),
          at: tree.span(of: second)),
        at: Int(second.alias?.lowerBound ?? tree.nodes[Int(second.node.index)].start))
      dropped.insert(twin.first)
    }
    return entries.indices.filter { !dropped.contains($0 & ~1) }.map { entries[$0] }
  }

  /// Merged entries first, in the order of a Python dictionary; an entry of the mapping itself wins.
  private mutating func joined(_ merged: [Edge], _ own: [Edge]) -> [Edge] {
    let all = merged + own
    var winner: [Int: Int] = [:]
    for twin in keys.twins(of: all, in: tree) { winner[twin.first] = twin.second }
    let later = Set(winner.values)
    var result: [Edge] = []
    for index in stride(from: 0, to: all.count - 1, by: 2) where !later.contains(index) {
      var last = index
      while let next = winner[last] { last = next }
      result.append(contentsOf: [all[last], all[last + 1]])
    }
    return result
  }
}
