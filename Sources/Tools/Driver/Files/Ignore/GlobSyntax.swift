/// The grammar that a pattern of `.dockerignore` must have before anything is matched with it.
///
/// It is that of Go's `filepath.Match`: `*`, `?`, `\c` and classes of single characters and ranges, where the first
/// character of a range or class is not a bare `-` or `]`.
enum GlobSyntax {
  /// Whether Docker accepts `pattern`.
  static func accepts(_ pattern: [UInt8]) -> Bool {
    var rest = pattern[...]
    while !rest.isEmpty {
      rest = rest.drop { $0 == UInt8(ascii: "*") }
      let chunk = rest.prefix(chunkLength(rest))
      guard acceptsChunk(chunk) else { return false }
      rest = rest.dropFirst(chunk.count)
    }
    return true
  }

  /// The bytes up to the next `*` that is not in brackets. Brackets are found without regard to the class grammar:
  /// the first `]` closes.
  private static func chunkLength(_ bytes: ArraySlice<UInt8>) -> Int {
    var inBrackets = false
    var index = bytes.startIndex
    scan: while index < bytes.endIndex {
      switch bytes[index] {
      case UInt8(ascii: "\\"): index += index + 1 < bytes.endIndex ? 1 : 0
      case UInt8(ascii: "["): inBrackets = true
      case UInt8(ascii: "]"): inBrackets = false
      case UInt8(ascii: "*") where !inBrackets: break scan
      default: break
      }
      index += 1
    }
    return index - bytes.startIndex
  }

  private static func acceptsChunk(_ chunk: ArraySlice<UInt8>) -> Bool {
    var rest = chunk
    while let first = rest.popFirst() {
      if first == UInt8(ascii: "\\"), rest.popFirst() == nil { return false }
      if first == UInt8(ascii: "["), !popClass(&rest) { return false }
    }
    return true
  }

  /// Takes the rest of a class behind its `[`.
  private static func popClass(_ rest: inout ArraySlice<UInt8>) -> Bool {
    if rest.first == UInt8(ascii: "^") { rest.removeFirst() }
    var isFirst = true
    while isFirst || rest.first != UInt8(ascii: "]") {
      guard popClassCharacter(&rest) else { return false }
      if rest.first == UInt8(ascii: "-") {
        rest.removeFirst()
        guard popClassCharacter(&rest) else { return false }
      }
      isFirst = false
    }
    rest.removeFirst()
    return true
  }

  /// Takes one end of a range; something has to follow it, at least the `]`.
  private static func popClassCharacter(_ rest: inout ArraySlice<UInt8>) -> Bool {
    guard let first = rest.first, first != UInt8(ascii: "-"), first != UInt8(ascii: "]") else { return false }
    if first == UInt8(ascii: "\\") { rest.removeFirst() }
    guard !rest.isEmpty else { return false }
    let bytes = Array(rest.prefix(4))
    let (value, width) = GoText.scalar(in: bytes, at: 0)
    guard value != 0xFFFD || width > 1 else { return false }
    rest = rest.dropFirst(width)
    return !rest.isEmpty
  }
}
