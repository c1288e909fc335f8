package import AltoDiagnostics
package import AltoSource

/// Stage 1: renders the Jinja template and keeps track of where every byte came from.
///
/// Never stops at the first mistake: a failed expression leaves a poison hole and the rest goes on. A file
/// that is not UTF-8 is one poison as a whole.
package func expand(_ source: SourceFile, with inputs: TemplateInputs) -> Staged<Expanded> {
  if let place = Encoding.firstError(in: source.bytes) {
    let diagnostic = Diagnostic.notUTF8(looksLike: Encoding.guess(source.bytes), at: place)
    return Staged(.poisoned(source, at: place), [diagnostic])
  }
  var parser = Parser(source)
  let body = parser.parse()
  var evaluator = Evaluator(source: source, parser: parser, inputs: inputs)
  evaluator.run(body)
  if !evaluator.isStopped { StaticCheck(parser).check(&evaluator) }
  let diagnostics = (parser.diagnostics + evaluator.diagnostics).enumerated().sorted {
    ($0.element.span, $0.offset) < ($1.element.span, $1.offset)
  }
  let expanded = Expanded(
    source: source, output: evaluator.output, earlyVariables: evaluator.variables.sorted())
  return Staged(expanded, diagnostics.map(\.element))
}

extension Expanded {
  /// The text of a file that cannot be read at all: nothing in it can be judged.
  fileprivate static func poisoned(_ source: SourceFile, at place: Span) -> Expanded {
    var map = SourceMap(originalCount: source.bytes.count)
    map.append(SourceMap.Segment(start: 0, origin: place, kind: .computed))
    return Expanded(
      source: source, text: sentinel, map: map, holes: [Hole(offset: 0, content: .poison, span: place)],
      taints: [], fileDerived: [], earlyVariables: [])
  }

  fileprivate init(source: SourceFile, output: Output, earlyVariables: [String]) {
    self.init(
      source: source, text: output.text, map: output.map, holes: output.holes, taints: output.taints,
      fileDerived: output.fileDerived, earlyVariables: earlyVariables)
  }
}
