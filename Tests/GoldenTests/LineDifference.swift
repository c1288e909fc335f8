/// The first place where two texts differ, for a person to read.
struct LineDifference: CustomStringConvertible {
  let description: String

  init(expected: String, found: String) {
    let old = expected.split(separator: "\n", omittingEmptySubsequences: false)
    let new = found.split(separator: "\n", omittingEmptySubsequences: false)
    let same = zip(old, new).prefix { $0 == $1 }.count
    let tail = zip(old.dropFirst(same).reversed(), new.dropFirst(same).reversed()).prefix { $0 == $1 }.count
    var lines = ["@@ line \(same + 1) @@"]
    lines += old[max(0, same - 2)..<same].map { "  " + $0 }
    lines += old[same..<(old.count - tail)].prefix(18).map { "- " + $0 }
    lines += new[same..<(new.count - tail)].prefix(18).map { "+ " + $0 }
    description = lines.joined(separator: "\n")
  }
}
