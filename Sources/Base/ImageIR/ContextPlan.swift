/// Which files of the host make the build context, and where they go in it.
package struct ContextPlan: Hashable, Sendable {
  /// In order; a later tree never writes into a place of an earlier one.
  package var trees: [Tree]
  /// Paths in the context that anybody may write to (1777): working directory, folders of artifacts and notebook.
  package var openFolders: [String]

  package init(trees: [Tree], openFolders: [String]) {
    self.trees = trees
    self.openFolders = openFolders
  }

  /// A folder or a single file of the host.
  package struct Tree: Hashable, Sendable {
    /// Absolute path on the host. Never written to any artifact.
    package var source: String
    /// Path in the context, relative, without a trailing slash; empty for the context itself.
    package var destination: String
    /// What the source holds, sorted by path.
    package var entries: [Entry]

    package init(source: String, destination: String, entries: [Entry]) {
      self.source = source
      self.destination = destination
      self.entries = entries
    }
  }

  package struct Entry: Hashable, Sendable {
    /// Relative to the tree; empty when the tree is one file.
    package var path: String
    package var kind: Kind

    package init(path: String, kind: Kind) {
      self.path = path
      self.kind = kind
    }
  }

  package enum Kind: Hashable, Sendable {
    /// Size in bytes.
    case file(executable: Bool, size: Int)
    case folder
    /// `target` is what the link in the context says.
    case link(target: String)
  }
}
