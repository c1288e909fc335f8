package import AltoSource

extension Code {
  static var yamlLimits: [Code] { [.tooDeep, .tooManyAliasNodes] }

  package static let tooDeep = Code(
    2060, .error, "lists and mappings nested too deeply",
    explanation:
      "Lists and mappings may be nested 200 levels deep, aliases followed. No real alto.yml comes near.",
    bad: .bytes(Array("worker: ".utf8) + Array(repeating: UInt8(ascii: "["), count: 300)),
    good: .document(Code.smallDocument))

  package static let tooManyAliasNodes = Code(
    2061, .error, "aliases that multiply beyond the limit",
    explanation: """
      Aliases of lists of aliases multiply: ten levels of ten make ten billion values out of one screen of \
      text. All aliases of a file together may add a million values.
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
          type: function
          cmd: main.run
          kwargs:
            a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1, 1]
            b: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a, *a]
            c: &c [*b, *b, *b, *b, *b, *b, *b, *b, *b, *b]
            d: &d [*c, *c, *c, *c, *c, *c, *c, *c, *c, *c]
            e: &e [*d, *d, *d, *d, *d, *d, *d, *d, *d, *d]
            f: &f [*e, *e, *e, *e, *e, *e, *e, *e, *e, *e]
            g: [*f, *f, *f, *f, *f, *f, *f, *f, *f, *f]

      """),
    good: .document(Code.smallDocument))
}

extension Diagnostic {
  package static func tooDeep(limit: Int, at span: Span) -> Diagnostic {
    Diagnostic(.tooDeep, at: span, "lists and mappings are nested deeper than \(limit) levels here")
  }

  package static func tooManyAliasNodes(limit: Int, anchor: Span, at span: Span) -> Diagnostic {
    Diagnostic(
      .tooManyAliasNodes, at: span, "with this alias, aliases add more than \(limit) values to the file",
      related: [Related("what it repeats is here", at: anchor)])
  }
}
