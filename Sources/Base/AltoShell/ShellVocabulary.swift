/// The words that mean something to a shell itself.
enum ShellVocabulary {
  /// Whether a simple command that starts with `word` runs a program, and not a part of the shell.
  static func namesProgram(_ word: String) -> Bool {
    !word.isEmpty && !word.hasPrefix("-") && !word.utf8.contains(UInt8(ascii: "="))
      && !own.contains(word)
  }

  /// Reserved words and builtins of dash, bash, busybox sh, mksh, posh, yash and ksh.
  ///
  /// `cat` and `sleep`, which some of them also have, are left out: the programs do the same.
  private static let own: Set<String> = [
    // Reserved words
    "!", "{", "}", "case", "do", "done", "elif", "else", "esac", "fi", "for", "if", "in", "then", "until",
    "while", "[[", "]]", "coproc", "foreach", "function", "namespace", "repeat", "select", "time",
    // POSIX builtins
    ".", ":", "alias", "bg", "break", "cd", "command", "continue", "echo", "eval", "exec", "exit", "export",
    "false", "fc", "fg", "getopts", "hash", "jobs", "kill", "printf", "pwd", "read", "readonly", "return",
    "set", "shift", "test", "times", "trap", "true", "type", "ulimit", "umask", "unalias", "unset", "wait",
    // Those of single shells
    "[", "array", "autoload", "bind", "bindkey", "builtin", "caller", "chdir", "compgen", "complete",
    "compopt", "declare", "dirs", "disown", "enable", "float", "functions", "global", "hashinfo", "help",
    "hist", "history", "inlib", "integer", "let", "local", "login", "logout", "mapfile", "mknod", "nameref",
    "newgrp", "popd", "print", "pushd", "r", "readarray", "realpath", "redirect", "rehash", "rename",
    "shopt", "source", "stop", "suspend", "typeset", "whence",
  ]
}
