import AltoDiagnostics
import AltoSchema
import Driver
import Testing

/// The schema beside the checker: what one takes the other takes, wherever no file and no template has a say.
@Suite struct AgreementTests {
  /// Right and wrong values by key.
  private static let values: [(path: String, values: [String])] = [
    ("infra.type", ["ec2", "emr", "EC2", "gce", "'ec2 '"]),
    (
      "infra.instance_type",
      [
        "t2.micro", "T2.micro", "t2.", ".micro", "t2micro", "m7i-flex.large", "u-6tb1.metal", "tt.micro",
        "2t.micro", "t2.micro.large", "t2.2xlarge", "t-.x1", "t2.mi_cro", "t2.größe",
      ]
    ),
    (
      "infra.ami_image",
      [
        "ami-01c647eace872fc02", "ami-01c647ea", "ami-123", "AMI-01c647ea", "ami-01c647eg",
        "ami-01c647eace872fc0", "ami-", "xami-01c647ea", "ami-01c647eace872fc021",
      ]
    ),
    (
      "infra.python_version",
      [
        "3", "3.11", "3.11.4", "'3.10'", "'3.'", "3.x", "1.2.3.4", "'٣'", "' 3'", "-3", "'.3'", "'3..1'",
        "yes",
        "v3",
      ]
    ),
    ("infra.protocol", ["ssh", "ssm", "telnet", "SSH"]),
    ("image.type", ["docker", "Docker", "podman"]),
    ("image.registry", ["dockerhub", "ecr", "quay", "docker-hub"]),
    ("image.base", bases),
    (
      "image.server_url",
      ["'unix:///run/docker.sock'", "'tcp://host:2375'", "'ssh://a@b'", "'http://a'", "'unix://'", "host"]
    ),
    ("image.context", ["image", "image/Dockerfile"]),
    ("entrypoint.type", ["script", "project", "sript", "Script"]),
    ("entrypoint.src", ["src", ".", "./", "./.", ".//", "..", "./..", "/", "../..", "//"]),
    ("requirements", ["requirements.txt", ".", "..", "/", "./"]),
    (
      "artifacts",
      ["[out.txt]", "[a/b]", "[.]", "[..]", "[/]", "['...']", "[./x]", "[]", "[1]", "[yes]", "[a, '']"]
    ),
    ("mounts", ["[/]", "[..]", "[.]", "[./]", "[../..]", "[]", "[image]", "[1]", "[~]", "[[image]]"]),
    ("env", environments),
    ("entrypoint.kwargs", arguments),
    ("entrypoint.params", ["{a: 1}", "{a-b: 1}", "{class: 1}"]),
    ("matrix", matrices),
    ("image.registry_creds", ["{username: a, password: b}", "{username: a}", "{password: b}", "{}"]),
    ("image", ["{type: docker}", "{type: docker, base: 'a:1', context: image}", "{}"]),
    ("image.image_build_cmds", ["[a]", "[]", "['']", "[' ']", "[1]", "[~]", "[[a]]"]),
  ]

  private static let bases = [
    "'python:3.11'", "'python'", "'ghcr.io/a/b:1'", "'localhost:5000/a:1'", "'localhost/a'", "'Python:3'",
    "'HOST/a:1'", "'host.io:x/a'", "'https://a/b:1'", "'a b:1'", "'a:b:c/d'", "'a:1:2'", "'a@sha256:1'",
    "'a@sha256:\(digest)'", "'a:1@sha256:\(digest)'", "'a@md5:\(digest.prefix(32))'",
    "'a@md5:\(digest.prefix(31))'",
    "'a_b/c__d/e-f/g.h'", "'a___b'", "'a..b'", "'-a'", "'a-'", "'a/'", "'/a'", "'a//b'", "'a:'", "'a:-1'",
    "'a:.1'",
    "'a:_1'", "'é'", "'a@'", "'a---b:1'", "'a.b'", "'a-.b/c'", "'ghcr.io:80/a/b@sha256:\(digest)'", "':1'",
    "'@'",
    "'a:\(String(repeating: "t", count: 128))'", "'a:\(String(repeating: "t", count: 129))'",
  ]
  private static let digest = String(repeating: "0123456789abcdef", count: 4)

  private static let environments = [
    "{A: b}", "{_a1: 010, B: '', C: yes, D: 3.10}", "{A: }", "{A: ~}", "{1A: b}", "{a-b: b}",
    "{ALTO_ENV_X: a}",
    "{ALTO_MATRIX_m: a}", "{ALTO_X: a}", "{A: [b]}", "{A: {b: c}}", "{A: \"a\\nb\"}", "{A: \"a\\0b\"}",
    "{A: 2001-01-01}", "{É: b}", "{'': b}", "{'A B': b}", "{}", "{A: \"a\\n\"}",
  ]

  private static let arguments =
    [
      "{a: 1}", "{_: 1}", "{a1_: [1, {b-c: d}]}", "{é: 1}", "{日本: 1}", "{a-b: 1}", "{1a: 1}", "{'': 1}",
      "{'a b': 1}", "{a.b: 1}", "{'a!': 1}", "{'a[': 1}", "{'a^': 1}", "{'a`': 1}", "{'{': 1}", "{'a~': 1}",
      "{nonclass: 1}", "{classes: 1}", "{yes: 1}", "{~: 1}", "{a: ~}", "{}",
    ]
    + [
      "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
      "del",
      "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
      "nonlocal", "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", "match", "type",
      "_",
    ]
    .map { "{\($0): 1}" }

  private static let matrices = [
    "{max_concurrency: 1}", "{max_concurrency: 0x10, m: [1, 2.5, yes, ~, a]}", "{m: [a]}",
    "{max_concurrency: 0}",
    "{max_concurrency: -1}", "{max_concurrency: '2'}", "{max_concurrency: 1.5}", "{max_concurrency: yes}",
    "{max_concurrency: [1]}", "{max_concurrency: ~}", "{max_concurrency: 1, m: a}",
    "{max_concurrency: 1, m: []}",
    "{max_concurrency: 1, m: [[a]]}", "{max_concurrency: 1, m: [{a: b}]}", "{max_concurrency: 1, a-b: [a]}",
    "{max_concurrency: 1, 1a: [a]}", "{max_concurrency: 1, m: ~}", "{}",
  ]

  private static let commands: [SchemaSample] =
    ["main.run", "main", "main.run.x", "main.", ".run", "ma-in.run", "main.1", "'main run'"].map {
      SchemaSample("entrypoint.cmd", $0, with: ["entrypoint.type": "function"])
    }
    + ["notebook.ipynb", ".ipynb", "main.py", "'papermill notebook.ipynb x'"].map {
      SchemaSample("entrypoint.cmd", $0, with: ["entrypoint.type": "jupyter"])
    }
    + ["function", "script", "jupyter", "project"].flatMap { type in
      ["kwargs: {}", "kernel: python3", "params: {}"].map { entry in
        let command = ["function": "main.run", "jupyter": "notebook.ipynb"][type] ?? "ls"
        return SchemaSample("entrypoint", "{type: \(type), cmd: \(command), \(entry)}")
      }
    }

  private static let shapes = Schema.keys.flatMap { key in
    ["~", "''", "' '", "17", "3.25", "yes", "word", "[a]", "{a: b}", "[]", "{}"].map {
      SchemaSample(key.path.text, $0)
    }
  }

  @Test func literalValues() async throws {
    let rows = Self.values.flatMap { row in row.values.map { SchemaSample(row.path, $0) } }
    let samples = rows + Self.commands
    try await agree(on: samples.map(\.text))
    #expect(samples.count > 250)
  }

  @Test func valuesOfEveryShapeBehindEveryKey() async throws {
    // A folder or a file that is not there is no matter of a schema.
    try await agree(
      on: Self.shapes.map(\.text),
      except: ["ALTO3034", "ALTO3051", "ALTO3070", "ALTO3090"])
  }

  @Test func namesOfAgents() async throws {
    let names = ["a", "'a b'", "é", "..", ".", "'...'", "a/b", "\"a\\tb\"", "\"a\\x7fb\"", "''", "' '"]
    try await agree(on: names.map { SchemaSample("infra.type", "ec2").text.replacing("worker", with: $0) })
  }

  /// Every example of the catalogue: what altoc compiles, if with a warning, the schema takes.
  @Test func nothingThatCompilesIsRefused() async throws {
    let texts = Catalogue.all.flatMap { [$0.bad, $0.good] }.compactMap { example -> String? in
      switch example {
      case .document(let text): "\(text)"
      case .bytes, .situation: nil
      }
    }
    let analyses = try texts.map { try SchemaSample.check($0) }
    let compiled = analyses.filter { !$0.hasErrors }.map { $0.expanded.printed() }
    #expect(compiled.count > 100)
    guard let report = try await SchemaOracle.judge(compiled) else { return }
    for (text, verdict) in zip(compiled, report.documents) {
      #expect(verdict.isAccepted == true, "\(text)\n\(verdict)")
    }
  }

  /// - Parameter exceptions: codes of mistakes that only altoc can see; the schema has to take such a text.
  private func agree(
    on texts: [String], except exceptions: Set<String> = [], sourceLocation: SourceLocation = #_sourceLocation
  ) async throws {
    guard let report = try await SchemaOracle.judge(texts) else { return }
    for (text, verdict) in zip(texts, report.documents) {
      let errors = try SchemaSample.check(text).diagnostics.filter { $0.severity == .error }.map(\.code.id)
      let expected = errors.allSatisfy { exceptions.contains($0) }
      #expect(verdict.isAccepted == expected, "\(text)\(errors)\n\(verdict)", sourceLocation: sourceLocation)
    }
  }
}
