import AltoDiagnostics

/// What stands behind the colon of `{:>8.2f}`.
struct FormatSpecification {
  enum Alignment: UInt8 {
    case left = 0x3C
    case right = 0x3E
    case center = 0x5E
    case behindSign = 0x3D
  }

  private(set) var fill: Unicode.Scalar = " "
  private(set) var alignment: Alignment?
  private(set) var sign: Unicode.Scalar?
  private(set) var isAlternate = false
  private(set) var width = 0
  private(set) var grouping: Unicode.Scalar?
  private(set) var precision: Int?
  private(set) var type: Unicode.Scalar?

  /// Nil when the text is no specification.
  init?(_ text: String) {
    var rest = Array(text.unicodeScalars)[...]
    var hasFill = false
    if rest.count > 1, let found = FormatSpecification.alignment(rest[rest.startIndex + 1]) {
      hasFill = true
      fill = rest.removeFirst()
      alignment = found
      rest.removeFirst()
    } else if let first = rest.first, let found = FormatSpecification.alignment(first) {
      alignment = found
      rest.removeFirst()
    }
    if let first = rest.first, ["+", "-", " "].contains(first) { sign = rest.removeFirst() }
    if rest.first == "z" { return nil }
    if rest.first == "#" {
      isAlternate = true
      rest.removeFirst()
    }
    if rest.first == "0" {
      rest.removeFirst()
      if !hasFill { fill = "0" }
      if alignment == nil { alignment = .behindSign }
    }
    width = FormatSpecification.number(&rest) ?? 0
    if let first = rest.first, first == "," || first == "_" { grouping = rest.removeFirst() }
    if rest.first == "." {
      rest.removeFirst()
      guard let number = FormatSpecification.number(&rest) else { return nil }
      precision = number
    }
    type = rest.popFirst()
    guard rest.isEmpty else { return nil }
  }

  private static func alignment(_ scalar: Unicode.Scalar) -> Alignment? {
    UInt8(exactly: scalar.value).flatMap { Alignment(rawValue: $0) }
  }

  private static func number(_ rest: inout ArraySlice<Unicode.Scalar>) -> Int? {
    let digits = rest.prefix { "0"..."9" ~= $0 }
    rest = rest.dropFirst(digits.count)
    if digits.isEmpty { return nil }
    return Int(digits.reduce(into: "") { $0.unicodeScalars.append($1) }) ?? .max
  }

  // MARK: Writing

  /// Nil where Python raises.
  func formatted(text: String) -> String? {
    guard type == nil || type == "s", sign == nil, !isAlternate, grouping == nil, alignment != .behindSign
    else {
      // A zero before the width is allowed for text since Python 3.10.
      guard alignment == .behindSign, fill == "0", type == nil || type == "s", sign == nil, !isAlternate,
        grouping == nil
      else { return nil }
      return padded("", precision.map { PythonText.slice(text, to: $0) } ?? text, default: .left)
    }
    return padded("", precision.map { PythonText.slice(text, to: $0) } ?? text, default: .left)
  }

  /// Nil where Python raises.
  func formatted(_ number: Int) -> String? {
    switch type {
    case nil, "d", "n", "b", "o", "x", "X":
      guard precision == nil else { return nil }
      let radix = type == "b" ? 2 : type == "o" ? 8 : type == "x" || type == "X" ? 16 : 10
      if grouping == ",", radix != 10 || type == "n" { return nil }
      let digits = String(number.magnitude, radix: radix, uppercase: type == "X")
      let prefix = isAlternate && radix != 10 ? "0" + (type.map { String($0) } ?? "") : ""
      return padded(
        signText(number < 0) + prefix, whole: digits, rest: "", groupSize: radix == 10 ? 3 : 4)
    case "c":
      guard sign == nil, precision == nil, let scalar = UInt32(exactly: number).flatMap(Unicode.Scalar.init)
      else {
        return nil
      }
      return padded("", String(scalar), default: .left)
    case "e", "E", "f", "F", "g", "G", "%": return formatted(Double(number))
    default: return nil
    }
  }

  /// Nil where Python raises.
  func formatted(_ number: Double) -> String? {
    let isNegative = number.sign == .minus && !number.isNaN
    guard let digits = digits(of: number) else { return nil }
    let whole = digits.prefix { $0.isNumber }
    return padded(
      signText(isNegative), whole: String(whole), rest: String(digits.dropFirst(whole.count)), groupSize: 3)
  }

  private func digits(of number: Double) -> String? {
    let percent = type == "%" ? "%" : ""
    let scaled = type == "%" ? number * 100 : number
    guard scaled.isFinite else {
      let text = scaled.isNaN ? "nan" : "inf"
      return (type == "E" || type == "F" || type == "G" ? text.uppercased() : text) + percent
    }
    switch type {
    case "e": return FloatText.formatted(scaled, type: .scientific, precision: precision ?? 6)
    case "E": return FloatText.formatted(scaled, type: .scientific, precision: precision ?? 6).uppercased()
    case "f", "F", "%": return FloatText.formatted(scaled, type: .fixed, precision: precision ?? 6) + percent
    case "g", "n": return general(scaled)
    case "G": return general(scaled).uppercased()
    case nil: return untyped(scaled.magnitude)
    default: return nil
    }
  }

  private func general(_ number: Double) -> String {
    FloatText.formatted(number, type: .general, precision: precision ?? 6, keepsZeros: isAlternate)
  }

  /// As `repr` without a precision; with one as `g`, but never without a digit behind the point.
  private func untyped(_ number: Double) -> String {
    guard let precision else { return FloatText.shortest(number) }
    var expansion = DecimalExpansion(number)
    expansion.round(toDigits: max(precision, 1))
    let exponent = expansion.scientificExponent
    let text = FloatText.formatted(number, type: .general, precision: precision)
    if exponent == max(precision, 1) - 1, !text.contains("e"), !text.contains(".") {
      return FloatText.formatted(number, type: .scientific, precision: max(precision, 1) - 1)
    }
    return text.contains(".") || text.contains("e") ? text : text + ".0"
  }

  private func signText(_ isNegative: Bool) -> String {
    isNegative ? "-" : sign == "+" ? "+" : sign == " " ? " " : ""
  }

  /// Puts separators between the digits of the whole part, then pads.
  private func padded(_ sign: String, whole: String, rest: String, groupSize: Int) -> String {
    guard let grouping else { return padded(sign, whole + rest, default: .right) }
    var digits = whole
    if fill == "0", alignment == .behindSign {
      // The zeros are grouped too, and the first of them is never a separator.
      let room = width - sign.utf8.count - rest.utf8.count
      while FormatSpecification.groupedCount(digits.utf8.count, groupSize) < room { digits = "0" + digits }
    }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.utf8.count - index) % groupSize == 0 { grouped.unicodeScalars.append(grouping) }
      grouped.append(digit)
    }
    return padded(sign, grouped + rest, default: .right)
  }

  private static func groupedCount(_ digits: Int, _ size: Int) -> Int { digits + (digits - 1) / size }

  private func padded(_ sign: String, _ text: String, default standard: Alignment) -> String {
    let space = max(0, width - sign.utf8.count - text.unicodeScalars.count)
    func filling(_ count: Int) -> String { String(repeating: String(fill), count: count) }
    return switch alignment ?? standard {
    case .left: sign + text + filling(space)
    case .right: filling(space) + sign + text
    case .center: filling(space / 2) + sign + text + filling(space - space / 2)
    case .behindSign: standard == .left ? text + filling(space) : sign + filling(space) + text
    }
  }
}
