package import ImageIR
import SystemPackage

/// Reads the files of build contexts: lists them with their sums, and copies them.
///
/// Each file is hashed once in a run, for however many agents. A file that is not as the plan or an earlier look has it
/// stops the run: the sums, the tags made of them and the copies belong together.
package struct ContextStaging {
  /// What is known of a host file, by its absolute path.
  private var known: [ExactPath: Known] = [:]
  /// The last listing of each tree; agents of one file share their trees.
  private var listings: [ExactPath: (entries: [ContextPlan.Entry], contents: [ContextListing.Content])] = [:]

  private struct Known {
    let identity: FileStatus.Identity
    let sum: String
  }

  package init() {}

  // MARK: Listing

  /// What the context will hold, with sums. Reads the files and writes nothing.
  ///
  /// Besides files and links it has the folders that nothing else tells of: open ones (1777) and empty ones.
  package mutating func listing(of plan: ContextPlan) throws(FileFailure) -> ContextListing {
    var entries: [ContextListing.Entry] = []
    var filled: Set<ExactPath> = []
    for tree in plan.trees {
      if tree.entries.first?.path.isEmpty != true {
        entries.append(ContextListing.Entry(path: tree.destination, content: .folder(mode: 0o755)))
      }
      for (entry, content) in zip(tree.entries, try contents(of: tree)) {
        let path = PathParts.join(tree.destination, entry.path)
        filled.insert(ExactPath(PathParts.parent(of: path)))
        entries.append(ContextListing.Entry(path: path, content: content))
      }
    }
    let open = Set(plan.openFolders.map(ExactPath.init))
    entries.removeAll { entry in
      guard case .folder = entry.content else { return false }
      return filled.contains(ExactPath(entry.path)) || open.contains(ExactPath(entry.path))
    }
    entries += open.map { ContextListing.Entry(path: $0.text, content: .folder(mode: 0o1777)) }
    return ContextListing(entries: entries.sorted { ByteOrder.precedes($0.path, $1.path) })
  }

  private mutating func contents(of tree: ContextPlan.Tree) throws(FileFailure) -> [ContextListing.Content] {
    if let last = listings[tree.source], last.entries == tree.entries { return last.contents }
    var contents: [ContextListing.Content] = []
    let source = try SourceTree(tree.source, isFile: tree.entries.first?.path.isEmpty == true)
    for entry in tree.entries {
      switch entry.kind {
      case .folder: contents.append(.folder(mode: 0o755))
      case .link(let target): contents.append(.link(target: target))
      case .file(let executable, let size):
        let sum = try sum(of: entry, in: source)
        contents.append(.file(mode: executable ? 0o755 : 0o644, sha256: sum, size: size))
      }
    }
    listings[tree.source] = (tree.entries, contents)
    return contents
  }

  private mutating func sum(of entry: ContextPlan.Entry, in source: borrowing SourceTree) throws(FileFailure)
    -> String
  {
    let path = source.path(of: entry)
    let opened = try source.open(entry)
    let status = opened.status
    if let known = known[path] {
      guard known.identity == status.identity else { throw FileFailure(.read, path, .changed) }
      return known.sum
    }
    let (sum, size) = try attempt(.read, path) { () throws(Errno) in try opened.file.sum() }
    let after = try attempt(.read, path) { () throws(Errno) in try opened.file.status() }
    guard size == status.size, after.identity == status.identity else {
      throw FileFailure(.read, path, .changed)
    }
    known[path] = Known(identity: status.identity, sum: sum)
    return sum
  }

  // MARK: Copying

  /// Copies what `plan` names into an empty folder. `listing(of:)` was called for it before.
  ///
  /// - Parameter shown: the folder's path for messages.
  func copy(_ plan: ContextPlan, into folder: borrowing Descriptor, shown: String) throws(FileFailure) {
    var target = StagedFolder(shown: shown)
    for tree in plan.trees {
      let source = try SourceTree(tree.source, isFile: tree.entries.first?.path.isEmpty == true)
      if tree.entries.first?.path.isEmpty != true { try target.makeFolder(tree.destination, in: folder) }
      for entry in tree.entries {
        let path = PathParts.join(tree.destination, entry.path)
        switch entry.kind {
        case .folder: try target.makeFolder(path, in: folder)
        case .link(let text): try target.makeLink(path, to: text, in: folder)
        case .file(let executable, _):
          try copy(entry, from: source, to: &target, path, mode: executable ? 0o755 : 0o644, in: folder)
        }
      }
    }
    for open in plan.openFolders { try target.makeFolder(open, in: folder) }
    try target.finish(open: Set(plan.openFolders), in: folder)
  }

  private func copy(
    _ entry: ContextPlan.Entry, from source: borrowing SourceTree, to target: inout StagedFolder,
    _ path: String,
    mode: Int, in folder: borrowing Descriptor
  ) throws(FileFailure) {
    let from = source.path(of: entry)
    let opened = try source.open(entry)
    let status = opened.status
    guard known[from]?.identity == status.identity else { throw FileFailure(.read, from, .changed) }
    let copy = try target.newFile(path, in: folder)
    let isWhole: Bool
    do throws(Errno) { isWhole = try fill(copy, from: opened, mode: mode) } catch {
      throw FileFailure(.write, target.shown(path), .system(error))
    }
    let after = try attempt(.read, from) { () throws(Errno) in try opened.file.status() }
    guard isWhole, after.identity == status.identity else { throw FileFailure(.read, from, .changed) }
  }

  /// - Returns: false when the source ended early.
  private func fill(_ copy: consuming Descriptor, from source: borrowing OpenFile, mode: Int) throws(Errno)
    -> Bool
  {
    let isWhole = try source.file.copy(
      to: copy, size: source.status.size, isSparse: source.status.isSparse)
    try copy.setPermissions(mode)
    try copy.setModified(StagedTime.time)
    try copy.finish()
    return isWhole
  }
}
