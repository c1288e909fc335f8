import Foundation
import TestSupport
import Testing

/// Bases that are not a plain Python image, and secrets that a build needs.
@Suite("bases and build secrets", .enabled(if: EndToEnd.hasEngine, EndToEnd.needsEngine), .serialized)
struct BaseImageTests {
  /// The builders that know secret mounts.
  static let secretBuilders = Builder.tried.filter { $0 != .legacy }

  @Test(
    "a build secret reaches its command and nothing else, with a USER in the base", arguments: secretBuilders)
  func buildSecret(builder: Builder) async throws {
    let secret = "CANARY \"'$(id)\\ \(UUID().uuidString)"
    let trace = String(secret.suffix(36))
    try await withScratchFolder { folder in
      let image = try await BuiltImage.make(
        "e2e/secrets", agent: "guarded", by: builder, in: folder + "/out",
        environment: ["BUILD_TOKEN": secret])
      #expect(!image.log.contains(trace))
      #expect(try await !image.description().contains(trace))
      #expect(try await image.count(of: [trace], savingTo: folder + "/image.tar") == 0)
      let sum = try await shell(
        "printf %s \"$BUILD_TOKEN\" | sha256sum", environment: ["BUILD_TOKEN": secret])
      let run = try await image.run()
      #expect(run.status == 0, "\(run.stderr)")
      #expect(
        run.stdout == sum.stdout + "1234\nwritten\n",
        "the sum that the build made, the user, a file in the WORKDIR")
    }
  }

  @Test("an empty build secret is a value", arguments: secretBuilders)
  func emptyBuildSecret(builder: Builder) async throws {
    try await withScratchFolder { folder in
      // Engines do not look at a secret's value: with their cache they would take an earlier layer again.
      let image = try await BuiltImage.make(
        "e2e/secrets", agent: "guarded", by: builder, in: folder + "/out", environment: ["BUILD_TOKEN": ""],
        options: "--no-cache")
      #expect(image.log.contains("BUILD_TOKEN is empty"), "\(image.log)")
      let nothing = try await shell("printf '' | sha256sum")
      let run = try await image.run(command: ["cat", "/tmp/sum.txt"])
      #expect(run.stdout == nothing.stdout)
    }
  }

  @Test("a missing build secret stops build.sh before it starts", arguments: secretBuilders)
  func missingBuildSecret(builder: Builder) async throws {
    try await withScratchFolder { folder in
      let compiled = try await EndToEnd.compiler([
        EndToEnd.fixture("e2e/secrets") + "/alto.yml", "-o", folder,
      ])
      try #require(compiled.status == 0, "\(compiled.stderr)")
      var environment = builder.environment
      environment["BUILD_TOKEN"] = .some(nil)
      let built = try await shell("sh \"$1/guarded/build.sh\"", folder, environment: environment)
      #expect((64...78).contains(built.status), "\(built.status)")
      #expect(built.stderr.contains("BUILD_TOKEN"), "\(built.stderr)")
    }
  }

  @Test(
    "a base with an ENTRYPOINT keeps it, and build.sh says so",
    .enabled(if: EndToEnd.isAllLane, EndToEnd.needsAllLane),
    arguments: Builder.tried)
  func entrypoint(builder: Builder) async throws {
    try await withScratchFolder { folder in
      let image = try await make(base: "localhost/alto/entrypoint:1", by: builder, in: folder)
      #expect(image.log.localizedCaseInsensitiveContains("entrypoint"), "\(image.log)")
      #expect(try await image.run().stdout == "ran\n")
    }
  }

  @Test(
    "a base without Python fails with a reason", .enabled(if: EndToEnd.isAllLane, EndToEnd.needsAllLane),
    arguments: Builder.tried)
  func bare(builder: Builder) async throws {
    try await withScratchFolder { folder in
      try project(base: "localhost/alto/bare:1", in: folder)
      try "humanize\n".write(toFile: folder + "/project/requirements.txt", atomically: true, encoding: .utf8)
      let compiled = try await EndToEnd.compiler([folder + "/project/alto.yml", "-o", folder + "/out"])
      try #require(compiled.status == 0, "\(compiled.stderr)")
      let built = try await shell(
        "sh \"$1/build.sh\"", folder + "/out/small", environment: builder.environment)
      #expect(built.status != 0)
      #expect((built.stdout + built.stderr).contains("python3"), "\(built.stdout + built.stderr)")
    }
  }

  private func make(base: String, by builder: Builder, in folder: String) async throws -> BuiltImage {
    try project(base: base, in: folder)
    try "".write(toFile: folder + "/project/requirements.txt", atomically: true, encoding: .utf8)
    return try await BuiltImage.make(
      file: folder + "/project/alto.yml", agent: "small", by: builder, in: folder + "/out")
  }

  /// A project that prints what its base's ENTRYPOINT left in the environment.
  private func project(base: String, in folder: String) throws {
    try FileManager.default.createDirectory(atPath: folder + "/project", withIntermediateDirectories: true)
    let text = """
      small:
        infra: {type: ec2}
        image:
          type: docker
          base: \(base)
          registry: dockerhub
        entrypoint:
          type: script
          cmd: sh -c 'echo "$ALTO_ENTRYPOINT"'
        requirements: requirements.txt

      """
    try text.write(toFile: folder + "/project/alto.yml", atomically: true, encoding: .utf8)
  }
}
