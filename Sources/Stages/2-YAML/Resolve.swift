/// The type that PyYAML's SafeLoader gives a plain scalar with this text.
package func resolve(plain text: some Collection<UInt8>) -> ScalarType {
  guard let first = text.first else { return .null }
  switch first {
  case UInt8(ascii: "y"), UInt8(ascii: "Y"), UInt8(ascii: "n"), UInt8(ascii: "N"), UInt8(ascii: "t"),
    UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"), UInt8(ascii: "o"), UInt8(ascii: "O"):
    return word(text)
  case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
    return number(Array(text)[...])
  case UInt8(ascii: "~"):
    return text.count == 1 ? .null : .string
  case UInt8(ascii: "="):
    return text.count == 1 ? .value : .string
  case UInt8(ascii: "<"):
    return text.elementsEqual("<<".utf8) ? .merge : .string
  default:
    return .string
  }
}

/// Each word counts in lower case, in upper case and with a capital.
private func word(_ text: some Collection<UInt8>) -> ScalarType {
  guard text.count <= 5 else { return .string }
  let word = String(decoding: text, as: UTF8.self)
  return switch word {
  case "yes", "Yes", "YES", "no", "No", "NO", "true", "True", "TRUE", "false", "False", "FALSE", "on", "On",
    "ON", "off", "Off", "OFF":
    .boolean
  case "null", "Null", "NULL": .null
  default: .string
  }
}

private func number(_ text: ArraySlice<UInt8>) -> ScalarType {
  if isFloat(text) { return .float }
  if isInteger(text) { return .integer }
  return isTimestamp(text) ? .timestamp : .string
}

// MARK: - The three shapes of numbers, as YAML 1.1's patterns in PyYAML have them

private func isFloat(_ text: ArraySlice<UInt8>) -> Bool {
  var rest = Matcher(text)
  let isSigned = rest.take(anyOf: "+-")
  if rest.take(".") {
    if rest.isRest("inf", "Inf", "INF") { return true }
    guard !isSigned else { return false }
    if rest.isRest("nan", "NaN", "NAN") { return true }
    guard rest.take(where: isDigit) else { return false }
    rest.takeAll(where: isDigitOrUnderscore)
    return rest.takeExponent() && rest.isAtEnd
  }
  guard rest.take(where: isDigit) else { return false }
  rest.takeAll(where: isDigitOrUnderscore)
  let isSexagesimal = rest.takeSexagesimalParts()
  guard rest.take(".") else { return false }
  rest.takeAll(where: isDigitOrUnderscore)
  return (isSexagesimal || rest.takeExponent()) && rest.isAtEnd
}

private func isInteger(_ text: ArraySlice<UInt8>) -> Bool {
  var rest = Matcher(text)
  _ = rest.take(anyOf: "+-")
  if rest.take("0") {
    if rest.isAtEnd { return true }
    if rest.take("b") { return rest.takeAll { $0 == 0x30 || $0 == 0x31 || $0 == 0x5F } > 0 && rest.isAtEnd }
    if rest.take("x") { return rest.takeAll { isHex($0) || $0 == 0x5F } > 0 && rest.isAtEnd }
    return rest.takeAll { 0x30...0x37 ~= $0 || $0 == 0x5F } > 0 && rest.isAtEnd
  }
  guard rest.take(where: isDigit) else { return false }
  rest.takeAll(where: isDigitOrUnderscore)
  _ = rest.takeSexagesimalParts()
  return rest.isAtEnd
}

private func isTimestamp(_ text: ArraySlice<UInt8>) -> Bool {
  // The bare date needs two digits in each part; with a time one is enough.
  guard let timestamp = Timestamp(text) else { return false }
  return timestamp.time != nil || text.count == 10
}

func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }

private func isDigitOrUnderscore(_ byte: UInt8) -> Bool { isDigit(byte) || byte == UInt8(ascii: "_") }

private func isHex(_ byte: UInt8) -> Bool {
  isDigit(byte) || UInt8(ascii: "a")...UInt8(ascii: "f") ~= byte | 0x20
}

extension Matcher {
  /// `(:[0-5]?[0-9])+`
  fileprivate mutating func takeSexagesimalParts() -> Bool {
    var found = false
    while take(":") {
      let start = rest.first
      let count = takeAll(where: isDigit)
      guard count == 1 || (count == 2 && start.map { $0 <= UInt8(ascii: "5") } == true) else {
        // Leaves a rest that fits nothing.
        rest = [0]
        return false
      }
      found = true
    }
    return found
  }

  /// `([eE][-+][0-9]+)?`
  fileprivate mutating func takeExponent() -> Bool {
    guard take(anyOf: "eE") else { return true }
    return take(anyOf: "+-") && takeAll(where: isDigit) > 0
  }
}
