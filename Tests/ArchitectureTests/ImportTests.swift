import Foundation
import TestSupport
import Testing

/// The dependencies of design: each module, where it lives and what it may import.
private struct Module: Sendable {
  let name: String
  let folder: String
  let allowed: Set<String>

  init(_ name: String, _ folder: String, _ allowed: Set<String>) {
    self.name = name
    self.folder = folder
    self.allowed = allowed
  }
}

private let modules = [
  Module("AltoSource", "Base/AltoSource", []),
  Module("AltoDiagnostics", "Base/AltoDiagnostics", ["AltoSource"]),
  Module("AltoSchema", "Base/AltoSchema", []),
  Module("AltoShell", "Base/AltoShell", []),
  Module("ImageIR", "Base/ImageIR", []),
  // The C library for powers and logarithms alone.
  Module("Template", "Stages/1-Template", ["AltoSource", "AltoDiagnostics", "ImageIR", "Glibc", "Darwin"]),
  Module("YAML", "Stages/2-YAML", ["AltoSource", "AltoDiagnostics", "ImageIR", "Template", "CLibYAML"]),
  Module(
    "Check", "Stages/3-Check",
    ["AltoSource", "AltoDiagnostics", "AltoSchema", "AltoShell", "ImageIR", "YAML"]),
  Module("Lower", "Stages/4-Lower", ["AltoSource", "AltoShell", "ImageIR", "Check"]),
  Module("Emit", "Stages/5-Emit", ["ImageIR", "AltoShell", "FoundationEssentials"]),
  Module("Report", "Tools/Report", ["AltoSource", "AltoDiagnostics"]),
  Module(
    "Driver", "Tools/Driver",
    [
      "AltoSource", "AltoDiagnostics", "AltoSchema", "ImageIR", "Template", "YAML", "Check", "Lower", "Emit",
      "Crypto", "CLinux", "SystemPackage", "Synchronization", "Glibc", "FoundationEssentials",
    ]),
  Module(
    "altoc", "Tools/altoc",
    ["ArgumentParser", "AltoSource", "AltoDiagnostics", "AltoSchema", "ImageIR", "Driver", "Report", "Glibc"]),
  Module(
    "altoc-dev", "Tools/altoc-dev",
    ["ArgumentParser", "AltoDiagnostics", "AltoSchema", "Foundation"]),
]

@Suite struct ImportTests {
  @Test(arguments: modules.map(\.name))
  func importsOnlyWhatTheTableAllows(name: String) throws {
    let module = try #require(modules.first { $0.name == name })
    let files = try swiftFiles(in: Repository.root + "/Sources/" + module.folder)
    #expect(!files.isEmpty, "\(module.folder) has no source")
    for file in files {
      for imported in try imports(of: file) where !module.allowed.contains(imported) {
        Issue.record("\(file) imports \(imported); \(module.name) may import \(module.allowed.sorted())")
      }
    }
  }

  @Test func everySourceBelongsToAModule() throws {
    let folders = modules.map { Repository.root + "/Sources/" + $0.folder + "/" }
    for file in try swiftFiles(in: Repository.root + "/Sources") {
      #expect(folders.contains { file.hasPrefix($0) }, "\(file) belongs to no module of the table")
    }
  }

  /// What the compiler cannot refuse: ways out of the type system where input is handled.
  @Test(arguments: [
    "try!", "as!", "fatalError(", "@unchecked", "nonisolated(unsafe)", ": Any", "-> Any", "[Any]",
  ])
  func baseAndStagesDoWithout(word: String) throws {
    for folder in ["Base", "Stages"] {
      for file in try swiftFiles(in: Repository.root + "/Sources/" + folder) {
        let lines = try String(contentsOfFile: file, encoding: .utf8).split(
          separator: "\n", omittingEmptySubsequences: false)
        for (number, line) in lines.enumerated() where line.contains(word) && !line.contains("//") {
          Issue.record("\(file):\(number + 1) has '\(word)'")
        }
      }
    }
  }

  private func swiftFiles(in folder: String) throws -> [String] {
    let names = try #require(FileManager.default.enumerator(atPath: folder))
    return names.compactMap { $0 as? String }.filter { $0.hasSuffix(".swift") }.sorted().map {
      folder + "/" + $0
    }
  }

  private func imports(of file: String) throws -> [String] {
    try String(contentsOfFile: file, encoding: .utf8).split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ").filter { !$0.hasPrefix("@") }
      guard let index = words.firstIndex(of: "import"), index <= 1, words.count > index + 1 else {
        return nil
      }
      return String(words[index + 1])
    }
  }
}
