/// A whole number of any size, for printing in decimal.
struct DecimalInteger: Equatable {
  /// In base 10^9, the lowest first, without zeros on top.
  private var limbs: [UInt32] = []
  var isNegative = false

  /// - Returns: nil when `digits` is empty or holds something that is no digit of `base`.
  init?(digits: some Collection<UInt8>, base: UInt32) {
    guard !digits.isEmpty else { return nil }
    for byte in digits {
      guard let digit = Self.value(of: byte), digit < base else { return nil }
      multiply(by: base, adding: digit)
    }
  }

  /// - Returns: nil for a number with a fraction, an infinity or NaN.
  init?(exactly number: Double) {
    guard number.isFinite else { return nil }
    guard number != 0 else { return }
    isNegative = number < 0
    let shift = Int(number.exponent) - Double.significandBitCount
    let bits = number.significandBitPattern | 1 << UInt64(Double.significandBitCount)
    // What stands behind the point has to be nothing.
    guard shift >= 0 || (number.exponent >= 0 && bits.trailingZeroBitCount >= -shift) else { return nil }
    let significand = shift < 0 ? bits >> UInt64(-shift) : bits
    for part in [UInt32(significand >> 32), UInt32(truncatingIfNeeded: significand)] {
      multiply(by: 1 << 16, adding: 0)
      multiply(by: 1 << 16, adding: part)
    }
    for _ in 0..<max(shift, 0) { multiply(by: 2, adding: 0) }
  }

  mutating func multiply(by factor: UInt32, adding term: UInt32) {
    var carry = UInt64(term)
    for index in limbs.indices {
      carry += UInt64(limbs[index]) * UInt64(factor)
      limbs[index] = UInt32(carry % 1_000_000_000)
      carry /= 1_000_000_000
    }
    while carry > 0 {
      limbs.append(UInt32(carry % 1_000_000_000))
      carry /= 1_000_000_000
    }
  }

  private static func value(of byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}

extension DecimalInteger: CustomStringConvertible {
  /// Digits without leading zeros, a `-` before a negative number.
  var description: String {
    guard let top = limbs.last else { return "0" }
    var result = (isNegative ? "-" : "") + String(top)
    for limb in limbs.dropLast().reversed() {
      let digits = String(limb)
      result += String(repeating: "0", count: 9 - digits.count) + digits
    }
    return result
  }
}
