import Crypto

/// The sum that stands for the content of a file. The one place that knows the library behind it.
package protocol ContentHash: Sendable {
  init()
  mutating func update(_ bytes: UnsafeRawBufferPointer)
  /// Lower-case hexadecimal digits.
  consuming func digits() -> String
}

/// SHA-256: 64 digits.
package struct SHA256Sum: ContentHash {
  private var state = SHA256()

  package init() {}

  package mutating func update(_ bytes: UnsafeRawBufferPointer) {
    state.update(bufferPointer: bytes)
  }

  package consuming func digits() -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(
      decoding: state.finalize().flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The sum of bytes in memory.
  package static func of(_ bytes: [UInt8]) -> String {
    var sum = SHA256Sum()
    bytes.withUnsafeBytes { sum.update($0) }
    return sum.digits()
  }
}
