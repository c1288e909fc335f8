import SystemPackage

/// The private folder in an output folder where a new agent's folder is made.
///
/// It holds `new`, what is being written, or the old folder once both were exchanged; where a file system cannot
/// exchange, also `old` and `commit`, a file with the place where `new` belongs. A run that was killed leaves it
/// behind, and the next one knows it by its name.
enum TemporaryFolder {
  static let new = "new"
  static let old = "old"
  static let commit = "commit"
  private static let prefix = ".altoc-tmp-"

  /// A name that nobody has yet: chance, not time or process, so that two machines on one network folder differ.
  static func newName() -> String {
    let digits = String(UInt64.random(in: .min ... .max), radix: 16)
    return prefix + String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// Whether only altoc makes such a name.
  static func isName(_ name: some Collection<UInt8>) -> Bool {
    let digits = name.dropFirst(prefix.utf8.count)
    return name.starts(with: prefix.utf8) && digits.count == 16
      && digits.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
  }
}
