internal import AltoShell
internal import AltoSource
internal import Check
internal import ImageIR

extension Lowering {
  /// The steps in their fixed order: what changes least comes first, so that a new source file rebuilds
  /// little.
  func steps(base: ImageReference) -> [Step] {
    var steps = image.buildCommands.map { Step(.run($0.value), origin: origin(of: $0.span)) }
    steps += pythonSteps()
    steps += environmentSteps()
    steps.append(Step(.copyWorkspace, origin: nil))
    let entrypoint = origin(of: agent.entrypoint.span)
    steps.append(Step(.workingDirectory(imagePath(workingPlace)), origin: entrypoint))
    steps.append(Step(.command(command()), origin: entrypoint))
    steps.append(Step(.labels(labels(base: base)), origin: nil))
    return steps
  }

  private func pythonSteps() -> [Step] {
    var steps: [Step] = []
    let packages = notebookPackages()
    let entrypoint = origin(of: agent.entrypoint.span)
    if let requirements = agent.requirements {
      let origin = origin(of: requirements.span)
      steps.append(Step(.requirePython(pip: true), origin: origin))
      steps.append(Step(.copyRequirements, origin: origin))
      steps.append(
        Step(
          .installRequirements(
            file: imagePath(places.project.appending(requirements.path)),
            folder: imagePath(places.project), secrets: []),
          origin: origin))
    } else if !packages.isEmpty || runsPython {
      steps.append(Step(.requirePython(pip: !packages.isEmpty), origin: entrypoint))
    }
    if !packages.isEmpty { steps.append(Step(.installPackages(packages), origin: entrypoint)) }
    return steps
  }

  private var runsPython: Bool {
    switch agent.entrypoint.kind {
    case .script: false
    case .function, .jupyter: true
    }
  }

  /// What running a notebook needs and the requirements do not name. Fixed versions: the same input must stay
  /// the same image.
  private func notebookPackages() -> [String] {
    guard case .jupyter = agent.entrypoint.kind else { return [] }
    let required = Set(agent.requirements?.packages ?? [])
    return [("papermill", "2.6.0"), ("ipykernel", "6.29.5")]
      .filter { !required.contains($0.0) }
      .map { "\($0.0)==\($0.1)" }
  }

  /// Literals only: a late value is delivered when the container runs.
  private func environmentSteps() -> [Step] {
    var steps: [Step] = []
    if !agent.environment.contains(where: { $0.name.value == "PYTHONUNBUFFERED" }) {
      steps.append(Step(.environment(name: "PYTHONUNBUFFERED", value: "1"), origin: nil))
    }
    for variable in agent.environment {
      guard let text = variable.value.value.literal else { continue }
      steps.append(
        Step(.environment(name: variable.name.value, value: text), origin: origin(of: variable)))
    }
    return steps
  }

  func origin(of variable: CheckedVariable) -> Origin {
    origin(of: variable.name.span.union(variable.value.span))
  }

  private func command() -> Command {
    switch agent.entrypoint.kind {
    case .script(let command): scriptCommand(command.value)
    case .function(let module, let function, let arguments):
      .function(module: module, function: function, arguments: arguments)
    case .jupyter(let notebook, let kernel, let parameters):
      .notebook(
        Command.Notebook(
          input: notebook, output: executed(notebook), kernel: kernel, parameters: parameters))
    }
  }

  private func scriptCommand(_ text: LateText) -> Command {
    let reading = readShell(
      text.pieces.map { piece in
        switch piece {
        case .literal(let text): .text(text)
        case .reference: .hole
        }
      })
    if let words = reading.plainWords { return .words(words) }
    return .shell(text, exec: reading.execIsSound)
  }

  private func labels(base: ImageReference) -> [Label] {
    [
      Label(name: "dev.altoc.agent", value: agent.name.value),
      Label(name: "dev.altoc.project", value: project.name),
      Label(name: "org.opencontainers.image.base.name", value: base.description),
      Label(name: "org.opencontainers.image.title", value: agent.imageName),
    ]
  }
}
