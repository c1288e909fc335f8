/// Every code of altoc, in order of its id.
package enum Catalogue {
  package static var all: [Code] {
    Code.bytes + Code.template + Code.yaml + Code.check + Code.files + Code.commandLine + Code.faults
  }

  /// - Parameter text: `ALTO3001`, `alto3001` or `3001`.
  package static func code(named text: String) -> Code? {
    let upper = text.uppercased()
    let digits = upper.hasPrefix("ALTO") ? String(upper.dropFirst(4)) : upper
    guard digits.count == 4, let number = UInt16(digits) else { return nil }
    return all.first { $0.number == number }
  }
}
