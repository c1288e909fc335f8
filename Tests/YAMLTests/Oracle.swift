import Foundation
import TestSupport

/// PyYAML's answers to a batch of documents.
enum Oracle {
  struct Answer: Decodable {
    let safe: String
    let libyaml: String?

    /// What SafeLoader gives, an error without its class. The two loaders of PyYAML differ in where a tab may
    /// stand; there libyaml's answer counts as well.
    func accepted(for document: String) -> Set<String> {
      let answers = document.contains("\t") ? [safe, libyaml ?? safe] : [safe]
      return Set(answers.map { $0.hasPrefix("error") ? "error" : $0 })
    }
  }

  /// Whether there is a Python to ask. In CI there has to be one: the test runs and fails.
  static var isAvailable: Bool { Tool.oraclePython != nil || Repository.isCI }

  static func answers(to documents: [String]) async throws -> [Answer] {
    guard let python = Tool.oraclePython else { throw Missing() }
    let input = String(decoding: try JSONEncoder().encode(documents), as: UTF8.self)
    let output = try await python.run([Repository.root + "/Tests/Oracles/yaml_safe.py"], input: input)
    guard output.status == 0 else { throw Failure(message: output.stderr) }
    return try JSONDecoder().decode([Answer].self, from: Data(output.stdout.utf8))
  }

  /// No Python with PyYAML: `make test` installs one.
  struct Missing: Error {}

  struct Failure: Error { let message: String }
}
