package import ImageIR

/// Writes the Dockerfile of a generated build; nil when the user's own is used.
///
/// Comes before the rest because its bytes are part of the content tag that the others carry. Nothing in it
/// depends on the time, the host or altoc's version. Only what docker 20.10, its legacy builder and buildah
/// 1.28 all read.
package func emitDockerfile(_ plan: ImagePlan) -> Artifact? {
  switch plan.build {
  case .supplied: return nil
  case .generated(let build):
    var text = DockerfileText()
    text.append(
      "# Written by altoc from alto.yml, agent \(dumped(plan.agent)): change that file, not this one.")
    text.append("ARG ALTO_BASE=" + build.base.description, build.baseOrigin)
    text.append("FROM ${ALTO_BASE}", build.baseOrigin)
    emit(build.steps, into: &text)
    return Artifact(path: "Dockerfile", text: text.text, origins: text.origins)
  }
}

private func emit(_ steps: [Step], into text: inout DockerfileText) {
  var section: DockerfileSection?
  var variables: [(text: String, origin: Origin?)] = []
  for (index, step) in steps.enumerated() {
    if step.operation.section != section {
      section = step.operation.section
      text.section(step.operation.section.rawValue)
    }
    if case .environment(let name, let value) = step.operation {
      variables.append(("\(name)=\(dockerfileWord(value))", step.origin))
      let next = index + 1 < steps.count ? steps[index + 1].operation.section : nil
      if next != section { text.append("ENV", words: variables) }
    } else {
      text.append(step)
    }
  }
}

/// The groups of steps, by the key of alto.yml that people know them by.
enum DockerfileSection: String {
  case commands = "image_build_cmds"
  case python = "requirements"
  case environment = "env"
  case sources = "sources"
  case entrypoint = "entrypoint"
  case labels = "labels"
}

extension Operation {
  var section: DockerfileSection {
    switch self {
    case .run: .commands
    case .copyRequirements, .requirePython, .installRequirements, .installPackages: .python
    case .environment: .environment
    case .copyWorkspace: .sources
    case .workingDirectory, .command: .entrypoint
    case .labels: .labels
    }
  }
}

extension DockerfileText {
  fileprivate mutating func append(_ step: Step) {
    switch step.operation {
    case .run, .requirePython, .installRequirements, .installPackages:
      append(runInstruction(step.operation), step.origin)
    case .copyRequirements:
      append("COPY " + execForm(["requirements/", "/workspace/"]), step.origin)
    case .copyWorkspace:
      append("COPY " + execForm(["workspace/", "/workspace/"]), step.origin)
    case .environment(let name, let value):
      append("ENV \(name)=\(dockerfileWord(value))", step.origin)
    case .workingDirectory(let path):
      append("WORKDIR " + dockerfileWord(path), step.origin)
    case .command(let command):
      append("CMD " + execForm(commandWords(command)), step.origin)
    case .labels(let labels):
      append("LABEL", words: labels.map { ("\($0.name)=\(dockerfileWord($0.value))", step.origin) })
    }
  }
}
