/// The folder that a walk goes over, and the places below it that never go into an image.
struct WalkRoot: Sendable {
  /// Absolute and without links.
  let path: String
  private let names: [Substring]
  /// Relative to the root.
  private let excluded: [[UInt8]]

  /// - Parameter excluded: absolute paths without links: the output folder and the alto.yml.
  init(_ path: String, excluded: [String]) {
    let names = PathParts.names(path)
    self.path = path
    self.names = names
    self.excluded = excluded.compactMap { place in
      let below = PathParts.names(place)
      guard below.starts(with: names), below.count > names.count else { return nil }
      return Array(below.dropFirst(names.count).joined(separator: "/").utf8)
    }
  }

  func excludes(_ path: [UInt8]) -> Bool {
    excluded.contains(path)
  }

  /// - Parameter path: of the link, relative to the root.
  func fate(ofLinkAt path: [UInt8], to target: String) -> LinkFate {
    let folder = PathParts.names(String(decoding: path, as: UTF8.self)).dropLast()
    return LinkFate(target: target, in: names + folder, root: names)
  }
}
