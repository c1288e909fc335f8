import AltoSource
import Testing

@Suite struct LineIndexTests {
  @Test func countsLinesAsEditorsDo() {
    let index = LineIndex(Array("a\r\nb\rc\nd\u{85}\u{2028}e".utf8))
    #expect(index.lineCount == 4)
    #expect(index.lineNumber(of: 3) == 2)
  }
}
