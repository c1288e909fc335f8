/// The variables that `env()` may read while compiling, as a value from outside.
///
/// The Driver layers `--env` over `--env-file` over the environment of the process; a test gives a dictionary.
package struct EnvironmentVariables: Sendable {
  private let lookUp: @Sendable (String) -> String?
  private let allNames: @Sendable () -> [String]

  package init(
    lookUp: @escaping @Sendable (String) -> String?, names: @escaping @Sendable () -> [String]
  ) {
    self.lookUp = lookUp
    self.allNames = names
  }

  package init(_ values: [String: String]) {
    self.init(lookUp: { values[$0] }, names: { values.keys.sorted() })
  }

  /// The value of `name`; nil when it is not set.
  package func value(of name: String) -> String? { lookUp(name) }

  /// Every name that is set, sorted: for suggestions. Values are never shown.
  package var names: [String] { allNames() }
}
