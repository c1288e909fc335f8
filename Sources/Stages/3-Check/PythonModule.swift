/// The names that a Python module seems to bind, read from its text without running it.
///
/// Good for a warning, not for an error: modules can bind names in ways that no text shows.
struct PythonModule {
  private(set) var names: Set<String> = []
  /// Whether any name may appear: `from x import *`, `__getattr__`, `globals()`.
  private(set) var isOpen = false

  init(_ text: String) {
    for line in text.split(whereSeparator: \.isNewline) { read(line) }
  }

  private mutating func read(_ line: Substring) {
    let words = Self.words(of: line)
    guard let first = words.first else { return }
    if line.contains("__getattr__") || line.contains("globals()") || line.contains("exec(") { isOpen = true }
    switch first {
    case "def", "class":
      if words.count > 1 { names.insert(words[1]) }
    case "async":
      if words.count > 2 { names.insert(words[2]) }
    case "import", "from":
      if line.contains("*") { isOpen = true }
      names.formUnion(words.dropFirst())
    default:
      // Assignments, loops, `with … as`, conditions, continued imports: every word left of `=` or after `as` may be
      // bound, and one too many costs a warning at most.
      names.formUnion(words)
    }
  }

  /// The identifiers of a line up to a comment or an opening quote.
  private static func words(of line: Substring) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in line.unicodeScalars {
      if scalar == "#" || scalar == "\"" || scalar == "'" { break }
      if scalar == "_" || scalar.properties.isXIDContinue {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }
}
