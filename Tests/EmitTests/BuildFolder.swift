import Emit
import Foundation
import ImageIR
import TestSupport

/// A folder of one agent on disk, made as the driver makes it, and a PATH with nothing but what a test puts there.
struct BuildFolder {
  let root: String
  var folder: String { root + "/out dir/agent" }
  var bin: String { root + "/bin" }
  var log: String { root + "/log" }
  let tag: String

  static let tools = [
    "find", "sed", "sort", "uniq", "cut", "cat", "tr", "readlink", "sha256sum", "printf", "[", "awk",
    "df", "uname", "sh", "chmod",
  ]

  init(_ sample: SamplePlan, tags: [String] = []) async throws {
    root = FileManager.default.temporaryDirectory.path + "/altoc-build-\(UUID())"
    let context = root + "/out dir/agent/context"
    try Self.write("print()\n", to: context + "/workspace/demo/main.py", mode: 0o644)
    try Self.write("#!/bin/sh\n", to: context + "/workspace/demo/a 'b' $c.sh", mode: 0o755)
    try FileManager.default.createSymbolicLink(
      atPath: context + "/workspace/demo/link", withDestinationPath: "a 'b' $c.sh")
    try Self.makeFolder(context + "/workspace/demo/empty", mode: 0o755)
    for folder in ["/workspace", "/workspace/demo"] { try Self.makeFolder(context + folder, mode: 0o755) }
    try Self.makeFolder(context + "/workspace/demo", mode: 0o1777)
    if sample.supplied { try Self.write("FROM scratch\n", to: context + "/Dockerfile", mode: 0o644) }

    let digests = try await Self.digests(in: context)
    var listing: [ContextListing.Entry] = [
      .init(path: "workspace", content: .folder(mode: 0o755)),
      .init(path: "workspace/demo", content: .folder(mode: 0o1777)),
      .init(path: "workspace/demo/empty", content: .folder(mode: 0o755)),
      .init(path: "workspace/demo/link", content: .link(target: "a 'b' $c.sh")),
    ]
    for (path, digest) in digests {
      let mode = path.hasSuffix(".sh") ? 0o755 : 0o644
      listing.append(.init(path: path, content: .file(mode: mode, sha256: digest, size: 1)))
    }
    let entries = ContextListing(entries: listing.sorted { $0.path < $1.path })
    let dockerfile = emitDockerfile(sample.plan)
    if let dockerfile { try Self.write(dockerfile.text, to: root + "/out dir/agent/Dockerfile", mode: 0o644) }
    let digest = try await Self.digest(of: dockerfile?.text ?? "")
    tag =
      "c-"
      + (try await Self.digest(of: contentText(of: sample.plan, dockerfileDigest: digest, context: entries)))
    let inputs = EmitInputs(version: "0.1.0", contentTag: tag, tags: tags, context: entries, sources: [])
    for artifact in emit(sample.plan, dockerfile: dockerfile, inputs: inputs) {
      try Self.write(
        artifact.text, to: folder + "/" + artifact.path, mode: artifact.executable ? 0o755 : 0o644)
    }
    try await sum()
    try Self.makeFolder(bin, mode: 0o755)
    for tool in Self.tools {
      guard let found = Tool.find(tool) else { continue }
      try FileManager.default.createSymbolicLink(atPath: bin + "/" + tool, withDestinationPath: found.path)
    }
  }

  func remove() {
    try? FileManager.default.removeItem(atPath: root)
  }

  /// Writes SHA256SUMS anew.
  func sum() async throws {
    _ = try await Tool(path: "/bin/sh").run(
      [
        "-c",
        "find . -type f ! -name SHA256SUMS -exec sha256sum {} + | sed 's/  [.]\\//  /' | LC_ALL=C sort -k 2 >SHA256SUMS",
      ], in: folder)
  }

  /// Runs build.sh with a shell; the PATH is `bin` alone.
  func build(
    _ shell: (name: String, arguments: [String]), _ arguments: [String] = [],
    environment: [String: String?] = [:]
  ) async throws -> Tool.Output {
    guard let tool = Tool.find(shell.name) else { throw MissingShell() }
    var variables: [String: String?] = [
      "PATH": bin, "LOG": log, "ENV": nil, "DOCKER_HOST": nil, "CONTAINER_HOST": nil, "DOCKER_BUILDKIT": nil,
    ]
    variables.merge(environment) { _, new in new }
    return try await tool.run(
      shell.arguments + [folder + "/build.sh"] + arguments, environment: variables, in: root)
  }

  /// An engine that writes down each call: the words in brackets, one call a line.
  func install(_ engine: String, buildx: Bool = true, entrypoint: String = "null", buildStatus: Int = 0)
    throws
  {
    try Self.write(
      """
      #!/bin/sh
      { printf '%s' '\(engine)'; for word do printf ' [%s]' "$word"; done
        printf ' BUILDKIT=%s SECRET=%s\\n' "${DOCKER_BUILDKIT-}" "${TOKEN+there}"; } >>"$LOG"
      case "$*" in
        *"{{.Server.Version}}"*) echo 20.10.24 ;;
        *"{{.Client.Version}}"*) echo 28.2.2 ;;
        *"{{.Server.Arch}}"* | *"{{.Host.Arch}}"*) echo amd64 ;;
        *"{{.Version.Version}}"*) echo 4.3.1 ;;
        *Entrypoint*) echo '\(entrypoint)' ;;
        *"{{.Id}}"* | *"{{.FromImageID}}"*) echo sha256:1234 ;;
        *"{{.DockerRootDir}}"* | *"{{.Store.GraphRoot}}"*) echo / ;;
        "buildx version") exit \(buildx ? 0 : 1) ;;
        "context show") echo default ;;
        version) echo 'Version:         1.28.2' ;;
        *build*) exit \(buildStatus) ;;
      esac

      """, to: bin + "/" + engine, mode: 0o755)
  }

  /// The calls so far.
  var calls: [String] {
    (try? String(contentsOfFile: log, encoding: .utf8))?.split(separator: "\n").map(String.init) ?? []
  }

  static func write(_ text: String, to path: String, mode: Int) throws {
    try makeFolder((path as NSString).deletingLastPathComponent, mode: 0o755)
    try Data(text.utf8).write(to: URL(fileURLWithPath: path))
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
  }

  static func makeFolder(_ path: String, mode: Int) throws {
    if !FileManager.default.fileExists(atPath: path) {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o755])
    }
    if mode != 0o755 { try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path) }
  }

  private static func digest(of text: String) async throws -> String {
    let output = try await Tool(path: "/usr/bin/sha256sum").run([], input: text)
    return String(output.stdout.prefix(64))
  }

  private static func digests(in folder: String) async throws -> [(path: String, digest: String)] {
    let output = try await Tool(path: "/bin/sh").run(
      ["-c", "find . -type f -exec sha256sum {} +"], in: folder)
    return output.stdout.split(separator: "\n").map { (String($0.dropFirst(68)), String($0.prefix(64))) }
  }

  struct MissingShell: Error {}
}

let shells: [(name: String, arguments: [String])] = [
  ("dash", []), ("bash", []), ("busybox", ["sh"]), ("mksh", []), ("posh", []), ("yash", []),
]
