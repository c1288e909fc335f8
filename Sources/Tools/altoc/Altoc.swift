import ArgumentParser
import Driver

/// The root command: `altoc`.
struct Altoc: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "altoc",
    abstract: "Compiles an alto.yml into what builds and ships its container image.",
    version: AltocVersion.current,
    subcommands: [Compile.self, Check.self, SchemaCommand.self],
    defaultSubcommand: Compile.self)
}
