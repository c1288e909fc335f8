package import AltoSource
package import Template

/// What the YAML stage hands on: one document as an arena of nodes.
///
/// Nodes are numbers, children are ranges in one array, a scalar is a range in one pool of bytes: nothing is
/// a `String` until somebody asks. Aliases share the node they name; merge keys are already merged.
package struct Tree: Sendable {
  package let expanded: Expanded
  /// Nil for a file without any content.
  package internal(set) var root: NodeID?
  /// False when a part of the text could not be read: what is missing in the tree may stand in the file.
  package internal(set) var isComplete = true

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

extension Tree {
  /// Levels of nesting, aliases followed: deeper trees are refused, so that recursion over a tree is safe.
  package static let maximumDepth = 200
  /// Nodes that aliases may add to those that are written.
  package static let maximumAliasNodes = 1_000_000
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

  init(_ node: NodeID, alias: Range<UInt32>? = nil) {
    self.node = node
    self.alias = alias
  }
}

/// One node of the arena: 24 bytes.
struct Node: Sendable {
  enum Kind: UInt8, Sendable { case scalar, sequence, mapping }

  var kind: Kind
  var style: ScalarStyle = .plain
  /// What the node is after resolution (plain `yes` is a boolean) or by its tag.
  var type: ScalarType
  var flags: NodeFlags = []
  /// Bytes of the expanded text, without anchor and tag; of a block scalar from its indicator to its last
  /// character that is not white space.
  var start: UInt32
  var end: UInt32
  /// Of a scalar a range of `pool`, of a collection a range of `children`.
  var first: UInt32 = 0
  var count: UInt32 = 0
  /// Of a block scalar the smallest indentation its text may have: one column more than the block around it.
  var indentation: UInt32 = 0

  var range: Range<Int> { Int(start)..<Int(end) }
  var content: Range<Int> { Int(first)..<Int(first) + Int(count) }
}

/// What is known of a node besides its kind.
struct NodeFlags: OptionSet, Sendable {
  let rawValue: UInt8

  /// A hole, late or poison, lies in the scalar.
  static let hasHoles = NodeFlags(rawValue: 1)
  /// A failed expression lies in the node or below it.
  static let isPoisoned = NodeFlags(rawValue: 2)
  /// A tag, not the text, decided the type of the scalar.
  static let isTagged = NodeFlags(rawValue: 4)
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
