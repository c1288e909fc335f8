package import AltoSource

extension Code {
  static var yamlCharacters: [Code] {
    [.reservedStart, .bareAsterisk, .bracesLeft, .unknownEscape, .blockHeader, .directive, .unquotedSpecial]
  }

  package static let reservedStart = Code(
    2020, .error, "a plain value starts with a character that YAML keeps for itself",
    explanation: """
      A value without quotes cannot start with `@`, `` ` ``, `%`, `,`, `|` or `>` at places where these mean \
      nothing. Put the value in quotes.
      """,
    bad: .document(
      """
      worker:
        entrypoint:
          cmd: @run

      """),
    good: .document(Code.smallDocument))

  package static let bareAsterisk = Code(
    2021, .error, "a plain value starts with '*' or '&'",
    explanation: """
      `*name` stands for a node that `&name` has marked elsewhere; the name has letters, digits, `-` and \
      `_`. A pattern such as `*.py` has to stand in quotes.
      """,
    bad: .document(
      """
      worker:
        mounts:
          - *.csv

      """),
    good: .document(Code.smallDocument))

  package static let bracesLeft = Code(
    2022, .error, "'{{' in the YAML text",
    explanation: """
      After the template is rendered the text still has `{{`, which YAML reads as a mapping within a \
      mapping. It comes from a `raw` block or from an expression whose value has braces. Put the value in \
      quotes.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint:
          type: script
          cmd: {% raw %}{{ name }}{% endraw %}

      """),
    good: .document(Code.smallDocument))

  package static let unknownEscape = Code(
    2023, .error, "an unknown escape in double quotes",
    explanation: """
      In double quotes a backslash starts an escape: \\\\ \\" \\/ \\0 \\a \\b \\t \\n \\v \\f \\r \\e \\N \
      \\_ \\L \\P, \\x with 2, \\u with 4 and \\U with 8 hexadecimal digits. For a plain backslash write \
      two, or use single quotes.
      """,
    bad: .document(
      """
      worker:
        entrypoint:
          cmd: "grep \\d"

      """),
    good: .document(Code.smallDocument))

  package static let blockHeader = Code(
    2024, .error, "text behind '|' or '>'",
    explanation: """
      `|` and `>` start a text on the following, indented lines. Behind them may stand `+` or `-`, one digit \
      from 1 to 9, and a comment, nothing else. A value that starts with one of them has to stand in quotes.
      """,
    bad: .document(
      """
      worker:
        entrypoint:
          cmd: >python main.py

      """),
    good: .document(Code.smallDocument))

  package static let directive = Code(
    2025, .error, "a line that starts with '%'",
    explanation: """
      A `%` in the first column starts a directive for the YAML reader, such as `%YAML 1.1`, and only before \
      `---`. This one is unknown or malformed.
      """,
    bad: .document("%include base.yml\n"),
    good: .document(Code.smallDocument))

  package static let unquotedSpecial = Code(
    2026, .error, "'=' or '<<' as a value",
    explanation: """
      A plain `=` and a plain `<<` mean something of their own in YAML 1.1 and are no text. As a value they \
      have to stand in quotes; PyYAML refuses them too.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py
        env:
          OPERATOR: =

      """),
    good: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py
        env:
          OPERATOR: "="

      """))
}

// MARK: - Factories

extension Diagnostic {
  package static func reservedStart(_ character: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .reservedStart, at: span, "a value without quotes cannot start with \(quoted(character))",
      help: ["put the value in quotes"])
  }

  package static func bareAsterisk(_ word: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .bareAsterisk, at: span, "\(quoted(word)) is not the name of an anchor",
      help: ["put the value in quotes if it is text or a pattern"])
  }

  package static func bracesLeft(at span: Span) -> Diagnostic {
    Diagnostic(
      .bracesLeft, at: span, "'{{' is left in the text, and YAML reads it as two mappings",
      help: ["put the value in quotes"])
  }

  package static func unknownEscape(_ escape: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unknownEscape, at: span, "\(quoted(escape)) is not an escape of YAML",
      help: ["write \\\\ for a backslash, or put the value in single quotes"])
  }

  package static func blockHeader(_ line: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .blockHeader, at: span, "expected the end of the line behind '|' or '>', found \(quoted(line))",
      help: ["start the text on the next line, indented, or put the value in quotes"])
  }

  package static func directive(_ line: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .directive, at: span, "\(quoted(line)) is not a directive of YAML 1.1",
      help: ["indent the line or put the text in quotes"])
  }

  package static func unquotedSpecial(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unquotedSpecial, at: span, "a plain \(quoted(text)) has no value in YAML 1.1",
      help: ["put it in quotes"])
  }
}
