import ArgumentParser
import Driver
import ImageIR

/// `altoc compile`, the command that runs when none is named.
struct Compile: AltocCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compiles every agent of every file into a folder of its own below DIR.",
    discussion: """
      Each folder holds a Dockerfile, the build context, build.sh, push-manifest.json and SHA256SUMS.
      Exit code: 0 nothing worse than warnings, 1 errors in the input, 2 wrong usage, 3 a file could not be read or \
      written.

      Examples:
        altoc alto.yml -o build/               then: sh build/my-agent/build.sh
        altoc alto.yml --emit dockerfile       print the Dockerfile, write nothing
      """)

  @OptionGroup var input: InputOptions

  @Option(
    name: [.short, .long], help: ArgumentHelp("The folder to write to.", valueName: "dir"),
    completion: .directory)
  var output: String?

  @Option(help: ArgumentHelp("Print one stage and write nothing: \(EmitStage.list).", valueName: "stage"))
  var emit: EmitStage?

  @Option(help: ArgumentHelp("A further tag for the image. Repeatable.", valueName: "tag"))
  var tag: [String] = []

  @Option(
    help: ArgumentHelp("The platform of the image, in place of the instance type's.", valueName: "os/arch"))
  var platform: Platform?

  @Flag(help: "Put the agents of each project into a folder of their own: DIR/PROJECT/AGENT.")
  var nested = false

  @Flag(help: "Remove folders of agents that are no longer in the file.")
  var prune = false

  @Flag(help: "Replace a folder that altoc did not write.")
  var force = false

  func validate() throws {
    if let name = input.files.first, let hint = CommandHint(for: name) { throw ValidationError(hint.text) }
    if output == nil, emit == nil {
      throw ValidationError("give the folder to write to with -o DIR, or a stage to print with --emit")
    }
    if let output, output.isEmpty { throw ValidationError("-o takes the path of a folder") }
    for tag in tag where !TagName.isValid(tag) {
      throw ValidationError(
        "'\(tag)' is not a tag: letters, digits, '_', '.' and '-', 128 at most, no '.' or '-' first")
    }
  }

  func run() -> ExitStatus {
    let settings = OutputSettings(
      folder: output ?? "", tags: tag, platform: platform, nested: nested, prune: prune, force: force)
    var session = Session(input)
    return session.compile(settings, printing: emit)
  }
}

extension EmitStage: ExpressibleByArgument {
  static var list: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

extension Platform: ExpressibleByArgument {
  /// `linux/arm64`.
  package init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 2, parts[0] == "linux", !parts[1].isEmpty else { return nil }
    guard parts[1].utf8.allSatisfy({ (97...122).contains($0) || (48...57).contains($0) }) else { return nil }
    self.init(os: parts[0], architecture: parts[1])
  }
}
