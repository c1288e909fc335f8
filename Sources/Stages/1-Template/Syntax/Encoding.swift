import AltoSource

/// Finds out whether bytes are UTF-8, and what else they could be.
enum Encoding {
  /// The first bytes that are not UTF-8; nil when all are.
  static func firstError(in bytes: [UInt8]) -> Span? {
    if String(validating: bytes, as: UTF8.self) != nil { return nil }
    var decoder = UTF8()
    var iterator = bytes.makeIterator()
    var offset = 0
    while true {
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar): offset += UTF8.width(scalar)
      case .emptyInput: return nil
      case .error: return Span(offset..<min(offset + badCount(bytes, at: offset), bytes.count))
      }
    }
  }

  /// The first byte, and what follows it as if it belonged to it.
  private static func badCount(_ bytes: [UInt8], at offset: Int) -> Int {
    guard bytes[offset] >= 0xC2, bytes[offset] < 0xF5 else { return 1 }
    let wanted = bytes[offset] >= 0xF0 ? 3 : bytes[offset] >= 0xE0 ? 2 : 1
    return 1 + bytes[(offset + 1)...].prefix(wanted).prefix { $0 & 0xC0 == 0x80 }.count
  }

  /// The name of the encoding that the file is most likely in.
  static func guess(_ bytes: [UInt8]) -> String? {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { return "UTF-16" }
    let zeros = bytes.prefix(1024).count { $0 == 0 }
    if zeros * 3 > min(bytes.count, 1024) { return "UTF-16" }
    if zeros > 0 { return nil }
    // Windows writes quotes and dashes into a range that is empty in Latin-1.
    return bytes.contains { 0x80...0x9F ~= $0 } ? "Windows-1252" : "Latin-1"
  }
}
