/// A file of sums as `sha256sum` writes and checks it.
enum ChecksumFile {
  static let name = "SHA256SUMS"

  /// - Parameter sums: by path.
  static func text(_ sums: [ExactPath: String]) -> [UInt8] {
    var lines: [UInt8] = []
    for path in sums.keys.map(\.text).sortedByBytes() {
      let name = escaped(path)
      if name != path { lines.append(UInt8(ascii: "\\")) }
      lines += "\(sums[path] ?? "")  \(name)\n".utf8
    }
    return lines
  }

  /// The sums by path; nil for what altoc would not have written.
  static func sums(in text: [UInt8]) -> [ExactPath: String]? {
    guard text.last == UInt8(ascii: "\n") else { return nil }
    var sums: [ExactPath: String] = [:]
    for line in text.dropLast().split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      let isEscaped = line.first == UInt8(ascii: "\\")
      let rest = isEscaped ? line.dropFirst() : line
      guard let sum = String(validating: rest.prefix(64), as: UTF8.self), isSum(sum),
        rest.dropFirst(64).prefix(2).elementsEqual("  ".utf8),
        let name = String(validating: rest.dropFirst(66), as: UTF8.self), !name.isEmpty
      else { return nil }
      sums[isEscaped ? unescaped(name) : name] = sum
    }
    return sums
  }

  private static func isSum(_ text: String) -> Bool {
    text.utf8.count == 64 && text.utf8.allSatisfy { 0x30...0x39 ~= $0 || 0x61...0x66 ~= $0 }
  }

  /// A name with a backslash or a line break is written with escapes, and its line begins with a backslash. The walk
  /// refuses such names; the rule is kept so that the file is right whatever comes.
  private static func escaped(_ path: String) -> String {
    var result = ""
    for scalar in path.unicodeScalars {
      switch scalar {
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }

  private static func unescaped(_ name: String) -> String {
    var result = ""
    var scalars = name.unicodeScalars[...]
    while let scalar = scalars.popFirst() {
      guard scalar == "\\", let next = scalars.popFirst() else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch next {
      case "n": result += "\n"
      case "r": result += "\r"
      default: result.unicodeScalars.append(next)
      }
    }
    return result
  }
}
