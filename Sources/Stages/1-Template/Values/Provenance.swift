/// What a computed value was made from, as far as anybody must know later.
struct Provenance: Equatable, Sendable {
  /// Variables of the environment by their number in `Evaluator`, ascending.
  var variables: [Int32] = []
  /// Made from `__file__`.
  var isFileDerived = false

  static let nothing = Provenance()

  static let file = Provenance(isFileDerived: true)

  var isEmpty: Bool { variables.isEmpty && !isFileDerived }

  mutating func formUnion(_ other: Provenance) {
    isFileDerived = isFileDerived || other.isFileDerived
    if other.variables.isEmpty || other.variables == variables { return }
    if variables.isEmpty {
      variables = other.variables
    } else {
      variables = Set(variables).union(other.variables).sorted()
    }
  }
}
