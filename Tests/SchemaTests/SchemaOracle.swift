import Foundation
import TestSupport
import Testing

/// Readers of JSON Schema that know nothing of altoc, asked for many documents at once.
enum SchemaOracle {
  /// What they say of one document.
  struct Verdict: Decodable {
    /// Why it is no plain YAML, or has no one meaning as JSON; the others are nil then.
    let unreadable: String?
    /// What jsonschema finds, whose patterns are Python's.
    let python: [String]?
    /// The same by the older draft 7, which many editors know alone.
    let draft7: [String]?
    /// What check-jsonschema finds, whose patterns are ECMAScript's.
    let ecma: [String]?

    /// Nil when the document was not judged, or the readers differ.
    var isAccepted: Bool? {
      guard let python, let draft7, let ecma, python == draft7, python.isEmpty == ecma.isEmpty else {
        return nil
      }
      return python.isEmpty
    }
  }

  struct Report: Decodable {
    /// What is wrong with the schema itself.
    let metaschema: [String]
    let documents: [Verdict]
  }

  private struct Request: Encodable {
    let schema: String
    let documents: [String]
  }

  /// Nil, as a visible skip, where the oracle is not installed.
  static func judge(_ documents: [String], sourceLocation: SourceLocation = #_sourceLocation) async throws
    -> Report?
  {
    guard let python = Tool.oraclePython, try await hasReaders(python) else {
      if Repository.isCI {
        Issue.record(
          "the Python with check-jsonschema is missing: run make test", sourceLocation: sourceLocation)
      }
      print("skipped: no Python with check-jsonschema for the schema tests")
      return nil
    }
    let request = Request(schema: Repository.root + "/Schemas/alto.schema.json", documents: documents)
    let input = String(decoding: try JSONEncoder().encode(request), as: UTF8.self)
    let output = try await python.run([Repository.root + "/Tests/Oracles/schema.py"], input: input)
    try #require(output.status == 0, "\(output.stderr)", sourceLocation: sourceLocation)
    let report = try JSONDecoder().decode(Report.self, from: Data(output.stdout.utf8))
    try #require(report.documents.count == documents.count, sourceLocation: sourceLocation)
    return report
  }

  private static func hasReaders(_ python: Tool) async throws -> Bool {
    try await python.run(["-c", "import check_jsonschema, jsonschema, yaml"]).status == 0
  }
}
