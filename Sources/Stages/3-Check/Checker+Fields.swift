import AltoDiagnostics
import AltoSchema
import AltoSource
import YAML

extension Checker {
  /// Sorts a mapping to the keys of `section`; reports unknown, misplaced and missing keys and wrong shapes.
  ///
  /// - Parameter home: the key that holds the mapping.
  mutating func fields(of edge: Edge, _ section: Section, home: Span) -> Fields? {
    guard tree.shape(of: edge.node) == .mapping else { return nil }
    var slots = [Fields.Slot](repeating: .absent, count: section.keys.count)
    var hidesKeys = !tree.isComplete
    for (key, value) in tree.entries(of: edge.node) {
      if let index = index(of: key, in: section) {
        slots[index] = slot(key, value, of: section.keys[index])
      } else if tree.isPoisoned(key.node) {
        hidesKeys = true
      } else if let name = keyName(key, in: section.path.text) {
        if let index = section.keys.firstIndex(where: { $0.name.text == name.value }) {
          reportDuplicate(name, of: slots[index])
          slots[index] = slot(key, value, of: section.keys[index])
          continue
        }
        let meant = reportUnknownKey(name, in: section)
        // The key that was meant is not missing, and its default does not count.
        if let meant, case .absent = slots[meant] { slots[meant] = .unusable(key: name.span) }
      }
    }
    let fields = Fields(section: section, home: home, hidesKeys: hidesKeys, slots: slots)
    if !hidesKeys { reportMissingKeys(of: slots, in: section, at: home) }
    return fields
  }

  private mutating func slot(_ key: Edge, _ value: Edge, of declared: Key) -> Fields.Slot {
    let span = tree.span(of: key)
    return conforms(value, to: declared, key: span)
      ? .present(Fields.Entry(key: span, value: value)) : .unusable(key: span)
  }

  /// Reports a name that stands in the mapping already. What is written twice was found by the stage before;
  /// here a key made by `env()` turns out to be one of the others.
  ///
  /// - Parameter seen: the names of the mapping so far, with their places.
  mutating func reportRepeat(of name: Located<String>, in seen: inout [String: Span]) {
    if let first = seen.updateValue(name.span, forKey: name.value) {
      reportDuplicate(at: name.span, of: first)
    }
  }

  /// Both keys are shown as they are written: one of them is the value of a variable.
  private mutating func reportDuplicate(at span: Span, of first: Span) {
    let source = tree.source
    report(.duplicateKey(source.text(span), spelled: source.text(first), first: first, at: span))
  }

  /// A key made by `env()` may turn out to be one that is there already.
  private mutating func reportDuplicate(_ name: Located<String>, of slot: Fields.Slot) {
    switch slot {
    case .absent: break
    case .unusable(let first): reportDuplicate(at: name.span, of: first)
    case .present(let entry): reportDuplicate(at: name.span, of: entry.key)
    }
  }

  private func index(of key: Edge, in section: Section) -> Int? {
    guard tree.shape(of: key.node) == .scalar, !tree.hasHoles(key.node) else { return nil }
    return section.keys.firstIndex { tree.text(of: key.node, equals: $0.name) }
  }

  /// The text of a mapping key; `env()` in it is early.
  mutating func keyName(_ key: Edge, in path: String) -> Located<String>? {
    guard tree.shape(of: key.node) == .scalar else {
      report(
        .wrongShape(
          path.isEmpty ? "a key" : path, expected: "names as its keys", found: description(of: key),
          quotable: nil,
          at: tree.span(of: key)))
      return nil
    }
    return early(key, path: path.isEmpty ? "the name of a key" : path)
  }

  /// Gives the index of the key that was most likely meant.
  private mutating func reportUnknownKey(_ name: Located<String>, in section: Section) -> Int? {
    let known = section.keys.map(\.name.text)
    // 'environment' is nearer to 'env' than the distance says.
    let suggestion =
      nearest(to: name.value, among: known)
      ?? known.first { $0.utf8.count >= 3 && name.value.hasPrefix($0) }
    guard suggestion == nil || Schema.keys.contains(where: { $0.name.text == name.value }),
      let home = Schema.sections.first(where: { $0.keys.contains { $0.name.text == name.value } })
    else {
      report(
        .unknownKey(name.value, in: section.path.text, suggestion: suggestion, known: known, at: name.span))
      return suggestion.flatMap(known.firstIndex)
    }
    report(.misplacedKey(name.value, belongsUnder: home.path.text, at: name.span))
    return nil
  }

  private mutating func reportMissingKeys(of slots: [Fields.Slot], in section: Section, at home: Span) {
    for (key, slot) in zip(section.keys, slots) {
      guard case .absent = slot, case .required = key.presence else { continue }
      // Half of the credentials has a message of its own.
      if section.path.utf8Start == RegistryCredsKeys.section.path.utf8Start { continue }
      report(.missingKey(key.path.text, summary: key.summary.text, example: key.example.text, at: home))
    }
  }
}
