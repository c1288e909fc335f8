import AltoSource
import ImageIR
import Template

/// A text with expressions, expanded as stage 1 would do it.
///
/// Known are `{{ env:NAME }}`, `{{ matrix:NAME }}`, `{{ poison }}`, `{{ taint:VALUE }}` and `{{ file:VALUE
/// }}`; the rest is literal.
enum Templated {
  static func expanded(_ template: String) -> Expanded {
    let bytes = Array(template.utf8)
    var builder = Builder(map: SourceMap(originalCount: bytes.count))
    var offset = 0
    while offset < bytes.count {
      if bytes[offset...].starts(with: "{{ ".utf8), let end = close(bytes, from: offset) {
        builder.expression(String(decoding: bytes[offset + 3..<end - 3], as: UTF8.self), offset..<end)
        offset = end
      } else {
        builder.append([bytes[offset]], offset..<offset + 1, .literal)
        offset += 1
      }
    }
    return Expanded(
      source: SourceFile(name: "alto.yml", bytes: bytes), text: builder.text, map: builder.map,
      holes: builder.holes,
      taints: builder.taints, fileDerived: builder.fileDerived, earlyVariables: [])
  }

  private static func close(_ bytes: [UInt8], from start: Int) -> Int? {
    bytes.indices[start...].first { bytes[$0...].starts(with: " }}".utf8) }.map { $0 + 3 }
  }

  private struct Builder {
    var map: SourceMap
    var text: [UInt8] = []
    var holes: [Hole] = []
    var taints: [Taint] = []
    var fileDerived: [Range<UInt32>] = []

    mutating func append(_ bytes: [UInt8], _ origin: Range<Int>, _ kind: SourceMap.Kind) {
      guard !bytes.isEmpty else { return }
      map.append(SourceMap.Segment(start: UInt32(text.count), origin: Span(origin), kind: kind))
      text += bytes
    }

    mutating func expression(_ words: String, _ range: Range<Int>) {
      let parts = words.split(separator: ":", maxSplits: 1).map(String.init)
      let value = parts.count > 1 ? parts[1] : ""
      let start = text.count
      switch parts.first {
      case "env": hole(.reference(.environment(value)), range)
      case "matrix": hole(.reference(.matrix(value)), range)
      case "poison": hole(.poison, range)
      case "taint":
        append(Array(value.utf8), range, .computed)
        taints.append(Taint(range: start..<text.count, variables: ["T"], span: Span(range)))
      default:
        append(Array(value.utf8), range, .computed)
        fileDerived.append(UInt32(start)..<UInt32(text.count))
      }
    }

    mutating func hole(_ content: Hole.Content, _ range: Range<Int>) {
      holes.append(Hole(offset: text.count, content: content, span: Span(range)))
      append(Expanded.sentinel, range, .computed)
    }
  }
}
