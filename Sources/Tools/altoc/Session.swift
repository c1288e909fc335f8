import AltoDiagnostics
import AltoSource
import Driver
import Report

/// One run of altoc: what it read, what it said, and the exit code that follows.
struct Session {
  let input: InputOptions
  let console = Console.standard
  private let renderer: HumanRenderer
  private var summary = Summary()
  private(set) var status = ExitStatus.success

  init(_ input: InputOptions) {
    self.input = input
    renderer = HumanRenderer(palette: Console.standard.palette(input.color))
  }

  /// Analyses every file and says what is wrong.
  mutating func check() -> ExitStatus {
    if let files = analyse(writingTo: nil) { _ = knowsAgents(files) }
    return finish()
  }

  /// Reads and analyses every file; a file that cannot be read does not stop the others.
  ///
  /// - Returns: nil when the command line is wrong.
  mutating func analyse(writingTo output: String?) -> [Compilation]? {
    let settings: InputSettings
    do {
      settings = try input.inputs()
    } catch {
      fail("error: \(error.text)", error.status)
      return nil
    }
    var files: [Compilation] = []
    for name in input.files {
      do {
        let file = try Compilation(of: name, settings: settings, output: output)
        report(file.analysis.diagnostics, of: file)
        files.append(file)
      } catch {
        fail(error)
      }
    }
    return files
  }

  /// Whether every `--agent` names an agent of some file; says so when not.
  mutating func knowsAgents(_ files: [Compilation]) -> Bool {
    let names = files.compactMap(\.agentNames)
    // A file with errors may hold the agent.
    guard names.count == files.count else { return true }
    let known = names.flatMap { $0 }
    for name in input.agent where !known.contains(name) {
      let near = nearest(to: name, among: known)
      fail(
        "error: there is no agent \(quoted(name))"
          + (near.map { "; did you mean \(quoted($0))?" } ?? ""),
        .usage)
    }
    return input.agent.allSatisfy(known.contains)
  }

  mutating func report(_ diagnostics: [Diagnostic], of file: Compilation) {
    summary.count(diagnostics)
    if diagnostics.contains(where: { $0.severity == .error }) { raise(.mistakes) }
    console.printErrorRaw(renderer.render(diagnostics, of: file.input.source))
  }

  /// Says why the run cannot do what it was asked for.
  mutating func fail(_ text: String, _ status: ExitStatus) {
    console.printError(text)
    raise(status)
  }

  mutating func fail(_ failure: FileFailure) {
    fail("error: \(failure)", .failure)
    if let help = failure.help { console.printError("  help: \(help)") }
  }

  /// Counts what was said and gives the exit code.
  func finish() -> ExitStatus {
    if let text = summary.text { console.printError(text) }
    return status
  }

  private mutating func raise(_ new: ExitStatus) { status = max(status, new) }
}
