import AltoSource

/// Where reading goes on behind a tag with a mistake in it.
enum Recovery {
  /// The tag has its end; the mistake is inside.
  case behindTag(Int)
  /// The tag has its end, behind a string that has none on its line.
  case behindString(quote: Span, Int)
  /// The tag has no end: the rest of its line belongs to it.
  case behindLine(Int)
}

extension Lexer {
  /// Looks for the end of the current tag without its grammar: its closing bytes outside of strings, before
  /// any other tag opens.
  func recovery() -> Recovery {
    var offset = Int(opening.end)
    while let byte = byte(offset) {
      if byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"") {
        if let close = stringEnd(from: offset) {
          offset = close
          continue
        }
        let lineEnd = lineEnd(from: offset)
        if let close = closingEnd(from: offset, to: lineEnd) {
          return .behindString(quote: Span(offset..<offset + 1), close)
        }
      } else if byte == tag.closingByte, self.byte(offset + 1) == UInt8(ascii: "}"), !closesBraces(offset) {
        return .behindTag(stripped(from: offset))
      } else if tagKind(at: offset) != nil {
        break
      }
      offset += 1
    }
    return .behindLine(lineEnd(from: Int(opening.end)))
  }

  /// Of `}}}` the last two close the tag.
  private func closesBraces(_ offset: Int) -> Bool {
    tag == .output && byte(offset + 2) == UInt8(ascii: "}")
  }

  /// Behind the string at `start` when it ends on its line.
  private func stringEnd(from start: Int) -> Int? {
    var offset = start + 1
    while let byte = byte(offset), byte != UInt8(ascii: "\n"), byte != UInt8(ascii: "\r") {
      if byte == bytes[start] { return offset + 1 }
      offset += byte == UInt8(ascii: "\\") ? 2 : 1
    }
    return nil
  }

  private func closingEnd(from start: Int, to limit: Int) -> Int? {
    var offset = start
    while offset + 1 < limit {
      if bytes[offset] == tag.closingByte, bytes[offset + 1] == UInt8(ascii: "}") {
        return stripped(from: offset)
      }
      offset += 1
    }
    return nil
  }

  /// Behind the two closing bytes at `offset`, and behind the whitespace that a `-` before them strips.
  private func stripped(from offset: Int) -> Int {
    guard bytes[offset - 1] == UInt8(ascii: "-") else { return offset + 2 }
    return Whitespace.end(in: bytes, from: offset + 2, limit: end)
  }
}
