import Foundation
import TestSupport
import Testing

/// A way to turn an agent's folder into an image, and the engine that then runs it.
enum Builder: String, CaseIterable, CustomTestStringConvertible {
  case buildKit = "docker with BuildKit"
  case legacy = "docker's legacy builder"
  case podman
  case buildah

  /// The builders that every run tries; the rest is for `make e2e-all`.
  static var tried: [Builder] { EndToEnd.isAllLane ? allCases : [.buildKit, .podman] }

  var testDescription: String { rawValue }

  /// What makes `build.sh` choose this builder.
  var environment: [String: String?] {
    switch self {
    case .buildKit: ["ALTO_ENGINE": "docker", "DOCKER_BUILDKIT": "1"]
    case .legacy: ["ALTO_ENGINE": "docker", "DOCKER_BUILDKIT": "0"]
    case .podman: ["ALTO_ENGINE": "podman"]
    case .buildah: ["ALTO_ENGINE": "buildah"]
    }
  }

  /// The client that runs what was built: podman for buildah, which shares its storage.
  var client: Tool {
    get throws {
      switch self {
      case .buildKit, .legacy: try #require(Tool.find("docker"))
      case .podman, .buildah: try #require(Tool.find("podman"))
      }
    }
  }
}

/// An image that a test built.
struct BuiltImage {
  /// Its name in the engine's store.
  let name: String
  let builder: Builder
  /// What `build.sh` said.
  let log: String

  /// Compiles a fixture into `folder`, builds it with its own `build.sh`, and finds the image.
  ///
  /// - Parameters:
  ///   - environment: what both the compiler and the build see.
  ///   - options: of `build.sh`.
  static func make(
    _ fixture: String, agent: String, by builder: Builder, in folder: String,
    environment: [String: String?] = [:], options: String = ""
  ) async throws -> BuiltImage {
    try await make(
      file: EndToEnd.fixture(fixture) + "/alto.yml", agent: agent, by: builder, in: folder,
      environment: environment, options: options)
  }

  /// The same for any alto.yml.
  static func make(
    file: String, agent: String, by builder: Builder, in folder: String,
    environment: [String: String?] = [:], options: String = ""
  ) async throws -> BuiltImage {
    let compiled = try await EndToEnd.compiler([file, "-o", folder], environment: environment)
    try #require(compiled.status == 0, "\(compiled.stderr)")
    let output = folder + "/" + agent
    let before = try await listing(of: output)
    let variables = builder.environment.merging(environment) { own, _ in own }
    let built = try await shell("sh \"$1/build.sh\" \(options)", output, environment: variables)
    let log = built.stdout + built.stderr
    try #require(built.status == 0, "\(log)")
    #expect(try await listing(of: output) == before, "build.sh wrote into its own folder")
    let project = URL(fileURLWithPath: file).deletingLastPathComponent().lastPathComponent
    let name = try await taggedName(of: project + "-" + agent, by: builder)
    return BuiltImage(name: name, builder: builder, log: log)
  }

  /// The full name of the image under the tag that names its inputs.
  private static func taggedName(of image: String, by builder: Builder) async throws -> String {
    let listed = try await builder.client.run(["images", "--format", "{{.Repository}}:{{.Tag}}"])
    #expect(listed.status == 0, "\(listed.stderr)")
    let names = listed.stdout.split(separator: "\n").filter { name in
      ("/" + name).contains("/" + image + ":c-")
    }
    return try String(#require(names.first, "no image \(image) with a c- tag in:\n\(listed.stdout)"))
  }
}

extension BuiltImage {
  /// Runs the image with the variables and waits for its end.
  func run(
    _ variables: [String: String] = [:], options: [String] = [], command: [String] = []
  ) async throws -> Tool.Output {
    // Values travel in the environment, as run.sh does it: nothing of them is in an argument.
    let names = variables.keys.sorted().flatMap { ["-e", $0] }
    return try await builder.client.run(
      ["run", "--rm"] + options + names + [name] + command, environment: variables.mapValues { $0 })
  }

  /// Runs the image, then copies a file or folder out of the stopped container.
  func run(_ variables: [String: String], copying path: String, to target: String) async throws -> Tool.Output
  {
    let container = "altoc-" + UUID().uuidString
    let client = try builder.client
    let names = variables.keys.sorted().flatMap { ["-e", $0] }
    let output = try await client.run(
      ["run", "--name", container] + names + [name], environment: variables.mapValues { $0 })
    let copied = try await client.run([
      "cp", container + ":" + (try await workingFolder()) + "/" + path, target,
    ])
    #expect(copied.status == 0, "\(output.stdout)\(output.stderr)\(copied.stderr)")
    _ = try await client.run(["rm", container])
    return output
  }

  /// The folder that the image's command starts in.
  func workingFolder() async throws -> String {
    let output = try await builder.client.run(
      ["inspect", "--type", "image", "--format", "{{.Config.WorkingDir}}", name])
    return output.stdout.trimmingCharacters(in: .whitespacesAndNewlines)
  }

  /// What the image says of itself: its configuration and its history.
  func description() async throws -> String {
    let client = try builder.client
    let inspected = try await client.run(["inspect", "--type", "image", name])
    let history = try await client.run(["history", "--no-trunc", name])
    #expect(inspected.status == 0 && history.status == 0)
    return inspected.stdout + history.stdout
  }

  /// How many of the texts are somewhere in the image's saved layers and configurations.
  func count(of texts: [String], savingTo file: String) async throws -> Int {
    let client = try builder.client
    let format = builder.environment["ALTO_ENGINE"] == "docker" ? [] : ["--format", "docker-archive"]
    let saved = try await client.run(["save"] + format + ["-o", file, name])
    try #require(saved.status == 0, "\(saved.stderr)")
    defer { try? FileManager.default.removeItem(atPath: file) }
    var found = 0
    for text in texts {
      // Layers are plain tars inside a plain tar, where the bytes of a file stand in one piece.
      let searched = try await Tool(path: "/bin/grep").run(["-a", "-q", "-F", "-e", text, file])
      try #require(searched.status < 2, "\(searched.stderr)")
      if searched.status == 0 { found += 1 }
    }
    return found
  }
}
