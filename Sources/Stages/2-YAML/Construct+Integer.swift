import ImageIR

/// Integers of any size keep their digits; those in another base than ten are limited to what Python prints.
func constructInteger(_ text: String) -> Result<LateValue, ConstructionFailure> {
  guard let signed = SignedText(text), let first = signed.digits.first else { return notAnInteger }
  let digits = signed.digits
  let read: PythonInteger? =
    if digits.elementsEqual("0".utf8) {
      PythonInteger(isNegative: false, digits: "0")
    } else if digits.starts(with: "0b".utf8) {
      PythonInteger(digits.dropFirst(2), base: 2)
    } else if digits.starts(with: "0x".utf8) {
      PythonInteger(digits.dropFirst(2), base: 16)
    } else if first == UInt8(ascii: "0") {
      PythonInteger(digits, base: 8)
    } else if digits.contains(UInt8(ascii: ":")) {
      PythonInteger(sexagesimal: digits)
    } else {
      PythonInteger(digits, base: 10)
    }
  guard let read else { return notAnInteger }
  let isNegative = read.isNegative != signed.isNegative && read.digits != "0"
  return .success(.integer((isNegative ? "-" : "") + read.digits))
}

private var notAnInteger: Result<LateValue, ConstructionFailure> {
  .refused("it is no integer that Python can read")
}

/// What Python's `int(text, base)` gives.
struct PythonInteger {
  let isNegative: Bool
  /// Decimal, without leading zeros.
  let digits: String

  /// Python prints no longer integer.
  private static let maximumDigits = 4_300

  init(isNegative: Bool, digits: String) {
    self.isNegative = isNegative
    self.digits = digits
  }

  init?(_ text: ArraySlice<UInt8>, base: UInt32) {
    var rest = Matcher(stripped(text))
    let isNegative = rest.rest.first == UInt8(ascii: "-")
    _ = rest.take(anyOf: "+-")
    rest.dropPrefix(ofBase: base)
    guard let digits = Self.decimal(rest.rest, base: base) else { return nil }
    self.init(isNegative: isNegative, digits: digits)
  }

  /// `1:30:00`: the parts count in sixties.
  init?(sexagesimal text: ArraySlice<UInt8>) {
    let parts = text.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
    guard let first = parts.first, parts.count <= Self.maximumDigits, first.count <= Self.maximumDigits,
      var sum = DecimalInteger(digits: stripped(first), base: 10)
    else { return nil }
    for part in parts.dropFirst() {
      guard part.allSatisfy(isDigit), let digit = UInt32(String(decoding: part, as: UTF8.self)) else {
        return nil
      }
      sum.multiply(by: 60, adding: digit)
    }
    self.init(isNegative: false, digits: sum.description)
  }

  private static func decimal(_ digits: ArraySlice<UInt8>, base: UInt32) -> String? {
    guard base != 10 else {
      guard !digits.isEmpty, digits.allSatisfy(isDigit) else { return nil }
      let significant = digits.drop { $0 == UInt8(ascii: "0") }
      return significant.isEmpty ? "0" : String(decoding: significant, as: UTF8.self)
    }
    guard digits.count <= 4 * maximumDigits,
      let result = DecimalInteger(digits: digits, base: base)?.description, result.count <= maximumDigits
    else { return nil }
    return result
  }
}

extension Matcher {
  /// `0x` before base 16, `0o` before base 8, `0b` before base 2.
  fileprivate mutating func dropPrefix(ofBase base: UInt32) {
    let letter: StaticString
    switch base {
    case 2: letter = "bB"
    case 8: letter = "oO"
    case 16: letter = "xX"
    default: return
    }
    var other = self
    if other.take("0"), other.take(anyOf: letter) { self = other }
  }
}
