package import AltoSource

extension Code {
  static var templateSyntax: [Code] {
    [
      .unclosedTag, .unterminatedString, .unexpectedCharacter, .unexpectedToken, .unclosedBlock,
      .strayTag, .unknownStatement, .unsupported, .badEscape, .numberTooLarge, .badTarget,
      .templateLimit,
    ]
  }

  package static let unclosedTag = Code(
    1001, .error, "a tag of the template is never closed",
    explanation: """
      A {{ needs its }}, a {% its %} and a {# its #}. Without it everything that follows would belong to \
      the tag. To write the characters themselves, use {{ '{{' }} or a raw block.
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
          cmd: python main.py {{ env('MODE')

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
          cmd: python main.py {{ env('MODE') }}

      """))

  package static let unterminatedString = Code(
    1002, .error, "a string in a tag is never closed",
    explanation: """
      A string of a template starts and ends with the same quote. A quote inside it is written \\' or \\".
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
          cmd: python main.py {{ 'fast }}

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
          cmd: python main.py {{ 'fast' }}

      """))

  package static let unexpectedCharacter = Code(
    1003, .error, "a character that no expression can hold",
    explanation: """
      Between {{ and }} and between {% and %} stands an expression of Jinja: names, numbers, strings in \
      quotes, operators. Any other character belongs inside a string.
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
          cmd: python main.py {{ $HOME }}

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
          cmd: python main.py {{ env('HOME') }}

      """))

  package static let unexpectedToken = Code(
    1004, .error, "a tag that cannot be read",
    explanation: """
      The tag breaks the grammar of Jinja at the marked place. Often an operator or a comma is missing, a \
      parenthesis is not closed, or two values stand side by side.
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
          cmd: python main.py {{ 1 + }}

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
          cmd: python main.py {{ 1 + 1 }}

      """))

  package static let unclosedBlock = Code(
    1005, .error, "a block is never closed",
    explanation: """
      Every {% if %} needs an {% endif %}, every {% for %} an {% endfor %}, and so on. The place that is \
      marked is where the block was opened.
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
      # {% if __platform__ == 'linux' %}

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
      # {% if __platform__ == 'linux' %} on Linux {% endif %}

      """))

  package static let strayTag = Code(
    1006, .error, "a tag that closes nothing",
    explanation: """
      An {% endif %}, {% else %} or another closing tag stands where no block of its kind is open. Remove \
      it, or look for the opening tag that was lost.
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
      # {% endif %}

      """),
    good: .document(Code.smallDocument))

  package static let unknownStatement = Code(
    1007, .error, "a statement that Jinja does not have",
    explanation: """
      The first word of a {% %} tag says what it does: if, elif, else, for, set, with, raw and the words \
      that end them.
      """,
    bad: .document(
      """
      {% sett mode = 'fast' %}
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

      """),
    good: .document(
      """
      {% set mode = 'fast' %}
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ mode }}

      """))

  package static let unsupported = Code(
    1008, .error, "a part of Jinja that altoc does not support",
    explanation: """
      Templates of alto.yml are one file, rendered the same way every time. So there is no extends, \
      include, import, macro, call, block, filter block, autoescape, do and trans, no recursive loop, no \
      random, urlize, xmlattr and pprint filter, and no lipsum, cycler and joiner.
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
          cmd: python main.py {{ [1, 2] | random }}

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
          cmd: python main.py {{ [1, 2] | first }}

      """))

  package static let badEscape = Code(
    1009, .error, "an escape that no string can hold",
    explanation: """
      In a string of a template a backslash starts an escape as in Python: \\n, \\t, \\x41, \\u00e9, \
      \\N{BULLET}. A backslash itself is written twice. Halves of surrogate pairs are no text.
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
          cmd: python main.py {{ '\\x4' }}

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
          cmd: python main.py {{ '\\x41' }}

      """))

  package static let numberTooLarge = Code(
    1010, .error, "a number of more than 64 bits",
    explanation: """
      Integers of a template have 64 bits. Write a larger one as text, in quotes; in YAML itself, outside \
      of {{ }}, integers of any size keep their digits.
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
          cmd: python main.py {{ 9223372036854775807 + 1 }}

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
          cmd: python main.py {{ 9223372036854775807 }}

      """))

  package static let badTarget = Code(
    1011, .error, "something that nothing can be assigned to",
    explanation: """
      Only a name, several names separated by commas, or an attribute of a namespace can stand on the left \
      side of = in a set or with, and before the word in of a for.
      """,
    bad: .document(
      """
      {% set true = 1 %}
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

      """),
    good: .document(
      """
      {% set mode = 1 %}
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

      """))

  package static let templateLimit = Code(
    1012, .error, "the template asks for more than altoc allows",
    explanation: """
      The work of a template has limits, so that no file can hang the compiler or fill the memory: the \
      depth of nesting, the turns of loops, the size of a value and of the expanded text.
      """,
    bad: .document(
      """
      {% for i in range(100000000) %}{% endfor %}
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

      """),
    good: .document(
      """
      {% for i in range(1000) %}{% endfor %}
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

      """))
}

extension Diagnostic {
  /// - Parameter opening: `{{`, `{%` or `{#`.
  package static func unclosedTag(_ opening: String, closing: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unclosedTag, at: span, "'\(opening)' is never closed", label: "opened here",
      help: ["end the tag with '\(closing)'"])
  }

  package static func unterminatedString(at span: Span) -> Diagnostic {
    Diagnostic(
      .unterminatedString, at: span, "this string is never closed", label: "the string starts here",
      help: ["end it with the quote that it starts with"])
  }

  package static func unexpectedCharacter(_ scalar: Unicode.Scalar, at span: Span) -> Diagnostic {
    let help = "put text in quotes"
    return Diagnostic(
      .unexpectedCharacter, at: span, "an expression cannot hold the character \(quoted(String(scalar)))",
      help: [help])
  }

  /// - Parameters:
  ///   - found: the token in the file; nil for the end of the tag.
  ///   - expected: what could stand there: a token, or words in plain English.
  package static func unexpectedToken(found: String?, expected: ExpectedToken, at span: Span) -> Diagnostic {
    let what = found.map(quoted) ?? "the end of the tag"
    return Diagnostic(.unexpectedToken, at: span, "found \(what) where \(expected.words) must stand")
  }

  /// - Parameter keyword: `if`, `for` …
  package static func unclosedBlock(_ keyword: String, closing: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unclosedBlock, at: span, "this \(quoted(keyword)) is never closed", label: "opened here",
      help: ["add {% \(closing) %} where it ends"])
  }

  /// - Parameter open: the innermost block that is open there.
  package static func strayTag(
    _ keyword: String, open: (keyword: String, span: Span)?, at span: Span
  ) -> Diagnostic {
    let related = open.map {
      [Related("the innermost open block is this \(quoted($0.keyword))", at: $0.span)]
    }
    return Diagnostic(
      .strayTag, at: span, "\(quoted(keyword)) has no open block that it belongs to", related: related ?? [],
      help: ["remove the tag, or add the one that opens the block"])
  }

  package static func unknownStatement(
    _ keyword: String, suggestion: String?, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .unknownStatement, at: span, "Jinja has no statement \(quoted(keyword))",
      help: suggestion.map { ["did you mean \(quoted($0))?"] } ?? [],
      fixes: suggestion.map { [Fix("write \(quoted($0))", .unsafe, [Edit(span, $0)])] } ?? [])
  }

  package static func unsupported(_ part: UnsupportedPart, at span: Span) -> Diagnostic {
    Diagnostic(
      .unsupported, at: span, "altoc does not support the \(part.words)", label: "not supported",
      help: part.help.map { [$0] } ?? [])
  }

  package static func badEscape(_ escape: String, _ problem: EscapeProblem, at span: Span) -> Diagnostic {
    Diagnostic(
      .badEscape, at: span, "\(quoted(escape)) is no escape: \(problem.rawValue)",
      help: ["write a backslash as two backslashes"])
  }

  /// - Parameter literal: whether the number stands in the file, or was computed.
  package static func numberTooLarge(literal: Bool, at span: Span) -> Diagnostic {
    Diagnostic(
      .numberTooLarge, at: span,
      literal ? "this number does not fit into 64 bits" : "the result does not fit into 64 bits",
      help: literal ? ["put the number in quotes to use it as text"] : [])
  }

  package static func badTarget(at span: Span) -> Diagnostic {
    Diagnostic(
      .badTarget, at: span, "nothing can be assigned to this",
      help: ["use a name, names separated by commas, or an attribute of a namespace"])
  }

  /// `loop` as a target inside a loop.
  package static func loopAsTarget(at span: Span) -> Diagnostic {
    Diagnostic(
      .badTarget, at: span, "'loop' cannot be assigned to inside a loop",
      help: ["choose another name"])
  }

  /// `{% set x.y = … %}` where `x` is no namespace.
  package static func notANamespace(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .badTarget, at: span, "\(quoted(name)) is not a namespace, so its attributes cannot be set",
      help: ["make it with {% set \(name) = namespace() %}"])
  }

  package static func templateLimit(_ limit: TemplateLimit, at span: Span) -> Diagnostic {
    Diagnostic(.templateLimit, at: span, limit.words)
  }
}

/// What a grammar rule of the template was looking for.
package enum ExpectedToken: Sendable {
  case token(String)
  case name, expression, endOfTag, attribute, statement

  var words: String {
    switch self {
    case .token(let text): quoted(text)
    case .name: "a name"
    case .expression: "an expression"
    case .endOfTag: "the end of the tag"
    case .attribute: "the name of an attribute"
    case .statement: "the name of a statement"
    }
  }
}

package enum EscapeProblem: String, Sendable {
  case truncated = "it needs more hexadecimal digits"
  case surrogate = "half of a surrogate pair is no text"
  case outOfRange = "Unicode ends at 10FFFF"
  case unknownName = "Unicode has no character of this name"
  case trailing = "nothing follows the backslash"
}

/// Something that Jinja has and altoc leaves out.
package enum UnsupportedPart: Sendable {
  case statement(String)
  case filter(String)
  case function(String)
  case recursiveLoop
  case entity(String)

  var words: String {
    switch self {
    case .statement(let name): "statement \(quoted(name))"
    case .filter(let name): "filter \(quoted(name))"
    case .function(let name): "function \(quoted(name))"
    case .recursiveLoop: "word 'recursive' of a loop"
    case .entity(let name): "HTML entity \(quoted(name))"
    }
  }

  var help: String? {
    switch self {
    case .statement("do"): "use {% set %}"
    case .statement("extends"), .statement("include"), .statement("import"), .statement("from"):
      "an alto.yml is one file: write the text here"
    case .statement("macro"), .statement("call"): "use {% for %} over a list, or {% set %}"
    case .statement("filter"): "use {% set name | filter %}…{% endset %} and {{ name }}"
    case .filter("random"): "the output would differ in every run"
    case .statement, .filter, .function, .recursiveLoop, .entity: nil
    }
  }
}

package enum TemplateLimit: Sendable {
  case expressionNesting(Int)
  case blockNesting(Int)
  case valueNesting(Int)
  case textSize(Int)
  case itemCount(Int)
  case outputSize(Int)
  case work(Int)

  var words: String {
    switch self {
    case .expressionNesting(let limit): "an expression can be nested \(limit) levels deep and no deeper"
    case .blockNesting(let limit): "blocks can be nested \(limit) levels deep and no deeper"
    case .valueNesting(let limit): "a value can be nested \(limit) levels deep and no deeper"
    case .textSize(let limit): "a text can hold \(limit) bytes and no more"
    case .itemCount(let limit): "a sequence can hold \(limit) items and no more"
    case .outputSize(let limit): "the expanded text can hold \(limit) bytes and no more"
    case .work(let limit): "the template needs more than \(limit) steps: is a loop too long?"
    }
  }
}
