/// Places where no reference can stand, and computed text where a reference should.
extension HolePlace {
  static let refusedByYAML: [HolePlace] = [
    .refused("an anchor", .environment("    K: &{{ env('X') }} a\n"), "ALTO2049 env('X')"),
    .refused("a part of an anchor", .environment("    K: &a{{ env('X') }} b\n"), "ALTO2049 env('X')"),
    .refused(
      "an alias", .environment("    K: &a b\n    L: *{{ env('X') }}\n"), "ALTO2049 env('X')"),
    .refused("a tag", .environment("    K: !{{ env('X') }} a\n"), "ALTO2049 env('X')"),
    .refused("a part of a tag", .environment("    K: !!s{{ env('X') }} a\n"), "ALTO2049 env('X')"),
    .refused("a merge", .function("{a: {<<: {{ env('X') }}}}\n"), "ALTO2048 {{ env('X') }}"),
    .refused(
      "behind a tag of an argument", .function("{a: !!int {{ env('X') }}}\n"), "ALTO3014 {{ env('X') }}"),
    .refused(
      "in quotes behind a tag of an argument", .function("{a: !!binary \"{{ env('X') }}\"}\n"),
      "ALTO3014 \"{{ env('X') }}\""),
    .refused(
      "a key in an argument that its tag does not fit", .function("{a: { !!int {{ env('X') }}: b}}\n"),
      "ALTO3014 {{ env('X') }}", with: ["X": "word"]),
    .refused("in place of a mapping", Sample(infra: "{{ env('X') }}"), "ALTO3004 {{ env('X') }}"),
    .refused("in place of variables", Sample(rest: "  env: {{ env('X') }}\n"), "ALTO3004 {{ env('X') }}"),
    .refused("in place of a list", Sample(rest: "  mounts: {{ env('X') }}\n"), "ALTO3004 {{ env('X') }}"),
    .refused(
      "in place of commands", .image("    image_build_cmds: \"{{ env('X') }}\""),
      "ALTO3004 \"{{ env('X') }}\""),
    .refused(
      "in place of matrix values", .matrix("    max_concurrency: 1\n    m: {{ env('X') }}\n"),
      "ALTO3121 {{ env('X') }}"),
    .refused(
      "max_concurrency in quotes", .matrix("    max_concurrency: \"{{ env('X') }}\"\n"),
      "ALTO3120 \"{{ env('X') }}\"", with: ["X": "3"]),
    .refused(
      "max_concurrency that is no integer", .matrix("    max_concurrency: {{ env('X') }}\n"),
      "ALTO3120 {{ env('X') }}", with: ["X": "3.0"]),
    .refused(
      "an empty early value", Sample(rest: "  artifacts: [{{ env('X') }}]\n"), "ALTO3005 {{ env('X') }}",
      with: ["X": ""]),
    .refused(
      "an early value with NUL", Sample(rest: "  artifacts: [{{ env('X') }}]\n"), "ALTO3017 {{ env('X') }}",
      with: ["X": "a\0"]),
    .refused(
      "a variable twice, once by env()", .environment("    K: a\n    {{ env('X') }}: b\n"),
      "ALTO2040 {{ env('X') }}", with: ["X": "K"]),
    .refused(
      "an argument twice, once by env()", .function("{k: a, {{ env('X') }}: b}\n"), "ALTO2040 {{ env('X') }}",
      with: ["X": "k"]),
    .refused(
      "a key in an argument twice, once by env()", .function("{a: {k: a, {{ env('X') }}: b}}\n"),
      "ALTO2040 {{ env('X') }}", with: ["X": "k"]),
    .refused(
      "a matrix key twice, once by env()",
      .matrix("    max_concurrency: 1\n    k: [a]\n    {{ env('X') }}: [b]\n"),
      "ALTO2040 {{ env('X') }}", with: ["X": "k"]),
    .refused(
      "a key twice, once by env()", Sample(rest: "  {{ env('X') }}: {type: ec2}\n"),
      "ALTO2040 {{ env('X') }}",
      with: ["X": "infra"]),
    .refused(
      "an agent twice, once by env()",
      Sample(head: Sample(name: "{{ env('X') }}").text),
      "ALTO2040 worker", with: ["X": "worker"]),
  ]

  static let refusedByTheTemplate: [HolePlace] = [
    .refused(
      "a filter in a late key", .environment("    K: \"{{ env('X') | upper }}\"\n"),
      "ALTO3011 env('X') | upper", with: ["X": "a"]),
    .refused(
      "a method in a late key", .environment("    K: \"{{ env('X').strip() }}\"\n"),
      "ALTO3011 env('X').strip()", with: ["X": "a"]),
    .refused(
      "a comparison in a late key", .environment("    K: \"{{ env('X') == 'a' }}\"\n"),
      "ALTO3011 env('X') == 'a'", with: ["X": "a"]),
    .refused(
      "an item of text in a late key", .function("{a: \"{{ env('X')[0] }}\"}\n"), "ALTO3011 env('X')[0]",
      with: ["X": "a"]),
    .refused(
      "or in a late key", .script("run {{ env('X') or 'b' }}\n"), "ALTO3011 env('X') or 'b'", with: ["X": "a"]
    ),
    .refused(
      "default in a late key", .script("run {{ env('X') | default('b') }}\n"),
      "ALTO3011 env('X') | default('b')", with: ["X": "a"]),
    .refused(
      "a filtered set in a late key",
      Sample(head: "{% set v = env('X') | trim %}\n", rest: "  env: {K: \"{{ v }}\"}\n"), "ALTO3011 v",
      with: ["X": "a"]),
    .refused(
      "computed kwargs, nested", .function("{a: [{b: \"{{ env('X') | lower }}\"}]}\n"),
      "ALTO3011 env('X') | lower",
      with: ["X": "a"]),
    .refused(
      "a computed build command", .image("    image_build_cmds: [\"a {{ env('X') | lower }}\"]"),
      "ALTO3011 env('X') | lower", with: ["X": "a"]),
    .refused(
      "a computed password",
      .image("    registry_creds: {username: a, password: \"{{ env('X') | trim }}\"}"),
      "ALTO3011 env('X') | trim", with: ["X": "a"]),
    .refused(
      "the argument of another env()", .environment("    K: \"{{ env(env('X')) }}\"\n"),
      "ALTO3011 env(env('X'))", with: ["X": "Y", "Y": "a"]),
    .refused(
      "a filter, not set", .environment("    K: \"{{ env('X') | upper }}\"\n"), "ALTO1041 env('X')"),
    .refused("a condition, not set", Sample(head: "{% if env('X') %}{% endif %}\n"), "ALTO1041 env('X')"),
    .refused("no name", .environment("    K: \"{{ env() }}\"\n"), "ALTO1040 env()"),
    .refused("two names", .environment("    K: \"{{ env('X', 'Y') }}\"\n"), "ALTO1040 env('X', 'Y')"),
    .refused("a number as name", .environment("    K: \"{{ env(1) }}\"\n"), "ALTO1040 env(1)"),
    .refused("an empty name", .environment("    K: \"{{ env('') }}\"\n"), "ALTO1040 env('')"),
    .refused("= in the name", .environment("    K: \"{{ env('A=B') }}\"\n"), "ALTO1040 env('A=B')"),
    .refused(
      "a bad call in an untaken branch",
      .environment("    K: \"a{% if false %}{{ env(1) }}{% endif %}\"\n"), "ALTO1040 env(1)"),
    .refused(
      "in the shell's single quotes", .script("echo '{{ env(\"X\") }}'\n"), "ALTO3016 env(\"X\")"),
    .refused(
      "in the shell's single quotes, build",
      .image("    image_build_cmds:\n      - echo '{{ env(\"X\") }}'"),
      "ALTO3016 env(\"X\")"),
  ]

  static let refusedOfMatrix: [HolePlace] = [
    .refused("matrix in infra", matrix(Sample(infra: "{type: \"{{ matrix.m }}\"}")), "ALTO3012 matrix.m"),
    .refused(
      "matrix in image.base",
      matrix(Sample(image: "{type: docker, base: 'a:{{ matrix.m }}', registry: ecr}")), "ALTO3012 matrix.m"),
    .refused(
      "matrix in image_build_cmds", matrix(.image("    image_build_cmds: ['run {{ matrix.m }}']")),
      "ALTO3012 matrix.m"),
    .refused(
      "matrix in registry_creds",
      matrix(.image("    registry_creds: {username: '{{ matrix.m }}', password: \"{{ env('P') }}\"}")),
      "ALTO3012 matrix.m"),
    .refused(
      "matrix in cmd of a function",
      matrix(Sample(entrypoint: "{type: function, cmd: 'main.{{ matrix.m }}'}")),
      "ALTO3012 matrix.m"),
    .refused(
      "matrix in cmd of a notebook",
      matrix(Sample(entrypoint: "{type: jupyter, cmd: '{{ matrix.m }}.ipynb'}")),
      "ALTO3012 matrix.m"),
    .refused(
      "matrix in src", matrix(Sample(entrypoint: "{type: script, cmd: ls, src: '{{ matrix.m }}'}")),
      "ALTO3012 matrix.m"),
    .refused(
      "matrix in requirements", matrix(Sample(rest: "  requirements: '{{ matrix.m }}'\n")),
      "ALTO3012 matrix.m"),
    .refused("matrix in mounts", matrix(Sample(rest: "  mounts: ['{{ matrix.m }}']\n")), "ALTO3012 matrix.m"),
    .refused(
      "matrix in artifacts", matrix(Sample(rest: "  artifacts: ['{{ matrix.m }}']\n")), "ALTO3012 matrix.m"),
    .refused("matrix in the name of an agent", matrix(Sample(name: "a{{ matrix.m }}")), "ALTO3012 matrix.m"),
    .refused(
      "matrix in the name of a variable", matrix(.environment("    '{{ matrix.m }}': a\n")),
      "ALTO3012 matrix.m"),
    .refused(
      "matrix in matrix", .matrix("    max_concurrency: 1\n    m: ['{{ matrix.n }}']\n"), "ALTO3012 matrix.n"),
    .refused(
      "matrix in max_concurrency", .matrix("    max_concurrency: {{ matrix.n }}\n"), "ALTO3012 matrix.n"),
    .refused(
      "matrix in post_build_cmds",
      matrix(Sample(infra: "{type: ec2, post_build_cmds: ['{{ matrix.m }}']}")),
      "ALTO3028 post_build_cmds", "ALTO3012 matrix.m"),
    .refused(
      "matrix under a filter", matrix(.environment("    K: '{{ matrix.m | int }}'\n")), "ALTO1042 matrix.m"),
    .refused(
      "matrix under a method", matrix(.environment("    K: '{{ matrix.m.upper() }}'\n")),
      "ALTO1042 matrix.m"),
    .refused(
      "matrix compared", matrix(.environment("    K: '{{ matrix.m == 1 }}'\n")), "ALTO1042 matrix.m"),
    .refused(
      "matrix in an if", matrix(Sample(head: "{% if matrix.m %}{% endif %}\n")), "ALTO1042 matrix.m"),
    .refused(
      "matrix in the test of an inline if", matrix(.environment("    K: '{{ 1 if matrix.m else 2 }}'\n")),
      "ALTO1042 matrix.m"),
    .refused(
      "matrix in a for", matrix(Sample(head: "{% for v in matrix.m %}{% endfor %}\n")), "ALTO1042 matrix.m"),
    .refused(
      "matrix itself", matrix(.environment("    K: '{{ matrix }}'\n")), "ALTO1042 matrix"),
    .refused(
      "a name that the matrix has not", matrix(.environment("    K: '{{ matrix.n }}'\n")),
      "ALTO3123 matrix.n"),
    .refused("without a matrix", .environment("    K: '{{ matrix.n }}'\n"), "ALTO3123 matrix.n"),
    .refused("matrix in an anchor", matrix(.environment("    K: &{{ matrix.m }} a\n")), "ALTO2049 matrix.m"),
  ]

  private static func matrix(_ sample: Sample) -> Sample {
    var sample = sample
    sample.rest += "  matrix: {max_concurrency: 1, m: [a]}\n"
    return sample
  }
}
