/// What a run of the image needs and leaves behind.
package struct Runtime: Hashable, Sendable {
  /// Every name of `env`, in the order of the file. Literal ones are in the image too.
  package var environment: [Variable]
  /// References of `kwargs`, `params` and `cmd`, sorted, each once.
  package var references: [Reference]
  /// Absolute path in the image; nil when the user's Dockerfile decides.
  package var workingDirectory: String?
  /// Paths the run leaves behind: absolute in the image, or relative to its working directory with the user's Dockerfile.
  package var artifacts: [Artifact]
  package var matrix: Matrix?

  package struct Variable: Hashable, Sendable {
    package var name: String
    package var value: LateText
    package var origin: Origin

    package init(name: String, value: LateText, origin: Origin) {
      self.name = name
      self.value = value
      self.origin = origin
    }
  }

  package struct Artifact: Hashable, Sendable {
    package var path: String
    package var origin: Origin?

    package init(path: String, origin: Origin?) {
      self.path = path
      self.origin = origin
    }
  }

  package struct Matrix: Hashable, Sendable {
    package var maxConcurrency: Int
    /// In the order of the file.
    package var dimensions: [Dimension]

    package init(maxConcurrency: Int, dimensions: [Dimension]) {
      self.maxConcurrency = maxConcurrency
      self.dimensions = dimensions
    }
  }

  package struct Dimension: Hashable, Sendable {
    package var name: String
    package var values: [MatrixValue]

    package init(name: String, values: [MatrixValue]) {
      self.name = name
      self.values = values
    }
  }

  /// A scalar with its YAML type and its text.
  package struct MatrixValue: Hashable, Sendable {
    package var value: LateValue
    package var text: String

    package init(value: LateValue, text: String) {
      self.value = value
      self.text = text
    }
  }

  package init(
    environment: [Variable], references: [Reference], workingDirectory: String?,
    artifacts: [Artifact], matrix: Matrix?
  ) {
    self.environment = environment
    self.references = references
    self.workingDirectory = workingDirectory
    self.artifacts = artifacts
    self.matrix = matrix
  }
}
