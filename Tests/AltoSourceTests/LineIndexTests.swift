import AltoSource
import Testing

@Suite struct LineIndexTests {
  @Test func countsLinesAsEditorsDo() {
    let index = LineIndex(Array("a\r\nb\rc\nd\u{85}\u{2028}\u{2029}\u{B}\u{C}e".utf8))
    #expect(index.lineCount == 4)
    #expect(index.lineNumber(of: 0) == 1)
    #expect(index.lineNumber(of: 2) == 1, "a CRLF belongs to the line that it ends")
    #expect(index.lineNumber(of: 3) == 2)
    #expect(index.lineNumber(of: 5) == 3)
    #expect(index.lineNumber(of: 7) == 4)
  }

  @Test(arguments: [
    ("abc", 2, 1, 3, 3, 3), ("é|", 2, 1, 2, 2, 3), ("日本|", 6, 1, 3, 3, 7), ("🚀|", 4, 1, 2, 3, 5),
    ("e\u{301}|", 3, 1, 3, 3, 4), ("\u{FEFF}a|", 4, 1, 2, 2, 2), ("\u{FEFF}", 0, 1, 1, 1, 1),
    ("a\n", 2, 2, 1, 1, 1),
    ("a\r\n🚀x", 7, 2, 2, 3, 5), ("", 0, 1, 1, 1, 1), ("\t|", 1, 1, 2, 2, 2),
  ])
  func positionsCountScalarsUTF16AndBytes(
    text: String, offset: Int, line: Int, column: Int, utf16: Int, byte: Int
  ) {
    let position = LineIndex(Array(text.utf8)).position(of: offset)
    #expect(position == SourcePosition(line: line, column: column, utf16Column: utf16, byteColumn: byte))
  }

  @Test(arguments: ["", "a", "a\n", "\u{FEFF}a\r\nb\rc\n\n", "\r\r\n\n\r", "é\n🚀\r\n"])
  func everyByteHasALineThatHoldsIt(text: String) {
    let bytes = Array(text.utf8)
    let index = LineIndex(bytes)
    var last = 1
    for offset in 0...bytes.count {
      let line = index.lineNumber(of: offset)
      #expect(line == last || line == last + 1)
      last = line
      let content = index.content(ofLine: line)
      #expect(!bytes[content].contains(UInt8(ascii: "\n")) && !bytes[content].contains(UInt8(ascii: "\r")))
    }
    #expect(last == index.lineCount)
  }

  @Test func spansCombine() {
    let span = Span(2..<5)
    #expect(span.union(Span(at: 9)) == Span(2..<9))
    #expect(span.contains(Span(3..<5)) && !span.contains(Span(3..<6)))
    #expect(Span(at: 3).isEmpty && span.count == 3)
    #expect(Span(1..<9) < span && Span(2..<4) < span)
  }
}
