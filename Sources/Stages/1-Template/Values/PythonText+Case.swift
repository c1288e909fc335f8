extension PythonText {
  static func upper(_ text: String) -> String {
    if let ascii = mapped(text, { (0x61...0x7A).contains($0) ? $0 - 32 : $0 }) { return ascii }
    return text.unicodeScalars.reduce(into: "") { $0 += $1.properties.uppercaseMapping }
  }

  static func lower(_ text: String) -> String {
    if let ascii = mapped(text, { (0x41...0x5A).contains($0) ? $0 + 32 : $0 }) { return ascii }
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for index in scalars.indices { result += lower(scalars, index) }
    return result
  }

  /// Nil when `text` is not all ASCII.
  private static func mapped(_ text: String, _ transform: (UInt8) -> UInt8) -> String? {
    guard text.utf8.allSatisfy({ $0 < 0x80 }) else { return nil }
    return string(text.utf8.map(transform))
  }

  /// A capital sigma at the end of a word becomes a final sigma.
  private static func lower(_ scalars: [Unicode.Scalar], _ index: Int) -> String {
    guard scalars[index] == "\u{3A3}" else { return scalars[index].properties.lowercaseMapping }
    let before = scalars[..<index].last { !$0.properties.isCaseIgnorable }
    let after = scalars[(index + 1)...].first { !$0.properties.isCaseIgnorable }
    let isFinal = before?.properties.isCased == true && after?.properties.isCased != true
    return isFinal ? "\u{3C2}" : "\u{3C3}"
  }

  /// `str.capitalize`: the first code point in title case, the others in lower case.
  static func capitalize(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    guard let first = scalars.first else { return "" }
    var result = first.properties.titlecaseMapping
    for index in scalars.indices.dropFirst() { result += lower(scalars, index) }
    return result
  }

  /// `str.title`: every run of letters starts with a capital.
  static func title(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    var isInside = false
    for (index, scalar) in scalars.enumerated() {
      result += isInside ? lower(scalars, index) : scalar.properties.titlecaseMapping
      isInside = scalar.properties.isCased
    }
    return result
  }

  /// The filter `title`, which starts a word behind a blank, a hyphen and an opening bracket alone.
  static func titleOfWords(_ text: String) -> String {
    var result = ""
    var word = ""
    func flush() {
      guard let first = word.unicodeScalars.first else { return }
      result += upper(String(first)) + lower(String(word.unicodeScalars.dropFirst()))
      word = ""
    }
    for scalar in text.unicodeScalars {
      if Whitespace.contains(scalar) || ["-", "(", "{", "[", "<"].contains(scalar) {
        flush()
        result.unicodeScalars.append(scalar)
      } else {
        word.unicodeScalars.append(scalar)
      }
    }
    flush()
    return result
  }

  /// At least one cased letter, and none of the other case.
  static func isLower(_ text: String) -> Bool {
    var found = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isUppercase || scalar.properties.generalCategory == .titlecaseLetter {
        return false
      }
      if scalar.properties.isLowercase { found = true }
    }
    return found
  }

  static func isUpper(_ text: String) -> Bool {
    var found = false
    for scalar in text.unicodeScalars {
      if scalar.properties.isLowercase || scalar.properties.generalCategory == .titlecaseLetter {
        return false
      }
      if scalar.properties.isUppercase { found = true }
    }
    return found
  }

  static func swapped(_ text: String) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      if scalar.properties.isUppercase {
        result += lower(scalars, index)
      } else {
        result += scalar.properties.isLowercase ? scalar.properties.uppercaseMapping : String(scalar)
      }
    }
    return result
  }

  /// `str.casefold`, close enough: the lower case of the upper case folds what has several small forms.
  static func folded(_ text: String) -> String {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return lower(text) }
    return text.unicodeScalars.reduce(into: "") { result, scalar in
      for upper in scalar.properties.uppercaseMapping.unicodeScalars {
        result += upper.properties.lowercaseMapping
      }
    }
  }

  static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }

  static func isNumeric(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.numericType != nil }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType == .decimal || scalar.properties.numericType == .digit
  }
}
