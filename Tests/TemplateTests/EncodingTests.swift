import AltoDiagnostics
import AltoSource
import Template
import Testing

/// From bytes to text.
@Suite struct EncodingTests {
  private func expanded(_ bytes: [UInt8]) -> Staged<Expanded> {
    expand(SourceFile(name: "alto.yml", bytes: bytes), with: inputs())
  }

  @Test func theByteOrderMarkIsNoText() {
    #expect(expanded([0xEF, 0xBB, 0xBF] + Array("a: {{ 1 }}".utf8)).text == "a: 1")
    #expect(expanded([0xEF, 0xBB, 0xBF]).text == "")
  }

  @Test(
    arguments: [
      ([0x61, 0xFF, 0x62], 1..<2, "Latin-1"),
      (Array("größe: ".unicodeScalars.map { UInt8($0.value) }), 2..<3, "Latin-1"),
      ([0x61, 0x3A, 0x20, 0x93, 0x78, 0x94], 3..<4, "Windows-1252"),
      ([0xFF, 0xFE, 0x61, 0x00], 0..<1, "UTF-16"),
      ([0xFE, 0xFF, 0x00, 0x61], 0..<1, "UTF-16"),
      (Array("é".utf8) + [0xE2, 0x82], 2..<4, nil as String?),
      ([0x61, 0xC0, 0x80], 1..<2, nil),
      ([0x61, 0xED, 0xA0, 0x80], 1..<4, nil),
      ([0xF4, 0x90, 0x80, 0x80], 0..<4, nil),
      ([0x80], 0..<1, nil),
    ] as [([UInt8], Range<Int>, String?)])
  func whatIsNotUTF8IsReportedAtItsBytes(_ bytes: [UInt8], _ range: Range<Int>, _ guess: String?) {
    let result = expanded(bytes)
    #expect(result.diagnostics.map(\.code) == [.notUTF8])
    #expect(result.diagnostics.first?.span.range == range)
    #expect(result.text == "<poison>")
    if let guess { #expect(result.diagnostics.first?.label == "this looks like \(guess)") }
  }

  @Test(arguments: [
    ("a\n", "a"), ("a\n\n", "a\n"), ("a\r\n", "a"), ("a\r\n\r\n", "a\n"), ("a\r", "a"), ("a\n\r", "a\n"),
    ("\n", ""),
    ("", ""), ("a\r\nb", "a\nb"), ("a\rb", "a\nb"), ("a\n\rb", "a\n\nb"),
    ("a\u{85}\u{2028}b", "a\u{85}\u{2028}b"),
  ])
  func lineBreaksBecomeLF(_ template: String, _ text: String) {
    #expect(expand(template).text == text)
  }
}
