import AltoDiagnostics
import AltoSource
import Template
import Testing
import YAML

/// The examples of the catalogue say what they promise, as far as this stage alone can tell.
@Suite struct ExampleTests {
  private static let codes = Catalogue.all.filter { $0.number / 1000 == 2 }

  @Test func thereAreCodes() {
    #expect(Self.codes.count > 25)
    #expect(Set(Self.codes.map(\.number)).count == Self.codes.count)
  }

  @Test(arguments: codes.map(\.id))
  func theBadExampleGivesTheCodeAndTheGoodOneNothing(id: String) throws {
    let code = try #require(Catalogue.code(named: id))
    if let bad = bytes(of: code.bad), !hasTemplate(bad) {
      #expect(parse(Plain.expanded(bad)).diagnostics.map(\.code.id) == [id])
    }
    let good = try #require(bytes(of: code.good))
    #expect(parse(Plain.expanded(good)).diagnostics.isEmpty)
  }

  private func hasTemplate(_ bytes: [UInt8]) -> Bool {
    let text = String(decoding: bytes, as: UTF8.self)
    return text.contains("{{") || text.contains("{%")
  }

  private func bytes(of example: Example) -> [UInt8]? {
    switch example {
    case .document(let text): text.withUTF8Buffer { Array($0) }
    case .bytes(let bytes): bytes
    case .situation: nil
    }
  }
}
