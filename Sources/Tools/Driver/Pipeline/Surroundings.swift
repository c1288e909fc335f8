package import AltoSource
package import Check
package import Template

/// Everything outside the file that an analysis may look at, as values.
package struct Surroundings: Sendable {
  package var environment: EnvironmentVariables
  package var files: any ProjectFiles & TemplateFiles
  package var pythonVersion: @Sendable () -> PythonVersion
  /// `linux`, `darwin` or `win32`.
  package var platform: String
  /// Variables that are no secret.
  package var bakeable: Set<String>

  package init(
    environment: EnvironmentVariables, files: any ProjectFiles & TemplateFiles,
    pythonVersion: @escaping @Sendable () -> PythonVersion, platform: String, bakeable: Set<String> = []
  ) {
    self.environment = environment
    self.files = files
    self.pythonVersion = pythonVersion
    self.platform = platform
    self.bakeable = bakeable
  }

  /// The platform that altoc runs on, in Python's words.
  package static var hostPlatform: String {
    #if os(macOS)
      "darwin"
    #elseif os(Windows)
      "win32"
    #else
      "linux"
    #endif
  }
}
