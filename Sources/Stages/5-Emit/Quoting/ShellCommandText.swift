internal import AltoShell
package import ImageIR

/// The text of a command for `/bin/sh -c`, each reference delivered by a variable as one word that is never
/// split.
///
/// What stands around a reference decides how it is written. The checker refuses the places where no quoting
/// is sound; there the plain expansion is written, which can never become code.
///
/// - Parameter expansion: a reference as `${…}`, without quotes.
package func shellCommand(_ text: LateText, expansion: (Reference) -> String) -> String {
  var contexts = readShell(shellPieces(text)).holes.map(\.context)[...]
  return text.pieces.map { piece in
    switch piece {
    case .literal(let literal): literal
    case .reference(let reference):
      quoted(expansion(reference), in: contexts.popFirst() ?? .unquoted)
    }
  }.joined()
}

private func shellPieces(_ text: LateText) -> [ShellPiece] {
  text.pieces.map { piece in
    switch piece {
    case .literal(let literal): .text(literal)
    case .reference: .hole
    }
  }
}

private func quoted(_ expansion: String, in context: ShellContext) -> String {
  switch context {
  case .unquoted: "\"\(expansion)\""
  case .singleQuoted: "'\"\(expansion)\"'"
  case .doubleQuoted, .hereDocument, .comment, .unsupported: expansion
  }
}
