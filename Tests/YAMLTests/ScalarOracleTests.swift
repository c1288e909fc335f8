import Testing
import YAML

/// Every form of a plain or tagged scalar has the type and the value that PyYAML's SafeLoader gives it.
@Suite(.enabled(if: Oracle.isAvailable, "needs the Python of make test")) struct ScalarOracleTests {
  @Test func plainScalarsAgree() async throws {
    let scalars = ScalarCases.plain
    #expect(scalars.count >= 600)
    try await expectAgreement(scalars.map { "- " + $0 + "\n" })
  }

  @Test func generatedPlainScalarsAgree() async throws {
    try await expectAgreement(ScalarCases.generated(4000).map { "- " + $0 + "\n" })
  }

  @Test func taggedScalarsAgree() async throws {
    let documents = ScalarCases.tags.flatMap { tag in
      ScalarCases.tagged.map { "- \(tag) \"\($0)\"\n" }
    }
    try await expectAgreement(documents)
  }
}

func expectAgreement(_ documents: [String], sourceLocation: SourceLocation = #_sourceLocation) async throws {
  let answers = try await Oracle.answers(to: documents)
  #expect(answers.count == documents.count)
  for (document, answer) in zip(documents, answers) {
    let mine = Shown.document(document)
    #expect(
      answer.accepted(for: document).contains(mine), "\(document) gives \(mine)",
      sourceLocation: sourceLocation)
  }
}

enum ScalarCases {
  static var plain: [String] { words + numbers + timestamps }

  static let words: [String] = {
    let words = [
      "y", "n", "yes", "no", "true", "false", "on", "off", "null", "none", "nan", "inf", "infinity", "t", "f",
      "o",
      "yess", "noo", "truee", "nul", "nulll",
    ]
    let spelled = words.flatMap { word in
      [
        word, word.uppercased(), word.prefix(1).uppercased() + word.dropFirst(),
        word.dropLast() + word.suffix(1).uppercased(),
      ]
    }
    return spelled + [
      "", "~", "~~", "~x", "=", "==", "=x", "<<", "<", "<<<", "é", "日本", "🙂", "a b", "x-y", "/", "$A",
    ]
  }()

  static let numbers: [String] = ["", "+", "-"].flatMap { sign in
    [
      "0", "00", "000", "01", "07", "08", "09", "010", "0777", "0778", "0o7", "0O7", "0x1F", "0X1F", "0xfg",
      "0x", "0x_",
      "0x_f", "0xFF_FF", "0b101", "0b102", "0b", "0b_", "0b_1", "0B1", "0_", "0_7", "0_8", "1", "12",
      "123456789", "1_000",
      "1__0", "_1", "1_", "1,000", "1 000", "1:30", "1:60", "1:5", "1:05", "1:005", "1:59:59", "0:30",
      "60:00", "01:30",
      "1:", "1::2", "190:20:30", "190:20:30.15", "0:30.5", "1:30.", "1:30._", "1:30.5_5", "1:75.5",
      "1:30.5e+1", "1e3",
      "1E3", "1.e3", "1.e+3", "1.0e3", "1.0e+3", "1.0E-3", "1.5E+300", "1.5e+999", "1.5e-999", "1.", "1.5",
      ".5", ".", "..",
      "._1", ".1_", ".1e3", ".1e+3", "1.2.3", "1._5", "1_.5", "1.5_", "1.5_5", "1.0e+", "1.0e+_", ".inf",
      ".Inf", ".INF",
      ".iNF", ".nan", ".NaN", ".NAN", ".Nan", ".5.", "685.230_15e+03", "685_230.15", "685230.15", "3.10",
      "3.1", "0.1",
      "9223372036854775807", "9223372036854775808", "18446744073709551616", "123456789012345678901234567890",
      "0xffffffffffffffffffffffff", "0777777777777777777777777777777",
      "0b" + String(repeating: "10", count: 70),
      "0x1" + String(repeating: "0", count: 60), "12345678901234567890:59:59", "4.35", "2.675",
      "1.7976931348623157e+308",
      "4.9e-324", "0.30000000000000004", "123456789.123456789", "9007199254740993.0", "-1", "+1", "1-", "1+1",
      "1x",
    ].map { sign + $0 }
  }

  static let timestamps: [String] = [
    "2001-12-14", "2001-1-1", "2001-01-1", "0000-01-01", "2023-02-29", "2024-02-29", "1900-02-29",
    "2000-02-29",
    "9999-12-31", "2001-13-01", "2001-00-10", "2001-04-31", "20010-01-01", "2001-01-011", "201-01-01",
  ].flatMap { date in
    [
      "", "T1:00:00", "t21:59:43.10", "  21:59:43.1", " 24:00:00", " 23:60:00", " 23:59:60", " 1:2:3",
      "T21:59:43.",
      "T21:59:43.1234567", "T", " 1:00",
    ]
    .flatMap { time in
      ["", "Z", " Z", "z", "-5", " -05:30", "+14:00", "+23:59", "+24:00", "-99", "+5:3", "+05:99", " +1 "].map
      { date + time + $0 }
    }
  }

  /// Texts of the characters that numbers and dates are made of, which block style reads as one plain scalar.
  static func generated(_ count: Int) -> [String] {
    var random = Random(seed: 7)
    let alphabet = Array("00112233456789__..::--++eExXbBoafNnyTtZ \t~=").map(String.init)
    var texts: [String] = []
    while texts.count < count {
      let text = (0...random.below(9)).map { _ in random.element(of: alphabet) }.joined()
      let isStructure = [": ", ":\t", "- ", "-\t"].contains { (text + " ").contains($0) }
      if !isStructure, !text.hasPrefix(" "), !text.hasPrefix("\t") { texts.append(text) }
    }
    return texts
  }

  static let tags = [
    "!!int", "!!float", "!!bool", "!!null", "!!str", "!!timestamp", "!!binary", "!", "!!merge", "!!value",
    "!!seq",
    "!!map", "!!set", "!!omap", "!!pairs", "!mine", "!!python/none", "!<tag:yaml.org,2002:int>",
  ]

  static let tagged = [
    "", " ", "1", " 12 ", "-12", "+12", "--12", "0o17", "017", "018", "0b0b1", "0b1", "0x-5", "0x5", "0xZ",
    "1:30",
    "1e3", "1.5", " 1.5 ", "1.5e3", "1e", ".", ".inf", "-.inf", ".nan", "-.nan", "inf", "-Infinity", "nan",
    "1_0", "_", "yes",
    "YES", "yEs", "maybe", "true", "null", "~", "abc", "2001-1-1", "2001-01-01", "2001-01-01 1:00:00",
    "2001-02-30",
    "SGVsbG8=", "SGVsbG8", "SGVs", "SGV", "S", "=", "==", "SG Vs\\nbG8=", "SGVsbG8=x", "é", "SGVs==",
    "S=G=V=s", "<<",
    "0", "00", "-0", "0x", "0b", "+", "-", ":", "1:", ":1", "1.5:2", "1:2:3.5", "\\t7\\n", "0o", "0o8",
  ]
}
