import AltoDiagnostics
import AltoSource
import Testing

@testable import YAML

/// The classic mistakes are reported at the culprit, not where the parser gave up.
///
/// In the texts `«` and `»` stand around the bytes that the one diagnostic has to name.
@Suite struct MistakeTests {
  @Test(arguments: mistakes)
  func isReportedAtTheCulprit(mistake: Mistake) throws {
    for lineBreak in ["\n", "\r\n"] {
      for start in ["", "\u{FEFF}", "# é🙂\n"] {
        let marked = (start + mistake.text).replacing("\n", with: lineBreak)
        let parts = marked.split(separator: /[«»]/, omittingEmptySubsequences: false).map { Array($0.utf8) }
        try #require(parts.count == 3)
        let staged = parse(Plain.expanded(Array(parts.joined())))
        #expect(staged.diagnostics.map(\.code.id) == [mistake.code.id], "\(marked.debugDescription)")
        let culprit = parts[0].count..<parts[0].count + parts[1].count
        #expect(staged.diagnostics.first?.span == Span(culprit), "\(marked.debugDescription)")
        #expect(!staged.value.isComplete)
      }
    }
  }

  struct Mistake: Sendable, CustomTestStringConvertible {
    let text: String
    let code: Code

    init(_ text: String, _ code: Code) {
      self.text = text
      self.code = code
    }

    var testDescription: String { code.id + " " + text.debugDescription }
  }

  static let mistakes: [Mistake] = [
    // A colon is missing.
    Mistake("«key»\nb: 1\n", .missingColon),
    Mistake("a: 1\n«c»\nd: 2\n", .missingColon),
    Mistake("a: 1\n«c» # why\n", .missingColon),
    Mistake("a: 1\n«some text»", .missingColon),
    Mistake("a:\n  b: 1\n  «c»\n  d: 1\ne: 1\n", .missingColon),
    Mistake("a:\n  «b»\n    c: 1\n", .missingColon),
    Mistake("a: \"x\" # c\n«b»\n", .missingColon),
    Mistake("- «name»\n  value: 3\n", .missingColon),
    Mistake("worker:\n  «infra»\n    type: ec2\n  image:\n    type: docker\n", .missingColon),
    // A space is missing.
    Mistake("a«:»b\nc: 1\n", .missingSpace),
    Mistake("a: 1\nb«:»2\n", .missingSpace),
    Mistake("a:\n  b«:»x\n  c: 1\n", .missingSpace),
    Mistake("- a\n«-»b\n", .missingSpace),
    Mistake("a: [b«:»[c]]\n", .missingSpace),
    // Dashes.
    Mistake("a: «-» b\n", .dash),
    Mistake("a: x\n«-» b\n", .dash),
    Mistake("a: [«-» b]\n", .dash),
    Mistake("- a\n«b: 1»\n", .dash),
    // Indentation.
    Mistake("a:\n    b: 1\n  «c: 2»\n", .indentation),
    Mistake("a: 1\n  «b»: 2\n", .indentation),
    Mistake("a:\n  - b: 1\n   «c: 2»\n", .indentation),
    Mistake("a:\n  - b: 1\n «c: 2»\n", .indentation),
    Mistake("a: x\n b\n «c»: d\n", .indentation),
    Mistake("  a: 1\n«b: 2»\n", .indentation),
    Mistake("a:\n  b: 1\n   «c»: 2\n", .indentation),
    Mistake("a: {b: 1}\n «c: 2»\n", .indentation),
    Mistake("a:\n«\t»b: 1\n", .tabIndentation),
    Mistake("a: b\n«\t»c: d\n", .tabIndentation),
    Mistake("a: |\n«\t»x\n", .tabIndentation),
    Mistake("a:\n  b: 1\n«\t\t»c: 1\n", .tabIndentation),
    // Colons in values.
    Mistake("a: b«:» c\n", .secondColon),
    Mistake("a: \"b\"«:» c\n", .secondColon),
    Mistake("a: 12«:»\n", .secondColon),
    Mistake("x: 1\nnote: see«:» here\ny: 2\n", .secondColon),
    // Quotes.
    Mistake("a: «\"abc»\n", .unclosedQuote),
    Mistake("a: «'abc»\nb: 1\nc: 2\n", .unclosedQuote),
    Mistake("a: «\"x»\nb: \"y\"\n", .unclosedQuote),
    Mistake("a: «'x»\nb: 'y'\nc: 1\n", .unclosedQuote),
    Mistake("a: 1\n«\"b: 2»\nc: 3\n", .unclosedQuote),
    Mistake("a: [x, «\"y]»\nb: 1\n", .unclosedQuote),
    Mistake("a: 'it«'»s'\n", .textBehindValue),
    Mistake("a: \"x\" «y z» # c\n", .textBehindValue),
    Mistake("a: [1] «x»\n", .textBehindValue),
    Mistake("&k a: &x b\nc: *x «y»\n", .textBehindValue),
    Mistake("a: \"«\\d»\"\n", .unknownEscape),
    Mistake("a: \"C:«\\U»sers\"\n", .unknownEscape),
    Mistake("a: \"«\\xZ»Z\"\n".replacing("«\\xZ»Z", with: "«\\x»ZZ"), .unknownEscape),
    Mistake("a: \"«\\ud800»\"\n", .unknownEscape),
    // Brackets.
    Mistake("a: «[»1, 2\nb: 3\nc: 4\n", .unclosedBracket),
    Mistake("a: «{»x: 1\nb: 3\nc: 4\n", .unclosedBracket),
    Mistake("a: «[»\n  b\nc: 1\n", .unclosedBracket),
    Mistake("- «[»a, b\n- c\n", .unclosedBracket),
    Mistake("a: «[»b, {c: d}", .unclosedBracket),
    Mistake("a: [1, 2«}»\n", .strayBracket),
    Mistake("a: «]»\n", .strayBracket),
    Mistake("a: 1\n«]»\n", .strayBracket),
    Mistake("a: [1]«]»\n", .strayBracket),
    Mistake("a: [\"a\" «\"b\"»]\n", .missingComma),
    Mistake("a: {\n  b: 1\n  «c»: 2\n}\nd: 1\n", .missingComma),
    Mistake("a: \"b\" «&& c»\n", .textBehindValue),
    Mistake("a: {b: 1 c: 2}\n".replacing("c:", with: "c«:»"), .secondColon),
    Mistake("a: {{ x }} y\n".replacing("{{", with: "«{{»"), .bracesLeft),
    // Characters that mean something.
    Mistake("a: «@»x\n", .reservedStart),
    Mistake("a: «`»x`\n", .reservedStart),
    Mistake("a: «%»x\n", .reservedStart),
    Mistake("a: «,»b\n", .reservedStart),
    Mistake("a: [«|»]\n", .reservedStart),
    Mistake("a: «*.py»\n", .bareAsterisk),
    Mistake("a: [«**/x», b]\n", .bareAsterisk),
    Mistake("a: «&» x\n", .bareAsterisk),
    Mistake("a: «>text»\n", .blockHeader),
    Mistake("a: «|echo hi»\n", .blockHeader),
    Mistake("a: «|0»\n x\n", .blockHeader),
    Mistake("«%x: 1»\n", .directive),
    Mistake("a: «!e!x» 1\n", .unknownTag),
    Mistake("a: «!<x»\n", .unknownTag),
  ]

  /// What the reader goes on with is found, what it skipped is not reported as missing.
  @Test func readingGoesOnAtTheNextAgent() throws {
    let staged = Plain.parse(
      """
      one:
        cmd: "open
      two:
        mounts: [a, b
      three:
        a: 1
        key
      four:
        x: @y
      five: *none
      six: {a: 1, a: 2}

      """)
    #expect(
      staged.diagnostics.map(\.code.id)
        == [
          Code.unclosedQuote, .unclosedBracket, .missingColon, .reservedStart, .unknownAlias, .duplicateKey,
        ].map(\.id))
    #expect(!staged.value.isComplete)
    let tree = staged.value
    let root = try #require(tree.root)
    #expect(
      tree.entries(of: root).map { tree.text(of: $0.key.node) } == [
        "one", "two", "three", "four", "five", "six",
      ])
  }

  /// Lines that look like no entry of an open block are passed over, `-e` here.
  @Test func readingGoesOnInsideOfAnAgent() throws {
    let staged = Plain.parse(
      """
      one:
        infra:
          type: a: b
          size: 1
        image:
            base: x
          type: y
          late: z
        env: [1
        cmds:
        - "a" b
        - c
        - @d
        -e
        - f
        time: 12:30: pm
        last: 1
      two:
        - x: y: z
          w: 1
          w: 2
        - {<<: 1}
      three: *none

      """)
    let lines = LineIndex(staged.value.source.bytes)
    #expect(
      staged.diagnostics.map { "\(lines.lineNumber(of: Int($0.span.start))) \($0.code.id)" } == [
        "3 ALTO2006", "7 ALTO2004", "9 ALTO2009", "11 ALTO2007", "13 ALTO2020", "16 ALTO2006",
        "19 ALTO2006", "21 ALTO2040", "22 ALTO2048", "23 ALTO2042",
      ])
    let tree = staged.value
    let root = try #require(tree.root)
    #expect(tree.entries(of: root).map { tree.text(of: $0.key.node) } == ["one", "two", "three"])
    let one = tree.entries(of: tree.entries(of: root)[0].value.node)
    #expect(one.map { tree.text(of: $0.key.node) } == ["infra", "image", "env", "cmds", "time", "last"])
    #expect(tree.items(of: one[3].value.node).map { tree.text(of: $0.node) } == ["a", "c", "f"])
  }

  /// What is whole around a mistake is read as if there were none.
  @Test func aMistakeLosesItsLineAlone() throws {
    let whole = [
      "a:", "  b: 1", "  c:", "    - d", "    - e: |", "        text", "      f: 2", "g:", "- h", "- i",
    ]
    for index in whole.indices {
      var lines = whole
      let depth = lines[index].prefix { $0 == " " }.count
      let kind = lines[index].contains("- ") ? "- " : ""
      guard !lines[index].contains("text"), index > 0 else { continue }
      lines.insert(String(repeating: " ", count: depth) + kind + "\"x\" bad", at: index)
      let staged = Plain.parse(lines.joined(separator: "\n") + "\n")
      #expect(staged.diagnostics.count == 1, "\(lines)")
      let tree = staged.value
      let texts = tree.nodes.filter { $0.kind == .scalar && !$0.flags.contains(.isPoisoned) }.map {
        tree.pool[$0.content]
      }
      #expect(texts.contains { $0.elementsEqual("i".utf8) }, "\(lines)")
      let root = try #require(tree.root)
      #expect(tree.entries(of: root).last.map { tree.text(of: $0.key.node) } == "g", "\(lines)")
    }
  }

  @Test func anAnchorBehindAMistakeIsNotTwice() {
    let staged = Plain.parse("a: [1\nb: &x 1\nc: *x\n")
    #expect(staged.diagnostics.map(\.code.id) == [Code.unclosedBracket.id])
  }

  @Test func mistakesAreBounded() {
    let staged = Plain.parse((0..<1000).map { "a\($0): @\n" }.joined())
    #expect(staged.diagnostics.count == 20)
  }

  @Test(
    arguments: [
      ("a: *x\n", Code.unknownAlias, "*x"), ("a: &a 1\nb: &a 2\n", .duplicateAnchor, "&a"),
      ("a: !mine x\n", .unknownTag, "!mine"),
      ("a: !!int x\n", .tagMismatch, "x"), ("a: !!int\n", .tagMismatch, "!!int"),
      ("a: !!seq {b: c}\n", .tagMismatch, "!!seq"),
      ("a: !!str [b]\n", .tagMismatch, "!!str"),
      ("a: !!omap [b: 1, {c: 2, d: 3}]\n", .tagMismatch, "{c: 2, d: 3}"),
      ("? [a]\n: b\n", .keyNotScalar, "[a]"), ("a: &x {b: c}\n? *x\n: d\n", .keyNotScalar, "*x"),
      ("a: {{ x }}\n", .bracesLeft, "{{"),
      ("a: =\n", .unquotedSpecial, "="), ("- <<\n", .unquotedSpecial, "<<"), ("a: {<<: 1}\n", .badMerge, "1"),
      ("a: {<<: [b]}\n", .badMerge, "b"),
      ("a: {<<: [[b]]}\n", .badMerge, "[b]"), ("a: x\u{7}y\n", .forbiddenCharacter, "\u{7}"),
      ("a: x\u{9B}y\n", .forbiddenCharacter, "\u{9B}"),
      ("a: x\u{FFFF}y\n", .forbiddenCharacter, "\u{FFFF}"),
    ])
  func mistakesOfMeaningAreLocated(text: String, code: Code, place: String) {
    for start in ["", "\u{FEFF}# é\r\n"] {
      let staged = Plain.parse(start + text)
      #expect(staged.diagnostics.map(\.code.id) == [code.id], "\(text)")
      #expect(staged.diagnostics.map { staged.value.source.text($0.span) } == [place], "\(text)")
      #expect(staged.value.isComplete)
    }
  }
}
