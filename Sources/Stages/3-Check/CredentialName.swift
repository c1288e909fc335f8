/// Names that files with credentials usually have, beside those that never go along by default.
enum CredentialName {
  /// - Parameter path: with slashes; its last part counts.
  static func matches(_ path: String) -> Bool {
    guard let name = path.split(separator: "/").last?.lowercased() else { return false }
    return names.contains(name) || endings.contains { name.hasSuffix($0) }
      || name.hasPrefix(".env.") && !name.hasSuffix(".example") && !name.hasSuffix(".sample")
  }

  private static let names: Set<String> = [
    ".dockercfg", ".git-credentials", ".htpasswd", ".netrc", ".npmrc", ".pgpass", ".pypirc", "_netrc",
    "credentials",
    "credentials.json", "secrets.json", "secrets.yaml", "secrets.yml", "service-account.json",
  ]
  private static let endings = [".jks", ".kdbx", ".key", ".p12", ".pfx"]
}
