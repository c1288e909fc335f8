import AltoSource
import ArgumentParser
import Driver

/// What `compile` and `check` have in common.
struct InputOptions: ParsableArguments {
  @Argument(
    help: ArgumentHelp("The alto.yml files.", valueName: "file"),
    completion: .file(extensions: ["yml", "yaml"]))
  var files: [String]

  @Option(help: ArgumentHelp("Only this agent. Repeatable.", valueName: "name"))
  var agent: [String] = []

  @Option(help: ArgumentHelp("A variable for env(), before all others. Repeatable.", valueName: "name=value"))
  var env: [String] = []

  @Option(
    help: ArgumentHelp("A file of NAME=VALUE lines for env(). Repeatable.", valueName: "file"),
    completion: .file())
  var envFile: [String] = []

  @Option(
    help: ArgumentHelp(
      "A variable that is no secret: text computed from it may be written into the output. Repeatable.",
      valueName: "name"))
  var bakeEnv: [String] = []

  @Option(
    help: ArgumentHelp("The value of __version__, in place of the python3 on PATH.", valueName: "x.y.z"))
  var pythonVersion: String?

  @Option(help: ArgumentHelp("The value of __platform__: linux, darwin or win32.", valueName: "name"))
  var platformName: String?

  @Option(help: ArgumentHelp("When to use colours: auto, always or never.", valueName: "when"))
  var color: ColorChoice = .auto

  func validate() throws {
    for assignment in env where !assignment.dropFirst().contains("=") {
      throw ValidationError("--env takes NAME=VALUE, not '\(assignment)'")
    }
    if let platformName, !["linux", "darwin", "win32"].contains(platformName) {
      throw ValidationError("--platform-name is linux, darwin or win32, not '\(platformName)'")
    }
    if let pythonVersion, !isVersion(pythonVersion) {
      throw ValidationError("--python-version takes X.Y.Z, not '\(pythonVersion)'")
    }
  }

  private func isVersion(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count == 3
      && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy { (48...57).contains($0) } }
  }

  /// The same as the driver takes it. Reads the files of `--env-file`.
  func inputs() throws(UsageMistake) -> InputSettings {
    var values: [String: String] = [:]
    for path in envFile {
      values.merge(try variables(in: path)) { $1 }
    }
    for assignment in env {
      let parts = assignment.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      values[String(parts[0])] = String(parts[1])
    }
    return InputSettings(
      agents: agent, variables: values, bakeable: Set(bakeEnv), pythonVersion: pythonVersion,
      platformName: platformName)
  }

  private func variables(in path: String) throws(UsageMistake) -> [String: String] {
    do {
      return try EnvironmentFile.parse(InputFile.read(path).source.bytes)
    } catch let mistake as EnvironmentFile.Mistake {
      throw UsageMistake(text: "--env-file \(path), line \(mistake.line): \(mistake.reason)", status: .usage)
    } catch {
      throw UsageMistake(text: "\(error)", status: .failure)
    }
  }
}

/// A mistake in the command line that shows only when it is carried out.
struct UsageMistake: Error {
  let text: String
  let status: ExitStatus
}
