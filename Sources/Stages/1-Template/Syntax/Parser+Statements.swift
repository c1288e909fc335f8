import AltoDiagnostics
import AltoSource

/// The first words of statements that altoc runs.
private enum Keyword: String, CaseIterable {
  case `if`, `for`, set, with, print
}

/// The first words of statements that go on with or end a block.
private let closingKeywords = [
  "elif", "else", "endif", "endfor", "endset", "endwith", "endraw", "endmacro", "endcall", "endblock",
  "endfilter",
  "endautoescape", "endtrans", "pluralize",
]

extension Parser {
  /// Reads one `{% %}` tag and, where it opens a block, all of the block.
  ///
  /// - Returns: the tag itself when it ends or continues an open block; its keyword is the current token.
  mutating func readStatement(_ opening: TagOpening, into statements: inout [Statement]) -> Terminator? {
    if let body = lexer.rawBody(opening) {
      readRaw(opening, body: body, into: &statements)
      return nil
    }
    enter(opening)
    var keyword: (text: String, span: Span)?
    inCurrentTag { (parser) throws(SyntaxFault) in
      try parser.advance()
      guard case .name(let text) = parser.token.kind else { throw parser.unexpected(.statement) }
      keyword = (text, parser.token.span)
    }
    guard let keyword else { return nil }
    return dispatch(keyword.text, keyword.span, opening, into: &statements)
  }

  private mutating func dispatch(
    _ text: String, _ span: Span, _ opening: TagOpening, into statements: inout [Statement]
  ) -> Terminator? {
    if let keyword = Keyword(rawValue: text) {
      read(keyword, span, opening, into: &statements)
    } else if closingKeywords.contains(text) {
      if blocks.contains(where: { $0.terminators.contains(text) }) {
        return Terminator(keyword: text, span: span, opening: opening)
      }
      report(.strayTag(text, open: blocks.last.map { ($0.keyword, $0.span) }, at: span))
      skipTag()
    } else if let unsupported = UnsupportedStatement(rawValue: text) {
      report(.unsupported(.statement(text), at: span))
      read(unsupported, span, into: &statements)
    } else {
      return readUnknown(text, span, opening, into: &statements)
    }
    return nil
  }

  /// Goes on with the keyword that was most likely meant, so that its closing tag is no second mistake.
  private mutating func readUnknown(
    _ text: String, _ span: Span, _ opening: TagOpening, into statements: inout [Statement]
  ) -> Terminator? {
    if text.hasPrefix("end"), unknownKeywords.contains(String(text.dropFirst(3))) {
      skipTag()
      return nil
    }
    let open = blocks.flatMap(\.terminators)
    let suggestion = nearest(to: text, among: Keyword.allCases.map(\.rawValue) + ["raw"] + open)
    report(.unknownStatement(text, suggestion: suggestion, at: span))
    unknownKeywords.insert(text)
    if let suggestion, suggestion != "raw" {
      return dispatch(suggestion, span, opening, into: &statements)
    }
    skipTag()
    return nil
  }

  private mutating func read(
    _ keyword: Keyword, _ span: Span, _ opening: TagOpening, into statements: inout [Statement]
  ) {
    switch keyword {
    case .if: statements.append(readIf(span))
    case .for: statements.append(readFor(span, opening))
    case .set: statements.append(readSet(span, opening))
    case .with: statements.append(readWith(span))
    case .print: readPrint(opening, into: &statements)
    }
  }

  private mutating func readRaw(_ opening: TagOpening, body: Int, into statements: inout [Statement]) {
    if !hasNoRawEnd, let end = lexer.rawEnd(from: body) {
      appendText(body..<end.bodyEnd, to: &statements)
      lexer.position = end.next
    } else {
      hasNoRawEnd = true
      report(.unclosedBlock("raw", closing: "endraw", at: opening.span))
      lexer.position = body
    }
  }

  private mutating func readPrint(_ opening: TagOpening, into statements: inout [Statement]) {
    var values: [ExpressionID] = []
    let end = inCurrentTag { (parser) throws(SyntaxFault) in
      try parser.advance()
      while parser.token.kind != .close {
        if !values.isEmpty { try parser.expect(.comma) }
        values.append(try parser.expression())
      }
    }
    let tag = Span(Int(opening.span.start)..<end)
    statements += values.map { .output($0, tag: tag) }
  }

  /// Moves behind the current tag without reading it.
  mutating func skipTag() {
    switch lexer.recovery() {
    case .behindTag(let end), .behindString(_, let end): lexer.position = end
    case .behindLine(let end):
      report(.unclosedTag("{%", closing: "%}", at: lexer.opening))
      lexer.position = end
    }
  }

  // MARK: Blocks

  /// Reads the statements of a block up to a tag that ends this part of it.
  ///
  /// - Returns: that tag, its keyword being the current token; nil, reported, when there is none.
  mutating func readBody(of block: OpenBlock) -> (body: BodyID, terminator: Terminator?) {
    guard blocks.count < Limits.blocks else {
      if !gaveUp { report(.templateLimit(.blockNesting(Limits.blocks), at: block.span)) }
      gaveUp = true
      lexer.position = lexer.end
      return (add([]), nil)
    }
    blocks.append(block)
    var statements: [Statement] = []
    let terminator = readStatements(into: &statements)
    blocks.removeLast()
    if let terminator, block.terminators.contains(terminator.keyword) { return (add(statements), terminator) }
    if !gaveUp {
      report(.unclosedBlock(block.keyword, closing: "end" + block.keyword, at: block.span))
    }
    // The tag belongs to a block around this one, which reads it again.
    if let terminator { lexer.position = Int(terminator.opening.span.start) }
    return (add(statements), nil)
  }

  /// Reads the end of a tag behind its keyword.
  mutating func finishTag() {
    inCurrentTag { (parser) throws(SyntaxFault) in
      try parser.advance()
      try parser.expectClose()
    }
  }

  /// Reads the end of a tag that opens a body, where a colon may stand as in Python.
  mutating func expectBodyStart() throws(SyntaxFault) {
    _ = try skip(.colon)
    try expectClose()
  }

  private mutating func readIf(_ span: Span) -> Statement {
    var block = OpenBlock(keyword: "if", span: span, terminators: ["elif", "else", "endif"])
    var condition = Statement.Condition(arms: [], otherwise: nil)
    while true {
      let test = readCondition()
      let (body, terminator) = readBody(of: block)
      condition.arms.append(Statement.Condition.Arm(test: test, body: body))
      if terminator?.keyword == "elif" { continue }
      if terminator?.keyword == "else" {
        block.terminators = ["endif"]
        condition.otherwise = readElse(block)
      } else if terminator != nil {
        finishTag()
      }
      return .condition(condition)
    }
  }

  /// Reads the rest of an `else` tag, the body behind it and the tag that ends the block.
  private mutating func readElse(_ block: OpenBlock) -> BodyID {
    inCurrentTag { (parser) throws(SyntaxFault) in
      try parser.advance()
      try parser.expectBodyStart()
    }
    let (body, terminator) = readBody(of: block)
    if terminator != nil { finishTag() }
    return body
  }

  private mutating func readCondition() -> ExpressionID {
    var test: ExpressionID?
    inCurrentTag { (parser) throws(SyntaxFault) in
      try parser.advance()
      let value = try parser.tupleOrExpression(withConditional: false)
      try parser.expectBodyStart()
      test = value
    }
    return test ?? broken(at: lexer.opening)
  }

  private mutating func readFor(_ span: Span, _ opening: TagOpening) -> Statement {
    var target = Target(kind: .broken, span: span)
    var iterable: ExpressionID?
    var filter: ExpressionID?
    let end = inCurrentTag { (parser) throws(SyntaxFault) in
      try parser.advance()
      target = try parser.target(allowsAttributes: false)
      if target.names.contains(where: { parser.syntax[$0] == "loop" }) {
        parser.report(.loopAsTarget(at: target.span))
      }
      guard try parser.skip(word: "in") else { throw parser.unexpected(.token("in")) }
      let value = try parser.tupleOrExpression(withConditional: false)
      if try parser.skip(word: "if") { filter = try parser.expression() }
      if parser.at(word: "recursive") {
        parser.report(.unsupported(.recursiveLoop, at: parser.token.span))
        try parser.advance()
      }
      try parser.expectBodyStart()
      iterable = value
    }
    let source = iterable ?? broken(at: lexer.opening)
    var block = OpenBlock(keyword: "for", span: span, terminators: ["else", "endfor"])
    let (body, terminator) = readBody(of: block)
    var otherwise: BodyID?
    if terminator?.keyword == "else" {
      block.terminators = ["endfor"]
      otherwise = readElse(block)
    } else if terminator != nil {
      finishTag()
    }
    return .loop(
      Statement.Loop(
        target: target, iterable: source, filter: iterable == nil ? nil : filter, body: body,
        otherwise: otherwise,
        tag: Span(Int(opening.span.start)..<end)))
  }

  private mutating func readSet(_ span: Span, _ opening: TagOpening) -> Statement {
    var target = Target(kind: .broken, span: span)
    var value: ExpressionID?
    var filtered: ExpressionID?
    var isBlock = false
    let end = inCurrentTag { (parser) throws(SyntaxFault) in
      try parser.advance()
      target = try parser.target(allowsAttributes: true)
      if try parser.skip(.assign) {
        let expression = try parser.tupleOrExpression()
        try parser.expectClose()
        value = expression
      } else {
        if parser.at(.pipe) { filtered = try parser.filters(of: parser.captured(at: target.span)) }
        // The filters may be broken: the block is there all the same.
        try parser.expectBodyStart()
        isBlock = true
      }
    }
    let tag = Span(Int(opening.span.start)..<end)
    if let value { return .assignment(target, value, tag: tag) }
    let hasEquals = lexer.bytes[tag.range].contains(UInt8(ascii: "="))
    if case .broken = target.kind { return .poison([]) }
    guard isBlock || !hasEquals else { return .poison(target.names) }
    let (body, terminator) = readBody(of: OpenBlock(keyword: "set", span: span, terminators: ["endset"]))
    if terminator != nil { finishTag() }
    return .capture(target, filtered: filtered, body: body, tag: tag)
  }

  private mutating func readWith(_ span: Span) -> Statement {
    var bindings: [Statement.Binding] = []
    inCurrentTag { (parser) throws(SyntaxFault) in
      try parser.advance()
      while parser.token.kind != .close, !parser.at(.colon) {
        if !bindings.isEmpty { try parser.expect(.comma) }
        let target = try parser.target(allowsAttributes: false)
        let place = bindings.count
        bindings.append(Statement.Binding(target: target, value: parser.broken(at: target.span)))
        try parser.expect(.assign)
        bindings[place] = Statement.Binding(target: target, value: try parser.expression())
      }
      try parser.expectBodyStart()
    }
    let (body, terminator) = readBody(of: OpenBlock(keyword: "with", span: span, terminators: ["endwith"]))
    if terminator != nil { finishTag() }
    return .with(bindings, body: body)
  }
}
