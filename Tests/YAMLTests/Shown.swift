import AltoDiagnostics
import Foundation
import ImageIR
import YAML

/// A tree in the words of the oracle.
struct Shown {
  let tree: Tree

  /// What SafeLoader would load, or `error` when anything is refused.
  static func document(_ text: String) -> String {
    let staged = Plain.parse(text)
    guard staged.diagnostics.isEmpty else { return "error" }
    guard let root = staged.value.root else { return "null" }
    return Shown(tree: staged.value).value(root) ?? "error"
  }

  /// Nil when a scalar has no value.
  func value(_ node: NodeID) -> String? {
    switch (tree.shape(of: node), tree.type(of: node)) {
    case (.scalar, let type):
      guard case .success(let value) = construct(tree.text(of: node), as: type) else { return nil }
      return scalar(value)
    case (.sequence, .orderedMap), (.sequence, .pairs):
      return list(tree.items(of: node).compactMap { tree.entries(of: $0.node).first }.map(pair), "[", "]")
    case (.sequence, _):
      return list(tree.items(of: node).map { value($0.node) }, "[", "]")
    case (.mapping, .set):
      let keys = tree.entries(of: node).map { value($0.key.node) }
      return list(keys.contains(nil) ? keys : keys.compactMap(\.self).sorted(), "set {", "}")
    case (.mapping, _):
      return list(tree.entries(of: node).map(entry), "{", "}")
    }
  }

  private func list(_ items: [String?], _ open: String, _ close: String) -> String? {
    items.contains(nil) ? nil : open + items.compactMap(\.self).joined(separator: ", ") + close
  }

  private func entry(_ entry: (key: Edge, value: Edge)) -> String? {
    guard let key = value(entry.key.node), let value = value(entry.value.node) else { return nil }
    return key + ": " + value
  }

  private func pair(_ entry: (key: Edge, value: Edge)) -> String? {
    list([value(entry.key.node), value(entry.value.node)], "(", ")")
  }

  private func scalar(_ value: LateValue) -> String {
    switch value {
    case .null: "null"
    case .bool(let flag): flag ? "true" : "false"
    case .integer(let digits): "int " + digits
    case .float(let number): number.isNaN ? "float nan" : "float " + hex(number.bitPattern)
    case .string(let text): "str " + json(text.literal ?? "late")
    case .date(let date): "date " + day(date)
    case .dateTime(let time):
      "time \(day(time.date)) \(time.hour):\(time.minute):\(time.second).\(time.microsecond)"
        + (time.offset.map { " \($0)" } ?? "")
    case .bytes(let bytes): "bytes " + bytes.map { String(format: "%02x", $0) }.joined()
    case .resolvedLate, .list, .map, .set, .pairs: "no scalar"
    }
  }

  private func day(_ date: LateValue.Date) -> String { "\(date.year)-\(date.month)-\(date.day)" }

  private func hex(_ bits: UInt64) -> String {
    let digits = String(bits, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// As Python's `json.dumps`: ASCII, lower-case escapes.
  private func json(_ text: String) -> String {
    var result = "\""
    for unit in text.utf16 {
      switch unit {
      case 0x22: result += "\\\""
      case 0x5C: result += "\\\\"
      case 0x0A: result += "\\n"
      case 0x0D: result += "\\r"
      case 0x09: result += "\\t"
      case 0x08: result += "\\b"
      case 0x0C: result += "\\f"
      case 0x20...0x7E: result.unicodeScalars.append(Unicode.Scalar(UInt8(unit)))
      default: result += String(format: "\\u%04x", unit)
      }
    }
    return result + "\""
  }
}
