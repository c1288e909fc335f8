import AltoDiagnostics
import AltoSource
import Template

extension TreeBuilder {
  /// Words for a syntax error.
  func diagnostic(for error: SyntaxError) -> Diagnostic {
    let span = original(error.culprit)
    let text = source(error.culprit)
    let isLiteral = tree.expanded.map.isLiteral(error.culprit)
    let related = error.related.map { Located(source($0), at: original($0)) }
    if let broken = brokenProperty(error) { return broken }
    return switch error.cause {
    case .missingColon: .missingColon(text, at: span)
    case .missingSpaceAfterColon: .missingSpaceAfterColon(isLiteral: isLiteral, at: span)
    case .missingSpaceAfterDash: .missingSpaceAfterDash(isLiteral: isLiteral, at: span)
    case .missingDash: .missingDash(text, at: span)
    case .misplacedDash: .misplacedDash(at: span)
    case .unclosedQuote: .unclosedQuote(String(text.prefix(1)), at: span)
    case .unclosedBracket: .unclosedBracket(text, at: span)
    case .strayBracket: .strayBracket(text, open: related, at: span)
    case .missingComma: .missingComma(before: text, at: span)
    case .tab: .tabIndentation(at: span)
    case .indentation(let found, let open): .indentation(found: found, open: open, at: span)
    case .tooDeepUnderValue: .tooDeepUnderValue(text, value: related?.span ?? span, at: span)
    case .secondColon: .secondColon(at: span)
    case .reservedStart: .reservedStart(text, at: span)
    case .asterisk, .ampersand: .bareAsterisk(text, at: span)
    case .bracesLeft: .bracesLeft(at: span)
    case .unknownEscape: .unknownEscape(text, at: span)
    case .blockHeader: .blockHeader(text, at: span)
    case .textBehindValue: .textBehindValue(text, at: span)
    case .apostrophe: .apostrophe(string: related?.span ?? span, at: span)
    case .malformedTag: .unknownTag(text, at: span)
    case .directive: .directive(text, at: span)
    case .notUTF8: .notUTF8(looksLike: nil, at: span)
    case .other(let problem): .invalidYAML(text, problem: problem, at: span)
    }
  }

  /// A reference within an anchor, an alias or a tag breaks it.
  private func brokenProperty(_ error: SyntaxError) -> Diagnostic? {
    let property: String
    switch error.cause {
    case .asterisk: property = "an alias"
    case .ampersand: property = "an anchor"
    case .malformedTag: property = "a tag"
    default: return nil
    }
    return tree.holes(in: error.culprit).first.map { .referenceInProperty(property, at: $0.span) }
  }
}
