/// The rules of names in Python and in the environment.
enum PythonName {
  /// Whether `text` is an identifier and no keyword.
  ///
  /// Letters beyond ASCII are accepted where Unicode calls them letters, as Python does.
  static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isStart(first), !keywords.contains(text) else {
      return false
    }
    return text.unicodeScalars.dropFirst().allSatisfy { isStart($0) || $0.properties.isXIDContinue }
  }

  /// Whether `text` is a POSIX name: ASCII letters, digits and underscores, not beginning with a digit.
  static func isVariable(_ text: String) -> Bool {
    guard let first = text.utf8.first, !("0"..."9").contains(first) else { return false }
    return text.utf8.allSatisfy {
      ("a"..."z").contains($0) || ("A"..."Z").contains($0) || ("0"..."9").contains($0)
        || $0 == UInt8(ascii: "_")
    }
  }

  private static func isStart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || scalar.properties.isXIDStart
  }

  private static let keywords: Set<String> = [
    "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
    "del",
    "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
    "nonlocal",
    "not", "or", "pass", "raise", "return", "try", "while", "with", "yield",
  ]
}
