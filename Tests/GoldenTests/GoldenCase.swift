import Foundation
import TestSupport

/// A folder below `Fixtures` that holds an alto.yml, and the options of the run.
struct GoldenCase: Sendable, CustomStringConvertible {
  /// The path below `Fixtures`: `compile/mounts`.
  let name: String

  var description: String { name }
  var folder: String { Repository.root + "/Fixtures/" + name }
  var golden: String { Repository.root + "/Golden/" + name }
  /// Whether the goldens hold whole scripts.
  var showsScripts: Bool { ["demo", "compile/build-commands", "compile/context-folder"].contains(name) }

  /// What the run sees besides the files: `Fixtures/AREA/CASE.json`, beside the folder so that it is no part of it.
  struct Options: Decodable {
    var environment: [String: String] = [:]
    var bake: [String] = []
    var tags: [String] = []

    init() {}

    init(from decoder: any Decoder) throws {
      let container = try decoder.container(keyedBy: CodingKeys.self)
      environment = try container.decodeIfPresent([String: String].self, forKey: .environment) ?? [:]
      bake = try container.decodeIfPresent([String].self, forKey: .bake) ?? []
      tags = try container.decodeIfPresent([String].self, forKey: .tags) ?? []
    }

    private enum CodingKeys: String, CodingKey { case environment, bake, tags }
  }

  func options() throws -> Options {
    guard let data = FileManager.default.contents(atPath: folder + ".json") else { return Options() }
    return try JSONDecoder().decode(Options.self, from: data)
  }

  /// Every case, sorted; `GOLDEN_CASE` in the environment picks one.
  static let all: [GoldenCase] = {
    let root = Repository.root + "/Fixtures"
    let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    let cases = paths.filter { $0.hasSuffix("/alto.yml") }.map { GoldenCase(name: String($0.dropLast(9))) }
    let wanted = ProcessInfo.processInfo.environment["GOLDEN_CASE"].flatMap { $0.isEmpty ? nil : $0 }
    return cases.filter { wanted == nil || wanted == $0.name }.sorted { $0.name < $1.name }
  }()
}
