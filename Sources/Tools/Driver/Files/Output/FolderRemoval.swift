import SystemPackage

extension Descriptor {
  /// Removes what stands at `name`, a folder with all that is in it. A link is removed, never followed.
  func removeTree(_ name: UnsafePointer<CChar>) throws(Errno) {
    guard try status(of: name).kind == .folder else { return try removeFile(name) }
    try removeContents(of: try openForRemoval(name))
    try removeFolder(name)
  }

  /// Opens a folder, with the rights to change it where its owner took them away.
  private func openForRemoval(_ name: UnsafePointer<CChar>) throws(Errno) -> Descriptor {
    do throws(Errno) { return try folder(name) } catch {
      guard error == .permissionDenied else { throw error }
      try setPermissions(0o700, of: name)
      return try folder(name)
    }
  }

  private func removeContents(of folder: borrowing Descriptor) throws(Errno) {
    let names = try FolderNames(of: folder)
    var isOpened = false
    for item in names.items {
      do throws(Errno) {
        try folder.removeTree(names.cString(of: item))
      } catch {
        guard error == .permissionDenied, !isOpened else { throw error }
        isOpened = true
        try folder.setPermissions(0o700)
        try folder.removeTree(names.cString(of: item))
      }
    }
  }
}
