import ImageIR
import Template

/// Finds equal keys among the entries of one mapping, as a Python dictionary would.
///
/// Keys are compared by their bytes where they are text, which is nearly always; small mappings pair by pair,
/// large ones through one hash table. Time is linear in the entries.
struct KeyTable {
  /// Two entries with equal keys: indices of their keys in the flat list of keys and values.
  struct Twin: Equatable {
    let first: Int
    /// The next entry with that key.
    let second: Int
  }

  /// For each entry whose key stands again further on, that pair.
  func twins(of entries: [Edge], in tree: Tree) -> [Twin] {
    guard entries.count > 2 else { return [] }
    return entries.count <= 16 ? compared(entries, tree) : hashed(entries, tree)
  }

  private func compared(_ entries: [Edge], _ tree: Tree) -> [Twin] {
    var twins: [Twin] = []
    for second in stride(from: 2, to: entries.count, by: 2) {
      for first in stride(from: second - 2, through: 0, by: -2)
      where areEqual(entries[first].node, entries[second].node, tree) {
        twins.append(Twin(first: first, second: second))
        break
      }
    }
    return twins
  }

  private func hashed(_ entries: [Edge], _ tree: Tree) -> [Twin] {
    var last: [KeyIdentity: Int] = [:]
    last.reserveCapacity(entries.count / 2)
    var twins: [Twin] = []
    for index in stride(from: 0, to: entries.count, by: 2) {
      guard let identity = KeyIdentity(entries[index].node, tree) else { continue }
      if let first = last.updateValue(index, forKey: identity) {
        twins.append(Twin(first: first, second: index))
      }
    }
    return twins
  }

  private func areEqual(_ left: NodeID, _ right: NodeID, _ tree: Tree) -> Bool {
    let (a, b) = (tree.nodes[Int(left.index)], tree.nodes[Int(right.index)])
    if a.type == .string, b.type == .string, a.flags.isEmpty, b.flags.isEmpty {
      return a.count == b.count && tree.pool[a.content] == tree.pool[b.content]
    }
    guard let first = KeyIdentity(left, tree), let second = KeyIdentity(right, tree) else { return false }
    return first == second
  }
}

/// What makes two keys the same key to Python.
enum KeyIdentity: Hashable {
  case text(ArraySlice<UInt8>)
  /// Whole numbers: `1`, `0x1`, `1.0` and `true` are one key.
  case number(String)
  case fraction(UInt64)
  case null
  case date(LateValue.Date)
  /// Microseconds since the year 1; with a zone in UTC.
  case instant(Int, hasZone: Bool)
  case bytes([UInt8])
  /// Equal references are equal, whatever their value will be.
  case late(LateText)

  /// - Returns: nil for what cannot be compared: a failed expression.
  init?(_ node: NodeID, _ tree: Tree) {
    let entry = tree.nodes[Int(node.index)]
    guard entry.kind == .scalar, !entry.flags.contains(.isPoisoned) else { return nil }
    if entry.flags.contains(.hasHoles) {
      self = .late(tree.lateText(of: node))
    } else if entry.type == .string {
      self = .text(tree.pool[entry.content])
    } else {
      self = Self.typed(construct(tree.text(of: node), as: entry.type)) ?? .text(tree.pool[entry.content])
    }
  }

  private static func typed(_ value: Result<LateValue, ConstructionFailure>) -> KeyIdentity? {
    guard case .success(let value) = value else { return nil }
    return switch value {
    case .null: .null
    case .bool(let flag): .number(flag ? "1" : "0")
    case .integer(let digits): .number(digits)
    case .float(let number):
      DecimalInteger(exactly: number).map { .number($0.description) } ?? .fraction(number.bitPattern)
    case .date(let date): .date(date)
    case .dateTime(let time): .instant(time.microseconds, hasZone: time.offset != nil)
    case .bytes(let bytes): .bytes(bytes)
    case .string, .resolvedLate, .list, .map, .set, .pairs: nil
    }
  }
}
