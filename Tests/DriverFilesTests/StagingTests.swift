import Check
import Foundation
import ImageIR
import SystemPackage
import Testing

@testable import Driver

/// What becomes of files on their way into a context.
@Suite struct StagingTests {
  /// A project as a tree of a plan.
  private func plan(_ scratch: Scratch, open: [String] = []) throws -> ContextPlan {
    let walk = try scratch.files().walk(scratch.path, as: .project)
    return ContextPlan(
      trees: [ContextPlan.Tree(source: scratch.path, destination: "p", entries: walk.entries)],
      openFolders: open)
  }

  private func stage(_ plan: ContextPlan, to target: Scratch) throws -> ContextListing {
    var staging = ContextStaging()
    let listing = try staging.listing(of: plan)
    try staging.copy(plan, into: try Descriptor(folder: target.path), shown: target.path)
    return listing
  }

  @Test func listsAndCopiesTheSame() throws {
    let (source, target) = (Scratch(), Scratch())
    source.file("b/run", "#!/bin/sh\n", mode: 0o777)
    source.file("a", "text", mode: 0o600)
    source.folder("empty/inner")
    source.link("link", to: "a")
    source.file("ünï 'x'/😀", "x")
    let listing = try stage(try plan(source, open: ["p", "p/out/deep"]), to: target)
    #expect(
      listing.entries == [
        .init(path: "p", content: .folder(mode: 0o1777)),
        .init(path: "p/a", content: .file(mode: 0o644, sha256: SHA256Sum.of(Array("text".utf8)), size: 4)),
        .init(
          path: "p/b/run",
          content: .file(mode: 0o755, sha256: SHA256Sum.of(Array("#!/bin/sh\n".utf8)), size: 10)),
        .init(path: "p/empty/inner", content: .folder(mode: 0o755)),
        .init(path: "p/link", content: .link(target: "a")),
        .init(path: "p/out/deep", content: .folder(mode: 0o1777)),
        .init(
          path: "p/ünï 'x'/😀", content: .file(mode: 0o644, sha256: SHA256Sum.of(Array("x".utf8)), size: 1)),
      ])
    #expect(
      target.contents(of: "p") == [
        "/ 1777", "a 644 " + SHA256Sum.of(Array("text".utf8)), "b/ 755",
        "b/run 755 " + SHA256Sum.of(Array("#!/bin/sh\n".utf8)), "empty/ 755", "empty/inner/ 755", "link -> a",
        "out/ 755", "out/deep/ 1777", "ünï 'x'/ 755", "ünï 'x'/😀 644 " + SHA256Sum.of(Array("x".utf8)),
      ])
    for name in ["p", "p/a", "p/b", "p/b/run", "p/link", "p/out", "p/out/deep", "p/empty/inner"] {
      #expect(try FileStatus.of(target[name]).modified == StagedTime.time, "\(name)")
    }
    #expect(try FileStatus.of(target["p/out/deep"]).permissions == 0o1777)
    #expect(try FileStatus.of(target["p/b/run"]).permissions == 0o755)
  }

  /// Swift calls the two names equal; the file system and the sums must not.
  @Test func namesThatLookAlikeStayApart() throws {
    let (source, target) = (Scratch(), Scratch())
    let (composed, decomposed) = ("\u{E9}", "e\u{301}")
    source.file(composed + "/x", "1")
    source.file(decomposed + "/x", "22")
    source.folder(composed + "mpty")
    source.file(decomposed + "mpty/y", "333")
    let listing = try stage(try plan(source), to: target)
    #expect(listing.entries.count == 4)
    let sums = listing.entries.compactMap { entry in
      if case .file(_, let sum, _) = entry.content { sum } else { nil }
    }
    #expect(Set(sums).count == 3)
    #expect(target.text("p/" + composed + "/x") == "1")
    #expect(target.text("p/" + decomposed + "/x") == "22")
    #expect(target.text("p/" + decomposed + "mpty/y") == "333")
  }

  @Test func hashesAsTheWorldDoes() {
    #expect(SHA256Sum.of([]) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    #expect(
      SHA256Sum.of(Array("abc".utf8)) == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func takesSingleFilesAndNestedPlaces() throws {
    let (source, target) = (Scratch(), Scratch())
    source.file("data/big.csv", "1,2\n")
    let file = ContextPlan.Entry(path: "", kind: .file(executable: false, size: 4))
    let plan = ContextPlan(
      trees: [.init(source: source["data/big.csv"], destination: "mounts/deep/big.csv", entries: [file])],
      openFolders: [])
    let listing = try stage(plan, to: target)
    #expect(listing.entries.map(\.path) == ["mounts/deep/big.csv"])
    #expect(target.text("mounts/deep/big.csv") == "1,2\n")
    #expect(try FileStatus.of(target["mounts/deep"]).permissions == 0o755)
  }

  @Test func neverTouchesTheSource() throws {
    let (source, target) = (Scratch(), Scratch())
    source.file("a", "text", mode: 0o400)
    source.file("b/c", "text")
    link(source["a"], source["hard"])
    let before = source.state(of: "")
    _ = try stage(try plan(source), to: target)
    #expect(source.state(of: "") == before)
    #expect(
      try FileStatus.of(target["p/a"]).identity.inode != (try FileStatus.of(target["p/hard"]).identity.inode))
  }

  @Test func keepsHoles() throws {
    let (source, target) = (Scratch(), Scratch())
    source.file("sparse", "head")
    truncate(source["sparse"], 64 << 20)
    let handle = try #require(FileHandle(forWritingAtPath: source["sparse"]))
    try handle.seek(toOffset: 32 << 20)
    handle.write(Data("middle".utf8))
    try handle.close()
    let listing = try stage(try plan(source), to: target)
    let copy = try FileStatus.of(target["p/sparse"])
    #expect(copy.size == 64 << 20)
    #expect(copy.isSparse)
    let bytes = try #require(FileManager.default.contents(atPath: target["p/sparse"]))
    #expect(bytes[(32 << 20)..<((32 << 20) + 6)] == Data("middle".utf8))
    #expect(
      listing.entries.first?.content
        == .file(mode: 0o644, sha256: SHA256Sum.of(Array(bytes)), size: 64 << 20))
  }

  /// Each change between a look and the next is found and named.
  @Test(arguments: ["content", "longer", "gone", "mode", "link", "folder"], [true, false])
  func findsChanges(_ change: String, beforeListing: Bool) throws {
    let (source, target) = (Scratch(), Scratch())
    source.file("a", "text")
    let plan = try plan(source)
    var staging = ContextStaging()
    if !beforeListing { _ = try staging.listing(of: plan) }
    source.remove("a")
    switch change {
    case "content": source.file("a", "TEXT")
    case "longer": source.file("a", "longer")
    case "mode": source.file("a", "text", mode: 0o755)
    case "link": source.link("a", to: "/etc/passwd")
    case "folder": source.folder("a")
    default: break
    }
    // A content of the same length, before the first hash, is simply what is there.
    if change == "content", beforeListing { return }
    let failure = #expect(throws: FileFailure.self) {
      if beforeListing { _ = try staging.listing(of: plan) }
      try staging.copy(plan, into: try Descriptor(folder: target.path), shown: target.path)
    }
    #expect(failure == FileFailure(.read, source["a"], .changed))
  }

  @Test func twoAgentsSeeOneState() throws {
    let source = Scratch()
    source.file("a", "text")
    var staging = ContextStaging()
    let first = try plan(source)
    let listing = try staging.listing(of: first)
    #expect(try staging.listing(of: first) == listing)
    source.file("a", "TEXT")
    var other = first
    other.trees[0].entries.append(.init(path: "b", kind: .folder))
    #expect(throws: FileFailure(.read, source["a"], .changed)) { try staging.listing(of: other) }
  }

  @Test func saysWhatFailed() {
    let failure = FileFailure(.write, "build/worker/a", .system(.noSpace))
    #expect(failure.description == "cannot write 'build/worker/a': No space left on device")
    #expect(FileFailure(.read, "x", .changed).description == "'x' changed while altoc was reading it")
  }
}
