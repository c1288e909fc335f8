import AltoDiagnostics
import Driver
import ImageIR
import Testing

/// Holes in numbers, and beside text that looks like the mark of one.
@Suite struct ManyHolesTests {
  private static let count = 20_000

  @Test(.timeLimit(.minutes(1))) func twentyThousandVariables() throws {
    let lines = (0..<Self.count).map { "    K\($0): \"a{{ env('X\($0)') }}b\"\n" }
    let outcome = Outcome(Sample.environment(lines.joined()).text)
    #expect(outcome.findings.isEmpty)
    let variables = try #require(outcome.plans.first).runtime.environment
    #expect(variables.count == Self.count)
    for (index, variable) in variables.enumerated() {
      let expected = LateText([
        .literal("a"), .reference(.environment("X\(index)")), .literal("b"),
      ])
      guard variable.name == "K\(index)", variable.value == expected else {
        Issue.record("variable \(index) is \(variable.name) = \(variable.value)")
        return
      }
    }
  }

  @Test(
    .timeLimit(.minutes(1)),
    arguments: ["\"", "'", "", "|-\n      ", ">-\n      "])
  func twentyThousandInOneScalar(opening: String) throws {
    let references = (0..<Self.count).map { "{{ env(\"X\($0 % 7)\") }}" }.joined(separator: "-")
    let closing = opening.count == 1 ? opening : ""
    // In double quotes the name stands in single ones.
    let value = opening == "\"" ? references.replacing("\"", with: "'") : references
    let outcome = Outcome(Sample.environment("    K: " + opening + value + closing + "\n").text)
    #expect(outcome.findings.isEmpty)
    let text = try #require(outcome.plans.first?.runtime.environment.first).value
    #expect(text.pieces.count == 2 * Self.count - 1)
    #expect(text.references == (0..<Self.count).map { .environment("X\($0 % 7)") })
  }

  @Test(.timeLimit(.minutes(1))) func twentyThousandInAFlowListOfArguments() throws {
    let items = (0..<Self.count).map { "{{ env('X\($0)') }}" }.joined(separator: ", ")
    let outcome = Outcome(Sample.function("{a: [" + items + "]}\n").text)
    #expect(outcome.findings.isEmpty)
    #expect(try #require(outcome.plans.first).runtime.references.count == Self.count)
  }

  @Test(.timeLimit(.minutes(1))) func twentyThousandFromALoop() throws {
    let text = Sample.environment(
      "{% for n in range(\(Self.count)) %}    K{{ n }}: '{{ env(\"X\" ~ n) }}'\n{% endfor %}"
    ).text
    let outcome = Outcome(text)
    #expect(outcome.findings.isEmpty)
    let variables = try #require(outcome.plans.first).runtime.environment
    #expect(variables.count == Self.count)
    #expect(variables.last?.value == LateText(.environment("X\(Self.count - 1)")))
  }

  @Test(.timeLimit(.minutes(1))) func twentyThousandInComments() throws {
    let lines = (0..<Self.count).map { "    K\($0): a # {{ env('X') }}\n" }
    let outcome = Outcome(Sample.environment(lines.joined()).text)
    #expect(outcome.findings.isEmpty)
    #expect(try #require(outcome.plans.first).runtime.environment.allSatisfy { $0.value == LateText("a") })
  }

  @Test(.timeLimit(.minutes(1))) func twentyThousandEarlyOnes() throws {
    let items = (0..<Self.count).map { _ in "{{ env('X') }}" }.joined(separator: "-")
    let outcome = Outcome(
      Sample(rest: "  artifacts: [\"" + items + "\"]\n").text, environment: ["X": "a"])
    #expect(outcome.findings.isEmpty)
    #expect(
      try #require(outcome.plans.first).runtime.artifacts.first?.path.utf8.count ?? 0 > 2 * Self.count - 1)
  }

  @Test(.timeLimit(.minutes(1))) func twentyThousandMistakes() {
    let lines = (0..<Self.count).map { "    K\($0): \"{{ env('X') | upper }}\"\n" }
    let outcome = Outcome(Sample.environment(lines.joined()).text, environment: ["X": "a"])
    #expect(outcome.analysis.diagnostics.count == Self.count)
    #expect(Set(outcome.findings) == ["ALTO3011 env('X') | upper"])
  }

  // MARK: The user's own U+E000

  /// Each row: how the scalar is written, and what the IR holds.
  @Test(arguments: [
    ("\"\u{E000}\"", "\"\\u{e000}\""),
    ("\u{E000}", "\"\\u{e000}\""),
    ("'\u{E000}'", "\"\\u{e000}\""),
    ("\"\\uE000\"", "\"\\u{e000}\""),
    ("\"\\U0000E000\"", "\"\\u{e000}\""),
    ("\"{{ '\\ue000' }}\"", "\"\\u{e000}\""),
    ("\"{{ '\u{E000}' }}\"", "\"\\u{e000}\""),
    ("{{ '\\ue000' }}", "\"\\u{e000}\""),
    ("|-\n      \u{E000}", "\"\\u{e000}\""),
    (">-\n      \u{E000}\n      a", "\"\\u{e000} a\""),
    ("a # \u{E000}", "\"a\""),
    ("\"\u{E000}{{ env('X') }}\u{E000}\"", "\"\\u{e000}\" env(X) \"\\u{e000}\""),
    ("\u{E000}{{ env('X') }}\u{E000}", "\"\\u{e000}\" env(X) \"\\u{e000}\""),
    ("'\u{E000}{{ env(\"X\") }}\u{E000}'", "\"\\u{e000}\" env(X) \"\\u{e000}\""),
    ("\"\\uE000{{ env('X') }}\\uE000\"", "\"\\u{e000}\" env(X) \"\\u{e000}\""),
    ("\"{{ env('X') }}\\uE000\u{E000}{{ env('Y') }}\"", "env(X) \"\\u{e000}\\u{e000}\" env(Y)"),
    ("\"{{ '\\ue000' ~ env('X') ~ '\\ue000' }}\"", "\"\\u{e000}\" env(X) \"\\u{e000}\""),
    ("|-\n      \u{E000}\n      {{ env('X') }}\n      \u{E000}", "\"\\u{e000}\\n\" env(X) \"\\n\\u{e000}\""),
    (">-\n      \u{E000}\n      {{ env('X') }}", "\"\\u{e000} \" env(X)"),
    ("\u{E000}\n      {{ env('X') }}\n      \u{E000}", "\"\\u{e000} \" env(X) \" \\u{e000}\""),
    ("!!str \u{E000}{{ env('X') }}", "\"\\u{e000}\" env(X)"),
    ("{{ env('X') }} # \u{E000} {{ env('Y') }}", "env(X)"),
    ("\"\\uE000\\\n      {{ env('X') }}\"", "\"\\u{e000}\" env(X)"),
    ("\"\\xEE\\x80\\x80{{ env('X') }}\"", "\"î\\u{80}\\u{80}\" env(X)"),
  ])
  func aSentinelOfTheUserIsText(written: String, value: String) {
    // On both sides of it stand holes, and others of the user's own.
    let outcome = Outcome(
      Sample.environment(
        "    A: {{ env('A') }} # \u{E000}\n    K: \(written)\n    # \u{E000}\n    Z: \"\u{E000}{{ env('Z') }}\"\n"
      ).text)
    #expect(outcome.findings.isEmpty)
    for line in ["A = env(A)", "K = \(value)", "Z = \"\\u{e000}\" env(Z)"] {
      #expect(outcome.plan.contains("environment \(line)  #"), "\(line) in\n\(outcome.plan)")
    }
  }

  @Test func aSentinelOfTheUserInAKeyIsText() {
    let outcome = Outcome(
      Sample.function("{a: {\u{E000}: {{ env('X') }}, \"\\uE000b\": \"{{ env('Y') }}\"}}\n").text)
    #expect(outcome.findings.isEmpty)
    #expect(outcome.plan.contains("\"a\" = {\"\\u{e000}\": typed env(X), \"\\u{e000}b\": env(Y)}"))
  }

  @Test func aSentinelOfTheUserInANameIsRefusedAsThatName() {
    let outcome = Outcome(Sample.environment("    \u{E000}: a\n    K: {{ env('X') }}\n").text)
    #expect(outcome.findings == ["ALTO3080 \u{E000}"])
  }

  @Test func aSentinelOfTheUserInAnAnchorIsNoReference() {
    let outcome = Outcome(Sample.environment("    K: &\u{E000} a\n    L: {{ env('X') }}\n").text)
    #expect(!outcome.findings.isEmpty)
    #expect(!outcome.findings.contains { $0.hasPrefix("ALTO2049") })
  }

  @Test func aSentinelInTheValueOfAVariableIsText() {
    let outcome = Outcome(
      Sample(rest: "  artifacts: [\"{{ env('X') }}\"]\n  env: {K: \"{{ env('Y') }}\"}\n").text,
      environment: ["X": "\u{E000}"])
    #expect(outcome.findings.isEmpty)
    #expect(outcome.plan.contains("\\u{e000}") && outcome.plan.contains("environment K = env(Y)"))
  }
}
