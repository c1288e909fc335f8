/// One pattern of `.dockerignore`, with the meaning that Docker's matcher gives it.
struct IgnorePattern: Hashable, Sendable {
  /// Whether it began with `!`: what it matches is brought back.
  let isException: Bool
  /// The clean pattern without the `!`.
  let text: [UInt8]
  private let method: Method

  private enum Method: Hashable, Sendable {
    case exact
    /// The pattern without its last two characters, `**`.
    case prefix
    /// The pattern without its first two characters, `**`.
    case suffix
    case automaton(PatternAutomaton)
  }

  /// - Parameter text: trimmed and clean, without `!`.
  /// - Returns: nil for what Docker refuses as a syntax error.
  init?(_ text: [UInt8], isException: Bool) {
    guard GlobSyntax.accepts(text), let method = Self.method(for: text) else { return nil }
    self.isException = isException
    self.text = text
    self.method = method
  }

  /// The pattern that matches one path and nothing else.
  init?(literal path: String, isException: Bool) {
    let text = path.utf8.flatMap { "*?[]^\\".utf8.contains($0) ? [UInt8(ascii: "\\"), $0] : [$0] }
    self.init(text, isException: isException)
  }

  /// Whether the pattern matches `path` itself. A match of one of its folders is the business of `IgnoreRules`.
  func matches(_ path: [UInt8]) -> Bool {
    switch method {
    case .exact: return path == text
    case .prefix: return path.starts(with: text.dropLast(2))
    case .suffix:
      let suffix = text.dropFirst(2)
      if path.count >= suffix.count, path.suffix(suffix.count).elementsEqual(suffix) { return true }
      return suffix.first == UInt8(ascii: "/") && path.elementsEqual(suffix.dropFirst())
    case .automaton(let automaton): return automaton.matches(path)
    }
  }

  /// The path below which all matches of the pattern lie; nil where a wildcard makes that unknown.
  var literalPrefix: [UInt8]? {
    var prefix = text[...]
    if prefix.suffix(3).elementsEqual("/**".utf8) { prefix = prefix.dropLast(3) }
    if prefix.suffix(2).elementsEqual("/*".utf8) { prefix = prefix.dropLast(2) }
    return prefix.contains(where: "*[]?^\\".utf8.contains) ? nil : Array(prefix)
  }

  /// Finds the way Docker would match: literally at one end while there is nothing but `**` at the other, else by
  /// a regular expression. `**` in front wins over an earlier decision for an expression, and a wildcard behind it
  /// wins over both.
  private static func method(for text: [UInt8]) -> Method? {
    var translation = Translation(GoText.scalars(text))
    translation.run()
    switch translation.kind {
    case .exact: return .exact
    case .prefix: return .prefix
    case .suffix: return .suffix
    case .expression: return ExpressionParser.automaton(of: translation.expression).map(Method.automaton)
    }
  }
}

/// The step from a pattern to a regular expression, character for character as Docker takes it.
private struct Translation {
  enum Kind { case exact, prefix, suffix, expression }

  private(set) var kind = Kind.exact
  private(set) var expression: [UInt32] = []
  private var rest: ArraySlice<UInt32>

  init(_ scalars: [UInt32]) {
    // Go's scanner drops a byte order mark.
    rest = scalars.first == 0xFEFF ? scalars.dropFirst() : scalars[...]
  }

  mutating func run() {
    var isFirst = true
    while let next = rest.popFirst() {
      switch Unicode.Scalar(next) {
      case "*" where rest.first == 0x2A:
        rest.removeFirst()
        translateDoubleStar(isFirst: isFirst)
      case "*": append("[^/]*", kind: .expression)
      case "?": append("[^/]", kind: .expression)
      case ".", "+", "(", ")", "|", "{", "}", "$": expression += [0x5C, next]
      case "\\": translateEscape()
      case "[", "]":
        expression.append(next)
        kind = .expression
      default: expression.append(next)
      }
      isFirst = false
    }
  }

  private mutating func translateDoubleStar(isFirst: Bool) {
    if rest.first == 0x2F { rest.removeFirst() }
    if !rest.isEmpty {
      append("(.*/)?", kind: .expression)
    } else if kind == .exact {
      kind = .prefix
    } else {
      append(".*", kind: .expression)
    }
    if isFirst { kind = .suffix }
  }

  /// A `\` at the end cannot happen: the grammar refuses it.
  private mutating func translateEscape() {
    expression.append(0x5C)
    guard let next = rest.popFirst() else { return }
    expression.append(next)
    kind = .expression
  }

  private mutating func append(_ text: String, kind: Kind) {
    expression += ExpressionParser.scalars(text)
    self.kind = kind
  }
}
