import AltoDiagnostics
import AltoSource
import Driver
import Foundation
import TestSupport
import Template

/// A folder below `Fixtures` that holds an alto.yml.
struct SchemaFixture {
  /// The path below `Fixtures`: `compile/mounts`.
  let name: String
  let bytes: [UInt8]

  var isMistaken: Bool { name.hasPrefix("errors/") }

  /// The file as it is written, which is what an editor sees; nil when it is not UTF-8.
  var written: String? { String(validating: bytes, as: UTF8.self) }

  /// The file behind its template, as `--emit template` prints it.
  func expanded() throws -> String {
    let path = Repository.root + "/Fixtures/" + name + "/alto.yml"
    let files = try HostFiles(file: path, output: nil)
    let inputs = TemplateInputs(
      file: path, platform: "linux", pythonVersion: { .known("3.11.4") },
      environment: EnvironmentVariables([:]), files: files)
    return expand(SourceFile(name: "alto.yml", bytes: bytes), with: inputs).value.printed()
  }

  /// Every fixture of every area, sorted.
  static let all: [SchemaFixture] = {
    let root = Repository.root + "/Fixtures"
    let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix("/alto.yml") }.sorted().map { path in
      let bytes = FileManager.default.contents(atPath: root + "/" + path) ?? Data()
      return SchemaFixture(name: String(path.dropLast(9)), bytes: Array(bytes))
    }
  }()
}
