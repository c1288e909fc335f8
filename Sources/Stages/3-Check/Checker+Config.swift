import AltoDiagnostics
import AltoSchema
import AltoSource
import ImageIR
import YAML

extension Checker {
  /// Checks the whole file. The result is there only when every agent could be read.
  mutating func config() -> CheckedConfig? {
    guard let root = tree.root else {
      if tree.isComplete { report(.emptyFile(at: startOfFile)) }
      return nil
    }
    guard tree.shape(of: root) == .mapping else {
      if !tree.isPoisoned(root) { reportRoot(root) }
      return nil
    }
    let entries = tree.entries(of: root)
    if entries.isEmpty, tree.isComplete { report(.emptyFile(at: tree.span(of: root))) }
    var agents: [CheckedAgent] = []
    var isWhole = tree.isComplete && !tree.isPoisoned(root)
    var names: [String: Span] = [:]
    for (key, value) in entries {
      if let agent = agent(key, value, names: &names) { agents.append(agent) } else { isWhole = false }
    }
    reportCollisions(of: agents)
    guard isWhole else { return nil }
    let project = Project(name: projectName, folder: inputs.files.folder, entries: projectWalk?.entries ?? [])
    return CheckedConfig(source: tree.source, project: project, agents: agents)
  }

  private mutating func reportRoot(_ root: NodeID) {
    let found =
      switch tree.shape(of: root) {
      case .sequence: "a list"
      case .scalar: tree.type(of: root) == .null ? "empty" : "a single value"
      case .mapping: "a mapping"
      }
    // The whole document would be underlined: its first word is enough.
    let span = tree.span(of: root)
    report(.notAMapping(found: found, at: Span(start: span.start, end: min(span.end, span.start + 1))))
  }

  /// Two agents may not meet in one image or one folder. Folders differ when names do, so images decide.
  private mutating func reportCollisions(of agents: [CheckedAgent]) {
    var first: [String: Located<String>] = [:]
    for agent in agents where agent.image != nil {
      if let other = first[agent.imageName] {
        // One name twice is a duplicate key, and said already.
        guard other.value != agent.name.value else { continue }
        report(
          .nameCollision(agent.name.value, image: agent.imageName, first: other.span, at: agent.name.span))
      } else {
        first[agent.imageName] = agent.name
      }
    }
  }
}
