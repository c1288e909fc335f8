import AltoDiagnostics
import AltoSchema
import AltoSource
import YAML

extension Checker {
  /// Whether the value has the key's shape; reports it when not. Poisoned values fail silently.
  mutating func conforms(_ value: Edge, to key: Key, key keySpan: Span) -> Bool {
    guard !isPoisonedScalar(value) else { return false }
    switch key.shape {
    case .text, .choice, .path: return isText(value, key)
    case .textOrNumber: return isTextOrNumber(value, key)
    case .textList: return isList(value, key, of: "a list of strings", keySpan)
    case .pathList: return isList(value, key, of: "a list of paths", keySpan)
    case .section, .variables, .arguments, .matrix: return isMapping(value, key, keySpan)
    }
  }

  /// A number, a boolean or a date where text is wanted, with the way out.
  mutating func reportNotText(_ value: Edge, _ path: String, expected: String) {
    guard !tree.isPoisoned(value.node) else { return }
    report(
      .wrongShape(
        path, expected: expected, found: description(of: value), quotable: quotableText(of: value),
        at: tree.span(of: value)))
  }

  /// A secret of the wrong type: the same without its text.
  private mutating func reportSecret(_ value: Edge, _ key: Key) {
    guard !tree.isPoisoned(value.node) else { return }
    report(
      .wrongShape(
        key.path.text, expected: "a string", found: "another type of value", quotable: nil,
        at: tree.span(of: value)
      ).hidingSpan())
  }

  /// Something that no quotes can mend.
  mutating func reportWrongShape(_ value: Edge, _ path: String, expected: String) {
    guard !tree.isPoisoned(value.node) else { return }
    report(
      .wrongShape(
        path, expected: expected, found: description(of: value), quotable: nil, at: tree.span(of: value)))
  }

  /// What stands there, with its article: `a list`, `the number 3.10`.
  func description(of value: Edge) -> String {
    switch tree.shape(of: value.node) {
    case .sequence: return "a list"
    case .mapping: return "a mapping"
    case .scalar: break
    }
    let text = tree.hasHoles(value.node) ? "" : " " + tree.text(of: value.node)
    switch tree.type(of: value.node) {
    case .null: return "null"
    case .boolean: return "the boolean" + text
    case .integer, .float: return "the number" + text
    case .timestamp: return "the date" + text
    case .binary: return "binary data"
    case .string, .merge, .value: return "a string"
    case .collection, .set, .orderedMap, .pairs: return "a collection"
    }
  }

  private func isPoisonedScalar(_ value: Edge) -> Bool {
    tree.shape(of: value.node) == .scalar && tree.isPoisoned(value.node)
  }

  private func isStringLike(_ value: Edge) -> Bool {
    switch tree.type(of: value.node) {
    case .string, .merge, .value: true
    case .null, .boolean, .integer, .float, .timestamp, .binary, .collection, .set, .orderedMap, .pairs: false
    }
  }

  private mutating func isText(_ value: Edge, _ key: Key) -> Bool {
    guard tree.shape(of: value.node) == .scalar, isStringLike(value) else {
      if isNull(value) { return reportEmpty(value, key) }
      if key.isSecret {
        reportSecret(value, key)
      } else {
        reportNotText(value, key.path.text, expected: expectation(of: key))
      }
      return false
    }
    return isFilled(value, key)
  }

  private mutating func isTextOrNumber(_ value: Edge, _ key: Key) -> Bool {
    switch (tree.shape(of: value.node), tree.type(of: value.node)) {
    case (.scalar, .integer), (.scalar, .float): return true
    default: return isText(value, key)
    }
  }

  private mutating func isList(_ value: Edge, _ key: Key, of expected: String, _ keySpan: Span) -> Bool {
    if tree.shape(of: value.node) == .sequence { return true }
    if isNull(value) { return reportEmpty(value, key) }
    reportWrongShape(value, key.path.text, expected: expected)
    return false
  }

  private mutating func isMapping(_ value: Edge, _ key: Key, _ keySpan: Span) -> Bool {
    if tree.shape(of: value.node) == .mapping { return true }
    if isNull(value) { return reportEmpty(value, key) }
    reportWrongShape(value, key.path.text, expected: "a mapping")
    return false
  }

  private func isNull(_ value: Edge) -> Bool {
    tree.shape(of: value.node) == .scalar && tree.type(of: value.node) == .null
  }

  private mutating func isFilled(_ value: Edge, _ key: Key) -> Bool {
    let isEmpty = !tree.hasHoles(value.node) && tree.text(of: value.node).allSatisfy(\.isWhitespace)
    if isEmpty { report(.emptyValue(key.path.text, isNull: false, at: tree.span(of: value))) }
    return !isEmpty
  }

  private mutating func reportEmpty(_ value: Edge, _ key: Key) -> Bool {
    report(.emptyValue(key.path.text, isNull: true, at: tree.span(of: value)))
    return false
  }

  private func expectation(of key: Key) -> String {
    switch key.shape {
    case .path: "a path"
    case .textOrNumber: "a string or a number"
    case .text, .choice, .textList, .pathList, .section, .variables, .arguments, .matrix: "a string"
    }
  }

  private func quotableText(of value: Edge) -> String? {
    guard tree.shape(of: value.node) == .scalar, tree.style(of: value.node) == .plain,
      !tree.hasHoles(value.node)
    else { return nil }
    let text = tree.sourceText(of: value.node)
    return text.isEmpty || text.contains("\"") || text.contains("\\") ? nil : text
  }
}
