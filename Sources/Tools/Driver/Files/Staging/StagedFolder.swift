import SystemPackage

/// A context that is being written: makes names in it and gives folders their final mode and time at the end.
struct StagedFolder {
  private let root: String
  private var folders: [String] = [""]

  /// - Parameter shown: the context's path for messages.
  init(shown: String) {
    root = shown
  }

  /// The path for messages.
  func shown(_ path: String) -> String { PathParts.join(root, path) }

  /// Makes a folder and those above it, where they are not there yet.
  mutating func makeFolder(_ path: String, in context: borrowing Descriptor) throws(FileFailure) {
    guard !path.isEmpty else { return }
    do throws(Errno) {
      try context.makeFolder(path)
    } catch .fileExists {
      return
    } catch {
      guard error == .noSuchFileOrDirectory else { throw FileFailure(.create, shown(path), .system(error)) }
      try makeFolder(PathParts.parent(of: path), in: context)
      try attempt(.create, shown(path)) { () throws(Errno) in try context.makeFolder(path) }
    }
    folders.append(path)
  }

  mutating func newFile(_ path: String, in context: borrowing Descriptor) throws(FileFailure) -> Descriptor {
    do throws(Errno) { return try context.newFile(path) } catch {
      guard error == .noSuchFileOrDirectory else { throw FileFailure(.create, shown(path), .system(error)) }
    }
    try makeFolder(PathParts.parent(of: path), in: context)
    return try attempt(.create, shown(path)) { () throws(Errno) in try context.newFile(path) }
  }

  mutating func makeLink(_ path: String, to target: String, in context: borrowing Descriptor)
    throws(FileFailure)
  {
    try makeFolder(PathParts.parent(of: path), in: context)
    try attempt(.create, shown(path)) { () throws(Errno) in
      try context.makeLink(path, to: target)
      try context.setModified(StagedTime.time, of: path)
    }
  }

  /// Gives all folders their mode, whatever the umask, and their time, now that nothing changes it any more.
  consuming func finish(open: Set<String>, in context: borrowing Descriptor) throws(FileFailure) {
    for path in folders.reversed() {
      try attempt(.write, shown(path)) { () throws(Errno) in
        let name = path.isEmpty ? "." : path
        try context.setPermissions(open.contains(path) ? 0o1777 : 0o755, of: name)
        try context.setModified(StagedTime.time, of: name)
      }
    }
  }
}
