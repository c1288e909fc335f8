import AltoDiagnostics
import AltoSource
import ArgumentParser
import Glibc

/// A FILE that does not exist and is nearly the name of a command was meant as one.
struct CommandHint {
  let text: String

  init?(for name: String) {
    guard !name.contains("/"), !name.contains("."), access(name, F_OK) != 0 else { return nil }
    let commands = Altoc.configuration.subcommands.map { $0._commandName }
    guard let command = nearest(to: name, among: commands) else { return nil }
    text = "there is no file \(quoted(name)); did you mean the command \(quoted(command))?"
  }
}
