/// One text file of the output.
package struct Artifact: Hashable, Sendable {
  /// Relative to the agent's folder.
  package var path: String
  package var text: String
  /// Whether the file may be executed: mode 0755, else 0644.
  package var executable: Bool
  /// For each line of the text the lines of alto.yml that asked for it; shorter than the text where nothing follows.
  package var origins: [Origin?]

  package init(path: String, text: String, executable: Bool = false, origins: [Origin?] = []) {
    self.path = path
    self.text = text
    self.executable = executable
    self.origins = origins
  }
}
