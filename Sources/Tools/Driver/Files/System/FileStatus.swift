import Glibc
import SystemPackage

/// What the system knows about a file without opening it.
struct FileStatus: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case file, folder, link, special
  }

  let kind: Kind
  /// The lower twelve bits of the mode.
  let permissions: Int
  /// In bytes.
  let size: Int
  /// Whether it has holes: parts that take no room on the disk and read as zeros.
  let isSparse: Bool
  let identity: Identity
  /// Of the last change of the content.
  let modified: Time

  /// Equal for two looks at one file when nothing changed in between.
  struct Identity: Hashable, Sendable {
    let device: UInt64
    let inode: UInt64
    let size: Int
    let modified: Time
    let changed: Time
  }

  struct Time: Hashable, Sendable {
    var seconds: Int
    var nanoseconds: Int

    /// The system's own form.
    var specification: timespec { timespec(tv_sec: seconds, tv_nsec: nanoseconds) }
  }

  /// Whether the owner may execute it: the one bit of the mode that goes into an image, as in Git.
  var isExecutable: Bool { permissions & 0o100 != 0 }

  init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .file
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .link
    default: kind = .special
    }
    permissions = Int(status.st_mode & 0o7777)
    size = Int(status.st_size)
    isSparse = Int(status.st_blocks) * 512 < Int(status.st_size)
    modified = Time(seconds: status.modified.tv_sec, nanoseconds: status.modified.tv_nsec)
    identity = Identity(
      device: UInt64(status.st_dev), inode: UInt64(status.st_ino), size: Int(status.st_size),
      modified: modified,
      changed: Time(seconds: status.changed.tv_sec, nanoseconds: status.changed.tv_nsec))
  }

  /// What stands at `path`, a link followed.
  static func following(_ path: String) throws(Errno) -> FileStatus {
    var status = stat()
    try checked { stat(path, &status) }
    return FileStatus(status)
  }

  /// What stands at `path` itself.
  static func of(_ path: String) throws(Errno) -> FileStatus {
    var status = stat()
    try checked { lstat(path, &status) }
    return FileStatus(status)
  }
}
