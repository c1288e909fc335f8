import Foundation
import TestSupport
import Testing

@testable import Driver

/// The rules of `.dockerignore`, one by one and against an independent implementation.
@Suite struct IgnoreRulesTests {
  /// A file, a path, and whether it is ignored.
  struct Case: CustomTestStringConvertible {
    let file: String
    let path: String
    let isIgnored: Bool

    init(_ file: String, _ path: String, _ isIgnored: Bool) {
      self.file = file
      self.path = path
      self.isIgnored = isIgnored
    }

    var testDescription: String { "\(file.debugDescription) \(path.debugDescription)" }
  }

  @Test(arguments: [
    // Names and folders.
    Case("", "a", false), Case("a", "a", true), Case("a", "b", false), Case("a", "a/b", true),
    Case("a", "a/b/c", true), Case("a", "ab", false), Case("a", "b/a", false), Case("a/b", "a/b", true),
    Case("a/b", "a/b/c", true), Case("a/b", "a", false), Case("a/b", "b", false), Case("A", "a", false),
    // Slashes, points and white space around.
    Case("/a", "a", true), Case("a/", "a", true), Case("/a/", "a/b", true), Case("//a", "a", true),
    Case("./a", "a", true), Case("a/./b", "a/b", true), Case("a//b", "a/b", true),
    Case("a/../b", "b", true), Case("a/../b", "a", false), Case("../a", "a", false), Case("/../a", "a", true),
    Case("  a  ", "a", true), Case("\ta\t", "a", true), Case("\u{A0}a\u{3000}", "a", true),
    Case(".", "a", false),
    Case("/", "a", false), Case("a\r\n", "a", true), Case("a b", "a b", true),
    // Comments and empty lines.
    Case("#a", "#a", false), Case("#a", "a", false), Case(" #a", "#a", true), Case("\\#a", "#a", true),
    Case("a #b", "a", false), Case("a #b", "a #b", true), Case("\n\n \na", "a", true),
    Case("\u{FEFF}a", "a", true), Case("\u{FEFF}#a\nb", "b", true), Case("b\n\u{FEFF}a", "a", false),
    // One star and question marks.
    Case("*", "a", true), Case("*", "a/b", true), Case("*", ".a", true), Case("*.md", "a.md", true),
    Case("*.md", "b/a.md", false), Case("*/a", "b/a", true), Case("*/a", "a", false),
    Case("*/*/a", "b/c/a", true),
    Case("*/*/a", "b/a", false), Case("a*", "a", true), Case("a*b", "ab", true), Case("a*b", "a/b", false),
    Case("a?", "ab", true), Case("a?", "a", false), Case("a?", "a/", false), Case("a?c", "a/c", false),
    Case("?", "é", true), Case("??", "é", false), Case("?", "😀", true), Case("*", "é😀", true),
    Case("a*b*c", "axbxbxc", true), Case("a*b*c", "axbxb", false),
    // Two stars.
    Case("**", "a/b/c", true), Case("**/a", "a", true), Case("**/a", "b/a", true),
    Case("**/a", "b/c/a", true),
    Case("**/a", "ba", false), Case("**/a", "b/a/c", true), Case("a/**", "a/b", true),
    Case("a/**", "a", false),
    Case("a/**/b", "a/b", true), Case("a/**/b", "a/c/d/b", true), Case("a/**/b", "ab", false),
    Case("**/*.go", "a.go", true), Case("**/*.go", "b/c/a.go", true), Case("**/*.go", "a.gox", false),
    Case("a**", "ab/c", true), Case("a**", "b", false), Case("**a", "ba", true), Case("**a", "b/ca", true),
    Case("a**b", "ab", true), Case("a**b", "axb", false), Case("a**b", "ax/b", true),
    Case("a*b**/c", "axbxbc", true), Case("***", "a/b", true), Case("**/**", "a", true),
    Case("**/", "a/b", true),
    Case("a/**/*", "a/b/c", true), Case("**/a/**", "b/a/c", true), Case("**/a/**", "b/a", false),
    // Exceptions and order.
    Case("*\n!a", "a", false), Case("*\n!a", "b", true), Case("!a\n*", "a", true),
    Case("*.md\n!a.md", "a.md", false),
    Case("*.md\n!R*.md\nRs.md", "Rs.md", true), Case("*.md\n!R*.md\nRs.md", "Rd.md", false),
    Case("*.md\nRs.md\n!R*.md", "Rs.md", false), Case("a\n!a/b", "a/b", false), Case("a\n!a/b", "a/c", true),
    Case("a\n!a/b\na/b/c", "a/b/c", true), Case("a\n!a/b\na/b/c", "a/b/d", false),
    Case("*\n!a/b", "a/b/c", false),
    Case("*\n!a/b", "a", true), Case("a/*\n!a/b", "a", false), Case("**\n!**/a", "b/a", false),
    Case("! a\n", "a", false), Case("a\n!/a/", "a", false), Case("a\n! a", "a", false),
    Case("*\n!!a", "!a", false),
    Case("\\!a", "!a", true), Case("a\n/!a", "a", false), Case("a/b\n!a", "a/b", true),
    Case("a\n!a\na/b", "a/b", true),
    Case("a/**\n!a/b", "a/b/c", false), Case("**/a\n!b/a", "b/a", false), Case("**/a\n!b", "b/a", true),
    // Classes and escapes.
    Case("[ab]", "a", true), Case("[ab]", "c", false), Case("[a-c]", "b", true), Case("[^a]", "b", true),
    Case("[^a]", "a", false), Case("[!a]", "!", true), Case("[!a]", "b", false), Case("[a-c]x", "bx/y", true),
    Case("[\\]]", "]", true), Case("[\\-a]", "-", true), Case("[[:digit:]]", "5", true),
    Case("a[^b]c", "a/c", true),
    Case("\\*", "*", true), Case("\\*", "a", false), Case("a\\?", "a?", true), Case("\\d", "5", true),
    Case("\\d", "d", false), Case("\\[a]", "[a]", true), Case("]", "]", true), Case("[*]", "*", false),
    Case("[é]", "é", true), Case("[α-ω]", "β", true), Case("a.b", "axb", false), Case("a.*", "a.b", true),
    Case("a.*", "axb", false), Case("a+*", "a+b", true), Case("a(b)*", "a(b)c", true),
    Case("a$*", "a$", true),
    Case("{a,b}*", "{a,b}", true), Case("a|b*", "a|bc", true), Case("a^b", "a^b", true),
    Case("a^b*", "a^b", false),
    Case("^a*", "ab", true), Case("*^a", "x^a", false),
  ])
  func followsDocker(_ test: Case) throws {
    let rules = IgnoreRules(try IgnoreFile(Array(test.file.utf8)).patterns)
    #expect(rules.ignores(Array(test.path.utf8)) == test.isIgnored)
  }

  @Test(arguments: [
    ("!", 1), ("a\n!", 2), ("!/", 1), ("[", 1), ("[]", 1), ("[]a]", 1), ("[-a]", 1), ("[a-]", 1), ("[^]", 1),
    ("a\\", 1),
    ("[a", 1), ("[z-a]", 1), ("x\n\n[", 3), ("a\\b*", 1), ("\\q*", 1), ("[[:nope:]]", 1), ("\\1*", 1),
    (String(repeating: "a", count: 70_000), 1),
  ])
  func refusesWhatDockerRefuses(_ file: String, line: Int) {
    let malformed = #expect(throws: IgnoreFile.Malformed.self) { try IgnoreFile(Array(file.utf8)) }
    #expect(malformed?.line == line)
  }

  @Test func readsBytesThatAreNotUTF8() throws {
    let rules = IgnoreRules(try IgnoreFile(Array("a?\nb".utf8) + [0xFF]).patterns)
    #expect(rules.ignores(Array("a".utf8) + [0xFE]))
    #expect(rules.ignores([0x62, 0xFF]))
    #expect(!rules.ignores([0x62, 0xFE]))
  }

  /// A pattern with many stars takes time in proportion to the path, not a power of it.
  @Test func isLinearInThePath() throws {
    let pattern = String(repeating: "*a", count: 40) + "*/**/" + String(repeating: "**/x", count: 10)
    let rules = IgnoreRules(try IgnoreFile(Array(pattern.utf8)).patterns)
    #expect(!rules.ignores([UInt8](repeating: UInt8(ascii: "a"), count: 20_000)))
  }

  @Test func skipsOnlyWhatHoldsNoException() throws {
    let rules = IgnoreRules(try IgnoreFile(Array("a\nb\n!b/c/d\n!e/**".utf8)).patterns)
    #expect(rules.canSkip(Array("a".utf8)))
    #expect(!rules.canSkip(Array("b".utf8)))
    #expect(!rules.canSkip(Array("b/c".utf8)))
    #expect(rules.canSkip(Array("b/x".utf8)))
    let wild = IgnoreRules(try IgnoreFile(Array("a\n!**/x".utf8)).patterns)
    #expect(!wild.canSkip(Array("a".utf8)))
  }

  // MARK: Against the oracle

  struct Question: Codable {
    let file: String
    let paths: [String]
  }

  @Test(.enabled(if: Tool.oraclePython != nil, "needs the Python of the oracles"))
  func agreesWithTheOracle() async throws {
    let python = try #require(Tool.oraclePython)
    var random = Random(seed: 42)
    let questions = (0..<4_000).map { _ in
      Question(
        file: (0..<random.below(5)).map { _ in random.pattern() }.joined(separator: "\n"),
        paths: (0..<12).map { _ in random.path() })
    }
    let input = String(decoding: try JSONEncoder().encode(questions), as: UTF8.self)
    let output = try await python.run([Repository.root + "/Tests/Oracles/dockerignore.py"], input: input)
    try #require(output.status == 0, "\(output.stderr)")
    let answers = try JSONDecoder().decode([[Bool]?].self, from: Data(output.stdout.utf8))
    try #require(answers.count == questions.count)
    var counts = (ignored: 0, kept: 0, refused: 0)
    for (question, answer) in zip(questions, answers) {
      let rules = (try? IgnoreFile(Array(question.file.utf8))).map { IgnoreRules($0.patterns) }
      let ours = rules.map { rules in question.paths.map { rules.ignores(Array($0.utf8)) } }
      #expect(ours == answer, "\(question.file.debugDescription) \(question.paths)")
      counts.refused += answer == nil ? 1 : 0
      counts.ignored += answer?.count(where: \.self) ?? 0
      counts.kept += answer?.count { !$0 } ?? 0
    }
    // The questions are worth something: each answer is a common one.
    #expect(counts.ignored > 2_000 && counts.kept > 2_000 && counts.refused > 200)
  }

  /// A fixed sequence of patterns and paths.
  struct Random {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % limit
    }

    mutating func one(of pieces: [String]) -> String { pieces[below(pieces.count)] }

    mutating func pattern() -> String {
      let front = ["", "", "", "!", "! ", "/", "#", "./", "!/", " "]
      let pieces = [
        "a", "b", "a", "b", "*", "*", "**", "/", "/", "/", "?", ".", "[ab]", "[^a]", "[a-b]", "\\*", "\\a",
        "é", "..", "^",
        "[", "]", "-", "!", "$", "+", "[*", "[?]", " ",
      ]
      var result = one(of: front)
      for _ in 0...below(6) { result += one(of: pieces) }
      return result
    }

    mutating func path() -> String {
      let pieces = ["a", "b", "ab", "ba", "é", ".", "*", "a.b", "^", "[", "!", "$", "+b", "-", "]"]
      return (0...below(4)).map { _ in
        let name = one(of: pieces) + (below(3) == 0 ? one(of: pieces) : "")
        return name == "." || name == ".." ? "c" : name
      }.joined(separator: "/")
    }
  }
}
