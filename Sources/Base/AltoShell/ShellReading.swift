/// What is known about a shell command without running it.
package struct ShellReading: Hashable, Sendable {
  /// The outermost level: what stands inside `$(…)` is a part of its word.
  package let tokens: [ShellToken]
  /// In the order of the text, one for each hole given.
  package let holes: [ShellHole]
  /// What was opened and never closed, outermost first.
  package let unterminated: [ShellOpening]
  /// False when shells read the text differently (`$'…'`, `((`, `<<<`) or its nesting is too deep to follow.
  package let isCertain: Bool
}

package enum ShellToken: Hashable, Sendable {
  case word(ShellWord)
  /// `;`, `&&`, `(` and so on.
  case control(Range<Int>)
  /// `>`, `2>&` without its number, and so on; the next word is its target.
  case redirection(Range<Int>)
  /// `<<` or `<<-` and its delimiter.
  case hereDocument(Range<Int>)
  case newline
  case comment(Range<Int>)
}

package struct ShellWord: Hashable, Sendable {
  package let range: Range<Int>
  /// What the program gets, quotes removed; nil as soon as the shell, or any shell, might change the text.
  package let literal: String?

  package init(range: Range<Int>, literal: String?) {
    self.range = range
    self.literal = literal
  }
}

package struct ShellHole: Hashable, Sendable {
  package let offset: Int
  package let context: ShellContext
}

/// How the shell treats the place of a hole.
package enum ShellContext: Hashable, Sendable {
  case unquoted
  case doubleQuoted
  case singleQuoted
  case comment
  /// In a here-document whose text is expanded.
  case hereDocument
  /// No quoting delivers a value here unchanged in every shell.
  case unsupported(Reason)

  package enum Reason: Hashable, Sendable {
    /// Behind a backslash.
    case escaped
    /// Directly behind `$`.
    case afterDollar
    /// Inside `${…}`.
    case expansion
    /// Inside `$((…))`.
    case arithmetic
    case backquotes
    /// In a here-document whose delimiter is quoted: nothing in it is expanded.
    case literalHereDocument
    case hereDocumentDelimiter
    /// Behind something that shells read differently.
    case uncertain
  }
}

/// The start of something that has no end.
package struct ShellOpening: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case singleQuote
    case doubleQuote
    case backquote
    /// `$(`
    case substitution
    /// `$((`
    case arithmetic
    /// `${`
    case expansion
    /// Shells take the end of the text for the end of the document.
    case hereDocument
  }

  package let kind: Kind
  /// The opening characters.
  package let range: Range<Int>
}
