/// The exact decimal value of a float, for rounding as C and Python do it: to even, on every digit.
struct DecimalExpansion {
  /// Digits without leading zeros; empty for zero.
  private(set) var digits: [UInt8]
  /// The value is `0.digits` times ten to this power.
  private(set) var exponent: Int

  /// - Precondition: `value` is finite. Its sign is ignored.
  init(_ value: Double) {
    var integer = BigDecimal(value.significandBitPattern | (value.isNormal ? 1 << 52 : 0))
    let power = (value.isNormal ? Int(value.exponentBitPattern) : 1) - 1075
    // A fraction of n binary digits has n decimal digits: multiply by ten where two divides.
    for _ in 0..<abs(power) { integer.multiply(by: power > 0 ? 2 : 5) }
    digits = integer.decimalDigits
    exponent = digits.count + min(0, power)
    while digits.last == 0 { digits.removeLast() }
  }

  /// Rounds to `count` digits; fewer than one leaves one digit or zero.
  mutating func round(toDigits count: Int) {
    guard count < digits.count else { return }
    guard count >= 0 else {
      digits = []
      return
    }
    let rest = digits[count...]
    let isHalf = rest.first == 5 && rest.dropFirst().allSatisfy { $0 == 0 }
    let last = count > 0 ? digits[count - 1] : 0
    let goesUp = isHalf ? last % 2 == 1 : (rest.first ?? 0) >= 5
    digits = Array(digits[..<count])
    if goesUp { increment() }
    while digits.last == 0 { digits.removeLast() }
  }

  /// Rounds to `count` digits behind the point, or before it when negative.
  mutating func round(toPlaces count: Int) {
    round(toDigits: exponent + count)
  }

  private mutating func increment() {
    var index = digits.count - 1
    while index >= 0, digits[index] == 9 {
      digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      digits[index] += 1
    } else {
      digits.insert(1, at: 0)
      exponent += 1
    }
  }

  /// `places` digits behind the point.
  func fixed(places: Int) -> String {
    let whole = exponent > 0 ? digit(0..<exponent) : "0"
    guard places > 0 else { return whole }
    return whole + "." + digit(exponent..<exponent + places)
  }

  /// One digit before the point and `places` behind it, without the exponent.
  func scientific(places: Int) -> String {
    let first = digit(0..<1)
    return places > 0 ? first + "." + digit(1..<1 + places) : first
  }

  /// The exponent of the scientific form.
  var scientificExponent: Int { digits.isEmpty ? 0 : exponent - 1 }

  private func digit(_ range: Range<Int>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(range.count)
    for index in range {
      text.append(UInt8(ascii: "0") + (digits.indices.contains(index) ? digits[index] : 0))
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// A natural number of any size in base 10⁹, least significant part first.
private struct BigDecimal {
  private var parts: [UInt32]

  init(_ value: UInt64) {
    parts = [UInt32(value % 1_000_000_000), UInt32(value / 1_000_000_000 % 1_000_000_000)]
    parts.append(UInt32(value / 1_000_000_000_000_000_000))
  }

  mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in parts.indices {
      let product = UInt64(parts[index]) * factor + carry
      parts[index] = UInt32(product % 1_000_000_000)
      carry = product / 1_000_000_000
    }
    if carry > 0 { parts.append(UInt32(carry)) }
  }

  var decimalDigits: [UInt8] {
    var digits: [UInt8] = []
    for part in parts {
      var rest = part
      for _ in 0..<9 {
        digits.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while digits.last == 0 { digits.removeLast() }
    return digits.reversed()
  }
}
