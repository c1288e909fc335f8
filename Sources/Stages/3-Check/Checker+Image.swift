import AltoDiagnostics
import AltoSchema
import AltoSource
import ImageIR
import YAML

extension Checker {
  /// `image`.
  mutating func image(_ agent: Fields) -> CheckedImage? {
    guard let entry = agent.entry(AgentKeys.image),
      let fields = fields(of: entry.value, ImageKeys.section, home: entry.key)
    else { return nil }
    _ = choice(fields, ImageKeys.type)
    let commands = buildCommands(fields)
    let source = imageSource(fields)
    let registry = registry(fields)
    let serverURL = serverURL(fields)
    guard let source else { return nil }
    if case .context(let context) = source, let key = fields.keySpan(ImageKeys.imageBuildCmds) {
      report(.keyWithoutEffect(ImageKeys.imageBuildCmds.key.path.text, context: context.span, at: key))
    }
    return CheckedImage(source: source, buildCommands: commands, registry: registry, serverURL: serverURL)
  }

  private mutating func imageSource(_ fields: Fields) -> CheckedImage.Source? {
    if let base = fields.keySpan(ImageKeys.base), let context = fields.keySpan(ImageKeys.context) {
      report(.baseAndContext(base: base, context: context))
      return nil
    }
    if !fields.isAbsent(ImageKeys.context) { return suppliedContext(fields).map { .context($0) } }
    if !fields.isAbsent(ImageKeys.base) { return base(fields).map { .base($0) } }
    if !fields.hidesKeys { report(.baseOrContextMissing(at: fields.home)) }
    return nil
  }

  private mutating func base(_ fields: Fields) -> Located<ImageReference>? {
    guard let text = text(fields, ImageKeys.base) else { return nil }
    switch ImageReference.parse(text.value) {
    case .failure(let problem):
      report(
        .imageReferenceForm(
          text.value, reason: problem.reason, suggestion: problem.suggestion, at: text.span))
      return nil
    case .success(let reference):
      if reference.digest == nil, reference.tag == nil || reference.tag == "latest" {
        report(.imageTagMissing(text.value, isLatest: reference.tag != nil, at: text.span))
      }
      return Located(reference, at: text.span)
    }
  }

  private mutating func suppliedContext(_ fields: Fields) -> SuppliedContext? {
    guard let entry = fields.entry(ImageKeys.context), let path = text(fields, ImageKeys.context) else {
      return nil
    }
    let place = ProjectPath(path.value, of: inputs.files.folder)
    switch inputs.files.kind(of: place.absolute) {
    case .folder:
      guard inputs.files.kind(of: place.absolute + "/Dockerfile") == .file else {
        report(.contextNotFound(path.value, isFolder: true, at: path.span))
        return nil
      }
      return suppliedContext(folder: place.absolute, dockerfile: "Dockerfile", at: entry)
    case .file:
      return suppliedContext(folder: place.parent, dockerfile: place.name, at: entry)
    case .other, nil:
      report(.contextNotFound(path.value, isFolder: false, at: path.span))
      return nil
    }
  }

  private mutating func suppliedContext(
    folder: String, dockerfile: String, at entry: Fields.Entry
  ) -> SuppliedContext {
    let span = tree.span(of: entry.value)
    let walk = inputs.files.walk(folder, as: .suppliedContext(dockerfile: dockerfile))
    report(walk, of: "the context", at: span)
    return SuppliedContext(folder: folder, dockerfile: dockerfile, entries: walk.entries, span: span)
  }

  private mutating func buildCommands(_ fields: Fields) -> [Located<LateText>] {
    guard let entry = fields.entry(ImageKeys.imageBuildCmds) else { return [] }
    for item in tree.items(of: entry.value.node) { reportShellMistakes(in: item) }
    return texts(fields, ImageKeys.imageBuildCmds)
  }

  private mutating func serverURL(_ fields: Fields) -> String? {
    guard let url = text(fields, ImageKeys.serverURL) else { return nil }
    let known = ["unix://", "tcp://", "ssh://"].contains {
      url.value.hasPrefix($0) && url.value.count > $0.count
    }
    if !known { report(.serverURLForm(url.value, at: url.span)) }
    return url.value
  }
}
