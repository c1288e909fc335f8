/// User text in single quotes, on one line, cut to a readable length. Control characters show as escapes.
package func quoted(_ text: String) -> String {
  var result = "'"
  var count = 0
  for scalar in text.unicodeScalars {
    count += 1
    if count > 60 {
      result += "…"
      break
    }
    result += visible(scalar)
  }
  return result + "'"
}

/// `a`, `a or b`, `a, b or c`: each in quotes.
func alternatives(_ names: [String]) -> String {
  let words = names.map(quoted)
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " or " + last
}

/// The scalar, or an escape where printing it would move the cursor, hide text or change its direction.
package func visible(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "\n": "\\n"
  case "\r": "\\r"
  case "\t": "\\t"
  default:
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate:
      "\\u{" + String(scalar.value, radix: 16) + "}"
    default:
      String(scalar)
    }
  }
}
