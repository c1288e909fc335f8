/// A path as its components, compared byte by byte: two spellings of one letter are two names.
struct PathPlace: Hashable {
  private(set) var components: [Component]

  /// One component.
  struct Component: Hashable {
    let text: String

    static func == (left: Component, right: Component) -> Bool {
      left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
      for byte in text.utf8 { hasher.combine(byte) }
    }
  }

  /// Reads an absolute or a relative path; `.` and empty components vanish, `..` takes one away.
  init(_ path: String) {
    components = []
    for part in path.utf8.split(separator: UInt8(ascii: "/")) {
      switch String(Substring(part)) {
      case ".": break
      case "..": _ = components.popLast()
      case let name: components.append(Component(text: name))
      }
    }
  }

  private init(components: [Component]) {
    self.components = components
  }

  /// With slashes between the components, none at the ends; empty for no component.
  var path: String { components.map(\.text).joined(separator: "/") }

  var parent: PathPlace { PathPlace(components: Array(components.dropLast())) }

  func appending(_ path: String) -> PathPlace {
    PathPlace(components: components + PathPlace(path).components)
  }

  /// Without the first components.
  func dropping(_ count: Int) -> PathPlace {
    PathPlace(components: Array(components.dropFirst(count)))
  }

  /// Whether it is `other` or stands below it.
  func isInside(_ other: PathPlace) -> Bool {
    components.starts(with: other.components)
  }

  /// How many first components both have.
  func commonCount(with other: PathPlace) -> Int {
    zip(components, other.components).prefix { $0 == $1 }.count
  }
}

/// Orders paths as the context does: by their bytes.
func precedesInBytes(_ left: String, _ right: String) -> Bool {
  left.utf8.lexicographicallyPrecedes(right.utf8)
}
