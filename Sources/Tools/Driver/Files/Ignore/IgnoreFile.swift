/// The patterns of a `.dockerignore`, read line by line as Docker reads them.
struct IgnoreFile: Hashable, Sendable {
  let patterns: [IgnorePattern]

  /// A line that Docker would stop at.
  struct Malformed: Error, Hashable, Sendable {
    /// From 1.
    let line: Int
    let text: [UInt8]
  }

  /// Docker reads no longer line than this, its LF included.
  private static let longestLine = 65_536

  init(patterns: [IgnorePattern]) {
    self.patterns = patterns
  }

  /// - Throws: the first line that is not a pattern.
  init(_ bytes: [UInt8]) throws(Malformed) {
    var patterns: [IgnorePattern] = []
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    for (index, slice) in lines.enumerated() {
      var line = slice
      guard line.count < Self.longestLine else {
        throw Malformed(line: index + 1, text: Array(line.prefix(60)))
      }
      if line.last == UInt8(ascii: "\r") { line.removeLast() }
      if index == 0, line.starts(with: [0xEF, 0xBB, 0xBF]) { line = line.dropFirst(3) }
      guard let normal = Self.normalised(Array(line)) else { continue }
      guard let pattern = Self.pattern(normal) else {
        throw Malformed(line: index + 1, text: Array(line))
      }
      patterns.append(pattern)
    }
    self.patterns = patterns
  }

  /// What the reader of the file makes of a line: no comment, no white space around, relative and clean, with its `!`.
  private static func normalised(_ line: [UInt8]) -> [UInt8]? {
    guard line.first != UInt8(ascii: "#") else { return nil }
    var text = GoText.trimmed(line)
    guard !text.isEmpty else { return nil }
    let isException = text.first == UInt8(ascii: "!")
    if isException { text = GoText.trimmed(Array(text.dropFirst())) }
    if !text.isEmpty {
      text = GoText.cleanPath(text)
      if text.count > 1, text.first == UInt8(ascii: "/") { text.removeFirst() }
    }
    let result = GoText.trimmed((isException ? [UInt8(ascii: "!")] : []) + text)
    return result.isEmpty ? nil : result
  }

  /// What the matcher makes of it. It cleans once more and looks for the `!` once more, so `/!a` is an exception.
  private static func pattern(_ normal: [UInt8]) -> IgnorePattern? {
    let text = GoText.cleanPath(normal)
    guard text.first == UInt8(ascii: "!") else { return IgnorePattern(text, isException: false) }
    return text.count > 1 ? IgnorePattern(Array(text.dropFirst()), isException: true) : nil
  }
}
