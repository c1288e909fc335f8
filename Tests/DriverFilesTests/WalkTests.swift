import Check
import Foundation
import ImageIR
import Template
import TestSupport
import Testing

@testable import Driver

/// What goes into an image, and what is said about the rest.
@Suite struct WalkTests {
  private func short(_ walk: Walk) -> [String] { walk.entries.map(\.short) }

  private func problems(_ walk: Walk) -> [String] {
    walk.problems.map { "\($0.path): \($0.reason)" }
  }

  @Test func isSortedByTheBytesOfThePath() throws {
    let scratch = Scratch()
    for name in ["a/b/c", "a-", "a.b", "ab", "Z", "é", "a/b.c", "a0"] { scratch.file(name) }
    let walk = try scratch.files().walk(scratch.path, as: .project)
    #expect(short(walk) == ["Z", "a/", "a-", "a.b", "a/b/", "a/b.c", "a/b/c", "a0", "ab", "é"])
    #expect(walk.problems.isEmpty && walk.leftOut.isEmpty)
  }

  @Test func knowsModesAndSizes() throws {
    let scratch = Scratch()
    scratch.file("x", "12345", mode: 0o700)
    scratch.file("y", "12", mode: 0o666)
    scratch.file("z", "", mode: 0o655)
    let walk = try scratch.files().walk(scratch.path, as: .project)
    #expect(walk.totalSize == 7)
    #expect(
      walk.entries.map(\.kind) == [
        .file(executable: true, size: 5), .file(executable: false, size: 2),
        .file(executable: false, size: 0),
      ])
  }

  @Test func leavesOutWhatHardlyBelongsIntoAnImage() throws {
    let scratch = Scratch()
    for name in [
      ".git/HEAD", "a/.git/HEAD", "__pycache__/x.pyc", "a/x.pyc", "b/y.pyc", ".venv/x", "venv/x",
      "c/node_modules/x",
      ".env", "d/.env", "k/server.pem", "id_rsa", "d/id_card.py", "alto.yml", ".docker_context/x",
      "e/.docker_context/x",
      "main.py", ".envrc", "venv2/x",
    ] {
      scratch.file(name)
    }
    let walk = try scratch.files().walk(scratch.path, as: .project)
    #expect(short(walk) == [".envrc", "a/", "b/", "c/", "d/", "k/", "main.py", "venv2/", "venv2/x"])
    #expect(
      walk.leftOut == [
        "*.pyc", ".env", ".git", ".venv", "__pycache__", "id_card.py", "id_rsa", "node_modules", "server.pem",
        "venv",
      ])
  }

  @Test func bringsBackWhatIsAskedFor() throws {
    let scratch = Scratch()
    for name in [".env", "d/.env", "d/id_card.py", "k/a.pem", ".git/HEAD", ".git/config", "venv/x"] {
      scratch.file(name)
    }
    scratch.file(".dockerignore", "!.env\n!d/id_card.py\n!**/*.pem\n!.git/HEAD\nvenv\n!alto.yml\n")
    scratch.file("alto.yml")
    let walk = try scratch.files().walk(scratch.path, as: .project)
    #expect(
      short(walk) == [
        ".dockerignore", ".env", ".git/", ".git/HEAD", "d/", "d/id_card.py", "k/", "k/a.pem",
      ])
    // The user's own line agrees with the rule for venv: nothing to be told.
    #expect(walk.leftOut == [".env", ".git"])
  }

  @Test func mountsKnowNoIgnoreFile() throws {
    let scratch = Scratch()
    scratch.file("data/.dockerignore", "*")
    scratch.file("data/x")
    scratch.file("data/.env")
    let walk = try scratch.files().walk("data", as: .mount)
    #expect(short(walk) == [".dockerignore", "x"])
    #expect(walk.leftOut == [".env"])
    let file = try scratch.files().walk("data/.env", as: .mount)
    #expect(file.entries == [ContextPlan.Entry(path: "", kind: .file(executable: false, size: 0))])
  }

  @Test func aSuppliedContextKnowsItsIgnoreFileAlone() throws {
    let scratch = Scratch()
    for name in [
      "image/.env", "image/.git/x", "image/a", "image/b", "image/.containerignore", "image/sub/.dockerignore",
    ] {
      scratch.file(name)
    }
    scratch.file("image/.dockerignore", "a\n")
    scratch.file("image/Dockerfile", "FROM x\n")
    let role = WalkRole.suppliedContext(dockerfile: "Dockerfile")
    let plain = try scratch.files().walk("image", as: role)
    #expect(short(plain) == [".env", ".git/", ".git/x", "Dockerfile", "b", "sub/", "sub/.dockerignore"])
    #expect(plain.leftOut.isEmpty)
    scratch.file("image/Dockerfile.dockerignore", "b\nD*\n.*\n")
    scratch.file("image/Dockerfile.containerignore", "*\n")
    #expect(
      short(try scratch.files().walk("image", as: role)) == ["Dockerfile", "a", "sub/", "sub/.dockerignore"])
    scratch.file("image/Dockerfile.dockerignore", "")
    #expect(short(try scratch.files().walk("image", as: role)).count == 8)
    // Whatever the Dockerfile is called, it goes along.
    scratch.file("image/.dockerignore", "*\n")
    for name in ["Dockerfile.gpu", "[a]*?^"] {
      scratch.file("image/" + name)
      let walk = try scratch.files().walk("image", as: .suppliedContext(dockerfile: name))
      #expect(short(walk) == [name])
    }
  }

  @Test func linksStayLinksAndStayInside() throws {
    let scratch = Scratch()
    let outside = Scratch()
    outside.file("secret")
    scratch.file("a/file")
    scratch.link("a/same", to: "file")
    scratch.link("a/up", to: "../b/c")
    scratch.link("dangling", to: "nowhere/at/all")
    scratch.link("itself", to: "itself")
    scratch.link("loop1", to: "loop2/x")
    scratch.link("loop2", to: "loop1/x")
    scratch.link("root", to: ".")
    scratch.link("b/absolute", to: scratch["a/file"])
    scratch.link("b/folder", to: scratch.path)
    scratch.link("b/detour", to: "../../\((scratch.path as NSString).lastPathComponent)/a")
    scratch.link("x/leaves", to: "../../etc")
    scratch.link("x/absolute", to: outside["secret"])
    scratch.link("x/through", to: "leaves/passwd")
    scratch.link("x/slash", to: "/")
    let walk = try scratch.files().walk(scratch.path, as: .project)
    #expect(
      short(walk) == [
        "a/", "a/file", "a/same -> file", "a/up -> ../b/c", "b/", "b/absolute -> ../a/file",
        "b/detour -> ../a",
        "b/folder -> ..", "dangling -> nowhere/at/all", "itself -> itself", "loop1 -> loop2/x",
        "loop2 -> loop1/x",
        "root -> .", "x/",
      ])
    #expect(
      walk.problems.map(\.path) == ["x/absolute", "x/leaves", "x/slash", "x/through"], "\(problems(walk))")
    scratch.file(".dockerignore", "x")
    #expect(try scratch.files().walk(scratch.path, as: .project).problems.isEmpty)
  }

  @Test func anAbsoluteLinkThroughAnotherNameOfTheFolderIsInside() throws {
    let scratch = Scratch()
    scratch.file("real/a")
    scratch.link("alias", to: "real")
    scratch.link("real/link", to: scratch["alias/a"])
    scratch.link("real/top", to: scratch["alias"])
    let files = try HostFiles(file: scratch["alias/alto.yml"], output: nil, home: nil)
    #expect(files.folder == scratch["real"])
    let walk = files.walk(files.folder, as: .project)
    #expect(short(walk) == ["a", "link -> a", "top -> ."])
  }

  @Test func oddNamesAndSpecialFilesAreProblems() throws {
    let scratch = Scratch()
    for name in ["new\nline", "back\\slash", "re\rturn", "fine name", "'\"$`", "-dash", "ünï", "😀", "tab\t"] {
      scratch.file(name)
    }
    #expect(open(Array(scratch["x"].utf8CString.dropLast()) + [-1, 0], O_CREAT | O_WRONLY, 0o644) >= 0)
    mkfifo(scratch["fifo"], 0o644)
    scratch.link("bad link", to: "a\nb")
    let walk = try scratch.files().walk(scratch.path, as: .project)
    #expect(short(walk) == ["'\"$`", "-dash", "fine name", "tab\t", "ünï", "😀"])
    #expect(
      problems(walk) == [
        "back\\slash: name", "bad link: name", "fifo: special", "new\\nline: name", "re\\rturn: name",
        "x\\xFF: name",
      ])
    scratch.file(".dockerignore", "new*\nback*\nre?turn\nx?\nfifo\nbad*")
    #expect(try scratch.files().walk(scratch.path, as: .project).problems.isEmpty)
  }

  @Test func aBadIgnoreFileIsAProblem() throws {
    let scratch = Scratch()
    scratch.file(".dockerignore", "a\n[b\n")
    #expect(
      problems(try scratch.files().walk(scratch.path, as: .project)) == [
        ".dockerignore: unreadable(\"line 2 is not a pattern that Docker accepts: \\'[b\\'\")"
      ])
    scratch.remove(".dockerignore")
    mkfifo(scratch[".dockerignore"], 0o644)
    let fifo = try scratch.files().walk(scratch.path, as: .project)
    #expect(fifo.problems.count == 2)
    scratch.remove(".dockerignore")
    scratch.folder(".dockerignore")
    #expect(try scratch.files().walk(scratch.path, as: .project).problems.count == 1)
  }

  @Test func whatIsMissingIsAProblem() throws {
    let scratch = Scratch()
    #expect(try scratch.files().walk("nowhere", as: .mount).problems.map(\.path) == [""])
    #expect(throws: FileFailure.self) { try HostFiles(file: scratch["no/alto.yml"], output: nil) }
  }

  /// What altoc wrote is not there, before and after it was written.
  @Test func itsOwnOutputIsNotThere() throws {
    let scratch = Scratch()
    scratch.file("alto.yml")
    scratch.file("main.py")
    let before = short(try scratch.files(output: scratch["out/build"]).walk(scratch.path, as: .project))
    #expect(before == ["main.py"])
    scratch.file("out/build/worker/push-manifest.json")
    #expect(short(try scratch.files(output: scratch["out/build"]).walk(scratch.path, as: .project)) == before)
    // A link to the output folder is the user's own thing.
    scratch.link("latest", to: "out/build")
    #expect(
      short(try scratch.files(output: scratch["latest"]).walk(scratch.path, as: .project)) == [
        "latest -> out/build", "main.py",
      ])
  }

  @Test func folderWithTheMarkIsNotThere() throws {
    let scratch = Scratch()
    scratch.file("main.py")
    scratch.file("old/.gitattributes", "* -text\n")
    scratch.file("old/p/worker/push-manifest.json", "{}")
    let sum = SHA256Sum.of(Array("{}".utf8))
    scratch.file("old/p/worker/SHA256SUMS", "\(sum)  push-manifest.json\n")
    #expect(
      short(try scratch.files().walk(scratch.path, as: .project)) == [
        "main.py", "old/", "old/.gitattributes",
      ])
    scratch.file("both/.gitattributes", "* -text\n")
    scratch.file("both/worker/push-manifest.json", "{}")
    scratch.file("both/worker/SHA256SUMS", "\(sum)  push-manifest.json\n")
    scratch.remove("old")
    #expect(short(try scratch.files().walk(scratch.path, as: .project)) == ["main.py"])
    scratch.file("both/notes.txt")
    #expect(
      short(try scratch.files().walk(scratch.path, as: .project)) == ["both/", "both/notes.txt", "main.py"])
    scratch.file("both/worker/push-manifest.json", "{ }")
    #expect(short(try scratch.files().walk(scratch.path, as: .project)).contains("both/worker/SHA256SUMS"))
  }

  @Test func deepFoldersEnd() throws {
    let scratch = Scratch()
    var name = "d"
    for _ in 0..<240 { name += "/d" }
    scratch.folder(name)
    let walk = try scratch.files().walk(scratch.path, as: .project)
    #expect(walk.problems.count == 1 && walk.entries.count == 200)
  }

  @Test func tenThousandFiles() throws {
    let scratch = Scratch()
    for folder in 0..<100 {
      scratch.folder("f\(folder)")
      for file in 0..<100 {
        close(open(scratch["f\(folder)/file\(file).py"], O_CREAT | O_WRONLY, 0o644))
      }
    }
    scratch.file(".dockerignore", "**/file1?.py\n*/file2*\n!f1/file2*\n")
    let walk = try scratch.files().walk(scratch.path, as: .project)
    #expect(walk.entries.count == 1 + 100 + 10_000 - 100 * 10 - 100 * 11 + 11)
    let sorted = walk.entries.map(\.path).sortedByBytes()
    #expect(walk.entries.map(\.path) == sorted)
  }

  // MARK: The snapshot

  @Test func answersOnceAndForAll() throws {
    let scratch = Scratch()
    scratch.file("a", "old")
    let files = try scratch.files()
    #expect(files.contents(of: "a", limit: 10) == Array("old".utf8))
    #expect((files.kind(of: "b") as FileKind?) == nil)
    #expect(files.names(in: ".") == ["a"])
    #expect(files.walk(scratch.path, as: .project).entries.count == 1)
    scratch.file("a", "newer")
    scratch.file("b")
    #expect(files.contents(of: scratch["a"], limit: 10) == Array("old".utf8))
    #expect((files.kind(of: "b") as FileKind?) == nil)
    #expect(files.names(in: ".") == ["a"])
    #expect(files.walk(scratch.path, as: .project).entries.count == 1)
  }

  @Test func readsAreBounded() throws {
    let scratch = Scratch()
    scratch.file("a", "12345")
    mkfifo(scratch["fifo"], 0o644)
    let files = try scratch.files()
    #expect(files.contents(of: "a", limit: 4) == nil)
    #expect(files.contents(of: "a", limit: 5)?.count == 5)
    #expect(files.contents(of: "a", limit: 4) == nil)
    #expect(files.contents(of: "fifo", limit: 5) == nil)
    #expect(files.contents(of: "/dev/zero", limit: 5) == nil)
    #expect(files.contents(of: ".", limit: 5) == nil)
    #expect(files.contents(of: "a\0b", limit: 5) == nil)
    #expect((files.kind(of: "fifo") as FileKind?) == .other)
    #expect((files.kind(of: ".") as FileKind?) == .folder)
    #expect((files.kind(of: "a/") as FileKind?) == nil)
    #expect((files.kind(of: "a") as PathKind?) == .file)
  }

  @Test func resolvesAsPython() async throws {
    let scratch = Scratch()
    scratch.folder("a/b")
    scratch.link("link", to: "a/b")
    scratch.link("loop", to: "loop")
    scratch.link("up", to: "..")
    let files = try scratch.files()
    let paths = [
      ".", "a/../x", "link/..", "link/../c/d", "nowhere/../e", "up", "/", "//a", "/../x", "a//b/./c", "",
      "link/x/..",
    ]
    for path in paths {
      #expect(!files.resolve(path).isEmpty)
    }
    let python = try #require(Tool.find("python3"))
    let script = "import pathlib, sys\nfor p in sys.argv[1:]: print(pathlib.Path(p).resolve())"
    let output = try await python.run(["-c", script] + paths, in: scratch.path)
    #expect(paths.map(files.resolve) == output.stdout.split(separator: "\n").map(String.init))
    #expect(files.resolve("loop") == scratch["loop"])
  }
}
