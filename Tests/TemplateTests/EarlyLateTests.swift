import AltoDiagnostics
import AltoSource
import ImageIR
import Template
import Testing

/// What stays a reference, and what needs the value now and remembers the variable.
@Suite struct EarlyLateTests {
  @Test(arguments: [
    ("{{ env('X') }}", "<env(X)>"),
    ("a{{ env('X') }}b", "a<env(X)>b"),
    ("{{ env('X') ~ '-' ~ env('Y') }}", "<env(X)>-<env(Y)>"),
    ("{{ 'a' + env('X') + 'b' }}", "a<env(X)>b"),
    ("{{ env('X') ~ 1 ~ none }}", "<env(X)>1None"),
    ("{% set x = env('X') %}{{ x }}", "<env(X)>"),
    ("{% set x = 'a' ~ env('X') %}{% set y = x ~ 'b' %}{{ y }}", "a<env(X)>b"),
    ("{% set x %}[{{ env('X') }}]{% endset %}{{ x }}", "[<env(X)>]"),
    ("{% set a, b = env('X'), 1 %}{{ a }}{{ b }}", "<env(X)>1"),
    ("{% set ns = namespace(a=env('X')) %}{{ ns.a }}", "<env(X)>"),
    ("{% with a = env('X') %}{{ a }}{% endwith %}", "<env(X)>"),
    ("{% for x in [env('X'), env('Y')] %}{{ x }},{% endfor %}", "<env(X)>,<env(Y)>,"),
    ("{% for k, v in {'a': env('X')}.items() %}{{ k }}={{ v }}{% endfor %}", "a=<env(X)>"),
    ("{{ [env('X')][0] }}{{ {'a': env('X')}.a }}{{ {'a': env('X')}['a'] }}", "<env(X)><env(X)><env(X)>"),
    ("{{ {'a': env('X')}.get('a') }}{{ (env('X'), 1)[0] }}", "<env(X)><env(X)>"),
    ("{{ env('X') if true else 'b' }}{{ 'a' if false else env('Y') }}", "<env(X)><env(Y)>"),
    (
      "{{ matrix.size }}{{ 'a' ~ matrix.size }}{{ matrix['size'] }}",
      "<matrix(size)>a<matrix(size)><matrix(size)>"
    ),
    ("{% set m = matrix %}{{ m.a }}", "<matrix(a)>"),
    ("{% for x in [1, 2] %}{{ loop.cycle(env('X'), env('Y')) }}{% endfor %}", "<env(X)><env(Y)>"),
    ("{{ [env('X')] + ['b'] == 1 if false else ([env('X')] + ['b'])[0] }}", "<env(X)>"),
  ])
  func staysLate(_ template: String, _ text: String) {
    let result = expand(template, environment: [:])
    #expect(result.codes == [])
    #expect(result.text == text)
    #expect(result.value.earlyVariables == [])
    #expect(result.value.taints == [])
  }

  @Test(arguments: [
    ("{{ env('A')|upper }}", "ALPHA", ["A"]),
    ("{{ env('A').upper() }}", "ALPHA", ["A"]),
    ("{{ env('A') == 'alpha' }}", "True", ["A"]),
    ("{{ env('A') ~ env('B')|upper }}", "<env(A)>BETA", ["B"]),
    ("{{ (env('A') ~ env('B'))|upper }}", "ALPHABETA", ["A", "B"]),
    ("{{ env('A')[0] }}", "a", ["A"]), ("{{ env('A')[-1] }}", "a", ["A"]),
    ("{{ env('A')[1:] }}", "lpha", ["A"]),
    ("{{ env('A') * 2 }}", "alphaalpha", ["A"]),
    ("{{ '%s' % env('A') }}", "alpha", ["A"]),
    ("{{ env('A') or 'x' }}", "alpha", ["A"]),
    ("{{ env('A')|default('x') }}", "alpha", ["A"]),
    ("{{ [env('A')]|join }}", "alpha", ["A"]),
    ("{{ [env('A'), 1] }}", "['alpha', 1]", ["A"]),
    ("{% for x in env('LIST').split(',') %}{{ x }}{% endfor %}", "xyz", ["LIST"]),
    ("{% for c in env('N') %}{{ c }}{% endfor %}", "7", ["N"]),
    ("{% set n = env('N')|int %}{{ n + 1 }}", "8", ["N"]),
    ("{% set x | upper %}{{ env('A') }}{% endset %}{{ x }}", "ALPHA", ["A"]),
    ("{{ {'alpha': 1}[env('A')] }}", "1", ["A"]),
    ("{{ env(env('PATH_NAME')) }}", "alpha", ["A", "PATH_NAME"]),
    ("{{ Path(env('A')).name }}", "alpha", ["A"]),
    ("{{ env('A') is string }}", "True", ["A"]),
    ("{{ not env('EMPTY') }}", "True", ["EMPTY"]),
    ("{{ 1 if env('A') else 2 }}{{ [env('A')|upper, 'b'][0] }}", "1ALPHA", ["A"]),
  ])
  func computesAndTaints(_ template: String, _ text: String, _ variables: [String]) {
    let result = expand(template)
    #expect(result.codes == [])
    #expect(result.text == text)
    #expect(result.value.earlyVariables == variables)
    #expect(Set(result.value.taints.flatMap(\.variables)) == Set(variables))
  }

  @Test(arguments: [
    ("{% if env('A') == 'alpha' %}yes{% endif %}", "yes"),
    ("{% if env('A') %}yes{% endif %}", "yes"),
    ("{{ 'yes' if env('A') == 'alpha' else 'no' }}", "yes"),
    ("{% for x in [1, 2] if env('A') %}{{ x }}{% endfor %}", "12"),
    ("{% for x in env('LIST').split(',') %}{{ loop.index }}{% endfor %}", "123"),
    ("{{ ['b', env('A')|upper][0] }}", "b"),
    ("{% for x in ['b', env('A')|upper] if loop is undefined and x == 'b' %}{{ x }}{% endfor %}", "b"),
  ])
  func conditionsNeedAndDoNotTaint(_ template: String, _ text: String) {
    let result = expand(template)
    #expect(result.codes == [])
    #expect(result.text == text)
    #expect(result.value.taints == [])
    #expect(result.value.earlyVariables.count == 1)
  }

  @Test func taintsCoverExactlyTheirText() {
    let result = expand("a{{ env('A')|upper }}b{{ env('B') ~ '-' ~ env('N')|int }}c")
    #expect(result.text == "aALPHAb<env(B)>-7c")
    let taints = result.value.taints.map { taint in
      let bytes = result.value.text[Int(taint.range.lowerBound)..<Int(taint.range.upperBound)]
      return
        "\(String(decoding: bytes, as: UTF8.self)) \(taint.variables) \(result.value.source.text(taint.span))"
    }
    #expect(taints == ["ALPHA [\"A\"] env('A')|upper", "7 [\"N\"] env('B') ~ '-' ~ env('N')|int"])
  }

  @Test func textFromTheFileIsKnown() {
    func derived(_ template: String) -> [String] {
      let value = expand(template).value
      return value.fileDerived.map {
        String(decoding: value.text[Int($0.lowerBound)..<Int($0.upperBound)], as: UTF8.self)
      }
    }
    #expect(
      derived("{{ __file__ }} {{ Path(__file__).parent / 'src' }}") == [
        "/work/project/alto.yml", "/work/project/src",
      ])
    #expect(derived("a{{ Path('x') }}{{ __platform__ }}{{ __version__ }}") == [])
    #expect(derived("{% set d = Path(__file__).parent %}{{ env('A') ~ d.name }}") == ["project"])
    #expect(derived("{{ Path('main.py').exists() }}{{ Path(__file__).parent.parts[1] }}") == ["work"])
    #expect(derived("{% if Path(__file__).name == 'alto.yml' %}x{% endif %}") == [])
  }

  @Test func holesRememberTheCall() {
    let result = expand("{% set x = env('A') %}\n{{ x ~ matrix.b }}")
    #expect(result.value.holes.map { result.value.source.text($0.span) } == ["env('A')", "matrix.b"])
  }

  @Test func aSentinelOfTheUserIsText() {
    let result = expand("\u{E000}{{ '\u{E000}' }}{{ '\\ue000' }}{{ env('X') }}\u{E000}", environment: [:])
    #expect(result.codes == [])
    #expect(result.value.holes.map(\.offset) == [9])
    #expect(result.text == "\u{E000}\u{E000}\u{E000}<env(X)>\u{E000}")
  }

  @Test func theVersionOfPythonIsAskedOnlyWhenUsed() {
    func version(_ template: String) -> Staged<Expanded> {
      let inputs = TemplateInputs(
        file: "/a/alto.yml", platform: "linux",
        pythonVersion: { .unknown(reason: "there is no python3 on PATH") },
        environment: EnvironmentVariables([:]), files: FakeFiles())
      return expand(SourceFile(name: "alto.yml", bytes: Array(template.utf8)), with: inputs)
    }
    #expect(version("a{{ __file__ }}{% if 0 %}{{ __version__ }}{% endif %}").codes == [])
    #expect(
      version("{{ __version__ }}{{ __version__ }}").findings == [
        "ALTO1043 __version__", "ALTO1043 __version__",
      ])
  }
}
