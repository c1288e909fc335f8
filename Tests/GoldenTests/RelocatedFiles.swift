import Check
import Driver
import ImageIR
import TestSupport
import Template

/// The files of a fixture as if they stood in `/projects/…`, so that goldens hold no path of this machine.
struct RelocatedFiles: ProjectFiles, TemplateFiles {
  private let host: HostFiles
  private let real = Repository.root + "/Fixtures"
  private let shown = "/projects"

  let folder: String
  let home: String? = "/home/user"

  init(_ golden: GoldenCase) throws {
    folder = "/projects/" + golden.name
    host = try HostFiles(file: golden.folder + "/alto.yml", output: nil)
  }

  func kind(of path: String) -> FileKind? { host.kind(of: hostPath(path)) }

  func kind(of path: String) -> PathKind? { host.kind(of: hostPath(path)) }

  func names(in path: String) -> [String] { host.names(in: hostPath(path)) }

  func contents(of path: String, limit: Int) -> [UInt8]? { host.contents(of: hostPath(path), limit: limit) }

  func walk(_ folder: String, as role: WalkRole) -> Walk { host.walk(hostPath(folder), as: role) }

  func resolve(_ path: String) -> String {
    let resolved = host.resolve(hostPath(path))
    return resolved.hasPrefix(real) ? shown + resolved.dropFirst(real.count) : resolved
  }

  /// The real path behind one that the goldens show.
  func hostPath(_ path: String) -> String {
    if path == shown || path.hasPrefix(shown + "/") { return real + path.dropFirst(shown.count) }
    return path.hasPrefix("/") ? path : real + folder.dropFirst(shown.count) + "/" + path
  }
}
