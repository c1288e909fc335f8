import Foundation
import TestSupport
import Testing

/// The compiler as a program: what it prints, what it writes, and when it writes nothing.
@Suite("altoc", .enabled(if: EndToEnd.hasBinary, EndToEnd.needsBinary))
struct CommandLineTests {
  static let bad = """
    my-agent:
      infra:
        type: ec2
      image:
        type: docker
        base: python:3.11-slim
        registery: dockerhub
      entrypoint:
        type: script
        cmd: echo hello

    """

  @Test("check shows where the mistake is, exits with 1 and writes nothing")
  func check() async throws {
    try await withScratchFolder { folder in
      try Self.bad.write(toFile: folder + "/bad.yml", atomically: true, encoding: .utf8)
      let before = try await listing(of: folder)
      let checked = try await EndToEnd.compiler(["check", "--color", "never", "bad.yml"], in: folder)
      #expect(checked.status == 1)
      #expect(checked.stdout == "")
      #expect(checked.stderr.contains("error"))
      #expect(checked.stderr.contains("bad.yml:7:5"), "\(checked.stderr)")
      #expect(checked.stderr.contains("    registery: dockerhub"), "\(checked.stderr)")
      #expect(checked.stderr.contains("^^^^^^^^^"), "\(checked.stderr)")
      #expect(checked.stderr.contains("registry"), "the nearest key is named")
      #expect(try await listing(of: folder) == before)
    }
  }

  @Test("compile of a file with a mistake exits with 1 and writes nothing")
  func compileBad() async throws {
    try await withScratchFolder { folder in
      try Self.bad.write(toFile: folder + "/bad.yml", atomically: true, encoding: .utf8)
      let before = try await listing(of: folder)
      let compiled = try await EndToEnd.compiler(["bad.yml", "-o", "out"], in: folder)
      #expect(compiled.status == 1)
      #expect(try await listing(of: folder) == before)
    }
  }

  @Test("the demo gets exactly the diagnostics that it deserves, and no error")
  func demoDiagnostics() async throws {
    let file = EndToEnd.fixture("demo") + "/alto.yml"
    let checked = try await EndToEnd.compiler(["check", "--color", "never", file])
    #expect(checked.status == 0)
    let lines = checked.stderr.split(separator: "\n")
    let heads = lines.filter { $0.hasPrefix("note[") || $0.hasPrefix("warning[") || $0.hasPrefix("error[") }
    let places = lines.filter { $0.contains("--> ") }.map { $0.replacing(file, with: "") }
    #expect(heads.map { $0.prefix { $0 != ":" } } == ["note[ALTO3026]", "warning[ALTO3039]"], "\(heads)")
    #expect(places == [" --> :6:5", "  --> :13:17"], "the ignored version, the literal password")
  }

  @Test("a missing file and a wrong option have their own exit codes")
  func exitCodes() async throws {
    #expect(try await EndToEnd.compiler(["check", "/nowhere/alto.yml"]).status == 3)
    #expect(try await EndToEnd.compiler(["--no-such-option"]).status == 2)
    #expect(try await EndToEnd.compiler(["--help"]).status == 0)
    #expect(try await EndToEnd.compiler(["--version"]).status == 0)
  }

  @Test(
    "two runs in two folders, locales, umasks and time zones write the same bytes and modes",
    arguments: ["demo", "e2e/script", "e2e/function", "e2e/jupyter", "e2e/secrets"])
  func sameBytes(fixture: String) async throws {
    try await withScratchFolder { folder in
      let worlds: [(place: String, mask: String, environment: [String: String?])] = [
        ("one", "022", ["LC_ALL": "C", "TZ": "UTC", "HOME": folder]),
        (
          "another/much longer/ünlü place", "077",
          ["LC_ALL": "tr_TR.UTF-8", "TZ": "Asia/Tokyo", "COLUMNS": "40"]
        ),
      ]
      var outputs: [String] = []
      for world in worlds {
        let place = folder + "/" + world.place
        let script = """
          mkdir -p "$1" && cp -R "$2" "$1/project" && umask \(world.mask) && cd "$1" &&
            exec "$3" project/alto.yml -o out
          """
        let binary = try #require(EndToEnd.altoc).path
        let run = try await shell(
          script, place, EndToEnd.fixture(fixture), binary, environment: world.environment)
        #expect(run.status == 0, "\(run.stderr)")
        outputs.append(place + "/out")
      }
      #expect(try await listing(of: outputs[0]) == listing(of: outputs[1]))
      let difference = try await shell("diff -r \"$1\" \"$2\"", outputs[0], outputs[1])
      #expect(difference.status == 0, "\(difference.stdout)")
    }
  }

  @Test("a second run with nothing new leaves every file as it is, times too")
  func unchanged() async throws {
    try await withScratchFolder { folder in
      let times = "cd \"$1\" && find . -type f -printf '%P %T@\\n' | LC_ALL=C sort"
      let arguments = [EndToEnd.fixture("demo") + "/alto.yml", "-o", folder + "/out"]
      #expect(try await EndToEnd.compiler(arguments).status == 0)
      let before = try await shell(times, folder + "/out").stdout
      #expect(try await EndToEnd.compiler(arguments).status == 0)
      #expect(try await shell(times, folder + "/out").stdout == before)
    }
  }
}
