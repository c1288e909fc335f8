import AltoDiagnostics
import AltoSource
import Driver
import TestSupport
import Template
import Testing

@Suite struct CatalogueTests {
  @Test func idsAreUniqueAndSorted() {
    let numbers = Catalogue.all.map(\.number)
    #expect(numbers == numbers.sorted())
    #expect(Set(numbers).count == numbers.count)
  }

  @Test(arguments: Catalogue.all.map(\.id))
  func entriesAreWorded(id: String) throws {
    let code = try #require(Catalogue.code(named: id))
    let title = "\(code.title)"
    #expect(!title.isEmpty && title.count <= 72 && !title.hasSuffix("."), "the title of \(id)")
    #expect(
      "\(code.explanation)".hasSuffix(".") || "\(code.explanation)".hasSuffix(")."),
      "the explanation of \(id)")
  }

  @Test(arguments: Catalogue.all.map(\.id))
  func badExampleGivesItsCodeAndNothingElse(id: String) throws {
    let code = try #require(Catalogue.code(named: id))
    guard let found = try diagnostics(of: code.bad) else { return }
    #expect(found.map(\.code.id) == [id], "\(found.map { $0.code.id + ": " + $0.message })")
  }

  @Test(arguments: Catalogue.all.map(\.id))
  func goodExampleGivesNothing(id: String) throws {
    let code = try #require(Catalogue.code(named: id))
    let found = try #require(try diagnostics(of: code.good), "the good example of \(id) is a document")
    #expect(found.isEmpty, "\(found.map { $0.code.id + ": " + $0.message })")
  }

  /// What altoc says of an example in the example project; nil for what no document can show.
  private func diagnostics(of example: Example) throws -> [Diagnostic]? {
    switch example {
    case .document(let text): try diagnostics(of: Array("\(text)".utf8))
    case .bytes(let bytes): try diagnostics(of: bytes)
    case .situation: nil
    }
  }

  private func diagnostics(of bytes: [UInt8]) throws -> [Diagnostic] {
    let path = Repository.root + "/Tests/CatalogueTests/Project/alto.yml"
    let world = Surroundings(
      environment: EnvironmentVariables([:]),
      files: try HostFiles(file: path, output: nil, home: "/home/user"),
      pythonVersion: { .known("3.11.4") }, platform: "linux")
    return analyze(SourceFile(name: "alto.yml", bytes: bytes), at: path, in: world).diagnostics
  }
}
