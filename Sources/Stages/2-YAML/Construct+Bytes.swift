import ImageIR

/// Base64 as Python's lenient decoder reads it: what is no digit is passed over, the padding has to fit.
func constructBytes(_ text: String) -> Result<LateValue, ConstructionFailure> {
  var bytes: [UInt8] = []
  var quad = 0
  var left: UInt8 = 0
  var padding = 0
  for byte in text.utf8 {
    guard byte < 0x80 else { return .refused("base64 has no such character") }
    if byte == UInt8(ascii: "=") {
      if quad >= 2 {
        padding += 1
        if quad + padding >= 4 { return .success(.bytes(bytes)) }
      }
      continue
    }
    guard let digit = base64Digit(byte) else { continue }
    padding = 0
    switch quad {
    case 0: left = digit
    case 1: bytes.append(left << 2 | digit >> 4)
    case 2: bytes.append(left << 4 | digit >> 2)
    default: bytes.append(left << 6 | digit)
    }
    left = digit
    quad = (quad + 1) % 4
  }
  return quad == 0 ? .success(.bytes(bytes)) : .refused("it is not base64: its end is missing")
}

private func base64Digit(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte - UInt8(ascii: "A")
  case UInt8(ascii: "a")...UInt8(ascii: "z"): byte - UInt8(ascii: "a") + 26
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0") + 52
  case UInt8(ascii: "+"): 62
  case UInt8(ascii: "/"): 63
  default: nil
  }
}
