import AltoDiagnostics
import AltoSource

extension Parser {
  /// A literal, a name, or something in parentheses, brackets or braces.
  mutating func primary() throws(SyntaxFault) -> ExpressionID {
    let span = token.span
    switch token.kind {
    case .name(let name):
      try advance()
      return try add(nameOrConstant(name), span)
    case .string: return try strings()
    case .integer(let value):
      try advance()
      return try add(.constant(.int(value)), span)
    case .float(let value):
      try advance()
      return try add(.constant(.float(value)), span)
    case .symbol(.leftParenthesis): return try parenthesis()
    case .symbol(.leftBracket): return try list()
    case .symbol(.leftBrace): return try dict()
    case .symbol, .close: throw unexpected(.expression)
    }
  }

  private mutating func nameOrConstant(_ name: String) -> Expression.Kind {
    switch name {
    case "true", "True": .constant(.bool(true))
    case "false", "False": .constant(.bool(false))
    case "none", "None": .constant(.none)
    default: .name(syntax.intern(name))
    }
  }

  /// Strings side by side are one.
  private mutating func strings() throws(SyntaxFault) -> ExpressionID {
    var span = token.span
    var text = ""
    while case .string(let part) = token.kind {
      text += part
      span = span.union(token.span)
      try advance()
    }
    return try add(.constant(.string(text)), span)
  }

  private mutating func parenthesis() throws(SyntaxFault) -> ExpressionID {
    let start = token.span
    try advance()
    if at(.rightParenthesis) {
      let span = start.union(token.span)
      try advance()
      return try add(.tuple(addOperands([])), span)
    }
    let inner = try tupleOrExpression()
    // The parentheses belong to what a diagnostic underlines.
    syntax.expressions[Int(inner.index)].span = start.union(token.span)
    try expect(.rightParenthesis)
    return inner
  }

  private mutating func list() throws(SyntaxFault) -> ExpressionID {
    let start = token.span
    try advance()
    var items: [ExpressionID] = []
    while !at(.rightBracket) {
      if !items.isEmpty {
        try expectCommaOr(.rightBracket)
        if at(.rightBracket) { break }
      }
      items.append(try expression())
    }
    let span = start.union(token.span)
    try advance()
    return try add(.list(addOperands(items)), span, over: items)
  }

  private mutating func dict() throws(SyntaxFault) -> ExpressionID {
    let start = token.span
    try advance()
    var items: [ExpressionID] = []
    while !at(.rightBrace) {
      if !items.isEmpty {
        try expectCommaOr(.rightBrace)
        if at(.rightBrace) { break }
      }
      items.append(try expression())
      try expect(.colon)
      items.append(try expression())
    }
    let span = start.union(token.span)
    try advance()
    return try add(.dict(addOperands(items)), span, over: items)
  }

  /// A comma; the message names what else could stand there.
  private mutating func expectCommaOr(_ closing: Symbol) throws(SyntaxFault) {
    guard try skip(.comma) else { throw unexpected(.token(closing.rawValue)) }
  }

  // MARK: Behind an operand

  /// `.name`, `[index]` and `(arguments)`.
  mutating func postfix(of operand: ExpressionID) throws(SyntaxFault) -> ExpressionID {
    var value = operand
    while true {
      if at(.dot) {
        value = try attribute(of: value)
      } else if at(.leftBracket) {
        value = try item(of: value)
      } else if at(.leftParenthesis) {
        value = try call(value)
      } else {
        return value
      }
    }
  }

  private mutating func attribute(of value: ExpressionID) throws(SyntaxFault) -> ExpressionID {
    try advance()
    let end = token.span
    let span = syntax[value].span.union(end)
    switch token.kind {
    case .name(let name):
      try advance()
      return try add(.attribute(value, name: name), span, over: [value])
    case .integer(let number):
      try advance()
      let index = try add(.constant(.int(number)), end)
      return try add(.item(value, index: index), span, over: [value, index])
    case .float, .string, .symbol, .close:
      throw unexpected(.attribute)
    }
  }

  private mutating func item(of value: ExpressionID) throws(SyntaxFault) -> ExpressionID {
    let start = token.span
    try advance()
    var slice: [ExpressionID?]?
    var indices: [ExpressionID] = []
    while !at(.rightBracket) {
      if !indices.isEmpty || slice != nil { try expect(.comma) }
      if let found = try sliceOrIndex(&indices) { slice = found }
    }
    let span = syntax[value].span.union(token.span)
    try advance()
    if let slice, indices.isEmpty {
      return try add(
        .slice(value, start: slice[0], stop: slice[1], step: slice[2]), span,
        over: [value] + slice.compactMap { $0 })
    }
    let inside = start.union(span)
    let index =
      indices.count == 1 && slice == nil
      ? indices[0]
      : try add(.tuple(addOperands(indices)), Span(start: inside.start, end: span.end), over: indices)
    return try add(.item(value, index: index), span, over: [value, index])
  }

  /// Reads one part between brackets: a slice is returned, an index appended.
  private mutating func sliceOrIndex(_ indices: inout [ExpressionID]) throws(SyntaxFault) -> [ExpressionID?]?
  {
    var parts: [ExpressionID?] = [nil, nil, nil]
    if !at(.colon) {
      let first = try expression()
      guard at(.colon) else {
        indices.append(first)
        return nil
      }
      parts[0] = first
    }
    try advance()
    if !at(.colon), !at(.rightBracket), !at(.comma) { parts[1] = try expression() }
    if try skip(.colon), !at(.rightBracket), !at(.comma) { parts[2] = try expression() }
    return parts
  }

  private mutating func call(_ value: ExpressionID) throws(SyntaxFault) -> ExpressionID {
    let (list, end) = try arguments()
    let operands = [value] + syntax.arguments[list].all
    return try add(.call(value, arguments: list), syntax[value].span.union(end), over: operands)
  }

  /// What stands between parentheses behind a function, filter or test.
  private mutating func arguments() throws(SyntaxFault) -> (list: Int, end: Span) {
    var list = ArgumentList()
    try expect(.leftParenthesis)
    var isFirst = true
    while !at(.rightParenthesis) {
      if !isFirst {
        try expectCommaOr(.rightParenthesis)
        if at(.rightParenthesis) { break }
      }
      isFirst = false
      try argument(&list)
    }
    let end = token.span
    try advance()
    syntax.arguments.append(list)
    return (syntax.arguments.count - 1, end)
  }

  private mutating func argument(_ list: inout ArgumentList) throws(SyntaxFault) {
    if at(.multiply) {
      guard list.unpackedList == nil, list.unpackedDict == nil else { throw unexpected(.token(")")) }
      try advance()
      list.unpackedList = try expression()
    } else if at(.power) {
      guard list.unpackedDict == nil else { throw unexpected(.token(")")) }
      try advance()
      list.unpackedDict = try expression()
    } else if case .name(let name) = token.kind, lookAhead()?.kind == .symbol(.assign) {
      guard list.unpackedDict == nil else { throw unexpected(.token(")")) }
      try advance()
      try advance()
      list.keywords.append(ArgumentList.Keyword(name: name, value: try expression()))
    } else {
      guard list.unpackedList == nil, list.unpackedDict == nil, list.keywords.isEmpty else {
        throw unexpected(.token(")"))
      }
      list.positional.append(try expression())
    }
  }

  // MARK: Filters and tests

  /// `| filter`, `is test` and calls of their results.
  mutating func filtersAndTests(of operand: ExpressionID) throws(SyntaxFault) -> ExpressionID {
    var value = operand
    while true {
      if at(.pipe) {
        value = try filters(of: value)
      } else if at(word: "is") {
        value = try test(of: value)
      } else if at(.leftParenthesis) {
        value = try call(value)
      } else {
        return value
      }
    }
  }

  mutating func filters(of operand: ExpressionID) throws(SyntaxFault) -> ExpressionID {
    var value = operand
    while try skip(.pipe) {
      let (name, nameSpan) = try dottedName()
      var list: Int?
      var end = nameSpan
      if at(.leftParenthesis) { (list, end) = try arguments() }
      let span = syntax[value].span.union(end)
      let operands = [value] + (list.map { syntax.arguments[$0].all } ?? [])
      let filter = Builtin<Filter>(name)
      if filter == .known(.default) || filter == .known(.d) { guardName(value) }
      value = try add(.filter(value, filter, name: nameSpan, arguments: list), span, over: operands)
    }
    return value
  }

  private mutating func test(of value: ExpressionID) throws(SyntaxFault) -> ExpressionID {
    try advance()
    let isNegated = try skip(word: "not")
    let (name, nameSpan) = try dottedName()
    var list: Int?
    var end = nameSpan
    if at(.leftParenthesis) {
      (list, end) = try arguments()
    } else if startsTestArgument() {
      if at(word: "is") { throw unexpected(.endOfTag) }
      let argument = try postfix(of: try primary())
      syntax.arguments.append(ArgumentList(positional: [argument]))
      list = syntax.arguments.count - 1
      end = syntax[argument].span
    }
    let test = Builtin<Test>(name)
    if test == .known(.defined) || test == .known(.undefined) { guardName(value) }
    if test == .known(.filter) || test == .known(.test), case .constant(let constant) = syntax[value].kind,
      let text = constant.text
    {
      probed.insert(text)
    }
    let span = syntax[value].span.union(end)
    let operands = [value] + (list.map { syntax.arguments[$0].all } ?? [])
    let result = try add(.test(value, test, name: nameSpan, arguments: list), span, over: operands)
    return isNegated ? try add(.not(result), span, over: [result]) : result
  }

  private func startsTestArgument() -> Bool {
    switch token.kind {
    case .name(let word): word != "else" && word != "or" && word != "and"
    case .string, .integer, .float, .symbol(.leftBracket), .symbol(.leftBrace): true
    case .symbol, .close: false
    }
  }

  private mutating func dottedName() throws(SyntaxFault) -> (text: String, span: Span) {
    var (text, span) = try expectName()
    while try skip(.dot) {
      let next = try expectName()
      text += "." + next.text
      span = span.union(next.span)
    }
    return (text, span)
  }

  private mutating func guardName(_ value: ExpressionID) {
    if case .name(let id) = syntax[value].kind { guarded.insert(id) }
  }

  // MARK: Targets

  /// The left side of an assignment.
  mutating func target(allowsAttributes: Bool) throws(SyntaxFault) -> Target {
    let start = token.span
    let first = try targetItem(allowsAttributes: allowsAttributes)
    guard at(.comma) else { return first }
    var items = [first]
    var end = first.span
    while at(.comma) {
      end = token.span
      try advance()
      if token.kind == .close || at(.rightParenthesis) { break }
      items.append(try targetItem(allowsAttributes: allowsAttributes))
      end = items[items.count - 1].span
    }
    return Target(kind: .tuple(items), span: start.union(end))
  }

  private mutating func targetItem(allowsAttributes: Bool) throws(SyntaxFault) -> Target {
    nesting += 1
    defer { nesting -= 1 }
    guard nesting <= Limits.nesting else { throw tooDeep(token.span) }
    let start = token.span
    switch token.kind {
    case .name(let name):
      guard !["true", "false", "none", "True", "False", "None"].contains(name) else {
        throw SyntaxFault(diagnostic: .badTarget(at: start))
      }
      if name == "loop", blocks.contains(where: { $0.keyword == "for" }) {
        throw SyntaxFault(diagnostic: .loopAsTarget(at: start))
      }
      try advance()
      let id = syntax.intern(name)
      guard allowsAttributes, try skip(.dot) else { return Target(kind: .name(id), span: start) }
      let attribute = try expectName(.attribute)
      return Target(kind: .attribute(id, attribute.text), span: start.union(attribute.span))
    case .symbol(.leftParenthesis):
      try advance()
      let inner =
        at(.rightParenthesis) ? Target(kind: .tuple([]), span: start) : try target(allowsAttributes: false)
      let span = start.union(token.span)
      try expect(.rightParenthesis)
      return Target(kind: inner.kind, span: span)
    case .integer, .float, .string, .symbol, .close:
      throw SyntaxFault(diagnostic: .badTarget(at: start))
    }
  }
}
