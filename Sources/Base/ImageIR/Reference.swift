/// A value that is not known when altoc runs: it is looked up when something builds, pushes or runs.
package enum Reference: Hashable, Sendable {
  /// `env('NAME')`: a variable of the environment.
  case environment(String)
  /// `matrix.NAME`: the value of the current combination.
  case matrix(String)
}

extension Reference: Comparable {
  package static func < (left: Reference, right: Reference) -> Bool {
    switch (left, right) {
    case (.environment(let a), .environment(let b)), (.matrix(let a), .matrix(let b)): a < b
    case (.environment, .matrix): true
    case (.matrix, .environment): false
    }
  }
}

extension Reference: CustomStringConvertible {
  package var description: String {
    switch self {
    case .environment(let name): "env(\(name))"
    case .matrix(let name): "matrix(\(name))"
    }
  }
}
