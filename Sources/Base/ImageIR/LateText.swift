/// Text of a late key: literal pieces and references, in order.
///
/// The references survive to the emitters, which quote each piece for its target language.
/// There is no way to make a `String` of it by accident.
package struct LateText: Hashable, Sendable {
  package enum Piece: Hashable, Sendable {
    /// Never empty.
    case literal(String)
    case reference(Reference)
  }

  /// No two literals in a row.
  package private(set) var pieces: [Piece]

  package init(_ literal: String) {
    pieces = literal.isEmpty ? [] : [.literal(literal)]
  }

  package init(_ reference: Reference) {
    pieces = [.reference(reference)]
  }

  package init(_ pieces: [Piece]) {
    self.pieces = []
    for piece in pieces { append(piece) }
  }

  package mutating func append(_ piece: Piece) {
    switch piece {
    case .literal(let text):
      guard !text.isEmpty else { return }
      if case .literal(let before)? = pieces.last {
        pieces[pieces.count - 1] = .literal(before + text)
      } else {
        pieces.append(piece)
      }
    case .reference:
      pieces.append(piece)
    }
  }

  /// The text, when it holds no reference.
  package var literal: String? {
    switch (pieces.count, pieces.first) {
    case (0, _): ""
    case (1, .literal(let text)?): text
    default: nil
    }
  }

  /// Every reference, in order of appearance, repeats included.
  package var references: [Reference] {
    pieces.compactMap { piece in
      switch piece {
      case .literal: nil
      case .reference(let reference): reference
      }
    }
  }
}

extension LateText: CustomStringConvertible {
  /// The stable form of the dumps: `"literal" env(NAME)`.
  package var description: String {
    if pieces.isEmpty { return "\"\"" }
    return pieces.map { piece in
      switch piece {
      case .literal(let text): dumped(text)
      case .reference(let reference): reference.description
      }
    }.joined(separator: " ")
  }
}

/// A string in double quotes on one line, every unprintable scalar an escape.
package func dumped(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case "\n": result += "\\n"
    case "\r": result += "\\r"
    case "\t": result += "\\t"
    case "\0"..<" ", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}", "\u{E000}"..."\u{F8FF}", "\u{FEFF}":
      result += "\\u{" + String(scalar.value, radix: 16) + "}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
