/// Python's `textwrap.wrap` for one line, with whitespace kept inside of lines and dropped around them.
struct TextWrap {
  let width: Int
  let breaksLongWords: Bool
  let breaksOnHyphens: Bool

  func lines(of line: String) -> [String] {
    var chunks = Array(chunks(of: Array(line.unicodeScalars)).reversed())
    var lines: [String] = []
    while !chunks.isEmpty {
      var current: [[Unicode.Scalar]] = []
      var length = 0
      if let last = chunks.last, TextWrap.isBlank(last), !lines.isEmpty { chunks.removeLast() }
      while let next = chunks.last, length + next.count <= width {
        current.append(next)
        length += next.count
        chunks.removeLast()
      }
      if let next = chunks.last, next.count > width {
        breakWord(&chunks, &current, room: width < 1 ? 1 : width - length)
      }
      if let last = current.last, TextWrap.isBlank(last) { current.removeLast() }
      if !current.isEmpty { lines.append(current.joined().reduce(into: "") { $0.unicodeScalars.append($1) }) }
    }
    return lines
  }

  /// Puts as much of the next word into the line as fits, or all of it where words are not broken.
  private func breakWord(_ chunks: inout [[Unicode.Scalar]], _ current: inout [[Unicode.Scalar]], room: Int) {
    guard let word = chunks.last else { return }
    if breaksLongWords {
      var end = room
      if breaksOnHyphens, word.count > room, let hyphen = word[..<room].lastIndex(of: "-"), hyphen > 0,
        word[..<hyphen].contains(where: { $0 != "-" })
      {
        end = hyphen + 1
      }
      current.append(Array(word[..<end]))
      chunks[chunks.count - 1] = Array(word[end...])
    } else if current.isEmpty {
      current.append(word)
      chunks.removeLast()
    }
  }

  private static func isBlank(_ chunk: [Unicode.Scalar]) -> Bool { chunk.allSatisfy(Whitespace.contains) }

  // MARK: Chunks

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || (0x09...0x0D).contains(scalar.value)
  }

  /// Words, pieces of words that end in a hyphen, dashes and whitespace: a line may end behind each.
  private func chunks(of text: [Unicode.Scalar]) -> [[Unicode.Scalar]] {
    var chunks: [[Unicode.Scalar]] = []
    var start = 0
    while start < text.count {
      let end = breaksOnHyphens ? chunkEnd(text, start) : plainEnd(text, start)
      chunks.append(Array(text[start..<end]))
      start = end
    }
    return chunks
  }

  private func plainEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int {
    let isBlank = TextWrap.isSpace(text[start])
    return text[start...].firstIndex { TextWrap.isSpace($0) != isBlank } ?? text.count
  }

  private func chunkEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int {
    if TextWrap.isSpace(text[start]) { return plainEnd(text, start) }
    if let end = dashEnd(text, start) { return end }
    var end = start + 1
    while end < text.count {
      if TextWrap.isSpace(text[end]) { return end }
      if endsAtHyphen(text, start, end) { return end + 1 }
      if dashEnd(text, end) != nil { return end }
      end += 1
    }
    return end
  }

  /// The end of two or more hyphens between words.
  private func dashEnd(_ text: [Unicode.Scalar], _ start: Int) -> Int? {
    guard start > 0, text[start] == "-", isBeforeDash(text[start - 1]) else { return nil }
    let end = text[start...].firstIndex { $0 != "-" } ?? text.count
    return end - start >= 2 && end < text.count && PythonText.isWordScalar(text[end]) ? end : nil
  }

  private func isBeforeDash(_ scalar: Unicode.Scalar) -> Bool {
    PythonText.isWordScalar(scalar) || "!\"'&.,?".unicodeScalars.contains(scalar)
  }

  /// Whether the hyphen at `place` stands inside a compound word.
  private func endsAtHyphen(_ text: [Unicode.Scalar], _ start: Int, _ place: Int) -> Bool {
    guard text[place] == "-", place >= 2 else { return false }
    let isBehindWord =
      isLetter(text[place - 1])
      && (isLetter(text[place - 2]) || place >= 3 && text[place - 2] == "-" && isLetter(text[place - 3]))
    guard isBehindWord, place + 1 < text.count, isLetter(text[place + 1]) else { return false }
    if place + 2 < text.count, isLetter(text[place + 2]) { return true }
    return place + 3 < text.count && text[place + 2] == "-" && isLetter(text[place + 3])
  }

  /// A word character that is no digit.
  private func isLetter(_ scalar: Unicode.Scalar) -> Bool {
    PythonText.isWordScalar(scalar) && scalar.properties.numericType != .decimal
  }
}
