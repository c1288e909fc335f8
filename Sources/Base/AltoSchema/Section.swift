/// A mapping of alto.yml and the keys that may stand in it.
package struct Section: Sendable {
  /// Its own path: `image`; empty for an agent.
  package let path: StaticString
  /// In the order of the reference.
  package let keys: [Key]
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
