/// A syntax error of libyaml, with the place where people look for the mistake.
///
/// libyaml notices most mistakes late: at the end of the file for a quote that is not closed, lines below a
/// key without its colon. The text around tells what was meant.
struct SyntaxError: Equatable {
  let cause: SyntaxCause
  /// What is wrong, in the expanded text; within one line.
  let culprit: Range<Int>
  /// Another place that explains it.
  var related: Range<Int>?

  /// What was known when libyaml stopped.
  struct Context {
    let text: [UInt8]
    /// The last scalar that was read, directly before the mistake or long before.
    let lastScalar: Node?
    /// The open collections, from the outermost inwards.
    let blocks: [Node]
  }

  init(_ cause: SyntaxCause, _ culprit: Range<Int>, related: Range<Int>? = nil) {
    self.cause = cause
    self.culprit = culprit
    self.related = related
  }
}

/// What people get wrong in YAML.
enum SyntaxCause: Equatable {
  case missingColon
  case missingSpaceAfterColon
  case missingSpaceAfterDash
  case missingDash
  case misplacedDash
  case unclosedQuote
  case unclosedBracket
  /// A `]` or `}` that closes nothing, or not what is open.
  case strayBracket
  case missingComma
  case tab
  /// The columns of the blocks that are open here.
  case indentation(found: Int, open: [Int])
  /// Deeper than a key above that has its value already.
  case tooDeepUnderValue
  case secondColon
  /// A plain scalar cannot start with this character.
  case reservedStart
  /// `*` not followed by a name.
  case asterisk
  /// `&` not followed by a name.
  case ampersand
  case bracesLeft
  case unknownEscape
  case blockHeader
  case textBehindValue
  /// `'it's'`
  case apostrophe
  case malformedTag
  case directive
  case notUTF8
  /// Anything else, in libyaml's words.
  case other(String)
}
