/// The keys of `image`.
package enum ImageKeys {
  package static let type = Field<EarlyText>(
    "image.type", "type", .choice(["docker"]), .required, .early, "The kind of image.", example: "docker")

  package static let base = Field<EarlyText>(
    "image.base", "base", .text, .optional(standard: ""), .early,
    "The image to start from. Either base or context is required, not both.",
    example: "python:3.11-slim", pattern: Pattern.imageReference)

  package static let context = Field<EarlyText>(
    "image.context", "context", .path, .optional(standard: ""), .early,
    "A folder with your own Dockerfile, or the Dockerfile itself.",
    details: "Every other key that shapes the build has no effect then, requirements and mounts included.",
    example: "docker")

  package static let imageBuildCmds = Field<LateTextList>(
    "image.image_build_cmds", "image_build_cmds", .textList, .optional(standard: ""), .late,
    "Commands to run while the image is built, one step each, in order.",
    example: "[apt-get update && apt-get install -y git]")

  package static let registry = Field<EarlyText>(
    "image.registry", "registry", .choice(["dockerhub", "ecr"]), .optional(standard: "ecr"), .early,
    "The registry that the image is pushed to.", example: "dockerhub")

  package static let registryCreds = Field<Record>(
    "image.registry_creds", "registry_creds", .section, .optional(standard: ""), .perKey,
    "The credentials for the registry; without them the push infers them or asks.",
    example: "{username: \"{{ env('REGISTRY_USER') }}\", password: \"{{ env('REGISTRY_PASSWORD') }}\"}")

  package static let serverURL = Field<EarlyText>(
    "image.server_url", "server_url", .text, .optional(standard: ""), .early,
    "The address of the container engine: unix://, tcp:// or ssh://.", example: "unix:///var/run/docker.sock",
    pattern: Pattern.engineAddress)

  package static let section = Section(
    path: "image",
    keys: [
      type.key, base.key, context.key, imageBuildCmds.key, registry.key, registryCreds.key, serverURL.key,
    ],
    exactlyOne: [base.key, context.key])
}

/// The keys of `image.registry_creds`.
package enum RegistryCredsKeys {
  package static let username = Field<LateTextValue>(
    "image.registry_creds.username", "username", .text, .required, .late, "The user name at the registry.",
    example: "\"{{ env('REGISTRY_USER') }}\"")

  package static let password = Field<LateTextValue>(
    "image.registry_creds.password", "password", .text, .required, .late,
    "The password or token at the registry, as an env() reference.",
    details: "Literal text is never written to any output.", example: "\"{{ env('REGISTRY_PASSWORD') }}\"",
    isSecret: true)

  package static let section = Section(path: "image.registry_creds", keys: [username.key, password.key])
}
