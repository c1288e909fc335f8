package import AltoSource
import Check
import FoundationEssentials
package import ImageIR

extension OutputSettings {
  /// Where an agent's folder stands below DIR.
  package func place(of plan: ImagePlan) -> String {
    nested ? plan.project + "/" + plan.agent : plan.agent
  }

  /// The path of such a place, as the user would write it.
  package func path(of place: String) -> String {
    folder.hasSuffix("/") ? folder + place : folder + "/" + place
  }
}

extension AgentFolder {
  /// What is written for one agent.
  package init(_ output: AgentOutput) {
    self.init(
      files: output.artifacts.map { File($0) }, plan: output.plan.context, listing: output.context)
  }
}

extension Compilation {
  /// The agent's name in the file.
  package func span(of plan: ImagePlan) -> Span {
    analysis.config?.agents.first { $0.name.value == plan.agent }?.name.span ?? Span(at: 0)
  }

  /// In the order of the file; nil when it has errors.
  package var agentNames: [String]? {
    analysis.config?.agents.map(\.name.value)
  }

  package var owner: ManifestOwner? {
    analysis.config.map { config in
      ManifestOwner(project: config.project.name, file: sourceName(of: config))
    }
  }
}

/// Which file of which project a folder of the output came from.
package struct ManifestOwner: Hashable, Sendable {
  package let project: String
  /// The name of the alto.yml.
  package let file: String

  package init(project: String, file: String) {
    self.project = project
    self.file = file
  }

  /// Reads it from a push-manifest.json; nil when that is of another form.
  package init?(_ manifest: [UInt8]) {
    struct Part: Decodable {
      let project: String
      let file: String
    }
    guard let part = try? JSONDecoder().decode(Part.self, from: Data(manifest)) else { return nil }
    project = part.project
    file = part.file
  }
}
