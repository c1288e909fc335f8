import AltoDiagnostics
import AltoSource

extension Lexer {
  /// An integer or a float; `position` is at a digit.
  mutating func number(mayBeFloat: Bool) throws(SyntaxFault) -> Token {
    let start = position
    if mayBeFloat, let end = floatEnd(start) {
      position = end
      let digits = text(Span(start..<end)).filter { $0 != "_" }
      return Token(kind: .float(Double(digits) ?? .infinity), span: Span(start..<end))
    }
    let radix = prefixedRadix(start)
    position = radix == nil ? decimalEnd(start) : digitsEnd(start + 2, radix: radix ?? 10)
    let span = Span(start..<position)
    let digits = text(span).dropFirst(radix == nil ? 0 : 2).filter { $0 != "_" }
    guard let value = Int(digits, radix: radix ?? 10) else {
      throw fault(.numberTooLarge(literal: true, at: span))
    }
    return Token(kind: .integer(value), span: span)
  }

  /// The end of a float at `start`: digits, then a fraction, an exponent, or both; nil for an integer.
  private func floatEnd(_ start: Int) -> Int? {
    let whole = digitsEnd(start, radix: 10)
    var offset = whole
    if byte(offset) == UInt8(ascii: "."), isDigit(offset + 1, radix: 10) {
      offset = digitsEnd(offset + 1, radix: 10)
    }
    if let letter = byte(offset), letter | 0x20 == UInt8(ascii: "e") {
      let sign = byte(offset + 1)
      let signed = sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-")
      let first = offset + (signed ? 2 : 1)
      if isDigit(first, radix: 10) { offset = digitsEnd(first, radix: 10) }
    }
    return offset > whole ? offset : nil
  }

  /// Behind `0b`, `0o` or `0x` and at least one digit.
  private func prefixedRadix(_ start: Int) -> Int? {
    guard bytes[start] == UInt8(ascii: "0"), let letter = byte(start + 1) else { return nil }
    let radix: Int? =
      switch letter | 0x20 {
      case UInt8(ascii: "b"): 2
      case UInt8(ascii: "o"): 8
      case UInt8(ascii: "x"): 16
      default: nil
      }
    guard let radix else { return nil }
    let first = byte(start + 2) == UInt8(ascii: "_") ? start + 3 : start + 2
    return isDigit(first, radix: radix) ? radix : nil
  }

  /// Zeros, or digits that do not start with a zero: `007` is two numbers, and no grammar allows that.
  private func decimalEnd(_ start: Int) -> Int {
    guard bytes[start] == UInt8(ascii: "0") else { return digitsEnd(start, radix: 10) }
    var offset = start + 1
    while true {
      let next = byte(offset) == UInt8(ascii: "_") ? offset + 1 : offset
      guard byte(next) == UInt8(ascii: "0") else { return offset }
      offset = next + 1
    }
  }

  /// Behind digits with single underscores between them.
  private func digitsEnd(_ start: Int, radix: Int) -> Int {
    var offset = start
    while true {
      let next = byte(offset) == UInt8(ascii: "_") ? offset + 1 : offset
      guard isDigit(next, radix: radix) else { return offset }
      offset = next + 1
    }
  }

  private func isDigit(_ offset: Int, radix: Int) -> Bool {
    byte(offset).flatMap { Character(Unicode.Scalar($0)).hexDigitValue }.map { $0 < radix } ?? false
  }
}
