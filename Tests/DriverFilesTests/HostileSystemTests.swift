import Foundation
import SystemPackage
import TestSupport
import Testing

@testable import Driver

/// Killed runs, full disks, closed folders, two runs at once. Slow ones are here.
@Suite(.serialized) struct HostileSystemTests {
  /// The program that writes one agent's folder.
  private static let writer: Tool = {
    let test = (try? linkTarget(at: "/proc/self/exe")).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let places = [CommandLine.arguments[0], test].map { ($0 as NSString).deletingLastPathComponent }
    let found = places.map { $0 + "/DriverFilesWriter" }.first(where: FileManager.default.isExecutableFile)
    return Tool(path: found ?? "DriverFilesWriter")
  }()

  private func project(_ text: String) -> Scratch {
    let project = Scratch()
    project.file("alto.yml")
    for number in 0..<40 { project.file("folder\(number % 5)/file\(number)", "\(text) \(number)") }
    project.file("big", String(repeating: text, count: 100_000))
    return project
  }

  private func names(_ path: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }

  // MARK: Kills

  @Test func aKilledRunLeavesTheOldOrTheNew() async throws {
    let (one, two, out) = (project("one"), project("two"), Scratch())
    var states: Set<[String]> = []
    for project in [one, two] {
      let run = try await Self.writer.run([out["clean"], "worker", "once", project.path])
      try #require(run.status == 0, "\(run.stdout)")
      states.insert(out.contents(of: "clean/worker"))
    }
    try #require(states.count == 2)
    // The kills fall anywhere in two rounds of writing, however fast the machine is.
    let clock = ContinuousClock()
    let eight = Array(repeating: [one.path, two.path], count: 4).flatMap(\.self)
    let time = try await clock.measure {
      _ = try await Self.writer.run([out["timing"], "worker", "once"] + eight)
    }
    let range = 0..<max(1_000, UInt32(time / .microseconds(1)) / 4)
    var random = SystemRandomNumberGenerator()
    var seen: [[String]: Int] = [:]
    var leftovers = 0
    for _ in 0..<120 {
      try killWriter(
        [out["build"], "worker", "forever", one.path, two.path],
        after: UInt32.random(in: range, using: &random))
      leftovers += try names(out["build"]).count { $0.hasPrefix(".altoc-tmp-") }
      let state = out.contents(of: "build/worker")
      #expect(states.contains(state))
      seen[state, default: 0] += 1
    }
    // Both were seen, and some runs died in the middle: the kills came where they hurt.
    #expect(seen.count == 2 && leftovers > 5, "\(seen.values) \(leftovers)")
    let last = try await Self.writer.run([out["build"], "worker", "once", one.path])
    #expect(last.status == 0)
    #expect(try names(out["build"]) == [".gitattributes", "worker"])
  }

  /// Starts the writer, waits for its first word and then some, and kills it.
  private func killWriter(_ arguments: [String], after microseconds: UInt32) throws {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: Self.writer.path)
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    _ = try pipe.fileHandleForReading.read(upToCount: 1)
    usleep(microseconds)
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    #expect(process.terminationReason == .uncaughtSignal)
  }

  @Test func twoWritersTakeTurns() async throws {
    let (one, two, out) = (project("one"), project("two"), Scratch())
    let many = Array(repeating: [one.path, two.path], count: 8).flatMap(\.self)
    async let first = Self.writer.run([out["build"], "worker", "once"] + many)
    async let second = Self.writer.run([out["build"], "worker", "once"] + many)
    async let third = Self.writer.run([out["build"], "other", "once"] + many)
    for run in try await [first, second, third] { #expect(run.status == 0, "\(run.stdout)") }
    #expect(try names(out["build"]) == [".gitattributes", "other", "worker"])
    #expect(out.contents(of: "build/worker") == out.contents(of: "build/other"))
  }

  // MARK: The same everywhere

  @Test func umaskAndLocaleDoNotMatter() async throws {
    let (project, out) = (project("ünï"), Scratch())
    project.file("Ä/ß", "x")
    project.file("a/I", "x")
    let shell = try #require(Tool.find("sh"))
    var states: Set<[String]> = []
    for (index, setting) in [("022", "C"), ("077", "C.UTF-8"), ("000", "tr_TR.UTF-8"), ("277", "de_DE")]
      .enumerated()
    {
      let command = "umask \(setting.0); exec \"$0\" \"$@\""
      let run = try await shell.run(
        ["-c", command, Self.writer.path, out["\(index)"], "worker", "once", project.path],
        environment: ["LC_ALL": setting.1, "TZ": "Asia/Tokyo"])
      #expect(run.status == 0, "\(run.stdout)")
      states.insert(out.contents(of: "\(index)"))
    }
    #expect(states.count == 1)
  }

  // MARK: Disks and rights

  @Test(.enabled(if: geteuid() == 0, "needs root to mount"))
  func aFullDiskLeavesTheOld() async throws {
    let (small, large, out) = (project("s"), project("large"), Scratch())
    large.file("huge", String(repeating: "x", count: 8 << 20))
    out.folder("disk")
    let mount = try #require(Tool.find("mount"))
    try #require(try await mount.run(["-t", "tmpfs", "-o", "size=3m", "tmpfs", out["disk"]]).status == 0)
    defer { umount2(out["disk"], CInt(MNT_DETACH)) }
    let build = out["disk/build"]
    #expect(try await Self.writer.run([build, "worker", "once", small.path]).status == 0)
    let before = out.state(of: "disk/build/worker")
    let full = try await Self.writer.run([build, "worker", "once", large.path])
    #expect(full.status == 3)
    #expect(
      full.stdout.contains("cannot write '\(build)/worker/context/project/huge': No space left on device"))
    #expect(out.state(of: "disk/build/worker") == before)
    #expect(try names(build) == [".gitattributes", "worker"])
    small.file("more", "x")
    #expect(try await Self.writer.run([build, "worker", "once", small.path]).status == 0)
  }

  /// An overlay cannot exchange or rename a folder of a lower layer.
  @Test(.enabled(if: geteuid() == 0, "needs root to mount"))
  func anOverlayIsWrittenWithoutAnExchange() async throws {
    let (one, two, out) = (project("one"), project("two"), Scratch())
    for name in ["disk", "merged"] { out.folder(name) }
    let mount = try #require(Tool.find("mount"))
    try #require(try await mount.run(["-t", "tmpfs", "tmpfs", out["disk"]]).status == 0)
    defer { umount2(out["disk"], CInt(MNT_DETACH)) }
    for name in ["lower", "upper", "work"] { out.folder("disk/" + name) }
    #expect(try await Self.writer.run([out["disk/lower/build"], "worker", "once", one.path]).status == 0)
    let options = "lowerdir=\(out["disk/lower"]),upperdir=\(out["disk/upper"]),workdir=\(out["disk/work"])"
    let overlay = try await mount.run(["-t", "overlay", "overlay", "-o", options, out["merged"]])
    try #require(overlay.status == 0, "\(overlay.stderr)")
    defer { umount2(out["merged"], CInt(MNT_DETACH)) }
    #expect(try await Self.writer.run([out["clean"], "worker", "once", two.path]).status == 0)
    let run = try await Self.writer.run([out["merged/build"], "worker", "once", two.path])
    #expect(run.status == 0, "\(run.stdout)")
    #expect(out.contents(of: "merged/build") == out.contents(of: "clean"))
  }

  @Test(.enabled(if: geteuid() == 0 && Tool.find("setpriv") != nil, "needs root to become somebody else"))
  func aClosedFolderIsSaid() async throws {
    let (project, out) = (project("x"), Scratch())
    let setpriv = try #require(Tool.find("setpriv"))
    let nobody = ["--reuid=65534", "--regid=65534", "--clear-groups", Self.writer.path]
    out.folder("build")
    chmod(out["build"], 0o555)
    let write = try await setpriv.run(nobody + [out["build"], "worker", "once", project.path])
    #expect(write.status == 3)
    #expect(write.stdout.contains("cannot create '\(out["build"])/.altoc-tmp-"), "\(write.stdout)")
    #expect(write.stdout.contains("Permission denied"))
    chmod(out["build"], 0o333)
    let lock = try await setpriv.run(nobody + [out["build"], "worker", "once", project.path])
    #expect(lock.stdout.contains("cannot read '\(out["build"])': Permission denied"), "\(lock.stdout)")
    chmod(out["build"], 0o777)
    chmod(project["big"], 0o000)
    let read = try await setpriv.run(nobody + [out["build"], "worker", "once", project.path])
    #expect(read.stdout.contains("cannot read '\(project["big"])': Permission denied"), "\(read.stdout)")
    chmod(project["big"], 0o644)
    chmod(project["folder1"], 0o000)
    #expect(try await setpriv.run(nobody + [out["build"], "worker", "once", project.path]).status == 0)
  }

  /// Whether a folder can be made immutable here: root, chattr and a file system that knows the attribute.
  private static let canSetImmutable: Bool = {
    guard let chattr = Tool.find("chattr") else { return false }
    let scratch = Scratch()
    return [("+i", 0), ("-i", 0)].allSatisfy { change, status in
      let process = Process()
      process.executableURL = URL(fileURLWithPath: chattr.path)
      process.arguments = [change, scratch.folder("probe")]
      process.standardError = FileHandle.nullDevice
      guard (try? process.run()) != nil else { return false }
      process.waitUntilExit()
      return process.terminationStatus == status
    }
  }()

  @Test(.enabled(if: canSetImmutable, "needs root and a file system with immutable folders"))
  func anImmutableFolderIsLeftWhole() async throws {
    let (one, two, out) = (project("one"), project("two"), Scratch())
    let chattr = try #require(Tool.find("chattr"))
    #expect(try await Self.writer.run([out["build"], "worker", "once", one.path]).status == 0)
    let before = out.state(of: "build/worker/context")
    try #require(try await chattr.run(["+i", out["build/worker"]]).status == 0)
    let run = try await Self.writer.run([out["build"], "worker", "once", two.path])
    _ = try await chattr.run(["-i", out["build/worker"]])
    #expect(
      run.status == 3 && run.stdout.contains("cannot replace '\(out["build/worker"])'"), "\(run.stdout)")
    #expect(out.state(of: "build/worker/context") == before)
    #expect(try names(out["build"]) == [".gitattributes", "worker"])
  }
}
