import AltoDiagnostics
import AltoSource

/// One source line as it is drawn: tabs widened, control characters as escapes, and the cell of each byte.
struct DisplayLine {
  /// One drawn piece of text: a scalar of the source, or what stands for it.
  private struct Glyph {
    let text: String
    let width: Int
    /// The scalar's first byte in the file.
    let offset: Int
  }

  private let glyphs: [Glyph]
  private let end: Int

  /// - Parameters:
  ///   - range: the line's bytes without its line break.
  ///   - hidden: bytes of the file that show as stars.
  init(_ range: Range<Int>, of source: SourceFile, hiding hidden: [Span] = []) {
    var glyphs: [Glyph] = []
    var offset = range.lowerBound
    var cell = 0
    for scalar in String(decoding: source.bytes[range], as: UTF8.self).unicodeScalars {
      let isHidden = hidden.contains { $0.range.contains(offset) }
      let text = isHidden ? "*" : Self.drawn(scalar, atCell: cell)
      let width = text.unicodeScalars.reduce(0) { $0 + cellWidth($1) }
      glyphs.append(Glyph(text: text, width: width, offset: offset))
      cell += width
      offset += Self.byteCount(of: scalar, at: offset, in: source)
    }
    self.glyphs = glyphs
    end = range.upperBound
  }

  /// The cells before the byte at `offset`, counted from the start of the line.
  func cell(of offset: Int) -> Int {
    glyphs.prefix { $0.offset < offset }.reduce(0) { $0 + $1.width }
  }

  /// The text that fills the cells `window`, and an ellipsis where something is cut off.
  func text(in window: Range<Int>) -> String {
    var result = ""
    var cell = 0
    for glyph in glyphs {
      if cell >= window.lowerBound, cell + glyph.width <= window.upperBound { result += glyph.text }
      cell += glyph.width
    }
    return (window.lowerBound > 0 ? "…" : "") + result + (cell > window.upperBound ? "…" : "")
  }

  var width: Int { glyphs.reduce(0) { $0 + $1.width } }

  private static func drawn(_ scalar: Unicode.Scalar, atCell cell: Int) -> String {
    scalar == "\t" ? String(repeating: " ", count: 4 - cell % 4) : visible(scalar)
  }

  /// A replacement character may stand for a byte that is not UTF-8.
  private static func byteCount(of scalar: Unicode.Scalar, at offset: Int, in source: SourceFile) -> Int {
    guard scalar == "\u{FFFD}" else { return UTF8.width(scalar) }
    return source.bytes[offset...].starts(with: [0xEF, 0xBF, 0xBD]) ? 3 : 1
  }
}
