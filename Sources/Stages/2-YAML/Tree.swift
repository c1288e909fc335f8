package import AltoSource
package import Template

/// What the YAML stage hands on: one document as an arena of nodes.
///
/// Nodes are numbers, children are ranges in one array, a scalar is a range in one pool of bytes: nothing is a
/// `String` until somebody asks. Aliases share the node they name; merge keys are already merged.
package struct Tree: Sendable {
  package let expanded: Expanded
  /// Nil for a file without any content.
  package internal(set) var root: NodeID?

  var nodes: [Node] = []
  /// The children of all nodes: items of a sequence; key, value, key, value of a mapping.
  var children: [Edge] = []
  /// The decoded text of all scalars.
  var pool: [UInt8] = []

  init(expanded: Expanded) {
    self.expanded = expanded
  }

  package var source: SourceFile { expanded.source }
}

/// The number of a node in its tree.
package struct NodeID: Hashable, Sendable {
  let index: UInt32

  init(_ index: Int) { self.index = UInt32(index) }
}

/// A child, and where it is used: for an alias that is another place than where the node stands.
package struct Edge: Hashable, Sendable {
  package let node: NodeID
  /// The bytes of the alias `*name` in the expanded text; nil when the node stands here itself.
  let alias: Range<UInt32>?
}

/// One node of the arena.
struct Node: Sendable {
  enum Kind: UInt8, Sendable { case scalar, sequence, mapping }

  var kind: Kind
  var style: ScalarStyle
  /// What the node is after resolution (plain `yes` is a boolean) or by its tag.
  var type: ScalarType
  /// Holes lie inside `start..<end`.
  var hasHoles: Bool
  /// Bytes of the expanded text, without anchor and tag; of a block scalar from its indicator on.
  var start: UInt32
  var end: UInt32
  /// Of a scalar a range of `pool`, of a collection a range of `children`.
  var first: UInt32
  var count: UInt32
}

package enum ScalarStyle: UInt8, Sendable {
  case plain, singleQuoted, doubleQuoted, literal, folded
}

/// The types that PyYAML's SafeLoader gives to scalars.
package enum ScalarType: UInt8, Sendable {
  case null, boolean, integer, float, timestamp, string, binary, merge, value
  /// Sequences and mappings.
  case collection
  /// `!!set`, `!!omap`, `!!pairs` on a collection.
  case set, orderedMap, pairs
}
