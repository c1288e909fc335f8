import AltoDiagnostics
import AltoSource
import Check
import Driver
import ImageIR
import Lower
import Report
import TestSupport
import Template
import YAML

/// Runs a case through all stages, in memory, and gives the text of each hand-off.
struct GoldenRun {
  /// File name to text, as it stands in the case's golden folder.
  private(set) var files: [String: String] = [:]

  init(_ golden: GoldenCase) throws {
    let options = try golden.options()
    let world = Surroundings(
      environment: EnvironmentVariables(options.environment), files: try RelocatedFiles(golden),
      pythonVersion: { .known("3.11.4") }, platform: "linux", bakeable: Set(options.bake))
    let input = try InputFile.read(golden.folder + "/alto.yml")
    let source = SourceFile(name: "alto.yml", bytes: input.source.bytes)
    let analysis = analyze(source, at: world.files.folder + "/alto.yml", in: world)
    files["1-expanded.yml"] = analysis.expanded.printed()
    files["2-tree.txt"] = analysis.tree.dump()
    files["diagnostics.txt"] = HumanRenderer(palette: Palette(isOn: false)).render(
      analysis.diagnostics, of: source)
    guard let config = analysis.config else { return }
    files["3-config.txt"] = config.dump()
    try emit(config, tags: options.tags, files: world.files, golden: golden)
  }

  private mutating func emit(
    _ config: CheckedConfig, tags: [String], files projectFiles: any ProjectFiles, golden: GoldenCase
  ) throws {
    let plans = lower(config)
    files["4-ir.txt"] = plans.map { $0.dump() }.joined(separator: "\n")
    let relocated = try RelocatedFiles(golden)
    var staging = ContextStaging()
    for plan in plans {
      guard let agent = config.agents.first(where: { $0.name.value == plan.agent }) else { continue }
      let sums = sources(of: agent, in: config, files: projectFiles)
      let output = try staging.output(
        of: plan.mapSources(relocated.hostPath), from: "alto.yml", tags: tags, sources: sums)
      for artifact in output.artifacts {
        let isScript = artifact.path.hasSuffix(".sh")
        if isScript, !golden.showsScripts {
          // The body is the same in every script: two cases show it, the others what is their own.
          files["5-\(plan.agent)/\(artifact.path).settings"] = artifact.text.settings
        } else {
          files["5-\(plan.agent)/\(artifact.path)"] = artifact.text
        }
      }
    }
  }
}

extension String {
  /// The lines of a script above its first function.
  fileprivate var settings: String {
    firstRange(of: "\nusage() {").map { String(self[..<$0.lowerBound]) + "\n" } ?? self
  }
}

extension ImagePlan {
  /// The same plan with the folders of its context where they really are.
  fileprivate func mapSources(_ transform: (String) -> String) -> ImagePlan {
    var copy = self
    switch copy.build {
    case .generated(var build):
      build.context.mapSources(transform)
      copy.build = .generated(build)
    case .supplied(var build):
      build.context.mapSources(transform)
      copy.build = .supplied(build)
    }
    return copy
  }
}

extension ContextPlan {
  fileprivate mutating func mapSources(_ transform: (String) -> String) {
    for index in trees.indices { trees[index].source = transform(trees[index].source) }
  }
}
