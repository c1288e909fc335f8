/// A place in a text as people and editors count it. Everything starts at 1.
package struct SourcePosition: Hashable, Sendable {
  package var line: Int
  /// In Unicode scalars.
  package var column: Int
  /// In UTF-16 code units.
  package var utf16Column: Int
  /// In bytes of UTF-8.
  package var byteColumn: Int

  package init(line: Int, column: Int, utf16Column: Int, byteColumn: Int) {
    self.line = line
    self.column = column
    self.utf16Column = utf16Column
    self.byteColumn = byteColumn
  }
}
