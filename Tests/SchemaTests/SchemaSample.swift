import AltoDiagnostics
import AltoSchema
import AltoSource
import Driver
import TestSupport
import Template

/// An alto.yml made from the table of keys: one agent with all that is required, and one value that a test chose.
struct SchemaSample: CustomStringConvertible {
  /// With dots: `image.base`.
  let path: String
  /// As it stands behind the colon, or in a list behind the bracket.
  let value: String
  /// Values of other keys, by path.
  private var values: [String: String]

  var description: String { "\(path): \(value)" }

  init(_ path: String, _ value: String, with others: [String: String] = [:]) {
    self.path = path
    self.value = value
    values = ["image.registry": "dockerhub"].merging(others) { $1 }
    values[path] = value
    guard let key = Schema.keys.first(where: { $0.path.text == path }) else { return }
    let owner = key.owner.text
    if !owner.isEmpty, others["entrypoint.type"] == nil {
      values["entrypoint.type"] = owner
      values["entrypoint.cmd"] = owner == "function" ? "main.run" : "notebook.ipynb"
    }
  }

  var text: String { "worker: " + mapping(AgentKeys.section) + "\n" }

  private func mapping(_ section: Section) -> String {
    let choice = section.exactlyOne.map(\.path.text)
    let chosen = choice.first { values[$0] != nil } ?? choice.first
    let entries = section.keys.compactMap { key -> String? in
      let path = key.path.text
      if let value = values[path] { return "\(key.name): \(value)" }
      let isNeeded = isRequired(key) || path == chosen
      if let inner = Schema.sections.first(where: { $0.path.text == path }) {
        let isUsed = isNeeded || path == "image" || values.keys.contains { $0.hasPrefix(path + ".") }
        return isUsed ? "\(key.name): \(mapping(inner))" : nil
      }
      return isNeeded ? "\(key.name): \(key.example)" : nil
    }
    return "{" + entries.joined(separator: ", ") + "}"
  }

  private func isRequired(_ key: Key) -> Bool {
    switch key.presence {
    case .required: true
    case .optional: false
    }
  }
}

extension SchemaSample {
  /// What altoc itself says of a text in the catalogue's example project.
  static func check(_ text: String) throws -> Analysis {
    let path = Repository.root + "/Tests/CatalogueTests/Project/alto.yml"
    let world = Surroundings(
      environment: EnvironmentVariables(["EARLY": "early"]),
      files: try HostFiles(file: path, output: nil, home: "/home/user"),
      pythonVersion: { .known("3.11.4") }, platform: "linux")
    return analyze(SourceFile(name: "alto.yml", bytes: Array(text.utf8)), at: path, in: world)
  }
}
