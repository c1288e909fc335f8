import Glibc
import SystemPackage

/// The names in one folder, as bytes, in one piece of memory.
struct FolderNames: Sendable {
  /// One name.
  struct Item: Sendable {
    fileprivate let start: Int
    let count: Int
    /// Nil where the file system does not say.
    let kind: FileStatus.Kind?
  }

  /// In the order of the system.
  private(set) var items: [Item] = []
  /// The names, each with a zero behind it.
  private var storage: [CChar] = []

  /// Reads all names of an open folder, without `.` and `..`.
  init(of folder: borrowing Descriptor) throws(Errno) {
    // A descriptor of its own: the stream closes it.
    let number = try checked { openat(folder.raw, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC) }
    guard let stream = fdopendir(number) else {
      let error = Errno(rawValue: errno)
      close(number)
      throw error
    }
    defer { closedir(stream) }
    while true {
      errno = 0
      guard let entry = readdir(stream) else { break }
      append(entry)
    }
    if errno != 0 { throw Errno(rawValue: errno) }
  }

  private mutating func append(_ entry: UnsafeMutablePointer<dirent>) {
    let kind = Self.kind(entry.pointee.d_type)
    withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
      let name = bytes.prefix { $0 != 0 }
      guard !name.elementsEqual(".".utf8), !name.elementsEqual("..".utf8) else { return }
      items.append(Item(start: storage.count, count: name.count, kind: kind))
      storage.append(contentsOf: name.lazy.map(CChar.init(bitPattern:)))
      storage.append(0)
    }
  }

  private static func kind(_ type: UInt8) -> FileStatus.Kind? {
    switch Int(type) {
    case Int(DT_REG): .file
    case Int(DT_DIR): .folder
    case Int(DT_LNK): .link
    case Int(DT_UNKNOWN): nil
    default: .special
    }
  }

  /// The bytes of a name.
  func bytes(of item: Item) -> some RandomAccessCollection<UInt8> {
    storage[item.start..<(item.start + item.count)].lazy.map(UInt8.init(bitPattern:))
  }

  /// The name as text; nil where it is not UTF-8.
  func text(of item: Item) -> String? {
    String(validating: bytes(of: item), as: UTF8.self)
  }

  /// The name for a call of the system, with a zero at its end.
  func cString(of item: Item) -> [CChar] {
    Array(storage[item.start...(item.start + item.count)])
  }

  /// Sorts by the bytes of the names. A name that `slashed` picks counts as if a slash stood behind it.
  func precedes(_ left: Item, slashed leftSlash: Bool, _ right: Item, slashed rightSlash: Bool) -> Bool {
    let common = min(left.count, right.count)
    for offset in 0..<common {
      let a = UInt8(bitPattern: storage[left.start + offset])
      let b = UInt8(bitPattern: storage[right.start + offset])
      if a != b { return a < b }
    }
    let a = byte(behind: common, of: left, slashed: leftSlash)
    let b = byte(behind: common, of: right, slashed: rightSlash)
    return a < b
  }

  /// The byte at `offset` of a name, the slash behind it, or -1.
  private func byte(behind offset: Int, of item: Item, slashed: Bool) -> Int {
    if offset < item.count { return Int(UInt8(bitPattern: storage[item.start + offset])) }
    return slashed ? 0x2F : -1
  }
}
