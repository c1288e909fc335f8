import AltoDiagnostics
import AltoSource
import Template
import Testing

@testable import YAML

/// The second reading of a scalar's source gives the very bytes that libyaml gave.
@Suite struct ScalarMapTests {
  @Test func rescanEqualsLibyamlOnGeneratedScalars() {
    var random = Random(seed: 3)
    var scalars = 0
    for _ in 0..<12_000 {
      scalars += expectEqual(Self.document(&random))
    }
    #expect(scalars > 8_000)
  }

  @Test func rescanEqualsLibyamlOnOracleCases() {
    // A forbidden character stays what it is in the text; libyaml was given another one.
    for text in StructureCases.all where !text.utf8.contains(7) && !text.utf8.contains(0x7F) {
      expectEqual(text)
    }
  }

  @discardableResult
  private func expectEqual(_ text: String) -> Int {
    let tree = Plain.parse(text).value
    var count = 0
    for index in tree.nodes.indices where tree.nodes[index].kind == .scalar {
      guard !tree.nodes[index].flags.contains(.isPoisoned) else { continue }
      let map = ScalarMap(of: NodeID(index), in: tree)
      #expect(map.bytes[...] == tree.decoded(NodeID(index)), "\(text.debugDescription)")
      expectOrder(map, in: tree)
      count += 1
    }
    return count
  }

  /// Runs cover the decoded text without gaps, and go forward in the source.
  private func expectOrder(_ map: ScalarMap, in tree: Tree) {
    var decoded = 0
    var source = 0
    for run in map.runs {
      #expect(run.decoded.lowerBound == decoded && run.source.lowerBound >= source)
      #expect(!run.decoded.isEmpty && run.source.upperBound <= tree.expanded.text.count)
      decoded = run.decoded.upperBound
      source = run.source.upperBound
    }
    #expect(decoded == map.bytes.count)
  }

  private static func document(_ random: inout Random) -> String {
    let before = random.element(of: [
      "k: ", "- ", "- k:\n    l: ", "k:\n  - ", "", "--- ", "? ", "k: !!str ", "k: &a ", "[x, ", "{k: ",
    ])
    let parts: [String]
    let open: String
    var close = ""
    switch random.below(5) {
    case 0:
      open = ""
      parts = [
        "a", "é", "🙂", " ", "  ", "\n", "\n ", "\n  ", "\t", "#", "-", "'", "\"", "\\", "b c", "\u{85}",
        "\u{2028}",
      ]
    case 1:
      (open, close) = ("'", "'")
      parts = [
        "a", "é", "🙂", " ", "  ", "\n", "\n ", "''", "\t", "\\", "\"", "\n\n", "\u{85}", "\u{2028}", "\r",
      ]
    case 2:
      (open, close) = ("\"", "\"")
      parts = [
        "a", "é", "🙂", " ", "  ", "\n", "\n ", "\\n", "\\\"", "\\\\", "\\x41", "\\u20ac", "\\U0001F642",
        "\\\n", "\\\n  ", "\\ ", "\\L",
        "\\\t", "\\0", "\t", "\n\n", "\u{85}", "\u{2029}", "\\\u{85}", "'",
      ]
    default:
      open =
        random.element(of: ["|", ">"]) + random.element(of: ["", "-", "+", "1", "2", "3-", "+4", "-1"])
        + random.element(of: ["", " ", " # c", "  "]) + "\n"
      parts = [
        " a\n", "  a\n", "   a\n", "    b c\n", "     d\n", "\n", " \n", "  \n", "    \n", "   \tx\n",
        "      é🙂\n", "    x \n", "    #x\n",
        "    \u{85}\n", "    y\u{2028}\n", "    z",
      ]
    }
    var text = before + open
    for _ in 0..<random.below(9) { text += random.element(of: parts) }
    if before == "[x, " { close += "]" }
    if before == "{k: " { close += "}" }
    return text + close + random.element(of: ["", "\n", "\n\n", "\nz: 1\n", "\n# c\n"])
  }
}
