package import AltoSource

/// All that the checker can see besides the tree.
package struct CheckInputs: Sendable {
  package let files: any ProjectFiles
  /// For references in early keys.
  package let environment: EnvironmentVariables
  /// Variables that are no secret: text computed from them may be written (`--bake-env`).
  package let bakeable: Set<String>

  package init(
    files: any ProjectFiles, environment: EnvironmentVariables, bakeable: Set<String> = []
  ) {
    self.files = files
    self.environment = environment
    self.bakeable = bakeable
  }
}
