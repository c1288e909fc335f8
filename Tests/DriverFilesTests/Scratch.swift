import Foundation
import ImageIR

@testable import Driver

/// A folder of a test's own, removed at its end.
final class Scratch: Sendable {
  /// Absolute and without links.
  let path: String

  init() {
    let path = NSTemporaryDirectory() + "/altoc-files-\(UUID().uuidString)"
    mkdir(path, 0o755)
    chmod(path, 0o755)
    self.path = HostFiles.place(of: path, in: nil)
  }

  deinit {
    guard let folder = try? Descriptor(folder: PathParts.join(path, "..")) else { return }
    try? folder.removeTree((path as NSString).lastPathComponent)
  }

  /// The absolute path of a name in the folder.
  subscript(_ name: String) -> String { PathParts.join(path, name) }

  @discardableResult
  func file(_ name: String, _ text: String = "", mode: mode_t = 0o644) -> String {
    folder(PathParts.parent(of: name))
    _ = FileManager.default.createFile(atPath: self[name], contents: Data(text.utf8))
    chmod(self[name], mode)
    return self[name]
  }

  @discardableResult
  func folder(_ name: String) -> String {
    try? FileManager.default.createDirectory(atPath: self[name], withIntermediateDirectories: true)
    return self[name]
  }

  func link(_ name: String, to target: String) {
    folder(PathParts.parent(of: name))
    symlink(target, self[name])
  }

  func text(_ name: String) -> String? {
    FileManager.default.contents(atPath: self[name]).map { String(decoding: $0, as: UTF8.self) }
  }

  func remove(_ name: String) {
    try? FileManager.default.removeItem(atPath: self[name])
  }

  /// The checker's view with the alto.yml of this folder.
  func files(output: String? = nil) throws -> HostFiles {
    try HostFiles(file: self["alto.yml"], output: output, home: nil)
  }

  /// Everything in a folder: path, mode, inode, times, content. Two equal ones: nothing was touched.
  func state(of name: String) -> [String] {
    let root = self[name]
    guard let names = FileManager.default.enumerator(atPath: root) else { return [] }
    let paths = [""] + names.compactMap { $0 as? String }
    return paths.sorted().map { path in
      let place = PathParts.join(root, path)
      guard let status = try? FileStatus.of(place) else { return path }
      let content =
        status.kind == .file ? SHA256Sum.of(Array(FileManager.default.contents(atPath: place) ?? Data())) : ""
      return "\(path) \(String(status.permissions, radix: 8)) \(status.identity) \(content)"
    }
  }

  /// Path, mode and content or target of everything in a folder: equal for equal outputs anywhere.
  func contents(of name: String) -> [String] {
    let root = self[name]
    guard let names = FileManager.default.enumerator(atPath: root) else { return [] }
    return ([""] + names.compactMap { $0 as? String }).sorted().map { path in
      let place = PathParts.join(root, path)
      guard let status = try? FileStatus.of(place) else { return path }
      let mode = String(status.permissions, radix: 8)
      switch status.kind {
      case .file:
        return "\(path) \(mode) \(SHA256Sum.of(Array(FileManager.default.contents(atPath: place) ?? Data())))"
      case .link:
        return "\(path) -> \((try? linkTarget(at: place)).map { String(decoding: $0, as: UTF8.self) } ?? "?")"
      case .folder: return "\(path)/ \(mode)"
      case .special: return "\(path) special"
      }
    }
  }
}

extension ContextPlan.Entry {
  /// `path`, `path*` for an executable file, `path/` for a folder, `path -> target`.
  var short: String {
    switch kind {
    case .file(let executable, _): path + (executable ? "*" : "")
    case .folder: path + "/"
    case .link(let target): "\(path) -> \(target)"
    }
  }
}
