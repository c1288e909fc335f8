import Glibc
import SystemPackage

/// An open file or folder that is closed when its owner goes.
///
/// Names below a folder are C strings relative to it, without following a link at their end.
struct Descriptor: ~Copyable {
  let raw: CInt

  private init(_ raw: CInt) {
    self.raw = raw
  }

  deinit {
    close(raw)
  }

  /// Opens a folder by its path; a link to one is followed.
  init(folder path: String) throws(Errno) {
    try self.init(checked { open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC) })
  }

  /// Opens a file for reading by its path; a link is followed. Never waits for the other end of a pipe.
  init(file path: String) throws(Errno) {
    try self.init(checked { open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) })
  }

  /// Closes now, to hear of an error that came late.
  consuming func finish() throws(Errno) {
    let number = raw
    discard self
    if close(number) != 0 { throw Errno(rawValue: errno) }
  }

  // MARK: Names below this folder

  func folder(_ name: UnsafePointer<CChar>) throws(Errno) -> Descriptor {
    try Descriptor(checked { openat(raw, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC) })
  }

  /// Opens for reading; a FIFO is opened without waiting and has to be refused by its status.
  func file(_ name: UnsafePointer<CChar>) throws(Errno) -> Descriptor {
    try Descriptor(checked { openat(raw, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC) })
  }

  /// Creates a file that nobody else can open before it has its mode.
  func newFile(_ name: UnsafePointer<CChar>) throws(Errno) -> Descriptor {
    try Descriptor(checked { openat(raw, name, O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0o600) })
  }

  func makeFolder(_ name: UnsafePointer<CChar>) throws(Errno) {
    try checked { mkdirat(raw, name, 0o700) }
  }

  func makeLink(_ name: UnsafePointer<CChar>, to target: UnsafePointer<CChar>) throws(Errno) {
    try checked { symlinkat(target, raw, name) }
  }

  func status(of name: UnsafePointer<CChar>) throws(Errno) -> FileStatus {
    var status = stat()
    try checked { fstatat(raw, name, &status, AT_SYMLINK_NOFOLLOW) }
    return FileStatus(status)
  }

  /// The target of a link, as bytes.
  func target(of name: UnsafePointer<CChar>) throws(Errno) -> [UInt8] {
    try linkTarget { readlinkat(raw, name, $0, $1) }
  }

  func removeFile(_ name: UnsafePointer<CChar>) throws(Errno) {
    try checked { unlinkat(raw, name, 0) }
  }

  func removeFolder(_ name: UnsafePointer<CChar>) throws(Errno) {
    try checked { unlinkat(raw, name, AT_REMOVEDIR) }
  }

  /// Renames inside this folder; what was at `new` is replaced where the system allows it.
  func rename(_ old: UnsafePointer<CChar>, to new: UnsafePointer<CChar>) throws(Errno) {
    try checked { renameat(raw, old, raw, new) }
  }

  /// Follows a link: only for names that this process made.
  func setPermissions(_ mode: Int, of name: UnsafePointer<CChar>) throws(Errno) {
    try checked { fchmodat(raw, name, mode_t(mode), 0) }
  }

  func setModified(_ time: FileStatus.Time, of name: UnsafePointer<CChar>) throws(Errno) {
    let times = [time.specification, time.specification]
    try checked { utimensat(raw, name, times, AT_SYMLINK_NOFOLLOW) }
  }

  // MARK: The open file itself

  func status() throws(Errno) -> FileStatus {
    var status = stat()
    try checked { fstat(raw, &status) }
    return FileStatus(status)
  }

  func setPermissions(_ mode: Int) throws(Errno) {
    try checked { fchmod(raw, mode_t(mode)) }
  }

  func setModified(_ time: FileStatus.Time) throws(Errno) {
    let times = [time.specification, time.specification]
    try checked { futimens(raw, times) }
  }

  func setSize(_ size: Int) throws(Errno) {
    try checked { ftruncate(raw, size) }
  }

  func seek(to offset: Int) throws(Errno) {
    try checked { lseek(raw, offset, SEEK_SET) }
  }

  /// - Returns: how many bytes were read; 0 at the end.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(Errno) -> Int {
    try checked { Glibc.read(raw, buffer.baseAddress, buffer.count) }
  }

  func write(_ bytes: UnsafeRawBufferPointer) throws(Errno) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let part = UnsafeRawBufferPointer(rebasing: rest)
      rest = rest.dropFirst(try checked { Glibc.write(raw, part.baseAddress, part.count) })
    }
  }

  func write(_ bytes: [UInt8]) throws(Errno) {
    var failure: Errno?
    bytes.withUnsafeBytes { buffer in
      do throws(Errno) { try write(buffer) } catch { failure = error }
    }
    if let failure { throw failure }
  }

  /// All bytes from the current position on.
  ///
  /// - Returns: nil when there are more than `limit`.
  func contents(limit: Int) throws(Errno) -> [UInt8]? {
    var bytes: [UInt8] = []
    while bytes.count <= limit {
      let chunk = min(limit - bytes.count + 1, 1 << 16)
      var failure: Errno?
      let part = [UInt8](unsafeUninitializedCapacity: chunk) { buffer, count in
        do throws(Errno) { count = try read(into: UnsafeMutableRawBufferPointer(buffer)) } catch {
          failure = error
        }
      }
      if let failure { throw failure }
      if part.isEmpty { return bytes }
      bytes += part
    }
    return nil
  }
}

/// The target of the link at `path`, as bytes.
func linkTarget(at path: String) throws(Errno) -> [UInt8] {
  try linkTarget { readlink(path, $0, $1) }
}

/// Reads a target with a call that fills a buffer; the system's limit is below the size of the buffer.
private func linkTarget(_ call: (UnsafeMutablePointer<CChar>, Int) -> Int) throws(Errno) -> [UInt8] {
  var buffer = [CChar](repeating: 0, count: 4097)
  let count = try checked { call(&buffer, buffer.count) }
  return buffer.prefix(count).map(UInt8.init(bitPattern:))
}
