/// What stands in the staged build context, with sums: the input of the content tag and the manifest.
package struct ContextListing: Hashable, Sendable {
  /// Sorted by the bytes of the path: every file and link, and the folders that nothing else tells of, open
  /// ones and empty ones. Each other folder above an entry has mode 0o755.
  package var entries: [Entry]

  package init(entries: [Entry]) {
    self.entries = entries
  }

  package struct Entry: Hashable, Sendable {
    /// Relative to the context.
    package var path: String
    package var content: Content

    package init(path: String, content: Content) {
      self.path = path
      self.content = content
    }
  }

  package enum Content: Hashable, Sendable {
    /// `mode` is 0o644 or 0o755, `sha256` 64 lower-case hex digits, `size` in bytes.
    case file(mode: Int, sha256: String, size: Int)
    /// `mode` is 0o755 or 0o1777.
    case folder(mode: Int)
    case link(target: String)
  }
}
