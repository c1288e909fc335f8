package import ImageIR

/// The tag that names the inputs of an image: `c-` and the SHA-256 of their canonical text.
///
/// - Parameter sha256: gives the digest of some bytes as 64 lower-case hex digits.
package func contentTag(
  of plan: ImagePlan, dockerfile: Artifact?, context: ContextListing, sha256: ([UInt8]) -> String
) -> String {
  let digest = dockerfile.map { sha256(Array($0.text.utf8)) }
  return "c-" + sha256(Array(contentText(of: plan, dockerfileDigest: digest, context: context).utf8))
}

/// The canonical text of the inputs; `Docs/content-tag.md` has the rule and a recipe that needs no altoc.
///
/// One line for the version of the rule, the platform, the Dockerfile and each entry of the context. The
/// lines of the entries are sorted by their bytes, so that `LC_ALL=C sort` gives the same order.
package func contentText(
  of plan: ImagePlan, dockerfileDigest: String?, context: ContextListing
) -> String {
  var lines = ["altoc inputs 1", "platform \(plan.platform)"]
  switch plan.build {
  case .generated:
    lines.append("dockerfile \(dockerfileDigest ?? "none")  Dockerfile")
  case .supplied(let build):
    lines.append("dockerfile \(digest(of: build.dockerfile, in: context))  context/\(build.dockerfile)")
  }
  let entries = (context.entries.map(contentLine) + folderLines(context))
    .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  return (lines + entries).map { $0 + "\n" }.joined()
}

/// No path has two slashes in a row, so the first `//` ends it.
private func contentLine(_ entry: ContextListing.Entry) -> String {
  switch entry.content {
  case .file(let mode, let sha256, _): "\(octal(mode)) \(sha256)  context/\(entry.path)"
  case .folder(let mode): "\(octal(mode)) folder  context/\(entry.path)"
  case .link(let target): "link context/\(entry.path)//\(target)"
  }
}

/// The folders that the listing only implies, so that the text has a line for every folder there is.
private func folderLines(_ context: ContextListing) -> [String] {
  var known = Set<[UInt8]>()
  for entry in context.entries {
    if case .folder = entry.content { known.insert(Array(entry.path.utf8)) }
  }
  var lines: [String] = []
  for entry in context.entries {
    var path = Array(entry.path.utf8)[...]
    while let slash = path.lastIndex(of: UInt8(ascii: "/")) {
      path = path[..<slash]
      guard known.insert(Array(path)).inserted else { break }
      lines.append("0755 folder  context/" + String(decoding: path, as: UTF8.self))
    }
  }
  return lines
}

/// Four octal digits.
private func octal(_ mode: Int) -> String {
  let digits = String(mode, radix: 8)
  return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
}

private func digest(of path: String, in context: ContextListing) -> String {
  for entry in context.entries where entry.path.utf8.elementsEqual(path.utf8) {
    if case .file(_, let sha256, _) = entry.content { return sha256 }
  }
  return "none"
}
