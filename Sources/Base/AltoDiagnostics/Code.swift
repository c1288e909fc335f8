/// One kind of diagnostic: its stable id and everything that can be said about it without a file at hand.
///
/// Entries are static members in the `Catalogue+….swift` files, each directly above the factory that words it.
/// Ids are never used again for something else.
package struct Code: Sendable {
  /// The four digits of `ALTO0000`. The first is the layer: 0 bytes, 1 template, 2 YAML, 3 check, 6 files and
  /// context, 7 command line and suppressions, 9 altoc's own faults.
  package let number: UInt16
  package let severity: Severity
  /// One line without a full stop.
  package let title: StaticString
  /// What it means, why it matters, how to get out of it.
  package let explanation: StaticString
  /// Gives exactly this code.
  package let bad: Example
  /// The same without the mistake; gives nothing.
  package let good: Example
  /// The release that first had it.
  package let since: StaticString

  package init(
    _ number: UInt16, _ severity: Severity, _ title: StaticString, explanation: StaticString,
    bad: Example, good: Example, since: StaticString = "0.1"
  ) {
    self.number = number
    self.severity = severity
    self.title = title
    self.explanation = explanation
    self.bad = bad
    self.good = good
    self.since = since
  }

  /// `ALTO3001`.
  package var id: String {
    let digits = String(number)
    return "ALTO" + String(repeating: "0", count: 4 - digits.count) + digits
  }
}

extension Code: Hashable {
  package static func == (left: Code, right: Code) -> Bool { left.number == right.number }
  package func hash(into hasher: inout Hasher) { hasher.combine(number) }
}
