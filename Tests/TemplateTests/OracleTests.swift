import TestSupport
import Testing

/// Templates on which Jinja and altoc must agree: the same text, or an error on both sides.
@Suite struct OracleTests {
  @Test func literalsAndOperators() async throws {
    try await Oracle.agree(on: Cases.literals + Cases.operators)
  }
  @Test func statements() async throws { try await Oracle.agree(on: Cases.statements) }
  @Test func whitespace() async throws { try await Oracle.agree(on: Cases.whitespace) }
  @Test func filters() async throws { try await Oracle.agree(on: Cases.filters) }
  @Test func tests() async throws { try await Oracle.agree(on: Cases.tests) }
  @Test func methods() async throws { try await Oracle.agree(on: Cases.methods) }
  @Test func formats() async throws { try await Oracle.agree(on: Cases.formats) }
  @Test func undefined() async throws { try await Oracle.agree(on: Cases.undefined) }
  @Test func references() async throws { try await Oracle.agree(on: Cases.references) }
  @Test func syntaxErrors() async throws { try await Oracle.agree(on: Cases.syntaxErrors) }

  @Test func thereAreManyCases() {
    #expect(Cases.all.count >= 400)
    #expect(Set(Cases.all).count == Cases.all.count)
  }
}
