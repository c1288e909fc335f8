import Foundation
import TestSupport
import Testing

/// What the end-to-end tests need from outside: `make e2e` sets all of it.
enum EndToEnd {
  /// Which tests run beside an engine: none without ALTO_E2E.
  enum Lane: String {
    case fast
    case all
  }

  private static let environment = ProcessInfo.processInfo.environment
  static let lane: Lane? = environment["ALTO_E2E"].map { Lane(rawValue: $0) ?? .fast }
  static let altoc: Tool? = environment["ALTO_BINARY"].map { Tool(path: $0) }

  static let needsBinary: Comment = "needs the compiler: `make e2e`, or ALTO_BINARY=.build/altoc"
  static let needsEngine: Comment = "needs a container engine of its own: `make e2e`"
  static let needsAllLane: Comment = "part of `make e2e-all`"

  static let hasBinary = altoc != nil
  static let hasEngine = altoc != nil && lane != nil
  static let isAllLane = altoc != nil && lane == .all

  /// Runs the compiler under test.
  static func compiler(
    _ arguments: [String], environment: [String: String?] = [:], in folder: String? = nil
  ) async throws -> Tool.Output {
    try await #require(altoc).run(arguments, environment: environment, in: folder)
  }

  /// A folder of `Fixtures/`.
  static func fixture(_ name: String) -> String { Repository.root + "/Fixtures/" + name }
}

/// Runs a POSIX shell with `arguments` as `$1`, `$2`, ...
@discardableResult
func shell(
  _ script: String, _ arguments: String..., environment: [String: String?] = [:], in folder: String? = nil
) async throws -> Tool.Output {
  try await Tool(path: "/bin/sh").run(
    ["-c", script, "sh"] + arguments, environment: environment, in: folder)
}

/// Gives `body` an empty folder and removes it afterwards.
func withScratchFolder<Result>(_ body: (String) async throws -> Result) async throws -> Result {
  let folder = NSTemporaryDirectory() + "/altoc-" + UUID().uuidString
  try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(atPath: folder) }
  return try await body(folder)
}

/// Everything below a folder, one line each: path, kind, mode, link target and the sum of the bytes.
///
/// Two folders with equal listings are the same for everyone but the clock.
func listing(of folder: String) async throws -> String {
  let script = """
    cd "$1" && find . -mindepth 1 -printf '%P\\t%y\\t%m\\t%l\\n' | LC_ALL=C sort &&
      find . -type f -print0 | LC_ALL=C sort -z | xargs -0 -r sha256sum
    """
  let output = try await shell(script, folder)
  #expect(output.status == 0, "\(output.stderr)")
  return output.stdout
}
