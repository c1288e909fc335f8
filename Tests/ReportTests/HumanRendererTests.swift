import AltoDiagnostics
import AltoSource
import Report
import Testing

@Suite struct HumanRendererTests {
  private func render(_ text: String, marking word: String, color: Bool = false) throws -> String {
    let bytes = Array(text.utf8)
    let start = try #require(text.firstRange(of: word)).lowerBound.utf16Offset(in: text)
    let offset = String(decoding: text.utf16.prefix(start), as: UTF16.self).utf8.count
    let span = Span(offset..<offset + word.utf8.count)
    return HumanRenderer(palette: Palette(isOn: color)).render(
      [.missingKey("infra", summary: "The machine.", example: "x", at: span)],
      of: SourceFile(name: "alto.yml", bytes: bytes))
  }

  @Test func showsTheLineWithCarets() throws {
    #expect(
      try render("a:\n  b: wrong\n", marking: "wrong") == """
        error[ALTO3003]: 'infra' is missing
         --> alto.yml:2:6
          |
        2 |   b: wrong
          |      ^^^^^ has no 'infra'
          |
          = note: The machine.
          = help: add it, for example: infra: x


        """)
  }

  @Test(arguments: [
    ("日本 X\n", "     "), ("é X\n", "  "), ("e\u{301} X\n", "  "), ("\tX\n", "    "), ("🚀 X\n", "   "),
    ("a\tX\n", "    "), ("\u{FEFF}X\n", ""),
  ])
  func caretsStandUnderTheWord(line: String, lead: String) throws {
    let lines = try render(line, marking: "X").split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines[4] == "  | " + lead + "^ has no 'infra'")
  }

  @Test func controlCharactersAreVisible() throws {
    let text = try render("a \u{1B}[31m X\n", marking: "X")
    #expect(text.contains("\\u{1b}[31m"))
    #expect(!text.contains("\u{1B}"))
  }

  @Test func longLinesAreCut() throws {
    let text = try render(
      String(repeating: "x", count: 5000) + "HERE" + String(repeating: "y", count: 5000), marking: "HERE")
    let lines = text.split(separator: "\n")
    #expect(lines.allSatisfy { $0.count < 200 })
    let source = try #require(lines.first { $0.contains("HERE") })
    let carets = try #require(lines.first { $0.contains("^^^^") })
    let word = try #require(source.firstRange(of: "HERE")).lowerBound
    let caret = try #require(carets.firstRange(of: "^^^^")).lowerBound
    #expect(
      source.distance(from: source.startIndex, to: word)
        == carets.distance(from: carets.startIndex, to: caret))
  }

  @Test func secretsAreStarsWhereverTheirLineIsShown() {
    let source = SourceFile(name: "alto.yml", bytes: Array("a: {password: hunter2, b: c}\n".utf8))
    let text = HumanRenderer(palette: Palette(isOn: false)).render(
      [
        .emptyValue("b", isNull: false, at: Span(26..<27)),
        .literalPassword(editable: true, at: Span(14..<21)),
      ], of: source)
    #expect(!text.contains("hunter2"))
    #expect(text.split(separator: "\n").count { $0.hasSuffix("| a: {password: *******, b: c}") } == 2)
    #expect(text.contains("|               ^^^^^^^ readable"))
  }

  @Test func coloursAreOnlyThereWhenAskedFor() throws {
    #expect(try !render("X\n", marking: "X").contains("\u{1B}"))
    #expect(try render("X\n", marking: "X", color: true).contains("\u{1B}[1;31m"))
  }

  @Test func aPlaceAtTheEndOfTheFileCanBeShown() {
    let source = SourceFile(name: "alto.yml", bytes: Array("a: b".utf8))
    let text = HumanRenderer(palette: Palette(isOn: false)).render([.emptyFile(at: Span(at: 4))], of: source)
    #expect(text.contains("alto.yml:1:5"))
    #expect(text.contains("  |     ^\n"))
  }
}
