extension ShellReading {
  /// The words of the command, quotes removed, when it needs no shell at all: these words as the arguments of
  /// an exec are exactly what any POSIX shell would run. Nil when in doubt.
  package var plainWords: [String]? {
    guard isCertain, unterminated.isEmpty, holes.isEmpty else { return nil }
    var words: [String] = []
    for token in trimmedTokens {
      switch token {
      case .word(let word):
        guard let text = word.literal else { return nil }
        words.append(text)
      case .control, .redirection, .hereDocument, .newline, .comment:
        return nil
      }
    }
    guard let program = words.first, ShellVocabulary.namesProgram(program) else { return nil }
    return words
  }

  /// Whether `exec` in front of the command only saves a process: one simple command, its program named
  /// literally.
  package var execIsSound: Bool {
    guard isCertain, unterminated.isEmpty, let program = programName else { return false }
    return ShellVocabulary.namesProgram(program)
  }

  /// The literal first word of a command that is nothing but words and redirections.
  private var programName: String? {
    var name: String?
    var isTarget = false
    let tokens = trimmedTokens
    for (index, token) in tokens.enumerated() {
      switch token {
      case .word(let word):
        defer { isTarget = false }
        if isTarget || name != nil || isNumber(word, before: tokens.dropFirst(index + 1).first) { continue }
        guard let text = word.literal else { return nil }
        name = text
      case .redirection:
        isTarget = true
      case .comment where index == tokens.count - 1:
        break
      case .control, .hereDocument, .newline, .comment:
        return nil
      }
    }
    return name
  }

  /// Whether the word is the file descriptor of a redirection that follows without a blank.
  private func isNumber(_ word: ShellWord, before next: ShellToken?) -> Bool {
    guard case .redirection(let range)? = next, range.lowerBound == word.range.upperBound else {
      return false
    }
    return word.literal?.utf8.allSatisfy { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 } ?? false
  }

  private var trimmedTokens: ArraySlice<ShellToken> {
    var tokens = tokens[...]
    while tokens.first == .newline { tokens.removeFirst() }
    while tokens.last == .newline { tokens.removeLast() }
    return tokens
  }
}
