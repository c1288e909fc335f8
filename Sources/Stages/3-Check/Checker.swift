import AltoDiagnostics
import AltoSource
import ImageIR
import YAML

/// The state of one check: what is read, what was found so far.
///
/// Each part of the file has an extension of its own in a file of its own. A reader returns nil after it reported why,
/// or silently where a stage before this one did.
struct Checker {
  let tree: Tree
  let inputs: CheckInputs
  private(set) var diagnostics: [Diagnostic] = []
  /// The agent's variables that were used while compiling.
  var earlyVariables: Set<String> = []
  /// The agent's uses of `matrix.NAME`, to compare with its matrix.
  var matrixUses: [Located<String>] = []
  /// The walk of the project's folder, made when the first image needs it.
  private(set) var projectWalk: Walk?

  init(tree: Tree, inputs: CheckInputs) {
    self.tree = tree
    self.inputs = inputs
  }

  /// Values of variables that were used, and the expressions that no message may show them in place of.
  var hiddenTexts: [(text: String, shown: String)] = []

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(hiddenTexts.isEmpty ? diagnostic : diagnostic.replacing(hiddenTexts))
  }

  /// What of the project goes into an image. Its problems are reported once, at the first agent that needs it.
  mutating func projectEntries(at span: Span) -> [ContextPlan.Entry] {
    if let projectWalk { return projectWalk.entries }
    let walk = inputs.files.walk(inputs.files.folder, as: .project)
    projectWalk = walk
    report(walk, of: "the project", at: span)
    return walk.entries
  }

  /// A span for a diagnostic about the file as a whole.
  var startOfFile: Span { Span(at: tree.source.byteOrderMarkCount) }
}
