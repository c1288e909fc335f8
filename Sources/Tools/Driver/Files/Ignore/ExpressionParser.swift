/// Reads the regular expressions that a pattern of `.dockerignore` becomes, by the grammar of Go's `regexp`.
///
/// Docker puts most characters of a pattern into the expression as they are, so classes, escapes and `^` mean there
/// what they mean in Go. Only what a pattern can become is read: no alternatives, no groups but that of `**`.
/// `\b`, `\B`, `\p`, `\P` and `\Q` are refused.
struct ExpressionParser {
  private var rest: ArraySlice<UInt32>
  private var steps: [PatternAutomaton.Step] = []

  /// The automaton of `expression`; nil where Go would not compile it.
  static func automaton(of expression: [UInt32]) -> PatternAutomaton? {
    var parser = ExpressionParser(rest: expression[...])
    while !parser.rest.isEmpty {
      guard parser.readStep() else { return nil }
    }
    return PatternAutomaton(steps: parser.steps)
  }

  /// `(.*/)?`: the only group there is.
  static let folders = scalars("(.*/)?")

  static func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

  private mutating func readStep() -> Bool {
    if rest.starts(with: Self.folders) {
      rest = rest.dropFirst(Self.folders.count)
      steps.append(.folders)
      return true
    }
    guard let first = rest.popFirst() else { return false }
    switch Unicode.Scalar(first) {
    case "^": steps.append(.atStart)
    case ".": appendSet(.notLineFeed)
    case "[":
      guard let set = readClass() else { return false }
      appendSet(set)
    case "\\": return readEscapedStep()
    default: steps.append(.one(.exactly(first)))
    }
    return true
  }

  /// Adds a step, or a repeated one where a `*` follows: in an expression made from a pattern it stands behind a class
  /// or a point only.
  private mutating func appendSet(_ set: ScalarSet) {
    if rest.first == 0x2A {
      rest.removeFirst()
      steps.append(.many(set))
    } else {
      steps.append(.one(set))
    }
  }

  private mutating func readEscapedStep() -> Bool {
    guard let letter = rest.first else { return false }
    if let ranges = ScalarSet.escape(letter) {
      rest.removeFirst()
      appendSet(.ranges(ranges, negated: false))
    } else if letter == 0x41 || letter == 0x7A {
      rest.removeFirst()
      steps.append(letter == 0x41 ? .atStart : .atEnd)
    } else {
      guard let value = readEscape() else { return false }
      steps.append(.one(.exactly(value)))
    }
    return true
  }

  /// Reads a class behind its `[`.
  private mutating func readClass() -> ScalarSet? {
    var ranges: [ClosedRange<UInt32>] = []
    let isNegated = rest.first == 0x5E
    if isNegated { rest.removeFirst() }
    var isFirst = true
    while isFirst || rest.first != 0x5D {
      isFirst = false
      guard let more = readClassItem() else { return nil }
      ranges += more
    }
    rest.removeFirst()
    return .ranges(ranges, negated: isNegated)
  }

  private mutating func readClassItem() -> [ClosedRange<UInt32>]? {
    if rest.starts(with: [0x5B, 0x3A]), let end = endOfName() { return readNamedClass(upTo: end) }
    if rest.first == 0x5C, let letter = rest.dropFirst().first, let ranges = ScalarSet.escape(letter) {
      rest = rest.dropFirst(2)
      return ranges
    }
    guard let low = readClassCharacter() else { return nil }
    guard rest.first == 0x2D, let next = rest.dropFirst().first, next != 0x5D else { return [low...low] }
    rest.removeFirst()
    guard let high = readClassCharacter(), low <= high else { return nil }
    return [low...high]
  }

  /// The index of the `:]` that ends a class with a name.
  private func endOfName() -> Int? {
    var index = rest.startIndex + 2
    while index + 1 < rest.endIndex {
      if rest[index] == 0x3A, rest[index + 1] == 0x5D { return index }
      index += 1
    }
    return nil
  }

  private mutating func readNamedClass(upTo end: Int) -> [ClosedRange<UInt32>]? {
    var name = rest[(rest.startIndex + 2)..<end]
    rest = rest[(end + 2)...]
    let isNegated = name.first == 0x5E
    if isNegated { name.removeFirst() }
    var text = ""
    text.unicodeScalars.append(contentsOf: name.compactMap(Unicode.Scalar.init))
    return ScalarSet.named(text).map { isNegated ? ScalarSet.complement($0) : $0 }
  }

  private mutating func readClassCharacter() -> UInt32? {
    guard let first = rest.popFirst() else { return nil }
    return first == 0x5C ? readEscape() : first
  }

  /// Reads what stands behind a `\` and means one character.
  private mutating func readEscape() -> UInt32? {
    guard let letter = rest.popFirst().flatMap(Unicode.Scalar.init), letter.isASCII else { return nil }
    switch letter {
    case "a": return 0x07
    case "f": return 0x0C
    case "n": return 0x0A
    case "r": return 0x0D
    case "t": return 0x09
    case "v": return 0x0B
    case "x": return readHexadecimal()
    case "0"..."7": return readOctal(from: letter)
    case "8", "9", "A"..."Z", "a"..."z": return nil
    default: return letter.value
    }
  }

  private mutating func readHexadecimal() -> UInt32? {
    let digits = rest.prefix(2).compactMap { Unicode.Scalar($0).flatMap { Character($0).hexDigitValue } }
    guard digits.count == 2, rest.prefix(2).allSatisfy({ $0 < 0x80 }) else { return nil }
    rest = rest.dropFirst(2)
    return UInt32(digits[0] * 16 + digits[1])
  }

  /// Up to three digits; a single one that is not 0 would refer to a group, which Go does not have.
  private mutating func readOctal(from first: Unicode.Scalar) -> UInt32? {
    var value = first.value - 0x30
    var count = 1
    while count < 3, let next = rest.first, 0x30...0x37 ~= next {
      rest.removeFirst()
      value = value * 8 + next - 0x30
      count += 1
    }
    return count == 1 && value != 0 ? nil : value
  }
}
