import AltoSource
import ImageIR
package import Template

extension Expanded {
  /// The expanded text as `--emit template` prints it: a hole is the call that made it.
  package func printed() -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.count)
    var position = 0
    for hole in holes {
      let offset = Int(hole.offset)
      bytes += text[position..<offset]
      bytes += Array(call(in: hole).utf8)
      position = offset + Expanded.sentinel.count
    }
    bytes += text[position...]
    return String(decoding: bytes, as: UTF8.self)
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
