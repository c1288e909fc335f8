import AltoDiagnostics
import AltoSource
import Template
import Testing
import YAML

/// Where altoc differs from PyYAML on purpose.
@Suite struct DifferenceTests {
  @Test(
    arguments: [
      ("a: 1\nb: 2\na: 3\n", "a", "a"), ("{1: x, 0x1: y}", "0x1", "1"), ("{1: x, 1.0: y}", "1.0", "1"),
      ("{1: x, yes: y}", "yes", "1"), ("{a: x, 'a': y}", "'a'", "a"), ("{~: x, null: y}", "null", "~"),
      ("{0: x, -0.0: y}", "-0.0", "0"), ("{010: x, 8: y}", "8", "010"), ("{1:30: x, 90: y}", "90", "1:30"),
      (
        "{2001-01-01 01:00:00 +1: x, 2001-01-01 00:00:00 Z: y}", "2001-01-01 00:00:00 Z",
        "2001-01-01 01:00:00 +1"
      ),
      ("{100000000000000000000: x, 1.0e+20: y}", "1.0e+20", "100000000000000000000"),
      ("{!!binary YQ==: x, !!binary 'YQ = =': y}", "'YQ = ='", "YQ=="),
      ("{.nan: x, .NaN: y}", ".NaN", ".nan"),
      ("a: &k b\n? *k\n: 1\nb: 2\n", "b", "*k"),
    ])
  func duplicateKeysAreRefusedAtBothPlaces(text: String, second: String, first: String) throws {
    let staged = Plain.parse(text)
    let diagnostic = try #require(staged.diagnostics.first)
    #expect(staged.diagnostics.count == 1)
    #expect(diagnostic.code == .duplicateKey)
    #expect(staged.value.source.text(diagnostic.span) == second)
    #expect(diagnostic.related.map { staged.value.source.text($0.span) } == [first])
  }

  @Test(
    arguments: [
      "{1: x, '1': y}", "{yes: x, 'yes': y}", "{~: x, '': y}", "{2001-01-01: x, 2001-01-01 00:00:00: y}",
      "{2001-01-01 00:00:00: x, 2001-01-01 00:00:00 Z: y}", "{1.5: x, 1: y, 15: z}", "{a: 1, A: 2}",
      "{!!binary YQ==: x, a: y}", "{1.0e+300: x, 1.0e+301: y}", "{0.1: x, 0.10000000000000002: y}",
    ])
  func differentKeysAreNotDuplicates(text: String) {
    #expect(Plain.parse(text).diagnostics.isEmpty)
  }

  @Test func mergedKeysAreNotDuplicates() {
    let staged = Plain.parse("a: &a {x: 1, y: 2}\nb: {<<: [*a, *a], x: 3}\n")
    #expect(staged.diagnostics.isEmpty)
  }

  @Test func everyRepetitionIsReported() {
    let text = (0..<50).map { "k\($0): 1\n" }.joined() + "k7: 2\nk9: 2\nk7: 3\n"
    let staged = Plain.parse(text)
    #expect(staged.diagnostics.map(\.code) == [.duplicateKey, .duplicateKey, .duplicateKey])
    #expect(Shown(tree: staged.value).value(staged.value.root!)!.contains("str \"k7\": int 3"))
  }

  @Test func aHundredThousandKeysAreCompared() {
    let keys = (0..<100_000).map { "key\($0): 1\n" }.joined()
    #expect(Plain.parse(keys).diagnostics.isEmpty)
    #expect(Plain.parse(keys + "key5: 2\n").diagnostics.map(\.code) == [.duplicateKey])
  }

  @Test(arguments: ["a: 1\n---\nb: 2\n", "a: 1\n---\n", "--- a\n--- b\n--- c\n"])
  func oneDocumentAlone(text: String) throws {
    let staged = Plain.parse(text)
    #expect(staged.diagnostics.map(\.code) == [.severalDocuments])
    #expect(staged.value.source.text(try #require(staged.diagnostics.first).span) == "---")
    #expect(staged.value.isComplete)
  }

  @Test func aRecursiveAliasIsRefused() throws {
    let staged = Plain.parse("a: &x\n  - 1\n  - {b: *x}\n")
    let diagnostic = try #require(staged.diagnostics.first)
    #expect(diagnostic.code == .recursiveAlias)
    #expect(staged.value.source.text(diagnostic.span) == "*x")
    #expect(diagnostic.related.map { staged.value.source.text($0.span) } == ["&x"])
  }

  @Test func depthHasALimit() {
    let allowed = String(repeating: "[", count: 199) + String(repeating: "]", count: 199)
    #expect(Plain.parse("a: " + allowed).diagnostics.isEmpty)
    let tooDeep = Plain.parse("a: [" + allowed + "]")
    #expect(tooDeep.diagnostics.map(\.code) == [.tooDeep])
    #expect(tooDeep.diagnostics.map(\.span) == [Span(202..<203)])
    #expect(!tooDeep.value.isComplete)
    #expect(Plain.parse(String(repeating: "[", count: 1_000_000)).diagnostics.map(\.code) == [.tooDeep])
    #expect(Plain.parse(String(repeating: "- ", count: 100_000)).diagnostics.map(\.code) == [.tooDeep])
    #expect(Plain.parse(String(repeating: "? ", count: 100_000)).diagnostics.map(\.code) == [.tooDeep])
    #expect(Plain.parse(String(repeating: "{a: ", count: 100_000)).diagnostics.map(\.code) == [.tooDeep])
  }

  @Test func aliasesCountForTheDepth() {
    let deep = String(repeating: "[", count: 150) + "x" + String(repeating: "]", count: 150)
    let other = String(repeating: "[", count: 60) + "*a" + String(repeating: "]", count: 60)
    let staged = Plain.parse("- &a \(deep)\n- \(other)\n")
    #expect(staged.diagnostics.map(\.code) == [.tooDeep])
    #expect(staged.diagnostics.map { staged.value.source.text($0.span) } == ["*a"])
  }

  @Test func aliasesCannotMultiplyWithoutLimit() {
    var text = "- &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in 1..<30 {
      text += "- &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 10).joined(separator: ", ") + "]\n"
    }
    let staged = Plain.parse(text)
    #expect(staged.diagnostics.map(\.code) == [.tooManyAliasNodes])
    let merges = "- &m0 {k: 1}\n" + (1..<2000).map { "- &m\($0) {<<: *m\($0 - 1), k\($0): 1}\n" }.joined()
    #expect(Plain.parse(merges).diagnostics.map(\.code) == [.tooManyAliasNodes])
  }

  @Test func anUnknownAliasIsLocated() throws {
    let staged = Plain.parse("é: &shared 1\nb: *share\n")
    let diagnostic = try #require(staged.diagnostics.first)
    #expect(diagnostic.code == .unknownAlias)
    #expect(staged.value.source.text(diagnostic.span) == "*share")
    #expect(diagnostic.help == ["did you mean '*shared'?"])
    let entry = try #require(staged.value.root.map { staged.value.entries(of: $0)[1] })
    #expect(staged.value.isPoisoned(entry.value.node))
  }

  /// libyaml takes no tab before it knows the indentation of a block scalar; PyYAML's own scanner does.
  @Test func aBlockScalarCannotStartWithATab() {
    #expect(Plain.parse("a: |\n  \tb\n").diagnostics.map(\.code) == [.tabIndentation])
    #expect(Plain.parse("a: |2\n  \tb\n").diagnostics.isEmpty)
  }

  /// libyaml takes tabs as blanks behind a value; PyYAML's own scanner does not.
  @Test func aTabBehindAValueIsABlank() {
    #expect(Shown.document("a:\tb\t# c\n") == "{str \"a\": str \"b\"}")
  }

  /// The value of a scalar is refused where somebody asks for it, not where it stands: `env` takes the text.
  @Test func anImpossibleDateIsLeftToItsReader() {
    #expect(Plain.parse("a: 2023-02-30\n").diagnostics.isEmpty)
  }
}
