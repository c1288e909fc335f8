import AltoDiagnostics
import AltoSource
import Template
import Testing

/// The examples of the catalogue, as far as stage 1 has a say in them.
@Suite struct CatalogueExampleTests {
  static let ofTemplates = Catalogue.all.filter { $0.number / 1000 == 1 }

  private func codes(of example: Example) -> [String]? {
    switch example {
    case .document(let text): expand(text.description).codes
    case .bytes(let bytes): expand(SourceFile(name: "alto.yml", bytes: bytes), with: inputs()).codes
    case .situation: nil
    }
  }

  @Test(arguments: ofTemplates.map(\.number))
  func badGivesItsCodeAndGoodGivesNothing(_ number: UInt16) throws {
    let code = try #require(Self.ofTemplates.first { $0.number == number })
    if let bad = codes(of: code.bad) { #expect(bad == [code.id]) }
    if let good = codes(of: code.good) { #expect(good == []) }
  }
}
