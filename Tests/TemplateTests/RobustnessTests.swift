import AltoDiagnostics
import AltoSource
import Foundation
import Template
import Testing

/// Broken input of every sort: nothing traps, and what comes out holds together.
@Suite struct RobustnessTests {
  static let templates = [
    "a: {{ env('A') }}\nb: {{ [1, {'k': (2, 3)}][1].k|join(',') }}\n",
    "{% for x in [1, 2] if x > 1 %}{{ loop.index }}{% else %}n{% endfor %}{# c #}\r\n{%- raw -%} {{ }} {%- endraw %}",
    "{% set ns = namespace(a='é') %}{% set ns.a = ns.a ~ '😀' %}{{ ns.a|upper }}{% set y %}z{{ 1 }}{% endset %}{{ y }}",
    "{% if env('A') == 'alpha' and not x is defined %}{{ '%s' % 5 }}{% elif 1 %}{{ \"{}\".format(1.5) }}{% endif %}",
    "\u{FEFF}{% with a = 1, b = a|default(2) %}{{ a if b else -a ** 2 // 3 }}{% endwith %}{{ matrix.size ~ '\\x41' }}",
    "{% macro f(x) %}{{ x }}{% endmacro %}{{ f(1) }}{% block b %}t{% endblock %}{% extends 'x' %}{{ 'a'[::-1][0:1] }}",
    "{{ Path(__file__).parent / 'src' }}{{ {'a': 1}.items()|list }}{{ 0x1F + 1_0 - 1.5e3 }}{{ a.b.c(1, *[2], **{}) }}",
  ]

  @Test func everyPrefixAndSuffix() {
    for template in Self.templates {
      let bytes = Array(template.utf8)
      for end in 0...bytes.count {
        check(Array(bytes[..<end]))
        check(Array(bytes[end...]))
      }
    }
  }

  @Test func mutations() {
    var random = SplitMix(state: 20_26)
    let pieces = [
      "{{", "}}", "{%", "%}", "{#", "#}", "-", "+", "'", "\"", "\\", "(", ")", "[", "]", "{", "}", "|", ".",
      ",", "\r\n", "\r",
      "if", "endif", "for", "in", "set", "raw", "endraw", "is", "not", "~", "**", "0", "9", "é", "😀",
      "\u{E000}", "\0", " ",
    ]
    for _ in 0..<3000 {
      var bytes = Array(Self.templates[random.below(Self.templates.count)].utf8)
      for _ in 0...random.below(4) {
        let place = random.below(bytes.count)
        switch random.below(3) {
        case 0: bytes.replaceSubrange(place..<place, with: Array(pieces[random.below(pieces.count)].utf8))
        case 1: bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(6)))
        default: bytes[place] = UInt8(random.below(256))
        }
        if bytes.isEmpty { bytes = [0x7B] }
      }
      check(bytes)
    }
  }

  /// What must hold for the expansion of any bytes.
  private func check(_ bytes: [UInt8]) {
    let result = expand(SourceFile(name: "alto.yml", bytes: bytes), with: inputs())
    for problem in problems(of: result, bytes) {
      Issue.record("\(problem): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
    }
  }

  private func problems(of result: Staged<Expanded>, _ bytes: [UInt8]) -> [String] {
    var problems: [String] = []
    let expanded = result.value
    for diagnostic in result.diagnostics {
      let places =
        [diagnostic.span] + diagnostic.related.map(\.span) + diagnostic.fixes.flatMap(\.edits).map(\.span)
      if places.contains(where: { Int($0.end) > bytes.count }) {
        problems.append("a diagnostic outside of the file")
      }
    }
    let segments = expanded.map.segments
    if zip(segments, segments.dropFirst()).contains(where: { $0.start > $1.start }) {
      problems.append("segments out of order")
    }
    if segments.contains(where: { Int($0.origin.end) > bytes.count || Int($0.start) > expanded.text.count }) {
      problems.append("a segment outside of the file")
    }
    if segments.first.map({ $0.start != 0 }) ?? !expanded.text.isEmpty {
      problems.append("text without a segment")
    }
    var end = 0
    for hole in expanded.holes {
      let offset = Int(hole.offset)
      if offset < end || !expanded.text[offset...].starts(with: Expanded.sentinel)
        || Int(hole.span.end) > bytes.count
      {
        problems.append("a hole that is none")
      }
      end = offset + Expanded.sentinel.count
    }
    if !areInOrder(expanded.taints.map(\.range), expanded) || !areInOrder(expanded.fileDerived, expanded) {
      problems.append("ranges out of order")
    }
    if String(validating: expanded.text, as: UTF8.self) == nil { problems.append("text that is not UTF-8") }
    return problems
  }

  private func areInOrder(_ ranges: [Range<UInt32>], _ expanded: Expanded) -> Bool {
    !zip(ranges, ranges.dropFirst()).contains { $0.upperBound > $1.lowerBound }
      && ranges.allSatisfy { Int($0.upperBound) <= expanded.text.count && !$0.isEmpty }
  }
}
