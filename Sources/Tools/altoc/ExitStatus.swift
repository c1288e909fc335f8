/// altoc's exit codes. Of several that apply the highest wins.
enum ExitStatus: Int32, Comparable {
  /// Nothing worse than warnings.
  case success = 0
  /// Errors in the input.
  case mistakes = 1
  /// The command line is wrong.
  case usage = 2
  /// A file could not be read or written, or altoc itself failed.
  case failure = 3

  static func < (left: ExitStatus, right: ExitStatus) -> Bool { left.rawValue < right.rawValue }
}
