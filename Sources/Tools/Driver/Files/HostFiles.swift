package import Check
import Glibc
import SystemPackage
package import Template

/// The file system of this machine, as the checker and the template see it.
///
/// An answer is kept once it was given, so that one run sees one state. Nothing is ever written. Links are followed
/// where the protocols say so, and a loop of them is a file that is not there.
package struct HostFiles: ProjectFiles, TemplateFiles {
  package let folder: String
  package let home: String?
  private let excluded: [String]
  private let seen = SeenFiles()

  /// - Parameters:
  ///   - file: the path of the alto.yml. Its folder has to exist, the file itself not: it may come from a pipe.
  ///   - output: the output folder, which never goes into an image; need not exist. Nil when nothing is written.
  ///   - home: the user's home folder.
  package init(file: String, output: String?, home: String? = HostFiles.homeFolder) throws(FileFailure) {
    let path = FilePath(file)
    let parent = path.removingLastComponent().string
    let folder = try Self.realPath(parent.isEmpty ? "." : parent)
    self.folder = folder
    self.home = home.flatMap { try? Self.realPath($0) }
    let name = path.lastComponent?.string ?? ""
    let places = [
      PathParts.join(folder, name), try? Self.realPath(file), output.map { Self.place(of: $0, in: nil) },
    ]
    excluded = places.compactMap(\.self)
  }

  /// The home folder of the user who runs altoc.
  package static var homeFolder: String? {
    if let home = getenv("HOME").map({ String(cString: $0) }), home.hasPrefix("/") { return home }
    guard let entry = getpwuid(getuid()), let home = entry.pointee.pw_dir else { return nil }
    return String(cString: home)
  }

  package func kind(of path: String) -> FileKind? {
    switch status(of: path)?.kind {
    case nil: nil
    case .file: .file
    case .folder: .folder
    case .link, .special: .other
    }
  }

  package func kind(of path: String) -> PathKind? {
    switch status(of: path)?.kind {
    case nil: nil
    case .file: .file
    case .folder: .folder
    case .link, .special: .other
    }
  }

  package func names(in path: String) -> [String] {
    guard let path = absolute(path) else { return [] }
    return seen.names.value(for: path) {
      guard let folder = try? Descriptor(folder: path), let names = try? FolderNames(of: folder) else {
        return []
      }
      return names.items.compactMap(names.text).sortedByBytes()
    }
  }

  package func contents(of path: String, limit: Int) -> [UInt8]? {
    guard let path = absolute(path) else { return nil }
    let known = seen.contents.value(for: path) { Self.read(path, limit: limit) }
    switch known {
    case .bytes(let bytes): return bytes.count <= limit ? bytes : nil
    case .unreadable: return nil
    case .larger(let than):
      return limit <= than ? nil : seen.contents.renewed(for: path) { Self.read(path, limit: limit) }.bytes
    }
  }

  package func walk(_ folder: String, as role: WalkRole) -> Walk {
    guard let path = absolute(folder), let root = try? Self.realPath(path) else {
      let problem = Walk.Problem(path: "", reason: .unreadable(Errno.noSuchFileOrDirectory.description))
      return Walk(entries: [], leftOut: [], problems: [problem], totalSize: 0)
    }
    return seen.walks.value(for: "\(role) \(root)") {
      let walk = FolderWalk(
        root: WalkRoot(root, excluded: excluded), rules: WalkRules(folder: root, role: role))
      return walk.run()
    }
  }

  /// As Python's `Path.resolve()`: goes on by the text of the path where nothing exists.
  package func resolve(_ path: String) -> String {
    Self.place(of: path, in: folder)
  }

  // MARK: Paths

  private func status(of path: String) -> FileStatus? {
    guard let path = absolute(path) else { return nil }
    return seen.status.value(for: path) { try? FileStatus.following(path) }
  }

  /// Nil for what no path can be: the system would stop reading at a zero.
  private func absolute(_ path: String) -> String? {
    path.utf8.contains(0) ? nil : PathParts.join(folder, path)
  }

  private static func read(_ path: String, limit: Int) -> SeenFiles.Contents {
    do throws(Errno) {
      let file = try Descriptor(file: path)
      guard try file.status().kind == .file else { return .unreadable }
      guard let bytes = try file.contents(limit: limit) else { return .larger(than: limit) }
      return .bytes(bytes)
    } catch {
      return .unreadable
    }
  }

  /// The absolute path of what exists, without links.
  private static func realPath(_ path: String) throws(FileFailure) -> String {
    guard let resolved = realpath(path, nil) else {
      throw FileFailure(.read, path, .system(Errno(rawValue: errno)))
    }
    defer { free(resolved) }
    guard let text = String(validatingCString: resolved) else {
      throw FileFailure(.read, path, .refused(.name))
    }
    return text
  }

  /// The absolute path of what may not exist, without links.
  ///
  /// - Parameter folder: where a relative path begins; nil for the current folder.
  static func place(of path: String, in folder: String?) -> String {
    var start: [Substring] = []
    if !path.hasPrefix("/"), let here = folder ?? (try? realPath(".")) { start = PathParts.names(here) }
    var resolution = LinkResolution(from: start)
    resolution.follow(path, followLast: true)
    return PathParts.absolute(resolution.place)
  }
}
