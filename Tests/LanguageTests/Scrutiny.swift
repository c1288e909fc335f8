import AltoDiagnostics
import AltoSource
import Check
import Driver
import Emit
import Foundation
import ImageIR
import Lower
import Report
import TestSupport
import Template

/// What has to hold for every input, however broken.
struct Scrutiny {
  private let files: [String: [UInt8]]

  init() {
    files = MemoryFiles.read(Repository.root + "/Fixtures", as: "/projects")
  }

  /// The project of each fixture, with the files of all.
  func files(of fixture: Fixture) -> MemoryFiles {
    MemoryFiles(folder: "/projects/" + fixture.name, contents: files)
  }

  /// How an input went.
  struct Verdict {
    /// What is wrong with the answer; empty when nothing is.
    var faults: [String]
    var isAccepted: Bool
  }

  /// Runs all stages over `bytes` and renders all that is said.
  func judge(_ bytes: [UInt8], files: MemoryFiles, environment: [String: String]) -> Verdict {
    let world = Surroundings(
      environment: EnvironmentVariables(environment), files: files,
      pythonVersion: { .known("3.11.4") }, platform: "linux")
    let source = SourceFile(name: "alto.yml", bytes: bytes)
    let analysis = analyze(source, at: files.folder + "/alto.yml", in: world)
    var faults = analysis.diagnostics.flatMap { self.faults(of: $0, in: source) }
    let hasError = analysis.diagnostics.contains { $0.severity == .error }
    if analysis.config == nil, !hasError { faults.append("refused without an error") }
    if analysis.diagnostics.contains(where: { $0.code.number >= 9000 }) { faults.append("an internal fault") }
    let rendered = HumanRenderer(palette: Palette(isOn: false)).render(analysis.diagnostics, of: source)
    for diagnostic in analysis.diagnostics where !rendered.contains(diagnostic.code.id) {
      faults.append("\(diagnostic.code.id) is not rendered")
    }
    for plan in analysis.config.map({ lower($0) }) ?? [] {
      if plan.dump().isEmpty { faults.append("an empty plan") }
      if let dockerfile = emitDockerfile(plan), dockerfile.text.contains("\0") {
        faults.append("NUL in a Dockerfile")
      }
    }
    return Verdict(faults: faults, isAccepted: analysis.config != nil)
  }

  private func faults(of diagnostic: Diagnostic, in source: SourceFile) -> [String] {
    let end = (diagnostic.source ?? source).bytes.count
    var faults: [String] = []
    let places =
      [diagnostic.span] + diagnostic.related.map(\.span) + diagnostic.fixes.flatMap { $0.edits.map(\.span) }
    for span in places where Int(span.end) > end { faults.append("\(diagnostic.code.id) at \(span)") }
    for fix in diagnostic.fixes {
      let isOrdered = zip(fix.edits, fix.edits.dropFirst()).allSatisfy { $0.span.end <= $1.span.start }
      if !isOrdered { faults.append("edits of \(diagnostic.code.id) overlap") }
    }
    if diagnostic.message.isEmpty || diagnostic.message.contains("\n") {
      faults.append("the message of \(diagnostic.code.id)")
    }
    return faults
  }
}
