package import ImageIR

/// What the checker may ask of the file system: a snapshot, so that one run sees one state.
package protocol ProjectFiles: Sendable {
  /// The absolute path of the folder of alto.yml, links resolved.
  var folder: String { get }

  /// The user's home folder, absolute; nil when unknown.
  var home: String? { get }

  /// What stands at `path`, links followed; nil when nothing does. Relative paths start at `folder`.
  func kind(of path: String) -> FileKind?

  /// The names in a folder, sorted; for suggestions. Empty when it cannot be read.
  func names(in path: String) -> [String]

  /// A file's bytes; nil when it cannot be read or holds more than `limit` bytes.
  func contents(of path: String, limit: Int) -> [UInt8]?

  /// What of `folder` goes into an image, below the rules of its `.dockerignore` and altoc's own.
  func walk(_ folder: String, as role: WalkRole) -> Walk
}

package enum FileKind: Sendable {
  case file, folder, other
}

package enum WalkRole: Sendable {
  /// The project: `.dockerignore`, altoc's defaults, never the alto.yml and altoc's own output.
  case project
  /// A mounted folder: altoc's defaults alone.
  case mount
  /// The user's own context: `.dockerignore` alone (`dockerfile` names the file of a `X.dockerignore`).
  case suppliedContext(dockerfile: String)
}

/// The result of a walk.
package struct Walk: Sendable {
  /// Sorted by the bytes of the path.
  package var entries: [ContextPlan.Entry]
  /// Names that altoc's own defaults left out, sorted: `.git`, `.env`.
  package var leftOut: [String]
  /// What cannot go into an image.
  package var problems: [Problem]
  /// In bytes, of all files.
  package var totalSize: Int

  package init(
    entries: [ContextPlan.Entry], leftOut: [String], problems: [Problem], totalSize: Int
  ) {
    self.entries = entries
    self.leftOut = leftOut
    self.problems = problems
    self.totalSize = totalSize
  }

  package struct Problem: Sendable {
    package enum Reason: Sendable {
      /// A link that leaves the folder; its target.
      case linkLeaves(target: String)
      /// A newline, a backslash or bytes that are not UTF-8 in the name.
      case name
      /// A socket, a FIFO or a device.
      case special
      /// The system's words.
      case unreadable(String)
    }

    /// Relative to the folder, control characters as escapes.
    package let path: String
    package let reason: Reason

    package init(path: String, reason: Reason) {
      self.path = path
      self.reason = reason
    }
  }
}
