import Foundation
import TestSupport
import Testing

/// Every hand-off of every fixture is what it was: `make golden` accepts a change, `git diff Golden` reviews it.
@Suite struct GoldenTests {
  private static let isUpdating = ProcessInfo.processInfo.environment["ALTO_UPDATE_GOLDEN"] != nil

  @Test(arguments: GoldenCase.all)
  func handOffsAreAsAccepted(golden: GoldenCase) throws {
    let found = try GoldenRun(golden).files
    if Self.isUpdating {
      try #require(!Repository.isCI, "CI must not rewrite goldens")
      try accept(found, of: golden)
      return
    }
    let expected = try goldenFiles(of: golden)
    // The earliest stage that differs tells the cause; the later ones follow from it.
    for name in Set(found.keys).union(expected.keys).sorted() where found[name] != expected[name] {
      let difference =
        switch (expected[name], found[name]) {
        case (let old?, let new?): LineDifference(expected: old, found: new).description
        case (nil, _): "the golden file is missing"
        case (_, nil): "the golden file is left over: nothing makes it any more"
        }
      Issue.record(
        "Golden/\(golden.name)/\(name) differs\n\(difference)\naccept with: make golden CASE=\(golden.name)")
      return
    }
  }

  @Test func everyGoldenHasItsFixture() throws {
    let root = Repository.root + "/Golden"
    let names = FileManager.default.enumerator(atPath: root)?.compactMap { $0 as? String } ?? []
    let cases = Set(names.filter { $0.hasSuffix("/diagnostics.txt") }.map { String($0.dropLast(16)) })
    let orphans = cases.filter {
      !FileManager.default.fileExists(atPath: Repository.root + "/Fixtures/\($0)/alto.yml")
    }
    #expect(orphans.isEmpty, "goldens without a fixture")
    #expect(!cases.isEmpty)
  }

  @Test(arguments: GoldenCase.all)
  func runsGiveTheSameBytes(golden: GoldenCase) throws {
    #expect(try GoldenRun(golden).files == GoldenRun(golden).files)
  }

  private func goldenFiles(of golden: GoldenCase) throws -> [String: String] {
    var files: [String: String] = [:]
    for name in FileManager.default.enumerator(atPath: golden.golden)?.compactMap({ $0 as? String }) ?? [] {
      let path = golden.golden + "/" + name
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue else {
        continue
      }
      files[name] = try String(contentsOfFile: path, encoding: .utf8)
    }
    return files
  }

  private func accept(_ files: [String: String], of golden: GoldenCase) throws {
    try? FileManager.default.removeItem(atPath: golden.golden)
    for (name, text) in files {
      let file = URL(fileURLWithPath: golden.golden + "/" + name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
  }
}
