import ArgumentParser
import Driver

/// `altoc check`.
struct Check: AltocCommand {
  static let configuration = CommandConfiguration(
    abstract: "Shows what is wrong with alto.yml files; writes nothing.",
    discussion: """
      Exit code: 0 nothing worse than warnings, 1 errors, 2 wrong usage, 3 a file could not be read.

      Example:
        altoc check alto.yml services/*/alto.yml
      """)

  @OptionGroup var input: InputOptions

  func run() -> ExitStatus {
    var session = Session(input)
    return session.check()
  }
}
