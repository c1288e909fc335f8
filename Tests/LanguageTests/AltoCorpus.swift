import AltoDiagnostics
import AltoSource
import Driver
import Foundation
import TestSupport
import Template

/// A copy of the configurations in Alto's package, and the answers to them.
struct AltoCorpus {
  enum Kind: String, CaseIterable, Sendable {
    /// As the package has them.
    case shipped
    /// With the requirements, mounts, notebooks and folders that they name and the package leaves out.
    case completed
  }

  private let root: URL
  private static let packages = Repository.root + "/.build/oracle/alto"

  /// In CI there has to be one: the test runs and fails.
  static var isAvailable: Bool {
    Repository.isCI
      || Tool.oraclePython != nil && FileManager.default.fileExists(atPath: packages + "/alto/tests/confs")
  }

  init(_ kind: Kind) throws {
    let files = FileManager.default
    root = files.temporaryDirectory.appending(path: "altoc-corpus-\(UUID().uuidString)")
    try files.createDirectory(at: root, withIntermediateDirectories: true)
    // Whole files: what stands in the package's `templates` is pieces of one.
    for part in ["examples", "tests"] {
      try files.copyItem(
        at: URL(filePath: Self.packages + "/alto/" + part), to: root.appending(path: part))
    }
    if kind == .completed { try complete() }
  }

  func remove() {
    try? FileManager.default.removeItem(at: root)
  }

  private func complete() throws {
    for path in try configurations() {
      let folder = root.appending(path: path).deletingLastPathComponent()
      for name in ["requirements.txt", "test_mount.txt"] {
        try Data("six\n".utf8).write(to: folder.appending(path: name))
      }
      for name in ["app", "src", "scripts"] {
        let inner = folder.appending(path: name)
        try FileManager.default.createDirectory(at: inner, withIntermediateDirectories: true)
        try Data("{\"metadata\": {}, \"cells\": []}".utf8).write(to: inner.appending(path: "alto_nb.ipynb"))
      }
    }
  }

  private func configurations() throws -> [String] {
    let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix(".yml") }.sorted()
  }

  /// Alto's own answer to each file: nil where it accepts.
  func answers() async throws -> [String: String?] {
    guard let python = Tool.oraclePython else { throw Missing() }
    let output = try await python.run(
      [Repository.root + "/Tests/Oracles/alto_classify.py", Self.packages, root.path],
      environment: Self.variables.mapValues { $0 })
    guard output.status == 0 else { throw Failure(message: output.stderr) }
    return try JSONDecoder().decode([String: String?].self, from: Data(output.stdout.utf8))
  }

  /// The codes of the errors that altoc finds in a file, sorted, each once.
  func errors(in path: String) throws -> [String] {
    let file = root.appending(path: path).path
    let world = Surroundings(
      environment: EnvironmentVariables(Self.variables),
      files: try HostFiles(file: file, output: nil, home: "/home/user"),
      pythonVersion: { .known("3.11.4") }, platform: "linux")
    let source = try InputFile.read(file).source
    let found = analyze(source, at: file, in: world).diagnostics.filter { $0.severity == .error }
    return Set(found.map(\.code.id)).sorted()
  }

  /// What the files ask `env()` for; Alto needs all of them.
  private static let variables: [String: String] = {
    let names = [
      "ENV_VAR1", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION", "SNOWFLAKE_ACCOUNT",
      "SNOWFLAKE_DATABASE", "SNOWFLAKE_PASSWORD", "SNOWFLAKE_ROLE", "SNOWFLAKE_SCHEMA", "SNOWFLAKE_USER",
      "SNOWFLAKE_WAREHOUSE",
    ]
    return Dictionary(uniqueKeysWithValues: names.map { ($0, "value") })
  }()

  struct Missing: Error {}
  struct Failure: Error { let message: String }
}
