/// A full reference of an image: registry, repository and tag or digest, as the engines write it.
package struct ImageReference: Hashable, Sendable {
  /// A host with an optional port: `docker.io`.
  package var registry: String
  /// `library/python`.
  package var repository: String
  package var tag: String?
  /// `sha256:…`.
  package var digest: String?

  package init(registry: String, repository: String, tag: String?, digest: String?) {
    self.registry = registry
    self.repository = repository
    self.tag = tag
    self.digest = digest
  }
}

extension ImageReference: CustomStringConvertible {
  package var description: String {
    registry + "/" + repository + (tag.map { ":" + $0 } ?? "") + (digest.map { "@" + $0 } ?? "")
  }
}
