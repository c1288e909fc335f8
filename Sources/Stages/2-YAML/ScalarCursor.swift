/// Turns libyaml's positions, which count Unicode scalars, into byte offsets.
///
/// Positions come almost in order, so that the whole text is walked about once.
struct ScalarCursor {
  private let text: UnsafeBufferPointer<UInt8>
  private var scalar = 0
  private var byte = 0

  init(_ text: UnsafeBufferPointer<UInt8>) {
    self.text = text
  }

  /// The offset of the scalar with that number, or the end of the text.
  mutating func offset(ofScalar wanted: Int) -> Int {
    while scalar < wanted, byte < text.count {
      byte += 1
      while byte < text.count, isContinuation(text[byte]) { byte += 1 }
      scalar += 1
    }
    while scalar > wanted, byte > 0 {
      byte -= 1
      while byte > 0, isContinuation(text[byte]) { byte -= 1 }
      scalar -= 1
    }
    return byte
  }

  private func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
