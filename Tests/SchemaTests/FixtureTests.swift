import Testing

/// The schema on every fixture, before and behind its template.
@Suite struct FixtureTests {
  /// Fixtures below `Fixtures/errors` with a mistake that a schema can express, and what it says of where.
  private static let expressible = [
    "agent-names": "$: 'a/b'",
    "base-and-context": "$.worker.image:",
    "credentials": "$.worker.image.registry_creds: 'password' is a required property",
    "empty-file": "$: None",
    "empty-values": "$.worker.image.base:",
    "environment": "$.worker.env.EMPTY:",
    "folders": "$.b.entrypoint.src: '..'",
    "function-forms": "$.a.entrypoint.cmd: 'main'",
    "image-references": "$.a0.image.base: 'Python:3.11'",
    "infra": "$.a.infra.type: 'emr'",
    "many-mistakes": "$.worker.infra: 'protocl'",
    "matrix": "$.worker.matrix.max_concurrency: 0",
    "misplaced-key": "$.worker: 'base'",
    "missing-keys": "$.worker: 'entrypoint' is a required property",
    "mounts": "$.worker.mounts[1]: '/'",
    "notebooks": "$.a.entrypoint: False schema does not allow {'a': 1}",
    "root-list": "$: ['worker', 'other']",
    "unknown-key": "$.worker: 'enviroment'",
    "unknown-values": "$.worker.infra.type: 'ec3'",
    "wide-columns": "$['wörk'].image:",
    "wrong-types": "$.worker.infra: 'ec2'",
  ]

  /// The others, and why no schema can tell.
  private static let inexpressible = [
    "artifacts": "'../out.txt' may lead back into the project, an absolute path may lie in it",
    "computed-secret": "the template decides",
    "early-variable": "the environment decides",
    "matrix-misplaced": "the template decides",
    "not-utf8": "no text",
    "requirements-missing": "the file system decides",
    "shell-quotes": "the shell's grammar",
    "template-syntax": "the template's grammar",
    "template-unclosed": "the template's grammar",
    "template-undefined": "the template decides",
    "yaml-bad-indent": "YAML's grammar",
    "yaml-duplicate-key": "an object of JSON has each key once",
    "yaml-tab": "YAML's grammar",
    "yaml-two-documents": "a schema sees one document",
    "yaml-unclosed-quote": "YAML's grammar",
    "yaml-unknown-alias": "YAML's grammar",
  ]

  @Test func everyMistakeIsInOneOfTheTables() {
    let mistaken = SchemaFixture.all.filter(\.isMistaken).map { String($0.name.dropFirst("errors/".count)) }
    let listed = Array(Self.expressible.keys) + Array(Self.inexpressible.keys)
    #expect(mistaken.sorted() == listed.sorted(), "add a new fixture to the table where it belongs")
  }

  @Test func theSchemaIsValid() async throws {
    guard let report = try await SchemaOracle.judge([]) else { return }
    #expect(report.metaschema == [])
  }

  @Test func validFixturesAreAccepted() async throws {
    let fixtures = SchemaFixture.all.filter { !$0.isMistaken }
    #expect(fixtures.count > 20)
    guard let report = try await SchemaOracle.judge(try fixtures.map { try $0.expanded() }) else { return }
    for (fixture, verdict) in zip(fixtures, report.documents) {
      #expect(verdict.isAccepted == true, "\(fixture.name): \(verdict)")
    }
  }

  /// What an editor sees. Templates outside of quotes are no YAML for it: no schema gets to judge that.
  @Test func validFixturesAreAcceptedAsTheyAreWritten() async throws {
    let fixtures = SchemaFixture.all.filter { !$0.isMistaken }
    guard let report = try await SchemaOracle.judge(try fixtures.map { try #require($0.written) }) else {
      return
    }
    var skipped: [String] = []
    for (fixture, verdict) in zip(fixtures, report.documents) {
      if verdict.unreadable != nil {
        skipped.append(fixture.name)
      } else {
        #expect(verdict.isAccepted == true, "\(fixture.name): \(verdict)")
      }
    }
    #expect(skipped == ["e2e/function", "e2e/script"], "statements and comments of the template")
  }

  @Test func mistakesThatASchemaCanExpressAreRefused() async throws {
    let fixtures = SchemaFixture.all.filter { fixture in
      Self.expressible.keys.contains { "errors/" + $0 == fixture.name }
    }
    let texts = try fixtures.flatMap { [try $0.expanded(), try #require($0.written)] }
    guard let report = try await SchemaOracle.judge(texts) else { return }
    for (index, verdict) in report.documents.enumerated() {
      let name = String(fixtures[index / 2].name.dropFirst("errors/".count))
      let message = try #require(Self.expressible[name])
      #expect(verdict.isAccepted == false, "\(name): \(verdict)")
      let found = verdict.python ?? []
      #expect(found.contains { $0.hasPrefix(message) }, "\(name) should give '\(message)', not \(found)")
    }
  }

  /// A fixture in the second table that the schema refuses belongs into the first.
  @Test func theOthersAreNotRefused() async throws {
    let fixtures = SchemaFixture.all.filter { fixture in
      Self.inexpressible.keys.contains { "errors/" + $0 == fixture.name }
    }
    guard let report = try await SchemaOracle.judge(fixtures.compactMap(\.written)) else { return }
    for (fixture, verdict) in zip(fixtures.filter { $0.written != nil }, report.documents) {
      #expect(verdict.unreadable != nil || verdict.isAccepted == true, "\(fixture.name): \(verdict)")
    }
  }
}
