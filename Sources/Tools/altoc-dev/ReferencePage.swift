import AltoSchema

/// The page that lists every key of alto.yml.
func referencePage() -> String {
  """
  \(generatedMark)

  # The keys of alto.yml

  At the top level stand the names of agents; each holds the keys below. *Early* keys decide what is compiled: `env()` \
  in them is looked up by altoc. *Late* keys carry `env()` as a reference into the output, never its value.

  \(Schema.sections.map(section).joined(separator: "\n"))
  """
}

private func section(_ section: Section) -> String {
  let title = section.path.text.isEmpty ? "An agent" : "`\(section.path)`"
  return "## \(title)\n\n" + section.keys.map(entry).joined(separator: "\n")
}

private func entry(_ key: Key) -> String {
  var facts = [kind(key.shape), presence(key.presence)]
  if let binding = binding(key.binding) { facts.append(binding) }
  var text = "### `\(key.path)`\n\n\(key.summary)\n"
  if !key.details.text.isEmpty { text += "\n\(key.details)\n" }
  text += "\n- \(facts.joined(separator: "; "))\n- since \(key.since)\n"
  return text + "\n```yaml\n\(key.name): \(key.example)\n```\n"
}

private func kind(_ shape: Shape) -> String {
  switch shape {
  case .text: "text"
  case .textOrNumber: "text or a number"
  case .choice(let words): "one of " + words.map { "`\($0)`" }.joined(separator: ", ")
  case .path: "a path, relative to the folder of alto.yml"
  case .textList: "a list of texts"
  case .pathList: "a list of paths, relative to the folder of alto.yml"
  case .section: "keys of its own"
  case .variables: "names, each with one value"
  case .arguments: "names, each with any YAML"
  case .matrix: "`max_concurrency`, and names with a list each"
  }
}

private func presence(_ presence: Presence) -> String {
  switch presence {
  case .required: "required"
  case .optional(let standard): standard.text.isEmpty ? "optional" : "optional, `\(standard)` without it"
  }
}

private func binding(_ binding: Binding) -> String? {
  switch binding {
  case .early: "early"
  case .late: "late"
  case .perKey: nil
  }
}
