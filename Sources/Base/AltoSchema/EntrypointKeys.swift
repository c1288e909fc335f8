/// The keys of `entrypoint`.
package enum EntrypointKeys {
  package static let type = Field<EarlyText>(
    "entrypoint.type", "type", .choice(["script", "function", "jupyter"]), .required, .early,
    "What cmd is: a shell command, a Python function or a notebook.", example: "script",
    deprecatedWords: ["project"])

  package static let src = Field<EarlyText>(
    "entrypoint.src", "src", .path, .optional(standard: "."), .early,
    "The folder inside the project that the code runs in.", example: "src",
    pattern: Pattern.pathBelow)

  /// Early for a function and a notebook; only a script reads it as late text.
  package static let cmd = Field<LateTextValue>(
    "entrypoint.cmd", "cmd", .text, .required, .late, "The command to run.",
    details: """
      A script has a shell command, a function MODULE.FUNCTION with MODULE.py in src, a notebook the path of an .ipynb \
      file in src. env() is filled in at run time for a script, while compiling for the others.
      """,
    example: "python main.py",
    typedPatterns: [
      TypedPattern(type: "function", pattern: Pattern.function),
      TypedPattern(type: "jupyter", pattern: Pattern.notebook),
    ])

  package static let kwargs = Field<UserMap>(
    "entrypoint.kwargs", "kwargs", .arguments, .optional(standard: ""), .late,
    "The keyword arguments of the function.", details: "Keys are Python identifiers, values any YAML.",
    example: "{epochs: 10}", owner: "function")

  package static let kernel = Field<EarlyText>(
    "entrypoint.kernel", "kernel", .text, .optional(standard: "python3"), .early,
    "The kernel of the notebook.",
    example: "python3", owner: "jupyter")

  package static let params = Field<UserMap>(
    "entrypoint.params", "params", .arguments, .optional(standard: ""), .late,
    "The parameters of the notebook.",
    details: "Keys are Python identifiers, values any YAML.", example: "{epochs: 10}", owner: "jupyter")

  package static let section = Section(
    path: "entrypoint", keys: [type.key, src.key, cmd.key, kwargs.key, kernel.key, params.key])
}

extension EntrypointKeys {
  /// `cmd` of a function or a notebook, which is looked up while compiling.
  package static let earlyCmd = Field<EarlyText>(viewing: cmd)
}
