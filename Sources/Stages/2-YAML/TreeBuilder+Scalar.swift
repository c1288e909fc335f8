import AltoDiagnostics
import AltoSource
import ImageIR
import Template

extension TreeBuilder {
  /// - Parameter blockIndentation: of libyaml at this event, see `EventReader`.
  mutating func readScalar(
    _ scalar: EventReader.Event.Scalar, _ event: EventReader.Event, blockIndentation: Int
  ) {
    let properties = properties(of: event)
    let range = range(of: scalar, properties.content..<max(properties.content, event.range.upperBound))
    var node = Node(
      kind: .scalar, style: scalar.style, type: .string, start: UInt32(range.lowerBound),
      end: UInt32(range.upperBound))
    node.first = UInt32(tree.pool.count)
    node.count = UInt32(scalar.value.count)
    node.indentation = UInt32(max(0, blockIndentation + 1))
    tree.pool.append(contentsOf: scalar.value)
    let id = add(node)
    markHoles(in: id)
    setType(of: id, tag: event.tag, at: properties.tag)
    lastEnd = max(lastEnd, range.upperBound)
    lastScalar = id
    define(event.anchor, properties.anchor, as: id)
    attach(Edge(id))
  }

  func properties(of event: EventReader.Event) -> Properties {
    let hasAny = event.anchor != nil || event.tag != nil
    return Properties(in: text, hasAny ? event.range : event.range.lowerBound..<event.range.lowerBound)
  }

  /// The bytes of the value as people see it.
  private func range(of scalar: EventReader.Event.Scalar, _ range: Range<Int>) -> Range<Int> {
    switch scalar.style {
    case .literal, .folded: trimmed(range)
    case .plain where range.isEmpty: placeOfNothing(range.lowerBound)
    case .plain, .singleQuoted, .doubleQuoted: range
    }
  }

  /// Without the white space at the end, which libyaml counts to a block scalar.
  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound + 1, text[end - 1] <= UInt8(ascii: " ") { end -= 1 }
    return range.lowerBound..<end
  }

  /// Where a missing value is missing: libyaml gives the next token, which may stand lines below.
  private func placeOfNothing(_ offset: Int) -> Range<Int> {
    guard offset > lastEnd else { return offset..<offset }
    let indicators: [UInt8] = [UInt8(ascii: ":"), UInt8(ascii: "-"), UInt8(ascii: "?")]
    let standsBehindIndicator = indicators.contains(text[offset - 1])
    guard !standsBehindIndicator, text[lastEnd..<offset].contains(UInt8(ascii: "\n")) else {
      return offset..<offset
    }
    return lastEnd..<lastEnd
  }

  private mutating func markHoles(in id: NodeID) {
    for hole in tree.holes(in: tree.contentRange(of: id)) {
      tree.nodes[Int(id.index)].flags.insert(.hasHoles)
      switch hole.content {
      case .poison: poison(id)
      case .reference: break
      }
    }
  }

  private mutating func setType(of id: NodeID, tag: [UInt8]?, at range: Range<Int>?) {
    let node = tree.nodes[Int(id.index)]
    guard let tag, let range else {
      if node.style == .plain { tree.nodes[Int(id.index)].type = resolve(plain: tree.pool[node.content]) }
      return
    }
    switch CoreTag(tag) {
    case .nonSpecific:
      tree.nodes[Int(id.index)].type = resolve(plain: tree.pool[node.content])
    case .scalar(let type):
      tree.nodes[Int(id.index)].type = type
      checkTag(of: id, type, at: range)
      tree.nodes[Int(id.index)].flags.insert(.isTagged)
    case .sequence, .mapping:
      report(
        .tagMismatch(source(range), reason: "the value is a scalar", at: original(range)),
        at: range.lowerBound)
      poison(id)
    case nil:
      refuseTag(range)
      poison(id)
    }
  }

  mutating func refuseTag(_ range: Range<Int>) {
    report(.unknownTag(source(range), at: original(range)), at: range.lowerBound)
  }

  /// What stands in the expanded text.
  func source(_ range: Range<Int>) -> String { String(decoding: text[range], as: UTF8.self) }

  /// Refuses `!!int abc`, as SafeLoader does. A value with a hole is judged when the hole is filled.
  private mutating func checkTag(of id: NodeID, _ type: ScalarType, at range: Range<Int>) {
    guard type != .string, type != .merge, type != .value else { return }
    guard tree.nodes[Int(id.index)].flags.isEmpty else { return }
    guard case .failure(let failure) = construct(tree.text(of: id), as: type) else { return }
    let place = tree.nodes[Int(id.index)].range
    report(
      .tagMismatch(source(range), reason: failure.reason, at: original(place.isEmpty ? range : place)),
      at: range.lowerBound)
    poison(id)
  }

  /// Refuses a plain `=` or `<<` that is no key: SafeLoader has no value for them.
  mutating func checkSpecial(_ edges: some Sequence<Edge>) {
    for edge in edges {
      let node = tree.nodes[Int(edge.node.index)]
      guard node.type == .merge || node.type == .value, !node.flags.contains(.isPoisoned) else { continue }
      report(
        .unquotedSpecial(tree.text(of: edge.node), at: original(node.range)), at: Int(node.start))
      poison(edge.node)
    }
  }
}
