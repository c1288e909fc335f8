import AltoSource
import Check
import Emit
import ImageIR
import Template
import YAML

extension Compilation {
  /// A stage in its text form, with a title for each text: of the whole file, or of each of the agents.
  ///
  /// Stages behind the check give nothing when the file has errors.
  package func texts(
    of stage: EmitStage, agents: [String], _ settings: OutputSettings
  ) throws(FileFailure) -> [(title: String, text: String)] {
    let name = input.source.name
    switch stage {
    case .template: return [(name, analysis.expanded.printed())]
    case .tree: return [(name, analysis.tree.dump())]
    case .config:
      let names = agents.isEmpty ? nil : Set(agents)
      return analysis.config.map { [(name, $0.dump(agents: names))] } ?? []
    case .ir:
      return plans(of: agents, platform: settings.platform).map { (name + ": " + $0.agent, $0.dump()) }
    case .dockerfile: return try artifacts("Dockerfile", agents, settings)
    case .build: return try artifacts("build.sh", agents, settings)
    case .manifest: return try artifacts("push-manifest.json", agents, settings)
    case .context:
      return try outputs(agents, settings).map { ($0.plan.agent + "/context", $0.context.printed()) }
    }
  }

  private func artifacts(
    _ path: String, _ agents: [String], _ settings: OutputSettings
  ) throws(FileFailure) -> [(title: String, text: String)] {
    try outputs(agents, settings).compactMap { output in
      output.artifacts.first { $0.path == path }.map { (output.plan.agent + "/" + path, $0.text) }
    }
  }

  private func outputs(_ agents: [String], _ settings: OutputSettings) throws(FileFailure) -> [AgentOutput] {
    var staging = ContextStaging()
    var result: [AgentOutput] = []
    for plan in plans(of: agents, platform: settings.platform) {
      result.append(try output(of: plan, tags: settings.tags, staging: &staging))
    }
    return result
  }
}

extension ContextListing {
  /// One line for each entry: mode, sum or kind, path.
  package func printed() -> String {
    entries.map { entry in
      switch entry.content {
      case .file(let mode, let sha256, let size):
        "\(String(mode, radix: 8)) \(sha256) \(size) \(entry.path)\n"
      case .folder(let mode): "\(String(mode, radix: 8)) folder \(entry.path)\n"
      case .link(let target): "link \(entry.path) -> \(target)\n"
      }
    }.joined()
  }
}
