internal import FoundationEssentials
internal import ImageIR

/// Writes push-manifest.json.
func emitManifest(_ plan: ImagePlan, dockerfile: Artifact?, inputs: EmitInputs) -> Artifact {
  let manifest = PushManifest(
    generator: PushManifest.Generator(version: inputs.version), agent: plan.agent, project: plan.project,
    file: inputs.file,
    image: PushManifest.Image(
      repository: PushManifest.Repository(namespace: namespace(of: plan.registry), name: plan.imageName),
      tags: [inputs.contentTag] + inputs.tags, platform: plan.platform.description),
    registry: registry(plan.registry), authentication: authentication(plan.registry),
    base: base(of: plan.build), build: build(plan), runtime: runtime(plan),
    inputs: inputs.sources.map { PushManifest.Input(path: $0.path, sha256: $0.sha256) },
    earlyVariables: plan.earlyVariables, lineMap: lineMap([dockerfile].compactMap { $0 }),
    outputs: outputs(dockerfile: dockerfile, context: inputs.context))
  return Artifact(path: "push-manifest.json", text: jsonDocument(manifest))
}

/// Sorted keys, two spaces, one line break at the end: the same value gives the same bytes.
private func jsonDocument(_ value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
  guard let data = try? encoder.encode(value) else {
    preconditionFailure("strings, numbers and lists always have a JSON text")
  }
  return String(decoding: data, as: UTF8.self) + "\n"
}

/// Docker Hub's namespace is the user name in lower case; ECR has none.
private func namespace(of registry: Registry) -> PushManifest.Namespace? {
  guard registry.kind == .dockerhub, let username = registry.username else { return nil }
  if let literal = username.literal { return PushManifest.Namespace(literal: literal.lowercased()) }
  if username.pieces.count == 1, case .environment(let name)? = username.references.first {
    return PushManifest.Namespace(env: name)
  }
  return PushManifest.Namespace(pieces: pieces(username))
}

private func registry(_ registry: Registry) -> PushManifest.Registry {
  switch registry.kind {
  case .dockerhub:
    PushManifest.Registry(type: "dockerhub", host: "docker.io")
  case .ecr:
    PushManifest.Registry(
      type: "ecr", host: "ACCOUNT.dkr.ecr.REGION.amazonaws.com", account: "caller", region: "caller")
  }
}

private func authentication(_ registry: Registry) -> PushManifest.Authentication {
  let password: [Reference] =
    switch registry.password {
    case .none, .literal: []
    case .references(let references): references
    }
  return PushManifest.Authentication(
    username: variableNames(registry.username?.references ?? []), password: variableNames(password))
}

private func variableNames(_ references: [Reference]) -> [String] {
  let names = references.map { reference in
    switch reference {
    case .environment(let name), .matrix(let name): name
    }
  }
  return Set(names).sorted()
}

private func base(of build: Build) -> PushManifest.Base? {
  switch build {
  case .supplied: nil
  case .generated(let build):
    PushManifest.Base(
      reference: build.base.description, registry: build.base.registry, repository: build.base.repository,
      tag: build.base.tag, digest: build.base.digest)
  }
}

private func build(_ plan: ImagePlan) -> PushManifest.Build {
  switch plan.build {
  case .supplied(let build):
    PushManifest.Build(
      kind: "supplied", dockerfile: "context/" + build.dockerfile, secrets: [], steps: [])
  case .generated(let build):
    PushManifest.Build(
      kind: "generated", dockerfile: "Dockerfile", secrets: build.secrets,
      steps: build.steps.map { PushManifest.Step(kind: $0.operation.name, source: $0.origin.map(lineSpan)) })
  }
}

/// Everything the engine and people find in the folder, but the sums over it; sorted by path.
private func outputs(dockerfile: Artifact?, context: ContextListing) -> [String] {
  var paths = ["build.sh", "push-manifest.json"] + (dockerfile.map { [$0.path] } ?? [])
  for entry in context.entries {
    switch entry.content {
    case .file, .link: paths.append("context/" + entry.path)
    case .folder: break
    }
  }
  return paths.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

private func lineMap(_ artifacts: [Artifact]) -> [String: [PushManifest.LineRange]] {
  var map: [String: [PushManifest.LineRange]] = [:]
  for artifact in artifacts {
    map[artifact.path] = artifact.origins.enumerated().compactMap { index, origin in
      origin.map { PushManifest.LineRange(line: index + 1, source: lineSpan($0)) }
    }
  }
  return map
}

func lineSpan(_ origin: Origin) -> PushManifest.LineSpan {
  PushManifest.LineSpan(first: origin.firstLine, last: origin.lastLine)
}

extension Operation {
  /// The manifest's word for it.
  fileprivate var name: String {
    switch self {
    case .run: "run"
    case .copyRequirements: "copyRequirements"
    case .requirePython: "requirePython"
    case .installRequirements: "installRequirements"
    case .installPackages: "installPackages"
    case .environment: "environment"
    case .copyWorkspace: "copyWorkspace"
    case .workingDirectory: "workingDirectory"
    case .command: "command"
    case .labels: "labels"
    }
  }
}
