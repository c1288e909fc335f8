import AltoDiagnostics

/// One `%` conversion of a format.
struct PercentDirective {
  var key: String?
  var isLeft = false
  var hasSign = false
  var hasSpace = false
  var isAlternate = false
  var isZeroPadded = false
  var width = 0
  var precision: Int?
  var type: UInt8 = 0
}

/// Hands out the values of a `%` format in order.
private struct FormatValues {
  let right: Value
  let isTuple: Bool
  private var rest: ArraySlice<Value>
  private(set) var usedKey = false

  init(_ right: Value) {
    self.right = right
    switch right.payload {
    case .tuple(let items), .group(let items):
      isTuple = true
      rest = items[...]
    default:
      isTuple = false
      rest = [right]
    }
  }

  mutating func next() throws(Fault) -> Value {
    guard let value = rest.popFirst() else { throw .value(.formatNeedsMoreArguments) }
    return value
  }

  mutating func value(for key: String) throws(Fault) -> Value {
    guard case .dict(let map) = right.payload else { throw .value(.formatNeedsDict) }
    usedKey = true
    guard let value = map.value(for: .text(Array(key.utf8))) else { throw .value(.formatNeedsMoreArguments) }
    return value
  }

  /// Whether a value was given that the format did not use; Python overlooks an unused dict or list.
  var isLeftOver: Bool {
    guard !rest.isEmpty else { return false }
    if isTuple { return true }
    switch right.payload {
    case .dict, .list, .range: return false
    default: return true
    }
  }
}

/// `format % values`.
extension Evaluator {
  mutating func percentFormat(_ owner: Value, _ format: String, _ right: Value) throws(Fault) -> Value {
    var values = FormatValues(right)
    let bytes = Array(format.utf8)
    var result: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      guard bytes[offset] == UInt8(ascii: "%") else {
        result.append(bytes[offset])
        offset += 1
        continue
      }
      offset += 1
      let directive = try directive(bytes, &offset, &values)
      if directive.type == UInt8(ascii: "%") {
        result.append(UInt8(ascii: "%"))
        continue
      }
      let value: Value
      if let key = directive.key { value = try values.value(for: key) } else { value = try values.next() }
      result += try converted(directive, value, escapes: owner.isMarkup).utf8
      try allow(textOf: result.count)
    }
    if values.isLeftOver { throw .value(.formatHasMoreArguments) }
    return owner.sameKind(PythonText.string(result))
  }

  /// Reads a conversion behind its `%`.
  private func directive(
    _ bytes: [UInt8], _ offset: inout Int, _ values: inout FormatValues
  ) throws(Fault) -> PercentDirective {
    var directive = PercentDirective()
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "(") {
      guard let close = bytes[offset...].firstIndex(of: UInt8(ascii: ")")) else {
        throw .value(.formatIncomplete)
      }
      directive.key = PythonText.string(bytes[offset + 1..<close])
      offset = close + 1
    }
    while offset < bytes.count, directive.takeFlag(bytes[offset]) { offset += 1 }
    directive.width = try number(bytes, &offset, &values) ?? 0
    if directive.width < 0 {
      directive.isLeft = true
      directive.width = directive.width == .min ? .max : -directive.width
    }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      directive.precision = max(0, try number(bytes, &offset, &values) ?? 0)
    }
    while offset < bytes.count, [0x68, 0x6C, 0x4C].contains(bytes[offset]) { offset += 1 }
    guard offset < bytes.count else { throw .value(.formatIncomplete) }
    directive.type = bytes[offset]
    offset += 1
    guard directive.width <= Limits.textSize, directive.precision ?? 0 <= Limits.textSize else {
      throw .limit(.textSize(Limits.textSize))
    }
    return directive
  }

  /// Digits, or `*` for a value.
  private func number(
    _ bytes: [UInt8], _ offset: inout Int, _ values: inout FormatValues
  ) throws(Fault) -> Int? {
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "*") {
      offset += 1
      let value = try values.next()
      guard let number = value.integer else { throw .misuse(.notAnInteger, value.typeName) }
      return number
    }
    let digits = bytes[offset...].prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    offset += digits.count
    if digits.isEmpty { return nil }
    return Int(PythonText.string(digits)) ?? .max
  }

  private mutating func converted(
    _ directive: PercentDirective, _ value: Value, escapes: Bool
  ) throws(Fault) -> String {
    if case .undefined(let undefined) = value.payload { throw .undefined(undefined) }
    switch directive.type {
    case UInt8(ascii: "s"), UInt8(ascii: "r"), UInt8(ascii: "a"):
      var text: String
      if directive.type == UInt8(ascii: "s") {
        text = try string(of: value)
        if escapes { text = value.escapedText(text) }
      } else {
        text = try repr(value, asciiOnly: directive.type == UInt8(ascii: "a"))
        if escapes { text = PythonText.htmlEscaped(text) }
      }
      if let precision = directive.precision { text = PythonText.slice(text, to: precision) }
      return directive.padded(text)
    case UInt8(ascii: "c"): return directive.padded(try character(value))
    case UInt8(ascii: "d"), UInt8(ascii: "i"), UInt8(ascii: "u"):
      return directive.padded(try integer(value, truncates: true), radix: 10)
    case UInt8(ascii: "x"), UInt8(ascii: "X"), UInt8(ascii: "o"):
      let radix = directive.type == UInt8(ascii: "o") ? 8 : 16
      return directive.padded(try integer(value, truncates: false), radix: radix)
    case UInt8(ascii: "e"), UInt8(ascii: "E"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "g"),
      UInt8(ascii: "G"):
      guard let number = value.number else { throw .misuse(.notANumber, value.typeName) }
      return directive.padded(number)
    default: throw .value(.formatUnknownType(String(Character(Unicode.Scalar(directive.type)))))
    }
  }

  private func character(_ value: Value) throws(Fault) -> String {
    if let text = value.text, text.unicodeScalars.count == 1 { return text }
    guard let number = value.integer, let scalar = UInt32(exactly: number).flatMap(Unicode.Scalar.init) else {
      throw .misuse(.notAnInteger, value.typeName)
    }
    return String(scalar)
  }

  private func integer(_ value: Value, truncates: Bool) throws(Fault) -> Int {
    if let number = value.integer { return number }
    guard truncates, let number = value.number else { throw .misuse(.notAnInteger, value.typeName) }
    return try Arithmetic.truncated(number)
  }
}

extension PercentDirective {
  /// Reads one flag; false for any other byte.
  fileprivate mutating func takeFlag(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "-"): isLeft = true
    case UInt8(ascii: "+"): hasSign = true
    case UInt8(ascii: " "): hasSpace = true
    case UInt8(ascii: "#"): isAlternate = true
    case UInt8(ascii: "0"): isZeroPadded = true
    default: return false
    }
    return true
  }

  fileprivate func padded(_ text: String) -> String {
    let space = String(repeating: " ", count: max(0, width - text.unicodeScalars.count))
    return isLeft ? text + space : space + text
  }

  /// Zeros go between the sign and the digits.
  private func padded(sign: String, digits: String) -> String {
    guard isZeroPadded, !isLeft else { return padded(sign + digits) }
    return sign + String(repeating: "0", count: max(0, width - sign.utf8.count - digits.utf8.count)) + digits
  }

  private func sign(_ isNegative: Bool) -> String { isNegative ? "-" : hasSign ? "+" : hasSpace ? " " : "" }

  fileprivate func padded(_ number: Int, radix: Int) -> String {
    let isUpper = type == UInt8(ascii: "X")
    var digits = String(number.magnitude, radix: radix, uppercase: isUpper)
    if let precision {
      digits = String(repeating: "0", count: max(0, precision - digits.utf8.count)) + digits
    }
    let prefix = isAlternate && radix != 10 ? "0" + String(Character(Unicode.Scalar(type))) : ""
    return padded(sign: sign(number < 0) + prefix, digits: digits)
  }

  fileprivate func padded(_ number: Double) -> String {
    let isUpper = UInt8(ascii: "A")...UInt8(ascii: "Z") ~= type
    let kind: FloatText.FormatType =
      switch type | 0x20 {
      case UInt8(ascii: "e"): .scientific
      case UInt8(ascii: "f"): .fixed
      default: .general
      }
    let isNegative = number.sign == .minus && !number.isNaN
    guard number.isFinite else {
      let text = number.isNaN ? "nan" : "inf"
      return padded(sign: sign(isNegative), digits: isUpper ? text.uppercased() : text)
    }
    let text = FloatText.formatted(number, type: kind, precision: precision ?? 6, keepsZeros: isAlternate)
    return padded(sign: sign(isNegative), digits: isUpper ? text.uppercased() : text)
  }
}
