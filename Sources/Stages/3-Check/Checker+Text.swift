import AltoDiagnostics
import AltoSchema
import AltoSource
import ImageIR
import YAML

extension Checker {
  /// The text of an early key: references are filled in now.
  mutating func text(_ fields: Fields, _ field: Field<EarlyText>) -> Located<String>? {
    guard let entry = fields.entry(field) else { return nil }
    return early(entry.value, path: field.key.path.text)
  }

  /// The text of a late key: references stay references.
  mutating func text(_ fields: Fields, _ field: Field<LateTextValue>) -> Located<LateText>? {
    guard let entry = fields.entry(field) else { return nil }
    return late(entry.value, path: field.key.path.text, allowsMatrix: false)
  }

  /// One of the key's words; `aliases` are read as well and left to the caller.
  mutating func choice(
    _ fields: Fields, _ field: Field<EarlyText>, aliases: [String] = []
  ) -> Located<String>? {
    guard case .choice(let words) = field.key.shape, let value = text(fields, field) else { return nil }
    let allowed = words.map(\.text)
    if allowed.contains(value.value) || aliases.contains(value.value) { return value }
    report(
      .unknownValue(
        value.value, of: field.key.path.text, allowed: allowed,
        suggestion: nearest(to: value.value, among: allowed), at: value.span))
    return nil
  }

  /// A scalar of an early key with its references filled in.
  mutating func early(_ edge: Edge, path: String) -> Located<String>? {
    let span = tree.span(of: edge)
    noteTaint(of: edge)
    guard tree.hasHoles(edge.node) else { return unlessNUL(tree.text(of: edge.node), path, at: span) }
    var result = ""
    var isWhole = true
    for piece in tree.pieces(of: edge.node) {
      switch piece {
      case .text(let text, _): result += text
      case .reference(let reference, let span, _):
        if let value = value(of: reference, path: path, at: span) { result += value } else { isWhole = false }
      case .poison: isWhole = false
      }
    }
    guard isWhole else { return nil }
    if result.allSatisfy(\.isWhitespace) {
      report(.emptyValue(path, isNull: false, at: span))
      return nil
    }
    return unlessNUL(result, path, at: span)
  }

  /// A scalar of a late key. Its own text stays, references stay references.
  mutating func late(_ edge: Edge, path: String, allowsMatrix: Bool) -> Located<LateText>? {
    let span = tree.span(of: edge)
    guard !tree.isPoisoned(edge.node), reportComputed(edge, path: path) else { return nil }
    if tree.isFileDerived(edge.node) { report(.folderDependentValue(path, at: span)) }
    guard tree.hasHoles(edge.node) else {
      return unlessNUL(tree.text(of: edge.node), path, at: span)?.map { LateText($0) }
    }
    var result = LateText("")
    var isWhole = true
    for piece in tree.pieces(of: edge.node) {
      switch piece {
      case .text(let text, _): result.append(.literal(text))
      case .reference(let reference, let span, _):
        if isAllowed(reference, path: path, allowsMatrix: allowsMatrix, at: span) {
          result.append(.reference(reference))
        } else {
          isWhole = false
        }
      case .poison: isWhole = false
      }
    }
    return isWhole ? Located(result, at: span) : nil
  }

  /// Whether a late key may hold the reference; reports it when not.
  private mutating func isAllowed(
    _ reference: Reference, path: String, allowsMatrix: Bool, at span: Span
  ) -> Bool {
    guard case .matrix(let name) = reference else { return true }
    guard allowsMatrix else {
      report(.matrixNotAllowed(name, in: path, at: span))
      return false
    }
    matrixUses.append(Located(name, at: span))
    return true
  }

  /// Reports text that was computed from a variable's value and would be written; true when there is none.
  mutating func reportComputed(_ edge: Edge, path: String) -> Bool {
    var isClean = true
    for taint in tree.computedParts(of: edge.node) {
      let secret = taint.variables.filter { !inputs.bakeable.contains($0) }
      if secret.isEmpty {
        earlyVariables.formUnion(taint.variables)
      } else {
        report(.computedLateValue(secret, in: path, at: taint.span))
        isClean = false
      }
    }
    return isClean
  }

  /// The value of a reference in an early key.
  private mutating func value(of reference: Reference, path: String, at span: Span) -> String? {
    switch reference {
    case .matrix(let name):
      report(.matrixNotAllowed(name, in: path, at: span))
      return nil
    case .environment(let name):
      if let value = inputs.environment.value(of: name) {
        earlyVariables.insert(name)
        hide(value, as: tree.source.text(span))
        return value
      }
      let suggestion = nearest(to: name, among: inputs.environment.names)
      report(.earlyVariableMissing(name, for: path, suggestion: suggestion, at: span))
      return nil
    }
  }

  /// Keeps a value out of every message; longer ones first, so that no part of one is left.
  private mutating func hide(_ text: String, as shown: String) {
    guard !text.isEmpty, !hiddenTexts.contains(where: { $0.text == text }) else { return }
    hiddenTexts.append((text, "{{ " + shown + " }}"))
    hiddenTexts.sort { $0.text.utf8.count > $1.text.utf8.count }
  }

  private mutating func noteTaint(of edge: Edge) {
    if let part = tree.computedParts(of: edge.node).first {
      hide(tree.text(of: edge.node), as: tree.source.text(part.span))
    }
    for taint in tree.computedParts(of: edge.node) { earlyVariables.formUnion(taint.variables) }
  }

  private mutating func unlessNUL(_ text: String, _ path: String, at span: Span) -> Located<String>? {
    guard text.utf8.contains(0) else { return Located(text, at: span) }
    report(.nulCharacter(path, at: span))
    return nil
  }
}
