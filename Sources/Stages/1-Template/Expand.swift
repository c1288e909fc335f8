package import AltoDiagnostics
package import AltoSource

/// Stage 1: renders the Jinja template and keeps track of where every byte came from.
///
/// Never stops at the first mistake: a failed expression leaves a poison hole and the rest goes on.
package func expand(_ source: SourceFile, with inputs: TemplateInputs) -> Staged<Expanded> {
  fatalError("placeholder while the stage is being written")
}
