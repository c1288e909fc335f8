@testable import Check
import ImageIR
import Lower
import Testing

@Suite("The places below /workspace")
struct LayoutTests {
  private func plan(_ sample: Sample) throws -> ImagePlan {
    try #require(lower(sample.config).first)
  }

  private func destinations(_ sample: Sample) throws -> [String] {
    try plan(sample).context.trees.map(\.destination)
  }

  @Test func aloneTheProjectStandsBelowTheWorkspace() throws {
    let plan = try plan(Sample())
    #expect(plan.context.trees.map(\.destination) == ["workspace/demo"])
    #expect(plan.context.openFolders == ["workspace/demo"])
    #expect(plan.runtime.workingDirectory == "/workspace/demo")
  }

  @Test func relativeMountsKeepTheirPlaces() throws {
    var sample = Sample()
    sample.folder = "/srv/a/b/demo"
    sample.mounts = [Sample.relative("/srv/a/data"), Sample.relative("/srv/a/b/lib/x.csv")]
    #expect(try destinations(sample) == ["workspace/b/demo", "workspace/data", "workspace/b/lib/x.csv"])
    sample.mounts.append(Sample.relative("/other"))
    #expect(
      try destinations(sample) == [
        "workspace/srv/a/b/demo", "workspace/srv/a/data", "workspace/srv/a/b/lib/x.csv", "workspace/other",
      ])
  }

  @Test func absoluteMountsStandApart() throws {
    var sample = Sample()
    sample.mounts = [
      Sample.absolute("/data/x"), Sample.absolute("/other/x"), Sample.relative("/home/someone/y"),
    ]
    #expect(
      try destinations(sample) == [
        "workspace/demo", "workspace/y", "workspace/mounts/x", "workspace/mounts-2/x",
      ])
  }

  @Test func noTreeMeetsAnother() throws {
    var sample = Sample()
    sample.folder = "/home/someone/mounts"
    sample.mounts = [
      Sample.relative("/home/someone/lib"), Sample.relative("/home/someone/lib/inner"),
      Sample.relative("/home/someone/lib"), Sample.relative("/home/someone/mounts/inside"),
      Sample.absolute("/data/x"), Sample.absolute("/home/someone/mounts/inside"),
    ]
    #expect(try destinations(sample) == ["workspace/mounts", "workspace/lib", "workspace/mounts-2/x"])
  }

  @Test func twoSpellingsOfOneLetterAreTwoPlaces() throws {
    var sample = Sample()
    sample.mounts = [Sample.relative("/home/someone/\u{E9}"), Sample.relative("/home/someone/e\u{301}")]
    #expect(try destinations(sample).count == 3)
  }

  @Test func requirementsStandInTheirOwnTree() throws {
    var sample = Sample()
    sample.requirements = CheckedRequirements(
      path: "requirements.txt", files: ["requirements.txt", "sub/dev.txt"], packages: [], span: Sample.span(4)
    )
    let tree = try #require(try plan(sample).context.trees.first)
    #expect(tree.destination == "requirements/demo")
    #expect(tree.entries.map(\.path) == ["requirements.txt", "sub/dev.txt"])
    #expect(tree.entries.first?.kind == .file(executable: false, size: 5))
  }

  @Test func whatARunWritesToIsOpen() throws {
    var sample = Sample()
    sample.entrypoint = .jupyter(notebook: "nb/a.ipynb", kernel: "python3", parameters: [])
    sample.entrypointFolder = "src"
    sample.artifacts = ["out", "deep/er/result.csv", "main.py/x"]
    let plan = try plan(sample)
    #expect(
      plan.context.openFolders == [
        "workspace/demo", "workspace/demo/deep/er", "workspace/demo/out", "workspace/demo/src",
        "workspace/demo/src/nb",
      ])
    #expect(
      plan.runtime.artifacts.map(\.path) == [
        "/workspace/demo/out", "/workspace/demo/deep/er/result.csv", "/workspace/demo/main.py/x",
        "/workspace/demo/src/nb/a_exec.ipynb",
      ])
  }

  @Test func theUsersContextIsUntouched() throws {
    var sample = Sample()
    sample.source = .context(
      SuppliedContext(
        folder: "/home/someone/demo/docker", dockerfile: "Dockerfile", entries: sample.entries,
        span: Sample.span(2)))
    sample.artifacts = ["out/x"]
    sample.environment = [("A", LateText("1")), ("B", LateText(.environment("B")))]
    let plan = try plan(sample)
    #expect(plan.context.trees.map(\.destination) == [""])
    #expect(plan.context.openFolders == [])
    #expect(plan.runtime.workingDirectory == nil)
    #expect(plan.runtime.artifacts.map(\.path) == ["out/x"])
    #expect(plan.runtime.environment.map(\.name) == ["A", "B"])
    #expect(plan.runtime.references == [])
  }
}
