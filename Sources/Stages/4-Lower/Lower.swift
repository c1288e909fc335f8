internal import AltoSource
package import Check
package import ImageIR

/// What the command line decides about lowering.
package struct LowerOptions: Sendable {
  /// `--platform`; nil takes the one of the instance family.
  package var platform: Platform?

  package init(platform: Platform? = nil) {
    self.platform = platform
  }
}

/// Stage 4: turns the checked configuration into one image plan for each agent that has an image. Cannot
/// fail.
package func lower(_ config: CheckedConfig, options: LowerOptions = LowerOptions()) -> [ImagePlan] {
  let lines = LineIndex(config.source.bytes)
  return config.agents.compactMap { agent in
    agent.image.map { image in
      Lowering(
        project: config.project, agent: agent, image: image,
        places: Places(project: config.project, mounts: agent.mounts), lines: lines, options: options
      ).plan()
    }
  }
}

/// The lowering of one agent.
struct Lowering {
  let project: Project
  let agent: CheckedAgent
  let image: CheckedImage
  let places: Places
  let lines: LineIndex
  let options: LowerOptions

  func plan() -> ImagePlan {
    ImagePlan(
      agent: agent.name.value, project: project.name, imageName: agent.imageName,
      platform: options.platform ?? .ofInstance(agent.instanceType), registry: image.registry,
      build: build(), runtime: runtime(), serverURL: image.serverURL,
      earlyVariables: agent.earlyVariables, origin: origin(of: agent.span))
  }

  private func build() -> Build {
    switch image.source {
    case .base(let base):
      .generated(
        GeneratedBuild(
          base: base.value, baseOrigin: origin(of: base.span), steps: steps(base: base.value),
          context: workspaceContext()))
    case .context(let context):
      .supplied(
        SuppliedBuild(
          dockerfile: context.dockerfile, context: suppliedContext(context),
          origin: origin(of: context.span)))
    }
  }

  /// The lines of a span. A block scalar ends behind its last line break, which is not a line more.
  func origin(of span: Span) -> Origin {
    let first = lines.lineNumber(of: Int(span.start))
    let last = lines.lineNumber(of: max(Int(span.start), Int(span.end) - 1))
    return Origin(firstLine: first, lastLine: last)
  }
}
