import AltoDiagnostics
import AltoSource
import Template
import Testing

@testable import YAML

/// A marked token inside of every style of scalar is found again in the original file, first byte and last.
///
/// The truth comes from the file itself: each token stands in it once, and `firstRange` finds it without any
/// YAML.
@Suite struct PositionTests {
  @Test func tokensAreFoundInEveryStyle() {
    var count = 0
    for style in Self.styles {
      for words in Self.words {
        for lineBreak in ["\n", "\r\n"] {
          for start in ["", "\u{FEFF}"] {
            let tokens = ["first", "middle", "last"].map { $0 + words }
            let text = start + style(tokens).replacing("\n", with: lineBreak)
            count += expectTokens(tokens, in: text)
          }
        }
      }
    }
    #expect(count >= 200)
  }

  private static let words = ["", "é", "日本", "🙂", "e\u{301}", "👩‍💻x"]

  private static let styles: [@Sendable ([String]) -> String] = [
    { "k: \($0[0]) x \($0[1]) y \($0[2])\n" },
    { "k: \($0[0])\n  x \($0[1]) y\n\n\n   \($0[2])\n" },
    { "k:\n  \($0[0])\n  \($0[1])\n  \($0[2])\nz: 1\n" },
    { "é🙂: &anchor !!str \($0[0])   \($0[1])\n   \($0[2])   # comment\n" },
    { "k: 'it''s \($0[0]) ''\($0[1])'' ''''\($0[2])'\n" },
    { "k: 'x \($0[0])\n\n  \($0[1]) '' \n    \($0[2])'\n" },
    { "k: \"\\t\($0[0])\\x41\\u00e9\\U0001F642 \($0[1])\\\"\\\\\($0[2])\\L\"\n" },
    { "k: \"a \($0[0])   \n\n  \($0[1])\\\n     b\\n\\\n   \\ \($0[2])\"\n" },
    { "k: |\n  a\n  \($0[0]) b\n\n    \($0[1])\n  \($0[2])\nz: 1\n" },
    { "k: |2-  # note\n     \($0[0]) b\n  \($0[1])\n\n\n   \($0[2])\n\n\n" },
    { "k:\n  - x: |+\n      \($0[0])\n      \($0[1]) ü \($0[2])\n\n\n  - y\n" },
    { "k: >\n  a \($0[0])\n  \($0[1])\n\n    more\n  \($0[2])\n" },
    { "k: >1-\n  \($0[0])\n a\n \($0[1])\n\n\n b \($0[2])" },
    { "k: !!str &a >+\n\n\n    \($0[0])\n    x\n     \($0[1])\n    \($0[2])\n\n" },
    { "{k: [a, \"\($0[0])\\e \($0[1])\n \($0[2])\"]}\n" },
    { "[x, {k: \($0[0])\n \($0[1]) \($0[2])}]\n" },
    { "? |\n  \($0[0])\n  \($0[1])\n  \($0[2])\n: v\n" },
    { "--- |\n  \($0[0])\n  x \($0[1]) y\n   \($0[2])\n" },
    { "a: 1\nk: \"\($0[0])\\\n  \\\n  \($0[1]) z\n   \($0[2])\"\n" },
  ]

  /// - Returns: how many places were compared.
  private func expectTokens(_ tokens: [String], in text: String) -> Int {
    let bytes = Array(text.utf8)
    let staged = parse(Plain.expanded(bytes))
    #expect(staged.diagnostics.isEmpty, "\(text)")
    let tree = staged.value
    var count = 0
    for token in tokens {
      let wanted = Array(token.utf8)
      for index in tree.nodes.indices where tree.nodes[index].kind == .scalar {
        let node = NodeID(index)
        guard let decoded = firstRange(of: wanted, in: Array(tree.decoded(node))) else { continue }
        let truth = firstRange(of: wanted, in: bytes)
        #expect(tree.span(of: node, decoded: decoded).range == truth, "\(token) in \(text)")
        let whole = tree.span(of: node).range
        #expect(truth.map { whole.contains($0.lowerBound) && $0.upperBound <= whole.upperBound } == true)
        count += 1
      }
    }
    #expect(count == tokens.count, "\(text)")
    return count
  }

  private func firstRange(of wanted: [UInt8], in bytes: [UInt8]) -> Range<Int>? {
    guard bytes.count >= wanted.count else { return nil }
    for start in 0...(bytes.count - wanted.count) where Array(bytes[start..<start + wanted.count]) == wanted {
      return start..<start + wanted.count
    }
    return nil
  }

  /// The source of the whole value, which no property, blank or comment belongs to.
  @Test(
    arguments: [
      ("k: value # c\n", "value"), ("k: &a !!str value\n", "value"), ("k: !!str &a\n  value\n", "value"),
      ("k: !<tag:yaml.org,2002:str> 'v w'\n", "'v w'"), ("k: &a [1, 2]  \n", "[1, 2]"),
      ("k: !!map\n  # c\n  a: 1\n\n# d\n", "a: 1"),
      ("k:\n- a\n- b\n\n\nz: 1\n", "- a\n- b"), ("k: |\n  a\n\n\n# c\nz: 1\n", "|\n  a"),
      ("k: &a >-  # c\n  a\n  b\n\n", ">-  # c\n  a\n  b"),
      ("k: {a: 1,\n b: 2}\n", "{a: 1,\n b: 2}"), ("k:\n  a: &x\n  b: 1\n", "a: &x\n  b: 1"),
      ("k: \"\"\n", "\"\""), ("k: |\nz: 1\n", "|"),
      ("k:\nz: 1\n", ""), ("k:   # c\n\n\nz: 1\n", ""), ("k: &a\nz: 1\n", ""), ("k: !!str\n\n\nz: 1\n", ""),
      ("{k: , z: 1}\n", ""),
      ("? k\n\n\n? z\n", ""), ("k: [a: b, c]", "[a: b, c]"), ("k:\n  - a:\n  -\n", "- a:\n  -"),
      ("k: 🙂 é\n", "🙂 é"),
    ])
  func aNodeIsItsValueAlone(text: String, value: String) throws {
    let staged = Plain.parse(text)
    #expect(staged.diagnostics.isEmpty)
    let tree = staged.value
    let entry = try #require(tree.root.map { tree.entries(of: $0)[0] })
    #expect(tree.source.text(tree.span(of: entry.key)) == "k")
    #expect(tree.source.text(tree.span(of: entry.value)) == value)
    let span = tree.span(of: entry.value)
    let line = LineIndex(tree.source.bytes).lineNumber(of: Int(span.start))
    if value.isEmpty { #expect(line == 1) }
  }

  @Test func anAliasIsUsedInOnePlaceAndStandsInAnother() throws {
    let tree = Plain.parse("a: &x val\nb: *x\n").value
    let entry = try #require(tree.root.map { tree.entries(of: $0)[1] })
    #expect(tree.source.text(tree.span(of: entry.value)) == "*x")
    #expect(tree.source.text(tree.span(of: entry.value.node)) == "val")
  }

  @Test func escapesAndFoldsBelongToTheirSource() throws {
    let tree = Plain.parse("k: \"a\\u00e9b\\n c\n\n   d\"\n").value
    let node = try #require(tree.root.map { tree.entries(of: $0)[0].value.node })
    #expect(tree.text(of: node) == "aéb\n c\nd")
    #expect(tree.source.text(tree.span(of: node, decoded: 1..<3)) == "\\u00e9")
    #expect(tree.source.text(tree.span(of: node, decoded: 2..<3)) == "\\u00e9")
    #expect(tree.source.text(tree.span(of: node, decoded: 4..<5)) == "\\n")
    #expect(tree.source.text(tree.span(of: node, decoded: 7..<8)) == "\n")
    #expect(tree.source.text(tree.span(of: node, decoded: 0..<9)) == "a\\u00e9b\\n c\n\n   d")
    #expect(tree.span(of: node, decoded: 3..<3) == Span(at: 11))
    #expect(tree.span(of: node, decoded: 9..<9) == Span(at: 22))
    #expect(tree.span(of: node, decoded: 50..<90) == Span(at: 22))
  }
}
