/// Finds lines and columns of byte offsets in one text.
///
/// A line ends at LF, CRLF or a lone CR and nowhere else: that is what editors count, and libyaml does not.
/// Built only when something is shown.
package struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let starts: [Int]
  private let textStart: Int

  /// Indexes `bytes`, in time linear in their number.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    var offset = 0
    while offset < bytes.count {
      let byte = bytes[offset]
      offset += 1
      if byte == UInt8(ascii: "\r"), offset < bytes.count, bytes[offset] == UInt8(ascii: "\n") {
        offset += 1
        starts.append(offset)
      } else if byte == UInt8(ascii: "\r") || byte == UInt8(ascii: "\n") {
        starts.append(offset)
      }
    }
    self.starts = starts
    self.textStart = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The number of lines; an empty text has one.
  package var lineCount: Int { starts.count }

  /// The position of byte `offset`, which may be the end of the text.
  package func position(of offset: Int) -> SourcePosition {
    precondition(0...bytes.count ~= offset, "offset outside the text")
    let line = lineNumber(of: offset)
    let lineStart = visibleStart(ofLine: line)
    var position = SourcePosition(line: line, column: 1, utf16Column: 1, byteColumn: 1)
    guard offset > lineStart else { return position }
    position.byteColumn = offset - lineStart + 1
    for byte in bytes[lineStart..<offset] where byte & 0xC0 != 0x80 {
      position.column += 1
      position.utf16Column += byte >= 0xF0 ? 2 : 1
    }
    return position
  }

  /// The 1-based number of the line that holds byte `offset`.
  package func lineNumber(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while low + 1 < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low + 1
  }

  /// The bytes of a 1-based line without its line break and without a byte order mark.
  package func content(ofLine line: Int) -> Range<Int> {
    let start = visibleStart(ofLine: line)
    var end = line < starts.count ? starts[line] : bytes.count
    while end > start, bytes[end - 1] == UInt8(ascii: "\n") || bytes[end - 1] == UInt8(ascii: "\r") {
      end -= 1
    }
    return start..<end
  }

  private func visibleStart(ofLine line: Int) -> Int {
    line == 1 ? textStart : starts[line - 1]
  }
}
