/// A Python string literal in ASCII: also an interpreter in the C locale reads it.
package func pythonString(_ text: String) -> String {
  var result = "'"
  for scalar in text.unicodeScalars {
    switch scalar {
    case "'": result += "\\'"
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case " "..."~": result.unicodeScalars.append(scalar)
    case "\0"..."\u{FF}": result += "\\x" + hex(scalar.value, width: 2)
    case "\u{100}"..."\u{FFFF}": result += "\\u" + hex(scalar.value, width: 4)
    default: result += "\\U" + hex(scalar.value, width: 8)
    }
  }
  return result + "'"
}

/// A Python bytes literal.
func pythonBytes(_ bytes: [UInt8]) -> String {
  var result = "b'"
  for byte in bytes {
    switch byte {
    case UInt8(ascii: "'"), UInt8(ascii: "\\"): result += "\\" + String(Unicode.Scalar(byte))
    case UInt8(ascii: " ")...UInt8(ascii: "~"): result += String(Unicode.Scalar(byte))
    default: result += "\\x" + hex(UInt32(byte), width: 2)
    }
  }
  return result + "'"
}

/// A Python integer of decimal digits. Python refuses literals of more than 4300 digits, so long ones are
/// composed.
func pythonInteger(_ digits: String) -> String {
  let isNegative = digits.hasPrefix("-")
  let magnitude = Array(digits.utf8.filter { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 })
  var chunks: [String] = []
  var end = magnitude.count
  while end > 0 {
    let start = max(0, end - integerChunk)
    let chunk = magnitude[start..<end].drop { $0 == UInt8(ascii: "0") }
    chunks.append(chunk.isEmpty ? "0" : String(decoding: chunk, as: UTF8.self))
    end = start
  }
  var result = chunks.popLast() ?? "0"
  if !chunks.isEmpty {
    // The lowest chunk comes last: each has its own power, so that nothing is nested.
    let parts = ([result] + chunks.reversed()).enumerated().map { index, chunk in
      "\(chunk)*10**\((chunks.count - index) * integerChunk)"
    }
    result = "(" + parts.joined(separator: "+") + ")"
  }
  return isNegative ? "-" + result : result
}

private let integerChunk = 4000

/// A Python float that is exactly `value`.
func pythonFloat(_ value: Double) -> String {
  if value.isNaN { return "float('nan')" }
  if value.isInfinite { return value < 0 ? "float('-inf')" : "float('inf')" }
  return value.description
}

/// Whether `text` can stand as a name in Python code: an ASCII identifier and no keyword.
func isPythonName(_ text: String) -> Bool {
  guard let first = text.utf8.first, !(UInt8(ascii: "0")...UInt8(ascii: "9") ~= first) else { return false }
  return text.utf8.allSatisfy(isNameByte) && !pythonKeywords.contains(text)
}

func isNameByte(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
    true
  default: false
  }
}

private let pythonKeywords: Set<String> = [
  "False", "None", "True", "and", "as", "assert", "async", "await", "break", "class", "continue", "def",
  "del",
  "elif", "else", "except", "finally", "for", "from", "global", "if", "import", "in", "is", "lambda",
  "nonlocal",
  "not", "or", "pass", "raise", "return", "try", "while", "with", "yield", "__debug__", "print", "exec",
]
