/// Takes bytes from the front of a text, one pattern after the other.
struct Matcher {
  var rest: ArraySlice<UInt8>

  init(_ text: ArraySlice<UInt8>) {
    rest = text
  }

  var isAtEnd: Bool { rest.isEmpty }

  mutating func take(where fits: (UInt8) -> Bool) -> Bool {
    guard let first = rest.first, fits(first) else { return false }
    rest = rest.dropFirst()
    return true
  }

  mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    take { UInt32($0) == scalar.value }
  }

  mutating func take(anyOf bytes: StaticString) -> Bool {
    take { byte in bytes.withUTF8Buffer { $0.contains(byte) } }
  }

  /// - Returns: how many were taken.
  @discardableResult
  mutating func takeAll(where fits: (UInt8) -> Bool) -> Int {
    let before = rest.count
    rest = rest.drop(while: fits)
    return before - rest.count
  }

  /// Between `counts` digits, as a number.
  mutating func takeNumber(_ counts: ClosedRange<Int>) -> Int? {
    let digits = rest.prefix(counts.upperBound).prefix(while: isDigit)
    guard counts.contains(digits.count) else { return nil }
    rest = rest.dropFirst(digits.count)
    return digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  func isRest(_ words: StaticString...) -> Bool {
    words.contains { word in word.withUTF8Buffer { rest.elementsEqual($0) } }
  }
}
