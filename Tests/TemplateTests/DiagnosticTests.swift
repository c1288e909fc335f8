import AltoDiagnostics
import Template
import Testing

/// Each mistake gives one diagnostic at the very token, and the rest of the file is still there.
@Suite struct DiagnosticTests {
  /// Template, findings (id and the text under it), the text around the poison.
  struct Case: Sendable {
    let template: String
    let findings: [String]
    let text: String

    init(_ template: String, _ findings: [String], _ text: String) {
      self.template = template
      self.findings = findings
      self.text = text
    }
  }

  static let cases: [Case] = [
    // Tags without an end.
    Case("a: {{ x\nb: {{ 1 }}", ["ALTO1001 {{"], "a: <poison>\nb: 1"),
    Case("a: {{\nb: 2", ["ALTO1001 {{"], "a: <poison>\nb: 2"),
    Case("{% if 1\na\n{% endif %}b", ["ALTO1001 {%"], "\na\nb"),
    Case("{% set x = 1\na: {{ x }}", ["ALTO1001 {%"], "\na: <poison>"),
    Case("a {# b\nc {{ 1 }}", ["ALTO1001 {#"], "a \nc 1"),
    Case("{{ 'a }}\n{{ 1 }}", ["ALTO1002 '"], "<poison>\n1"),
    Case("a: {{ 'x }}\nb: {{ 'y' }}", ["ALTO1002 '"], "a: <poison>\nb: y"),
    Case("{{ \"a' }}{{ 2 }}", ["ALTO1002 \""], "<poison>2"),
    Case("{{ env('A') }\nb: {{ 1 }}", ["ALTO1001 {{"], "<poison>\nb: 1"),
    // Words that do not fit.
    Case("{{ 1 + }}b", ["ALTO1004 }}"], "<poison>b"),
    Case("{{ a b }}{{ 1 }}", ["ALTO1004 b"], "<poison>1"),
    Case("{{ $x }}{{ 1 }}", ["ALTO1003 $"], "<poison>1"),
    Case("{{ 'é' § }}{{ 1 }}", ["ALTO1003 §"], "<poison>1"),
    Case("{{ (1 }}{{ 2 }}", ["ALTO1004 }"], "<poison>2"),
    Case("{{ f(1, }}x", ["ALTO1004 }"], "<poison>x"),
    Case("{{ '\\x4' }}", ["ALTO1009 \\x4"], "<poison>"),
    Case("{{ 'ab\\ud800' }}", ["ALTO1009 \\ud800"], "<poison>"),
    Case("{% if x === 1 %}a{% endif %}b", ["ALTO1004 ="], "ab"),
    Case("{% for x i [1] %}a{% endfor %}b", ["ALTO1004 i"], "ab"),
    Case("{% for %}a{% endfor %}b", ["ALTO1011 %}"], "ab"),
    Case("{% set 1 = 2 %}b", ["ALTO1011 1"], "b"),
    Case("{% set %}b", ["ALTO1011 %}"], "b"),
    Case("{% with a %}{{ a }}{% endwith %}b", ["ALTO1004 %}"], "<poison>b"),
    Case("{% 1 %}b", ["ALTO1004 1"], "b"),
    Case("{% for loop in [1] %}{% endfor %}", ["ALTO1011 loop"], ""),
    // Blocks.
    Case("{% if 1 %}a", ["ALTO1005 if"], "a"),
    Case("{% for x in [1] %}{{ x }}", ["ALTO1005 for"], "1"),
    Case("{% if 1 %}{% for x in [1] %}a{% endif %}b", ["ALTO1005 for"], "ab"),
    Case("a{% endif %}b", ["ALTO1006 endif"], "ab"),
    Case("{% for x in [1] %}{% endif %}{% endfor %}b", ["ALTO1006 endif"], "b"),
    Case("{% if 0 %}{% else %}a{% else %}b{% endif %}", ["ALTO1006 else"], "ab"),
    Case("{% set x %}a", ["ALTO1005 set"], ""),
    Case("{% raw %}{{ 1 }}", ["ALTO1005 {%"], "1"),
    Case("{% iff 1 %}a{% endif %}b", ["ALTO1007 iff"], "ab"),
    Case("{% sett x = 1 %}{{ x }}", ["ALTO1007 sett"], "1"),
    Case("{% if 1 %}a{% endfi %}b", ["ALTO1007 endfi"], "ab"),
    Case("{% blah 1 %}a{% endblah %}b", ["ALTO1007 blah"], "ab"),
    // Left out, without consequences.
    Case("{% extends 'x' %}a", ["ALTO1008 extends"], "a"),
    Case("{% include 'x' %}a", ["ALTO1008 include"], "a"),
    Case("{% import 'x' as y %}{{ y.z }}", ["ALTO1008 import"], "<poison>"),
    Case("{% from 'x' import a, b as c %}{{ a }}{{ c() }}", ["ALTO1008 from"], "<poison><poison>"),
    Case("{% macro f(x) %}{{ x }}{% endmacro %}{{ f(1) }}", ["ALTO1008 macro"], "<poison>"),
    Case("{% call f() %}{{ zz }}{% endcall %}b", ["ALTO1008 call"], "b"),
    Case("{% block b %}a{{ 1 }}{% endblock %}c", ["ALTO1008 block"], "a1c"),
    Case("{% filter upper %}a{% endfilter %}b", ["ALTO1008 filter"], "ab"),
    Case("{% autoescape true %}a{% endautoescape %}b", ["ALTO1008 autoescape"], "ab"),
    Case("{% do x.y() %}b", ["ALTO1008 do"], "b"),
    Case("{% trans %}a{% pluralize %}b{% endtrans %}c", ["ALTO1008 trans"], "ac"),
    Case("{% for x in [1] recursive %}{{ x }}{% endfor %}", ["ALTO1008 recursive"], "1"),
    Case("{% break %}b", ["ALTO1008 break"], "b"),
    // Values.
    Case("{{ nope }}", ["ALTO1020 nope"], "<poison>"),
    Case("{{ a ~ b }}", ["ALTO1020 a"], "<poison>"),
    Case("{{ a.b.c }}", ["ALTO1020 a"], "<poison>"),
    Case("{% set x = nope %}{{ x }}{{ x ~ 1 }}", ["ALTO1020 nope"], "<poison><poison>"),
    Case(
      "{% set x = 1 / 0 %}{{ x }}{{ x + 1 }}{{ x|upper }}", ["ALTO1033 1 / 0"], "<poison><poison><poison>"),
    Case("{% if 1 / 0 %}a{% else %}b{% endif %}", ["ALTO1033 1 / 0"], "a"),
    Case(
      "{% for x in 1 / 0 %}[{{ x }}{{ loop.index }}]{% endfor %}", ["ALTO1033 1 / 0"], "[<poison><poison>]"),
    Case("{{ {'a': 1}.b }}", ["ALTO1021 {'a': 1}.b"], "<poison>"),
    Case("{{ [1][5] }}", ["ALTO1021 [1][5]"], "<poison>"),
    Case("{{ 'a'|uper }}", ["ALTO1022 uper"], "<poison>"),
    Case("{{ 1 is od }}", ["ALTO1023 od"], "<poison>"),
    Case("{{ 'a'.uper() }}", ["ALTO1024 'a'.uper()"], "<poison>"),
    Case("{{ 'a' + 1 }}", ["ALTO1030 'a' + 1"], "<poison>"),
    Case("{{ ('a' + 1) ~ (2 + 'b') }}", ["ALTO1030 ('a' + 1)", "ALTO1030 (2 + 'b')"], "<poison>"),
    Case("{{ 'a'|upper(1) }}", ["ALTO1031 'a'|upper(1)"], "<poison>"),
    Case("{% set a, b = [1] %}{{ a }}", ["ALTO1032 a, b"], "<poison>"),
    Case("{% for a, b in [1] %}{{ a }}{% endfor %}", ["ALTO1030 a, b"], "<poison>"),
    Case("{% set x = 1 %}{% set x.y = 2 %}b", ["ALTO1011 x.y"], "b"),
    Case("{{ env() }}", ["ALTO1040 env()"], "<poison>"),
    Case("{{ env(1) }}", ["ALTO1040 env(1)"], "<poison>"),
    Case("{{ env('') }}", ["ALTO1040 env('')"], "<poison>"),
    Case("{{ env('A=B') }}", ["ALTO1040 env('A=B')"], "<poison>"),
    Case("{{ env('A', 'B') }}", ["ALTO1040 env('A', 'B')"], "<poison>"),
    Case("{{ env('NOT_SET')|upper }}", ["ALTO1041 env('NOT_SET')"], "<poison>"),
    Case("{% set x = env('NOT_SET') %}{{ x|upper }}", ["ALTO1041 env('NOT_SET')"], "<poison>"),
    Case("{{ matrix.a|upper }}", ["ALTO1042 matrix.a"], "<poison>"),
    Case("{% if matrix.a == 1 %}x{% endif %}", ["ALTO1042 matrix.a"], "x"),
    Case("{{ matrix }}", ["ALTO1042 matrix"], "<poison>"),
    // What is not run.
    Case(
      "{% if 0 %}{{ nope }}{{ 1|nope }}{{ 1 is nope }}{{ 'a'.nope() }}{{ env() }}{% endif %}",
      ["ALTO1020 nope", "ALTO1022 nope", "ALTO1023 nope", "ALTO1024 'a'.nope", "ALTO1040 env()"], ""),
    Case("{% for x in [] %}{{ y }}{{ x }}{{ loop.index }}{% endfor %}", ["ALTO1020 y"], ""),
    Case("{% if x is defined %}{{ x }}{{ x.y }}{% endif %}", [], ""),
    Case("{% if 'md' is filter %}{{ 'a'|md }}{% endif %}", [], ""),
    Case("{% if 0 %}{% set q = 1 %}{% endif %}{% if 0 %}{{ q }}{% endif %}", [], ""),
    // One report for all turns of a loop, several mistakes side by side.
    Case("{% for x in [1, 2, 3] %}{{ nope }}{% endfor %}", ["ALTO1020 nope"], "<poison><poison><poison>"),
    Case(
      "{{ a }}\n{{ 1 + }}\n{{ 'x'|b }}\n{% endif %}\n{{ 1 }}",
      ["ALTO1020 a", "ALTO1004 }}", "ALTO1022 b", "ALTO1006 endif"], "<poison>\n<poison>\n<poison>\n\n1"),
  ]

  @Test(arguments: cases)
  func isReportedAtItsPlace(_ example: Case) {
    let result = expand(example.template)
    #expect(result.findings == example.findings, "\(result.diagnostics.map(\.message))")
    #expect(result.text == example.text)
  }

  @Test(arguments: [
    ("{{ evn('A') }}", "env"), ("{{ __fiel__ }}", "__file__"), ("{% set mode = 1 %}{{ mdoe }}", "mode"),
    ("{{ 'a'|uper }}", "upper"), ("{{ 'a'|repalce('a', 'b') }}", "replace"), ("{{ 1 is defind }}", "defined"),
    ("{% fro x in [1] %}{% endfor %}", "for"), ("{{ 'a'.strp() }}", "strip"), ("{{ env('AB')|int }}", "A"),
    ("{% for x in [1] %}{{ loop.idx }}{{ loop.indx }}{% endfor %}", "index"),
    ("{{ Path('a').parnt }}", "parent"),
  ])
  func suggestsTheNearest(_ template: String, _ suggestion: String) {
    let help = expand(template).diagnostics.flatMap(\.help)
    #expect(help.contains("did you mean '\(suggestion)'?"), "\(help)")
  }

  @Test func namesTheTurnOfTheLoop() {
    let result = expand("{% for x in [1, 0, 2] %}{{ 1 / x }}{% endfor %}")
    #expect(result.diagnostics.map(\.notes) == [["in turn 2 of 3 of the loop"]])
  }

  @Test func neverShowsAValueOfAVariable() {
    let secret = ["SECRET": "hunter2hunter2"]
    let templates = [
      "{{ env('SECRET') + 1 }}", "{{ env('SECRET')|int(base='x') }}", "{{ {}[env('SECRET')] }}",
      "{{ [][env('SECRET')|length] }}",
      "{{ {}|attr(env('SECRET')) }}", "{{ [1]|map(env('SECRET'))|list }}", "{{ env('SECRET') % 1 }}",
      "{{ '{:' ~ env('SECRET') ~ '}' }}",
      "{{ '{}'.format(1, **{env('SECRET'): 1}) }}", "{{ ('{:' + (env('SECRET')|string) + '}').format(1) }}",
      "{{ Path('a').with_suffix(env('SECRET')) }}", "{{ Path('').with_name(env('SECRET')) }}",
      "{{ env(env('SECRET')) }}",
      "{{ env(env('SECRET') ~ '=') }}", "{{ 'a'|replace(**{env('SECRET'): 1}) }}",
      "{{ dict(a=1)[env('SECRET')] }}",
      "{{ [{}]|map(attribute=env('SECRET'))|list }}", "{{ 1|round(method=env('SECRET')) }}",
      "{{ matrix[env('SECRET')]|upper }}",
      "{{ ('&' ~ env('SECRET'))|striptags }}", "{{ ('%' ~ env('SECRET')) % 1 }}",
    ]
    for template in templates {
      for diagnostic in expand(template, environment: secret).diagnostics {
        let words =
          [diagnostic.message, diagnostic.label ?? ""] + diagnostic.help + diagnostic.notes
          + diagnostic.related.map(\.label) + diagnostic.fixes.flatMap(\.edits).map(\.text)
        #expect(!words.contains { $0.contains("hunter2") }, "\(template): \(words)")
      }
    }
  }
}
