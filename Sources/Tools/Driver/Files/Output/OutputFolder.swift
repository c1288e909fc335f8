import SystemPackage

/// The output folder DIR, held by this process alone, with the folders of agents in it.
///
/// An agent's folder is replaced as a whole: a killed run, a full disk or an error leaves the old one or the new one.
/// The new folder is made in a private one inside DIR, so both are on one file system, and changes place with the old
/// one in one step; the old one is removed afterwards. The lock is one on DIR itself: it needs no file that would lie
/// around or stand in a listing, and it ends with the process, however that ends.
///
/// Nothing is forced to the disk: that takes seconds on a busy machine, and all of this can be made again. After a loss
/// of power the sums tell whether a folder is whole.
package struct OutputFolder: ~Copyable {
  /// As the user gave it.
  private let path: String
  let folder: Descriptor

  /// What became of an agent's folder.
  package enum Change: Hashable, Sendable {
    case created
    case replaced
    /// It was the same already, and nothing in it was touched.
    case unchanged
  }

  /// What stands in DIR's `.gitattributes`: a checkout must not change line ends, the sums would no longer fit.
  static let attributes = Array("* -text\n".utf8)
  private static let attributesName = ".gitattributes"

  /// Makes the folder where it is missing, waits for its lock and removes what killed runs left in it.
  ///
  /// - Parameters:
  ///   - path: DIR; a link to a folder is followed.
  ///   - projects: the folders of the alto.yml files, absolute and without links.
  ///   - patience: how long to wait for the lock.
  package init(_ path: String, projects: [String], patience: Duration = .seconds(60)) throws(FileFailure) {
    let place = PathParts.names(HostFiles.place(of: path, in: nil))
    if projects.contains(where: { PathParts.names($0).starts(with: place) }) {
      throw FileFailure(.write, path, .refused(.holdsProject))
    }
    try Self.create(path)
    try self.init(path, lock: FolderLock.wait(for: path, patience: patience))
  }

  private init(_ path: String, lock: consuming FolderLock) {
    self.path = path
    let isAlone = lock.isHeld
    folder = lock.release()
    if isAlone { recover() }
  }

  // MARK: Agents

  /// Writes an agent's folder.
  ///
  /// - Parameters:
  ///   - place: the agent's name, or `PROJECT/AGENT`.
  ///   - staging: made the listing in `contents`.
  ///   - force: replaces also what altoc did not write.
  package func replace(
    _ place: String, with contents: AgentFolder, from staging: ContextStaging, force: Bool = false
  ) throws(FileFailure) -> Change {
    try checkName(place)
    let old = try existing(place, force: force)
    try writeAttributes()
    if case .ours(let inventory) = old, contents.isSame(as: inventory) { return .unchanged }
    try inTemporaryFolder { (temporary) throws(FileFailure) in
      let writing = AgentWriting(contents, shown: shown(place), old: old.inventory)
      try writing.write(temporary + "/" + TemporaryFolder.new, in: folder, from: staging)
      try publish(temporary, at: place, isNew: old.isNothing)
    }
    return old.isNothing ? .created : .replaced
  }

  /// Removes an agent's folder, with the same care as replacing it.
  package func remove(_ place: String, force: Bool = false) throws(FileFailure) {
    try checkName(place)
    guard !(try existing(place, force: force).isNothing) else { return }
    try inTemporaryFolder { (temporary) throws(FileFailure) in
      try attempt(.remove, shown(place)) { () throws(Errno) in
        try folder.rename(place, to: temporary + "/" + TemporaryFolder.old)
      }
    }
    // The project's folder of `--nested` goes with its last agent.
    let parent = PathParts.parent(of: place)
    if !parent.isEmpty { try? folder.removeFolder(parent) }
  }

  /// The places of agents' folders that altoc wrote and that are not among `places`: their agents are gone, or belong
  /// to another alto.yml that shares DIR. Sorted.
  ///
  /// - Parameter nested: looks one level deeper, at `PROJECT/AGENT`.
  package func others(than places: Set<String>, nested: Bool = false) throws(FileFailure) -> [String] {
    try attempt(.read, path) { () throws(Errno) in
      var found: [String] = []
      for name in try Self.folders(in: folder) {
        let child = try folder.folder(name)
        if FolderMark.stands(in: child) {
          found.append(name)
        } else if nested {
          for inner in try Self.folders(in: child) where FolderMark.stands(in: try child.folder(inner)) {
            found.append(name + "/" + inner)
          }
        }
      }
      return found.filter { !places.contains($0) }.sortedByBytes()
    }
  }

  /// The bytes of an agent's manifest as it is now; nil without one. Tells which alto.yml a folder came from.
  package func manifest(of place: String) -> [UInt8]? {
    guard let file = try? folder.file(place + "/" + FolderMark.manifest), (try? file.status().kind) == .file
    else { return nil }
    return try? file.contents(limit: 1 << 28)
  }

  // MARK: Names

  /// A place has one or two plain names.
  func checkName(_ place: String) throws(FileFailure) {
    let names = place.split(separator: "/", omittingEmptySubsequences: false)
    let isPlain = names.allSatisfy { name in
      !name.isEmpty && name != "." && name != ".." && !name.utf8.contains(0)
        && !TemporaryFolder.isName(name.utf8)
    }
    guard isPlain, names.count <= 2, place != Self.attributesName else {
      throw FileFailure(.write, shown(place), .refused(.name))
    }
  }

  func shown(_ place: String) -> String { PathParts.join(path, place) }

  private static func folders(in folder: borrowing Descriptor) throws(Errno) -> [String] {
    let names = try FolderNames(of: folder)
    var result: [String] = []
    for item in names.items {
      guard let name = names.text(of: item), !TemporaryFolder.isName(name.utf8),
        try folder.status(of: name).kind == .folder
      else { continue }
      result.append(name)
    }
    return result
  }

  // MARK: Writing

  /// Makes DIR and the folders above it.
  private static func create(_ path: String) throws(FileFailure) {
    var missing: [FilePath] = []
    var next = FilePath(path)
    while !next.isEmpty, (try? FileStatus.of(next.string)) == nil {
      missing.append(next)
      next.removeLastComponent()
    }
    for folder in missing.reversed() {
      try attempt(.create, folder.string) { () throws(Errno) in try makeFolder(at: folder.string) }
    }
  }

  /// Writes `.gitattributes` where there is none; the user's own stays.
  private func writeAttributes() throws(FileFailure) {
    if (try? folder.status(of: Self.attributesName)) != nil { return }
    try inTemporaryFolder { (temporary) throws(FileFailure) in
      try attempt(.write, shown(Self.attributesName)) { () throws(Errno) in
        let name = temporary + "/" + TemporaryFolder.new
        let file = try folder.newFile(name)
        try file.write(Self.attributes)
        try file.setPermissions(0o644)
        try file.finish()
        try folder.rename(name, to: Self.attributesName)
      }
    }
  }
}
