/// The characters that one step of a pattern takes.
enum ScalarSet: Hashable, Sendable {
  case exactly(UInt32)
  /// `?` and `*`: anything but a slash.
  case notSlash
  /// `**`: anything but a line feed.
  case notLineFeed
  /// A class in brackets.
  case ranges([ClosedRange<UInt32>], negated: Bool)

  func contains(_ value: UInt32) -> Bool {
    switch self {
    case .exactly(let wanted): value == wanted
    case .notSlash: value != 0x2F
    case .notLineFeed: value != 0x0A
    case .ranges(let ranges, let negated): ranges.contains { $0.contains(value) } != negated
    }
  }

  /// The ranges of the named classes that Go knows: `[:alpha:]`.
  static func named(_ name: String) -> [ClosedRange<UInt32>]? {
    switch name {
    case "alnum": [0x30...0x39, 0x41...0x5A, 0x61...0x7A]
    case "alpha": [0x41...0x5A, 0x61...0x7A]
    case "ascii": [0...0x7F]
    case "blank": [0x09...0x09, 0x20...0x20]
    case "cntrl": [0...0x1F, 0x7F...0x7F]
    case "digit": [0x30...0x39]
    case "graph": [0x21...0x7E]
    case "lower": [0x61...0x7A]
    case "print": [0x20...0x7E]
    case "punct": [0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E]
    case "space": [0x09...0x0D, 0x20...0x20]
    case "upper": [0x41...0x5A]
    case "word": [0x30...0x39, 0x41...0x5A, 0x5F...0x5F, 0x61...0x7A]
    case "xdigit": [0x30...0x39, 0x41...0x46, 0x61...0x66]
    default: nil
    }
  }

  /// The ranges of `\d`, `\s` and `\w`, and of their opposites by the upper-case letter.
  static func escape(_ letter: UInt32) -> [ClosedRange<UInt32>]? {
    switch Unicode.Scalar(letter) {
    case "d": named("digit")
    case "w": named("word")
    case "s": [0x09...0x0A, 0x0C...0x0D, 0x20...0x20]
    case "D": named("digit").map(complement)
    case "W": named("word").map(complement)
    case "S": escape(0x73).map(complement)
    default: nil
    }
  }

  /// - Parameter ranges: sorted, without overlap.
  static func complement(_ ranges: [ClosedRange<UInt32>]) -> [ClosedRange<UInt32>] {
    var result: [ClosedRange<UInt32>] = []
    var start: UInt32 = 0
    for range in ranges {
      if start < range.lowerBound { result.append(start...(range.lowerBound - 1)) }
      start = range.upperBound + 1
    }
    result.append(start...0x10FFFF)
    return result
  }
}
