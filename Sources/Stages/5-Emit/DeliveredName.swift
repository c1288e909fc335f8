package import ImageIR

extension Reference {
  /// The variable that carries the value into a container: a name of altoc's own, so that it meets no key of
  /// `env` and replaces nothing that steers a program, `PATH` above all.
  package var deliveredName: String {
    switch self {
    case .environment(let name): "ALTO_ENV_" + variableSafe(name)
    case .matrix(let name): "ALTO_MATRIX_" + variableSafe(name)
    }
  }

  /// The variable that carries a secret inside a build command: its own name, except where that would change
  /// the shell or the programs it starts.
  package var buildName: String {
    switch self {
    case .environment(let name): steersPrograms(name) ? deliveredName : variableSafe(name)
    case .matrix: deliveredName
    }
  }
}

/// The name itself when it is one of POSIX; anything else is spelled out, so that it can never become code.
func variableSafe(_ name: String) -> String {
  name.utf8.map { isNameByte($0) ? String(Unicode.Scalar($0)) : "_x" + hex(UInt32($0), width: 2) }.joined()
}

/// Whether a variable of that name changes how shells, loaders or interpreters work.
private func steersPrograms(_ name: String) -> Bool {
  let names: Set<String> = [
    "PATH", "HOME", "IFS", "ENV", "BASH_ENV", "PWD", "OLDPWD", "SHELL", "TMPDIR", "CDPATH", "PS4", "OPTIND",
    "PYTHONPATH", "PYTHONHOME", "PYTHONSTARTUP", "_", "",
  ]
  return names.contains(name) || name.hasPrefix("LD_") || (name.utf8.first.map { $0 < 0x3A } ?? true)
}
