/// How bad a diagnostic is.
package enum Severity: String, Sendable, CaseIterable {
  /// Nothing is written.
  case error
  /// Most likely a mistake; the output is written all the same.
  case warning
  /// Worth knowing.
  case note
}

extension Severity: Comparable {
  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }

  package static func < (left: Severity, right: Severity) -> Bool { left.rank < right.rank }
}
