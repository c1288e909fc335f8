import AltoDiagnostics
import AltoSchema
import AltoSource
import ImageIR
import YAML

extension Checker {
  /// `env`: names of variables with a scalar behind each.
  mutating func environment(_ agent: Fields) -> [CheckedVariable] {
    guard let entry = agent.entry(AgentKeys.env) else { return [] }
    var seen: [String: Span] = [:]
    return tree.entries(of: entry.value.node).compactMap { key, value in
      let name = keyName(key, in: AgentKeys.env.key.path.text)
      if let name {
        reportRepeat(of: name, in: &seen)
        reportName(name)
      }
      let text = variable(value, name: name?.value)
      guard let name, let text else { return nil }
      return CheckedVariable(name: name, value: text)
    }
  }

  private mutating func reportName(_ name: Located<String>) {
    if !PythonName.isVariable(name.value) {
      report(.environmentName(name.value, at: name.span))
    } else if name.value.hasPrefix("ALTO_ENV_") || name.value.hasPrefix("ALTO_MATRIX_") {
      report(.environmentReserved(name.value, at: name.span))
    }
  }

  private mutating func variable(_ value: Edge, name: String?) -> Located<LateText>? {
    let path = "env." + (name ?? "")
    guard !tree.isPoisoned(value.node) else { return nil }
    guard tree.shape(of: value.node) == .scalar else {
      reportWrongShape(value, path, expected: "one value")
      return nil
    }
    if tree.type(of: value.node) == .null, !tree.hasHoles(value.node) {
      report(.environmentNull(name ?? "", insertion: tree.editableSpan(of: value), at: tree.span(of: value)))
      return nil
    }
    guard let text = late(value, path: path, allowsMatrix: true) else { return nil }
    // A value with references is composed when the container starts and may hold anything.
    if let literal = text.value.literal, literal.utf8.contains(UInt8(ascii: "\n")) {
      report(.environmentLineBreak(name ?? "", at: text.span))
      return nil
    }
    return text
  }
}
