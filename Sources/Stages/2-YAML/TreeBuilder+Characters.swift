import AltoDiagnostics
import AltoSource

extension TreeBuilder {
  private static let maximumReports = 20

  /// The text with every character that YAML forbids reported and replaced by a harmless one of the same
  /// length: libyaml would stop at the first, before it has read the lines above.
  mutating func readableText() -> [UInt8] {
    var readable = text
    var reports = 0
    var offset = 0
    while offset < readable.count {
      guard let width = Self.forbiddenWidth(in: readable, at: offset) else {
        offset += 1
        continue
      }
      let range = offset..<offset + width
      if reports < Self.maximumReports, let scalar = source(range).unicodeScalars.first {
        report(.forbiddenCharacter(scalar, at: original(range)), at: offset)
      }
      reports += 1
      readable.replaceSubrange(range, with: Self.replacement(width))
      offset = range.upperBound
    }
    return readable
  }

  /// The bytes of the forbidden character at `offset`; nil for any other.
  private static func forbiddenWidth(in text: [UInt8], at offset: Int) -> Int? {
    switch text[offset] {
    case 0x20...0x7E, 0x09, 0x0A, 0x0D: nil
    case 0x00...0x1F, 0x7F: 1
    case 0xC2: isControl(text, offset) ? 2 : nil
    case 0xEF: isNoncharacter(text, offset) ? 3 : nil
    default: nil
    }
  }

  /// U+0080 to U+009F but NEL.
  private static func isControl(_ text: [UInt8], _ offset: Int) -> Bool {
    guard offset + 1 < text.count else { return false }
    return 0x80...0x9F ~= text[offset + 1] && text[offset + 1] != 0x85
  }

  /// U+FFFE and U+FFFF.
  private static func isNoncharacter(_ text: [UInt8], _ offset: Int) -> Bool {
    guard offset + 2 < text.count else { return false }
    return text[offset + 1] == 0xBF && text[offset + 2] >= 0xBE
  }

  private static func replacement(_ width: Int) -> [UInt8] {
    switch width {
    case 1: [UInt8(ascii: "_")]
    case 2: [0xC3, 0x97]
    default: [0xEF, 0xBF, 0xBD]
    }
  }
}
