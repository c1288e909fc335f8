/// The lines of alto.yml that asked for something in the output, from 1.
package struct Origin: Hashable, Sendable {
  package var firstLine: Int
  package var lastLine: Int

  package init(firstLine: Int, lastLine: Int) {
    self.firstLine = firstLine
    self.lastLine = lastLine
  }
}

extension Origin: CustomStringConvertible {
  package var description: String {
    firstLine == lastLine ? "line \(firstLine)" : "lines \(firstLine)-\(lastLine)"
  }
}
