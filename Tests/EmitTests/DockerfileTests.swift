@testable import Emit
import Foundation
import ImageIR
import TestSupport
import Testing

@Suite("The Dockerfile")
struct DockerfileTests {
  /// A line of a Dockerfile that is no comment and continues nothing: its instruction.
  private func instructions(_ text: String) -> [String] {
    var names: [String] = []
    var continues = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: true)
    where !line.hasPrefix("#") || continues {
      if !continues { names.append(String(line.prefix { $0 != " " })) }
      continues = line.hasSuffix("\\")
    }
    return names
  }

  @Test func hostileTextAddsNoInstruction() {
    let seed = TestSeed.choose(for: "hostile text in a Dockerfile")
    for text in Hostile.all(seed, breaks: true) {
      var sample = SamplePlan()
      sample.agent = text
      sample.commands = [LateText([.literal(text), .reference(.environment("TOKEN")), .literal(text)])]
      sample.environment = [("A", text), ("B", text)]
      sample.folder = "/workspace/" + text
      sample.command = .words(["run", text])
      sample.packages = [text]
      #expect(
        instructions(sample.dockerfile)
          == ["ARG", "FROM", "RUN", "RUN", "RUN", "ENV", "COPY", "WORKDIR", "CMD", "LABEL"],
        "seed \(seed): \(text.debugDescription)")
    }
  }

  @Test func everyLineKnowsWhoAskedForIt() throws {
    var sample = SamplePlan()
    sample.commands = [LateText("a"), LateText("b")]
    sample.environment = [("A", "1"), ("B", "2")]
    let artifact = try #require(emitDockerfile(sample.plan))
    let lines = artifact.text.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(lines.count == artifact.origins.count + 1)
    let found = zip(lines, artifact.origins).compactMap { line, origin in
      origin.map { "\($0.firstLine) \(line)" }
    }
    #expect(
      found == [
        "5 ARG ALTO_BASE=docker.io/library/python:3.10.8-slim-bullseye", "5 FROM ${ALTO_BASE}",
        "10 RUN [\"/bin/sh\", \"-c\", \"a\"]", "11 RUN [\"/bin/sh\", \"-c\", \"b\"]", "12 ENV A=1 \\",
        "13     B=2",
        "14 COPY [\"workspace/\", \"/workspace/\"]", "15 WORKDIR /workspace/demo",
        "16 CMD [\"python3\", \"main.py\"]", "17 LABEL dev.altoc.agent=agent \\",
        "17       dev.altoc.project=demo",
      ])
  }

  @Test func longLinesAreContinued() {
    let long = String(repeating: "abc def ", count: 30_000)
    var sample = SamplePlan()
    sample.environment = [("A", long)]
    sample.command = .words(["run", long])
    let text = sample.dockerfile
    #expect(text.split(separator: "\n").allSatisfy { $0.utf8.count < 65_535 })
    let joined = text.replacingOccurrences(of: "\\\n", with: "")
    #expect(joined.contains("ENV A='\(long)'\n"))
    #expect(joined.contains("CMD [\"run\", \"\(long)\"]\n"))
  }

  @Test func secretsAreReadInTheirOwnStepAlone() {
    var sample = SamplePlan()
    sample.commands = [
      LateText([
        .literal("get "), .reference(.environment("TOKEN")), .literal(" "), .reference(.environment("PATH")),
      ]),
      LateText("ls"),
    ]
    let lines = sample.dockerfile.split(separator: "\n").filter { $0.hasPrefix("RUN") }
    let mounts = ["PATH", "TOKEN"].map { "--mount=type=secret,id=\($0),mode=0444,required=true " }.joined()
    func read(_ name: String, _ id: String) -> String {
      let file = "/run/secrets/\(id)"
      return "\(name)=\nif [ -e \(file) ]; then \(name)=$(cat \(file)) || exit; fi\nexport \(name)\n"
    }
    let script =
      read("ALTO_ENV_PATH", "PATH") + read("TOKEN", "TOKEN") + "get \"${TOKEN}\" \"${ALTO_ENV_PATH}\""
    let expected = [
      "RUN " + mounts + execForm(["/bin/sh", "-c", script]), "RUN [\"/bin/sh\", \"-c\", \"ls\"]",
    ]
    #expect(lines.map(String.init) == expected)
  }

  @Test func commandsAreWrittenInExecForm() {
    func words(_ command: Command) -> [String] { commandWords(command) }
    #expect(
      words(.shell(LateText([.literal("\n run "), .reference(.matrix("m"))]), exec: true))
        == ["/bin/sh", "-c", "exec run \"${ALTO_MATRIX_m?}\""])
    #expect(words(.shell(LateText("a; b"), exec: false)) == ["/bin/sh", "-c", "a; b"])
    #expect(
      words(.function(module: "main", function: "run", arguments: [.init(name: "a", value: .integer("1"))]))
        == ["python3", "-c", "import main\nmain.run(a=1)\n"])
    #expect(
      words(
        .function(
          module: "m'", function: "class",
          arguments: [.init(name: "lambda", value: .null), .init(name: "é", value: .null)]))
        == [
          "python3", "-c", "getattr(__import__('m\\''), 'class')(**{'lambda': None}, **{'\\xe9': None})\n",
        ])
  }

  /// papermill is not needed: a module of the same name shows what it would get.
  @Test func aNotebookIsHandedToPapermill() async throws {
    let folder = FileManager.default.temporaryDirectory.path + "/altoc-notebook-\(UUID())"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try BuildFolder.write(
      "def execute_notebook(*args, **named): print(args, sorted(named), named['parameters'], named['kernel_name'], named['language'])\n",
      to: folder + "/papermill.py", mode: 0o644)
    try BuildFolder.write("", to: folder + "/jupyter_client/__init__.py", mode: 0o644)
    try BuildFolder.write(
      "class Spec: language = 'spoken'\ndef get_kernel_spec(name): return Spec\n",
      to: folder + "/jupyter_client/kernelspec.py", mode: 0o644)
    let command = Command.notebook(
      Command.Notebook(
        input: "a {x}'.ipynb", output: "out.ipynb", kernel: "py",
        parameters: [.init(name: "a b", value: .resolvedLate(.environment("E")))]))
    let python = try #require(Tool.find("python3"))
    let output = try await python.run(
      Array(commandWords(command).dropFirst()), environment: ["ALTO_ENV_E": "1_0"], in: folder)
    #expect(
      output.stdout
        == "(\"a {{x}}'.ipynb\", 'out.ipynb') ['kernel_name', 'language', 'parameters', 'progress_bar', 'stderr_file', 'stdout_file'] {'a b': 10} py spoken\n",
      "\(output.stderr)")
  }

  @Test func theCheckForPythonSaysWhatIsMissing() async throws {
    for shell in shells {
      guard let tool = Tool.find(shell.name) else { continue }
      let run = runInstruction(.requirePython(pip: true))
      let words = try JSONDecoder().decode([String].self, from: Data(run.dropFirst(4).utf8))
      let output = try await tool.run(
        shell.arguments + ["-c", words[2]], environment: ["PATH": "/nowhere", "ENV": nil])
      #expect(output.status == 1)
      #expect(output.stderr.contains("the base image has no python3"), "\(shell.name): \(output.stderr)")
    }
  }

  /// A parser that others wrote sees the same instructions and values.
  @Test func dockerfileParseReadsTheSame() async throws {
    guard let python = Tool.oraclePython ?? Tool.find("python3") else { return }
    let probe = try await python.run(["-c", "import dockerfile_parse"])
    guard probe.status == 0 else {
      #expect(!Repository.isCI, "dockerfile-parse is missing")
      return
    }
    let seed = TestSeed.choose(for: "hostile text in a Dockerfile")
    let texts = Hostile.all(seed, breaks: true).filter { text in
      // It splits lines and words at more than builders do, and knows no continuation inside a value.
      text.unicodeScalars.allSatisfy { " "..."~" ~= $0 || $0.properties.isAlphabetic }
    }
    let file = FileManager.default.temporaryDirectory.path + "/altoc-parse-\(UUID())"
    defer { try? FileManager.default.removeItem(atPath: file) }
    var sample = SamplePlan()
    sample.environment = texts.enumerated().map { ("K\($0.offset)", $0.element) }
    sample.commands = texts.map { LateText($0) }
    try BuildFolder.write(sample.dockerfile, to: file + "/Dockerfile", mode: 0o644)
    let program = """
      import json, sys
      from dockerfile_parse import DockerfileParser
      parser = DockerfileParser(path=sys.argv[1])
      commands = [json.loads(x['value'])[2] for x in parser.structure if x['instruction'] == 'RUN']
      names = [x['instruction'] for x in parser.structure if x['instruction'] != 'COMMENT']
      print(json.dumps({'envs': parser.envs, 'commands': commands, 'names': names}))
      """
    let output = try await python.run(["-c", program, file], environment: ["PYTHONUTF8": "1"])
    #expect(output.status == 0, "seed \(seed): \(output.stderr)")
    struct Found: Decodable {
      var envs: [String: String]
      var commands: [String]
      var names: [String]
    }
    let found = try JSONDecoder().decode(Found.self, from: Data(output.stdout.utf8))
    #expect(found.commands == texts, "seed \(seed)")
    for (index, text) in texts.enumerated() {
      #expect(found.envs["K\(index)"] == text, "seed \(seed)")
    }
    #expect(
      found.names == ["ARG", "FROM"] + texts.map { _ in "RUN" } + ["ENV", "COPY", "WORKDIR", "CMD", "LABEL"])
  }
}
