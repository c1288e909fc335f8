internal import ImageIR

/// What a run needs, for run.sh and for other machines.
func runtime(_ plan: ImagePlan) -> PushManifest.Runtime {
  let runtime = plan.runtime
  return PushManifest.Runtime(
    command: command(of: plan.build), workingDirectory: runtime.workingDirectory,
    environment: runtime.environment.map { variable in
      PushManifest.Variable(
        name: variable.name, value: pieces(variable.value), source: lineSpan(variable.origin))
    },
    references: runtime.references.map { reference in
      PushManifest.Delivered(variable: reference.deliveredName, value: piece(reference))
    },
    artifacts: runtime.artifacts.map(\.path), matrix: runtime.matrix.map(matrix))
}

private func command(of build: Build) -> [String]? {
  switch build {
  case .supplied: return nil
  case .generated(let build):
    for step in build.steps {
      if case .command(let command) = step.operation { return commandWords(command) }
    }
    return nil
  }
}

private func matrix(_ matrix: Runtime.Matrix) -> PushManifest.Matrix {
  PushManifest.Matrix(
    maxConcurrency: matrix.maxConcurrency,
    dimensions: matrix.dimensions.map { dimension in
      PushManifest.Dimension(name: dimension.name, values: dimension.values.map(\.text))
    })
}

func pieces(_ text: LateText) -> [PushManifest.Piece] {
  text.pieces.map { part in
    switch part {
    case .literal(let literal): PushManifest.Piece(literal: literal)
    case .reference(let reference): piece(reference)
    }
  }
}

private func piece(_ reference: Reference) -> PushManifest.Piece {
  switch reference {
  case .environment(let name): PushManifest.Piece(env: name)
  case .matrix(let name): PushManifest.Piece(matrix: name)
  }
}
