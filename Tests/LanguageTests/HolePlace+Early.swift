/// Early keys, and conditions: the value is taken now.
extension HolePlace {
  static let filledKeys: [HolePlace] = [
    .filled("infra.type", Sample(infra: "{type: \"{{ env('X') }}\"}"), "ec2", "agent"),
    .filled(
      "infra.instance_type", Sample(infra: "{type: ec2, instance_type: {{ env('X') }}}"), "t4g.micro",
      "platform linux/arm64"),
    .filled(
      "infra.ami_image", Sample(infra: "{type: ec2, ami_image: ami-{{ env('X') }}}"), "01c647ea", "agent"),
    .filled(
      "infra.python_version", Sample(infra: "{type: ec2, python_version: {{ env('X') }}}"), "3.10", "agent",
      asides: ["ALTO3026 python_version"]),
    .filled("infra.protocol", Sample(infra: "{type: ec2, protocol: {{ env('X') }}}"), "ssm", "agent"),
    .filled(
      "infra.instance_profile",
      Sample(infra: "{type: ec2, protocol: ssm, instance_profile: {{ env('X') }}}"),
      "role", "agent"),
    .filled(
      "image.type", Sample(image: "{type: {{ env('X') }}, base: 'a:1', registry: ecr}"), "docker",
      "from docker.io/library/a:1"),
    .filled(
      "image.base", Sample(image: "{type: docker, base: \"python:{{ env('X') }}\", registry: ecr}"), "3.10",
      "from docker.io/library/python:3.10"),
    .filled(
      "image.context", Sample(image: "{type: docker, context: {{ env('X') }}, registry: ecr}"), "image",
      "build supplied", asides: ["ALTO3036 entrypoint"]),
    .filled(
      "image.registry", Sample(image: "{type: docker, base: 'a:1', registry: {{ env('X') }}}"), "ecr",
      "registry ecr"),
    .filled(
      "image.server_url", .image("    server_url: {{ env('X') }}"), "unix:///a", "server \"unix:///a\""),
    .filled(
      "entrypoint.type", Sample(entrypoint: "{type: {{ env('X') }}, cmd: main.run}"), "function",
      "command function \"main\" \"run\""),
    .filled(
      "entrypoint.src", Sample(entrypoint: "{type: script, cmd: ls, src: {{ env('X') }}}"), "src",
      "workdir \"/workspace/project/src\""),
    .filled(
      "entrypoint.cmd of a function", Sample(entrypoint: "{type: function, cmd: \"main.{{ env('X') }}\"}"),
      "run",
      "command function \"main\" \"run\""),
    .filled(
      "entrypoint.cmd of a notebook", Sample(entrypoint: "{type: jupyter, cmd: {{ env('X') }}.ipynb}"),
      "notebook", "notebook.ipynb"),
    .filled(
      "entrypoint.kernel",
      Sample(entrypoint: "{type: jupyter, cmd: notebook.ipynb, kernel: {{ env('X') }}}"),
      "ir", "kernel \"ir\""),
    .filled("requirements", Sample(rest: "  requirements: {{ env('X') }}.txt\n"), "requirements", "install"),
    .filled("mounts", Sample(rest: "  mounts: [\"../{{ env('X') }}\"]\n"), "shared", "workspace/shared"),
    .filled("artifacts", Sample(rest: "  artifacts: [{{ env('X') }}]\n"), "out.txt", "out.txt"),
    .filled("the name of an agent", Sample(name: "a-{{ env('X') }}"), "b", "agent \"a-b\""),
    .filled("the name of an agent, quoted", Sample(name: "\"{{ env('X') }}\""), "b", "agent \"b\""),
    .filled("the name of a key", Sample(rest: "  {{ env('X') }}: {K: v}\n"), "env", "environment K = \"v\""),
    .filled("the name of a variable", .environment("    {{ env('X') }}: v\n"), "K", "environment K = \"v\""),
    .filled("the name of an argument", .function("{ {{ env('X') }}: v}\n"), "a", "\"a\" = \"v\""),
    .filled(
      "a key inside an argument", .function("{a: {\"{{ env('X') }}\": v}}\n"), "3", "\"a\" = {\"3\": \"v\"}"),
    .filled(
      "a plain key inside an argument", .function("{a: { {{ env('X') }}: v}}\n"), "3", "\"a\" = {3: \"v\"}"),
    .filled(
      "the name of a matrix key", .matrix("    max_concurrency: 1\n    {{ env('X') }}: [1]\n"), "m",
      "\"m\": 1"),
  ]

  static let filledTypes: [HolePlace] = [
    .filled("max_concurrency", .matrix("    max_concurrency: {{ env('X') }}\n"), "3", "matrix at most 3"),
    .filled(
      "max_concurrency, octal", .matrix("    max_concurrency: {{ env('X') }}\n"), "010", "matrix at most 8"),
    .filled(
      "max_concurrency, mixed", .matrix("    max_concurrency: 1{{ env('X') }}\n"), "2", "matrix at most 12"),
    .filled(
      "a matrix value, plain: an integer", .matrix("    max_concurrency: 1\n    m: [{{ env('X') }}]\n"),
      "010",
      "\"m\": 8 as \"010\""),
    .filled(
      "a matrix value, plain: a boolean", .matrix("    max_concurrency: 1\n    m: [{{ env('X') }}]\n"), "yes",
      "\"m\": true as \"yes\""),
    .filled(
      "max_concurrency, tagged", .matrix("    max_concurrency: !!int \"{{ env('X') }}\"\n"), "3",
      "matrix at most 3"),
    .filled(
      "a matrix value, tagged: text", .matrix("    max_concurrency: 1\n    m: [!!str {{ env('X') }}]\n"),
      "010",
      "\"m\": \"010\" as \"010\""),
    .filled(
      "a matrix value, quoted: text", .matrix("    max_concurrency: 1\n    m: [\"{{ env('X') }}\"]\n"), "010",
      "\"m\": \"010\" as \"010\""),
    .filled(
      "a value that looks like YAML, plain", Sample(rest: "  artifacts:\n    - {{ env('X') }}\n"),
      "a: [b, *c] # d", "a: [b, *c] # d"),
    .filled(
      "a value with a line break, plain", .matrix("    max_concurrency: 1\n    m: [{{ env('X') }}]\n"),
      "a\n- b", "\"m\": \"a\\n- b\" as \"a\\n- b\""),
    .filled(
      "a value that looks like a template", Sample(rest: "  artifacts: [{{ env('X') }}]\n"), "{{ 1 }}",
      "{{ 1 }}"),
    .filled(
      "a value with a quote, in quotes", Sample(rest: "  artifacts: [\"{{ env('X') }}\"]\n"), "a\"b\\n",
      "a\\\"b\\\\n"),
  ]

  static let filledTemplates: [HolePlace] = [
    .filled(
      "the test of an if",
      Sample(
        head: "{% if env('X') == 'a' %}{% set t = '1' %}{% else %}{% set t = '2' %}{% endif %}\n",
        rest: "  env: {K: \"{{ 'one' if env('X') == 'a' else 'two' }}\"}\n"),
      "a", "environment K = \"one\"", missing: "ALTO1041 env('X')"),
    .filled(
      "the test of an inline if", .environment("    K: \"{{ 'b' if env('X') else 'c' }}\"\n"), "a",
      "environment K = \"b\"", missing: "ALTO1041 env('X')"),
    .filled(
      "the test of an inline if, empty", .environment("    K: \"{{ 'b' if env('X') else 'c' }}\"\n"), "",
      "environment K = \"c\"", missing: "ALTO1041 env('X')"),
    .filled(
      "the test of an inline if beside a late arm",
      .environment("    K: \"{{ env('Y') if env('X') else 'c' }}\"\n"), "a", "environment K = env(Y)",
      missing: "ALTO1041 env('X')"),
    .filled(
      "a filter of a for", .environment("    K: \"{% for n in [1, 2] if env('X') %}{{ n }}{% endfor %}\"\n"),
      "a", "environment K = \"12\"", missing: "ALTO1041 env('X')"),
    .filled(
      "a filter in an early key",
      Sample(image: "{type: docker, base: \"python:{{ env('X') | lower }}\", registry: ecr}"), "SLIM",
      "from docker.io/library/python:slim", missing: "ALTO1041 env('X')"),
    .filled(
      "a comparison in an early key", .matrix("    max_concurrency: {{ (env('X') == 'a') | int + 1 }}\n"),
      "a",
      "matrix at most 2", missing: "ALTO1041 env('X')"),
    .filled(
      "a method in the name of an agent", Sample(name: "{{ env('X').lower() }}"), "A", "agent \"a\"",
      missing: "ALTO1041 env('X')"),
  ]

  static let droppedPlaces: [HolePlace] = [
    .dropped("a comment line", Sample(head: "# {{ env('X') }}\n")),
    .dropped("a comment behind a value", .environment("    K: a # {{ env('X') }}\n")),
    .dropped("a comment behind a block's header", .environment("    K: |- # {{ env('X') }}\n      a\n")),
    .dropped("a comment between keys", .environment("    K: a\n  # {{ env('X') }}: [{{ env('Y') }}\n")),
    .dropped("a comment in a flow list", Sample(rest: "  artifacts: [a, # {{ env('X') }}\n    b]\n")),
    .dropped("a comment at the end of the file", .environment("    K: a\n# {{ env('X') }}")),
    .dropped("a comment of the template", Sample(head: "{# {{ env('X') }} #}\n")),
    .dropped("raw", .environment("    K: \"{% raw %}{{ env('X') }}{% endraw %}\"\n")),
    .dropped("a set that nothing uses", Sample(head: "{% set v = env('X') %}\n")),
    .dropped("an untaken branch", .environment("    K: \"a{% if false %}{{ env('X') }}{% endif %}\"\n")),
    .dropped("an untaken arm", .environment("    K: \"{{ env('X') if false else 'a' }}\"\n")),
    .dropped("an empty loop", .environment("    K: \"a{% for n in [] %}{{ env('X') }}{% endfor %}\"\n")),
    .dropped("an unused item", .environment("    K: \"{{ [env('X'), 'a'][1] }}\"\n")),
    .dropped("a matrix value in a comment", Sample(head: "# {{ matrix.m }}\n")),
  ]
}
