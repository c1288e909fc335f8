/// A path of alto.yml, read relative to the project's folder, without dots. Links are not followed.
struct ProjectPath {
  let absolute: String
  /// Relative to the project; empty for the project itself; nil outside of it.
  let relative: String?

  /// - Parameter folder: the project's absolute path.
  init(_ path: String, of folder: String) {
    let full = path.hasPrefix("/") ? path : folder + "/" + path
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    absolute = "/" + parts.joined(separator: "/")
    let home = folder.split(separator: "/")
    relative = parts.starts(with: home) ? parts.dropFirst(home.count).joined(separator: "/") : nil
  }

  /// The last part; empty for `/`.
  var name: String { absolute.split(separator: "/").last.map(String.init) ?? "" }

  /// The absolute path of the folder that holds it.
  var parent: String { "/" + absolute.split(separator: "/").dropLast().joined(separator: "/") }

  /// Whether this is a folder around `other`, or the same.
  func contains(_ other: String) -> Bool {
    other.split(separator: "/").starts(with: absolute.split(separator: "/"))
  }
}
