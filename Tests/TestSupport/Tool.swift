import Foundation
import Subprocess

#if canImport(System)
  import System
#else
  import SystemPackage
#endif

/// A program that a test runs and waits for.
package struct Tool: Sendable {
  package let path: String

  package init(path: String) {
    self.path = path
  }

  /// What a finished program left behind.
  package struct Output: Sendable {
    /// The exit code, or 128 + the signal that ended it.
    package let status: Int
    package let stdout: String
    package let stderr: String
  }

  /// Runs the program to its end.
  ///
  /// - Parameters:
  ///   - arguments: without the program's own name.
  ///   - input: what it reads on its standard input.
  ///   - environment: changes on top of this process's environment; nil removes a variable.
  ///   - folder: its working folder; nil for this process's.
  package func run(
    _ arguments: [String], input: String = "", environment: [String: String?] = [:], in folder: String? = nil
  ) async throws -> Output {
    var changes: [Environment.Key: String?] = [:]
    for (name, value) in environment { changes[Environment.Key(stringLiteral: name)] = value }
    let result = try await Subprocess.run(
      .path(FilePath(path)), arguments: Arguments(arguments), environment: .inherit.updating(changes),
      workingDirectory: folder.map { FilePath($0) }, input: .string(input),
      output: .string(limit: 1 << 28), error: .string(limit: 1 << 26))
    return Output(
      status: code(of: result.terminationStatus), stdout: result.standardOutput,
      stderr: result.standardError)
  }

  private func code(of status: TerminationStatus) -> Int {
    switch status {
    case .exited(let code): Int(code)
    case .signaled(let signal): 128 + Int(signal)
    }
  }
}

extension Tool {
  /// The first program of that name on PATH.
  package static func find(_ name: String) -> Tool? {
    let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
    for folder in folders {
      let path = folder + "/" + name
      if FileManager.default.isExecutableFile(atPath: String(path)) { return Tool(path: String(path)) }
    }
    return nil
  }

  /// The Python with pinned jinja2 and PyYAML that `make test` installs; nil where that was not run.
  package static var oraclePython: Tool? {
    let environment = ProcessInfo.processInfo.environment
    let path = environment["ALTO_ORACLE_PYTHON"] ?? Repository.root + "/.build/oracle/bin/python3"
    return FileManager.default.isExecutableFile(atPath: path) ? Tool(path: path) : nil
  }
}
