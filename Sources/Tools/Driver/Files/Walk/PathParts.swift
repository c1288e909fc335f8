/// Paths as lists of names: for links and for the answers to `Path.resolve()`.
enum PathParts {
  /// The names in a path; empty ones and `.` do not count.
  static func names(_ path: String) -> [Substring] {
    path.split(separator: "/").filter { $0 != "." }
  }

  /// The absolute path of a list of names.
  static func absolute(_ names: some Sequence<Substring>) -> String {
    "/" + names.joined(separator: "/")
  }

  /// The way from `folder` to `place`, both lists of names from one root; `.` for the folder itself.
  static func relative(from folder: some Collection<Substring>, to place: some Collection<Substring>)
    -> String
  {
    let common = zip(folder, place).prefix { $0 == $1 }.count
    let up = Array(repeating: Substring(".."), count: folder.count - common)
    let way = up + place.dropFirst(common)
    return way.isEmpty ? "." : way.joined(separator: "/")
  }

  /// The folder that holds a relative path; empty for a name without one.
  static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? ""
  }

  /// Joins a path to the folder it is relative to.
  static func join(_ folder: String, _ path: String) -> String {
    if path.hasPrefix("/") { return path }
    if path.isEmpty { return folder }
    if folder.isEmpty { return path }
    return folder.hasSuffix("/") ? folder + path : folder + "/" + path
  }
}
