import AltoDiagnostics
import Check
import ImageIR
import Testing

/// Every place where `env()` or `matrix` can stand, and what happens to it.
@Suite struct HoleTableTests {
  private static let rows =
    HolePlace.keptInStyles + HolePlace.keptInTemplates + HolePlace.keptInKeys + HolePlace.keptOfMatrix
    + HolePlace.filledKeys + HolePlace.filledTypes + HolePlace.filledTemplates + HolePlace.droppedPlaces
    + HolePlace.refusedByYAML + HolePlace.refusedByTheTemplate + HolePlace.refusedOfMatrix

  @Test(arguments: rows)
  func theReferenceIsTreatedAsItsPlaceSays(row: HolePlace) {
    switch row.outcome {
    case .kept(let shows):
      let outcome = Outcome(row.text)
      #expect(outcome.findings == row.asides)
      expect(outcome.plan, shows: shows)
      #expect(outcome.plans.flatMap(\.earlyVariables) == [])
      // A value that happens to be set changes nothing.
      let set = Outcome(row.text, environment: ["X": "canary", "Y": "canary", "Z": "canary"])
      #expect(set.plan == outcome.plan)
    case .filled(let values, let shows, let missing):
      let outcome = Outcome(row.text, environment: values)
      #expect(outcome.findings == row.asides)
      expect(outcome.plan, shows: shows)
      #expect(outcome.plans.map(\.earlyVariables) == [["X"]])
      let unset = Outcome(row.text)
      #expect(unset.findings.contains(missing), "\(unset.findings)")
      #expect(Set(unset.findings).subtracting(row.asides) == [missing])
    case .dropped:
      let outcome = Outcome(row.text)
      #expect(outcome.findings == row.asides)
      #expect(outcome.plans.count == 1)
      #expect(outcome.plans.flatMap(\.earlyVariables) == [])
      #expect(outcome.plans.flatMap { $0.runtime.environment.flatMap(\.value.references) } == [])
      #expect(Outcome(row.text, environment: ["X": "canary"]).plan == outcome.plan)
    case .refused(let findings, let values):
      let outcome = Outcome(row.text, environment: values)
      #expect(outcome.findings.sorted() == findings.sorted())
      #expect(outcome.plans.isEmpty)
    }
  }

  /// `--bake-env` says that the variable is no secret: its computed text is compiled and its name is listed.
  @Test(arguments: [
    "    K: \"{{ env('X') | upper }}\"\n", "    K: \"{{ env('X').upper() }}\"\n",
    "    K: \"{{ 'A' if env('X') == 'a' else 'B' }}\"\n",
  ])
  func computedTextOfABakeableVariableIsCompiled(lines: String) {
    let outcome = Outcome(
      Sample.environment(lines).text, environment: ["X": "a"], bakeable: ["X"])
    #expect(outcome.findings.isEmpty)
    expect(outcome.plan, shows: ["environment K = \"A\""])
    #expect(outcome.plans.map(\.earlyVariables) == [["X"]])
  }

  @Test func everyKindOfRowIsThere() {
    #expect(Self.rows.count >= 120)
    #expect(Set(Self.rows.map(\.description)).count == Self.rows.count, "two rows of one name")
  }

  private func expect(_ plan: String, shows lines: [String]) {
    for line in lines { #expect(plan.contains(line), "\(line) in\n\(plan)") }
  }
}
