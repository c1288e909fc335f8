import AltoDiagnostics
import AltoSource
import Template
import Testing

/// Ranges of the expanded text lead to the right bytes of the original.
@Suite struct SourceMapOfTemplateTests {
  struct Case: Sendable {
    let template: String
    /// What to look up in the expanded text: its first place.
    let part: String
    /// The original text that it leads to.
    let original: String
    /// Where that starts in the original, in bytes; its first place when not given.
    let offset: Int?

    init(_ template: String, _ part: String, _ original: String, at offset: Int? = nil) {
      self.template = template
      self.part = part
      self.original = original
      self.offset = offset
    }
  }

  static let cases: [Case] = [
    // Literal text.
    Case("a: b\nc: d\n", "c: d", "c: d"),
    Case("key: value", "value", "value"),
    Case("a: {{ 1 }}\nb: c", "b: c", "b: c"),
    Case("{# x #}a: b", "a: b", "a: b"),
    Case("a{# x #}b", "ab", "a{# x #}b"),
    Case("{{ 1 }}{{ 2 }}abc", "abc", "abc"),
    Case("a {{ 1 }} b {{ 2 }} c", "b", "b"),
    Case("{% set x = 'q' %}q: 1", "q: 1", "q: 1", at: 17),
    Case("{% raw %}{{ a }}{% endraw %}", "{{ a }}", "{{ a }}"),
    Case("{% raw -%}  a  {%- endraw %}b", "a", "a", at: 12),
    // Computed text belongs to its tag.
    Case("a: {{ 1 + 1 }}", "2", "{{ 1 + 1 }}"),
    Case("a: {{ 'long' ~ 'er' }}", "nge", "{{ 'long' ~ 'er' }}"),
    Case("{{ 'a'|upper }}", "A", "{{ 'a'|upper }}"),
    Case("{{ env('X') }}", "\u{E000}", "{{ env('X') }}"),
    Case("a: {{ nope }}", "\u{E000}", "{{ nope }}"),
    Case("{{ ' a '|trim }}", "a", "{{ ' a '|trim }}"),
    Case("{{ 'a\\nb'|indent(2) }}", "  b", "{{ 'a\\nb'|indent(2) }}"),
    Case("{{ 'aXb'|replace('X', 'longer') }}", "longer", "{{ 'aXb'|replace('X', 'longer') }}"),
    Case("{% print 'p' %}", "p", "{% print 'p' %}"),
    Case("{% set x %}in{{ 1 }}{% endset %}a: {{ x }}", "in1", "{{ x }}"),
    Case("{%- if true %}\n{{- 'v' -}}\n{% endif %}", "v", "{{- 'v' -}}"),
    // Text made of both.
    Case("a: x{{ 1 }}y", "x1y", "x{{ 1 }}y"),
    Case("a: x{{ 1 }}y", "x1", "x{{ 1 }}"),
    Case("a: x{{ 1 }}y", "1y", "{{ 1 }}y"),
    Case("{{ 1 }}{{ 2 }}", "12", "{{ 1 }}{{ 2 }}"),
    Case("a{% if true %}b{% endif %}c", "abc", "a{% if true %}b{% endif %}c"),
    Case("{{ env('A') }}/{{ env('B') }}", "\u{E000}/\u{E000}", "{{ env('A') }}/{{ env('B') }}"),
    // Loops: each turn leads to the same place, a range over turns to where it starts.
    Case("{% for x in [1, 2] %}k: {{ x }}\n{% endfor %}", "k: 1", "k: {{ x }}"),
    Case("{% for x in [1, 2] %}k: {{ x }}\n{% endfor %}", "k: 2", "k: {{ x }}"),
    Case("{% for x in [1, 2] %}k: {{ x }}\n{% endfor %}", "2", "{{ x }}"),
    Case("{% for x in 'ab' %}{{ x }}{% endfor %}", "ab", "{{ x }}"),
    Case("{% for x in [1,2] %}a{{ x }}b{% endfor %}", "b", "b", at: 28),
    // Whitespace control.
    Case("a  {{- 1 -}}  b", "a1b", "a  {{- 1 -}}  b"),
    Case("a  {{- 1 -}}  b", "b", "b", at: 14),
    Case("a\n  {%- if true -%}\n  b\n{%- endif %}", "b", "b", at: 22),
    Case("a {#- c -#} b", "ab", "a {#- c -#} b"),
    // Line breaks, byte order mark, more than ASCII.
    Case("a: 1\r\nb: 2\r\n", "b: 2", "b: 2"),
    Case("a: 1\r\nb: 2\r\n", "1\nb", "1\r\nb"),
    Case("a: 1\r\nb: 2\r\n", "\n", "\r\n"),
    Case("a: 1\rb: 2", "\nb", "\rb"),
    Case("a\r\n{{ 'x' }}\r\nc: d", "c: d", "c: d"),
    Case("a\r\n\r\n\r\nb", "\n\nb", "\r\n\r\nb", at: 3),
    Case("\u{FEFF}a: b", "a: b", "a: b", at: 3),
    Case("\u{FEFF}{{ 1 }}b", "1", "{{ 1 }}", at: 3),
    Case("\u{FEFF}{# c #}\r\nb: 1", "b", "b"),
    Case("é: {{ 'ü' }}\nb: c", "b: c", "b: c"),
    Case("😀: {{ '😀😀' }} x", "x", "x"),
    Case("日本: 語{{ 1 }}\nkey: v", "語", "語"),
    Case("日本: 語{{ '本' }}\nkey: v", "key", "key"),
    Case("e\u{301}: {{ 1 }}{{ 2 }}", "2", "{{ 2 }}"),
    Case("{{ '\u{E000}' }}a", "a", "a"),
  ]

  @Test(arguments: cases)
  func leadsBack(_ example: Case) throws {
    let expanded = expand(example.template, environment: [:]).value
    let part = Array(example.part.utf8)
    let start = try #require(
      expanded.text.indices.first { expanded.text[$0...].starts(with: part) },
      "the text holds \(example.part)")
    let span = expanded.map.original(start..<start + part.count)
    #expect(expanded.source.text(span) == example.original)
    if let offset = example.offset { #expect(span.start == offset) }
  }

  @Test func thereAreManyCases() {
    #expect(Self.cases.count >= 40)
  }

  @Test func framesTellTheTurns() {
    let expanded = expand("{% for a in [1, 2] %}{% for b in 'xy' %}{{ a }}{{ b }};{% endfor %}{% endfor %}")
      .value
    // 1x;1y;2x;2y;
    let frames = expanded.map.frames(at: 10)
    #expect(frames.map(\.iteration) == [2, 2])
    #expect(frames.map(\.count) == [2, 2])
    #expect(frames.map { expanded.source.text($0.tag) } == ["{% for b in 'xy' %}", "{% for a in [1, 2] %}"])
    #expect(expanded.map.frames(at: 0).map(\.iteration) == [1, 1])
  }

  @Test func onlyCopiedTextIsLiteral() {
    let expanded = expand("ab\r\n{{ 1 }}c{# x #}d").value
    #expect(expanded.map.isLiteral(0..<3))
    #expect(!expanded.map.isLiteral(0..<4))
    #expect(!expanded.map.isLiteral(3..<4))
    #expect(!expanded.map.isLiteral(4..<6))
    #expect(expanded.map.isLiteral(5..<6))
  }

  @Test func aFileWithoutTagsIsOneCopy() {
    let expanded = expand("a: 1\nb: { c: 2 }\n").value
    #expect(expanded.map.segments.count == 1)
    #expect(expanded.text == Array("a: 1\nb: { c: 2 }".utf8))
  }
}
