import AltoDiagnostics
import AltoSchema
import AltoSource
import ImageIR
import YAML

extension Checker {
  /// One agent: its name and the mapping behind it.
  ///
  /// - Parameter names: of the agents so far.
  mutating func agent(_ key: Edge, _ value: Edge, names: inout [String: Span]) -> CheckedAgent? {
    earlyVariables = []
    matrixUses = []
    let name = agentName(key)
    if let name { reportRepeat(of: name, in: &names) }
    let home = tree.span(of: key)
    guard tree.shape(of: value.node) == .mapping else {
      if !tree.isPoisoned(value.node) { reportAgentShape(value, name: name?.value ?? "an agent") }
      return nil
    }
    guard let fields = fields(of: value, AgentKeys.section, home: home) else { return nil }
    let infra = infra(fields)
    let image = image(fields)
    let entrypoint = entrypoint(fields)
    let requirements = requirements(fields)
    let variables = environment(fields)
    let mounts = mounts(fields)
    let artifacts = artifacts(fields)
    let matrix = matrix(fields)
    _ = texts(fields, AgentKeys.postBuildCmds)
    reportUnused(fields, image: image)
    if matrix != nil || fields.isAbsent(AgentKeys.matrix) {
      reportMatrixUses(known: matrix?.matrix.dimensions.map(\.name) ?? [])
    }
    guard let name, let infra, let entrypoint, image != nil || fields.isAbsent(AgentKeys.image) else {
      return nil
    }
    if image?.needsProject == true {
      let entries = projectEntries(at: home)
      reportIgnored(entrypoint, among: entries)
      if let requirements { reportIgnored(requirements, among: entries) }
    }
    return CheckedAgent(
      name: name, span: home.union(tree.span(of: value)),
      imageName: imageName(for: name, isBuilt: image != nil),
      instanceType: infra, image: image, entrypoint: entrypoint, requirements: requirements,
      environment: variables, mounts: mounts, artifacts: artifacts, matrix: matrix,
      earlyVariables: earlyVariables.union(tree.earlyVariables).sorted())
  }

  private mutating func reportAgentShape(_ value: Edge, name: String) {
    if tree.shape(of: value.node) == .scalar, tree.type(of: value.node) == .null {
      report(.emptyValue(name, isNull: true, at: tree.span(of: value)))
    } else {
      reportWrongShape(value, name, expected: "a mapping")
    }
  }

  /// Keys that are right and do nothing.
  private mutating func reportUnused(_ fields: Fields, image: CheckedImage?) {
    if let key = fields.keySpan(AgentKeys.postBuildCmds) { report(.misplacedPostBuildCommands(at: key)) }
    if fields.isAbsent(AgentKeys.image), !fields.hidesKeys {
      report(.noImage(tree.source.text(fields.home), at: fields.home))
    }
    guard let context = image?.contextSpan else { return }
    let unused = [
      (fields.keySpan(AgentKeys.requirements), AgentKeys.requirements.key),
      (fields.keySpan(AgentKeys.mounts), AgentKeys.mounts.key),
    ]
    for case (let span?, let key) in unused {
      report(.keyWithoutEffect(key.path.text, context: context, at: span))
    }
    if let key = fields.keySpan(AgentKeys.entrypoint) { report(.entrypointUnused(context: context, at: key)) }
  }
}
