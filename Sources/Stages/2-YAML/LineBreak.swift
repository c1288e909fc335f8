/// The line breaks of YAML 1.1 in UTF-8, as libyaml reads them.
enum LineBreak {
  /// The bytes of the line break at `offset`; nil when none stands there.
  static func range(in text: [UInt8], at offset: Int) -> Range<Int>? {
    guard offset < text.count else { return nil }
    switch text[offset] {
    case 0x0A: return offset..<offset + 1
    case 0x0D: return offset..<offset + (has(text, offset + 1, 0x0A) ? 2 : 1)
    case 0xC2: return has(text, offset + 1, 0x85) ? offset..<offset + 2 : nil
    case 0xE2:
      let isSeparator =
        has(text, offset + 1, 0x80) && (has(text, offset + 2, 0xA8) || has(text, offset + 2, 0xA9))
      return isSeparator ? offset..<offset + 3 : nil
    default: return nil
    }
  }

  /// What the line break becomes: LF, CRLF, CR and NEL one LF; LS and PS stay.
  static func decoded(_ range: Range<Int>, in text: [UInt8]) -> ArraySlice<UInt8> {
    range.count == 3 ? text[range] : [0x0A]
  }

  private static func has(_ text: [UInt8], _ offset: Int, _ byte: UInt8) -> Bool {
    offset < text.count && text[offset] == byte
  }
}
