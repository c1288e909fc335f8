import ImageIR

/// The mapping of names to what registries allow.
enum ImageName {
  /// Replaces what does not fit by dashes: runs of other characters, separators at the ends and in wrong pairs.
  ///
  /// Never gives an empty name; a name that already fits stays as it is.
  static func map(_ name: String) -> String {
    if ImageReference.isNamePart(Substring(name)) { return name }
    var result = ""
    var separator = ""
    for byte in name.utf8 {
      if ("a"..."z").contains(byte) || ("0"..."9").contains(byte) {
        if !result.isEmpty { result += fitting(separator) }
        separator = ""
        result.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        separator.unicodeScalars.append(byte < 0x80 ? Unicode.Scalar(byte) : "!")
      }
    }
    return result.isEmpty ? "image" : result
  }

  /// The separator itself where it is allowed between letters, else one dash.
  private static func fitting(_ separator: String) -> String {
    if separator.isEmpty { return "" }
    return ImageReference.isNamePart(Substring("a" + separator + "a")) ? separator : "-"
  }
}
