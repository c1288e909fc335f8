import AltoSchema
import ArgumentParser

/// `altoc schema`.
struct SchemaCommand: AltocCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of alto.yml, for editors.",
    discussion: """
      The schema knows every key, its values and its description. What a template gives it cannot know: \
      'altoc check' does. Docs/editors.md says how an editor uses it.

      Example:
        altoc schema > alto.schema.json
      """)

  func run() -> ExitStatus {
    Console.standard.printRaw(JSONSchema.text())
    return .success
  }
}
