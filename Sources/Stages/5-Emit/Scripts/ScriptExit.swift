/// The exit codes of the generated scripts: one table for all of them, apart from every code an engine uses.
package enum ScriptExit: Int, CaseIterable, Sendable {
  case usage = 64
  case damaged = 65
  case noInput = 66
  case credentials = 67
  case noRegistry = 68
  case noEngine = 69
  case engineFailed = 70
  case noTool = 71
  case otherPlatform = 72
  case noOutput = 73
  case noSpace = 74
  case transient = 75
  case tagTaken = 76
  case noBuilder = 77
  case missingVariable = 78

  /// What it says, for `--help`.
  package var meaning: String {
    switch self {
    case .usage: "the command line is wrong"
    case .damaged: "a file of this folder was changed, added or lost"
    case .noInput: "a file named on the command line cannot be read"
    case .credentials: "the registry refused the credentials, or there are none"
    case .noRegistry: "the registry cannot be reached, or lacks the repository"
    case .noEngine: "no engine answers"
    case .engineFailed: "the engine failed; its own words stand above"
    case .noTool: "a tool that the script needs is missing"
    case .otherPlatform: "an image is for another platform"
    case .noOutput: "an output cannot be written"
    case .noSpace: "too little disk space"
    case .transient: "a passing fault lasted longer than the retries"
    case .tagTaken: "a tag is there with other content"
    case .noBuilder: "the engine's builder cannot do what the Dockerfile needs"
    case .missingVariable: "a variable that is needed is not set, or cannot be used"
    }
  }
}
