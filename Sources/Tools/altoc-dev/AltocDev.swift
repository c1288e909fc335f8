import ArgumentParser
import Foundation

/// The developers' tool: writes and verifies the pages that come out of the tables in the code.
@main
struct AltocDev: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "altoc-dev",
    abstract: "Writes and verifies the pages that come out of altoc's own tables.",
    subcommands: [Generate.self])
}

/// `altoc-dev generate`.
struct Generate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Writes Docs/reference.md, Docs/errors/ and Schemas/.")

  @Flag(help: "Write nothing; fail when a page is not what would be written.")
  var check = false

  @Option(help: "The project's root.")
  var root = "."

  func run() throws {
    let stale = GeneratedPage.all.filter { (try? $0.current(below: root)) != $0.text }
    for page in stale {
      if check { print("\(page.path) is stale: run 'make generate'") } else { try page.write(below: root) }
    }
    if check, !stale.isEmpty { throw ExitCode.failure }
  }
}
