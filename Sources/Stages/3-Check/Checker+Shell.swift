import AltoDiagnostics
import AltoShell
import AltoSource
import ImageIR
import YAML

extension Checker {
  /// Reports quotes that are not closed, and references where no value can get, in a command for a shell.
  mutating func reportShellMistakes(in edge: Edge) {
    let node = edge.node
    guard tree.shape(of: node) == .scalar, tree.type(of: node) == .string, !tree.isPoisoned(node) else {
      return
    }
    let command = ShellText(tree.pieces(of: node))
    let reading = readShell(command.pieces)
    if let opening = reading.unterminated.first(where: { $0.kind != .hereDocument }) {
      let range = command.decoded(opening.range)
      report(.unterminatedQuote(name(of: opening.kind), at: tree.span(of: node, decoded: range)))
    }
    for (reference, place) in zip(command.references, reading.holes) {
      switch place.context {
      case .unquoted, .doubleQuoted, .comment, .hereDocument: break
      case .singleQuoted: report(.referenceInSingleQuotes(reference.value.name, at: reference.span))
      case .unsupported(let reason):
        report(.undeliverableReference(reference.value.name, where: words(for: reason), at: reference.span))
      }
    }
  }

  private func name(of kind: ShellOpening.Kind) -> String {
    switch kind {
    case .singleQuote: "single quote"
    case .doubleQuote: "double quote"
    case .backquote: "backquote"
    case .substitution: "'$('"
    case .arithmetic: "'$(('"
    case .expansion: "'${'"
    case .hereDocument: "here-document"
    }
  }

  private func words(for reason: ShellContext.Reason) -> String {
    switch reason {
    case .escaped: "behind a backslash"
    case .afterDollar: "behind a '$'"
    case .expansion: "inside '${…}'"
    case .arithmetic: "inside '$((…))'"
    case .backquotes: "inside backquotes"
    case .literalHereDocument: "in a here-document with a quoted delimiter"
    case .hereDocumentDelimiter: "in the delimiter of a here-document"
    case .uncertain: "behind a construct that shells read differently"
    }
  }
}

/// A command as the shell module takes it, and the way back to the scalar's decoded text.
private struct ShellText {
  private(set) var pieces: [ShellPiece] = []
  private(set) var references: [Located<Reference>] = []
  /// Where each piece begins: in the shell's count, where a hole is one byte, and in the decoded text.
  private var starts: [(shell: Int, decoded: Int)] = []

  init(_ parts: [ScalarPiece]) {
    var shell = 0
    for part in parts {
      switch part {
      case .text(let text, let range):
        starts.append((shell, range.lowerBound))
        pieces.append(.text(text))
        shell += range.count
      case .reference(let reference, let span, let range):
        starts.append((shell, range.lowerBound))
        pieces.append(.hole)
        references.append(Located(reference, at: span))
        shell += 1
      case .poison: break  // A poisoned command is not read.
      }
    }
  }

  func decoded(_ range: Range<Int>) -> Range<Int> {
    let start = decoded(range.lowerBound)
    return start..<start + range.count
  }

  private func decoded(_ offset: Int) -> Int {
    guard let piece = starts.last(where: { $0.shell <= offset }) else { return offset }
    return piece.decoded + offset - piece.shell
  }
}

extension Reference {
  /// The name as the user wrote it.
  var name: String {
    switch self {
    case .environment(let name): name
    case .matrix(let name): "matrix." + name
    }
  }
}
