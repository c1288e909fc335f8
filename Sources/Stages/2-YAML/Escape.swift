/// One escape of a double-quoted scalar.
struct Escape {
  /// UTF-8.
  let decoded: [UInt8]
  /// Bytes of the source, the backslash included.
  let count: Int

  /// - Parameter offset: of the backslash. libyaml has accepted the escape already.
  init(in text: [UInt8], at offset: Int) {
    let letter = offset + 1 < text.count ? text[offset + 1] : 0
    if let digits = Self.digits(letter) {
      let end = min(offset + 2 + digits, text.count)
      let hex = String(decoding: text[min(offset + 2, end)..<end], as: UTF8.self)
      let scalar = UInt32(hex, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
      decoded = Array(String(scalar).utf8)
      count = 2 + digits
    } else {
      decoded = Self.simple(letter)
      count = 2
    }
  }

  private static func digits(_ letter: UInt8) -> Int? {
    switch letter {
    case UInt8(ascii: "x"): 2
    case UInt8(ascii: "u"): 4
    case UInt8(ascii: "U"): 8
    default: nil
    }
  }

  private static func simple(_ letter: UInt8) -> [UInt8] {
    switch letter {
    case UInt8(ascii: "0"): [0x00]
    case UInt8(ascii: "a"): [0x07]
    case UInt8(ascii: "b"): [0x08]
    case UInt8(ascii: "t"): [0x09]
    case UInt8(ascii: "n"): [0x0A]
    case UInt8(ascii: "v"): [0x0B]
    case UInt8(ascii: "f"): [0x0C]
    case UInt8(ascii: "r"): [0x0D]
    case UInt8(ascii: "e"): [0x1B]
    case UInt8(ascii: "N"): [0xC2, 0x85]
    case UInt8(ascii: "_"): [0xC2, 0xA0]
    case UInt8(ascii: "L"): [0xE2, 0x80, 0xA8]
    case UInt8(ascii: "P"): [0xE2, 0x80, 0xA9]
    default: [letter]
    }
  }
}
