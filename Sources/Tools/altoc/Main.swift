import ArgumentParser
import Glibc

/// Reads the command line, runs the command and ends with one of altoc's exit codes.
@main
enum Main {
  static func main() {
    // A reader that went away is a failed write, not a death without a word.
    signal(SIGPIPE, SIG_IGN)
    let arguments = Array(CommandLine.arguments.dropFirst())
    do {
      guard let command = try parse(arguments) else { return }
      exit(command.run().rawValue)
    } catch {
      end(with: error)
    }
  }

  /// The command; nil when help was asked for and shown.
  private static func parse(_ arguments: [String]) throws -> (any AltocCommand)? {
    if arguments.isEmpty {
      Console.standard.printError(Altoc.overview())
      exit(ExitStatus.usage.rawValue)
    }
    if ["--help", "-h", "help"].contains(arguments[0]), arguments.count == 1 {
      Console.standard.print(Altoc.overview())
      return nil
    }
    var command = try Altoc.parseAsRoot(arguments)
    if let ours = command as? any AltocCommand { return ours }
    try command.run()
    return nil
  }

  /// Shows what the parser has to say: help and version go to stdout, mistakes to stderr.
  private static func end(with error: any Error) -> Never {
    let text = Altoc.fullMessage(for: error)
    if Altoc.exitCode(for: error) == .success {
      Console.standard.print(text)
      exit(ExitStatus.success.rawValue)
    }
    Console.standard.printError(text)
    exit(ExitStatus.usage.rawValue)
  }
}

/// A command of altoc: it reports by itself and gives its exit code.
protocol AltocCommand: ParsableCommand {
  func run() -> ExitStatus
}
