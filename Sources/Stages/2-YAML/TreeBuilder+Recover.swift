import AltoDiagnostics
import AltoSource
import Template

extension TreeBuilder {
  /// Reports a syntax error at its culprit and gives up what was read from there on.
  ///
  /// - Parameter start: where this reading began.
  /// - Returns: what to read next.
  mutating func recover(from failure: EventReader.Failure, since start: Int) -> Range<Int>? {
    let error = SyntaxError(failure, in: context)
    let line = Lines.start(in: text, of: max(error.culprit.lowerBound, start))
    tree.isComplete = false
    findings.removeAll { $0.offset >= line }
    if !isPoisoned(lineOf: error.culprit.lowerBound), !isPoisoned(lineOf: failure.at) {
      report(diagnostic(for: error), at: error.culprit.lowerBound)
    }
    poisonScalars(from: line)
    return resumption(after: max(error.culprit.lowerBound, start))
  }

  private var context: SyntaxError.Context {
    SyntaxError.Context(
      text: text, lastScalar: lastScalar.map { tree[$0] },
      blocks: open.map { tree[$0.node] })
  }

  /// A failed expression may have broken the line; it has its own diagnostic.
  private func isPoisoned(lineOf offset: Int) -> Bool {
    tree.holes(in: Lines.range(in: text, of: offset)).contains { hole in
      switch hole.content {
      case .poison: true
      case .reference: false
      }
    }
  }

  /// What libyaml read behind the culprit is most likely not what was meant.
  private mutating func poisonScalars(from offset: Int) {
    for index in tree.nodes.indices.reversed() {
      guard tree.nodes[index].kind == .scalar else { continue }
      guard Int(tree.nodes[index].end) >= offset else { break }
      poison(NodeID(index))
    }
  }
}
