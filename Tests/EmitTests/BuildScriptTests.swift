import Foundation
import ImageIR
import TestSupport
import Testing

@Suite("build.sh")
struct BuildScriptTests {
  private func folder(secret: Bool = false, tags: [String] = []) async throws -> BuildFolder {
    var sample = SamplePlan()
    if secret {
      sample.commands = [LateText([.literal("pip install x"), .reference(.environment("TOKEN"))])]
    }
    return try await BuildFolder(sample, tags: tags)
  }

  @Test(arguments: shells.indices)
  func itBuildsAndNamesTheImage(index: Int) async throws {
    let folder = try await folder(tags: ["v1"])
    defer { folder.remove() }
    try folder.install("docker")
    let output = try await folder.build(
      shells[index],
      [
        "--tag", "v2", "--tag", "other/name:3", "--no-cache", "--base", "mirror/x:1", "--",
        "--progress=plain", "a b",
      ])
    #expect(output.status == 0, "\(output.stderr)")
    let call = try #require(folder.calls.first { $0.contains("[build]") })
    let out = folder.folder
    #expect(
      call
        == "docker [build] [--file] [\(out)/Dockerfile] [--platform] [linux/amd64] [--tag] [demo-agent:\(folder.tag)] [--tag] "
        + "[demo-agent:v1] [--build-arg] [ALTO_BASE=mirror/x:1] [--label] [dev.altoc.inputs=\(folder.tag)] [--label] "
        + "[dev.altoc.version=0.1.0] [--tag] [demo-agent:v2] [--tag] [other/name:3] [--no-cache] [--progress=plain] "
        + "[a b] [\(out)/context] BUILDKIT=1 SECRET=")
    let last = output.stdout.split(separator: "\n").last ?? ""
    #expect(
      last.hasPrefix("Built demo-agent:\(folder.tag) (image sha256:1234) with docker. Next: docker run --rm"),
      "\(last)")
    #expect(last.hasSuffix(" demo-agent:\(folder.tag)"))
    #expect(output.stderr == "")
  }

  @Test(arguments: shells.indices)
  func aChangedFolderIsRefused(index: Int) async throws {
    let folder = try await folder()
    defer { folder.remove() }
    try folder.install("docker")
    let main = folder.folder + "/context/workspace/demo/main.py"
    try BuildFolder.write("evil()\n", to: main, mode: 0o644)
    try BuildFolder.write("x", to: folder.folder + "/context/extra file", mode: 0o644)
    try FileManager.default.removeItem(atPath: folder.folder + "/Dockerfile")
    let output = try await folder.build(shells[index])
    #expect(output.status == 65)
    #expect(
      output.stderr
        == "build.sh: changed, added or lost since altoc wrote this folder: Dockerfile context/extra file context/workspace/demo/main.py\n"
    )
    #expect(folder.calls == [])
  }

  @Test(arguments: [
    "chmod 755 context/workspace/demo", "chmod 664 context/workspace/demo/main.py",
    "chmod 777 context/workspace",
    "ln -sf /etc/passwd context/workspace/demo/link", "ln -s main.py context/workspace/demo/another",
    "rmdir context/workspace/demo/empty", "mkdir context/more", "mkfifo context/pipe",
    "rm context/workspace/demo/link",
    "ln -sf Dockerfile2 Dockerfile; sha256sum build.sh push-manifest.json context/workspace/demo/*.* >SHA256SUMS",
    "rm SHA256SUMS", ": >SHA256SUMS", "sort -r SHA256SUMS | sed 1d >x; mv x SHA256SUMS",
  ])
  func everyChangeIsSeen(change: String) async throws {
    let folder = try await folder()
    defer { folder.remove() }
    try folder.install("docker")
    _ = try await Tool(path: "/bin/sh").run(["-c", change], in: folder.folder)
    let output = try await folder.build(shells[0])
    #expect(output.status == 65, "\(output.stderr)")
    #expect(folder.calls == [])
  }

  @Test(arguments: shells.indices)
  func theModesCanBeGivenBack(index: Int) async throws {
    let folder = try await folder()
    defer { folder.remove() }
    try folder.install("docker")
    _ = try await Tool(path: "/bin/sh").run(["-c", "chmod -R go-rwx,-t ."], in: folder.folder)
    let refused = try await folder.build(shells[index])
    #expect(refused.status == 65)
    let command = refused.stderr.components(separatedBy: "modes back: ").last ?? ""
    let repair = try await Tool(path: "/bin/sh").run(["-c", command])
    #expect(repair.status == 0, "\(command): \(repair.stderr)")
    let built = try await folder.build(shells[index])
    #expect(built.status == 0, "\(built.stderr)")
  }

  @Test(arguments: shells.indices)
  func secretsAreNamedAndNeverShown(index: Int) async throws {
    let folder = try await folder(secret: true)
    defer { folder.remove() }
    try folder.install("docker")
    let missing = try await folder.build(shells[index])
    #expect(missing.status == 78)
    #expect(missing.stderr == "build.sh: not set: TOKEN\n")
    let broken = try await folder.build(shells[index], environment: ["TOKEN": "canary\n"])
    #expect(broken.status == 78)
    #expect(!folder.calls.contains { $0.contains("[build]") })
    let traced = (name: shells[index].name, arguments: shells[index].arguments + ["-x"])
    let built = try await folder.build(traced, environment: ["TOKEN": "canary"])
    #expect(built.status == 0, "\(built.stderr)")
    let call = try #require(folder.calls.first { $0.contains("[build]") })
    #expect(call.contains("[--secret] [id=TOKEN,env=TOKEN]"))
    #expect(call.hasSuffix("BUILDKIT=1 SECRET=there"))
    let everything = [broken, built].map { $0.stdout + $0.stderr }.joined() + folder.calls.joined()
    #expect(!everything.contains("canary"))
    let empty = try await folder.build(shells[index], environment: ["TOKEN": ""])
    #expect(empty.status == 0)
    #expect(empty.stderr == "build.sh: TOKEN is empty\n")
  }

  @Test func theBuilderIsProbed() async throws {
    let plain = try await folder()
    let secret = try await folder(secret: true)
    defer {
      plain.remove()
      secret.remove()
    }
    try plain.install("docker", buildx: false)
    try secret.install("docker", buildx: false)
    let legacy = try await plain.build(shells[0])
    #expect(legacy.status == 0)
    #expect(plain.calls.contains { $0.contains("[build]") && $0.hasSuffix("BUILDKIT=0 SECRET=") })
    let refused = try await secret.build(shells[0], environment: ["TOKEN": "x"])
    #expect(refused.status == 77)
    #expect(!secret.calls.contains { $0.contains("[build]") })
  }

  @Test(arguments: ["podman", "buildah"])
  func otherEnginesGetTheSame(engine: String) async throws {
    let folder = try await folder(secret: true)
    defer { folder.remove() }
    try folder.install(engine)
    let output = try await folder.build(shells[0], environment: ["TOKEN": "x"])
    #expect(output.status == 0, "\(output.stderr)")
    let call = try #require(folder.calls.first { $0.contains("[build]") })
    #expect(call.hasPrefix("\(engine) [build] [--file]"))
    #expect(call.contains("[--format] [docker] [--secret] [id=TOKEN,env=TOKEN]"))
  }

  @Test func anEngineIsNamedOrFound() async throws {
    let folder = try await folder()
    defer { folder.remove() }
    #expect(try await folder.build(shells[0]).status == 69)
    #expect(try await folder.build(shells[0], environment: ["ALTO_ENGINE": "nerdctl"]).status == 64)
    try folder.install("podman")
    #expect(try await folder.build(shells[0], environment: ["ALTO_ENGINE": "docker"]).status == 69)
    #expect(try await folder.build(shells[0]).status == 0)
    try FileManager.default.removeItem(atPath: folder.bin + "/sha256sum")
    #expect(try await folder.build(shells[0]).status == 71)
  }

  @Test func theAddressOfTheFileIsTheLastChoice() async throws {
    var sample = SamplePlan()
    sample.serverURL = "tcp://engine:1"
    let folder = try await BuildFolder(sample)
    defer { folder.remove() }
    try folder.install("docker")
    _ = try await folder.build(shells[0])
    #expect(
      folder.calls.last { $0.contains("[build]") }?.hasPrefix("docker [--host] [tcp://engine:1] [build]")
        == true)
    _ = try await folder.build(shells[0], environment: ["DOCKER_HOST": "tcp://mine:2"])
    #expect(folder.calls.last { $0.contains("[build]") }?.hasPrefix("docker [build]") == true)
    _ = try await folder.build(shells[0], ["--engine-url", "tcp://given:3"])
    #expect(
      folder.calls.last { $0.contains("[build]") }?.hasPrefix("docker [--host] [tcp://given:3] [build]")
        == true)
  }

  @Test(arguments: shells.indices)
  func aDryRunPrintsTheCommand(index: Int) async throws {
    let folder = try await folder(secret: true)
    defer { folder.remove() }
    try folder.install("docker")
    let output = try await folder.build(shells[index], ["--dry-run", "--", "it's"])
    #expect(output.status == 0, "\(output.stderr)")
    #expect(!folder.calls.contains { $0.contains("[build]") })
    let line = output.stdout
    #expect(line.hasPrefix("DOCKER_BUILDKIT=1 BUILDX_NO_DEFAULT_ATTESTATIONS=1 docker build --file '"))
    let again = try await Tool(path: "/bin/sh").run(
      ["-c", line], environment: ["PATH": folder.bin, "LOG": folder.log])
    #expect(again.status == 0)
    #expect(folder.calls.last?.contains("[it's]") == true)
  }

  @Test(arguments: shells.indices)
  func theCheckHasALineForEachThing(index: Int) async throws {
    let folder = try await folder(secret: true)
    defer { folder.remove() }
    try folder.install("docker")
    let good = try await folder.build(shells[index], ["--check"], environment: ["TOKEN": "x"])
    #expect(good.status == 0, "\(good.stdout)\(good.stderr)")
    #expect(good.stdout.split(separator: "\n").count == 7)
    #expect(!folder.calls.contains { $0.contains("[build]") })
    try FileManager.default.removeItem(atPath: folder.bin + "/docker")
    let bad = try await folder.build(shells[index], ["--check"])
    #expect(bad.status == 69)
    #expect(bad.stdout.split(separator: "\n").filter { $0.contains("FAIL") }.count == 3, "\(bad.stdout)")
  }

  @Test(arguments: [["--tag"], ["--tag", ""], ["--what"], ["x"], ["--platform"]])
  func wrongUsageHasItsOwnCode(arguments: [String]) async throws {
    let folder = try await folder()
    defer { folder.remove() }
    #expect(try await folder.build(shells[0], arguments).status == 64)
  }

  @Test func anotherPlatformHasAnotherTag() async throws {
    let folder = try await folder()
    defer { folder.remove() }
    try folder.install("docker")
    let output = try await folder.build(shells[0], ["--platform", "linux/arm64"])
    #expect(output.status == 0)
    #expect(output.stderr.contains("needs emulation"))
    let call = try #require(folder.calls.last { $0.contains("[build]") })
    #expect(call.contains("[--platform] [linux/arm64] [--tag] [demo-agent:c-"))
    #expect(!call.contains(folder.tag))
  }

  @Test func whatTheEngineSaysIsPassedOn() async throws {
    let folder = try await folder()
    defer { folder.remove() }
    try folder.install("docker", buildStatus: 3)
    let failed = try await folder.build(shells[0])
    #expect(failed.status == 70)
    #expect(failed.stderr == "build.sh: docker ended with status 3\n")
    try folder.install("docker", entrypoint: "[\"/entry\"]")
    let warned = try await folder.build(shells[0])
    #expect(warned.status == 0)
    #expect(warned.stderr.contains("ENTRYPOINT"))
  }

  @Test func theUsersOwnDockerfileIsBuiltInItsContext() async throws {
    var sample = SamplePlan()
    sample.supplied = true
    let folder = try await BuildFolder(sample)
    defer { folder.remove() }
    try folder.install("docker", entrypoint: "[\"/entry\"]")
    let output = try await folder.build(shells[0])
    #expect(output.status == 0, "\(output.stderr)")
    #expect(output.stderr == "")
    #expect(
      folder.calls.contains { $0.contains("[build] [--file] [\(folder.folder)/context/Dockerfile]") })
    #expect(try await folder.build(shells[0], ["--base", "x"]).status == 64)
  }

  @Test(arguments: [false, true])
  func shellcheckFindsNothing(secret: Bool) async throws {
    guard let shellcheck = Tool.find("shellcheck") else {
      #expect(!Repository.isCI, "shellcheck is missing")
      return
    }
    var sample = SamplePlan()
    sample.serverURL = "tcp://x"
    if secret { sample.commands = [LateText(.environment("TOKEN"))] }
    for supplied in [false, true] {
      sample.supplied = supplied
      let folder = try await BuildFolder(sample, tags: ["v1"])
      defer { folder.remove() }
      let output = try await shellcheck.run(["-s", "sh", folder.folder + "/build.sh"])
      #expect(output.stdout == "")
    }
  }
}
