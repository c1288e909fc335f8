import AltoSource
package import Check
package import Emit
package import ImageIR

/// All that is known of one agent's output before it is written.
package struct AgentOutput: Sendable {
  package let plan: ImagePlan
  package let context: ContextListing
  /// `c-` and 64 hex digits.
  package let contentTag: String
  /// The text files, the Dockerfile among them where altoc writes it.
  package let artifacts: [Artifact]
}

extension ContextStaging {
  /// Emits everything for one plan. Reads and hashes the files of its context and writes nothing.
  ///
  /// - Parameters:
  ///   - file: the name of the alto.yml without its folder.
  ///   - sources: what `sources(of:in:)` gives for the plan's agent.
  package mutating func output(
    of plan: ImagePlan, from file: String, tags: [String], sources: [SourceSum]
  ) throws(FileFailure) -> AgentOutput {
    let context = try listing(of: plan.context)
    let dockerfile = emitDockerfile(plan)
    let tag = contentTag(of: plan, dockerfile: dockerfile, context: context, sha256: SHA256Sum.of)
    let inputs = EmitInputs(
      version: AltocVersion.current, file: file, contentTag: tag, tags: tags, context: context,
      sources: sources)
    let artifacts = (dockerfile.map { [$0] } ?? []) + emit(plan, dockerfile: dockerfile, inputs: inputs)
    return AgentOutput(plan: plan, context: context, contentTag: tag, artifacts: artifacts)
  }
}

/// The files of the project that decided the output of `agent`, with their sums: the alto.yml and what pip reads.
///
/// The alto.yml has no sum while it holds a literal password: a short secret could be guessed from it.
package func sources(of agent: CheckedAgent, in config: CheckedConfig, files: any ProjectFiles) -> [SourceSum]
{
  let hasSecret = config.agents.contains { $0.image?.registry.password == .literal }
  var sums = [
    SourceSum(path: sourceName(of: config), sha256: hasSecret ? nil : SHA256Sum.of(config.source.bytes))
  ]
  for path in agent.requirements?.files ?? [] {
    if let bytes = files.contents(of: path, limit: 4 << 20) {
      sums.append(SourceSum(path: path, sha256: SHA256Sum.of(bytes)))
    }
  }
  return sums.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
}

/// The name of the alto.yml without its folder.
func sourceName(of config: CheckedConfig) -> String {
  config.source.name.split(separator: "/").last.map(String.init) ?? config.source.name
}
