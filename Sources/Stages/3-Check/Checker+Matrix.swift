import AltoDiagnostics
import AltoSchema
import AltoSource
import ImageIR
import YAML

extension Checker {
  /// `matrix`.
  mutating func matrix(_ agent: Fields) -> CheckedMatrix? {
    guard let entry = agent.entry(AgentKeys.matrix) else { return nil }
    var concurrency: Int?
    var hasConcurrency = false
    var dimensions: [Runtime.Dimension] = []
    var names: [String: Span] = [:]
    for (key, value) in tree.entries(of: entry.value.node) {
      guard let name = keyName(key, in: AgentKeys.matrix.key.path.text) else { continue }
      reportRepeat(of: name, in: &names)
      if name.value == "max_concurrency" {
        hasConcurrency = true
        concurrency = maxConcurrency(value)
      } else if let dimension = dimension(name, value) {
        dimensions.append(dimension)
      }
    }
    if !hasConcurrency {
      report(
        .missingKey(
          "matrix.max_concurrency", summary: "How many runs go on at once.", example: "2", at: entry.key))
    }
    guard let concurrency else { return nil }
    return CheckedMatrix(
      matrix: Runtime.Matrix(maxConcurrency: concurrency, dimensions: dimensions),
      span: entry.key.union(tree.span(of: entry.value)))
  }

  /// Every `matrix.NAME` of the agent must be a key of its matrix.
  mutating func reportMatrixUses(known: [String]) {
    for use in matrixUses where !known.contains(use.value) {
      report(
        .unknownMatrixName(
          use.value, known: known, suggestion: nearest(to: use.value, among: known), at: use.span))
    }
  }

  private mutating func maxConcurrency(_ value: Edge) -> Int? {
    guard !tree.isPoisoned(value.node) else { return nil }
    guard tree.shape(of: value.node) == .scalar else {
      report(.concurrencyForm(found: description(of: value), at: tree.span(of: value)))
      return nil
    }
    guard let resolved = earlyValue(value, path: "matrix.max_concurrency") else { return nil }
    if case .integer(let digits) = resolved.value, let number = Int(digits), number >= 1 { return number }
    let found = tree.hasHoles(value.node) ? "the text of a variable" : description(of: value)
    report(.concurrencyForm(found: found, at: tree.span(of: value)))
    return nil
  }

  private mutating func dimension(_ name: Located<String>, _ value: Edge) -> Runtime.Dimension? {
    guard PythonName.isVariable(name.value) else {
      report(.matrixName(name.value, at: name.span))
      return nil
    }
    guard !tree.isPoisoned(value.node) else { return nil }
    guard tree.shape(of: value.node) == .sequence, !tree.items(of: value.node).isEmpty else {
      let found = tree.shape(of: value.node) == .sequence ? "an empty list" : description(of: value)
      report(.matrixValues(name.value, found: found, at: tree.span(of: value)))
      return nil
    }
    var seen: [String: Span] = [:]
    return Runtime.Dimension(
      name: name.value,
      values: tree.items(of: value.node).compactMap { matrixValue($0, of: name.value, &seen) })
  }

  private mutating func matrixValue(
    _ item: Edge, of name: String, _ seen: inout [String: Span]
  ) -> Runtime.MatrixValue? {
    let span = tree.span(of: item)
    guard tree.shape(of: item.node) == .scalar else {
      report(.matrixValues(name, found: description(of: item) + " in it", at: span))
      return nil
    }
    guard let (value, text) = earlyValue(item, path: "matrix." + name) else { return nil }
    if let first = seen[value.description] { report(.matrixDuplicate(name, first: first, at: span)) }
    seen[value.description] = seen[value.description] ?? span
    return Runtime.MatrixValue(value: value, text: text)
  }
}
