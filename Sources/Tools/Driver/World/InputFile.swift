package import AltoSource
import Glibc
import SystemPackage

/// An alto.yml that was found and read.
package struct InputFile: Sendable {
  /// Its bytes, under the name that the user gave.
  package let source: SourceFile
  /// Its absolute path, links resolved.
  package let path: String

  /// The absolute path of the folder it stands in, links resolved.
  package var folder: String {
    let parent = path.split(separator: "/").dropLast().joined(separator: "/")
    return "/" + parent
  }

  package init(source: SourceFile, path: String) {
    self.source = source
    self.path = path
  }

  /// Reads the file `name`. What is not a regular file, or larger than a span can say, is refused.
  package static func read(_ name: String) throws(FileFailure) -> InputFile {
    let path = try attempt(.read, name) { () throws(Errno) in try resolved(name) }
    let file = try attempt(.read, name) { () throws(Errno) in try Descriptor(file: path) }
    let status = try attempt(.read, name) { () throws(Errno) in try file.status() }
    switch status.kind {
    case .file: break
    case .folder: throw FileFailure(.read, name, .system(.isDirectory))
    case .link, .special: throw FileFailure(.read, name, .system(.invalidArgument))
    }
    guard status.size <= SourceFile.maximumSize else {
      throw FileFailure(.read, name, .system(.fileTooLarge))
    }
    let bytes = try attempt(.read, name) { () throws(Errno) in try file.contents(expecting: status.size) }
    return InputFile(source: SourceFile(name: name, bytes: bytes), path: path)
  }

  private static func resolved(_ name: String) throws(Errno) -> String {
    guard let path = realpath(name, nil) else { throw Errno(rawValue: errno) }
    defer { free(path) }
    return String(cString: path)
  }
}

extension Descriptor {
  /// All bytes to the end of the file.
  ///
  /// - Parameter size: what the file is believed to hold; it may have grown or shrunk since.
  fileprivate func contents(expecting size: Int) throws(Errno) -> [UInt8] {
    var bytes: [UInt8] = []
    while true {
      let room = bytes.isEmpty ? size + 1 : 1 << 16
      let (part, count) = try chunk(of: room)
      bytes.append(contentsOf: part)
      if count == 0 { return bytes }
      guard bytes.count <= SourceFile.maximumSize else { throw .fileTooLarge }
    }
  }

  private func chunk(of room: Int) throws(Errno) -> ([UInt8], Int) {
    var failure: Errno?
    let part = [UInt8](unsafeUninitializedCapacity: room) { buffer, count in
      do throws(Errno) {
        count = try read(into: UnsafeMutableRawBufferPointer(buffer))
      } catch {
        failure = error
        count = 0
      }
    }
    if let failure { throw failure }
    return (part, part.count)
  }
}
