import AltoDiagnostics
import Template
import Testing

/// What could hang the compiler, fill the memory or the stack ends in one located error.
@Suite struct LimitTests {
  @Test(arguments: [
    "{% for i in range(1000000000) %}x{% endfor %}",
    "{% for i in range(3000) %}{% for j in range(3000) %}{% for k in range(3000) %}{% endfor %}{% endfor %}{% endfor %}",
    "{{ range(9000000000)|list }}",
    "{{ range(999999)|sum * 0 }}{% for i in range(99999) %}{{ range(999999)|sum }}{% endfor %}",
    "{{ 'x' * 9000000000000 }}",
    "{{ [0] * 9000000000000 }}",
    "{{ 'x'|center(99999999999) }}",
    "{{ '%999999999999d' % 1 }}",
    "{{ '%.999999999f' % 1.5 }}",
    "{{ '{:99999999999}'.format(1) }}",
    "{{ 'x'.ljust(99999999999) }}",
    "{{ 'a\\nb'|indent(99999999999) }}",
    "{{ ('x' * 9999999)|replace('', 'y' * 9999999) }}",
    "{{ [1]|batch(99999999999, 0)|list }}",
    "{% set ns = namespace(s='x') %}{% for i in range(99) %}{% set ns.s = ns.s ~ ns.s %}{% endfor %}",
    "{% set ns = namespace(l=[]) %}{% for i in range(9999) %}{% set ns.l = [ns.l] %}{% endfor %}{{ ns.l }}",
    "{% set ns = namespace(l=[1]) %}{% for i in range(99) %}{% set ns.l = [ns.l, ns.l] %}{% endfor %}{{ ns.l }}",
    "{% set ns = namespace() %}{% set ns.me = ns %}{{ ns }}",
    "{% for i in range(99999) %}{{ 'x' * 99999 }}{% endfor %}",
    "{{ " + String(repeating: "[", count: 5000) + " }}",
    "{{ " + String(repeating: "(", count: 5000) + "1" + String(repeating: ")", count: 5000) + " }}",
    "{{ 1" + String(repeating: " + 1", count: 5000) + " }}",
    "{{ 'a'" + String(repeating: "|upper", count: 5000) + " }}",
    "{{ " + String(repeating: "not ", count: 5000) + "1 }}",
    "{{ " + String(repeating: "-", count: 5000) + "1 }}",
    "{{ a" + String(repeating: ".a", count: 5000) + " }}",
    "{{ a" + String(repeating: "()", count: 5000) + " }}",
    "{{ 1" + String(repeating: " if 1 else 1", count: 5000) + " }}",
    "{% set " + String(repeating: "(", count: 5000) + " %}",
    String(repeating: "{% if 1 %}", count: 5000),
    String(repeating: "{% for x in [1] %}", count: 5000) + String(repeating: "{% endfor %}", count: 5000),
    String(repeating: "{% block b %}", count: 5000),
  ])
  func endsInOneError(_ template: String) {
    let result = expand(template)
    let limits = result.diagnostics.filter { $0.code == .templateLimit }
    #expect(limits.count == 1, "\(result.codes.prefix(5))")
  }

  @Test func ordinaryWorkIsFarBelowTheLimits() {
    let result = expand("{% for i in range(20000) %}a{{ i }}: {{ env('A') }}\n{% endfor %}")
    #expect(result.diagnostics.isEmpty)
    #expect(result.value.holes.count == 20000)
  }

  @Test func longFlatThingsAreNoNesting() {
    let sum = (0..<5000).map { "x\($0)" }.joined(separator: "', '")
    #expect(expand("{{ ['\(sum)']|length }}").text == "5000")
    #expect(expand("{{ 1" + String(repeating: " ~ 1", count: 3000) + " }}").text.count == 3001)
  }
}
