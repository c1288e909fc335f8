import AltoDiagnostics
import AltoSource

/// The first words of statements of Jinja that altoc leaves out.
enum UnsupportedStatement: String {
  case extends, include, `import`, from, `do`, debug, `break`, `continue`
  case macro, call, block, filter, autoescape, trans

  /// The keyword that ends its body; nil for a statement without one.
  var closing: String? {
    switch self {
    case .extends, .include, .import, .from, .do, .debug, .break, .continue: nil
    case .macro, .call, .block, .filter, .autoescape, .trans: "end" + rawValue
    }
  }

  /// Whether its body is text of the file that would be there without it.
  fileprivate var showsBody: Bool {
    switch self {
    case .block, .filter, .autoescape, .trans: true
    case .extends, .include, .import, .from, .do, .debug, .break, .continue, .macro, .call: false
    }
  }
}

extension Parser {
  /// Reads over a statement that was reported, so that nothing that depends on it is reported again.
  mutating func read(_ statement: UnsupportedStatement, _ span: Span, into statements: inout [Statement]) {
    let names = readHeader(of: statement)
    if !names.isEmpty { statements.append(.poison(names)) }
    guard let closing = statement.closing else { return }
    let firstExpression = syntax.expressions.count
    let terminators = statement == .trans ? ["pluralize", closing] : [closing]
    var block = OpenBlock(keyword: statement.rawValue, span: span, terminators: terminators)
    var (body, terminator) = readBody(of: block)
    if terminator?.keyword == "pluralize" {
      skipTag()
      block.terminators = [closing]
      terminator = readBody(of: block).terminator
    }
    if terminator != nil { skipTag() }
    if statement.showsBody {
      statements.append(.plain(body))
    } else {
      // Its names exist nowhere else, so it is not checked.
      for index in firstExpression..<syntax.expressions.count { syntax.expressions[index].kind = .broken }
    }
  }

  /// Reads the tag to its end.
  ///
  /// - Returns: the names that the statement defines.
  private mutating func readHeader(of statement: UnsupportedStatement) -> [NameID] {
    var words: [String] = []
    inCurrentTag { (parser) throws(SyntaxFault) in
      while parser.token.kind != .close {
        if case .name(let word) = parser.token.kind { words.append(word) }
        try parser.advance()
      }
    }
    let behindKeyword = words.dropFirst()
    let defined: ArraySlice<String> =
      switch statement {
      case .macro: behindKeyword.prefix(1)
      case .import: behindKeyword.suffix(1)
      case .from, .trans: behindKeyword.filter { $0 != "import" && $0 != "as" }[...]
      case .extends, .include, .do, .debug, .break, .continue, .call, .block, .filter, .autoescape: []
      }
    return defined.map { syntax.intern($0) }
  }
}
