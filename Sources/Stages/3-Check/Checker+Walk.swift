import AltoDiagnostics
import AltoSource
import ImageIR
import YAML

extension Checker {
  /// What a walk found that cannot go into an image, and what altoc left out on its own.
  ///
  /// - Parameter folder: with its article: `the project`.
  mutating func report(_ walk: Walk, of folder: String, at span: Span) {
    for problem in walk.problems {
      switch problem.reason {
      case .linkLeaves(let target): report(.linkLeaves(problem.path, target: target, of: folder, at: span))
      case .name: report(.unusableFileName(problem.path, in: folder, at: span))
      case .special: report(.specialFile(problem.path, in: folder, at: span))
      case .unreadable(let reason):
        report(.unreadableFile(problem.path, in: folder, reason: reason, at: span))
      }
    }
    if !walk.leftOut.isEmpty { report(.leftOutByDefault(walk.leftOut, of: folder, at: span)) }
    for entry in walk.entries where entry.kind != .folder && CredentialName.matches(entry.path) {
      report(.credentialFile(entry.path, at: span))
    }
    if walk.totalSize > Self.largeContext {
      report(.largeContext(bytes: walk.totalSize, largest: largest(of: walk.entries), at: span))
    }
  }

  /// In bytes: 100 MB.
  private static let largeContext = 100_000_000

  private func largest(of entries: [ContextPlan.Entry]) -> [(path: String, bytes: Int)] {
    let files = entries.compactMap { entry -> (path: String, bytes: Int)? in
      if case .file(_, let size) = entry.kind { (entry.path, size) } else { nil }
    }
    return Array(files.sorted { $0.bytes > $1.bytes }.prefix(5))
  }

  /// Reports a file that the entry point needs and the walk of the project left out.
  mutating func reportIgnored(_ entrypoint: CheckedEntrypoint, among entries: [ContextPlan.Entry]) {
    guard let path = entrypoint.neededPath, !isThere(path.path, among: entries) else { return }
    report(.ignoredPath(path.path, role: path.role, at: entrypoint.span))
  }

  /// Reports requirement files that the walk of the project left out.
  mutating func reportIgnored(_ requirements: CheckedRequirements, among entries: [ContextPlan.Entry]) {
    for path in requirements.files where !isThere(path, among: entries) {
      report(.ignoredPath(path, role: "requirements file", at: requirements.span))
    }
  }

  /// Whether the path, or anything below it, is among the sorted entries.
  private func isThere(_ path: String, among entries: [ContextPlan.Entry]) -> Bool {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      if entries[middle].path.utf8.lexicographicallyPrecedes(path.utf8) {
        low = middle + 1
      } else {
        high = middle
      }
    }
    guard low < entries.count else { return false }
    return entries[low].path == path || entries[low].path.hasPrefix(path + "/")
  }
}

extension CheckedEntrypoint {
  /// The file or folder without which nothing can run, relative to the project, and what it is.
  var neededPath: (path: String, role: String)? {
    let prefix = folder.isEmpty ? "" : folder + "/"
    return switch kind {
    case .script: folder.isEmpty ? nil : (folder, "folder of the entry point")
    case .function(let module, _, _): (prefix + module + ".py", "module")
    case .jupyter(let notebook, _, _): (prefix + notebook, "notebook")
    }
  }
}
