package import AltoSource

extension Code {
  static var files: [Code] {
    [
      .linkLeaves, .unusableFileName, .specialFile, .unreadableFile, .leftOutByDefault, .credentialFile,
      .largeContext, .ignoredPath, .carriageReturnInScript,
    ]
  }

  package static let linkLeaves = Code(
    6001, .error, "a link that leaves its folder",
    explanation: """
      The folder goes into the image as it is, links as links. A link to something outside would point nowhere there, \
      or to a file of the base image. Replace it by the file itself, mount the folder it points to (mounts), or name \
      the link in .dockerignore. Absolute links that point inside are made relative.
      """,
    bad: .situation("ln -s /srv/data/big.csv data.csv in the folder of alto.yml"),
    good: .document(Code.smallDocument))

  package static let unusableFileName = Code(
    6002, .error, "a file name that not every tool can carry",
    explanation: """
      Names with a line break, a backslash or bytes that are not UTF-8 are written differently by each engine, archive \
      and checksum tool. Rename the file or name it in .dockerignore (a ? stands for one character). The same holds \
      for the target of a link.
      """,
    bad: .situation("a file named a\\b in the folder of alto.yml"),
    good: .document(Code.smallDocument))

  package static let specialFile = Code(
    6003, .error, "a socket, pipe or device among the files",
    explanation: """
      Only files, folders and links can go into an image. A socket, a named pipe or a device is most often left over \
      by a program that ran in the folder. Remove it or name it in .dockerignore.
      """,
    bad: .situation("mkfifo pipe in the folder of alto.yml"),
    good: .document(Code.smallDocument))

  package static let unreadableFile = Code(
    6004, .error, "a file or folder that cannot be read",
    explanation: """
      All that goes into the image has to be readable, and .dockerignore has to be a file that Docker accepts. The \
      message has the system's reason. Change the permissions, or name the file in .dockerignore when the image does \
      not need it.
      """,
    bad: .situation("a folder of the project with mode 000"),
    good: .document(Code.smallDocument))

  package static let leftOutByDefault = Code(
    6005, .note, "files that are left out unless asked for",
    explanation: """
      Some names hardly ever belong into an image: version control, caches, virtual environments and what looks like a \
      secret (.git, __pycache__, *.pyc, .venv, venv, node_modules, .env, *.pem, id_*). altoc leaves them out at any \
      depth, as if the first lines of .dockerignore were **/.git, **/__pycache__ and so on. A later line brings one \
      back: !id_card.py, !data/.env or !**/*.pem. Naming it there without the ! ends this note.
      """,
    bad: .situation("a folder .git beside alto.yml and no .dockerignore"),
    good: .document(Code.smallDocument))

  package static let credentialFile = Code(
    6006, .warning, "a file that looks like a credential goes into the image",
    explanation: """
      Everybody who can pull an image can read all of its files, those of earlier layers too. Name the file in \
      .dockerignore and give the secret when the container starts, as a variable under env.
      """,
    bad: .situation("a file credentials.json beside alto.yml"),
    good: .document(Code.smallDocument))

  package static let largeContext = Code(
    6007, .warning, "a large build context",
    explanation: """
      All files of the context are copied, hashed and sent to the engine at each build, and become part of the image. \
      Data sets and models are better mounted or loaded when the container runs. Name what the image does not need in \
      .dockerignore.
      """,
    bad: .situation("a file of 200 MB beside alto.yml"),
    good: .document(Code.smallDocument))

  package static let ignoredPath = Code(
    6008, .error, "a path that is needed and ignored",
    explanation: """
      alto.yml names a path that .dockerignore, or one of altoc's own rules, leaves out of the image. The run would \
      not find it. Bring it back by a line that begins with ! at the end of .dockerignore.
      """,
    bad: .situation("entrypoint.src: src with a line src in .dockerignore"),
    good: .document(Code.smallDocument))

  package static let carriageReturnInScript = Code(
    6009, .warning, "a script with Windows line ends",
    explanation: """
      The lines of this script end in CR LF. In a Linux container the CR becomes part of the interpreter's name or of \
      the last word of each line: 'python3\\r: not found'. Save the file with LF line ends.
      """,
    bad: .situation("a main.py that begins with #! and has CR LF line ends"),
    good: .document(Code.smallDocument))
}

extension Diagnostic {
  /// - Parameters:
  ///   - path: relative to the folder, as in `Walk.Problem`.
  ///   - folder: what is walked: `the project`, `the mount`.
  package static func linkLeaves(_ path: String, target: String, of folder: String, at span: Span)
    -> Diagnostic
  {
    Diagnostic(
      .linkLeaves, at: span, "the link \(quoted(path)) points out of \(folder), to \(quoted(target))",
      help: ["put the file itself there, mount its folder, or name the link in .dockerignore"])
  }

  package static func unusableFileName(_ path: String, in folder: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unusableFileName, at: span, "\(folder) holds a name that cannot go into an image: \(quoted(path))",
      notes: ["names have no line break and no backslash, and are UTF-8"],
      help: ["rename the file, or name it in .dockerignore"])
  }

  package static func specialFile(_ path: String, in folder: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .specialFile, at: span, "\(quoted(path)) in \(folder) is not a file, folder or link",
      notes: ["sockets, pipes and devices cannot go into an image"],
      help: ["remove it, or name it in .dockerignore"])
  }

  /// - Parameters:
  ///   - path: empty for the folder itself.
  ///   - reason: the system's words.
  package static func unreadableFile(_ path: String, in folder: String, reason: String, at span: Span)
    -> Diagnostic
  {
    let what = path.isEmpty ? folder : "\(quoted(path)) in \(folder)"
    return Diagnostic(.unreadableFile, at: span, "\(what) cannot be used: \(reason)")
  }

  /// - Parameter names: in the order to show; not empty.
  package static func leftOutByDefault(_ names: [String], of folder: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .leftOutByDefault, at: span, "left out of \(folder): \(listed(names))",
      help: ["a line !PATH in .dockerignore brings one back; a line **/NAME agrees and ends this note"])
  }

  package static func credentialFile(_ path: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .credentialFile, at: span, "\(quoted(path)) looks like a credential and goes into the image",
      help: ["name it in .dockerignore and give the secret when the container starts"])
  }

  /// - Parameters:
  ///   - bytes: of all files.
  ///   - largest: paths with their sizes in bytes, largest first.
  package static func largeContext(bytes: Int, largest: [(path: String, bytes: Int)], at span: Span)
    -> Diagnostic
  {
    Diagnostic(
      .largeContext, at: span, "the build context holds \(megabytes(bytes))",
      notes: largest.map { "\(megabytes($0.bytes)): \(quoted($0.path))" },
      help: ["name what the image does not need in .dockerignore"])
  }

  /// - Parameter role: `entry point`, `notebook`, `mount`.
  package static func ignoredPath(_ path: String, role: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .ignoredPath, at: span, "the \(role) \(quoted(path)) is ignored and would be missing in the image",
      help: ["add the line !\(path) at the end of .dockerignore"])
  }

  package static func carriageReturnInScript(_ path: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .carriageReturnInScript, at: span, "the lines of \(quoted(path)) end in CR LF",
      help: ["save it with LF line ends"])
  }
}

/// Up to ten names in quotes, then how many more there are.
private func listed(_ names: [String]) -> String {
  let shown = names.prefix(10).map(quoted).joined(separator: ", ")
  return names.count > 10 ? shown + " and \(names.count - 10) more" : shown
}

/// Megabytes of a million bytes with one digit behind the point, rounded down.
private func megabytes(_ bytes: Int) -> String {
  "\(bytes / 1_000_000).\(bytes / 100_000 % 10) MB"
}
