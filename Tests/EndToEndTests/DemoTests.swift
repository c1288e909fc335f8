import Foundation
import TestSupport
import Testing

/// The story of the README: the demo is compiled, built on a real engine, and run.
@Suite("the demo", .enabled(if: EndToEnd.hasEngine, EndToEnd.needsEngine), .serialized)
struct DemoTests {
  static let agent = "my-new-ec2-agent"

  /// Texts that are nowhere else in the world, so that finding one is a leak.
  static let markers = ["AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION"].map {
    (name: $0, text: UUID().uuidString)
  }

  /// Each variable's value: its marker, and what hurts a careless shell.
  static let secrets = Dictionary(
    uniqueKeysWithValues: markers.map { ($0.name, $0.text + " \"$HOME' \\ ;id") })

  /// What a leak looks like: a marker, plain or in base64.
  static let traces = markers.flatMap { [$0.text, Data($0.text.utf8).base64EncodedString()] }

  @Test(
    "is built and runs with its three variables; none of them is in a file or a layer",
    arguments: Builder.tried)
  func roundTrip(builder: Builder) async throws {
    try await withScratchFolder { folder in
      // The values are there when the compiler and the build run: neither may take them along.
      let image = try await BuiltImage.make(
        "demo", agent: Self.agent, by: builder, in: folder + "/out",
        environment: Self.secrets.mapValues { $0 })

      let leaked = try await Tool(path: "/bin/grep").run(
        ["-r", "-a", "-F", "-l", "-f", "-", folder + "/out"], input: Self.traces.joined(separator: "\n"))
      #expect(leaked.status == 1, "a value is in \(leaked.stdout)")
      #expect(Self.traces.allSatisfy { !image.log.contains($0) }, "a value is in the build's log")
      let description = try await image.description()
      #expect(Self.traces.allSatisfy { !description.contains($0) }, "a value is in the image's configuration")

      // The search finds what is there, so that finding nothing means something.
      let tar = folder + "/image.tar"
      #expect(try await image.count(of: ["def write_txt_file"], savingTo: tar) == 1)
      #expect(try await image.count(of: Self.traces, savingTo: tar) == 0, "a value is in a layer")

      let file = folder + "/test_file.txt"
      let run = try await image.run(Self.secrets, copying: "test_file.txt", to: file)
      #expect(run.status == 0, "\(run.stderr)")
      #expect(run.stdout.contains("wrote test_file.txt"))
      let lines = Self.secrets.sorted { $0.key < $1.key }.map {
        "\($0.key): set, \($0.value.count) characters"
      }
      let written = try String(contentsOfFile: file, encoding: .utf8)
      #expect(written.split(separator: "\n").map(String.init).sorted() == lines)

      let bare = try await image.run()
      #expect(bare.stdout.contains("AWS_ACCESS_KEY_ID: not set"), "the image itself holds no value")
    }
  }
}
