import AltoDiagnostics
import Check
import SystemPackage

/// What one walk leaves out, by the user's lines and altoc's own.
struct WalkRules: Sendable {
  /// Everything together, in order.
  let all: IgnoreRules
  /// The user's own lines.
  let own: IgnoreRules
  let hasDefaults: Bool
  /// What was wrong with the ignore file.
  let problems: [Walk.Problem]
  /// Names that do not go along from the root.
  private let consumed: [String]

  /// Reads the ignore file that belongs to the walk.
  init(folder: String, role: WalkRole) {
    let candidates: [String]
    var needed: [IgnorePattern] = []
    switch role {
    case .project: (hasDefaults, candidates, consumed) = (true, [".dockerignore"], [])
    case .mount: (hasDefaults, candidates, consumed) = (true, [], [])
    case .suppliedContext(let dockerfile):
      hasDefaults = false
      candidates = [dockerfile + ".dockerignore", ".dockerignore"]
      // The rules are applied here. In the staged folder an engine must not find them again, in its own reading.
      consumed = candidates + [dockerfile + ".containerignore", ".containerignore"]
      // Docker takes its Dockerfile from the context even where that ignores it.
      needed = [IgnorePattern(literal: dockerfile, isException: true)].compactMap(\.self)
    }
    let (patterns, problems) = Self.patterns(of: candidates, in: folder)
    all = IgnoreRules((hasDefaults ? DefaultRules.patterns : []) + patterns + needed)
    own = IgnoreRules(patterns)
    self.problems = problems
  }

  /// Whether a name never goes into an image.
  func excludesName(_ name: some Collection<UInt8>, atRoot: Bool) -> Bool {
    if name.elementsEqual(Self.altoContext.utf8) || TemporaryFolder.isName(name) { return true }
    return atRoot && consumed.contains { name.elementsEqual($0.utf8) }
  }

  /// The folder that Alto itself makes beside an alto.yml.
  private static let altoContext = ".docker_context"

  /// The patterns of the first file that exists.
  private static func patterns(of candidates: [String], in folder: String)
    -> (patterns: [IgnorePattern], problems: [Walk.Problem])
  {
    for name in candidates {
      do throws(Errno) {
        let file = try Descriptor(file: PathParts.join(folder, name))
        guard try file.status().kind == .file else { return ([], [problem(name, "it is not a file")]) }
        guard let bytes = try file.contents(limit: sizeLimit) else {
          return ([], [problem(name, "it has more than \(sizeLimit) bytes")])
        }
        return parsed(bytes, of: name)
      } catch {
        if error != .noSuchFileOrDirectory, error != .notDirectory {
          return ([], [problem(name, error.description)])
        }
      }
    }
    return ([], [])
  }

  private static func parsed(_ bytes: [UInt8], of name: String)
    -> (patterns: [IgnorePattern], problems: [Walk.Problem])
  {
    do throws(IgnoreFile.Malformed) {
      return (try IgnoreFile(bytes).patterns, [])
    } catch {
      let text = quoted(String(decoding: error.text, as: UTF8.self))
      return ([], [problem(name, "line \(error.line) is not a pattern that Docker accepts: \(text)")])
    }
  }

  private static func problem(_ path: String, _ words: String) -> Walk.Problem {
    Walk.Problem(path: path, reason: .unreadable(words))
  }

  /// No real one comes near.
  private static let sizeLimit = 1 << 20
}
