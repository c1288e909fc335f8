/// One word of ENV, LABEL or WORKDIR that a builder reads as exactly `text`.
///
/// In single quotes nothing is expanded and no escape exists, in BuildKit, the legacy builder and buildah
/// alike; they disagree about backslashes in double quotes. A newline and NUL have no spelling: the checker
/// refuses them where they matter, and here U+FFFD stands for them, so that no text can start another
/// instruction.
package func dockerfileWord(_ text: String) -> String {
  if !text.isEmpty, text.utf8.allSatisfy(isPlainInDockerfile) { return text }
  var result = "'"
  // Scalars: as one Character, CR and LF are neither of the two.
  for scalar in text.unicodeScalars {
    switch scalar {
    case "'": result += "'\"'\"'"
    case "\n", "\0": result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "'"
}

private func isPlainInDockerfile(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  default: "+,-./:@_".utf8.contains(byte)
  }
}
