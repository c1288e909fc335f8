import ImageIR
import SystemPackage

/// A folder or a single file of the host that goes into a context, opened once.
struct SourceTree: ~Copyable {
  private let source: String
  /// The folder, or the one that holds the file.
  private let folder: Descriptor
  /// The file's name; nil for a folder.
  private let name: String?

  /// - Parameter source: absolute.
  init(_ source: String, isFile: Bool) throws(FileFailure) {
    self.source = source
    let path = FilePath(source)
    let place = isFile ? path.removingLastComponent().string : source
    name = isFile ? path.lastComponent?.string : nil
    do throws(Errno) { folder = try Descriptor(folder: place) } catch {
      throw FileFailure(.read, source, Self.cause(error))
    }
  }

  /// The absolute path of an entry.
  func path(of entry: ContextPlan.Entry) -> String {
    name == nil ? PathParts.join(source, entry.path) : source
  }

  /// Opens a file of the plan for reading and makes sure that it is what the plan says.
  func open(_ entry: ContextPlan.Entry) throws(FileFailure) -> OpenFile {
    do throws(Errno) {
      let file = try folder.file(name ?? entry.path)
      let status = try file.status()
      if status.kind == .file, entry.kind == .file(executable: status.isExecutable, size: status.size) {
        return OpenFile(file: file, status: status)
      }
    } catch {
      throw FileFailure(.read, path(of: entry), Self.cause(error))
    }
    throw FileFailure(.read, path(of: entry), .changed)
  }

  /// A file that was there a moment ago and is gone, or is a link now, has changed.
  private static func cause(_ error: Errno) -> FileFailure.Cause {
    switch error {
    case .noSuchFileOrDirectory, .notDirectory, .tooManySymbolicLinkLevels: .changed
    default: .system(error)
    }
  }
}

/// An open file and what it was when it was opened.
struct OpenFile: ~Copyable {
  let file: Descriptor
  let status: FileStatus
}
