/// Templates for the oracle, by what they try.
enum Cases {
  static var all: [String] {
    literals + operators + statements + whitespace + filters + tests + methods + formats + undefined
      + references
      + syntaxErrors
  }
}
