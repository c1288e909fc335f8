import AltoDiagnostics
import AltoSource

/// Follows a requirements file and the files it names.
struct RequirementsReader {
  /// All that pip will read for one requirements file.
  struct Reading {
    /// Relative to the project, sorted.
    var files: [String] = []
    /// Names of the packages asked for, as PEP 503 writes them; sorted.
    var packages: [String] = []
    var problems: [Diagnostic] = []
  }

  let files: any ProjectFiles
  /// The folder of alto.yml as the user gave it, for the names of files in diagnostics; empty for the current one.
  let shownFolder: String

  /// - Parameter path: an existing file, relative to the project.
  func read(_ path: String) -> Reading {
    var reading = Reading()
    var open = [path]
    var seen: Set<String> = []
    var packages: Set<String> = []
    while let next = open.popLast() {
      guard seen.insert(next).inserted, let bytes = files.contents(of: next, limit: 4 << 20) else { continue }
      reading.problems += credentials(in: bytes, of: next)
      for line in logicalLines(of: String(decoding: bytes, as: UTF8.self)) {
        if let nested = nestedFile(in: line) {
          let folder = next.split(separator: "/").dropLast().joined(separator: "/")
          let place = ProjectPath(folder.isEmpty ? nested : folder + "/" + nested, of: files.folder)
          if let relative = place.relative, files.kind(of: relative) == .file { open.append(relative) }
        } else if let name = packageName(in: line) {
          packages.insert(name)
        }
      }
    }
    reading.files = seen.sorted()
    reading.packages = packages.sorted()
    return reading
  }

  /// `//user:password@` in an address, unless pip fills the password in from a variable.
  private func credentials(in bytes: [UInt8], of path: String) -> [Diagnostic] {
    guard let text = String(validating: bytes, as: UTF8.self), text.contains("://") else { return [] }
    let source = SourceFile(name: shownFolder.isEmpty ? path : shownFolder + "/" + path, bytes: bytes)
    return text.ranges(of: "://").compactMap { slashes in
      let rest = text[slashes.upperBound...].prefix { !$0.isWhitespace && $0 != "/" }
      guard let at = rest.lastIndex(of: "@"), let colon = rest[..<at].firstIndex(of: ":") else { return nil }
      let password = rest[rest.index(after: colon)..<at]
      guard !password.isEmpty, !(password.hasPrefix("${") && password.hasSuffix("}")) else { return nil }
      let start = text.utf8.distance(from: text.startIndex, to: rest.startIndex)
      let end = text.utf8.distance(from: text.startIndex, to: at)
      return .requirementsCredential(at: Span(start..<end)).inside(source)
    }
  }

  /// Lines without comments, a backslash at the end joining the next.
  private func logicalLines(of text: String) -> [String] {
    var lines: [String] = []
    var joined = ""
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      if line.hasSuffix("\\") {
        joined += line.dropLast()
        continue
      }
      lines.append(withoutComment(joined + line))
      joined = ""
    }
    if !joined.isEmpty { lines.append(withoutComment(joined)) }
    return lines.filter { !$0.isEmpty }
  }

  /// A `#` begins a comment at the start of a line or after a space.
  private func withoutComment(_ line: String) -> String {
    var result = ""
    var before: Character = " "
    for character in line {
      if character == "#", before.isWhitespace { break }
      result.append(character)
      before = character
    }
    return String(result.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// The file of `-r FILE`, `-c FILE` and their long forms.
  private func nestedFile(in line: String) -> String? {
    for option in ["--requirement", "--constraint", "-r", "-c"] where line.hasPrefix(option) {
      let rest = line.dropFirst(option.count).drop { $0.isWhitespace || $0 == "=" }
      return rest.contains("://") || rest.isEmpty ? nil : String(rest)
    }
    return nil
  }

  /// The name at the start of a requirement, in lower case with single dashes.
  private func packageName(in line: String) -> String? {
    let name = line.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || "-_.".contains($0)) }
    guard let first = name.first, first.isLetter || first.isNumber else { return nil }
    var result = ""
    for character in name.lowercased() {
      let isSeparator = "-_.".contains(character)
      if isSeparator, result.last == "-" { continue }
      result.append(isSeparator ? "-" : character)
    }
    return result
  }
}
