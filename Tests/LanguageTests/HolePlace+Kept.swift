/// Late keys: the reference is compiled, not the value.
extension HolePlace {
  static let keptInStyles: [HolePlace] = [
    .kept("env, double quotes", .environment("    K: \"{{ env('X') }}\"\n"), "environment K = env(X)"),
    .kept("env, single quotes", .environment("    K: '{{ env(\"X\") }}'\n"), "environment K = env(X)"),
    .kept("env, plain", .environment("    K: {{ env('X') }}\n"), "environment K = env(X)"),
    .kept(
      "env, plain, mixed", .environment("    K: a-{{ env('X') }}-b\n"), "environment K = \"a-\" env(X) \"-b\""
    ),
    .kept(
      "env, plain, two lines", .environment("    K: a\n      {{ env('X') }}\n      b\n"),
      "environment K = \"a \" env(X) \" b\""),
    .kept(
      "env, plain, two references", .environment("    K: {{ env('X') }}{{ env('Y') }}\n"),
      "environment K = env(X) env(Y)"),
    .kept(
      "env, plain, the same twice", .environment("    K: {{ env('X') }}:{{ env('X') }}\n"),
      "environment K = env(X) \":\" env(X)"),
    .kept(
      "env, double quotes, between escapes",
      .environment("    K: \"\\t{{ env('X') }}\\u00e9\\\n      {{ env('Y') }}\"\n"),
      "environment K = \"\\t\" env(X) \"é\" env(Y)"),
    .kept(
      "env, single quotes, beside a doubled one", .environment("    K: 'it''s {{ env(\"X\") }}'''\n"),
      "environment K = \"it's \" env(X) \"'\""),
    .kept(
      "env, literal block", .environment("    K: |-\n      a\n       {{ env('X') }}\n      b\n"),
      "environment K = \"a\\n \" env(X) \"\\nb\""),
    .kept(
      "env, folded block", .environment("    K: >-\n      a\n      {{ env('X') }}\n\n      b\n"),
      "environment K = \"a \" env(X) \"\\nb\""),
    .kept(
      "env, literal block, kept line breaks", .environment("    K: |+\n      {{ env('X') }}\n\n    L: a\n"),
      "environment K = env(X) \"\\n\\n\""),
    .kept("env, flow, plain", Sample(rest: "  env: {K: {{ env('X') }}, L: b}\n"), "environment K = env(X)"),
    .kept(
      "env, flow, quoted", Sample(rest: "  env: {K: \"{{ env('X') }}\"}\n"), "environment K = env(X)"),
    .kept(
      "env, in front of a comment", .environment("    K: {{ env('X') }} # {{ env('Z') }}\n"),
      "environment K = env(X)"),
    .kept("env, with a tag", .environment("    K: !!str {{ env('X') }}\n"), "environment K = env(X)"),
    .kept(
      "env, with an anchor, and its alias", .environment("    K: &a {{ env('X') }}\n    L: *a\n"),
      "environment K = env(X)", "environment L = env(X)"),
    .kept(
      "env, Windows line ends", .environment("    K: |-\r\n      a\r\n      {{ env('X') }}\r\n"),
      "environment K = \"a\\n\" env(X)"),
  ]

  static let keptInTemplates: [HolePlace] = [
    .kept("output", .environment("    K: \"{{env('X')}}\"\n"), "environment K = env(X)"),
    .kept("~", .environment("    K: \"{{ 'a' ~ env('X') ~ 1 }}\"\n"), "environment K = \"a\" env(X) \"1\""),
    .kept("+", .environment("    K: \"{{ 'a' + env('X') + 'b' }}\"\n"), "environment K = \"a\" env(X) \"b\""),
    .kept(
      "set", Sample(head: "{% set v = env('X') %}\n", rest: "  env: {K: \"{{ v }}\"}\n"),
      "environment K = env(X)"),
    .kept(
      "set, block form",
      Sample(head: "{% set v %}a{{ env('X') }}{% endset %}\n", rest: "  env: {K: \"{{ v }}\"}\n"),
      "environment K = \"a\" env(X)"),
    .kept(
      "set, of two names",
      Sample(head: "{% set v, w = env('X'), env('Y') %}\n", rest: "  env: {K: \"{{ w }}\"}\n"),
      "environment K = env(Y)"),
    .kept(
      "with", .environment("    K: \"{% with v = env('X') %}{{ v }}{% endwith %}\"\n"),
      "environment K = env(X)"),
    .kept(
      "namespace",
      Sample(head: "{% set n = namespace(v=env('X')) %}\n", rest: "  env: {K: \"{{ n.v }}\"}\n"),
      "environment K = env(X)"),
    .kept(
      "loop variable",
      .environment("{% for v in [env('X'), env('Y')] %}    K{{ loop.index }}: \"{{ v }}\"\n{% endfor %}"),
      "environment K1 = env(X)", "environment K2 = env(Y)"),
    .kept(
      "the argument is a loop variable",
      .environment("{% for n in ['X', 'Y'] %}    {{ n }}: \"{{ env(n) }}\"\n{% endfor %}"),
      "environment X = env(X)", "environment Y = env(Y)"),
    .kept(
      "loop over a dict",
      .environment("{% for k, v in {'K': env('X')}.items() %}    {{ k }}: \"{{ v }}\"\n{% endfor %}"),
      "environment K = env(X)"),
    .kept("item of a list", .environment("    K: \"{{ [1, env('X')][1] }}\"\n"), "environment K = env(X)"),
    .kept("item of a dict", .environment("    K: \"{{ {'a': env('X')}.a }}\"\n"), "environment K = env(X)"),
    .kept(
      "chosen arm of an inline if", .environment("    K: \"{{ env('X') if true else env('Y') }}\"\n"),
      "environment K = env(X)"),
    .kept(
      "other arm of an inline if", .environment("    K: \"{{ env('X') if false else env('Y') }}\"\n"),
      "environment K = env(Y)"),
    .kept(
      "taken branch", .environment("    K: \"{% if 1 < 2 %}{{ env('X') }}{% else %}b{% endif %}\"\n"),
      "environment K = env(X)"),
    .kept("a name of any characters", .environment("    K: \"{{ env('a b.é') }}\"\n"), "K = env(a b.é)"),
  ]

  static let keptInKeys: [HolePlace] = [
    .kept("kwargs, quoted", .function("{a: \"{{ env('X') }}\"}\n"), "\"a\" = env(X)", "reference env(X)"),
    .kept("kwargs, plain, lone", .function("{a: {{ env('X') }}}\n"), "\"a\" = typed env(X)"),
    .kept("kwargs, plain, mixed", .function("{a: n{{ env('X') }}}\n"), "\"a\" = \"n\" env(X)"),
    .kept(
      "kwargs, plain, two", .function("{a: {{ env('X') }}{{ env('Y') }}}\n"), "\"a\" = env(X) env(Y)"),
    .kept(
      "kwargs, literal block", .function("\n      a: |\n        {{ env('X') }}\n"), "\"a\" = env(X) \"\\n\""),
    .kept(
      "kwargs, literal block, lone", .function("\n      a: |-\n        {{ env('X') }}\n"), "\"a\" = env(X)\n"),
    .kept("kwargs, !!str", .function("{a: !!str {{ env('X') }}}\n"), "\"a\" = env(X)\n"),
    .kept(
      "kwargs, nested lists and mappings",
      .function(
        "\n      a:\n        - {b: [\"{{ env('X') }}\", {{ env('Y') }}]}\n        - c{{ env('Z') }}\n"),
      "\"a\" = [{\"b\": [env(X), typed env(Y)]}, \"c\" env(Z)]"),
    .kept(
      "kwargs, merged", .function("{a: &a {k: {{ env('X') }}}, b: {<<: *a, l: 1}}\n"),
      "\"b\" = {\"k\": typed env(X), \"l\": 1}"),
    .kept("params, plain, lone", .notebook("{a: {{ env('X') }}}\n"), "\"a\" = typed env(X)"),
    .kept("params, quoted", .notebook("{a: '{{ env(\"X\") }}'}\n"), "\"a\" = env(X)"),
    .kept("params, nested", .notebook("{a: [{b: {{ env('X') }}}]}\n"), "\"a\" = [{\"b\": typed env(X)}]"),
    .kept(
      "cmd of a script", .script("python3 main.py {{ env('X') }}\n"),
      "command shell exec \"python3 main.py \" env(X)", "reference env(X)"),
    .kept(
      "cmd of a script, in the shell's double quotes", .script("python3 main.py \"{{ env('X') }}\"\n"),
      "\"python3 main.py \\\"\" env(X) \"\\\"\""),
    .kept(
      "cmd of a script, literal block",
      .script("|\n      set -e\n      python3 main.py --x={{ env('X') }}\n"),
      "\"set -e\\npython3 main.py --x=\" env(X) \"\\n\""),
    .kept("cmd of a script, lone", .script("{{ env('X') }}\n"), "command shell env(X)"),
    .kept(
      "image_build_cmds", .image("    image_build_cmds: [\"fetch {{ env('X') }}\"]"),
      "run \"fetch \" env(X)"),
    .kept(
      "image_build_cmds, literal block",
      .image("    image_build_cmds:\n      - |\n        fetch {{ env('X') }}"), "run \"fetch \" env(X)"),
    .kept(
      "registry_creds",
      .image("    registry_creds: {username: \"{{ env('X') }}\", password: {{ env('Y') }}}"),
      "username env(X)", "password from env(Y)"),
    .kept(
      "registry_creds, mixed user name",
      .image("    registry_creds: {username: \"a{{ env('X') }}\", password: \"{{ env('Y') }}\"}"),
      "username \"a\" env(X)"),
    .kept(
      "infra.post_build_cmds", Sample(infra: "{type: ec2, post_build_cmds: [\"echo {{ env('X') }}\"]}"),
      "agent", asides: ["ALTO3028 post_build_cmds"]),
    .kept(
      "post_build_cmds of the agent", Sample(rest: "  post_build_cmds: [\"echo {{ env('X') }}\"]\n"), "agent",
      asides: ["ALTO3094 post_build_cmds"]),
  ]

  static let keptOfMatrix: [HolePlace] = [
    .kept(
      "matrix in env", .matrix("    max_concurrency: 1\n    m: [1]\n  env: {K: \"a{{ matrix.m }}\"}\n"),
      "environment K = \"a\" matrix(m)"),
    .kept(
      "matrix in env, by item",
      .matrix("    max_concurrency: 1\n    m: [1]\n  env: {K: \"{{ matrix['m'] }}\"}\n"),
      "environment K = matrix(m)"),
    .kept(
      "matrix in cmd of a script",
      Sample(
        entrypoint: "{type: script, cmd: 'python3 main.py {{ matrix.m }}'}",
        rest: "  matrix: {max_concurrency: 1, m: [a]}\n"),
      "command shell exec \"python3 main.py \" matrix(m)"),
    .kept(
      "matrix in kwargs",
      Sample(
        entrypoint: "{type: function, cmd: main.run, kwargs: {a: {{ matrix.m }}, b: '{{ matrix.m }}'}}",
        rest: "  matrix: {max_concurrency: 1, m: [a]}\n"),
      "\"a\" = typed matrix(m)", "\"b\" = matrix(m)"),
    .kept(
      "matrix in params",
      Sample(
        entrypoint: "{type: jupyter, cmd: notebook.ipynb, params: {a: [{{ matrix.m }}]}}",
        rest: "  matrix: {max_concurrency: 1, m: [a]}\n"),
      "\"a\" = [typed matrix(m)]"),
    .kept(
      "matrix in set, loop and inline if",
      Sample(
        head: "{% set v = matrix.m %}\n",
        rest:
          "  matrix: {max_concurrency: 1, m: [a]}\n  env:\n{% for w in [v] %}    K: \"{{ w if true else 1 }}\"\n{% endfor %}"
      ),
      "environment K = matrix(m)"),
  ]
}
