package import AltoSource

/// All that a template can see besides its own text.
package struct TemplateInputs: Sendable {
  /// `__file__`: the absolute path of the alto.yml.
  package let file: String
  /// `__platform__`: `linux`, `darwin` or `win32`.
  package let platform: String
  /// `__version__`, asked for at most once and only when the template uses it.
  package let pythonVersion: @Sendable () -> PythonVersion
  package let environment: EnvironmentVariables
  /// Answers `.exists`, `.is_file`, `.is_dir` and `.resolve` of a `Path`.
  package let files: any TemplateFiles

  package init(
    file: String, platform: String, pythonVersion: @escaping @Sendable () -> PythonVersion,
    environment: EnvironmentVariables, files: any TemplateFiles
  ) {
    self.file = file
    self.platform = platform
    self.pythonVersion = pythonVersion
    self.environment = environment
    self.files = files
  }
}

/// The answer of the Python on this machine.
package enum PythonVersion: Sendable {
  /// `X.Y.Z`.
  case known(String)
  /// Why it could not be asked, in words for the diagnostic.
  case unknown(reason: String)
}

/// What a template may ask of the file system. Relative paths are relative to the project's folder.
package protocol TemplateFiles: Sendable {
  func kind(of path: String) -> PathKind?
  /// The absolute path without links and dots, as Python's `Path.resolve()`.
  func resolve(_ path: String) -> String
}

/// What stands at a path, links followed.
package enum PathKind: Sendable {
  case file
  case folder
  case other
}
