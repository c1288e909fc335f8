/// One word that every POSIX shell reads as exactly `text`.
///
/// NUL has no spelling in a shell: U+FFFD stands for it.
package func shellWord(_ text: String) -> String {
  if !text.isEmpty, text.utf8.allSatisfy(isPlainInShell) { return text }
  var result = "'"
  for scalar in text.unicodeScalars {
    switch scalar {
    case "'": result += "'\\''"
    case "\0": result += "\u{FFFD}"
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "'"
}

private func isPlainInShell(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
    UInt8(ascii: "0")...UInt8(ascii: "9"):
    true
  // Not `=` and `~`: they mean something in front of a command and at the start of a word.
  default: "+,-./:@_%".utf8.contains(byte)
  }
}
