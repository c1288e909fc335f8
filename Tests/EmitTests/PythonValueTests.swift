@testable import Emit
import Foundation
import ImageIR
import TestSupport
import Testing

@Suite("Python values")
struct PythonValueTests {
  /// The value's program, run; what it prints with `repr`.
  private func repr(_ value: LateValue, environment: [String: String?] = [:]) async throws -> String {
    var program = PythonProgram()
    let expression = program.expression(value)
    program.append("print(repr(\(expression)))")
    let python = try #require(Tool.find("python3"))
    let output = try await python.run(["-c", program.text], environment: environment)
    #expect(output.status == 0, "\(program.text)\n\(output.stderr)")
    return String(output.stdout.dropLast())
  }

  @Test(
    arguments: [
      (.null, "None"), (.bool(true), "True"), (.integer("-12"), "-12"), (.integer("007"), "7"),
      (.integer("0"), "0"),
      (.float(0.1), "0.1"), (.float(-0.0), "-0.0"), (.float(1e300), "1e+300"),
      (.float(.leastNonzeroMagnitude), "5e-324"),
      (.float(.infinity), "inf"), (.float(-.infinity), "-inf"), (.float(.nan), "nan"), (.float(3), "3.0"),
      (.string(LateText("it's \u{1F600}")), "\"it's 😀\""),
      (.bytes([0, 39, 92, 255]), "b\"\\x00'\\\\\\xff\""),
      (.date(.init(year: 2024, month: 2, day: 29)), "datetime.date(2024, 2, 29)"),
      (
        .dateTime(
          .init(
            date: .init(year: 2001, month: 12, day: 14), hour: 21, minute: 59, second: 43,
            microsecond: 100_000,
            offset: -300)),
        "datetime.datetime(2001, 12, 14, 21, 59, 43, 100000, tzinfo=datetime.timezone(datetime.timedelta(days=-1, seconds=68400)))"
      ),
      (
        .dateTime(
          .init(
            date: .init(year: 2001, month: 12, day: 14), hour: 0, minute: 0, second: 0, microsecond: 0,
            offset: 0)),
        "datetime.datetime(2001, 12, 14, 0, 0, tzinfo=datetime.timezone.utc)"
      ),
      (.list([]), "[]"), (.map([]), "{}"), (.set([]), "set()"), (.set([.integer("1")]), "{1}"),
      (.list([.null, .list([.bool(false)])]), "[None, [False]]"),
      (
        .map([.init(key: .string(LateText("b")), value: .integer("1")), .init(key: .null, value: .map([]))]),
        "{'b': 1, None: {}}"
      ),
      (.pairs([.init(key: .string(LateText("a")), value: .integer("1"))]), "[('a', 1)]"),
      (.string(LateText([.literal("a"), .reference(.environment("X")), .literal("'")])), "\"alate'\""),
      (.string(LateText(.matrix("m"))), "'1'"), (.resolvedLate(.matrix("m")), "1"),
      (.string(LateText("")), "''"),
    ] as [(LateValue, String)])
  func everyKindOfValue(value: LateValue, expected: String) async throws {
    #expect(try await repr(value, environment: ["ALTO_ENV_X": "late", "ALTO_MATRIX_m": "1"]) == expected)
  }

  @Test func longIntegersAndDeepValuesWork() async throws {
    let digits = "-" + String(repeating: "90", count: 6000)
    var program = PythonProgram()
    let integer = program.expression(.integer(digits))
    var deep = LateValue.integer("1")
    for _ in 0..<500 { deep = .list([deep]) }
    let nested = program.expression(deep)
    program.append("import sys\nsys.set_int_max_str_digits(0)\nvalue = \(nested)\ndepth = 0")
    program.append("while isinstance(value, list):\n    value, depth = value[0], depth + 1")
    program.append("print(\(integer), depth)")
    let python = try #require(Tool.find("python3"))
    let output = try await python.run(["-c", program.text])
    #expect(output.stdout == "\(digits) 500\n", "\(output.stderr.suffix(300))")
  }

  /// Scalars in YAML's plain style; PyYAML reads each, and so does the function in the image.
  private static let scalars = [
    "~", "null", "Null", "NULL", "nuLL", "yes", "No", "on", "OFF", "True", "tRUE", "y", "n", "0", "-0", "+1",
    "007", "08",
    "0o7", "0x1F", "-0xff", "0b101", "0b_1", "0x", "1_000", "_1", "1__0_", "1:30", "-1:30:59", "1:60",
    "01:30", "1:3.5",
    "1.5", "1.", ".5", "+.5", "1e3", "1.0e3", "1.0e+3", "1.5E-2", ".5e+1", "1_0.5_0", ".inf", "-.Inf",
    "+.INF", ".nan",
    ".NaN", "-.nan", "nan", "inf", "1.2.3", "3.10", "0.1", "text", "190:20:30", "190:20:30.15", "0:30", "00",
    "0_0",
    "+", ".", "..", "1,000", "12e03", "0x_1", "9" + String(repeating: "0", count: 40), "²", "٣", "1 2",
    "true x",
  ]

  @Test func lateScalarsAreReadAsPyYAMLReadsThem() async throws {
    guard let python = Tool.oraclePython ?? Tool.find("python3") else { return }
    var program = PythonProgram()
    _ = program.expression(.resolvedLate(.environment("X")))
    let lines = program.text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\n")
    let test = """
      \(lines)
      import json, sys, yaml
      for text in json.loads(sys.argv[1]):
          try:
              expected = yaml.safe_load('- ' + text)[0]
          except ValueError:
              expected = text
          found = _altoc_typed(text)
          if repr(found) != repr(expected): print(text, repr(found), repr(expected))
      for text in ['', '-', '=', '<<', ' 1', '1 ', '1\\n', 'yes\\n', '- 1', 'a: b', '2024-01-01', '"1"', "'1'", '[1]', '# x']:
          found = _altoc_typed(text)
          if found != (text or None): print(repr(text), repr(found))
      """
    let probe = try await python.run(["-c", "import yaml"])
    guard probe.status == 0 else {
      #expect(!Repository.isCI, "PyYAML is missing")
      return
    }
    let scalars = String(decoding: try JSONEncoder().encode(Self.scalars), as: UTF8.self)
    let output = try await python.run(["-c", test, scalars], environment: ["ALTO_ENV_X": ""])
    #expect(output.stdout == "", "\(output.stderr)")
    #expect(output.status == 0, "\(output.stderr)")
  }
}

@Suite struct MissingVariableTests {
  @Test func everyMissingVariableIsNamed() async throws {
    var program = PythonProgram()
    let value = LateValue.list([
      .string(LateText(.environment("B"))), .resolvedLate(.environment("A")), .string(LateText(.matrix("m"))),
    ])
    program.append("print(\(program.expression(value)))")
    let python = try #require(Tool.find("python3"))
    let missing = try await python.run(["-c", program.text], environment: ["ALTO_MATRIX_m": "1"])
    #expect(missing.status == 1)
    #expect(missing.stderr == "altoc: not set in this container: ALTO_ENV_A, ALTO_ENV_B\n")
    let whole = try await python.run(
      ["-c", program.text], environment: ["ALTO_MATRIX_m": "1", "ALTO_ENV_A": "2", "ALTO_ENV_B": ""])
    #expect(whole.stdout == "['', 2, '1']\n", "\(whole.stderr)")
  }
}
