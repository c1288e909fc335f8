import AltoDiagnostics
import AltoSchema
import AltoSource
import ImageIR
import YAML

extension Checker {
  /// `kwargs` or `params`: names of Python with any YAML behind them.
  mutating func arguments(_ fields: Fields, _ field: Field<UserMap>) -> [Command.Argument] {
    guard let entry = fields.entry(field) else { return [] }
    let path = field.key.path.text
    var result: [Command.Argument] = []
    var seen: [String: Span] = [:]
    for (key, value) in tree.entries(of: entry.value.node) {
      let name = keyName(key, in: path)
      let found = lateValue(value, path: name.map { path + "." + $0.value } ?? path)
      guard let name else { continue }
      reportRepeat(of: name, in: &seen)
      if !PythonName.isIdentifier(name.value) {
        report(.argumentName(name.value, at: name.span))
      } else if let found {
        result.append(Command.Argument(name: name.value, value: found))
      }
    }
    return result
  }

  /// Any YAML as a value with its references kept. The tree's depth is limited, so this recursion is.
  mutating func lateValue(_ edge: Edge, path: String) -> LateValue? {
    switch tree.shape(of: edge.node) {
    case .scalar: return lateScalar(edge, path: path)
    case .sequence:
      let items = tree.items(of: edge.node).compactMap { lateValue($0, path: path) }
      return isPairs(edge) ? pairs(of: items) : .list(items)
    case .mapping:
      let entries = entries(of: edge, path: path)
      return tree.type(of: edge.node) == .set ? .set(entries.map(\.key)) : .map(entries)
    }
  }

  private mutating func entries(of edge: Edge, path: String) -> [LateValue.Entry] {
    var seen: [String: Span] = [:]
    return tree.entries(of: edge.node).compactMap { key, value in
      let name = argumentKey(key, path: path)
      let value = lateValue(value, path: path)
      guard let name, let value else { return nil }
      reportRepeat(of: Located(name.description, at: tree.span(of: key)), in: &seen)
      return LateValue.Entry(key: name, value: value)
    }
  }

  /// A key inside an argument: any scalar, `env()` in it is early as in every key.
  private mutating func argumentKey(_ key: Edge, path: String) -> LateValue? {
    guard tree.hasHoles(key.node) else { return lateValue(key, path: path) }
    return earlyValue(key, path: path)?.value
  }

  /// A scalar with its references filled in, then resolved as PyYAML would, and its text.
  mutating func earlyValue(_ edge: Edge, path: String) -> (value: LateValue, text: String)? {
    guard let text = early(edge, path: path) else { return nil }
    let isOpen =
      tree.hasHoles(edge.node) && tree.style(of: edge.node) == .plain && !tree.isTagged(edge.node)
    switch construct(text.value, as: isOpen ? resolve(plain: text.value.utf8) : tree.type(of: edge.node)) {
    case .success(let value): return (value, text.value)
    case .failure(let failure):
      // The value of a variable is never shown.
      let shown = tree.hasHoles(edge.node) ? tree.source.text(text.span) : text.value
      report(.unusableValue(shown, reason: failure.reason, at: text.span))
      return nil
    }
  }

  private mutating func lateScalar(_ edge: Edge, path: String) -> LateValue? {
    guard tree.hasHoles(edge.node) else { return constructed(edge, path: path) }
    guard let text = late(edge, path: path, allowsMatrix: true) else { return nil }
    if tree.isTagged(edge.node) {
      // `!!str`: text, however the value looks.
      if tree.type(of: edge.node) == .string { return .string(text.value) }
      report(.referenceWithTag(at: text.span))
      return nil
    }
    if tree.style(of: edge.node) == .plain, case .reference(let reference)? = text.value.pieces.first,
      text.value.pieces.count == 1
    {
      return .resolvedLate(reference)
    }
    return .string(text.value)
  }

  private mutating func constructed(_ edge: Edge, path: String) -> LateValue? {
    guard !tree.isPoisoned(edge.node), reportComputed(edge, path: path) else { return nil }
    let text = tree.text(of: edge.node)
    if tree.isFileDerived(edge.node) { report(.folderDependentValue(path, at: tree.span(of: edge))) }
    switch construct(text, as: tree.type(of: edge.node)) {
    case .success(let value): return value
    case .failure(let failure):
      report(.unusableValue(text, reason: failure.reason, at: tree.span(of: edge)))
      return nil
    }
  }

  private func isPairs(_ edge: Edge) -> Bool {
    switch tree.type(of: edge.node) {
    case .orderedMap, .pairs: true
    case .null, .boolean, .integer, .float, .timestamp, .string, .binary, .merge, .value, .collection, .set:
      false
    }
  }

  /// `!!omap` and `!!pairs` are lists of mappings with one entry each.
  private func pairs(of items: [LateValue]) -> LateValue {
    .pairs(
      items.compactMap { item in
        if case .map(let entries) = item { entries.first } else { nil }
      })
  }
}
