@testable import Check
import ImageIR
import Lower
import Testing

@Suite("The steps of a build")
struct StepTests {
  private func steps(_ sample: Sample) throws -> [Step] {
    let plan = try #require(lower(sample.config).first)
    guard case .generated(let build) = plan.build else { return [] }
    return build.steps
  }

  private func command(_ text: LateText) throws -> Command? {
    var sample = Sample()
    sample.entrypoint = .script(command: Sample.at(3, text))
    for step in try steps(sample) {
      if case .command(let command) = step.operation { return command }
    }
    return nil
  }

  @Test func theyStandInTheOrderOfTheDocument() throws {
    var sample = Sample()
    sample.commands = [Sample.at(4, LateText("apt-get update"))]
    sample.requirements = CheckedRequirements(
      path: "requirements.txt", files: ["requirements.txt"], packages: ["papermill"], span: Sample.span(6))
    sample.entrypoint = .jupyter(notebook: "a.ipynb", kernel: "python3", parameters: [])
    sample.environment = [("A", LateText("1")), ("TOKEN", LateText(.environment("TOKEN")))]
    let steps = try steps(sample)
    #expect(
      steps.map(\.operation).dropLast() == [
        .run(LateText("apt-get update")), .requirePython(pip: true), .copyRequirements,
        .installRequirements(
          file: "/workspace/demo/requirements.txt", folder: "/workspace/demo", secrets: []),
        .installPackages(["ipykernel==6.29.5"]), .environment(name: "PYTHONUNBUFFERED", value: "1"),
        .environment(name: "A", value: "1"), .copyWorkspace, .workingDirectory("/workspace/demo"),
        .command(
          .notebook(
            Command.Notebook(
              input: "a.ipynb", output: "a_exec.ipynb", kernel: "python3", parameters: []))),
      ])
    #expect(
      steps.map { $0.origin?.firstLine } == [4, 6, 6, 6, 3, nil, 5, nil, 3, 3, nil])
    guard case .labels(let labels)? = steps.last?.operation else {
      Issue.record("labels come last")
      return
    }
    #expect(labels.map(\.name) == labels.map(\.name).sorted())
  }

  @Test func pythonIsCheckedOnlyWhereItIsNeeded() throws {
    var sample = Sample()
    #expect(try !steps(sample).contains { $0.operation == .requirePython(pip: false) })
    sample.entrypoint = .function(module: "main", function: "run", arguments: [])
    #expect(try steps(sample).first?.operation == .requirePython(pip: false))
  }

  @Test func aNamedPYTHONUNBUFFEREDIsTheUsers() throws {
    var sample = Sample()
    sample.environment = [("PYTHONUNBUFFERED", LateText(.environment("X")))]
    #expect(
      try !steps(sample).contains {
        if case .environment = $0.operation { return true }
        return false
      })
  }

  @Test func plainWordsNeedNoShell() throws {
    #expect(
      try command(LateText("python3 'my main.py' --n=3\n")) == .words(["python3", "my main.py", "--n=3"]))
    #expect(try command(LateText("python3 $A")) == .shell(LateText("python3 $A"), exec: true))
    #expect(try command(LateText("cd x && ls")) == .shell(LateText("cd x && ls"), exec: false))
    let late = LateText([.literal("run "), .reference(.environment("A"))])
    #expect(try command(late) == .shell(late, exec: true))
  }

  @Test(arguments: [
    ("t2.micro", "amd64"), ("t4g.small", "arm64"), ("m7gd.large", "arm64"), ("a1.medium", "arm64"),
    ("g4dn.xlarge", "amd64"), ("g5.xlarge", "amd64"), ("g5g.xlarge", "arm64"), ("is4gen.large", "arm64"),
    ("hpc7g.4xlarge", "arm64"), ("hpc6a.48xlarge", "amd64"), ("u-6tb1.metal", "amd64"),
    ("gr6.4xlarge", "amd64"),
    ("im4gn.large", "arm64"), ("x2iedn.xlarge", "amd64"), ("x", "amd64"), ("", "amd64"),
  ])
  func theFamilySaysThePlatform(type: String, architecture: String) throws {
    var sample = Sample()
    sample.instanceType = type
    #expect(lower(sample.config).map(\.platform.architecture) == [architecture])
    let other = Platform(os: "linux", architecture: "riscv64")
    #expect(lower(sample.config, options: LowerOptions(platform: other)).map(\.platform) == [other])
  }

  @Test func referencesOfTheEntryPointAreListedOnce() throws {
    var sample = Sample()
    sample.entrypoint = .function(
      module: "main", function: "run",
      arguments: [
        Command.Argument(
          name: "a", value: .list([.resolvedLate(.matrix("m")), .resolvedLate(.environment("Z"))])),
        Command.Argument(name: "b", value: .string(LateText(.environment("Z")))),
      ])
    let plan = try #require(lower(sample.config).first)
    #expect(plan.runtime.references == [.environment("Z"), .matrix("m")])
  }
}
