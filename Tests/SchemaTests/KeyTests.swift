import AltoSchema
import Foundation
import TestSupport
import Testing

/// The schema beside the table that it is made from.
@Suite struct KeyTests {
  /// As much of a schema as the test reads.
  private final class Node: Decodable {
    let type: Kind?
    let description: String?
    let `default`: String?
    let properties: [String: Node]?
    let required: [String]?
    let anyOf: [Node]?
    let `enum`: [String]?
    let defs: [String: Node]?
    let additionalProperties: Additional?

    private enum CodingKeys: String, CodingKey {
      case type, description, `default`, properties, required, anyOf, `enum`, additionalProperties
      case defs = "$defs"
    }
  }

  /// One type or a list of them.
  private enum Kind: Decodable {
    case one(String)
    case several

    init(from decoder: any Decoder) throws {
      self = (try? decoder.singleValueContainer().decode(String.self)).map { .one($0) } ?? .several
    }
  }

  /// `false` closes a mapping.
  private enum Additional: Decodable {
    case closed
    case open

    init(from decoder: any Decoder) throws {
      self = (try? decoder.singleValueContainer().decode(Bool.self)) == false ? .closed : .open
    }
  }

  private static func agent() throws -> Node {
    let schema = try JSONDecoder().decode(Node.self, from: Data(JSONSchema.text().utf8))
    return try #require(schema.defs?["agent"])
  }

  private static func node(_ path: String) throws -> Node {
    try path.split(separator: ".").reduce(agent()) { node, name in
      try #require(node.properties?[String(name)], "\(path) is not in the schema")
    }
  }

  @Test(arguments: Schema.keys.map(\.path.text))
  func everyKeyIsThereWithWhatTheTableSaysOfIt(path: String) throws {
    let key = try #require(Schema.keys.first { $0.path.text == path })
    let node = try Self.node(path)
    let description = try #require(node.description)
    #expect(description.hasPrefix(key.summary.text) && description.hasSuffix(key.details.text))
    let home = try Self.node(path.split(separator: ".").dropLast().joined(separator: "."))
    let isRequired = home.required?.contains(key.name.text) ?? false
    switch key.presence {
    case .required:
      #expect(isRequired && node.default == nil)
    case .optional(let standard):
      #expect(!isRequired && (node.default ?? "") == standard.text)
    }
    if case .choice(let words) = key.shape {
      #expect(node.anyOf?.first?.enum == words.map(\.text))
    }
  }

  @Test(arguments: Schema.sections.map(\.path.text))
  func everySectionIsClosedAndHasNoOtherKey(path: String) throws {
    let section = try #require(Schema.sections.first { $0.path.text == path })
    let node = try Self.node(path)
    #expect(node.properties?.keys.sorted() == section.keys.map(\.name.text).sorted())
    guard case .closed = node.additionalProperties else {
      Issue.record("unknown keys of '\(path)' are let through")
      return
    }
  }

  @Test func theTextIsTheSameEveryTimeAndEndsInOneLineFeed() {
    let text = JSONSchema.text()
    #expect(text == JSONSchema.text())
    #expect(text.hasSuffix("}\n") && !text.hasSuffix("\n\n"))
    #expect(!text.contains("\t") && !text.contains("\r") && !text.contains(" \n"))
    for line in text.split(separator: "\n") {
      #expect(line.prefix { $0 == " " }.count.isMultiple(of: 2), "\(line)")
    }
  }

  @Test func theCommandPrintsThePublishedFile() async throws {
    let published = try String(contentsOfFile: Repository.root + "/Schemas/alto.schema.json", encoding: .utf8)
    let printed = try await Self.altoc.run(["schema"])
    #expect(printed.status == 0 && printed.stderr == "")
    #expect(printed.stdout == published)
    let overview = try await Self.altoc.run(["--help"])
    #expect(overview.stdout.contains("altoc schema"))
    let misused = try await Self.altoc.run(["schema", "alto.yml"])
    #expect(misused.status == 2 && misused.stdout == "")
  }

  /// The program that was built beside the tests.
  private static var altoc: Tool {
    let test = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    let places = [CommandLine.arguments[0], test].map { ($0 as NSString).deletingLastPathComponent }
    let found = places.map { $0 + "/altoc" }.first(where: FileManager.default.isExecutableFile)
    return Tool(path: found ?? "altoc")
  }
}

/// Every kind of value, and every character that JSON escapes.
@Suite struct JSONValueTests {
  @Test func documents() throws {
    let value: JSONValue = [
      "empty": [], "none": .object([]), "list": [1, true, "a\"b\\c\n\u{1}é😀"], "deep": ["a": ["b": false]],
    ]
    let text = value.document()
    #expect(
      text == """
        {
          "empty": [],
          "none": {},
          "list": [
            1,
            true,
            "a\\"b\\\\c\\n\\u0001é😀"
          ],
          "deep": {
            "a": {
              "b": false
            }
          }
        }

        """)
    #expect(try JSONSerialization.jsonObject(with: Data(text.utf8)) is [String: Any])
  }
}
