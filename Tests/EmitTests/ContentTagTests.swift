import Emit
import Foundation
import ImageIR
import TestSupport
import Testing

@Suite("The content tag")
struct ContentTagTests {
  /// The recipe of the documentation.
  private func recipe() throws -> String {
    let page = try String(contentsOfFile: Repository.root + "/Docs/content-tag.md", encoding: .utf8)
    let parts = page.components(separatedBy: "```sh\n")
    return try #require(parts.dropFirst().first?.components(separatedBy: "```").first)
  }

  @Test(arguments: [false, true], shells.indices)
  func theRecipeOfTheDocumentationGivesIt(supplied: Bool, index: Int) async throws {
    var sample = SamplePlan()
    sample.supplied = supplied
    let folder = try await BuildFolder(sample)
    defer { folder.remove() }
    guard let tool = Tool.find(shells[index].name) else { return }
    let output = try await tool.run(
      shells[index].arguments + ["-c", recipe()], environment: ["ENV": nil], in: folder.folder)
    #expect(output.stdout == folder.tag + "\n", "\(output.stderr)")
  }

  private func text(_ entries: [ContextListing.Entry], dockerfile: String = "d") -> String {
    contentText(
      of: SamplePlan().plan, dockerfileDigest: dockerfile, context: ContextListing(entries: entries))
  }

  @Test func everythingThatMattersIsInTheText() {
    let file = ContextListing.Entry(path: "a/b", content: .file(mode: 0o644, sha256: "1", size: 1))
    let texts = [
      text([]), text([], dockerfile: "e"), text([file]),
      text([.init(path: "a/b", content: .file(mode: 0o755, sha256: "1", size: 1))]),
      text([.init(path: "a/b", content: .file(mode: 0o644, sha256: "2", size: 1))]),
      text([.init(path: "a/c", content: .file(mode: 0o644, sha256: "1", size: 1))]),
      text([.init(path: "a/b", content: .folder(mode: 0o755))]),
      text([.init(path: "a/b", content: .folder(mode: 0o1777))]),
      text([.init(path: "a/b", content: .link(target: "c"))]),
      text([.init(path: "a/b", content: .link(target: "d"))]),
      text([.init(path: "a", content: .folder(mode: 0o1777)), file]),
    ]
    #expect(Set(texts).count == texts.count)
  }

  @Test func foldersThatAreOnlyImpliedHaveALine() {
    let lines = text([
      .init(path: "a/b/c", content: .link(target: "x")), .init(path: "a/b", content: .folder(mode: 0o1777)),
      .init(path: "e\u{301}/x", content: .link(target: "y")),
      .init(path: "\u{E9}/x", content: .link(target: "y")),
    ]).split(separator: "\n").map(String.init)
    let expected: [String] = [
      "0755 folder  context/a", "0755 folder  context/e\u{301}", "0755 folder  context/\u{E9}",
      "1777 folder  context/a/b", "link context/a/b/c//x", "link context/e\u{301}/x//y",
      "link context/\u{E9}/x//y",
    ]
    #expect(
      lines.dropFirst(3).joined(separator: "\n").utf8.elementsEqual(expected.joined(separator: "\n").utf8))
  }

  @Test func theTagIsTheSumOfTheText() {
    var hashed: [String] = []
    let tag = contentTag(
      of: SamplePlan().plan, dockerfile: Artifact(path: "Dockerfile", text: "FROM x\n"),
      context: ContextListing(entries: [])
    ) { bytes in
      hashed.append(String(decoding: bytes, as: UTF8.self))
      return "sum\(hashed.count)"
    }
    #expect(tag == "c-sum2")
    #expect(hashed == ["FROM x\n", "altoc inputs 1\nplatform linux/amd64\ndockerfile sum1  Dockerfile\n"])
  }
}
