import AltoDiagnostics
import AltoSource
import Template
import YAML

/// Text without a template, as stage 1 would hand it on.
enum Plain {
  /// - Parameter bytes: the original file: a byte order mark is dropped, CRLF and CR become LF.
  static func expanded(_ bytes: [UInt8], holes: [Hole] = [], taints: [Taint] = []) -> Expanded {
    var text: [UInt8] = []
    var map = SourceMap(originalCount: bytes.count)
    var offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while offset < bytes.count {
      let start = offset
      while offset < bytes.count, bytes[offset] != 0x0D { offset += 1 }
      append(start..<offset, .literal)
      guard offset < bytes.count else { break }
      let end = offset + 1 < bytes.count && bytes[offset + 1] == 0x0A ? offset + 2 : offset + 1
      append(offset..<end, .lineBreak)
      offset = end
    }
    return Expanded(
      source: SourceFile(name: "alto.yml", bytes: bytes), text: text, map: map, holes: holes, taints: taints,
      fileDerived: [], earlyVariables: [])

    func append(_ range: Range<Int>, _ kind: SourceMap.Kind) {
      guard !range.isEmpty else { return }
      map.append(SourceMap.Segment(start: UInt32(text.count), origin: Span(range), kind: kind))
      text += kind == .lineBreak ? [0x0A] : bytes[range]
    }
  }

  static func parse(_ text: String) -> Staged<Tree> { YAML.parse(expanded(Array(text.utf8))) }
}
