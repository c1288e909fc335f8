import Testing
import YAML

/// Documents of every shape hold what PyYAML loads from them.
@Suite(.enabled(if: Oracle.isAvailable, "needs the Python of make test")) struct StructureOracleTests {
  @Test func structuresAgree() async throws {
    try await expectAgreement(StructureCases.all)
  }

  /// Random nestings of everything that may stand in a document.
  @Test func generatedStructuresAgree() async throws {
    var random = Random(seed: 11)
    var documents: [String] = []
    for _ in 0..<1500 {
      var writer = DocumentWriter(random: random)
      documents.append(writer.document())
      random = writer.random
    }
    try await expectAgreement(documents)
  }
}

enum StructureCases {
  static var all: [String] { collections + scalars + merges + tags + refused }

  static let collections = [
    "", "\n", "# only a comment\n", "---\n", "--- # c\n", "...\n", "--- a\n...\n", "a", "- a\n- b\n",
    "a: 1\nb: 2\n",
    "a:\n  b:\n    c: d\n", "a:\n- b\n- c\n", "a:\n  - b\n  - c\nd: e\n", "- - a\n  - b\n- - c\n",
    "- a: 1\n  b: 2\n- c: 3\n",
    "[]", "{}", "[a, b, c]", "[a, b, c, ]", "{a: 1, b: 2}", "{a: 1, b: 2, }", "{a, b}", "{a: , b: }",
    "[a: 1, b: 2]",
    "[{a: 1}, [b]]", "{a: [1, {b: c}], d: e}", "? a\n: b\n", "? a\n? b\n", "? a\n", ": b\n", "? - x\n: y\n",
    "a: \nb:\nc:\n",
    "- \n-\n- x\n", "a:\n- \n-\nb: 1\n", "a: # c\n  b # d\n", "%YAML 1.1\n---\na: 1\n",
    "a: {\n  b: 1,\n  c: 2\n}\n",
    "a: [\n1,\n2\n]\n", "a:   b   \n", "a:\tb\n", "\"a\": 'b'\n", "'a b': c\n", "a b: c d\n", "a#b: c#d\n",
    "a: b #c\n",
    "1: a\n2: b\n", "yes: a\nno: b\n", "null: a\n~: b\n".replacing("~: b\n", with: ""), "1.5: a\n",
    "2001-01-01: a\n", "'': a\n",
    "{? a : b}", "{a: b, ? c : d}", "[? a : b]", "a: -b\n",
    "a: -\n".replacing("-\n", with: "- \n").replacing(": - ", with: ": '-'"),
    "a: ?b\n", "a: :b\n", "a: b:c\n", "a: http://x/y?z=1#f\n", "{a: http://x/y}\n", "[a:b]\n", "{a:b}\n",
    "{\"a\":b}\n", "[\"a\":b]\n",
    "a: [b\n  c]\n", "a: {b: c\n  d}\n", "a:\n  b: 1\n\n\n  c: 2\n\n\n", "\u{FEFF}a: 1\n", "a: b\u{A0}c\n",
    "é: ü\n日本: 語\n🙂: 🎉\n", "a: \u{E000}\n", "a: 'x\u{85}y'\n", "a: 'x\u{2028}y'\n", "a: \"x\u{2029} y\"\n",
    "a: b\u{85}c: d\n",
  ]

  static let scalars = [
    "a: b\n  c\n  d\n", "a: b\n\n  c\n\n\n  d\n", "a:\n  b\n  c\n", "a: 'b\n  c'\n", "a: 'b\n\n  c'\n",
    "a: 'it''s'\n", "a: ''\n", "a: ''''\n",
    "a: \"\"\n", "a: \"b\n  c\"\n", "a: \"b \\\n  c\"\n", "a: \"b\\\n  \\ c\"\n", "a: \"\\\n  b\\\n\n  c\"\n",
    "a: \" b \n c \"\n",
    "a: ' b \n c '\n", "a: \"\\x41\\u00e9\\U0001F642\"\n",
    "a: \"\\0\\a\\b\\t\\n\\v\\f\\r\\e\\ \\\"\\/\\\\\\N\\_\\L\\P\"\n",
    "a: \"\\\t\"\n", "a: |\n  b\n  c\n", "a: |\n  b\n   c\n\n  d\n", "a: |-\n  b\n", "a: |+\n  b\n\n\n",
    "a: |\n  b\n\n\n", "a: |\n\n\n  b\n", "a: |\n\nb: 1\n",
    "a: |+\n\nb: 1\n", "a: |-\n\nb: 1\n", "a: |1\n  b\n", "a: |2\n    b\n   c\n", "a: |2-\n    b\n",
    "a: |-2\n    b\n", "a: |+1\n b\n\n", "a: >\n  b\n  c\n",
    "a: >\n  b\n\n  c\n", "a: >\n  b\n   c\n  d\n", "a: >\n\n  b\n  c\n\n\n", "a: >-\n  b\n  c\n",
    "a: >+\n  b\n  c\n\n", "a: >1\n  b\n c\n", "a: >\n  b\n\n   c\n\n  d\n",
    "a: | # comment\n  b\n", "a: |\n  b # no comment\n", "a: |\n  b\n# comment\nc: d\n",
    "a: |\n  b\n  # no comment\nc: d\n", "- |\n b\n- >\n c\n d\n",
    "a:\n  - |\n    b\n  - c\n", "a:\n- |\n  b\n- c\n", "- - |\n   b\n  - |1\n    c\n", "--- |\n  a\n  b\n",
    "--- >\n  a\n b\n", "|\n a\n", "--- |1\n  a\n", "a: |\n  b", "a: |+\n  b", "a: >\n  b\n  c",
    "a: |\n  \n    \n  b\n", "a: |\n    \n  b\n", "a: |\n  b\n      \n  c\n", "a: >\n  b  \n  c\t\n",
    "a: |\n  \tb\n", "a: >\n  b\n  \tc\n  d\n", "? |\n  a\n: |\n  b\n", "a: !!str |\n  b\n",
    "a: &x |2\n    b\n",
    "a:\n  b:\n    - c: |3\n          d\n", "a: |\n  x\u{85}y\n", "a: >\n  x\u{2028}  y\n  z\n",
    "a: b\n \n  c\n", "a: 'b\t\n\tc'\n", "a: \"b\\\n\tc\"\n", "{a: b\n c, d: 'e\n f'}\n",
    "a: \"b\\n  \n  c\"\n", "a: b \n  c \n", "a: \"\u{E000}\\uE000\"\n",
  ]

  static let merges = [
    "a: &a {x: 1, y: 2}\nb: {<<: *a, y: 3, z: 4}\n",
    "a: &a {x: 1}\nb: &b {x: 2, y: 2}\nc:\n  <<: [*a, *b]\n  z: 0\n", "b: {<<: {x: 1}, <<: {x: 2, y: 3}}\n",
    "a: &a {x: 1}\nb: &b {<<: *a, y: 2}\nc: {<<: *b, x: 9}\n", "b: {x: 1, <<: {x: 2}}\n", "b: {<<: {}}\n",
    "b: {<<: []}\n", "b: {<<: [{x: 1}, {y: 2}, {x: 3}]}\n",
    "b: {'<<': {x: 1}}\n", "b: {!!merge k: {x: 1}}\n", "b: {!!str <<: {x: 1}}\n",
    "b: !!set {<<: {x: 1}, y}\n", "a: &a [1, 2]\nb: *a\nc: [*a, *a]\n", "a: &a x\n*a : y\n", "? &k a\n: *k\n",
    "a: &a\nb: *a\n", "a: &a !!str\nb: *a\n", "a: !!str &a 1\nb: *a\n", "- &a\n  x: 1\n- *a\n", "&r a: 1\n",
    "&r\na: 1\nb: 2\n", "a: &x-_1 1\nb: *x-_1\n", "[&a b, *a ]", "{&a b: *a }",
    "b: {<<: {1: a}, 2: b}\n", "b:\n  <<: &m\n    x: &v [1]\n  y: *v\nc: *m\n",
    "{x: {<<: {y: 1}, y: 2, <<: {z: 3, y: 4}}}", "a: {=: 1, b: 2}\n",
  ]

  static let tags = [
    "!!set {a, b, c}", "!!set {}", "!!omap [a: 1, b: 2, a: 3]", "!!pairs [a: 1, a: 2]", "!!omap []",
    "!!omap [[a]]", "!!omap [{a: 1, b: 2}]", "!!omap {a: 1}", "!!set [a]", "!!seq [a]", "!!map {a: 1}",
    "!!seq {a: 1}", "!!map [a]", "!!str [a]", "!!int {a: 1}", "! [a]", "! {a: 1}", "! 12", "! '12'", "a: !\n",
    "a: !!str\n", "a: !!null\n", "a: !!int\n", "!!str 12", "!!int '12'", "!!float 12",
    "!!binary |\n  SGVs\n  bG8=\n", "%TAG !e! tag:yaml.org,2002:\n---\n!e!int '7'\n",
    "%TAG ! tag:yaml.org,2002:\n---\n!int '7'\n", "!<tag:yaml.org,2002:str> 12", "!<!> 12", "!x 1", "!!x 1",
    "[!!int '1', !!str 2]", "[!!str , a]",
    "{!!str : a}", "!!omap [[a, b]: 1]".replacing("[[a, b]: 1]", with: "[? [a, b] : 1]"),
    "!!set {1, 1.5, no}", "!!timestamp 2001-1-1", "!!int\n", "!!seq\n- a\n", "!!map\na: 1\n", "!%65 a\n",
  ]

  /// What both refuse.
  static let refused = [
    "a: *x\n", "a: [\n", "a: 'b\n", "a: b: c\n", "a: &a 1\nb: &a 2\n", "? [a]\n: b\n", "{[a]: b}",
    "{{a: b}: c}", "{!!set {a}: b}", "{!!omap []: b}", "a: =\n", "- <<\n", "a: <<\n", "b: {<<: 1}\n",
    "b: {<<: [1]}\n",
    "b: {<<: [[{a: 1}]]}\n", "a: !e!x 1\n", "- !!int x\n", "a: 2023-02-30\n", "a: 2023-01-01 25:00:00\n",
    "\tb: 1\n", "a: |\n\tb\n", "a: @b\n", "a: `b`\n", "a: %b\n", "a: 1\n---\nb: 2\n", "--- a\n--- b\n",
    "a: 1\n---\n", "a: \u{7}\n", "a: \u{7F}\n",
    "a: \"\\q\"\n", "a: 0x_\n", "%YAML 2.0\n---\na: 1\n",
  ]
}

/// Writes random documents.
struct DocumentWriter {
  var random: Random
  private var text = ""
  private var anchors: [String] = []

  init(random: Random) {
    self.random = random
  }

  mutating func document() -> String {
    blockMapping(indent: 0, depth: 0)
    return text
  }

  private mutating func blockMapping(indent: Int, depth: Int) {
    let count = 1 + random.below(4)
    for number in 0..<count {
      text += String(repeating: " ", count: indent) + key(number) + ":"
      value(indent: indent, depth: depth)
    }
  }

  private mutating func key(_ number: Int) -> String {
    random.element(of: ["k\(number)", "'k \(number)'", "\"k\\x41\(number)\"", "\(number)", "é\(number)"])
  }

  private mutating func value(indent: Int, depth: Int) {
    switch random.below(depth > 3 ? 6 : 9) {
    case 0: text += " " + flow(0) + "\n"
    case 1: text += " |" + random.element(of: ["", "-", "+"]) + "\n" + lines(indent + 1 + random.below(3))
    case 2: text += " >" + random.element(of: ["", "-", "+"]) + "\n" + lines(indent + 1 + random.below(3))
    case 3 where !anchors.isEmpty: text += " *" + random.element(of: anchors) + "\n"
    case 6:
      text += "\n"
      blockMapping(indent: indent + 1 + random.below(3), depth: depth + 1)
    case 7:
      text += "\n"
      sequence(indent: indent + random.below(3), depth: depth + 1)
    case 8:
      let name = "n\(anchors.count)"
      text += " &\(name)\n"
      blockMapping(indent: indent + 2, depth: depth + 1)
      anchors.append(name)
    default: text += " " + scalar() + random.element(of: ["", "  # note", " "]) + "\n"
    }
  }

  private mutating func sequence(indent: Int, depth: Int) {
    for _ in 0...random.below(3) {
      text += String(repeating: " ", count: indent) + "-"
      if random.below(3) == 0 {
        text += "\n"
        blockMapping(indent: indent + 2, depth: depth + 1)
      } else {
        text += " " + scalar() + "\n"
      }
    }
  }

  private mutating func scalar() -> String {
    random.element(
      of: ScalarCases.numbers.filter { !$0.contains(" ") && !$0.hasSuffix(":") } + [
        "'it''s'", "\"\\u00e9\\n\"", "text of words", "yes", "~", "🙂",
      ])
  }

  private mutating func flow(_ depth: Int) -> String {
    switch random.below(depth > 2 ? 1 : 3) {
    case 0: return random.element(of: ["1", "a b", "'x'", "\"\\t\"", "1.5", "no"])
    case 1: return "[" + (0..<random.below(4)).map { _ in flow(depth + 1) }.joined(separator: ", ") + "]"
    default:
      return "{" + (0..<random.below(4)).map { "f\($0): " + flow(depth + 1) }.joined(separator: ", ") + "}"
    }
  }

  private mutating func lines(_ indent: Int) -> String {
    let blanks = String(repeating: " ", count: indent)
    return blanks + "first\n"
      + (0..<random.below(5)).map { _ in
        random.element(of: [
          "\n", blanks + "more text\n", blanks + "  deeper\n", blanks + "# hash: x\n", blanks + "\ttab\n",
        ])
      }.joined()
  }
}
