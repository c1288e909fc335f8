/// A part of a shell command as it stands in alto.yml.
package enum ShellPiece: Hashable, Sendable {
  case text(String)
  /// A value that is not known yet. The quotes around it decide how it can be delivered.
  case hole
}

/// Reads a POSIX shell command. Never fails: what it cannot make out is marked as such, and nothing is
/// guessed.
///
/// All offsets in the result count the bytes of the text; a hole counts as one.
package func readShell(_ pieces: [ShellPiece]) -> ShellReading {
  var scanner = ShellScanner(pieces)
  scanner.scan()
  return ShellReading(
    tokens: scanner.tokens, holes: scanner.holes, unterminated: scanner.openings,
    isCertain: scanner.isCertain)
}

/// Reads a command without holes.
package func readShell(_ text: String) -> ShellReading {
  readShell([.text(text)])
}
