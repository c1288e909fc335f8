import ImageIR

/// The rules of single parts of an image reference, as OCI's distribution has them.
extension ImageReference {
  /// Lower-case letters and digits in runs, with one dot, one or two underscores or any dashes between them.
  static func isNamePart(_ part: Substring) -> Bool {
    let bytes = Array(part.utf8)
    guard let first = bytes.first, let last = bytes.last, isAlphanumeric(first), isAlphanumeric(last) else {
      return false
    }
    var index = 0
    while index < bytes.count {
      guard !isAlphanumeric(bytes[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < bytes.count, bytes[index] == bytes[start] { index += 1 }
      let length = index - start
      switch bytes[start] {
      case UInt8(ascii: "."): guard length == 1 else { return false }
      case UInt8(ascii: "_"): guard length <= 2 else { return false }
      case UInt8(ascii: "-"): break
      default: return false
      }
      guard index < bytes.count, isAlphanumeric(bytes[index]) else { return false }
    }
    return true
  }

  /// A letter, digit or underscore, then up to 127 of these, dots and dashes.
  static func isTag(_ tag: String) -> Bool {
    let bytes = Array(tag.utf8)
    guard let first = bytes.first, bytes.count <= 128, isWord(first) else { return false }
    return bytes.allSatisfy { isWord($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") }
  }

  /// `sha256:` and 64 hexadecimal digits, or another algorithm with at least 32.
  static func isDigest(_ digest: String) -> Bool {
    let parts = digest.split(separator: ":", omittingEmptySubsequences: false)
    guard parts.count == 2, let first = parts[0].utf8.first, ("a"..."z").contains(first) else { return false }
    let hex = Array(parts[1].utf8)
    let isHex = hex.allSatisfy { ("0"..."9").contains($0) || ("a"..."f").contains($0) }
    return isHex && (parts[0] == "sha256" ? hex.count == 64 : hex.count >= 32)
  }

  /// Names of letters, digits and dashes with dots between them, and an optional port.
  static func isHost(_ host: String) -> Bool {
    let parts = host.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    let port = parts.count == 2 ? parts[1] : "0"
    guard !port.isEmpty, port.utf8.allSatisfy({ ("0"..."9").contains($0) }) else { return false }
    return parts[0].split(separator: ".", omittingEmptySubsequences: false).allSatisfy { label in
      let bytes = Array(label.utf8)
      guard let first = bytes.first, let last = bytes.last, isLetterOrDigit(first), isLetterOrDigit(last)
      else {
        return false
      }
      return bytes.allSatisfy { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
    }
  }

  private static func isAlphanumeric(_ byte: UInt8) -> Bool {
    ("a"..."z").contains(byte) || ("0"..."9").contains(byte)
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isAlphanumeric(byte) || ("A"..."Z").contains(byte)
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isLetterOrDigit(byte) || byte == UInt8(ascii: "_")
  }
}
