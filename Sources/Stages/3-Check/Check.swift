package import AltoDiagnostics
import AltoSource
package import YAML

/// Stage 3: compares the tree with the schema and the project's files.
///
/// Finds every mistake it can. The value is there only when there was none.
package func check(_ tree: Tree, with inputs: CheckInputs) -> Staged<CheckedConfig?> {
  var checker = Checker(tree: tree, inputs: inputs)
  let config = checker.config()
  let isClean = checker.diagnostics.allSatisfy { $0.severity != .error }
  return Staged(isClean ? config : nil, checker.diagnostics)
}
