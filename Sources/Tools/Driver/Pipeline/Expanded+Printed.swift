import AltoSource
import ImageIR
package import Template

extension Expanded {
  /// The expanded text as `--emit template` prints it: a hole is the call that made it, and text that was computed from
  /// a variable's value is the expression that computed it.
  package func printed() -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var position = 0
    for part in hiddenParts where part.range.lowerBound >= position {
      bytes += text[position..<part.range.lowerBound]
      bytes += Array(part.shown.utf8)
      position = part.range.upperBound
    }
    bytes += text[position...]
    return String(decoding: bytes, as: UTF8.self)
  }

  /// What is not printed as it is, in order.
  private var hiddenParts: [(range: Range<Int>, shown: String)] {
    let calls = holes.map { hole in
      (range: Int(hole.offset)..<Int(hole.offset) + Expanded.sentinel.count, shown: call(in: hole))
    }
    let computed = taints.map { taint in
      (
        range: Int(taint.range.lowerBound)..<Int(taint.range.upperBound),
        shown: "{{ \(source.text(taint.span)) }}"
      )
    }
    return (calls + computed).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  private func call(in hole: Hole) -> String {
    switch hole.content {
    case .reference(.environment(let name)): "{{ env('\(escaped(name))') }}"
    case .reference(.matrix(let name)): "{{ matrix.\(name) }}"
    case .poison: source.text(hole.span)
    }
  }

  private func escaped(_ name: String) -> String {
    name.replacing("\\", with: "\\\\").replacing("'", with: "\\'")
  }
}
