import AltoDiagnostics
import AltoSource
import YAML

extension Checker {
  /// The base name of the project's folder.
  var projectName: String {
    inputs.files.folder.split(separator: "/").last.map(String.init) ?? "root"
  }

  /// The agent's name, which becomes a folder.
  mutating func agentName(_ key: Edge) -> Located<String>? {
    guard let name = keyName(key, in: "") else { return nil }
    let isFileName =
      !name.value.isEmpty && name.value != "." && name.value != ".." && name.value.utf8.count <= 255
      && name.value.unicodeScalars.allSatisfy { $0 != "/" && $0.properties.generalCategory != .control }
    if isFileName { return name }
    report(.agentName(name.value, at: name.span))
    return nil
  }

  /// `PROJECT-AGENT` in the grammar of registries. A note when more than case and underscores had to change.
  mutating func imageName(for agent: Located<String>, isBuilt: Bool) -> String {
    let project = String(projectName.map { $0 == "_" ? "-" : $0 })
    let wanted = (project + "-" + agent.value).lowercased()
    let name = ImageName.map(wanted)
    if name != wanted, isBuilt { report(.imageNameChanged(name, at: agent.span)) }
    return name
  }
}
