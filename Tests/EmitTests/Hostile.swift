import TestSupport

/// Text that has broken generators of other projects, and text made of the same parts at random.
enum Hostile {
  static let corpus = [
    "", " ", "a", "hello world", "it's", "\"", "\"quoted\"", "'", "''", "\\", "\\\\", "a\\", "\\n", "$HOME",
    "${HOME}",
    "\\$HOME", "$(touch pwned)", "`touch pwned`", "; touch pwned", "&& touch pwned", "| touch pwned", "#",
    "# comment",
    "a # b", "--option", "-", "*", "?", "[a]", "~", "~/x", "!x", "{a,b}", "a=b", "a\tb", "\t", " leading",
    "trailing ",
    "é", "e\u{301}", "漢字", "😀", "\u{FEFF}", "\u{200B}", "\u{202E}", "\u{2028}", "\u{85}", "\u{A0}", "\u{1}",
    "\u{7F}",
    "\u{1B}[31m", "${X:-'}", "%s%n", "<<EOF", "]", "\"]", "\", \"x", "', 'x", "'''", "\"\"\"", "{{ x }}",
    "\u{E000}",
    "'\"'\"'", "\\'", "\\\"", "\\x41", "\\u0041", "a\\ b", "\\\t", "@", "^", "(", ")", "<", ">", "&", "|",
    ";", "FROM x",
  ]
  /// What a Dockerfile and an argument of a program have no spelling for, or only some of them.
  static let lineBreaks = [
    "\n", "a\nb", "\nRUN touch pwned", "a\\\nb", "\r", "\r\n", "x\rRUN y", "'\nFROM scratch\n'",
  ]

  private static let parts = corpus.filter { !$0.isEmpty }

  static func random(_ count: Int, using random: inout Seeded, breaks: Bool) -> [String] {
    let parts = breaks ? parts + lineBreaks : parts
    return (0..<count).map { _ in random.text(of: parts, upTo: 5) }
  }

  /// The corpus and random text, without line breaks or with them.
  static func all(_ seed: UInt64, breaks: Bool) -> [String] {
    var random = Seeded(seed)
    return corpus + (breaks ? lineBreaks : []) + Self.random(600, using: &random, breaks: breaks)
  }
}
