import AltoDiagnostics

/// What the filter `striptags` needs to know of HTML.
enum HTMLText {
  /// Drops comments and tags, joins whitespace, and decodes entities.
  static func withoutTags(_ text: String) throws(Fault) -> String {
    var bytes = Array(text.utf8)
    bytes = dropping(from: Array("<!--".utf8), to: Array("-->".utf8), in: bytes)
    bytes = dropping(from: Array("<".utf8), to: Array(">".utf8), in: bytes)
    return try decoded(PythonText.split(PythonText.string(bytes)).joined(separator: " "))
  }

  private static func dropping(from opening: [UInt8], to closing: [UInt8], in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      if bytes[offset...].starts(with: opening), let end = end(of: closing, in: bytes, from: offset) {
        offset = end
      } else if bytes[offset...].starts(with: opening) {
        // The first one that never ends is where Python stops looking.
        return result + bytes[offset...]
      } else {
        result.append(bytes[offset])
        offset += 1
      }
    }
    return result
  }

  private static func end(of closing: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    var offset = start
    while offset + closing.count <= bytes.count {
      if bytes[offset...].starts(with: closing) { return offset + closing.count }
      offset += 1
    }
    return nil
  }

  private static let entities: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "\u{A0}", "copy": "©", "reg": "®",
    "trade": "™", "hellip": "…", "mdash": "—", "ndash": "–", "laquo": "«", "raquo": "»", "ldquo": "“",
    "rdquo": "”",
    "lsquo": "‘", "rsquo": "’", "bull": "•", "middot": "·", "deg": "°", "euro": "€", "times": "×",
  ]

  /// Decodes entities that end in a semicolon; a name outside of the common ones is an error, never a guess.
  private static func decoded(_ text: String) throws(Fault) -> String {
    var result = ""
    var rest = text.unicodeScalars[...]
    while let ampersand = rest.firstIndex(of: "&") {
      result += String(rest[..<ampersand])
      rest = rest[rest.index(after: ampersand)...]
      // Every name is of ASCII letters and digits, and none starts with a digit.
      let name = rest.prefix {
        $0.isASCII && (PythonText.isLetter($0) || PythonText.isDigit($0) || $0 == "#")
      }
      let isClosed = name.endIndex < rest.endIndex && rest[name.endIndex] == ";"
      if name.first.map({ $0 != "#" && !PythonText.isLetter($0) }) ?? true {
        result += "&"
      } else if !isClosed, !mayBeOpen(String(name)) {
        result += "&"
      } else if isClosed, let value = entities[String(name)] ?? numeric(String(name)) {
        result += value
        rest = rest[rest.index(after: name.endIndex)...]
      } else {
        throw .unsupported(.entity("&" + String(name)))
      }
    }
    return result + String(rest)
  }

  /// Whether HTML decodes the beginning of `name` without a semicolon, as it does for the oldest names and numbers.
  private static func mayBeOpen(_ name: String) -> Bool {
    name.hasPrefix("#") || openNames.contains { name.hasPrefix($0) }
  }

  private static let openNames = """
    AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave Euml GT Iacute Icirc Igrave Iuml \
    LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc Ugrave Uuml Yacute aacute acirc acute \
    aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg divide eacute ecirc egrave eth euml \
    frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr micro middot nbsp not ntilde oacute ocirc \
    ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg sect shy sup1 sup2 sup3 szlig thorn times uacute \
    ucirc ugrave uml uuml yacute yen yuml
    """.split(separator: " ").map(String.init)

  private static func numeric(_ name: String) -> String? {
    guard name.hasPrefix("#") else { return nil }
    let isHexadecimal = name.hasPrefix("#x") || name.hasPrefix("#X")
    let value = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10)
    // Below A0 HTML has rules of its own.
    guard let value, value >= 0xA0 || 0x20..<0x7F ~= value else { return nil }
    return Unicode.Scalar(value).map { String($0) }
  }
}

extension PythonText {
  /// `urllib.parse.quote`: bytes of UTF-8 in hexadecimal, letters, digits and `_.-~` as they are.
  static func percentEncoded(_ text: String, isQuery: Bool) -> String {
    var result: [UInt8] = []
    for byte in text.utf8 {
      if Lexer.isWord(byte) || [0x2E, 0x2D, 0x7E].contains(byte) || byte == UInt8(ascii: "/") && !isQuery {
        result.append(byte)
      } else if byte == UInt8(ascii: " "), isQuery {
        result.append(UInt8(ascii: "+"))
      } else {
        let hex = String(byte, radix: 16, uppercase: true)
        result += ("%" + (hex.count < 2 ? "0" : "") + hex).utf8
      }
    }
    return string(result)
  }

  /// Runs of letters, digits and underscores.
  static func wordCount(_ text: String) -> Int {
    var count = 0
    var isInside = false
    for scalar in text.unicodeScalars {
      let isWord = isWordScalar(scalar)
      if isWord, !isInside { count += 1 }
      isInside = isWord
    }
    return count
  }

  /// Python's `\w`.
  static func isWordScalar(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "_" || isLetter(scalar) || isNumeric(scalar)
  }
}
