package import AltoDiagnostics
package import AltoSource

/// Writes diagnostics for people: the message, the source lines with carets, notes and help.
package struct HumanRenderer: Sendable {
  private let palette: Palette

  package init(palette: Palette) {
    self.palette = palette
  }

  /// All diagnostics of one file, an empty line after each.
  package func render(_ diagnostics: [Diagnostic], of source: SourceFile) -> String {
    guard !diagnostics.isEmpty else { return "" }
    let index = LineIndex(source.bytes)
    let hidden = diagnostics.filter { $0.hidesSpan && $0.source == nil }.map(\.span)
    return diagnostics.map { diagnostic in
      if let other = diagnostic.source {
        render(
          diagnostic, in: other, index: LineIndex(other.bytes),
          hidden: diagnostic.hidesSpan ? [diagnostic.span] : [])
      } else {
        render(diagnostic, in: source, index: index, hidden: hidden)
      }
    }.joined()
  }

  /// - Parameter hidden: secrets of the file, which are not shown wherever their line is.
  private func render(
    _ diagnostic: Diagnostic, in source: SourceFile, index: LineIndex, hidden: [Span]
  ) -> String {
    let snippet = Snippet(of: diagnostic, in: source, index: index, hidden: hidden, palette: palette)
    let margin = String(repeating: " ", count: snippet.gutter)
    let position = index.position(of: Int(diagnostic.span.start))
    let place = "\(source.name):\(position.line):\(position.column)"
    var result = palette.severity(
      diagnostic.severity, "\(diagnostic.severity.rawValue)[\(diagnostic.code.id)]")
    result += palette.strong(": " + diagnostic.message) + "\n"
    result += margin + palette.frame("-->") + " " + place + "\n"
    result += snippet.render()
    let remarks = diagnostic.notes.map { ("note", $0) } + diagnostic.help.map { ("help", $0) }
    if !remarks.isEmpty { result += snippet.rule("") }
    for (kind, text) in remarks {
      result += margin + " " + palette.frame("=") + " " + palette.strong(kind) + ": " + text + "\n"
    }
    return result + "\n"
  }
}
