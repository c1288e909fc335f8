package import AltoSource

extension Code {
  static var yamlSyntax: [Code] {
    [
      .missingColon, .missingSpace, .dash, .indentation, .tabIndentation, .secondColon, .textBehindValue,
      .missingComma, .unclosedBracket, .strayBracket, .unclosedQuote, .invalidYAML,
    ]
  }

  package static let missingColon = Code(
    2001, .error, "a key without a colon",
    explanation: """
      Where a block of keys is open, each line of the same indentation has to be `key: value`. This one has \
      no colon. Text that goes on in the next line has to be indented deeper than its key.
      """,
    bad: .document(
      """
      worker:
        infra
          type: ec2

      """),
    good: .document(Code.smallDocument))

  package static let missingSpace = Code(
    2002, .error, "no space after ':' or '-'",
    explanation: """
      YAML tells a key from plain text by the blank behind the colon, and an item by the blank behind the \
      dash: `key:value` and `-item` are plain text. Put a space there.
      """,
    bad: .document(
      """
      worker:
        infra:
          type:ec2
          protocol: ssh

      """),
    good: .document(Code.smallDocument))

  package static let dash = Code(
    2003, .error, "a list item in the wrong place",
    explanation: """
      A list in block style starts on its own line under its key, every item with `- ` in the same column. \
      Behind a key, on the same line, write the list in brackets: `mounts: [data, models]`.
      """,
    bad: .document(
      """
      worker:
        mounts: - data

      """),
    good: .document(Code.smallDocument))

  package static let indentation = Code(
    2004, .error, "indentation that fits no block",
    explanation: """
      The keys of one block start in one column. This line starts in a column that belongs to none of the \
      blocks that are open above it, or deeper than a key that has its value already. Align it with its \
      neighbours.
      """,
    bad: .document(
      """
      worker:
          infra:
            type: ec2
        image:
          type: docker

      """),
    good: .document(Code.smallDocument))

  package static let tabIndentation = Code(
    2005, .error, "a tab as indentation",
    explanation: """
      YAML indents with spaces alone, because a tab has no fixed width. Most editors can be told to insert \
      spaces for the tab key in `.yml` files.
      """,
    bad: .document("worker:\n\tinfra:\n\t\ttype: ec2\n"),
    good: .document(Code.smallDocument))

  package static let secondColon = Code(
    2006, .error, "a second colon in one line",
    explanation: """
      A plain value cannot hold a colon with a space behind it, or one at its end: YAML reads it as another \
      key. Put the value in quotes, or start the inner mapping on its own line, indented deeper.
      """,
    bad: .document(
      """
      worker:
        infra: type: ec2

      """),
    good: .document(Code.smallDocument))

  package static let textBehindValue = Code(
    2007, .error, "text behind a finished value",
    explanation: """
      A value in quotes or brackets ends at its closing quote or bracket, and nothing but a comment may \
      follow on the line. For a quote inside of quotes write `''` within single quotes and `\\"` within \
      double quotes.
      """,
    bad: .document(
      """
      worker:
        entrypoint:
          cmd: "python" main.py

      """),
    good: .document(Code.smallDocument))

  package static let missingComma = Code(
    2008, .error, "a missing comma in a list or mapping in brackets",
    explanation: "The items between `[` and `]` and the entries between `{` and `}` are separated by commas.",
    bad: .document(
      """
      worker:
        mounts: ["data" "models"]

      """),
    good: .document(Code.smallDocument))

  package static let unclosedBracket = Code(
    2009, .error, "a bracket that is never closed",
    explanation: """
      A list that starts with `[` ends with `]`, a mapping that starts with `{` ends with `}`. A value that \
      only looks like one has to stand in quotes.
      """,
    bad: .document(
      """
      worker:
        mounts: [data, models
        env:
          A: b

      """),
    good: .document(Code.smallDocument))

  package static let strayBracket = Code(
    2010, .error, "a closing bracket without its opening one",
    explanation: """
      This bracket closes nothing, or the bracket that is open here is of the other kind. A value that \
      starts with a bracket and is plain text has to stand in quotes.
      """,
    bad: .document(
      """
      worker:
        mounts: [data, models}

      """),
    good: .document(Code.smallDocument))

  package static let unclosedQuote = Code(
    2011, .error, "a quote that is never closed",
    explanation: """
      A value in quotes goes on over all lines to the next quote of the same kind. This one has no partner, \
      or its partner is the opening quote of a later value.
      """,
    bad: .document(
      """
      worker:
        entrypoint:
          cmd: "python main.py

      """),
    good: .document(Code.smallDocument))

  package static let invalidYAML = Code(
    2012, .error, "not valid YAML",
    explanation:
      "The text at this place breaks the grammar of YAML 1.1. What comes after it could not be read.",
    bad: .document(
      """
      worker:
        infra: ? type

      """),
    good: .document(Code.smallDocument))
}

// MARK: - Factories

extension Diagnostic {
  package static func missingColon(_ line: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .missingColon, at: span, "expected ':' after the key \(quoted(line))", label: "this line has no ':'",
      help: ["write 'key: value', or indent the line deeper if it continues the text above"])
  }

  package static func missingSpaceAfterColon(isLiteral: Bool, at span: Span) -> Diagnostic {
    Diagnostic(
      .missingSpace, at: span, "expected a space after ':'",
      help: ["without the space this is plain text, not a key"],
      fixes: isLiteral ? [Fix("add a space", .safe, [Edit(Span(at: Int(span.end)), " ")])] : [])
  }

  package static func missingSpaceAfterDash(isLiteral: Bool, at span: Span) -> Diagnostic {
    Diagnostic(
      .missingSpace, at: span, "expected a space after '-'",
      help: ["without the space this is plain text, not an item"],
      fixes: isLiteral ? [Fix("add a space", .safe, [Edit(Span(at: Int(span.end)), " ")])] : [])
  }

  package static func missingDash(_ line: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .dash, at: span, "expected '- ' before \(quoted(line)): a list is open in this column",
      help: ["start the item with '- ', or indent the list deeper than this line"])
  }

  package static func misplacedDash(at span: Span) -> Diagnostic {
    Diagnostic(
      .dash, at: span, "a list item cannot start here",
      help: ["start the list on a line of its own under its key, or write it in brackets: [a, b]"])
  }

  package static func indentation(found: Int, open: [Int], at span: Span) -> Diagnostic {
    let columns = open.map { String($0) }.joined(separator: ", ")
    return Diagnostic(
      .indentation, at: span, "a line indented by \(counted(found, "space")) fits no block that is open here",
      help: open.isEmpty
        ? [] : ["the open blocks are indented by \(columns): align this line with one of them"])
  }

  package static func tooDeepUnderValue(_ key: String, value: Span, at span: Span) -> Diagnostic {
    Diagnostic(
      .indentation, at: span,
      "\(quoted(key)) is indented deeper than the line above, which has its value already",
      related: [Related("the value starts here", at: value)],
      help: ["align it with the key above, or quote the text if it is one value over several lines"])
  }

  package static func tabIndentation(at span: Span) -> Diagnostic {
    Diagnostic(
      .tabIndentation, at: span, "a tab cannot indent a line in YAML", help: ["indent with spaces"])
  }

  package static func secondColon(at span: Span) -> Diagnostic {
    Diagnostic(
      .secondColon, at: span, "a value on the line of its key cannot hold another 'key: value'",
      label: "this ':' starts a second value",
      help: ["put the value in quotes, or start the inner mapping on its own line"])
  }

  package static func textBehindValue(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .textBehindValue, at: span, "expected the end of the line, found \(quoted(text))",
      label: "the value has ended before this", help: ["put the whole value in one pair of quotes"])
  }

  package static func apostrophe(string: Span, at span: Span) -> Diagnostic {
    Diagnostic(
      .textBehindValue, at: span, "this quote ends the text in single quotes",
      related: [Related("the text starts here", at: string)],
      help: ["write '' for an apostrophe within single quotes, or use double quotes"])
  }

  package static func missingComma(before text: String, at span: Span) -> Diagnostic {
    Diagnostic(.missingComma, at: span, "expected ',' before \(quoted(text))")
  }

  package static func unclosedBracket(_ bracket: String, at span: Span) -> Diagnostic {
    Diagnostic(.unclosedBracket, at: span, "\(quoted(bracket)) is never closed", label: "opened here")
  }

  /// - Parameter open: the bracket that is open at this place.
  package static func strayBracket(_ bracket: String, open: Located<String>?, at span: Span) -> Diagnostic {
    guard let open else {
      return Diagnostic(
        .strayBracket, at: span, "\(quoted(bracket)) closes nothing",
        help: ["a value that starts with a bracket and is text has to stand in quotes"])
    }
    return Diagnostic(
      .strayBracket, at: span, "\(quoted(bracket)) does not close \(quoted(open.value))",
      related: [Related("this bracket is open", at: open.span)])
  }

  package static func unclosedQuote(_ quote: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unclosedQuote, at: span, "the text in quotes is never closed, or only by the next value's quote",
      label: "the quote is opened here", help: ["add the closing \(quote)"])
  }

  /// - Parameter problem: libyaml's own words.
  package static func invalidYAML(_ text: String, problem: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .invalidYAML, at: span,
      text.isEmpty
        ? "the file ends where YAML does not allow it" : "YAML does not allow \(quoted(text)) here",
      notes: ["the YAML reader says: \(problem)"])
  }
}

private func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
