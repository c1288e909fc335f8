/// The methods of Python's `str`, which count code points and know nothing of graphemes.
enum PythonText {
  // MARK: Searching, on bytes: in valid UTF-8 a match of bytes is a match of code points

  /// Offsets of `needle` in `text`, not overlapping, at most `limit` of them.
  static func matches(of needle: [UInt8], in text: [UInt8], limit: Int = .max) -> [Int] {
    guard !needle.isEmpty, limit > 0 else { return [] }
    var found: [Int] = []
    var offset = 0
    while offset + needle.count <= text.count {
      if text[offset] == needle[0], text[offset..<offset + needle.count].elementsEqual(needle) {
        found.append(offset)
        if found.count == limit { break }
        offset += needle.count
      } else {
        offset += 1
      }
    }
    return found
  }

  static func contains(_ text: String, _ needle: String) -> Bool {
    needle.isEmpty || !matches(of: Array(needle.utf8), in: Array(text.utf8), limit: 1).isEmpty
  }

  /// An empty `old` stands between all code points, as in Python.
  static func replace(_ text: String, _ old: String, with new: String, limit: Int) -> String {
    let limit = limit < 0 ? Int.max : limit
    if old.utf8.isEmpty { return interleave(text, new, limit: limit) }
    let bytes = Array(text.utf8)
    let needle = Array(old.utf8)
    var result: [UInt8] = []
    var start = 0
    for offset in matches(of: needle, in: bytes, limit: limit) {
      result += bytes[start..<offset]
      result += new.utf8
      start = offset + needle.count
    }
    return string(result + bytes[start...])
  }

  private static func interleave(_ text: String, _ new: String, limit: Int) -> String {
    var result = ""
    var left = limit
    for scalar in text.unicodeScalars {
      if left > 0 { result += new }
      left -= 1
      result.unicodeScalars.append(scalar)
    }
    return left > 0 ? result + new : result
  }

  /// How often Python's `replace` would replace: to know the size of the result before it is made.
  static func replacementCount(_ text: String, _ old: String, limit: Int) -> Int {
    let limit = limit < 0 ? Int.max : limit
    if old.utf8.isEmpty { return min(limit, text.unicodeScalars.count + 1) }
    return matches(of: Array(old.utf8), in: Array(text.utf8), limit: limit).count
  }

  static func split(_ text: String, on separator: String, limit: Int) -> [String] {
    let bytes = Array(text.utf8)
    let needle = Array(separator.utf8)
    var parts: [String] = []
    var start = 0
    for offset in matches(of: needle, in: bytes, limit: limit < 0 ? .max : limit) {
      parts.append(string(bytes[start..<offset]))
      start = offset + needle.count
    }
    return parts + [string(bytes[start...])]
  }

  /// Splits at runs of whitespace.
  static func split(_ text: String, limit: Int = -1) -> [String] {
    let bytes = Array(text.utf8)
    var parts: [String] = []
    var offset = Whitespace.end(in: bytes, from: 0, limit: bytes.count)
    while offset < bytes.count {
      if limit >= 0, parts.count == limit {
        parts.append(string(bytes[offset...]))
        break
      }
      let start = offset
      while offset < bytes.count, !isSpace(bytes, offset) {
        offset += Whitespace.decode(bytes, at: offset).length
      }
      parts.append(string(bytes[start..<offset]))
      offset = Whitespace.end(in: bytes, from: offset, limit: bytes.count)
    }
    return parts
  }

  /// As `split`, from the right: parts are found in the reversed text and turned back.
  static func splitRight(_ text: String, limit: Int) -> [String] {
    split(reversed(text), limit: limit).reversed().map(reversed)
  }

  static func splitRight(_ text: String, on separator: String, limit: Int) -> [String] {
    split(reversed(text), on: reversed(separator), limit: limit).reversed().map(reversed)
  }

  static func reversed(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.reversed() { result.append(scalar) }
    return String(result)
  }

  private static func isSpace(_ bytes: [UInt8], _ offset: Int) -> Bool {
    Whitespace.contains(Whitespace.decode(bytes, at: offset).scalar)
  }

  /// Splits at every line break that Python knows, and leaves the breaks out.
  static func lines(_ text: String) -> [String] {
    var lines: [String] = []
    var current = ""
    var isAfterReturn = false
    for scalar in text.unicodeScalars {
      let completesCRLF = isAfterReturn && scalar == "\n"
      isAfterReturn = scalar == "\r"
      if completesCRLF { continue }
      switch scalar.value {
      case 0x0A...0x0D, 0x1C...0x1E, 0x85, 0x2028, 0x2029:
        lines.append(current)
        current = ""
      default:
        current.unicodeScalars.append(scalar)
      }
    }
    if !current.isEmpty { lines.append(current) }
    return lines
  }

  // MARK: Stripping

  static func strip(_ text: String, _ characters: String? = nil, left: Bool = true, right: Bool = true)
    -> String
  {
    let set = characters.map { Set($0.unicodeScalars) }
    func isGone(_ scalar: Unicode.Scalar) -> Bool {
      set.map { $0.contains(scalar) } ?? Whitespace.contains(scalar)
    }
    var scalars = text.unicodeScalars[...]
    if left { scalars = scalars.drop(while: isGone) }
    if right { while let last = scalars.last, isGone(last) { scalars.removeLast() } }
    return String(scalars)
  }

  // MARK: Padding

  /// Python's `center`, which puts the odd space to the left when the width is odd.
  static func center(_ text: String, width: Int, fill: String = " ") -> String {
    let count = text.unicodeScalars.count
    let space = width - count
    guard space > 0 else { return text }
    let left = space / 2 + (space & width & 1)
    return String(repeating: fill, count: left) + text + String(repeating: fill, count: space - left)
  }

  static func string(_ bytes: some Collection<UInt8>) -> String { String(decoding: bytes, as: UTF8.self) }

  /// The code points `range` of `text`; out of range is left out.
  static func slice(_ text: String, to count: Int) -> String {
    String(text.unicodeScalars.prefix(max(0, count)))
  }
}
