import Emit
import Foundation
import ImageIR
import TestSupport
import Testing

@Suite("Quoters")
struct QuoterTests {
  private let seed = TestSeed.choose(for: "quoters")

  /// Writes a file that lives as long as `body`.
  private func withFile<Result>(_ text: String, _ body: (String) async throws -> Result) async throws
    -> Result
  {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("altoc-quoter-\(UUID())")
    try Data(text.utf8).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    return try await body(file.path)
  }

  @Test(arguments: shells.indices)
  func shellsReadTheSameText(index: Int) async throws {
    let shell = shells[index]
    guard let tool = Tool.find(shell.name) else {
      #expect(!Repository.isCI, "\(shell.name) is missing")
      return
    }
    let texts = Hostile.all(seed, breaks: true)
    let script = "p() { printf '<%s>\\n' \"$@\"; }\n" + texts.map { "p \(shellWord($0)) x\n" }.joined()
    let output = try await withFile(script) { path in
      try await tool.run(shell.arguments + [path], environment: ["LC_ALL": "C.UTF-8", "ENV": nil])
    }
    let expected = texts.map { "<\($0)>\n<x>\n" }.joined()
    #expect(output.stdout.utf8.elementsEqual(expected.utf8), "\(shell.name), seed \(seed): \(output.stderr)")
  }

  /// Runs a Python program that reads a file of lines and prints a JSON array.
  private func python(_ program: String, _ input: String) async throws -> [String] {
    let python = try #require(Tool.find("python3"))
    let output = try await withFile(input) { path in
      try await python.run(["-c", program, path], environment: ["PYTHONUTF8": "1", "X": "late ' value"])
    }
    #expect(output.status == 0, "seed \(seed): \(output.stderr)")
    return try JSONDecoder().decode([String].self, from: Data(output.stdout.utf8))
  }

  @Test func pythonReadsTheSameText() async throws {
    let texts = Hostile.all(seed, breaks: true) + ["\0", "a\0b"]
    let program = "import json, sys; print(json.dumps([eval(x) for x in open(sys.argv[1], newline='\\n')]))"
    let found = try await python(program, texts.map { pythonString($0) + "\n" }.joined())
    #expect(
      zip(found, texts).allSatisfy { $0.utf8.elementsEqual($1.utf8) } && found.count == texts.count,
      "seed \(seed)")
  }

  @Test func jsonReadsTheSameText() async throws {
    let texts = Hostile.all(seed, breaks: true) + ["\0", "a\0b"]
    let program =
      "import json, sys; lists = [json.loads(x) for x in open(sys.argv[1], newline='\\n')]; "
      + "assert all(x[1] == 'x' and len(x) == 2 for x in lists); print(json.dumps([x[0] for x in lists]))"
    let found = try await python(program, texts.map { execForm([$0, "x"]) + "\n" }.joined())
    #expect(
      zip(found, texts).allSatisfy { $0.utf8.elementsEqual($1.utf8) } && found.count == texts.count,
      "seed \(seed)")
  }

  /// Docker's rules for words, written down a second time: splitting by `parseWords`, then the shell lexer.
  private static let dockerWords = #"""
    import json, sys
    def split(rest):
        words, word, quote, i = [], '', None, 0
        while i < len(rest):
            c = rest[i]
            if quote is None and c.isspace():
                if word: words.append(word)
                word = ''
            elif quote is None and c in '\'"':
                quote, word = c, word + c
            elif quote is not None and c == quote:
                quote, word = None, word + c
            elif c == '\\' and quote != "'":
                word += rest[i:i + 2]
                i += 1
            else:
                word += c
            i += 1
        if word: words.append(word)
        return words
    def process(word, backslash_in_quotes):
        out, i = '', 0
        while i < len(word):
            c = word[i]
            if c == "'":
                end = word.index("'", i + 1)
                out, i = out + word[i + 1:end], end + 1
            elif c == '"':
                i += 1
                while word[i] != '"':
                    if word[i] == '\\' and word[i + 1] in '"$' + ('\\' if backslash_in_quotes else ''): i += 1
                    elif word[i] == '$': raise ValueError('expansion')
                    out, i = out + word[i], i + 1
                i += 1
            elif c == '\\':
                out, i = out + word[i + 1:i + 2], i + 2
            elif c == '$':
                raise ValueError('expansion')
            else:
                out, i = out + c, i + 1
        return out
    result = []
    for line in open(sys.argv[1], newline='\n', encoding='utf-8'):
        line = line.rstrip('\n')
        name, rest = line.split(' ', 1)
        words = split(rest)
        values = {tuple(process(w, old) for w in words) for old in (False, True)}
        assert len(values) == 1, (line, values)
        first, second = values.pop()
        assert second == 'Z=x', line
        assert first.startswith('A='), line
        result.append(first[2:])
    print(json.dumps(result))
    """#

  @Test func dockerReadsTheSameWords() async throws {
    let texts = Hostile.all(seed, breaks: true).filter { !$0.utf8.contains(10) }
    let lines = texts.map { "ENV A=\(dockerfileWord($0)) Z=x\n" }.joined()
    #expect(lines.utf8.count { $0 == UInt8(ascii: "\n") } == texts.count)
    let found = try await python(Self.dockerWords, lines)
    #expect(
      zip(found, texts).allSatisfy { $0.utf8.elementsEqual($1.utf8) } && found.count == texts.count,
      "seed \(seed)")
  }

  @Test func aLineBreakNeverReachesADockerfile() {
    for text in Hostile.all(seed, breaks: true) + ["\0"] {
      let word = dockerfileWord(text)
      #expect(!word.utf8.contains { $0 == 10 || $0 == 0 })
    }
  }

  @Test func aReferenceIsOneWordWhateverItHolds() async throws {
    let contexts = [
      "p A@B", "p 'A@B'", "p \"A@B\"", "p \"'@'\"", "x=$(p @); p \"$x\"", "p \"$(p \"@\" '@')\"", "p @@",
      "p a '@'\"@\"@",
    ]
    let hostile = "a  b*'\"$(touch pwned)`x`\\;#|&\n~ "
    for shell in shells {
      guard let tool = Tool.find(shell.name) else { continue }
      for context in contexts {
        var text = LateText("")
        for (index, part) in context.split(separator: "@", omittingEmptySubsequences: false).enumerated() {
          if index > 0 { text.append(.reference(.environment("V"))) }
          text.append(.literal(String(part)))
        }
        let command = "p() { printf '<%s>' \"$@\"; }\n" + shellCommand(text) { "${\($0.deliveredName)?}" }
        func run(_ value: String) async throws -> String {
          try await tool.run(
            shell.arguments + ["-c", command], environment: ["ALTO_ENV_V": value, "ENV": nil], in: "/"
          ).stdout
        }
        let model = try await run("MARK")
        #expect(model.contains("MARK"), "\(shell.name) \(context)")
        #expect(
          try await run(hostile) == model.replacingOccurrences(of: "MARK", with: hostile),
          "\(shell.name) \(context)")
      }
    }
  }
}
