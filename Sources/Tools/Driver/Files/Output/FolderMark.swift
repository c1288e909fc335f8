import SystemPackage

/// How altoc knows a folder that it wrote: a manifest and sums that fit.
enum FolderMark {
  static let manifest = "push-manifest.json"
  /// What every marked folder has.
  static let files = [manifest, ChecksumFile.name]

  /// What an existing folder turned out to be.
  enum Judgement {
    /// Every file is as altoc wrote it. Files that it did not write may be there too.
    case ours(FolderInventory)
    /// altoc wrote it, and this file is no longer the same.
    case edited(String)
    case foreign
  }

  /// Whether the folder has the mark, by a look at the manifest alone: enough to leave it out of an image, not enough
  /// to delete it.
  static func stands(in folder: borrowing Descriptor) -> Bool {
    guard let sums = try? sums(in: folder), let file = try? folder.file(manifest),
      (try? file.status().kind) == .file, let sum = try? file.sum().sum
    else { return false }
    return sums[manifest] == sum
  }

  /// Reads the whole folder.
  static func judge(_ folder: borrowing Descriptor) throws(Errno) -> Judgement {
    guard let sums = try sums(in: folder), sums[manifest] != nil else { return .foreign }
    var inventory = try FolderInventory(of: folder)
    for (key, sum) in sums.sorted(by: { ByteOrder.precedes($0.key.text, $1.key.text) }) {
      let path = key.text
      guard inventory.isFile(path), try folder.file(path).sum().sum == sum else { return .edited(path) }
      inventory.note(sum, of: path)
    }
    inventory.note(try folder.file(ChecksumFile.name).sum().sum, of: ChecksumFile.name)
    return .ours(inventory)
  }

  private static func sums(in folder: borrowing Descriptor) throws(Errno) -> [ExactPath: String]? {
    do throws(Errno) {
      let file = try folder.file(ChecksumFile.name)
      guard try file.status().kind == .file else { return nil }
      return try file.contents(limit: sizeLimit).flatMap(ChecksumFile.sums)
    } catch {
      guard error == .noSuchFileOrDirectory || error == .tooManySymbolicLinkLevels else { throw error }
      return nil
    }
  }

  /// Room for a million files.
  private static let sizeLimit = 1 << 28
}
