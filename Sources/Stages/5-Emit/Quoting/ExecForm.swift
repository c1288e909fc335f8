/// The exec form of RUN, CMD and COPY: a JSON array of strings on one line.
///
/// Builders take an array that is not valid JSON for a shell command, so nothing but this writes one.
package func execForm(_ words: [String]) -> String {
  "[" + words.map(jsonString).joined(separator: ", ") + "]"
}

/// A JSON string literal. Control characters are escapes; everything else stands for itself.
package func jsonString(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
      result += "\\u" + hex(scalar.value, width: 4)
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}

/// Lower-case hex digits, filled up with zeros.
func hex(_ value: UInt32, width: Int) -> String {
  let digits = String(value, radix: 16)
  return String(repeating: "0", count: max(0, width - digits.utf8.count)) + digits
}
