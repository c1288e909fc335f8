import SystemPackage

/// Writes a new agent's folder, beside the old one and with the times of what did not change in it.
struct AgentWriting {
  private let contents: AgentFolder
  private let shown: String
  private let old: FolderInventory?

  /// - Parameters:
  ///   - shown: the path of the agent's folder for messages.
  ///   - old: what is replaced.
  init(_ contents: AgentFolder, shown: String, old: FolderInventory?) {
    self.contents = contents
    self.shown = shown
    self.old = old
  }

  /// - Parameter name: of the new folder, in `parent`.
  func write(_ name: String, in parent: borrowing Descriptor, from staging: ContextStaging)
    throws(FileFailure)
  {
    let context = PathParts.join(shown, AgentFolder.context)
    let folder = try attempt(.create, shown) { () throws(Errno) in
      try parent.makeFolder(name)
      return try parent.folder(name)
    }
    let contextFolder = try attempt(.create, context) { () throws(Errno) in
      try folder.makeFolder(AgentFolder.context)
      return try folder.folder(AgentFolder.context)
    }
    try staging.copy(contents.plan, into: contextFolder, shown: context)
    for file in contents.allFiles { try write(file, in: folder) }
    try attempt(.write, shown) { () throws(Errno) in try folder.setPermissions(0o755) }
  }

  private func write(_ file: AgentFolder.File, in folder: borrowing Descriptor) throws(FileFailure) {
    try attempt(.write, PathParts.join(shown, file.path)) { () throws(Errno) in
      try makeFolders(of: file.path, in: folder)
      let mode = file.executable ? 0o755 : 0o644
      let new = try folder.newFile(file.path)
      try new.write(file.bytes)
      try new.setPermissions(mode)
      if let time = timeOfUnchanged(file, mode: mode) { try new.setModified(time) }
      try new.finish()
    }
  }

  /// The old file's time, when it has the same content and mode.
  private func timeOfUnchanged(_ file: AgentFolder.File, mode: Int) -> FileStatus.Time? {
    guard case .file(mode, let time, let sum?)? = old?.items[file.path], sum == SHA256Sum.of(file.bytes)
    else {
      return nil
    }
    return time
  }

  private func makeFolders(of path: String, in folder: borrowing Descriptor) throws(Errno) {
    let parent = PathParts.parent(of: path)
    guard !parent.isEmpty, (try? folder.status(of: parent)) == nil else { return }
    try makeFolders(of: parent, in: folder)
    try folder.makeFolder(parent)
    try folder.setPermissions(0o755, of: parent)
  }
}
