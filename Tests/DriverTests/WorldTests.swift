import AltoSource
import Foundation
import Template
import Testing

@testable import Driver

@Suite struct EnvironmentFileTests {
  @Test func linesAreReadAsDockerDoes() throws {
    setenv("ALTOC_TEST_INHERITED", "from outside", 1)
    let text = """
      \u{FEFF}A=1
      # a comment
        # another

      B=with = and "quotes" and # kept
      C=
      D='é 🚀'
      ALTOC_TEST_INHERITED
      ALTOC_TEST_NOT_SET
      """
    #expect(
      try EnvironmentFile.parse(Array(text.utf8)) == [
        "A": "1", "B": "with = and \"quotes\" and # kept", "C": "", "D": "'é 🚀'",
        "ALTOC_TEST_INHERITED": "from outside",
      ])
    #expect(try EnvironmentFile.parse(Array("A=1\r\nB=2\r\n".utf8)) == ["A": "1", "B": "2"])
    #expect(try EnvironmentFile.parse([]) == [:])
  }

  @Test(arguments: [("A=1\n=x\n", 2), ("A B=1\n", 1), ("\n\n \tA x\n", 3)])
  func otherLinesAreNamed(text: String, line: Int) {
    #expect(throws: EnvironmentFile.Mistake.self) { try EnvironmentFile.parse(Array(text.utf8)) }
    do { _ = try EnvironmentFile.parse(Array(text.utf8)) } catch { #expect(error.line == line) }
  }

  @Test func bytesThatAreNoTextAreRefused() {
    #expect(throws: EnvironmentFile.Mistake.self) { try EnvironmentFile.parse([0x41, 0x3D, 0xFF]) }
  }

  @Test func givenValuesComeBeforeTheEnvironment() {
    setenv("ALTOC_TEST_LAYER", "outside", 1)
    #expect(EnvironmentVariables.process().value(of: "ALTOC_TEST_LAYER") == "outside")
    let variables = EnvironmentVariables.process(over: ["ALTOC_TEST_LAYER": "given", "ALTOC_TEST_NEW": ""])
    #expect(variables.value(of: "ALTOC_TEST_LAYER") == "given")
    #expect(variables.value(of: "ALTOC_TEST_NEW") == "")
    #expect(variables.value(of: "ALTOC_TEST_MISSING") == nil)
    #expect(variables.names.contains("ALTOC_TEST_LAYER") && variables.names.contains("PATH"))
    #expect(variables.names == variables.names.sorted())
  }
}

@Suite struct InputFileTests {
  @Test func aLinkLeadsToItsFile() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/altoc-input-\(UUID())"
    try FileManager.default.createDirectory(atPath: folder + "/real", withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try Data("a: b\n".utf8).write(to: URL(fileURLWithPath: folder + "/real/alto.yml"))
    symlink("real/alto.yml", folder + "/link.yml")
    let file = try InputFile.read(folder + "/link.yml")
    #expect(file.source.bytes == Array("a: b\n".utf8))
    #expect(file.source.name == folder + "/link.yml", "diagnostics show what the user wrote")
    #expect(file.folder.hasSuffix("/real"))
  }

  @Test func whatIsNoFileIsRefused() throws {
    let fifo = FileManager.default.temporaryDirectory.path + "/altoc-fifo-\(UUID())"
    mkfifo(fifo, 0o600)
    defer { unlink(fifo) }
    for path in [fifo, "/", "/dev/null", "/dev/zero", "/no/such/file", ""] {
      #expect(throws: FileFailure.self, "\(path)") { try InputFile.read(path) }
    }
  }
}

@Suite struct PythonProbeTests {
  @Test func thePythonOnPathSaysItsVersion() throws {
    guard case .known(let version) = PythonProbe.ask() else {
      Issue.record("no python3 on PATH")
      return
    }
    #expect(version.split(separator: ".").count == 3)
    #expect(version.allSatisfy { $0.isNumber || $0 == "." })
  }
}

@Suite struct SettingsTests {
  @Test(arguments: ["latest", "v1.2.3", "_x", "A-b_c.d", String(repeating: "x", count: 128)])
  func tagsAreAccepted(tag: String) {
    #expect(TagName.isValid(tag))
  }

  @Test(arguments: ["", ".x", "-x", "a b", "a/b", "a:b", "é", String(repeating: "x", count: 129), "a\n"])
  func otherTextIsNoTag(tag: String) {
    #expect(!TagName.isValid(tag))
  }

  @Test func aManifestTellsItsProject() {
    #expect(
      ManifestOwner(Array(#"{"project": "demo", "file": "alto.yml"}"#.utf8))
        == ManifestOwner(project: "demo", file: "alto.yml"))
    #expect(ManifestOwner(Array("{}".utf8)) == nil)
    #expect(ManifestOwner(Array("not JSON".utf8)) == nil)
  }
}
