package import AltoDiagnostics
package import Template

/// Stage 2: reads the expanded text with libyaml's events into one tree with positions in the original file.
///
/// After a syntax error reading goes on at the next entry of a block that is open, so that one run shows the
/// mistakes of several keys and agents; what was lost between is marked, and the tree is not complete.
package func parse(_ expanded: Expanded) -> Staged<Tree> {
  var builder = TreeBuilder(expanded)
  builder.read()
  return builder.finish()
}
