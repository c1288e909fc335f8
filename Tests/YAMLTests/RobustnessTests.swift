import AltoDiagnostics
import AltoSource
import Template
import Testing

@testable import YAML

/// No input makes the stage trap, and every place it names lies in the file.
@Suite struct RobustnessTests {
  @Test(arguments: documents)
  func everyPrefixIsRead(document: String) {
    let bytes = Array(document.utf8)
    for count in 0...bytes.count {
      check(Plain.expanded(Array(bytes[..<count])))
    }
  }

  @Test func twentyThousandMutationsAreRead() {
    var random = Random(seed: 5)
    let seeds = Self.documents.map { Array($0.utf8) }
    let tokens = Self.tokens.map { Array($0.utf8) }
    for _ in 0..<20_000 {
      var bytes = random.element(of: seeds)
      for _ in 0...random.below(4) { Self.mutate(&bytes, tokens, &random) }
      check(Plain.expanded(bytes))
    }
  }

  @Test func holesAnywhereAreRead() {
    var random = Random(seed: 9)
    let expressions = [
      "{{ env:A }}", "{{ poison }}", "{{ taint:x: y }}", "{{ taint: }}", "{{ file:\n- }}", "{{ matrix:m }}",
    ]
    for _ in 0..<4_000 {
      var text = Array(random.element(of: Self.documents).unicodeScalars)
      for _ in 0...random.below(3) {
        text.insert(
          contentsOf: random.element(of: expressions).unicodeScalars, at: random.below(text.count + 1))
      }
      var string = String.UnicodeScalarView()
      string.append(contentsOf: text)
      check(Templated.expanded(String(string)))
    }
  }

  private func check(_ expanded: Expanded) {
    let staged = parse(expanded)
    let tree = staged.value
    let end = expanded.source.bytes.count
    for diagnostic in staged.diagnostics {
      #expect(Int(diagnostic.span.end) <= end)
      for related in diagnostic.related { #expect(Int(related.span.end) <= end) }
    }
    if staged.diagnostics.isEmpty, expanded.holes.isEmpty { #expect(tree.isComplete) }
    for index in tree.nodes.indices {
      let node = NodeID(index)
      #expect(Int(tree.span(of: node).end) <= end && tree[node].end >= tree[node].start)
      guard tree.shape(of: node) == .scalar else { continue }
      let count = tree.decoded(node).count
      #expect(Int(tree.span(of: node, decoded: 0..<count).end) <= end)
      #expect(Int(tree.span(of: node, decoded: count / 2..<count / 2 + 1).end) <= end)
      _ = tree.pieces(of: node)
      _ = tree.computedParts(of: node)
    }
    #expect(tree.root == nil || !tree.dump().isEmpty)
  }

  private static func mutate(_ bytes: inout [UInt8], _ tokens: [[UInt8]], _ random: inout Random) {
    let place = random.below(bytes.count + 1)
    switch random.below(5) {
    case 0: bytes.insert(contentsOf: random.element(of: tokens), at: place)
    case 1 where place < bytes.count: bytes.remove(at: place)
    case 2 where place < bytes.count: bytes[place] = UInt8(random.below(256))
    case 3: bytes.removeSubrange(place..<min(bytes.count, place + random.below(20)))
    default:
      let other = random.below(bytes.count + 1)
      bytes.insert(
        contentsOf: bytes[min(place, other)..<min(max(place, other), min(place, other) + 30)], at: place)
    }
  }

  private static let tokens = [
    ":", ": ", "- ", "-", "\n", "\n  ", "\"", "'", "[", "]", "{", "}", ",", "#", " #", "&a ", "*a", "!!int ",
    "!x ", "|\n", ">-\n", "\t", "%", "@", "`", "? ",
    "---\n", "...\n", "<<: ", "\\", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{E000}", "🙂", "e\u{301}", "\r",
    "\r\n", "\u{0}", "{{", "}}", "=",
    "\u{FFFE}", "*", "&", "|2", ">0",
  ]

  static let documents = [
    """
    worker: &w
      infra: {type: ec2, ports: [1, 0x2, 1:30]}
      env:
        A: 'it''s'
        "B": "x\\n\\u00e9 \\
          y"
        C: 2001-01-01 00:00:00 +1
      cmds:
      - |
        one
          two

      - >-
        folded
        text # no comment
    other:
      <<: *w
      ? k
      : v # comment

    """,
    "\u{FEFF}é: ü\r\n日本:\r\n  - 🙂 🎉\r\n  - |+\r\n    e\u{301}\r\n\r\n\r\n- x\r\n",
    "%YAML 1.1\n--- !!omap\n- a: !!binary SGVs\n- b: !<tag:yaml.org,2002:set> {x, y}\n...\n",
    "a: b\n c\n\n d\ne: [f,\n g, {h: i, j}, \"k\n l\"]\nm: &x\nn: *x\n",
    "- - - a\n    - b\n  -\n- ? [c]\n  : d\n- \"\\x41\\\n  z\"\n",
  ]
}
