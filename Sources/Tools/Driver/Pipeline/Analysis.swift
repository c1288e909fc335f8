package import AltoDiagnostics
package import AltoSource
package import Check
package import Template
package import YAML

/// What the first three stages make of one file.
package struct Analysis: Sendable {
  package let source: SourceFile
  package let expanded: Expanded
  package let tree: Tree
  /// Nil when any stage found an error.
  package let config: CheckedConfig?
  /// In the order of the file.
  package let diagnostics: [Diagnostic]

  package var hasErrors: Bool { config == nil }
}

/// Runs stages 1 to 3 on one file. Writes nothing; the same for the command line and the language server.
///
/// - Parameter path: the absolute path of the file, which becomes `__file__`.
package func analyze(_ source: SourceFile, at path: String, in world: Surroundings) -> Analysis {
  let inputs = TemplateInputs(
    file: path, platform: world.platform, pythonVersion: world.pythonVersion,
    environment: world.environment, files: world.files)
  let expanded = expand(source, with: inputs)
  let tree = parse(expanded.value)
  let checked = check(
    tree.value,
    with: CheckInputs(files: world.files, environment: world.environment, bakeable: world.bakeable))
  let diagnostics = sorted(expanded.diagnostics + tree.diagnostics + checked.diagnostics)
  let isClean = diagnostics.allSatisfy { $0.severity != .error }
  return Analysis(
    source: source, expanded: expanded.value, tree: tree.value, config: isClean ? checked.value : nil,
    diagnostics: diagnostics)
}

/// By position, then code; the same finding at the same place (two turns of a loop, two uses of an alias) once.
private func sorted(_ diagnostics: [Diagnostic]) -> [Diagnostic] {
  struct Identity: Hashable {
    let code: Code
    let span: Span
    let message: String
  }
  var seen: Set<Identity> = []
  return
    diagnostics
    .filter { seen.insert(Identity(code: $0.code, span: $0.span, message: $0.message)).inserted }
    .enumerated()
    .sorted { left, right in
      (left.element.span, left.element.code.number, left.offset)
        < (right.element.span, right.element.code.number, right.offset)
    }
    .map(\.element)
}
