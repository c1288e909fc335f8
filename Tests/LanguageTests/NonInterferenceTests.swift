import AltoSource
import Driver
import ImageIR
import Template
import Testing

/// What a template computes from a variable is marked, whatever computes it: with the marked parts covered, the
/// expanded text is the same for every value. Conditions are the one exception of the language.
@Suite struct NonInterferenceTests {
  @Test(arguments: expressions)
  func computedTextIsMarked(expression: String) {
    let template = "k: {{ " + expression + " }}\n"
    expectTheSame(template)
  }

  @Test(arguments: [
    "{% for c in env('X') %}{{ c }},{% endfor %}",
    "{% for c in env('X')|list %}{{ c }}{{ loop.index }}{% endfor %}",
    "{% for c in env('X').split('l') %}{{ c }}{% endfor %}",
    "{% for a, b in [env('X')|list] %}{{ a }}{{ b }}{% endfor %}",
    "{% for k, v in {'a': env('X')|upper}.items() %}{{ k }}{{ v }}{% endfor %}",
    "{% for g in [{'a': env('X')}]|groupby('a') %}{{ g.grouper }}{% endfor %}",
    "{% for g in [{'a': env('X')}]|groupby('a') %}{{ g[0] }}{{ g.list }}{% endfor %}",
    "{% set x = env('X')[0] %}{{ x }}", "{% set x = env('X')[0] ~ 'a' %}{{ x }}",
    "{% set x, y = env('X')|list %}{{ x }}{{ y }}", "{% set x | upper %}{{ env('X') }}{% endset %}{{ x }}",
    "{% set ns = namespace(a='') %}{% set ns.a = env('X')|upper %}{{ ns.a }}",
    "{% with a = env('X')[0] %}{{ a }}{% endwith %}",
    "{% for x in [1, 2] %}{{ loop.cycle(env('X')|upper, 'b') }}{% endfor %}",
    "{% for x in [env('X')|upper, 'b'] %}{{ loop.previtem }}{{ loop.nextitem }}{% endfor %}",
  ])
  func computedTextOfStatementsIsMarked(template: String) {
    expectTheSame("k: " + template + "\n")
  }

  private func expectTheSame(_ template: String) {
    let texts = ["ab", "zy"].map { covered(template, value: $0) }
    #expect(texts[0].text == texts[1].text, "\(texts[0].plain) and \(texts[1].plain)")
  }

  /// The expanded text with each marked part as one sign.
  private func covered(_ template: String, value: String) -> (text: String, plain: String) {
    let outcome = Outcome(template, environment: ["X": value, "ab": "p", "zy": "q"])
    let expanded = outcome.analysis.expanded
    var bytes: [UInt8] = []
    var position = 0
    for taint in expanded.taints {
      bytes += expanded.text[position..<Int(taint.range.lowerBound)] + Array("<>".utf8)
      position = Int(taint.range.upperBound)
    }
    bytes += expanded.text[position...]
    return (String(decoding: bytes, as: UTF8.self), String(decoding: expanded.text, as: UTF8.self))
  }

  /// Every way in which two texts of two letters can come out of an expression.
  private static let expressions: [String] = {
    let operands = ["env('X')", "('p' ~ env('X'))", "[env('X')][0]"]
    let forms = [
      "%[0]", "%[-1]", "%[1:]", "%[::-1]", "% * 2", "2 * %", "% == 'ab'", "% < 'm'", "'a' in %", "% in 'ab'",
      "% or 'c'", "% and 'c'", "not % == 'ab'", "(% == 'ab') ~ 'x'", "'%s' % %", "'%s-%s' % (%, 1)",
      "'{}'.format(%)", "'{a}'.format(a=%)", "'{0[0]}'.format(%)", "','.join([%, 'b'])", "%.join(['c', 'd'])",
      "{'ab': 1, 'zy': 2, 'pab': 3, 'pzy': 4}[%]", "{'ab': 1, 'zy': 2}.get(%, 5)", "{%: 1}",
      "{%: 1}.keys()|list",
      "{'k': %}.items()|list", "{'k': %}['k'][0]", "{'k': %}.k[0]", "[%]", "[%][0][0]", "[[%]][0][0][1]",
      "(%, 1)", "(%, 1)[0][0]", "[%, 'b']|first|upper", "[%, 'b']|last ~ %[0]", "[%] + ['b']",
      "dict(a=%).a[0]",
      "Path(%)", "Path(%).name", "Path('a') / %", "Path(%).stem", "Path('a').joinpath(%)",
      "Path('a.b').with_name(%)", "Path('a').with_suffix('.' ~ %)", "Path(%).parts", "Path(%).exists()",
      "env(%)", "%|length", "%|list", "%|first", "%|last", "%|upper", "%|lower", "%|title", "%|capitalize",
      "%|trim", "%|replace('a', 'b')", "'aXb'|replace('X', %)", "%|reverse", "%|sort|join", "%|unique|join",
      "%|join('-')", "['a', 'b']|join(%)", "%|default('d')", "undefined_name|default(%)[0]", "%|d('e')",
      "%|int", "%|int(base=36)", "%|float", "%|string", "%|center(9)", "%|indent", "%|wordwrap(1)",
      "%|wordcount", "%|truncate(1, true, '')", "%|escape", "%|e", "%|forceescape", "%|safe", "%|striptags",
      "%|urlencode", "%|tojson", "[%]|tojson", "%|format", "'%s'|format(%)", "%|batch(1)|list",
      "%|slice(1)|list", "%|map('upper')|join", "[%]|map('upper')|first", "[%]|map('first')|join",
      "[{'a': %}]|map(attribute='a')|map('upper')|join", "[%]|select('equalto', 'ab')|list",
      "[%]|reject('equalto', 'ab')|list", "[{'a': %}]|selectattr('a', 'equalto', 'ab')|list|length",
      "[%, 'm']|sort|first", "[%, 'm']|max", "[%, 'm']|min", "[%, 'm']|sort|list", "[%, 'ab']|unique|list",
      "{%: 1}|dictsort", "{'a': %}|dictsort", "{%: 1}|items|list", "%|attr('upper')", "%|filesizeformat",
      "%|round", "%|abs", "[1, 2]|sum(start=1) ~ %[0]", "%.upper()", "%.lower()", "%.title()",
      "%.capitalize()", "%.strip('a')", "%.lstrip('a')", "%.rstrip('b')", "%.split('a')", "%.split('q')[0]",
      "%.replace('a', 'q')", "%.startswith('a')", "%.endswith('b')", "'ab'.startswith(%)",
      "'ab'.replace(%, 'c')", "'abc'.split(%)", "'abc'.strip(%)", "% is string ~ %[0]", "% is eq('ab')",
      "% is in(['ab'])", "'a' is in(%)", "% is lower", "% is number", "(% ~ 1)[0]", "(%[0] ~ 'x')[0]",
      "(% + 'x')[1]", "[%[0], %[1]]|join", "%[0] ~ %", "% ~ %[0]", "(%, %)|first|first",
      "range(%|length)|list",
      "'abzy'[%|length]", "['a', 'b', 'c'][%|length - 1] ~ (% == 'ab')", "(% == 'ab')|int + 1",
      "%|replace(%, 'x')", "%[(%|length) - 1]", "namespace(a=%).a[0]", "%|e|upper", "(%|e)[0]", "(%|safe)[0]",
    ]
    return operands.flatMap { operand in
      forms.map { form in
        // '%s' of a format string stays.
        form.replacing("'%s' %", with: "'\u{1}s' \u{1}").replacing("'%s-%s' %", with: "'\u{1}s-\u{1}s' \u{1}")
          .replacing("'%s'|", with: "'\u{1}s'|").replacing("%", with: operand).replacing("\u{1}", with: "%")
      }
    }
  }()
}
