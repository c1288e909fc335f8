/// A mapping of alto.yml and the keys that may stand in it.
package struct Section: Sendable {
  /// Its own path: `image`; empty for an agent.
  package let path: StaticString
  /// In the order of the reference.
  package let keys: [Key]
  /// Keys of which one must be there, and no second one; empty when there is no such choice.
  package let exactlyOne: [Key]

  init(path: StaticString, keys: [Key], exactlyOne: [Key] = []) {
    self.path = path
    self.keys = keys
    self.exactlyOne = exactlyOne
  }
}

/// Every key of alto.yml.
package enum Schema {
  package static let sections: [Section] = [
    AgentKeys.section, InfraKeys.section, ImageKeys.section, RegistryCredsKeys.section,
    EntrypointKeys.section,
  ]

  /// Every key, section by section.
  package static var keys: [Key] { sections.flatMap(\.keys) }
}

extension StaticString {
  /// The text as a `String`.
  package var text: String { withUTF8Buffer { String(decoding: $0, as: UTF8.self) } }
}
