internal import AltoSource
internal import Check
internal import ImageIR

extension Lowering {
  func runtime() -> Runtime {
    Runtime(
      environment: agent.environment.map { variable in
        Runtime.Variable(
          name: variable.name.value, value: variable.value.value, origin: origin(of: variable))
      },
      references: references(), workingDirectory: isSupplied ? nil : imagePath(workingPlace),
      artifacts: artifacts(), matrix: agent.matrix?.matrix)
  }

  private var isSupplied: Bool {
    switch image.source {
    case .base: false
    case .context: true
    }
  }

  /// What the entry point needs when it starts. The user's own Dockerfile has its own.
  private func references() -> [Reference] {
    if isSupplied { return [] }
    let all: [Reference] =
      switch agent.entrypoint.kind {
      case .script(let command): command.value.references
      case .function(_, _, let values), .jupyter(_, _, let values):
        values.flatMap(\.value.references)
      }
    return Set(all).sorted()
  }

  private func artifacts() -> [Runtime.Artifact] {
    let home = places.project
    var artifacts = agent.artifacts.map { artifact in
      Runtime.Artifact(
        path: isSupplied ? artifact.value : imagePath(home.appending(artifact.value)),
        origin: origin(of: artifact.span))
    }
    if !isSupplied, case .jupyter(let notebook, _, _) = agent.entrypoint.kind {
      let path = imagePath(workingPlace.appending(executed(notebook)))
      if !artifacts.contains(where: { $0.path.utf8.elementsEqual(path.utf8) }) {
        artifacts.append(Runtime.Artifact(path: path, origin: origin(of: agent.entrypoint.span)))
      }
    }
    return artifacts
  }
}
