/// How Python writes floats.
enum FloatText {
  /// `repr`: the shortest digits that read back as the same value.
  static func shortest(_ value: Double) -> String {
    if value.isNaN { return "nan" }
    if value.isInfinite { return value < 0 ? "-inf" : "inf" }
    let (digits, exponent) = shortestDigits(value.magnitude)
    let sign = value.sign == .minus ? "-" : ""
    // Python writes 1e-05 and 1e+16, and everything between with a point.
    guard exponent > -4, exponent <= 16 else {
      let fraction = digits.count > 1 ? "." + digits.dropFirst() : ""
      return sign + digits.prefix(1) + fraction + "e" + exponentText(exponent - 1)
    }
    if exponent <= 0 { return sign + "0." + String(repeating: "0", count: -exponent) + digits }
    if digits.count <= exponent {
      return sign + digits + String(repeating: "0", count: exponent - digits.count) + ".0"
    }
    return sign + digits.prefix(exponent) + "." + digits.dropFirst(exponent)
  }

  /// At least two digits with a sign.
  static func exponentText(_ exponent: Int) -> String {
    let digits = String(abs(exponent))
    return (exponent < 0 ? "-" : "+") + (digits.count < 2 ? "0" : "") + digits
  }

  /// The shortest digits and the power of ten by which `0.digits` is multiplied, out of Swift's own form.
  private static func shortestDigits(_ value: Double) -> (digits: String, exponent: Int) {
    if value == 0 { return ("0", 1) }
    let parts = value.description.split(separator: "e")
    let mantissa = parts[0].split(separator: ".")
    let fraction = mantissa.count > 1 && mantissa[1] != "0" ? mantissa[1] : ""
    var digits = String(mantissa[0] + fraction)
    var exponent = mantissa[0].count + (parts.count > 1 ? Int(parts[1]) ?? 0 : 0)
    let zeros = digits.prefix { $0 == "0" }.count
    digits.removeFirst(zeros)
    exponent -= zeros
    while digits.last == "0" { digits.removeLast() }
    return (digits, exponent)
  }

  /// `%.3f` and friends. `value` is finite; the sign is left out.
  static func formatted(_ value: Double, type: FormatType, precision: Int, keepsZeros: Bool = false) -> String
  {
    var expansion = DecimalExpansion(value)
    switch type {
    case .fixed:
      expansion.round(toPlaces: precision)
      return expansion.fixed(places: precision)
    case .scientific:
      expansion.round(toDigits: precision + 1)
      return expansion.scientific(places: precision) + "e" + exponentText(expansion.scientificExponent)
    case .general:
      return general(&expansion, precision: max(precision, 1), keepsZeros: keepsZeros)
    }
  }

  private static func general(_ expansion: inout DecimalExpansion, precision: Int, keepsZeros: Bool) -> String
  {
    expansion.round(toDigits: precision)
    let exponent = expansion.scientificExponent
    let isScientific = exponent < -4 || exponent >= precision
    var text =
      isScientific
      ? expansion.scientific(places: precision - 1) : expansion.fixed(places: precision - 1 - exponent)
    if !keepsZeros, text.utf8.contains(UInt8(ascii: ".")) {
      while text.last == "0" { text.removeLast() }
      if text.last == "." { text.removeLast() }
    }
    return isScientific ? text + "e" + exponentText(exponent) : text
  }

  enum FormatType {
    case fixed, scientific, general
  }

  /// Python's `float(text)`: nil where it raises.
  static func parse(_ text: String) -> Double? {
    let trimmed = PythonText.strip(text)
    let bytes = Array(trimmed.utf8)
    let unsigned = bytes.first.map { $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "-") } == true ? 1 : 0
    let word = String(decoding: bytes[unsigned...], as: UTF8.self).lowercased()
    let sign: Double = bytes.first == UInt8(ascii: "-") ? -1 : 1
    if word == "inf" || word == "infinity" { return sign * .infinity }
    if word == "nan" { return .nan }
    guard isDecimal(bytes[unsigned...]) else { return nil }
    return Double(String(decoding: bytes.filter { $0 != UInt8(ascii: "_") }, as: UTF8.self))
  }

  /// Digits with single underscores between them, a point and an exponent: no hexadecimal form.
  private static func isDecimal(_ bytes: ArraySlice<UInt8>) -> Bool {
    var previous = UInt8(ascii: ".")
    var digits = 0
    var seenPoint = false
    var seenExponent = false
    for (offset, byte) in zip(bytes.indices, bytes) {
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): digits += 1
      case UInt8(ascii: "_"):
        guard isDigit(previous), offset + 1 < bytes.endIndex, isDigit(bytes[offset + 1]) else { return false }
      case UInt8(ascii: ".") where !seenPoint && !seenExponent: seenPoint = true
      case UInt8(ascii: "e"), UInt8(ascii: "E"):
        guard !seenExponent, digits > 0 else { return false }
        seenExponent = true
        digits = 0
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        guard previous == UInt8(ascii: "e") || previous == UInt8(ascii: "E") else { return false }
      default: return false
      }
      previous = byte
    }
    return digits > 0
  }

  private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
