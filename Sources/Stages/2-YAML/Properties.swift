/// The anchor and the tag that stand before a node, and where the node itself begins.
///
/// libyaml's events start at the first property; people look for the value.
struct Properties {
  private(set) var anchor: Range<Int>?
  private(set) var tag: Range<Int>?
  private(set) var content: Int

  /// - Parameter range: the bytes of the event, which starts with at least one property.
  init(in text: [UInt8], _ range: Range<Int>) {
    content = range.lowerBound
    while content < range.upperBound {
      switch text[content] {
      case UInt8(ascii: "&") where anchor == nil:
        anchor = Self.word(in: text, content..<range.upperBound)
        content = anchor?.upperBound ?? range.upperBound
      case UInt8(ascii: "!") where tag == nil:
        tag = Self.word(in: text, content..<range.upperBound)
        content = tag?.upperBound ?? range.upperBound
      case UInt8(ascii: " "), UInt8(ascii: "\t"):
        content += 1
      case UInt8(ascii: "#"):
        content = Self.commentEnd(in: text, content..<range.upperBound)
      default:
        guard let lineBreak = LineBreak.range(in: text, at: content) else { return }
        content = min(lineBreak.upperBound, range.upperBound)
      }
    }
  }

  /// A property is ASCII and ends at white space; outside of `!<...>` also at a comma.
  private static func word(in text: [UInt8], _ range: Range<Int>) -> Range<Int> {
    let isVerbatim = range.count > 1 && text[range.lowerBound + 1] == UInt8(ascii: "<")
    var end = range.lowerBound
    while end < range.upperBound, 0x21...0x7E ~= text[end] {
      if text[end] == UInt8(ascii: ","), !isVerbatim { break }
      end += 1
    }
    return range.lowerBound..<end
  }

  private static func commentEnd(in text: [UInt8], _ range: Range<Int>) -> Int {
    range.first { LineBreak.range(in: text, at: $0) != nil } ?? range.upperBound
  }
}
