/// What one key takes and what it refuses.
struct KeyRow: Sendable, CustomStringConvertible {
  /// A value and the finding it gives: code and text.
  struct Wrong: Sendable {
    let value: String
    let finding: String
    /// The whole document, where the value alone does not show the mistake.
    let document: String?
  }

  let path: String
  let right: [String]
  let wrong: [Wrong]

  var description: String { path }

  private init(_ path: String, right: [String], wrong: [Wrong]) {
    self.path = path
    self.right = right
    self.wrong = wrong
  }

  private static func bad(_ value: String, _ finding: String) -> Wrong {
    Wrong(value: value, finding: finding, document: nil)
  }

  private static func bad(_ sample: Sample, _ finding: String) -> Wrong {
    Wrong(value: "", finding: finding, document: sample.text)
  }

  static let all: [KeyRow] = ofAgents + ofInfra + ofImage + ofEntrypoint

  private static let ofAgents: [KeyRow] = [
    KeyRow(
      "infra", right: ["{type: ec2}"],
      wrong: [bad("{}", "ALTO3003 infra"), bad("{typ: ec2}", "ALTO3001 typ")]),
    KeyRow(
      "image", right: ["{type: docker, base: 'a:1', registry: ecr}"],
      wrong: [
        bad("{}", "ALTO3003 image"), bad("{type: docker}", "ALTO3031 image"),
        bad("{type: docker, base: 'a:1', cmd: a}", "ALTO3002 cmd"),
      ]),
    KeyRow(
      "entrypoint", right: ["{type: script, cmd: ls}"],
      wrong: [bad("{}", "ALTO3003 entrypoint"), bad("{type: script, cmd: ls, arg: 1}", "ALTO3001 arg")]),
    KeyRow(
      "requirements", right: ["requirements.txt", "./requirements.txt", "/work/project/requirements.txt"],
      wrong: [
        bad("no.txt", "ALTO3070 no.txt"), bad("src", "ALTO3070 src"), bad("../a.txt", "ALTO3052 ../a.txt"),
      ]),
    KeyRow(
      "env", right: ["{A: b}", "{_a1: 010, B: '', C: yes, D: 3.10}"],
      wrong: [
        bad("{A: }", "ALTO3081 "), bad("{A: ~}", "ALTO3081 ~"), bad("{1A: b}", "ALTO3080 1A"),
        bad("{a-b: b}", "ALTO3080 a-b"), bad("{ALTO_ENV_X: a}", "ALTO3082 ALTO_ENV_X"),
        bad("{ALTO_MATRIX_m: a}", "ALTO3082 ALTO_MATRIX_m"), bad("{A: [b]}", "ALTO3004 [b]"),
        bad("{A: {b: c}}", "ALTO3004 {b: c}"), bad("{A: \"a\\nb\"}", "ALTO3083 \"a\\nb\""),
      ]),
    KeyRow(
      "mounts", right: ["[../shared]", "[/work/shared, ../shared/table.csv]"],
      wrong: [
        bad("[src]", "ALTO3092 src"), bad("[..]", "ALTO3091 .."), bad("[/]", "ALTO3091 /"),
        bad("[/home]", "ALTO3091 /home"), bad("[/nowhere]", "ALTO3090 /nowhere"), bad("[1]", "ALTO3004 1"),
        bad("[/work/shared, /other/shared]", "ALTO3095 /other/shared"), bad("['']", "ALTO3005 ''"),
      ]),
    KeyRow(
      "artifacts", right: ["[out.txt]", "[a/b.bin, /work/project/c, ./d]"],
      wrong: [
        bad("[../x]", "ALTO3093 ../x"), bad("[/etc/x]", "ALTO3093 /etc/x"), bad("[.]", "ALTO3093 ."),
        bad("[{a: b}]", "ALTO3004 {a: b}"),
      ]),
    KeyRow(
      "post_build_cmds", right: ["[echo a]"],
      wrong: [bad("[echo a]", "ALTO3094 post_build_cmds"), bad("[1]", "ALTO3004 1")]),
    KeyRow(
      "matrix",
      right: [
        "{max_concurrency: 1, m: [a]}", "{max_concurrency: 0x10, m: [1, 2.5, yes, ~]}",
        "{max_concurrency: !!int '3'}",
      ],
      wrong: [
        bad("{m: [a]}", "ALTO3003 matrix"), bad("{max_concurrency: 0}", "ALTO3120 0"),
        bad("{max_concurrency: -1}", "ALTO3120 -1"), bad("{max_concurrency: '2'}", "ALTO3120 '2'"),
        bad("{max_concurrency: 1.0}", "ALTO3120 1.0"), bad("{max_concurrency: yes}", "ALTO3120 yes"),
        bad("{max_concurrency: [1]}", "ALTO3120 [1]"), bad("{max_concurrency: 1, m: a}", "ALTO3121 a"),
        bad("{max_concurrency: 1, m: []}", "ALTO3121 []"),
        bad("{max_concurrency: 1, m: [[a]]}", "ALTO3121 [a]"),
        bad("{max_concurrency: 1, m: [a, b, a]}", "ALTO3122 a"),
        bad("{max_concurrency: 1, a-b: [a]}", "ALTO3124 a-b"),
      ]),
  ]

  private static let ofInfra: [KeyRow] = [
    KeyRow(
      "infra.type", right: ["ec2", "'ec2'"],
      wrong: [bad("emr", "ALTO3020 emr"), bad("gce", "ALTO3006 gce"), bad("EC2", "ALTO3006 EC2")]),
    KeyRow(
      "infra.instance_type", right: ["t2.micro", "m7g.large", "u-6tb1.metal"],
      wrong: [
        bad("t2micro", "ALTO3021 t2micro"), bad("T2.micro", "ALTO3021 T2.micro"), bad("t2.", "ALTO3021 t2."),
        bad("t2.huge", "ALTO3022 t2.huge"), bad("zz9.micro", "ALTO3022 zz9.micro"),
      ]),
    KeyRow(
      "infra.ami_image", right: ["ami-01c647eace872fc02", "ami-01c647ea"],
      wrong: [
        bad("ami-123", "ALTO3023 ami-123"), bad("AMI-01c647ea", "ALTO3023 AMI-01c647ea"),
        bad("ami-01c647eg", "ALTO3023 ami-01c647eg"),
      ]),
    KeyRow(
      "infra.python_version", right: ["3", "3.11", "3.11.4", "'3.10'"],
      wrong: [
        bad("3.x", "ALTO3024 3.x"), bad("1.2.3.4", "ALTO3024 1.2.3.4"), bad("'3.'", "ALTO3024 '3.'"),
        bad("yes", "ALTO3004 yes"), bad("3.11", "ALTO3026 python_version"),
        Wrong(
          value: "", finding: "ALTO3025 3.10",
          document:
            "worker:\n  infra: {type: ec2, python_version: 3.10}\n  entrypoint: {type: script, cmd: ls}\n"),
      ]),
    KeyRow(
      "infra.protocol", right: ["ssh", "ssm"],
      wrong: [bad("telnet", "ALTO3006 telnet"), bad("SSH", "ALTO3006 SSH")]),
    KeyRow(
      "infra.instance_profile", right: ["role"],
      wrong: [bad(Sample(infra: "{type: ec2, instance_profile: role}"), "ALTO3027 instance_profile")]),
    KeyRow(
      "infra.post_build_cmds", right: ["[echo a]", "[]"],
      wrong: [
        bad("[1]", "ALTO3004 1"), bad("[' ']", "ALTO3005 ' '"), bad("[echo a]", "ALTO3028 post_build_cmds"),
      ]),
  ]

  private static let ofImage: [KeyRow] = [
    KeyRow(
      "image.type", right: ["docker"],
      wrong: [bad("podman", "ALTO3006 podman"), bad("dockr", "ALTO3006 dockr")]),
    KeyRow(
      "image.base",
      right: ["'python:3.11'", "'ghcr.io/a/b:1'", "'localhost:5000/a:1'", "'a@sha256:" + digest + "'"],
      wrong: [
        bad("python", "ALTO3033 python"), bad("'python:latest'", "ALTO3033 'python:latest'"),
        bad("'Python:3'", "ALTO3032 'Python:3'"), bad("'https://a/b:1'", "ALTO3032 'https://a/b:1'"),
        bad("'a b:1'", "ALTO3032 'a b:1'"), bad("'a:b:c/d'", "ALTO3032 'a:b:c/d'"),
        bad("'a@sha256:1'", "ALTO3032 'a@sha256:1'"),
        bad(.image("    context: image"), "ALTO3030 context"),
        bad(Sample(image: "{type: docker, registry: ecr}"), "ALTO3031 image"),
      ]),
    KeyRow(
      "image.context", right: ["image", "image/Dockerfile", "./image/"],
      wrong: [
        bad("nowhere", "ALTO3034 nowhere"), bad("src", "ALTO3034 src"),
        bad(
          Sample(image: "{type: docker, context: image, registry: ecr, image_build_cmds: [a]}"),
          "ALTO3035 image_build_cmds"),
        bad(
          Sample(
            image: "{type: docker, context: image, registry: ecr}", rest: "  requirements: requirements.txt\n"
          ),
          "ALTO3035 requirements"),
        bad(
          Sample(image: "{type: docker, context: image, registry: ecr}", rest: "  mounts: [../shared]\n"),
          "ALTO3035 mounts"),
        bad("image", "ALTO3036 entrypoint"),
      ]),
    KeyRow(
      "image.image_build_cmds", right: ["[a, 'b c']", "[]"],
      wrong: [bad("[1]", "ALTO3004 1"), bad("[\"echo 'a\"]", "ALTO3015 '"), bad("['']", "ALTO3005 ''")]),
    KeyRow(
      "image.registry", right: ["dockerhub", "ecr"],
      wrong: [
        bad("quay", "ALTO3006 quay"), bad(Sample(image: "{type: docker, base: 'a:1'}"), "ALTO3037 image"),
      ]),
    KeyRow(
      "image.registry_creds", right: ["{username: a, password: \"{{ env('P') }}\"}"],
      wrong: [
        bad("{username: a}", "ALTO3038 registry_creds"),
        bad("{password: \"{{ env('P') }}\"}", "ALTO3038 registry_creds"),
        bad("{username: a, password: \"{{ env('P') }}\", user: b}", "ALTO3001 user"),
      ]),
    KeyRow(
      "image.registry_creds.username", right: ["bob", "\"{{ env('U') }}\""],
      wrong: [bad("a@b.example", "ALTO3041 a@b.example")]),
    KeyRow(
      "image.registry_creds.password", right: ["\"{{ env('P') }}\"", "\"{{ env('P') }}{{ env('Q') }}\""],
      wrong: [bad("hunter2", "ALTO3039 hunter2"), bad("\"a{{ env('P') }}\"", "ALTO3039 \"a{{ env('P') }}\"")]),
    KeyRow(
      "image.server_url", right: ["'unix:///run/docker.sock'", "'tcp://host:2375'", "'ssh://me@host'"],
      wrong: [
        bad("'http://a'", "ALTO3040 'http://a'"), bad("'unix://'", "ALTO3040 'unix://'"),
        bad("host", "ALTO3040 host"),
      ]),
  ]

  private static let ofEntrypoint: [KeyRow] = [
    KeyRow(
      "entrypoint.type", right: ["script"],
      wrong: [
        bad("sript", "ALTO3006 sript"), bad("project", "ALTO3050 project"),
        bad("function", "ALTO3053 python3 main.py"),
      ]),
    KeyRow(
      "entrypoint.src", right: ["src", ".", "./src/", "/work/project/src"],
      wrong: [
        bad("nowhere", "ALTO3051 nowhere"), bad("main.py", "ALTO3051 main.py"), bad("..", "ALTO3052 .."),
        bad("/work/shared", "ALTO3052 /work/shared"),
      ]),
    KeyRow(
      "entrypoint.cmd", right: ["ls", "'a && b'", "\"{{ env('X') }}\""],
      wrong: [
        bad("\"echo 'a\"", "ALTO3015 '"),
        bad(Sample(entrypoint: "{type: function, cmd: main}"), "ALTO3053 main"),
        bad(Sample(entrypoint: "{type: function, cmd: src.app.train}"), "ALTO3053 src.app.train"),
        bad(Sample(entrypoint: "{type: function, cmd: main.1a}"), "ALTO3053 main.1a"),
        bad(Sample(entrypoint: "{type: function, cmd: other.run}"), "ALTO3054 other"),
        bad(Sample(entrypoint: "{type: function, cmd: main.walk}"), "ALTO3055 walk"),
        bad(Sample(entrypoint: "{type: jupyter, cmd: main.py}"), "ALTO3056 main.py"),
        bad(Sample(entrypoint: "{type: jupyter, cmd: other.ipynb}"), "ALTO3057 other.ipynb"),
      ]),
    KeyRow(
      "entrypoint.kwargs", right: ["{a: 1}", "{a: [1, {b: c}], _b: ~}", "{}"],
      wrong: [
        bad("{a-b: 1}", "ALTO3059 a-b"), bad("{class: 1}", "ALTO3059 class"), bad("{1: 1}", "ALTO3059 1"),
        bad(Sample(entrypoint: "{type: script, cmd: ls, kwargs: {a: 1}}"), "ALTO3058 kwargs"),
      ]),
    KeyRow(
      "entrypoint.kernel", right: ["python3", "ir"],
      wrong: [bad(Sample(entrypoint: "{type: script, cmd: ls, kernel: a}"), "ALTO3058 kernel")]),
    KeyRow(
      "entrypoint.params", right: ["{a: 1}", "{}"],
      wrong: [
        bad("{a b: 1}", "ALTO3059 a b"),
        bad(Sample(entrypoint: "{type: function, cmd: main.run, params: {a: 1}}"), "ALTO3058 params"),
      ]),
  ]

  private static let digest = String(repeating: "0123456789abcdef", count: 4)
}
