import AltoDiagnostics
import AltoSource
import ImageIR
import Template

/// The files that templates of the tests can ask for.
struct FakeFiles: TemplateFiles {
  func kind(of path: String) -> PathKind? {
    switch path {
    case "main.py", "/work/project/main.py": .file
    case ".", "src", "/work/project", "/work/project/src": .folder
    default: nil
    }
  }

  func resolve(_ path: String) -> String {
    path.hasPrefix("/") ? path : path == "." ? "/work/project" : "/work/project/" + path
  }
}

/// The variables that are set in tests.
let testEnvironment = [
  "A": "alpha", "B": "beta", "N": "7", "LIST": "x,y,z", "EMPTY": "", "ÜNI": "grün", "PATH_NAME": "A",
  "HTML": "<b>&</b>",
]

func inputs(_ environment: [String: String] = testEnvironment) -> TemplateInputs {
  TemplateInputs(
    file: "/work/project/alto.yml", platform: "linux", pythonVersion: { .known("3.11.4") },
    environment: EnvironmentVariables(environment), files: FakeFiles())
}

func expand(_ template: String, environment: [String: String] = testEnvironment) -> Staged<Expanded> {
  expand(SourceFile(name: "alto.yml", bytes: Array(template.utf8)), with: inputs(environment))
}

extension Staged where Output == Expanded {
  /// The expanded text; a hole shows as its reference in angle brackets.
  var text: String { filled { "<\($0)>" } }

  /// The text as the run would see it; nil when a poisoned place or an unset variable is in it.
  func text(filling environment: [String: String]) -> String? {
    var isWhole = true
    let result = filled { content in
      if case .reference(.environment(let name)) = content, let value = environment[name] { return value }
      isWhole = false
      return ""
    }
    return isWhole ? result : nil
  }

  private func filled(_ fill: (Hole.Content) -> String) -> String {
    var result = ""
    var start = 0
    for hole in value.holes {
      result += String(decoding: value.text[start..<Int(hole.offset)], as: UTF8.self) + fill(hole.content)
      start = Int(hole.offset) + Expanded.sentinel.count
    }
    return result + String(decoding: value.text[start...], as: UTF8.self)
  }

  /// The ids of what was reported, in order.
  var codes: [String] { diagnostics.map(\.code.id) }

  /// What was reported: id and the text under it.
  var findings: [String] {
    diagnostics.map { "\($0.code.id) \(value.source.text($0.span))" }
  }
}

extension Hole.Content: CustomStringConvertible {
  public var description: String {
    switch self {
    case .reference(let reference): reference.description
    case .poison: "poison"
    }
  }
}
