import ImageIR

func constructFloat(_ text: String) -> Result<LateValue, ConstructionFailure> {
  guard let signed = SignedText(text.lowercased()), let number = magnitude(signed.digits) else {
    return .refused("it is no number")
  }
  return .success(.float(signed.isNegative && !number.isNaN ? -number : number))
}

private func magnitude(_ digits: ArraySlice<UInt8>) -> Double? {
  guard !digits.isEmpty else { return nil }
  if digits.elementsEqual(".inf".utf8) { return .infinity }
  if digits.elementsEqual(".nan".utf8) { return .nan }
  guard digits.contains(UInt8(ascii: ":")) else { return pythonFloat(digits) }
  var sum = 0.0
  var base = 1.0
  // From the right, in the order in which Python rounds.
  for part in digits.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false).reversed() {
    guard let number = pythonFloat(part), base.isFinite else { return nil }
    sum += number * base
    base *= 60
  }
  return sum
}

/// What Python's `float(text)` gives, for text in lower case.
private func pythonFloat(_ text: ArraySlice<UInt8>) -> Double? {
  var rest = Matcher(stripped(text))
  let isNegative = rest.rest.first == UInt8(ascii: "-")
  _ = rest.take(anyOf: "+-")
  let number: Double?
  if rest.isRest("inf", "infinity") {
    number = .infinity
  } else if rest.isRest("nan") {
    number = .nan
  } else {
    number = decimal(rest.rest)
  }
  return number.map { isNegative ? -$0 : $0 }
}

/// Digits with a point and an exponent, in the one form that every reader of numbers takes.
private func decimal(_ text: ArraySlice<UInt8>) -> Double? {
  var rest = Matcher(text)
  let whole = rest.rest.prefix(while: isDigit)
  rest.takeAll(where: isDigit)
  var fraction = rest.rest.prefix(0)
  if rest.take(".") {
    fraction = rest.rest.prefix(while: isDigit)
    rest.takeAll(where: isDigit)
  }
  guard !whole.isEmpty || !fraction.isEmpty else { return nil }
  var normal = Array("0".utf8) + whole + Array(".".utf8) + fraction + Array("0".utf8)
  if rest.take("e") {
    let exponent = rest.rest
    _ = rest.take(anyOf: "+-")
    guard rest.takeAll(where: isDigit) > 0 else { return nil }
    normal += Array("e".utf8) + exponent
  }
  guard rest.isAtEnd else { return nil }
  return Double(String(decoding: normal, as: UTF8.self))
}
