import AltoDiagnostics
import AltoSource
import Driver
import Foundation
import TestSupport
import Testing

/// altoc and Alto itself on every alto.yml that Alto's package holds: both accept, both refuse for one cause, or the
/// difference stands in the table with its reason.
///
/// The package lacks files that its own configurations name. So each file is judged twice: as it is shipped, and with
/// those files put beside it. Nothing of the package is a part of this project: `make test` downloads it.
@Suite(.enabled(if: AltoCorpus.isAvailable, "no Alto to ask: Scripts/oracle.sh installs it"))
struct AltoCorpusTests {
  @Test(arguments: AltoCorpus.Kind.allCases)
  func everyFileIsClassifiedAsAltoDoes(kind: AltoCorpus.Kind) async throws {
    let corpus = try AltoCorpus(kind)
    defer { corpus.remove() }
    let answers = try await corpus.answers()
    #expect(answers.count == 50)
    var counts: [String: Int] = [:]
    var table: [String] = []
    for (path, alto) in answers.sorted(by: { $0.key < $1.key }) {
      let altoc = try corpus.errors(in: path)
      let agreement = try judge(path, kind, alto: alto, altoc: altoc)
      counts[agreement, default: 0] += 1
      table.append(
        "\(path) | \(alto ?? "accepted") | \(altoc.isEmpty ? "accepted" : altoc.joined(separator: " "))")
    }
    print("\(kind): \(counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" })")
    if ProcessInfo.processInfo.environment["ALTO_TEST_TABLE"] != nil { print(table.joined(separator: "\n")) }
    #expect(counts["both accept", default: 0] >= (kind == .shipped ? 3 : 30))
  }

  /// Every row of the table is used by some file, and its reason is one that the project gives.
  @Test func everyReasonIsGivenInTheDocuments() throws {
    let text = try String(contentsOfFile: Repository.root + "/Docs/differences.md", encoding: .utf8)
    for difference in AltoDifference.all {
      #expect(text.contains(difference.reason), "\(difference.reason)")
    }
  }

  private func judge(
    _ path: String, _ kind: AltoCorpus.Kind, alto: String?, altoc: [String]
  ) throws -> String {
    let listed = AltoDifference.all.filter { path.hasSuffix($0.path) && $0.kinds.contains(kind) }
    switch (alto, altoc.isEmpty) {
    case (nil, true):
      #expect(listed.isEmpty, "\(path) is listed and no difference")
      return "both accept"
    case (let cause?, false):
      #expect(listed.isEmpty, "\(path) is listed and no difference")
      let codes = try #require(AltoDifference.codes(for: cause), "no code for \(cause)")
      #expect(!codes.isDisjoint(with: altoc), "\(path): \(cause), but \(altoc)")
      return "both refuse"
    case (nil, false):
      #expect(
        Set(listed.flatMap(\.codes)) == Set(altoc), "\(path): Alto accepts, altoc says \(altoc)")
      return "altoc refuses"
    case (let cause?, true):
      #expect(!listed.isEmpty && listed.allSatisfy(\.codes.isEmpty), "\(path): accepted, Alto says \(cause)")
      return "Alto refuses"
    }
  }
}
