import AltoDiagnostics
import AltoSource
import Check
import Driver
import Foundation
import ImageIR
import Lower
import Report
import TestSupport
import Template
import Testing
import YAML

/// The value of a variable that late keys alone name reaches nobody.
@Suite struct CanaryTests {
  @Test(arguments: Fixture.all)
  func noValueOfALateVariableIsInAnyOutput(fixture: Fixture) throws {
    let options = try fixture.options()
    let given = options.environment ?? [:]
    let first = try run(fixture, environment: given, bakeable: Set(options.bake ?? []))
    let canaries = try canaries(for: first)
    let environment = given.merging(canaries.values) { _, canary in canary }
    let second = try run(fixture, environment: environment, bakeable: Set(options.bake ?? []))
    let texts = try texts(of: second)
    for name in canaries.late.sorted() {
      let canary = try #require(canaries.values[name])
      for (title, text) in texts {
        #expect(!text.contains(canary), "the value of \(name) is in \(title) of \(fixture)")
        #expect(!text.lowercased().contains(canary.lowercased()), "the value of \(name) is in \(title)")
      }
    }
  }

  /// The test can fail: the fixtures together name many late variables, and their outputs are there.
  @Test func thereAreCanariesToFind() throws {
    var late: Set<String> = []
    var artifacts = 0
    for fixture in Fixture.all {
      let analysis = try run(fixture, environment: try fixture.options().environment ?? [:], bakeable: [])
      late.formUnion(try canaries(for: analysis).late)
      artifacts += try texts(of: analysis).filter { $0.title.hasSuffix("Dockerfile") }.count
    }
    #expect(late.count >= 10, "\(late.sorted())")
    #expect(artifacts >= 15)
  }

  /// An early value is in the output, so a canary would be found there.
  @Test func anEarlyValueIsFound() throws {
    let fixture = try #require(Fixture.all.first { $0.name == "compile/early-variables" })
    let given = try #require(try fixture.options().environment)
    let analysis = try run(fixture, environment: given, bakeable: [])
    let tag = try #require(given["TAG"])
    #expect(try texts(of: analysis).contains { $0.text.contains(tag) })
    #expect(try canaries(for: analysis).late.isEmpty)
  }

  private struct Canaries {
    /// A value of its own for each late variable.
    var values: [String: String]
    /// Variables that no early key and no computation used.
    var late: Set<String>
  }

  /// Every variable that any `env()` of the file names, but those whose values compiling has used.
  private func canaries(for analysis: Analysis) throws -> Canaries {
    var names: Set<String> = []
    for hole in analysis.expanded.holes {
      if case .reference(.environment(let name)) = hole.content { names.insert(name) }
    }
    let early = Set(analysis.expanded.earlyVariables)
      .union(analysis.config?.agents.flatMap(\.earlyVariables) ?? [])
      .union(analysis.diagnostics.filter { $0.code == .earlyVariableMissing }.compactMap(quotedName))
    let late = names.subtracting(early)
    let values = late.sorted().enumerated().map { ($1, "Canary\($0)x\(7919 * ($0 + 1))Yq") }
    return Canaries(values: Dictionary(uniqueKeysWithValues: values), late: late)
  }

  /// The variable that an early key wanted and that was not set.
  private func quotedName(in diagnostic: Diagnostic) -> String? {
    diagnostic.message.split(separator: "'").dropFirst().first.map(String.init)
  }

  private func run(
    _ fixture: Fixture, environment: [String: String], bakeable: Set<String>
  ) throws -> Analysis {
    let world = Surroundings(
      environment: EnvironmentVariables(environment),
      files: try HostFiles(file: fixture.path, output: nil, home: "/home/user"),
      pythonVersion: { .known("3.11.4") }, platform: "linux", bakeable: bakeable)
    return analyze(SourceFile(name: "alto.yml", bytes: fixture.bytes), at: fixture.path, in: world)
  }

  /// Everything that altoc can print or write about the file.
  private func texts(of analysis: Analysis) throws -> [(title: String, text: String)] {
    var texts = [
      ("--emit template", analysis.expanded.printed()), ("--emit tree", analysis.tree.dump()),
      (
        "diagnostics",
        HumanRenderer(palette: Palette(isOn: false)).render(analysis.diagnostics, of: analysis.source)
      ),
    ]
    for diagnostic in analysis.diagnostics {
      texts += diagnostic.fixes.flatMap(\.edits).map { ("a fix of \(diagnostic.code.id)", $0.text) }
    }
    guard let config = analysis.config else { return texts }
    texts.append(("--emit config", config.dump()))
    var staging = ContextStaging()
    for plan in lower(config) {
      texts.append(("--emit ir", plan.dump()))
      let output = try staging.output(of: plan, from: "alto.yml", tags: ["t"], sources: [])
      texts += output.artifacts.map { ($0.path, $0.text) }
      texts.append(("--emit context", output.context.printed()))
    }
    return texts
  }
}
