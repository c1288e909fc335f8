import SystemPackage

/// Follows the links on a path step by step, as the system does, but goes on where nothing exists.
struct LinkResolution {
  /// The absolute place reached so far.
  private(set) var place: [Substring]
  /// The shortest that `place` has been: below a folder's own length, the path left that folder.
  private(set) var shortest: Int
  /// As many links as Linux follows.
  private var linksLeft = 40

  /// - Parameter start: where a relative path begins; a place without links.
  init(from start: [Substring]) {
    place = start
    shortest = start.count
  }

  /// Walks along `path`.
  ///
  /// - Parameter followLast: whether a link at the very end is followed too.
  mutating func follow(_ path: String, followLast: Bool) {
    var rest = begin(path)
    while let name = rest.popLast() {
      if name == ".." {
        if !place.isEmpty { place.removeLast() }
        shortest = min(shortest, place.count)
        continue
      }
      place.append(name)
      guard !rest.isEmpty || followLast, linksLeft > 0 else { continue }
      guard let bytes = try? linkTarget(at: PathParts.absolute(place)),
        let target = String(validating: bytes, as: UTF8.self)
      else { continue }
      linksLeft -= 1
      place.removeLast()
      rest += begin(target)
    }
  }

  /// The names of a path, last one first; an absolute path starts at the root.
  private mutating func begin(_ path: String) -> [Substring] {
    if path.hasPrefix("/") {
      place = []
      shortest = 0
    }
    return PathParts.names(path).reversed()
  }
}

/// What becomes of a link in an image.
enum LinkFate: Equatable {
  /// It goes along with this target.
  case kept(target: String)
  case leaves

  /// - Parameters:
  ///   - target: as the link has it.
  ///   - folder: the place of the folder that holds the link.
  ///   - root: the place of the tree that goes into the image.
  init(target: String, in folder: [Substring], root: [Substring]) {
    // A link at the end of the way is not followed: it is in the tree too, and has its own fate.
    for followLast in [false, true] {
      var resolution = LinkResolution(from: folder)
      resolution.follow(target, followLast: followLast)
      guard resolution.place.starts(with: root) else { continue }
      let staysInside = !target.hasPrefix("/") && resolution.shortest >= root.count
      self = .kept(
        target: staysInside ? target : PathParts.relative(from: folder, to: resolution.place))
      return
    }
    self = .leaves
  }
}
