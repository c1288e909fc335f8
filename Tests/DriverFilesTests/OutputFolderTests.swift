import Check
import Foundation
import ImageIR
import SystemPackage
import TestSupport
import Testing

@testable import Driver

/// An agent's folder is written as a whole or not at all, and nothing else is touched.
@Suite struct OutputFolderTests {
  /// A project with something of everything.
  private func project(_ text: String = "print()") -> Scratch {
    let project = Scratch()
    project.file("alto.yml", "worker: {}\n")
    project.file("main.py", text)
    project.file("src/run.sh", "#!/bin/sh\n", mode: 0o755)
    project.folder("empty")
    project.link("link", to: "main.py")
    return project
  }

  private func agent(_ project: Scratch, _ staging: inout ContextStaging, dockerfile: String = "FROM a\n")
    throws
    -> AgentFolder
  {
    let walk = try project.files().walk(project.path, as: .project)
    let plan = ContextPlan(
      trees: [.init(source: project.path, destination: "p", entries: walk.entries)], openFolders: ["p/out"])
    return AgentFolder(
      files: [
        .init(path: "Dockerfile", bytes: Array(dockerfile.utf8)),
        .init(path: "build.sh", bytes: Array("#!/bin/sh\n".utf8), executable: true),
        .init(path: "push-manifest.json", bytes: Array("{\"dockerfile\": \"\(dockerfile)\"}".utf8)),
      ], plan: plan, listing: try staging.listing(of: plan))
  }

  @discardableResult
  private func write(
    _ project: Scratch, to path: String, as name: String = "worker", dockerfile: String = "FROM a\n",
    force: Bool = false
  ) throws -> OutputFolder.Change {
    var staging = ContextStaging()
    let agent = try agent(project, &staging, dockerfile: dockerfile)
    let output = try OutputFolder(path, projects: [project.path], patience: .milliseconds(100))
    return try output.replace(name, with: agent, from: staging, force: force)
  }

  private func refusal(_ body: () throws -> Void) -> FileFailure.Refusal? {
    do { try body() } catch let failure as FileFailure {
      if case .refused(let refusal) = failure.cause { return refusal }
    } catch {}
    return nil
  }

  // MARK: What is written

  @Test func writesSumsThatFit() async throws {
    let (project, out) = (project(), Scratch())
    #expect(try write(project, to: out["a/b/build"]) == .created)
    let sums = try #require(Tool.find("sha256sum"))
    let check = try await sums.run(["-c", "--strict", "SHA256SUMS"], in: out["a/b/build/worker"])
    #expect(check.status == 0, "\(check.stderr)")
    #expect(
      check.stdout.split(separator: "\n").map { $0.prefix { $0 != ":" } } == [
        "Dockerfile", "build.sh", "context/p/main.py", "context/p/src/run.sh", "push-manifest.json",
      ])
    #expect(out.text("a/b/build/.gitattributes") == "* -text\n")
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: out["a/b/build"]).sorted() == [
        ".gitattributes", "worker",
      ])
    #expect(try FileStatus.of(out["a/b/build/worker/build.sh"]).permissions == 0o755)
    #expect(try FileStatus.of(out["a/b/build/worker/context/p/out"]).permissions == 0o1777)
  }

  @Test func anIdenticalRunTouchesNothing() throws {
    let (project, out) = (project(), Scratch())
    try write(project, to: out["build"])
    let before = out.state(of: "build")
    #expect(try write(project, to: out["build"]) == .unchanged)
    #expect(out.state(of: "build") == before)
  }

  @Test func unchangedFilesKeepTheirTimes() throws {
    let (project, out) = (project(), Scratch())
    try write(project, to: out["build"])
    let names = ["Dockerfile", "build.sh", "push-manifest.json", "SHA256SUMS", "context/p/main.py"]
    for name in names {
      let folder = try Descriptor(folder: out["build/worker"])
      try folder.setModified(.init(seconds: 1_234_567_890, nanoseconds: 42), of: name)
    }
    #expect(try write(project, to: out["build"]) == .unchanged)
    #expect(try write(project, to: out["build"], dockerfile: "FROM b\n") == .replaced)
    let seconds = try names.map { try FileStatus.of(out["build/worker/\($0)"]).modified.seconds }
    #expect(seconds[1] == 1_234_567_890)
    #expect(seconds[0] != 1_234_567_890 && seconds[2] != 1_234_567_890 && seconds[3] != 1_234_567_890)
    #expect(seconds[4] == StagedTime.time.seconds)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: out["build"]).sorted() == [
        ".gitattributes", "worker",
      ])
  }

  /// Any difference of content, mode, link or folder is put right.
  @Test(arguments: ["extra", "mode", "folder mode", "link", "empty folder", "extra folder", "extra link"])
  func repairs(_ damage: String) throws {
    let (project, out) = (project(), Scratch())
    try write(project, to: out["build"])
    let before = out.contents(of: "build")
    switch damage {
    case "extra": out.file("build/worker/stale.txt")
    case "mode": chmod(out["build/worker/build.sh"], 0o644)
    case "folder mode": chmod(out["build/worker/context/p/out"], 0o755)
    case "link":
      out.remove("build/worker/context/p/link")
      out.link("build/worker/context/p/link", to: "elsewhere")
    case "empty folder": out.remove("build/worker/context/p/empty")
    case "extra folder": out.folder("build/worker/context/more")
    default: out.link("build/worker/stale", to: "/")
    }
    #expect(out.contents(of: "build") != before)
    #expect(try write(project, to: out["build"]) == .replaced)
    #expect(out.contents(of: "build") == before)
  }

  @Test func keepsTheUsersAttributes() throws {
    let (project, out) = (project(), Scratch())
    out.file("build/.gitattributes", "*.png binary\n")
    try write(project, to: out["build"])
    #expect(out.text("build/.gitattributes") == "*.png binary\n")
  }

  // MARK: What is refused

  @Test func leavesForeignFoldersAlone() throws {
    let (project, out) = (project(), Scratch())
    out.file("build/worker/precious.txt", "mine")
    #expect(refusal { try write(project, to: out["build"]) } == .notOurs)
    #expect(out.text("build/worker/precious.txt") == "mine")
    #expect(try write(project, to: out["build"], force: true) == .replaced)
    #expect(out.text("build/worker/precious.txt") == nil)
    out.remove("build/worker")
    out.folder("build/worker")
    #expect(refusal { try write(project, to: out["build"]) } == .notOurs)
    out.remove("build/worker")
    out.file("build/worker", "a file")
    #expect(refusal { try write(project, to: out["build"]) } == .notOurs)
    #expect(try write(project, to: out["build"], force: true) == .replaced)
  }

  @Test(arguments: ["Dockerfile", "context/p/main.py", "push-manifest.json"])
  func leavesEditedFoldersAlone(_ name: String) throws {
    let (project, out) = (project(), Scratch())
    try write(project, to: out["build"])
    out.file("build/worker/" + name, "edited by hand")
    #expect(refusal { try write(project, to: out["build"]) } == .edited(name))
    #expect(out.text("build/worker/" + name) == "edited by hand")
    #expect(try write(project, to: out["build"], force: true) == .replaced)
    out.remove("build/worker/" + name)
    if name != "push-manifest.json" {
      #expect(refusal { try write(project, to: out["build"]) } == .edited(name))
    }
  }

  @Test func sumsThatAreNoSumsAreForeign() throws {
    let (project, out) = (project(), Scratch())
    for text in ["", "nonsense\n", "00  x\n", String(repeating: "g", count: 64) + "  x\n"] {
      out.file("build/worker/push-manifest.json", "{}")
      out.file("build/worker/SHA256SUMS", text)
      #expect(refusal { try write(project, to: out["build"]) } == .notOurs, "\(text)")
    }
    let sum = SHA256Sum.of(Array("{}".utf8))
    out.file("build/worker/SHA256SUMS", "\(sum)  push-manifest.json\n\(sum)  ../../etc/passwd\n")
    #expect(refusal { try write(project, to: out["build"]) } == .edited("../../etc/passwd"))
    out.remove("build/worker/SHA256SUMS")
    mkfifo(out["build/worker/SHA256SUMS"], 0o644)
    #expect(refusal { try write(project, to: out["build"]) } == .notOurs)
  }

  @Test func refusesBadPlaces() throws {
    let (project, out) = (project(), Scratch())
    out.file("file")
    out.link("dangling", to: "nowhere")
    #expect(refusal { try write(project, to: out["file"]) } == .notAFolder)
    #expect(throws: FileFailure(.create, out["file/x"], .system(.notDirectory))) {
      try write(project, to: out["file/x"])
    }
    #expect(refusal { try write(project, to: out["dangling"]) } == .notAFolder)
    #expect(refusal { try write(project, to: project.path) } == .holdsProject)
    #expect(refusal { try write(project, to: project["src/.."]) } == .holdsProject)
    #expect(refusal { try write(project, to: project["../"]) } == .holdsProject)
    #expect(refusal { try write(project, to: "/") } == .holdsProject)
    out.link("alias", to: project.path)
    #expect(refusal { try write(project, to: out["alias"]) } == .holdsProject)
    for name in ["", ".", "..", "a/b/c", "/a", "a/", "../a", "a/..", "a\0b", ".gitattributes"] {
      #expect(refusal { try write(project, to: out["build"], as: name) } == .name, "\(name)")
    }
    #expect(try FileManager.default.contentsOfDirectory(atPath: out["build"]).isEmpty)
  }

  @Test func aFolderInsideTheProjectWorks() throws {
    let project = project()
    #expect(try write(project, to: project["build"]) == .created)
    #expect(try project.files(output: project["build"]).walk(project.path, as: .project).entries.count == 5)
  }

  // MARK: Links

  @Test func followsDIRItselfAndNothingElse() throws {
    let (project, out, other) = (project(), Scratch(), Scratch())
    other.file("keep", "mine")
    out.folder("real")
    out.link("build", to: "real")
    try write(project, to: out["build"])
    #expect(out.text("real/worker/Dockerfile") == "FROM a\n")
    out.link("real/worker/context/escape", to: other.path)
    try write(project, to: out["build"])
    #expect(other.text("keep") == "mine")
    out.remove("real/worker")
    out.link("real/worker", to: other.path)
    #expect(refusal { try write(project, to: out["build"]) } == .notOurs)
    try write(project, to: out["build"], force: true)
    #expect(other.text("keep") == "mine")
    #expect(out.text("real/worker/Dockerfile") == "FROM a\n")
  }

  // MARK: Agents that are gone

  @Test func findsAndRemovesOtherAgents() throws {
    let (project, out) = (project(), Scratch())
    for name in ["a", "b", "p/c"] { try write(project, to: out["build"], as: name) }
    out.file("build/notes/x")
    let output = try OutputFolder(out["build"], projects: [])
    #expect(try output.others(than: ["a"]) == ["b"])
    #expect(try output.others(than: ["a"], nested: true) == ["b", "p/c"])
    #expect(output.manifest(of: "b") == Array("{\"dockerfile\": \"FROM a\n\"}".utf8))
    #expect(output.manifest(of: "notes") == nil)
    try output.remove("b")
    try output.remove("p/c")
    try output.remove("never")
    #expect(refusal { try output.remove("notes") } == .notOurs)
    out.file("build/a/Dockerfile", "edited")
    #expect(refusal { try output.remove("a") } == .edited("Dockerfile"))
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: out["build"]).sorted() == [
        ".gitattributes", "a", "notes",
      ])
  }

  // MARK: Leftovers

  @Test func cleansOnlyWhatIsItsOwn() throws {
    let (project, out) = (project(), Scratch())
    let left = ".altoc-tmp-0123456789abcdef"
    out.file("build/\(left)/new/context/x")
    for name in [
      ".altoc-tmp-0123", ".altoc-tmp-0123456789ABCDEF", ".altoc-tmp-0123456789abcdef0", "altoc-tmp",
    ] {
      out.file("build/\(name)/x")
    }
    out.file("build/.altoc-tmp-fedcba9876543210", "a file")
    out.link("build/.altoc-tmp-aaaaaaaaaaaaaaaa", to: project.path)
    try write(project, to: out["build"])
    #expect(out.text("build/\(left)/new/context/x") == nil)
    #expect(try FileManager.default.contentsOfDirectory(atPath: out["build"]).count == 8)
    #expect(project.text("main.py") == "print()")
  }

  /// On file systems that cannot exchange, a killed run is brought to its end by the next one, from every step.
  @Test(arguments: ["old in place", "old moved", "both done"]) func endsWhatWasCommitted(_ step: String)
    throws
  {
    let (first, second, out) = (project("1"), project("2"), Scratch())
    try write(second, to: out["build"])
    let wanted = out.contents(of: "build/worker")
    let left = "build/.altoc-tmp-0123456789abcdef"
    out.folder(left)
    rename(out["build/worker"], out["\(left)/new"])
    try write(first, to: out["spare"])
    out.file("\(left)/commit", "worker")
    switch step {
    case "old in place": rename(out["spare/worker"], out["build/worker"])
    case "old moved": rename(out["spare/worker"], out["\(left)/old"])
    default:
      rename(out["spare/worker"], out["\(left)/old"])
      rename(out["\(left)/new"], out["build/worker"])
    }
    _ = try OutputFolder(out["build"], projects: [])
    #expect(out.contents(of: "build/worker") == wanted)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: out["build"]).sorted() == [
        ".gitattributes", "worker",
      ])
  }

  @Test func waitsForTheLockAndGivesUp() throws {
    let (project, out) = (project(), Scratch())
    let holder = try OutputFolder(out["build"], projects: [])
    #expect(refusal { try write(project, to: out["build"]) } == .busy)
    _ = consume holder
    #expect(try write(project, to: out["build"]) == .created)
  }

  /// A source that changes after it was listed stops the run before anything is in place.
  @Test func aChangedSourceLeavesTheOldFolder() throws {
    let (project, out) = (project(), Scratch())
    try write(project, to: out["build"])
    let before = out.state(of: "build/worker")
    var staging = ContextStaging()
    let agent = try agent(project, &staging, dockerfile: "FROM b\n")
    project.file("main.py", "other()")
    let output = try OutputFolder(out["build"], projects: [])
    #expect(throws: FileFailure(.read, project["main.py"], .changed)) {
      _ = try output.replace("worker", with: agent, from: staging)
    }
    #expect(out.state(of: "build/worker") == before)
    #expect(try FileManager.default.contentsOfDirectory(atPath: out["build"]).count == 2)
  }

  @Test func namesOfSumsAreEscapedAsCoreutilsDo() {
    var sums: [ExactPath: String] = [:]
    for (name, digit) in ["a b": "0", "x\\y": "1", "n\nl": "2", "-d": "3", "😀": "4"] {
      sums[name] = String(repeating: digit, count: 64)
    }
    let text = ChecksumFile.text(sums)
    #expect(ChecksumFile.sums(in: text) == sums)
    let lines = String(decoding: text, as: UTF8.self).split(separator: "\n").map {
      $0.filter { !"0123456".contains($0) }
    }
    #expect(lines == ["  -d", "  a b", "\\  n\\nl", "\\  x\\\\y", "  😀"])
  }
}
