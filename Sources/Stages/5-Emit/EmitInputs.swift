package import ImageIR

/// What the scripts and the manifest need beside the plan.
package struct EmitInputs: Sendable {
  /// altoc's version: `0.1.0`.
  package var version: String
  /// The name of the alto.yml, without its folder.
  package var file: String
  /// `c-` and 64 hex digits.
  package var contentTag: String
  /// The tags of `--tag`, in order.
  package var tags: [String]
  package var context: ContextListing
  /// The files of the project that decided the output, the alto.yml among them: sorted by path.
  package var sources: [SourceSum]

  package init(
    version: String, file: String = "alto.yml", contentTag: String, tags: [String], context: ContextListing,
    sources: [SourceSum]
  ) {
    self.version = version
    self.file = file
    self.contentTag = contentTag
    self.tags = tags
    self.context = context
    self.sources = sources
  }
}

/// A file that was read, with its sum.
package struct SourceSum: Hashable, Sendable {
  /// Relative to the project.
  package var path: String
  /// 64 hex digits; nil for an alto.yml that holds a literal password, which a sum could give away.
  package var sha256: String?

  package init(path: String, sha256: String?) {
    self.path = path
    self.sha256 = sha256
  }
}
