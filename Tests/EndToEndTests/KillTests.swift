import Foundation
import TestSupport
import Testing

/// A compile that is killed leaves the old folder whole, or the new one.
@Suite("a killed compile", .enabled(if: EndToEnd.hasBinary, EndToEnd.needsBinary))
struct KillTests {
  @Test("leaves the old output or the new, never a mixture, and the next run cleans up after it")
  func kill() async throws {
    let timeout = try #require(Tool.find("timeout"))
    try await withScratchFolder { folder in
      let output = folder + "/out"
      var wanted: [String: String] = [:]
      var slowest = 0.0
      for version in ["old", "new"] {
        try await project(version, in: folder)
        let start = Date()
        #expect(try await compile(version, to: folder + "/" + version + "-out", in: folder).status == 0)
        slowest = max(slowest, Date().timeIntervalSince(start))
        wanted[version] = try await listing(of: folder + "/" + version + "-out/agent")
      }
      #expect(wanted["old"] != wanted["new"])
      #expect(try await compile("old", to: output, in: folder).status == 0)

      let binary = try #require(EndToEnd.altoc).path
      let kills = 60
      for kill in 0..<kills {
        // Every moment of a run, in an order that reaches the early and the late ones alike.
        let moment = slowest * 1.2 * Double((kill * 37) % kills) / Double(kills)
        let present = try await listing(of: output + "/agent")
        let next = present == wanted["old"] ? "new" : "old"
        _ = try await timeout.run([
          "-s", "KILL", String(format: "%.6f", max(moment, 0.0001)), binary,
          folder + "/\(next)/project/alto.yml",
          "-o", output,
        ])
        let left = try await listing(of: output + "/agent")
        try #require(left == wanted["old"] || left == wanted["new"], "a mixture after \(moment) s:\n\(left)")
      }

      #expect(try await compile("new", to: output, in: folder).status == 0)
      #expect(try await listing(of: output + "/agent") == wanted["new"])
      let entries = try FileManager.default.contentsOfDirectory(atPath: output)
      let fresh = try FileManager.default.contentsOfDirectory(atPath: folder + "/new-out")
      #expect(Set(entries) == Set(fresh), "what killed runs left behind is gone")
    }
  }

  private func compile(_ version: String, to output: String, in folder: String) async throws -> Tool.Output {
    try await EndToEnd.compiler([folder + "/\(version)/project/alto.yml", "-o", output])
  }

  /// A project with enough files that writing them takes a while, all of them different in each version.
  private func project(_ version: String, in folder: String) async throws {
    let place = folder + "/\(version)/project"
    let script = """
      mkdir -p "$1/data" && cd "$1" && echo "print('$2')" > main.py &&
        i=0; while [ $i -lt 300 ]; do echo "$2 $i" > "data/file$i.txt"; i=$((i + 1)); done
      """
    #expect(try await shell(script, place, version).status == 0)
    let text = """
      agent:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python3 main.py}
        env: {VERSION: \(version)}

      """
    try text.write(toFile: place + "/alto.yml", atomically: true, encoding: .utf8)
  }
}
