/// What altoc leaves out of an image unless `.dockerignore` brings it back.
///
/// They stand before the user's own lines and have the same meaning, so `!.env` brings back the one beside alto.yml
/// and `!**/.env` all of them. Docker has no such rules, and a user's own Dockerfile is built without them.
enum DefaultRules {
  /// Names at any depth.
  static let names = [
    ".git", "__pycache__", "*.pyc", ".venv", "venv", "node_modules", ".env", "*.pem", "id_*",
  ]

  static let patterns: [IgnorePattern] = names.compactMap { name in
    IgnorePattern(Array("**/\(name)".utf8), isException: false)
  }

  /// How a name that was left out is shown: as it is, but compiled modules together, there may be thousands.
  static func shown(_ name: String) -> String {
    name.hasSuffix(".pyc") ? "*.pyc" : name
  }
}
