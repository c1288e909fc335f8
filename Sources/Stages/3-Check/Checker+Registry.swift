import AltoDiagnostics
import AltoSchema
import AltoSource
import ImageIR
import YAML

extension Checker {
  /// `image.registry` and `image.registry_creds`.
  mutating func registry(_ fields: Fields) -> Registry {
    let choice = choice(fields, ImageKeys.registry)
    if fields.isAbsent(ImageKeys.registry), !fields.hidesKeys { report(.registryDefault(at: fields.home)) }
    let kind = Registry.Kind(rawValue: choice?.value ?? "") ?? .ecr
    guard let entry = fields.entry(ImageKeys.registryCreds),
      let creds = self.fields(of: entry.value, RegistryCredsKeys.section, home: entry.key)
    else { return Registry(kind: kind, username: nil, password: .none) }
    reportHalf(creds)
    let username = text(creds, RegistryCredsKeys.username)
    if kind == .dockerhub, let username, username.value.literal?.contains("@") == true {
      report(.emailAsUserName(at: username.span))
    }
    return Registry(kind: kind, username: username?.value, password: password(creds))
  }

  /// A literal password is warned of and goes no further.
  private mutating func password(_ creds: Fields) -> Registry.PasswordSource {
    guard let entry = creds.entry(RegistryCredsKeys.password),
      let password = text(creds, RegistryCredsKeys.password)
    else { return .none }
    let hasText = password.value.pieces.contains { piece in
      switch piece {
      case .literal: true
      case .reference: false
      }
    }
    guard hasText else { return .references(password.value.references) }
    report(.literalPassword(editable: tree.isLiteral(entry.value.node), at: password.span))
    return .literal
  }

  private mutating func reportHalf(_ creds: Fields) {
    guard !creds.hidesKeys else { return }
    let hasUser = !creds.isAbsent(RegistryCredsKeys.username)
    let hasPassword = !creds.isAbsent(RegistryCredsKeys.password)
    if !hasUser || !hasPassword {
      report(.credentialsIncomplete(missing: hasUser ? "password" : "username", at: creds.home))
    }
  }
}
