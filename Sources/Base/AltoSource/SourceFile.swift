/// The bytes of one input file, and the name by which the user gave it.
package struct SourceFile: Sendable {
  /// The path as the user wrote it; what diagnostics show.
  package let name: String
  /// The whole file, unchanged: byte order mark, CRLF and all.
  package let bytes: [UInt8]

  package init(name: String, bytes: [UInt8]) {
    precondition(bytes.count <= Self.maximumSize, "the loader refuses files over the limit")
    self.name = name
    self.bytes = bytes
  }

  /// Spans hold 32-bit offsets; a larger file is refused before it becomes a `SourceFile`.
  package static let maximumSize = Int(Int32.max)

  /// The text under `span`, with U+FFFD where the bytes are not UTF-8.
  package func text(_ span: Span) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }

  /// The length of the UTF-8 byte order mark: 3 or 0.
  package var byteOrderMarkCount: Int {
    bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }
}
