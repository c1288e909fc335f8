import AltoSource

/// The opening of a tag in the text, and where its inside starts.
struct TagOpening {
  let kind: TagKind
  /// The two bytes `{{`, `{%` or `{#`.
  let span: Span
  /// Behind the opening and its sign.
  let inside: Int
  /// Whether `-` strips the whitespace before it.
  let stripsBefore: Bool
}

extension Lexer {
  /// The first `{{`, `{%` or `{#` at or behind `start`.
  func nextOpening(from start: Int) -> TagOpening? {
    var offset = start
    while let brace = index(of: UInt8(ascii: "{"), from: offset) {
      if let kind = tagKind(at: brace) {
        let sign = byte(brace + 2)
        let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
        return TagOpening(
          kind: kind, span: Span(brace..<brace + 2), inside: brace + (isSigned ? 3 : 2),
          stripsBefore: sign == UInt8(ascii: "-"))
      }
      offset = brace + 1
    }
    return nil
  }

  /// The end of the text before `opening`, its trailing whitespace left out where the tag strips it.
  func textEnd(from start: Int, before opening: TagOpening) -> Int {
    let end = Int(opening.span.start)
    return opening.stripsBefore ? Whitespace.start(in: bytes, before: end, limit: start) : end
  }

  /// The offset behind a comment whose inside starts at `start`; nil when it never ends.
  func commentEnd(from start: Int) -> Int? {
    guard let hash = index(ofPair: UInt8(ascii: "#"), UInt8(ascii: "}"), from: start) else { return nil }
    let strips = hash > start && bytes[hash - 1] == UInt8(ascii: "-")
    return strips ? Whitespace.end(in: bytes, from: hash + 2, limit: end) : hash + 2
  }

  /// Where the body of a raw block starts when the `{%` tag at `opening` is exactly a `raw`.
  func rawBody(_ opening: TagOpening) -> Int? {
    wordTag("raw", inside: opening.inside, mayKeep: false)
  }

  /// The body of the raw block that starts at `start`, and the offset behind its `endraw`.
  func rawEnd(from start: Int) -> (bodyEnd: Int, next: Int)? {
    var offset = start
    while let brace = index(ofPair: UInt8(ascii: "{"), UInt8(ascii: "%"), from: offset) {
      let sign = byte(brace + 2)
      let isSigned = sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+")
      if let next = wordTag("endraw", inside: brace + (isSigned ? 3 : 2), mayKeep: true) {
        let strips = sign == UInt8(ascii: "-")
        return (strips ? Whitespace.start(in: bytes, before: brace, limit: start) : brace, next)
      }
      offset = brace + 2
    }
    return nil
  }

  /// The offset behind `word %}`, and behind the whitespace it strips.
  private func wordTag(_ word: String, inside: Int, mayKeep: Bool) -> Int? {
    var offset = Whitespace.end(in: bytes, from: inside, limit: end)
    for letter in word.utf8 {
      guard byte(offset) == letter else { return nil }
      offset += 1
    }
    offset = Whitespace.end(in: bytes, from: offset, limit: end)
    let strips = byte(offset) == UInt8(ascii: "-")
    if strips || mayKeep && byte(offset) == UInt8(ascii: "+") { offset += 1 }
    guard byte(offset) == UInt8(ascii: "%"), byte(offset + 1) == UInt8(ascii: "}") else { return nil }
    return strips ? Whitespace.end(in: bytes, from: offset + 2, limit: end) : offset + 2
  }

  func tagKind(at brace: Int) -> TagKind? {
    guard byte(brace) == UInt8(ascii: "{") else { return nil }
    switch byte(brace + 1) {
    case UInt8(ascii: "{"): return .output
    case UInt8(ascii: "%"): return .statement
    case UInt8(ascii: "#"): return .comment
    default: return nil
    }
  }

  /// The end of the line that holds `offset`, without its line break.
  func lineEnd(from offset: Int) -> Int {
    var position = offset
    while position < end, bytes[position] != UInt8(ascii: "\n"), bytes[position] != UInt8(ascii: "\r") {
      position += 1
    }
    return position
  }

  func index(of wanted: UInt8, from start: Int) -> Int? {
    bytes.withUnsafeBufferPointer { buffer in
      var offset = start
      while offset < end {
        if buffer[offset] == wanted { return offset }
        offset += 1
      }
      return nil
    }
  }

  private func index(ofPair first: UInt8, _ second: UInt8, from start: Int) -> Int? {
    var offset = start
    while let found = index(of: first, from: offset) {
      if byte(found + 1) == second { return found }
      offset = found + 1
    }
    return nil
  }
}
