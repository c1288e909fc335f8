import AltoDiagnostics

/// The colours of a terminal, or none.
package struct Palette: Sendable {
  package let isOn: Bool

  package init(isOn: Bool) {
    self.isOn = isOn
  }

  func severity(_ severity: Severity, _ text: String) -> String {
    switch severity {
    case .error: paint("1;31", text)
    case .warning: paint("1;33", text)
    case .note: paint("1;36", text)
    }
  }

  /// Line numbers and rules.
  func frame(_ text: String) -> String { paint("1;34", text) }

  func strong(_ text: String) -> String { paint("1", text) }

  private func paint(_ codes: String, _ text: String) -> String {
    isOn && !text.isEmpty ? "\u{1B}[\(codes)m\(text)\u{1B}[0m" : text
  }
}
