import AltoDiagnostics
import Foundation
import Template
import TestSupport
import Testing

/// The real Jinja, asked for many templates at once.
enum Oracle {
  struct Case: Encodable {
    let template: String
    var env = testEnvironment
    var file = "/work/project/alto.yml"
  }

  struct Answer: Decodable {
    let text: String?
    let error: String?
    let message: String?
  }

  /// Nil, as a visible skip, where the oracle is not installed.
  static func answers(for templates: [String]) async throws -> [Answer]? {
    guard let python = Tool.oraclePython else {
      if Repository.isCI { Issue.record("the Python with jinja2 is missing: run make test") }
      print("skipped: no Python with jinja2 for the oracle tests")
      return nil
    }
    let input = try JSONEncoder().encode(templates.map { Case(template: $0) })
    let script = Repository.root + "/Tests/Oracles/jinja.py"
    let output = try await python.run([script], input: String(decoding: input, as: UTF8.self))
    #expect(output.status == 0, "\(output.stderr)")
    let answers = try JSONDecoder().decode([Answer].self, from: Data(output.stdout.utf8))
    #expect(answers.count == templates.count)
    return answers
  }

  /// Renders each template both ways: the same text, or an error on both sides.
  ///
  /// - Returns: how many were compared.
  @discardableResult
  static func agree(on templates: [String], sourceLocation: SourceLocation = #_sourceLocation) async throws
    -> Int
  {
    guard let answers = try await answers(for: templates) else { return 0 }
    for (template, answer) in zip(templates, answers) {
      if let problem = disagreement(template, answer) {
        Issue.record("\(problem)", sourceLocation: sourceLocation)
      }
    }
    return answers.count
  }

  /// What differs; nil when nothing does.
  static func disagreement(_ template: String, _ answer: Answer) -> String? {
    let ours = expand(template)
    let text = ours.diagnostics.isEmpty ? ours.text(filling: testEnvironment) : nil
    switch (text, answer.text) {
    case (let ours?, let theirs?) where Array(ours.utf8) == Array(theirs.utf8): return nil
    case (nil, nil): return nil
    case (let ours?, let theirs?):
      return "\(template.debugDescription): \(ours.debugDescription), Jinja \(theirs.debugDescription)"
    case (nil, let theirs?):
      return
        "\(template.debugDescription): \(ours.diagnostics.map(\.message)), Jinja \(theirs.debugDescription)"
    case (let ours?, nil):
      return
        "\(template.debugDescription): \(ours.debugDescription), Jinja \(answer.error ?? "") \(answer.message ?? "")"
    }
  }
}
