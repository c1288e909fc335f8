import AltoDiagnostics
import AltoSource
import Check
import Driver
import ImageIR
import Lower
import Template

/// One agent of an alto.yml with the parts that a test wants to change.
struct Sample {
  /// Stands before the agent.
  var head = ""
  var name = "worker"
  var infra = "{type: ec2}"
  var image = "{type: docker, base: 'python:3.11-slim', registry: dockerhub}"
  var entrypoint = "{type: script, cmd: python3 main.py}"
  /// Further lines of the agent, indented by two.
  var rest = ""

  var text: String {
    head + name + ":\n  infra: " + infra + "\n  image: " + image + "\n  entrypoint: " + entrypoint + "\n"
      + rest
  }

  static func image(_ more: String) -> Sample {
    Sample(image: "\n    type: docker\n    base: 'python:3.11-slim'\n    registry: dockerhub\n" + more)
  }

  static func script(_ command: String) -> Sample {
    Sample(entrypoint: "\n    type: script\n    cmd: " + command)
  }

  static func function(_ kwargs: String) -> Sample {
    Sample(entrypoint: "\n    type: function\n    cmd: main.run\n    kwargs: " + kwargs)
  }

  static func notebook(_ params: String) -> Sample {
    Sample(entrypoint: "\n    type: jupyter\n    cmd: notebook.ipynb\n    params: " + params)
  }

  static func environment(_ lines: String) -> Sample {
    Sample(rest: "  env:\n" + lines)
  }

  static func matrix(_ lines: String) -> Sample {
    Sample(rest: "  matrix:\n" + lines)
  }
}

/// What altoc makes of a text in the sample project.
struct Outcome {
  let analysis: Analysis

  init(_ text: String, environment: [String: String] = [:], bakeable: Set<String> = []) {
    self.init(Array(text.utf8), environment: environment, bakeable: bakeable)
  }

  init(_ bytes: [UInt8], environment: [String: String] = [:], bakeable: Set<String> = []) {
    let world = Surroundings(
      environment: EnvironmentVariables(environment), files: Self.files,
      pythonVersion: { .known("3.11.4") }, platform: "linux", bakeable: bakeable)
    analysis = analyze(
      SourceFile(name: "alto.yml", bytes: bytes), at: Self.files.folder + "/alto.yml", in: world)
  }

  /// Code and text under the span of all that was found.
  var findings: [String] {
    analysis.diagnostics.map { $0.code.id + " " + ($0.source ?? analysis.source).text($0.span) }
  }

  var plans: [ImagePlan] { analysis.config.map { lower($0) } ?? [] }

  /// The plan of the one agent as the dump shows it; empty when there are errors.
  var plan: String { plans.map { $0.dump() }.joined() }

  static let files = MemoryFiles(
    folder: "/work/project",
    contents: [
      "/work/project/main.py": Array("def run(**arguments):\n  pass\n".utf8),
      "/work/project/src/app.py": Array("def train():\n  pass\n".utf8),
      "/work/project/notebook.ipynb": Array("{}".utf8),
      "/work/project/requirements.txt": Array("six==1.16.0\n".utf8),
      "/work/project/image/Dockerfile": Array("FROM scratch\n".utf8),
      "/work/project/data.csv": [],
      "/work/shared/table.csv": [],
      "/other/shared/table.csv": [],
      "/home/user/.profile": [],
    ])
}
