import AltoSource
import Check
package import ImageIR
import Lower
import Template

/// One alto.yml after the first three stages, and what the others need of it.
package struct Compilation: Sendable {
  package let input: InputFile
  package let files: HostFiles
  package let analysis: Analysis

  /// Reads and analyses the file `name`.
  ///
  /// - Parameter output: the output folder, which never becomes a part of an image; nil when nothing is written.
  package init(of name: String, settings: InputSettings, output: String?) throws(FileFailure) {
    input = try InputFile.read(name)
    files = try HostFiles(file: input.path, output: output)
    let asked = settings.pythonVersion
    let world = Surroundings(
      environment: .process(over: settings.variables), files: files,
      pythonVersion: { asked.map { .known($0) } ?? PythonProbe.ask() },
      platform: settings.platformName ?? Surroundings.hostPlatform, bakeable: settings.bakeable)
    analysis = analyze(input.source, at: input.path, in: world)
  }

  /// The image plans of the named agents, or of all; none when the file has errors.
  package func plans(of agents: [String], platform: Platform?) -> [ImagePlan] {
    guard let config = analysis.config else { return [] }
    let plans = lower(config, options: LowerOptions(platform: platform))
    return agents.isEmpty ? plans : plans.filter { agents.contains($0.agent) }
  }

  /// Emits everything for one of the plans; writes nothing.
  package func output(
    of plan: ImagePlan, tags: [String], staging: inout ContextStaging
  ) throws(FileFailure) -> AgentOutput {
    guard let config = analysis.config,
      let agent = config.agents.first(where: { $0.name.value == plan.agent })
    else {
      preconditionFailure("a plan comes from the configuration of its file")
    }
    return try staging.output(
      of: plan, from: sourceName(of: config), tags: tags,
      sources: sources(of: agent, in: config, files: files))
  }
}
