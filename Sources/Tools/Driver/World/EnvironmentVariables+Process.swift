package import AltoSource
import Glibc

extension EnvironmentVariables {
  /// The given values over the environment of this process, which is only asked for what is used.
  package static func process(over values: [String: String] = [:]) -> EnvironmentVariables {
    EnvironmentVariables(
      lookUp: { name in
        if let value = values[name] { return value }
        return getenv(name).map { String(cString: $0) }
      },
      names: { Set(values.keys).union(processNames()).sorted() })
  }

  private static func processNames() -> [String] {
    var names: [String] = []
    var next = environ
    while let entry = next.pointee {
      let text = String(cString: entry)
      names.append(String(text.prefix { $0 != "=" }))
      next += 1
    }
    return names
  }
}
