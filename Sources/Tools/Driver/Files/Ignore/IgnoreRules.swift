/// Decides which paths of a tree are ignored: patterns in order, the last one that fits wins.
///
/// As in BuildKit, a pattern that fits a folder fits all below it, so each decision needs the result of the folder
/// above. `Matches` carries it.
struct IgnoreRules: Sendable {
  let patterns: [IgnorePattern]
  private let hasExceptions: Bool
  /// Below these paths lie all matches of exceptions; nil when they can lie anywhere.
  private let exceptionPrefixes: [[UInt8]]?

  /// Which patterns fit a folder, by their index; empty for the root.
  struct Matches: Sendable {
    fileprivate(set) var fits: [Bool]
    fileprivate(set) var isIgnored: Bool

    static let root = Matches(fits: [], isIgnored: false)
  }

  init(_ patterns: [IgnorePattern]) {
    self.patterns = patterns
    let exceptions = patterns.filter(\.isException)
    let prefixes = exceptions.compactMap(\.literalPrefix)
    hasExceptions = !exceptions.isEmpty
    exceptionPrefixes = prefixes.count == exceptions.count ? prefixes : nil
  }

  /// Decides about `path`, which is not empty, does not begin or end with a slash and holds no `.` or `..`.
  ///
  /// - Parameters:
  ///   - folder: the decision about the folder that holds it.
  ///   - matches: is given the result. Memory of an earlier one is used again.
  func decide(_ path: [UInt8], in folder: Matches, into matches: inout Matches) {
    if matches.fits.count != patterns.count {
      matches.fits = [Bool](repeating: false, count: patterns.count)
    }
    matches.isIgnored = false
    for (index, pattern) in patterns.enumerated() {
      var fits = !folder.fits.isEmpty && folder.fits[index]
      // A pattern that could not change the decision is not tried, and then does not count for what lies below.
      if !fits, pattern.isException == matches.isIgnored { fits = pattern.matches(path) }
      matches.fits[index] = fits
      if fits { matches.isIgnored = !pattern.isException }
    }
  }

  /// Whether `path` is ignored, decided from the root down.
  func ignores(_ path: [UInt8]) -> Bool {
    var folder = Matches.root
    var matches = Matches.root
    let slashes = path.indices.filter { path[$0] == UInt8(ascii: "/") }
    for end in slashes + [path.count] {
      decide(Array(path[..<end]), in: folder, into: &matches)
      folder = matches
    }
    return matches.isIgnored
  }

  /// Whether nothing below the ignored folder at `path` can be brought back.
  func canSkip(_ path: [UInt8]) -> Bool {
    guard hasExceptions else { return true }
    guard let exceptionPrefixes else { return false }
    let folder = path + [UInt8(ascii: "/")]
    return !exceptionPrefixes.contains { ($0 + [UInt8(ascii: "/")]).starts(with: folder) }
  }
}
