import AltoDiagnostics
import AltoSchema
import AltoSource
import ImageIR
import YAML

extension Checker {
  /// The items of a list of paths, references filled in.
  mutating func texts(_ fields: Fields, _ field: Field<EarlyTextList>) -> [(
    value: Located<String>, edge: Edge
  )] {
    items(fields, field).compactMap { item in
      early(item, path: field.key.path.text).map { ($0, item) }
    }
  }

  /// The items of a list of commands, references kept.
  mutating func texts(_ fields: Fields, _ field: Field<LateTextList>) -> [Located<LateText>] {
    items(fields, field).compactMap { late($0, path: field.key.path.text, allowsMatrix: false) }
  }

  /// The items that are text; the others are reported.
  private mutating func items<Value>(_ fields: Fields, _ field: Field<Value>) -> [Edge] {
    guard let entry = fields.entry(field) else { return [] }
    let path = field.key.path.text
    return tree.items(of: entry.value.node).filter { item in
      if tree.shape(of: item.node) == .scalar, tree.isPoisoned(item.node) { return false }
      guard tree.shape(of: item.node) == .scalar, tree.type(of: item.node) == .string else {
        reportNotText(item, path, expected: "strings in its list")
        return false
      }
      if !tree.hasHoles(item.node), tree.text(of: item.node).allSatisfy(\.isWhitespace) {
        report(.emptyValue(path, isNull: false, at: tree.span(of: item)))
        return false
      }
      return true
    }
  }
}
