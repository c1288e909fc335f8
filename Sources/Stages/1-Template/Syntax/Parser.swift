import AltoDiagnostics
import AltoSource

/// Reads a template into its syntax. Never stops: a broken tag is reported and replaced by something
/// harmless.
struct Parser {
  var lexer: Lexer
  var syntax = Syntax()
  var diagnostics: [Diagnostic] = []
  /// The token to read next; valid inside a tag.
  var token = Token(kind: .close, span: Span(at: 0))
  /// The blocks around the current place, outermost first.
  var blocks: [OpenBlock] = []
  /// Names that are tested with `is defined` or given a default somewhere: they may be undefined.
  var guarded: Set<NameID> = []
  /// Names of filters and tests that are tested for with `is filter` and `is test`.
  var probed: Set<String> = []
  /// How deep the expression being read is nested.
  var nesting = 0
  /// Whether the rest of the file was searched in vain for the end of a comment, of a raw block.
  private var hasNoCommentEnd = false
  var hasNoRawEnd = false
  /// The number of expressions before the current tag.
  private var firstOfTag = 0
  /// Statements that were reported as unknown.
  var unknownKeywords: Set<String> = []
  /// Whether the blocks are nested too deep, so that nothing more is read.
  var gaveUp = false

  init(_ source: SourceFile) {
    lexer = Lexer(source)
  }

  /// The whole template.
  mutating func parse() -> BodyID {
    var statements: [Statement] = []
    readStatements(into: &statements)
    return add(statements)
  }

  mutating func add(_ statements: [Statement]) -> BodyID {
    syntax.bodies.append(statements)
    return BodyID(syntax.bodies.count - 1)
  }

  mutating func report(_ diagnostic: Diagnostic) {
    diagnostics.append(diagnostic)
  }

  /// Reads text and tags up to a tag that ends the innermost block or one around it, or to the end of the
  /// file.
  ///
  /// - Returns: the tag that ended it, its keyword already read; nil at the end of the file.
  @discardableResult
  mutating func readStatements(into statements: inout [Statement]) -> Terminator? {
    while true {
      let start = lexer.position
      guard let opening = lexer.nextOpening(from: start) else {
        appendText(start..<lexer.end, to: &statements)
        lexer.position = lexer.end
        return nil
      }
      appendText(start..<lexer.textEnd(from: start, before: opening), to: &statements)
      switch opening.kind {
      case .comment: readComment(opening)
      case .output: statements.append(readOutput(opening))
      case .statement:
        if let terminator = readStatement(opening, into: &statements) { return terminator }
      }
    }
  }

  func appendText(_ range: Range<Int>, to statements: inout [Statement]) {
    if !range.isEmpty { statements.append(.text(Span(range))) }
  }

  private mutating func readComment(_ opening: TagOpening) {
    if !hasNoCommentEnd, let end = lexer.commentEnd(from: opening.inside) {
      lexer.position = end
    } else {
      hasNoCommentEnd = true
      report(.unclosedTag("{#", closing: "#}", at: opening.span))
      lexer.position = lexer.lineEnd(from: opening.inside)
    }
  }

  private mutating func readOutput(_ opening: TagOpening) -> Statement {
    var expression: ExpressionID?
    let end = inTag(opening) { (parser) throws(SyntaxFault) in
      let value = try parser.tupleOrExpression()
      try parser.expectClose()
      expression = value
    }
    let tag = Span(Int(opening.span.start)..<end)
    return .output(expression ?? broken(at: tag), tag: tag)
  }

  /// Runs `read` inside a tag. When it fails, reports that and goes on behind the tag.
  ///
  /// - Returns: the end of the tag, without the whitespace that it strips.
  @discardableResult
  mutating func inTag(
    _ opening: TagOpening, _ read: (inout Parser) throws(SyntaxFault) -> Void
  ) -> Int {
    enter(opening)
    return inCurrentTag { (parser) throws(SyntaxFault) in
      try parser.advance()
      try read(&parser)
    }
  }

  /// Starts to read inside a tag.
  mutating func enter(_ opening: TagOpening) {
    lexer.enter(opening.kind, opening: opening.span, at: opening.inside)
    firstOfTag = syntax.expressions.count
  }

  /// As `inTag`, in the tag that was entered already.
  @discardableResult
  mutating func inCurrentTag(_ read: (inout Parser) throws(SyntaxFault) -> Void) -> Int {
    nesting = 0
    do throws(SyntaxFault) {
      try read(&self)
      return Int(token.span.end)
    } catch {
      return recover(from: error)
    }
  }

  /// Reports a broken tag and moves behind it.
  mutating func recover(from fault: SyntaxFault) -> Int {
    // What was read of the tag is not checked any further.
    for index in firstOfTag..<syntax.expressions.count { syntax.expressions[index].kind = .broken }
    switch lexer.recovery() {
    case .behindTag(let end):
      report(fault.diagnostic)
      lexer.position = end
    case .behindString(let quote, let end):
      report(.unterminatedString(at: quote))
      lexer.position = end
    case .behindLine(let end):
      report(.unclosedTag(lexer.tag.opening, closing: lexer.tag.closing, at: lexer.opening))
      lexer.position = end
    }
    return Whitespace.start(in: lexer.bytes, before: lexer.position, limit: Int(lexer.opening.end))
  }

  // MARK: Tokens

  mutating func advance() throws(SyntaxFault) {
    token = try lexer.next()
  }

  /// The token behind the current one.
  func lookAhead() -> Token? {
    var copy = lexer
    do throws(SyntaxFault) { return try copy.next() } catch { return nil }
  }

  func at(_ symbol: Symbol) -> Bool { token.kind == .symbol(symbol) }

  func at(word: String) -> Bool { token.kind == .name(word) }

  /// Reads the symbol if it stands here.
  mutating func skip(_ symbol: Symbol) throws(SyntaxFault) -> Bool {
    guard at(symbol) else { return false }
    try advance()
    return true
  }

  mutating func skip(word: String) throws(SyntaxFault) -> Bool {
    guard at(word: word) else { return false }
    try advance()
    return true
  }

  mutating func expect(_ symbol: Symbol) throws(SyntaxFault) {
    guard try skip(symbol) else { throw unexpected(.token(symbol.rawValue)) }
  }

  mutating func expectName(_ expected: ExpectedToken = .name) throws(SyntaxFault) -> (
    text: String, span: Span
  ) {
    guard case .name(let text) = token.kind else { throw unexpected(expected) }
    let span = token.span
    try advance()
    return (text, span)
  }

  func expectClose() throws(SyntaxFault) {
    guard token.kind == .close else { throw unexpected(.endOfTag) }
  }

  func unexpected(_ expected: ExpectedToken) -> SyntaxFault {
    let found = token.kind == .close ? nil : lexer.text(token.span)
    return SyntaxFault(diagnostic: .unexpectedToken(found: found, expected: expected, at: token.span))
  }
}

/// A block whose closing tag was not read yet.
struct OpenBlock {
  let keyword: String
  /// The keyword in its tag.
  let span: Span
  /// Keywords that end its current part.
  var terminators: [String]
}

/// A tag that ended a part of a block.
struct Terminator {
  let keyword: String
  let span: Span
  let opening: TagOpening
}
