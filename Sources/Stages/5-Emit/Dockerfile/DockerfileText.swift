internal import ImageIR

/// The text of a Dockerfile while it is written, with the lines of alto.yml behind each of its lines.
struct DockerfileText {
  private(set) var text = ""
  private(set) var origins: [Origin?] = []

  /// One line, without its end.
  mutating func append(_ line: String, _ origin: Origin? = nil) {
    for part in folded(line) {
      text += part + "\n"
      origins.append(origin)
    }
  }

  /// An empty line and a comment. The text must be our own: a comment has no quoting.
  mutating func section(_ title: String) {
    append("")
    append("# " + title)
  }

  /// One instruction over several lines.
  mutating func append(_ instruction: String, words: [(text: String, origin: Origin?)]) {
    for (index, word) in words.enumerated() {
      let start = index == 0 ? instruction + " " : String(repeating: " ", count: instruction.utf8.count + 1)
      append(start + word.text + (index == words.count - 1 ? "" : " \\"), word.origin)
    }
  }
}

/// Builders read lines of up to 65,535 bytes; the margin is for the continuation.
private let longestLine = 60_000

/// A longer line is continued between two letters or digits, where a builder drops and adds nothing.
private func folded(_ line: String) -> [String] {
  let bytes = Array(line.utf8)
  guard bytes.count > longestLine else { return [line] }
  var parts: [String] = []
  var start = 0
  while bytes.count - start > longestLine {
    guard
      let split = (start + 1..<start + longestLine).last(where: {
        isNameByte(bytes[$0]) && isNameByte(bytes[$0 - 1])
      })
    else { break }
    parts.append(String(decoding: bytes[start..<split], as: UTF8.self) + "\\")
    start = split
  }
  return parts + [String(decoding: bytes[start...], as: UTF8.self)]
}
