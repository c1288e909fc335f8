import AltoDiagnostics

/// Names of files that every engine, archive and checksum tool writes in the same way.
enum PortableName {
  /// Whether `bytes` are UTF-8 without a line break or a backslash.
  static func accepts(_ bytes: some Collection<UInt8>) -> Bool {
    !bytes.contains { $0 == 0x0A || $0 == 0x0D || $0 == UInt8(ascii: "\\") }
      && String(validating: bytes, as: UTF8.self) != nil
  }

  /// A path on one line: control characters and what is not UTF-8 as escapes.
  static func shown(_ path: [UInt8]) -> String {
    var result = ""
    var index = 0
    while index < path.count {
      let (value, width) = GoText.scalar(in: path, at: index)
      if value == 0xFFFD, width == 1 {
        result += "\\x" + String(path[index], radix: 16, uppercase: true)
      } else if let scalar = Unicode.Scalar(value) {
        result += visible(scalar)
      }
      index += width
    }
    return result
  }
}
