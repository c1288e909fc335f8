/// What Python, and with it Jinja, calls whitespace: more than ASCII, and in UTF-8.
enum Whitespace {
  static func contains(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09...0x0D, 0x1C...0x20, 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  /// The offset behind the whitespace that starts at `start`; `bytes` is valid UTF-8.
  static func end(in bytes: [UInt8], from start: Int, limit: Int) -> Int {
    var offset = start
    while offset < limit {
      let (scalar, length) = decode(bytes, at: offset)
      guard contains(scalar) else { break }
      offset += length
    }
    return offset
  }

  /// The offset where the whitespace starts that ends at `end`.
  static func start(in bytes: [UInt8], before end: Int, limit: Int) -> Int {
    var offset = end
    while offset > limit {
      var first = offset - 1
      while first > limit, bytes[first] & 0xC0 == 0x80 { first -= 1 }
      guard contains(decode(bytes, at: first).scalar) else { break }
      offset = first
    }
    return offset
  }

  /// The scalar at `offset` of valid UTF-8, and its length in bytes.
  static func decode(_ bytes: [UInt8], at offset: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for next in bytes[min(offset + 1, bytes.count)..<min(offset + length, bytes.count)] {
      value = value << 6 | UInt32(next & 0x3F)
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
