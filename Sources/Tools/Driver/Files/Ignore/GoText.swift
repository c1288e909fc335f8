/// Text as Go's standard library reads it: bytes, with U+FFFD for each byte that is not part of UTF-8.
///
/// Docker's ignore rules are defined by a Go program, so what is white space, a clean path or one character is
/// what Go says.
enum GoText {
  /// The scalar at `index` and its width in bytes; U+FFFD and 1 where the bytes are not UTF-8.
  static func scalar(in bytes: [UInt8], at index: Int) -> (value: UInt32, width: Int) {
    let first = bytes[index]
    if first < 0x80 { return (UInt32(first), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, index + width <= bytes.count else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(width))
    for next in bytes[(index + 1)..<(index + width)] {
      guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    let smallest: UInt32 = width == 2 ? 0x80 : width == 3 ? 0x800 : 0x1_0000
    guard value >= smallest, Unicode.Scalar(value) != nil else { return (0xFFFD, 1) }
    return (value, width)
  }

  /// All scalars.
  static func scalars(_ bytes: [UInt8]) -> [UInt32] {
    var result: [UInt32] = []
    result.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let (value, width) = scalar(in: bytes, at: index)
      result.append(value)
      index += width
    }
    return result
  }

  /// Without white space at both ends.
  static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
    var start = 0
    while start < bytes.count {
      let (value, width) = scalar(in: bytes, at: start)
      guard isSpace(value) else { break }
      start += width
    }
    var end = bytes.count
    while end > start {
      var last = end - 1
      while last > start, end - last < 4, bytes[last] & 0xC0 == 0x80 { last -= 1 }
      let (value, width) = scalar(in: bytes, at: last)
      guard last + width == end, isSpace(value) else { break }
      end = last
    }
    return Array(bytes[start..<end])
  }

  private static func isSpace(_ value: UInt32) -> Bool {
    Unicode.Scalar(value)?.properties.isWhitespace ?? false
  }

  /// The shortest path of the same meaning, by rules on the text alone: no empty part, no `.`, `..` only in front.
  static func cleanPath(_ path: [UInt8]) -> [UInt8] {
    let isRooted = path.first == UInt8(ascii: "/")
    var parts: [ArraySlice<UInt8>] = []
    for part in path.split(separator: UInt8(ascii: "/")) where !part.elementsEqual(".".utf8) {
      if !part.elementsEqual("..".utf8) {
        parts.append(part)
      } else if let last = parts.last, !last.elementsEqual("..".utf8) {
        parts.removeLast()
      } else if !isRooted {
        parts.append(part)
      }
    }
    let joined = Array(parts.joined(separator: [UInt8(ascii: "/")]))
    if isRooted { return [UInt8(ascii: "/")] + joined }
    return joined.isEmpty ? [UInt8(ascii: ".")] : joined
  }
}
