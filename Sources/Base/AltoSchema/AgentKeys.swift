/// The keys of an agent.
package enum AgentKeys {
  package static let infra = Field<Record>(
    "infra", "infra", .section, .required, .perKey, "The machine that the agent runs on.",
    example: "{type: ec2}")

  package static let image = Field<Record>(
    "image", "image", .section, .optional(standard: ""), .perKey, "The container image to build and push.",
    details: "An agent without it compiles to nothing.",
    example: "{type: docker, base: 'python:3.11-slim', registry: dockerhub}")

  package static let entrypoint = Field<Record>(
    "entrypoint", "entrypoint", .section, .required, .perKey, "The code to run.",
    example: "{type: script, cmd: python main.py}")

  package static let requirements = Field<EarlyText>(
    "requirements", "requirements", .path, .optional(standard: ""), .early,
    "A requirements file for pip.",
    details: "The file must exist. Files it names with -r and -c go along.", example: "requirements.txt",
    pattern: Pattern.namedPath)

  package static let env = Field<UserMap>(
    "env", "env", .variables, .optional(standard: ""), .late, "Environment variables of the running code.",
    details: """
      Names are letters, digits and underscores. A literal value is the text as it stands: quotes are decoded, numbers \
      and booleans are not printed anew. env() is filled in when the container starts.
      """,
    example: "{MODE: fast, TOKEN: \"{{ env('TOKEN') }}\"}")

  package static let mounts = Field<EarlyTextList>(
    "mounts", "mounts", .pathList, .optional(standard: ""), .early,
    "Files and folders outside the project that the code needs.",
    details: "A relative path keeps its place beside the project, an absolute one goes to /workspace/mounts.",
    example: "[../shared]", pattern: Pattern.pathBelow)

  package static let artifacts = Field<EarlyTextList>(
    "artifacts", "artifacts", .pathList, .optional(standard: ""), .early, "Files that the run leaves behind.",
    details: "Relative to the project. A jupyter entry point always leaves its executed notebook.",
    example: "[out/model.bin]", pattern: Pattern.namedPath)

  package static let postBuildCmds = Field<LateTextList>(
    "post_build_cmds", "post_build_cmds", .textList, .optional(standard: ""), .late,
    "Accepted here by Alto and never run.", details: "The key belongs under infra.", example: "[echo done]")

  package static let matrix = Field<UserMap>(
    "matrix", "matrix", .matrix, .optional(standard: ""), .early,
    "Runs every combination of the given values.",
    details: """
      max_concurrency is required and says how many run at once. Every other key is a non-empty list of scalars, used as \
      {{ matrix.NAME }} in env, kwargs, params and the cmd of a script.
      """,
    example: "{max_concurrency: 2, size: [1, 2, 3]}")

  package static let section = Section(
    path: "",
    keys: [
      infra.key, image.key, entrypoint.key, requirements.key, env.key, mounts.key, artifacts.key,
      postBuildCmds.key, matrix.key,
    ])
}
