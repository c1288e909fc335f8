import SystemPackage

/// All that stands in an existing output folder.
struct FolderInventory {
  private(set) var items: [ExactPath: Item] = [:]
  /// Whether a name is not UTF-8: nothing that altoc wrote.
  private(set) var hasForeignNames = false

  enum Item: Hashable {
    /// `sum` is nil until it was computed.
    case file(mode: Int, modified: FileStatus.Time, sum: String?)
    case folder(mode: Int)
    case link(target: String)
    case special
  }

  /// Looks at everything below `folder`, without following links.
  init(of folder: borrowing Descriptor) throws(Errno) {
    items[""] = .folder(mode: try folder.status().permissions)
    try add(folder, path: "", depth: 0)
  }

  func isFile(_ path: String) -> Bool {
    if case .file? = items[path] { true } else { false }
  }

  mutating func note(_ sum: String, of path: String) {
    guard case .file(let mode, let modified, _)? = items[path] else { return }
    items[path] = .file(mode: mode, modified: modified, sum: sum)
  }

  private mutating func add(_ folder: borrowing Descriptor, path: String, depth: Int) throws(Errno) {
    guard depth < 300 else { throw .fileNameTooLong }
    let names = try FolderNames(of: folder)
    for item in names.items {
      guard let name = names.text(of: item) else {
        hasForeignNames = true
        continue
      }
      let status = try folder.status(of: name)
      let place = PathParts.join(path, name)
      switch status.kind {
      case .file: items[place] = .file(mode: status.permissions, modified: status.modified, sum: nil)
      case .link: items[place] = .link(target: String(decoding: try folder.target(of: name), as: UTF8.self))
      case .special: items[place] = .special
      case .folder:
        items[place] = .folder(mode: status.permissions)
        try add(try folder.folder(name), path: place, depth: depth + 1)
      }
    }
  }
}
