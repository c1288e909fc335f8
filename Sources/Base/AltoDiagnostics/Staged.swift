/// What every stage returns: a value and what it has to say about its input.
package struct Staged<Output> {
  package var value: Output
  package var diagnostics: [Diagnostic]

  package init(_ value: Output, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}

extension Staged: Sendable where Output: Sendable {}
