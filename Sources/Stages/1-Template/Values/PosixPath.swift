/// A `pathlib.PosixPath`: only the text of a path, split into parts.
struct PosixPath: Hashable, Sendable {
  /// ``, `/` or `//`.
  let root: String
  /// Without empty parts and `.`; `..` stays.
  let names: [String]

  init(root: String, names: [String]) {
    self.root = root
    self.names = names
  }

  init(_ text: String) {
    let slashes = text.utf8.prefix { $0 == UInt8(ascii: "/") }.count
    // POSIX gives exactly two slashes a meaning of their own, and Python keeps them.
    root = slashes == 0 ? "" : slashes == 2 ? "//" : "/"
    names = text.utf8.split(separator: UInt8(ascii: "/")).map { String($0) ?? "" }.filter { $0 != "." }
  }

  var text: String {
    root.isEmpty && names.isEmpty ? "." : root + names.joined(separator: "/")
  }

  var parts: [String] { root.isEmpty ? names : [root] + names }

  var name: String { names.last ?? "" }

  var parent: PosixPath { PosixPath(root: root, names: names.dropLast()) }

  /// The ending from the last dot on; nothing when the dot is the first or the last byte.
  var suffix: String { split(name).suffix }

  var stem: String { split(name).stem }

  var suffixes: [String] {
    if name.utf8.last == UInt8(ascii: ".") { return [] }
    let parts = name.utf8.drop { $0 == UInt8(ascii: ".") }
      .split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.dropFirst().map { "." + (String($0) ?? "") }
  }

  /// `self / other`: an absolute path on the right stands alone.
  func joined(_ other: PosixPath) -> PosixPath {
    other.root.isEmpty ? PosixPath(root: root, names: names + other.names) : other
  }

  /// Nil where Python raises: a path without a name, a name with a slash.
  func withName(_ name: String) -> PosixPath? {
    guard !names.isEmpty, !name.isEmpty, name != ".", !name.utf8.contains(UInt8(ascii: "/")) else {
      return nil
    }
    return PosixPath(root: root, names: names.dropLast() + [name])
  }

  /// Nil where Python raises: a path without a name, a suffix without its dot.
  func withSuffix(_ suffix: String) -> PosixPath? {
    let wellFormed =
      suffix.isEmpty || suffix.utf8.count > 1 && suffix.utf8.first == UInt8(ascii: ".")
    guard !names.isEmpty, wellFormed, !suffix.utf8.contains(UInt8(ascii: "/")) else { return nil }
    return PosixPath(root: root, names: names.dropLast() + [stem + suffix])
  }

  private func split(_ name: String) -> (stem: String, suffix: String) {
    let bytes = Array(name.utf8)
    guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")), dot > 0, dot < bytes.count - 1 else {
      return (name, "")
    }
    return (String(decoding: bytes[..<dot], as: UTF8.self), String(decoding: bytes[dot...], as: UTF8.self))
  }
}
