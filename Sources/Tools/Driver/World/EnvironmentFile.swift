import AltoSource
import Glibc

/// A file of `--env-file`: lines `NAME=VALUE`, as docker's own option reads them.
///
/// Empty lines and lines that begin with `#` are skipped. A value is everything behind the `=`, quotes included. A line
/// with a name alone takes the value from the environment of this process.
package enum EnvironmentFile {
  /// A line that is no assignment.
  package struct Mistake: Error, Sendable {
    /// From 1.
    package let line: Int
    package let reason: String
  }

  /// Reads the text of such a file.
  package static func parse(_ bytes: [UInt8]) throws(Mistake) -> [String: String] {
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw Mistake(line: 1, reason: "the file is not UTF-8")
    }
    var values: [String: String] = [:]
    let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
    for (number, line) in lines.enumerated() {
      let line = number == 0 && line.first == "\u{FEFF}" ? line.dropFirst() : line
      guard let first = line.first(where: { !$0.isWhitespace }), first != "#" else { continue }
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      guard !parts[0].isEmpty, !parts[0].contains(where: \.isWhitespace) else {
        throw Mistake(line: number + 1, reason: "it is not NAME=VALUE")
      }
      if parts.count == 2 {
        values[parts[0]] = parts[1]
      } else if let value = getenv(parts[0]) {
        values[parts[0]] = String(cString: value)
      }
    }
    return values
  }
}
