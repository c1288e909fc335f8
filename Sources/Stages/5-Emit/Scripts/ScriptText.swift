/// Puts a script together from its parts, an empty line between them.
func scriptText(_ parts: [String]) -> String {
  parts.filter { !$0.isEmpty }.map { $0.hasSuffix("\n") ? $0 : $0 + "\n" }.joined(separator: "\n")
}

/// The list of exit codes for a `--help`.
func exitTable(_ codes: [ScriptExit]) -> String {
  codes.map { "  \($0.rawValue)  \($0.meaning)" }.joined(separator: "\n")
}

/// A comment's text on one line, whatever it holds.
func commentText(_ text: String) -> String {
  String(jsonString(text).dropFirst().dropLast())
}
