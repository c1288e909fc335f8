import Foundation
import TestSupport
import Testing

/// One agent of each kind of entry point, built by its own build.sh and run.
@Suite("entry points on real engines", .enabled(if: EndToEnd.hasEngine, EndToEnd.needsEngine), .serialized)
struct EntryPointTests {
  @Test("a script gets its words, its environment and its build commands", arguments: Builder.tried)
  func script(builder: Builder) async throws {
    struct Report: Decodable, Equatable {
      var arguments: [String]
      var environment: [String: String?]
      var folder: String
      var note: String
    }
    let variables = [
      "ALTO_ENV_TICKET": "T 1; touch pwned \"'$(id)", "SECRET": "key-s3cret", "LINES": "one\ntwo",
    ]
    try await withScratchFolder { folder in
      let image = try await BuiltImage.make(
        "e2e/script", agent: "nightly-job", by: builder, in: folder + "/out")
      let file = folder + "/report.json"
      let run = try await image.run(variables, copying: "report.json", to: file)
      #expect(run.status == 0, "\(run.stderr)")
      let report = try JSONDecoder().decode(Report.self, from: Data(run.stdout.utf8))
      #expect(report.arguments == ["two words", "$HOME", "T 1; touch pwned \"'$(id)"])
      #expect(
        report.environment == [
          "PLAIN": "hello world", "QUOTES": #"it's "quoted" $HOME \ #not a comment"#, "NUMBER": "0x1F",
          "EMPTY": "",
          "LINES": "one\ntwo", "SECRET": "key-s3cret", "PYTHONUNBUFFERED": "1",
        ])
      #expect(report.folder == "jobs")
      #expect(report.note == "built with \"quotes\" and $signs\nsecond line\n")
      #expect(try String(contentsOfFile: file, encoding: .utf8) == run.stdout)
    }
  }

  @Test("a function gets every kind of YAML value, and variables inside them", arguments: Builder.tried)
  func function(builder: Builder) async throws {
    try await withScratchFolder { folder in
      let image = try await BuiltImage.make(
        "e2e/function", agent: "trainer", by: builder, in: folder + "/out")
      let run = try await image.run(["ALTO_ENV_GREETING": "it's \"me\" \\", "ALTO_ENV_EPOCHS": "12"])
      #expect(run.status == 0, "\(run.stderr)")
      let lines = run.stdout.split(separator: "\n").map(String.init)
      #expect(lines == Self.functionLines)
    }
  }

  /// What Python must have seen: the YAML 1.1 values of the fixture, as PyYAML's safe loader reads them.
  static let functionLines = [
    "big: int 123456789012345678901234567890",
    "data: bytes b'hello'",
    "day: date datetime.date(2024, 2, 29)",
    "epochs: int 12",
    "float: float 3.1",
    #"greeting: str 'it\'s "me" \\, world'"#,
    "infinity: float -inf",
    "integer: int 42",
    "items: list [1, 'two', 3.0, None, [True]]",
    #"lines: str 'one\n  two\n'"#,
    "map: dict {'a': 1, 2: 'b', None: 'c'}",
    "moment: datetime datetime.datetime(2024, 2, 29, 12, 30, 0, 500000, tzinfo=datetime.timezone.utc)",
    #"nested: dict {'deep': ['it\'s "me" \\', 'plain']}"#,
    "nothing: NoneType None",
    "octal: int 8",
    "on: bool True",
    "ordered: list [('z', 1), ('a', 2)]",
    "quoted_epochs: str '12'",
    "sexagesimal: int 90",
    #"text: str 'it\'s "quoted" \\ $HOME {{ #x'"#,
    #"unicode: str '\xe9\u6f22\U0001f600\u2028\x01'"#,
    "unique: set ['a', 'b']",
  ]

  @Test("a notebook runs with its parameters and leaves an executed copy", arguments: Builder.tried)
  func jupyter(builder: Builder) async throws {
    let before = try await listing(of: EndToEnd.fixture("e2e/jupyter"))
    try await withScratchFolder { folder in
      let image = try await BuiltImage.make("e2e/jupyter", agent: "explore", by: builder, in: folder + "/out")
      let file = folder + "/executed.ipynb"
      let run = try await image.run(["ALTO_ENV_TOKEN": "t'o\"k en"], copying: "explore_exec.ipynb", to: file)
      #expect(run.status == 0, "\(run.stderr)")
      let executed = try JSONDecoder().decode(
        Notebook.self, from: Data(contentsOf: URL(fileURLWithPath: file)))
      let printed = executed.cells.flatMap { $0.outputs ?? [] }.flatMap { $0.text ?? [] }.joined()
      let wanted = #"RESULT ["it's \"quoted\" $HOME; touch pwned", 3, 0.5, true, ["a", "b c"], "t'o\"k en"]"#
      #expect(printed == wanted + "\n")
    }
    #expect(
      try await listing(of: EndToEnd.fixture("e2e/jupyter")) == before, "the user's notebook was touched")
  }

  /// As much of an executed notebook as the test reads.
  private struct Notebook: Decodable {
    struct Cell: Decodable {
      var outputs: [Output]?
    }
    struct Output: Decodable {
      var text: [String]?
    }
    var cells: [Cell]
  }
}
