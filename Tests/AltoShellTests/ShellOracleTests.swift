import AltoShell
import Foundation
import TestSupport
import Testing

/// The shells that a generated script may meet.
let shells: [(name: String, arguments: [String])] = [
  ("dash", []), ("bash", ["--posix"]), ("bash", []), ("busybox", ["sh"]), ("mksh", []), ("posh", []),
  ("yash", []),
]

@Suite("Plain words, against real shells")
struct ShellOracleTests {
  private static let parts = [
    "a", "b", "Z", "0", "7", " ", " ", "  ", "\t", "\n", "'", "'", "\"", "\"", "\\", "\\\n", "$", "`", "#",
    "=", "~",
    "*", "?", "[", "]", "{", "}", ",", "..", "!", "^", "%", "&", "|", ";", "<", ">", "(", ")", "-", "--", "/",
    ".", ":",
    "@", "+", "_", "é", "漢", "\u{A0}", "\u{3000}", "e\u{301}", "\r", "\u{7F}", "\u{1}", "😀", "$x", "${x}",
    "\\\\",
  ]

  /// Random commands that are judged plain, `p` in front of each.
  private static func commands(seed: UInt64, count: Int) -> [(text: String, words: [String])] {
    var random = Seeded(seed)
    var result: [(text: String, words: [String])] = []
    while result.count < count {
      let text = "p " + random.text(of: parts, upTo: 9)
      if let words = readShell(text).plainWords { result.append((text, words)) }
    }
    return result
  }

  @Test(arguments: shells.indices, ["C", "C.UTF-8"])
  func shellsSeeTheSameWords(index: Int, locale: String) async throws {
    let shell = shells[index]
    guard let tool = Tool.find(shell.name) else {
      #expect(!Repository.isCI, "\(shell.name) is missing")
      return
    }
    // yash reads no file with bytes that the locale does not know.
    if shell.name == "yash", locale == "C" { return }
    let seed = TestSeed.choose(for: "plain commands in \(shell.name)")
    let commands = Self.commands(seed: seed, count: 1500)
    let header = "p() { for word do printf '<%s>' \"$word\"; done; printf '|\\n'; }\n"
    let script = header + commands.map { $0.text + "\n" }.joined()
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("altoc-words-\(UUID())")
    try Data(script.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let output = try await tool.run(
      shell.arguments + [file.path], environment: ["LC_ALL": locale, "ENV": nil])
    let expected = commands.map { $0.words.dropFirst().map { "<\($0)>" }.joined() + "|\n" }.joined()
    #expect(
      output.stdout.utf8.elementsEqual(expected.utf8),
      "\(shell.name), seed \(seed): \(output.stderr.prefix(300))")
  }
}
