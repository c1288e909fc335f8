package import ImageIR
import SystemPackage

/// What the folder of one agent is to hold: altoc's own files and the build context. `SHA256SUMS` comes by itself.
package struct AgentFolder: Sendable {
  /// A file of altoc's own.
  package struct File: Sendable {
    /// Relative to the agent's folder.
    package var path: String
    package var bytes: [UInt8]
    package var executable: Bool

    package init(path: String, bytes: [UInt8], executable: Bool = false) {
      self.path = path
      self.bytes = bytes
      self.executable = executable
    }

    package init(_ artifact: Artifact) {
      self.init(path: artifact.path, bytes: Array(artifact.text.utf8), executable: artifact.executable)
    }
  }

  /// The folder of the build context.
  package static let context = "context"

  /// One of them is `push-manifest.json`: without it the folder would not be known again.
  package var files: [File]
  package var plan: ContextPlan
  /// Of the same plan.
  package var listing: ContextListing

  package init(files: [File], plan: ContextPlan, listing: ContextListing) {
    self.files = files
    self.plan = plan
    self.listing = listing
  }

  /// The files of altoc's own with the sums of everything behind them.
  var allFiles: [File] {
    var sums: [ExactPath: String] = [:]
    for file in files { sums[file.path] = SHA256Sum.of(file.bytes) }
    for entry in listing.entries {
      if case .file(_, let sum, _) = entry.content { sums[PathParts.join(Self.context, entry.path)] = sum }
    }
    return files + [File(path: ChecksumFile.name, bytes: ChecksumFile.text(sums))]
  }

  /// Whether a folder holds exactly this already: content, modes and links; times do not count.
  func isSame(as inventory: FolderInventory) -> Bool {
    guard !inventory.hasForeignNames else { return false }
    let wanted = items()
    guard wanted.count == inventory.items.count else { return false }
    return wanted.allSatisfy { path, item in
      guard let there = inventory.items[path] else { return false }
      return item.isSame(as: there)
    }
  }

  private func items() -> [ExactPath: FolderInventory.Item] {
    var items: [ExactPath: FolderInventory.Item] = [ExactPath(""): .folder(mode: 0o755)]
    for file in allFiles {
      items.addFile(file.path, mode: file.executable ? 0o755 : 0o644, sum: SHA256Sum.of(file.bytes))
    }
    items.addFolder(Self.context)
    for tree in plan.trees {
      items.addFolder(PathParts.join(Self.context, PathParts.parent(of: tree.destination)))
      for entry in tree.entries where entry.kind == .folder {
        items.addFolder(PathParts.join(Self.context, PathParts.join(tree.destination, entry.path)))
      }
    }
    for entry in listing.entries {
      let path = PathParts.join(Self.context, entry.path)
      switch entry.content {
      case .file(let mode, let sum, _): items.addFile(path, mode: mode, sum: sum)
      case .folder(let mode):
        items.addFolder(path)
        items[path] = .folder(mode: mode)
      case .link(let target):
        items.addFolder(PathParts.parent(of: path))
        items[path] = .link(target: target)
      }
    }
    return items
  }
}

extension [ExactPath: FolderInventory.Item] {
  fileprivate mutating func addFile(_ path: String, mode: Int, sum: String) {
    addFolder(PathParts.parent(of: path))
    self[path] = .file(mode: mode, modified: StagedTime.time, sum: sum)
  }

  /// Adds a folder and those above it, where they are not there yet.
  fileprivate mutating func addFolder(_ path: String) {
    var path = path
    while self[path] == nil {
      self[path] = .folder(mode: 0o755)
      path = PathParts.parent(of: path)
    }
  }
}

extension FolderInventory.Item {
  /// Equal but for times.
  fileprivate func isSame(as other: Self) -> Bool {
    guard case .file(let mode, _, let sum?) = self, case .file(let otherMode, _, let otherSum) = other else {
      return self == other
    }
    return mode == otherMode && sum == otherSum
  }
}
