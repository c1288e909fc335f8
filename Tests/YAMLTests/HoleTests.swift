import AltoDiagnostics
import AltoSource
import ImageIR
import Template
import Testing
import YAML

@Suite struct HoleTests {
  private func value(_ template: String) throws -> (tree: Tree, node: NodeID) {
    let staged = parse(Templated.expanded(template))
    #expect(staged.diagnostics.isEmpty)
    let root = try #require(staged.value.root)
    return (staged.value, try #require(staged.value.entries(of: root).first?.value.node))
  }

  /// What `pieces` gives, references by name.
  private func shown(_ tree: Tree, _ node: NodeID) -> [String] {
    tree.pieces(of: node).map { piece in
      switch piece {
      case .text(let text, _): text
      case .reference(let reference, _, _): "\(reference)"
      case .poison: "poison"
      }
    }
  }

  @Test(
    arguments: [
      ("k: {{ env:A }}\n", ["env(A)"]),
      ("k: x{{ env:A }}y{{ matrix:B }}\n", ["x", "env(A)", "y", "matrix(B)"]),
      ("k: '{{ env:A }}''{{ env:B }}'\n", ["env(A)", "'", "env(B)"]),
      ("k: \"\\t{{ env:A }}\\u00e9\"\n", ["\t", "env(A)", "é"]),
      ("k: a\n  {{ env:A }}\n\n  b\n", ["a ", "env(A)", "\nb"]),
      ("k: |\n  a\n   {{ env:A }}\n  b\n", ["a\n ", "env(A)", "\nb\n"]),
      ("k: >-  # {{ env:C }}\n  a\n  {{ env:A }}\n", ["a ", "env(A)"]),
      ("k: &x !!str \"{{ env:A }}\"\n", ["env(A)"]),
      ("k: plain # {{ env:C }}\n", ["plain"]), ("k: [x] # {{ poison }}\n", []),
      ("k: x\n# {{ env:C }}\n", ["x"]),
      ("k: | # {{ poison }}\n  text\n", ["text\n"]), ("k: ''\n", []), ("k: \u{E000}\n", ["\u{E000}"]),
      ("k: \"\\uE000\"\n", ["\u{E000}"]),
      (
        "k: \"\u{E000}{{ env:A }}\\uE000{{ env:B }}\u{E000}\"\n",
        ["\u{E000}", "env(A)", "\u{E000}", "env(B)", "\u{E000}"]
      ),
      ("k: a{{ poison }}b\n", ["a", "poison", "b"]),
    ])
  func piecesAreCutAtTheHoles(template: String, pieces: [String]) throws {
    let (tree, node) = try value(template)
    #expect(shown(tree, node) == pieces)
    #expect(tree.hasHoles(node) == pieces.contains { $0.hasSuffix(")") || $0 == "poison" })
    #expect(tree.isPoisoned(node) == pieces.contains("poison"))
  }

  @Test func aHoleKnowsItsBytes() throws {
    let (tree, node) = try value("k: \"é{{ env:A }}\\n{{ env:A }}\"\n")
    var ranges: [Range<Int>] = []
    for piece in tree.pieces(of: node) {
      switch piece {
      case .text(_, let range): ranges.append(range)
      case .reference(_, let span, let range), .poison(let span, let range):
        ranges.append(range)
        #expect(tree.span(of: node, decoded: range) == span)
      }
    }
    #expect(ranges == [0..<2, 2..<5, 5..<6, 6..<9])
  }

  @Test func lateTextHasTheReferences() throws {
    let (tree, node) = try value("k: a-{{ env:A }}-{{ matrix:m }}\n")
    #expect(
      tree.lateText(of: node)
        == LateText([.literal("a-"), .reference(.environment("A")), .literal("-"), .reference(.matrix("m"))]))
  }

  @Test func aPoisonPoisonsWhatHoldsIt() throws {
    let staged = parse(
      Templated.expanded(
        "a: {b: [1, {{ poison }}]}\nc: 1\nd: {{{ poison }}: 1}\ne: {<<: {x: {{ poison }}}}\n"))
    #expect(staged.diagnostics.isEmpty)
    let tree = staged.value
    let entries = tree.entries(of: try #require(tree.root))
    #expect(entries.map { tree.isPoisoned($0.value.node) } == [true, false, true, true])
    #expect(try tree.isPoisoned(#require(tree.root)))
  }

  @Test(arguments: [
    "a: &{{ env:A }} x\n", "a: *{{ env:A }}\n", "a: !{{ env:A }} x\n", "a: &x{{ env:A }} y\n",
    "a: !x{{ env:A }} y\n", "a: &b 1\nc: *b{{ env:A }}\n",
  ])
  func aReferenceCannotStandInAProperty(template: String) throws {
    let staged = parse(Templated.expanded(template))
    #expect(staged.diagnostics.map(\.code.id) == [Code.referenceInProperty.id])
    #expect(staged.value.source.text(try #require(staged.diagnostics.first).span) == "{{ env:A }}")
    #expect(!staged.value.isComplete)
  }

  /// The failed expression has been reported already.
  @Test(arguments: [
    "a: &{{ poison }} x\n", "a: *{{ poison }}\n", "a: {{ poison }}: x\n", "a: [{{ poison }}\nb: 1\n",
    "a: !!int {{ poison }}\n", "a: {<<: {{ poison }}}\n",
  ])
  func nobodyComplainsAboutPoison(template: String) {
    #expect(parse(Templated.expanded(template)).diagnostics.isEmpty)
  }

  @Test func aTagOfAReferenceIsJudgedLater() throws {
    let (tree, node) = try value("k: !!int {{ env:A }}\n")
    #expect(tree.type(of: node) == .integer)
  }

  @Test func equalReferencesAreEqualKeys() {
    let staged = parse(
      Templated.expanded("{{ env:A }}: 1\n{{ env:B }}: 2\nx{{ env:A }}: 3\n{{ env:A }}: 4\n{{ poison }}: 1\n")
    )
    #expect(staged.diagnostics.map(\.code.id) == [Code.duplicateKey.id])
  }

  @Test(
    arguments: [
      ("k: {{ taint:x }}\n", 1), ("k: a{{ taint:x }}b{{ taint:y }}c\n", 2), ("k: x # {{ taint:y }}\n", 0),
      ("k: '{{ taint: }}'\n", 1),
      ("k: {{ taint: }}\n", 1), ("a{{ taint:x }}: y\n", 0), ("k: |\n  {{ taint:x }}\n", 1),
      ("k: | # {{ taint:x }}\n  y\n", 0),
      ("k: y\nz: {{ taint:x }}\n", 0), ("k: {a: {{ taint:x }}, b: {{ taint:y }}}\n", 2),
    ])
  func taintsAreThoseThatTheValueHolds(template: String, count: Int) throws {
    let (tree, node) = try value(template)
    #expect(tree.computedParts(of: node).count == count)
    let (other, same) = try value(template.replacing("taint", with: "file"))
    #expect(other.isFileDerived(same) == (count > 0))
  }

  /// Text made by an expression belongs to the expression, text around it to itself.
  @Test func computedTextLeadsToItsExpression() throws {
    let (tree, node) = try value("k: \"a {{ file:long value }} b\"\n")
    #expect(tree.text(of: node) == "a long value b")
    #expect(tree.source.text(tree.span(of: node, decoded: 7..<12)) == "{{ file:long value }}")
    #expect(tree.source.text(tree.span(of: node, decoded: 13..<14)) == "b")
    #expect(tree.source.text(tree.span(of: node)) == "\"a {{ file:long value }} b\"")
  }
}
