import Foundation
import TestSupport

/// A folder below `Fixtures` that holds an alto.yml, and what the run of it is given.
struct Fixture: Sendable, CustomStringConvertible {
  /// The path below `Fixtures`: `compile/mounts`.
  let name: String
  let bytes: [UInt8]

  var description: String { name }
  var path: String { Repository.root + "/Fixtures/" + name + "/alto.yml" }

  /// `Fixtures/AREA/CASE.json`, beside the folder.
  struct Options: Decodable {
    var environment: [String: String]?
    var bake: [String]?
  }

  func options() throws -> Options {
    let file = Repository.root + "/Fixtures/" + name + ".json"
    guard let data = FileManager.default.contents(atPath: file) else { return Options() }
    return try JSONDecoder().decode(Options.self, from: data)
  }

  /// Every fixture of every area, sorted.
  static let all: [Fixture] = {
    let root = Repository.root + "/Fixtures"
    let paths = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    return paths.filter { $0.hasSuffix("/alto.yml") }.sorted().map { path in
      let bytes = FileManager.default.contents(atPath: root + "/" + path) ?? Data()
      return Fixture(name: String(path.dropLast(9)), bytes: Array(bytes))
    }
  }()
}
