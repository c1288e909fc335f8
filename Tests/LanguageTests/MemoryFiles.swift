import Check
import Foundation
import ImageIR
import Template

/// A tree of files that stands in memory, so that a hundred thousand analyses ask no disk.
struct MemoryFiles: ProjectFiles, TemplateFiles {
  let folder: String
  let home: String? = "/home/user"
  /// By absolute path.
  private let contents: [String: [UInt8]]
  private let folders: Set<String>

  /// - Parameters:
  ///   - folder: the absolute path of the project.
  ///   - contents: files by absolute path; the folders that hold them exist too.
  init(folder: String, contents: [String: [UInt8]]) {
    self.folder = folder
    self.contents = contents
    var folders: Set<String> = ["/", folder]
    for path in contents.keys {
      var rest = path[...]
      while let slash = rest.lastIndex(of: "/"), slash > rest.startIndex {
        rest = rest[..<slash]
        if !folders.insert(String(rest)).inserted { break }
      }
    }
    self.folders = folders
  }

  func kind(of path: String) -> FileKind? {
    let path = absolute(path)
    if contents[path] != nil { return .file }
    return folders.contains(path) ? .folder : nil
  }

  func kind(of path: String) -> PathKind? {
    switch kind(of: path) as FileKind? {
    case .file: .file
    case .folder: .folder
    case .other: .other
    case nil: nil
    }
  }

  func names(in path: String) -> [String] {
    let prefix = absolute(path) + "/"
    let below = (Array(contents.keys) + folders).filter { $0.hasPrefix(prefix) }
    return Set(below.map { String($0.dropFirst(prefix.count).prefix { $0 != "/" }) }).sorted()
  }

  func contents(of path: String, limit: Int) -> [UInt8]? {
    contents[absolute(path)].flatMap { $0.count <= limit ? $0 : nil }
  }

  func walk(_ folder: String, as role: WalkRole) -> Walk {
    let root = absolute(folder)
    if let bytes = contents[root] {
      let file = ContextPlan.Entry(path: "", kind: .file(executable: false, size: bytes.count))
      return Walk(entries: [file], leftOut: [], problems: [], totalSize: bytes.count)
    }
    let prefix = root + "/"
    var entries = folders.filter { $0.hasPrefix(prefix) }.map {
      ContextPlan.Entry(path: String($0.dropFirst(prefix.count)), kind: .folder)
    }
    for (path, bytes) in contents where path.hasPrefix(prefix) && !path.hasSuffix("/alto.yml") {
      entries.append(
        ContextPlan.Entry(
          path: String(path.dropFirst(prefix.count)), kind: .file(executable: false, size: bytes.count)))
    }
    entries.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    return Walk(entries: entries, leftOut: [], problems: [], totalSize: 0)
  }

  func resolve(_ path: String) -> String { absolute(path) }

  /// Without dots, by the text of the path: there are no links here.
  private func absolute(_ path: String) -> String {
    let full = path.hasPrefix("/") ? path : folder + "/" + path
    var parts: [Substring] = []
    for part in full.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/" + parts.joined(separator: "/")
  }
}

extension MemoryFiles {
  /// Every file below a real folder, read once, as if it stood below `place`.
  static func read(_ real: String, as place: String) -> [String: [UInt8]] {
    var contents: [String: [UInt8]] = [:]
    for case let name as String in FileManager.default.enumerator(atPath: real) ?? .init() {
      var isFolder: ObjCBool = false
      let path = real + "/" + name
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue,
        let data = FileManager.default.contents(atPath: path)
      else { continue }
      contents[place + "/" + name] = Array(data)
    }
    return contents
  }
}
