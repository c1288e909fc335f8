import AltoSource
@testable import Check
import ImageIR

/// Makes checked configurations without reading files.
struct Sample {
  var name = "agent"
  var folder = "/home/someone/demo"
  var instanceType = "t2.micro"
  var source = CheckedImage.Source.base(at(2, base))
  var commands: [Located<LateText>] = []
  var entrypoint = CheckedEntrypoint.Kind.script(command: at(3, LateText("python3 main.py")))
  var entrypointFolder = ""
  var requirements: CheckedRequirements?
  var environment: [(String, LateText)] = []
  var mounts: [CheckedMount] = []
  var artifacts: [String] = []
  var matrix: CheckedMatrix?
  var entries: [ContextPlan.Entry] = [
    ContextPlan.Entry(path: "main.py", kind: .file(executable: false, size: 10)),
    ContextPlan.Entry(path: "out", kind: .folder),
    ContextPlan.Entry(path: "requirements.txt", kind: .file(executable: false, size: 5)),
  ]

  static let base = ImageReference(
    registry: "docker.io", repository: "library/python", tag: "3.10.8-slim-bullseye", digest: nil)
  static let text = (1...9).map { "line \($0)\n" }.joined()

  /// A value on that line of the text.
  static func at<Value>(_ line: Int, _ value: Value) -> Located<Value> {
    Located(value, at: span(line))
  }

  static func span(_ line: Int) -> Span { Span((line - 1) * 7..<line * 7) }

  static func relative(_ source: String) -> CheckedMount {
    CheckedMount(source: source, place: .relative, entries: [], span: span(8))
  }

  static func absolute(_ source: String) -> CheckedMount {
    CheckedMount(source: source, place: .absolute, entries: [], span: span(8))
  }

  var config: CheckedConfig {
    let image = CheckedImage(
      source: source, buildCommands: commands, registry: Registry(kind: .ecr, username: nil, password: .none),
      serverURL: nil)
    let agent = CheckedAgent(
      name: Self.at(1, name), span: Span(0..<63), imageName: "demo-agent", instanceType: instanceType,
      image: image,
      entrypoint: CheckedEntrypoint(kind: entrypoint, folder: entrypointFolder, span: Self.span(3)),
      requirements: requirements,
      environment: environment.map { name, value in
        CheckedVariable(name: Self.at(5, name), value: Self.at(5, value))
      },
      mounts: mounts, artifacts: artifacts.map { Self.at(7, $0) }, matrix: matrix, earlyVariables: [])
    let name = folder.split(separator: "/").last.map(String.init) ?? ""
    return CheckedConfig(
      source: SourceFile(name: "alto.yml", bytes: Array(Self.text.utf8)),
      project: Project(name: name, folder: folder, entries: entries), agents: [agent])
  }
}
