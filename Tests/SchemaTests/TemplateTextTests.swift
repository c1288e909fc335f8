import AltoSchema
import Testing

/// Text with a template in it, as an editor sees it in quotes.
@Suite struct TemplateTextTests {
  private static let templates = [
    "\"{{ env('X') }}\"", "\"{{ x }}suffix\"", "\"prefix{{ x }}\"", "\"{% if a %}b{% else %}c{% endif %}\"",
    "\"a{# why #}\"", "\"{{ x\\n }}\"",
  ]

  /// Keys whose value is one text, or a list of texts.
  private static let keys = Schema.keys.filter { key in
    switch key.shape {
    case .text, .textOrNumber, .choice, .path, .textList, .pathList: true
    case .section, .variables, .arguments, .matrix: false
    }
  }

  private static func isList(_ key: Key) -> Bool {
    switch key.shape {
    case .textList, .pathList: true
    case .text, .textOrNumber, .choice, .path, .section, .variables, .arguments, .matrix: false
    }
  }

  @Test func isTakenBehindEveryKeyOfText() async throws {
    let samples = Self.keys.flatMap { key in
      Self.templates.map { SchemaSample(key.path.text, Self.isList(key) ? "[\($0)]" : $0) }
    }
    try await expect(samples.map(\.text), isAccepted: true)
    #expect(samples.count > 100)
  }

  @Test func isTakenForNamesAndNumbers() async throws {
    let text = "\"{{ env('X') }}\""
    let samples = [
      SchemaSample("matrix", "{max_concurrency: \(text), m: [\(text)]}"),
      SchemaSample("matrix", "{max_concurrency: 1, \(text): [a]}"),
      SchemaSample("env", "{\(text): a, A: \"a\\n{{ b }}\"}"),
      SchemaSample("entrypoint.kwargs", "{\(text): 1}"),
      SchemaSample("infra", "{type: ec2, \(text): a}"),
    ]
    let agent = SchemaSample("infra.type", "ec2").text.replacing("worker", with: "\"a/{{ b }}\"")
    try await expect(samples.map(\.text) + [agent], isAccepted: true)
  }

  /// Braces alone are no template, and a word beside them is still a misspelt word.
  @Test func literalTextIsJudged() async throws {
    let words = ["dockr", "'{docker}'", "'{{docker'", "'docker}}'", "'{ {docker} }'", "'%}docker{%'"]
    let choices = Schema.keys.filter { !$0.words.isEmpty }
    #expect(choices.count == 5)
    let samples = choices.flatMap { key in words.map { SchemaSample(key.path.text, $0) } }
    let others = [
      SchemaSample("infra.ami_image", "'{ami}'"), SchemaSample("infra.python_version", "'{{3.11'"),
      SchemaSample("image.base", "'{python:3.11'"), SchemaSample("image.server_url", "'{{ x }'"),
      SchemaSample("matrix", "{max_concurrency: two}"), SchemaSample("matrix", "{max_concurrency: '{2}'}"),
    ]
    try await expect((samples + others).map(\.text), isAccepted: false)
  }

  /// A list or a mapping cannot come from text in quotes.
  @Test func isRefusedInPlaceOfAListOrMapping() async throws {
    let samples = Schema.keys.filter { key in
      !Self.keys.contains { $0.path.text == key.path.text } || Self.isList(key)
    }
    .map { SchemaSample($0.path.text, "\"{{ x }}\"") }
    #expect(samples.count > 10)
    try await expect(samples.map(\.text), isAccepted: false)
  }

  private func expect(
    _ texts: [String], isAccepted: Bool, sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    guard let report = try await SchemaOracle.judge(texts) else { return }
    for (text, verdict) in zip(texts, report.documents) {
      #expect(verdict.isAccepted == isAccepted, "\(text)\(verdict)", sourceLocation: sourceLocation)
    }
  }
}
