import ImageIR

extension ImageReference {
  /// Why a text is no image reference.
  struct Problem: Error {
    let reason: String
    /// What was most likely meant.
    let suggestion: String?
  }

  /// Reads a reference by the grammar of OCI's distribution, and writes it out in full as Docker does.
  static func parse(_ text: String) -> Result<ImageReference, Problem> {
    var rest = Substring(text)
    var digest: String?
    if let at = rest.firstIndex(of: "@") {
      digest = String(rest[rest.index(after: at)...])
      rest = rest[..<at]
    }
    var tag: String?
    let lastSlash = rest.lastIndex(of: "/") ?? rest.startIndex
    if let colon = rest[lastSlash...].lastIndex(of: ":") {
      tag = String(rest[rest.index(after: colon)...])
      rest = rest[..<colon]
    }
    let (registry, repository) = split(rest)
    if let problem = problem(text, registry: registry, repository: repository, tag: tag, digest: digest) {
      return .failure(problem)
    }
    let isOfficial = registry == "docker.io" && !repository.contains("/")
    return .success(
      ImageReference(
        registry: registry, repository: isOfficial ? "library/" + repository : String(repository),
        tag: tag, digest: digest))
  }

  /// The first part is a host if it has a dot or a colon, is `localhost`, or could not be a name.
  private static func split(_ name: Substring) -> (registry: String, repository: Substring) {
    guard let slash = name.firstIndex(of: "/") else { return ("docker.io", name) }
    let first = name[..<slash]
    let isHost =
      first.contains(".") || first.contains(":") || first == "localhost" || first.contains { $0.isUppercase }
    guard isHost else { return ("docker.io", name) }
    let host = first == "index.docker.io" ? "docker.io" : String(first)
    return (host, name[name.index(after: slash)...])
  }

  private static func problem(
    _ text: String, registry: String, repository: Substring, tag: String?, digest: String?
  ) -> Problem? {
    if text.contains(where: \.isWhitespace) {
      return Problem(reason: "a reference has no spaces", suggestion: nil)
    }
    if let scheme = text.firstRange(of: "://") {
      return Problem(reason: "a reference has no scheme", suggestion: String(text[scheme.upperBound...]))
    }
    if repository.contains(where: \.isUppercase) {
      return Problem(reason: "names are in lower case", suggestion: lowercased(text, repository))
    }
    if !isHost(registry) { return Problem(reason: "the host is not well formed", suggestion: nil) }
    if repository.isEmpty
      || !repository.split(separator: "/", omittingEmptySubsequences: false).allSatisfy(isNamePart)
    {
      return Problem(reason: "the name is not well formed", suggestion: nil)
    }
    if let tag, !isTag(tag) { return Problem(reason: "the tag is not well formed", suggestion: nil) }
    if let digest, !isDigest(digest) {
      return Problem(reason: "the digest is not well formed", suggestion: nil)
    }
    return nil
  }

  private static func lowercased(_ text: String, _ repository: Substring) -> String {
    text.replacing(String(repository), with: repository.lowercased())
  }
}
