import Foundation

/// Where the tests find the project's own files.
package enum Repository {
  /// The project's root, without a trailing slash.
  package static let root: String = {
    var url = URL(fileURLWithPath: #filePath)
    for _ in 0..<3 { url.deleteLastPathComponent() }
    return url.path
  }()

  /// Whether this run must not skip anything.
  package static var isCI: Bool { ProcessInfo.processInfo.environment["CI"] != nil }
}
