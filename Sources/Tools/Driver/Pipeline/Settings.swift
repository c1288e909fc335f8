package import ImageIR

/// What the command line says about reading.
package struct InputSettings: Sendable {
  /// Names of the agents to compile; empty for all.
  package var agents: [String]
  /// From `--env` and `--env-file`, over the environment of the process.
  package var variables: [String: String]
  package var bakeable: Set<String>
  /// `X.Y.Z`; nil asks the python3 on PATH.
  package var pythonVersion: String?
  /// Nil is the platform that altoc runs on.
  package var platformName: String?

  package init(
    agents: [String] = [], variables: [String: String] = [:], bakeable: Set<String> = [],
    pythonVersion: String? = nil, platformName: String? = nil
  ) {
    self.agents = agents
    self.variables = variables
    self.bakeable = bakeable
    self.pythonVersion = pythonVersion
    self.platformName = platformName
  }
}

/// What the command line says about writing.
package struct OutputSettings: Sendable {
  /// `-o`; empty when nothing is written.
  package var folder: String
  /// Further tags for the image.
  package var tags: [String]
  /// Nil is the platform of the instance type.
  package var platform: Platform?
  /// `DIR/PROJECT/AGENT` in place of `DIR/AGENT`.
  package var nested: Bool
  /// Remove folders of agents that are gone.
  package var prune: Bool
  /// Replace folders that altoc did not write.
  package var force: Bool

  package init(
    folder: String, tags: [String] = [], platform: Platform? = nil, nested: Bool = false, prune: Bool = false,
    force: Bool = false
  ) {
    self.folder = folder
    self.tags = tags
    self.platform = platform
    self.nested = nested
    self.prune = prune
    self.force = force
  }
}

/// A hand-off or an artifact that `--emit` prints.
package enum EmitStage: String, Sendable, CaseIterable {
  case template
  case tree
  case config
  case ir
  case dockerfile
  case context
  case build
  case manifest
}

/// The rule of image tags.
package enum TagName {
  /// A letter, digit or underscore, then up to 127 of these, dots and dashes.
  package static func isValid(_ tag: String) -> Bool {
    let bytes = Array(tag.utf8)
    guard let first = bytes.first, bytes.count <= 128, isWord(first) else { return false }
    return bytes.allSatisfy { isWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
