import SystemPackage

extension OutputFolder {
  /// Runs `body` with a new private folder and removes it again, with whatever is in it then.
  func inTemporaryFolder(_ body: (String) throws(FileFailure) -> Void) throws(FileFailure) {
    let name = TemporaryFolder.newName()
    try attempt(.create, shown(name)) { () throws(Errno) in try folder.makeFolder(name) }
    // What cannot be removed now is tried again by the next run.
    defer { try? folder.removeTree(name) }
    try body(name)
  }

  /// Puts the finished folder in its place.
  func publish(_ temporary: String, at place: String, isNew: Bool) throws(FileFailure) {
    let new = temporary + "/" + TemporaryFolder.new
    try attempt(.replace, shown(place)) { () throws(Errno) in
      if isNew {
        try makeProjectFolder(of: place)
        try folder.rename(new, to: place)
      } else {
        do throws(Errno) { try folder.exchange(new, place) } catch {
          guard error.isUnsupportedExchange else { throw error }
          try commit(temporary, at: place)
          try finishExchange(temporary, at: place)
        }
      }
    }
  }

  /// Makes the `PROJECT` of `PROJECT/AGENT`.
  private func makeProjectFolder(of place: String) throws(Errno) {
    let parent = PathParts.parent(of: place)
    guard !parent.isEmpty, (try? folder.status(of: parent)) == nil else { return }
    try folder.makeFolder(parent)
    try folder.setPermissions(0o755, of: parent)
  }

  // MARK: Without an exchange

  /// Notes where the new folder belongs: from now on it only goes forward, also by the next run.
  private func commit(_ temporary: String, at place: String) throws(Errno) {
    let name = temporary + "/" + TemporaryFolder.commit
    let file = try folder.newFile(name + "-")
    try file.write(Array(place.utf8))
    try file.finish()
    try folder.rename(name + "-", to: name)
  }

  /// Moves the old folder away and the new one in.
  private func finishExchange(_ temporary: String, at place: String) throws(Errno) {
    if (try? folder.status(of: place)) != nil {
      do throws(Errno) { try folder.rename(place, to: temporary + "/" + TemporaryFolder.old) } catch {
        // A folder of a lower layer of an overlay cannot be renamed, only deleted.
        guard error == .improperLink else { throw error }
        try folder.removeTree(place)
      }
    }
    try folder.rename(temporary + "/" + TemporaryFolder.new, to: place)
  }

  /// Ends or undoes what killed runs began, and removes their folders. What resists stays for the next run.
  func recover() {
    guard let names = try? Self.temporaryFolders(in: folder) else { return }
    for name in names {
      if let place = committedPlace(name), (try? folder.status(of: name + "/" + TemporaryFolder.new)) != nil {
        guard (try? finishExchange(name, at: place)) != nil else { continue }
      }
      try? folder.removeTree(name)
    }
  }

  private func committedPlace(_ temporary: String) -> String? {
    guard let file = try? folder.file(temporary + "/" + TemporaryFolder.commit),
      let bytes = try? file.contents(limit: 4096),
      let place = String(validating: bytes, as: UTF8.self), (try? checkName(place)) != nil
    else { return nil }
    return place
  }

  private static func temporaryFolders(in folder: borrowing Descriptor) throws(Errno) -> [String] {
    let names = try FolderNames(of: folder)
    return names.items.compactMap { item in
      guard let name = names.text(of: item), TemporaryFolder.isName(name.utf8),
        (try? folder.status(of: name).kind) == .folder
      else { return nil }
      return name
    }
  }
}
