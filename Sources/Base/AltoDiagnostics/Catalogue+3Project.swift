package import AltoSource

extension Code {
  static var projectCodes: [Code] {
    [
      .requirementsMissing, .requirementsCredential, .environmentName, .environmentNull, .environmentReserved,
      .environmentLineBreak,
      .mountMissing, .mountTooLarge, .mountInside, .artifactOutside,
      .misplacedPostBuildCommands, .mountCollision, .agentName,
      .imageNameChanged, .nameCollision,
    ]
  }

  package static let requirementsMissing = Code(
    3070, .error, "the requirements file does not exist",
    explanation: """
      requirements is the path of a file for pip, relative to the folder of alto.yml.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        requirements: require.txt

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        requirements: requirements.txt

      """))

  package static let requirementsCredential = Code(
    3071, .warning, "a credential in a requirements file",
    explanation: """
      The requirements file goes into the image, and with it the user name and password in this address: everybody who \
      has the image can read them. Write ${NAME} in their place, which pip fills in while the image is built.
      """,
    bad: .situation("--index-url https://me:secret@example.org/simple in requirements.txt"),
    good: .document(Code.smallDocument))

  package static let environmentName = Code(
    3080, .error, "a name that no environment variable can have",
    explanation: """
      The name of a variable has letters, digits and underscores and does not begin with a digit.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        env: {MY-VAR: x}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        env: {MY_VAR: x}

      """))

  package static let environmentNull = Code(
    3081, .error, "a variable without a value",
    explanation: """
      Nothing stands behind the name, which YAML reads as null. Alto sets the variable to the word \
      None. Write \"\" for an empty variable.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        env: {A: }

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        env: {A: ""}

      """))

  package static let environmentReserved = Code(
    3082, .error, "a variable name that altoc uses itself",
    explanation: """
      Names that begin with ALTO_ENV_ and ALTO_MATRIX_ carry references of commands and arguments into \
      the container. Choose another name.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        env: {ALTO_ENV_A: x}

      """),
    good: .document(Code.smallDocument))

  package static let environmentLineBreak = Code(
    3083, .error, "a literal variable with a line break",
    explanation: """
      A Dockerfile cannot say a value with a line break. Keep the text in a file, or give the variable \
      when the container starts: NAME: \"{{ env('NAME') }}\".
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        env: {A: "x\\ny"}

      """),
    good: .document(Code.smallDocument))

  package static let mountMissing = Code(
    3090, .error, "a mount that does not exist",
    explanation: """
      Each of mounts is a file or a folder of this machine, relative to the folder of alto.yml.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        mounts: [../no-such-folder-here]

      """),
    good: .document(Code.smallDocument))

  package static let mountTooLarge = Code(
    3091, .error, "a mount that holds the project",
    explanation: """
      A mount that contains the project, the home folder or the whole machine would copy far more than \
      anybody wants, the project twice. Name the folders inside it that are needed.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        mounts: [/]

      """),
    good: .document(Code.smallDocument))

  package static let mountInside = Code(
    3092, .note, "a mount inside the project",
    explanation: """
      The whole project goes into the image anyway.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        mounts: [src]

      """),
    good: .document(Code.smallDocument))

  package static let mountCollision = Code(
    3095, .error, "two mounts for one place",
    explanation: """
      An absolute mount goes to /workspace/mounts under its own name. Two of the same name would be mixed there. Mount \
      the folder above both, or give one by a relative path.
      """,
    bad: .situation("mounts: [/data/a/tables, /data/b/tables]"),
    good: .document(Code.smallDocument))

  package static let artifactOutside = Code(
    3093, .error, "an artifact outside the project",
    explanation: """
      artifacts are files that the run leaves in the project's folder: paths relative to it.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        artifacts: [../out.txt]

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        artifacts: [out.txt]

      """))

  package static let misplacedPostBuildCommands = Code(
    3094, .warning, "post_build_cmds beside infra",
    explanation: """
      Alto accepts post_build_cmds in the agent and never runs them. The key that is run stands under \
      infra.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        post_build_cmds: [echo done]

      """),
    good: .document(Code.smallDocument))

  package static let agentName = Code(
    3110, .error, "an agent name that cannot be a folder",
    explanation: """
      The output of an agent is written to a folder of its name, so the name has no slash and no \
      control character, and is not . or ..
      """,
    bad: .document(
      """
      "a/b":
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let imageNameChanged = Code(
    3111, .note, "the image has another name than the agent",
    explanation: """
      Names of images have lower-case letters and digits, with single dots, underscores or dashes \
      between them. What does not fit was replaced by dashes.
      """,
    bad: .document(
      """
      "my agent":
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let nameCollision = Code(
    3112, .error, "two agents with one image name",
    explanation: """
      After mapping to the names that registries allow, both agents would be built as the same image, \
      or written to the same folder. Rename one of them.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
      Worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))
}

extension Diagnostic {
  package static func requirementsMissing(_ path: String, isFolder: Bool, suggestion: String?, at span: Span)
    -> Diagnostic
  {
    Diagnostic(
      .requirementsMissing, at: span,
      isFolder ? "\(quoted(path)) is a folder" : "there is no file \(quoted(path))",
      label: suggestion.map { "did you mean \(quoted($0))?" })
  }

  /// - Parameter span: the user name and password, in the requirements file.
  package static func requirementsCredential(at span: Span) -> Diagnostic {
    Diagnostic(
      .requirementsCredential, at: span, "the requirements file holds a credential",
      label: "goes into the image", help: ["write ${NAME} in its place, and set the variable for build.sh"]
    ).hidingSpan()
  }

  package static func environmentName(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .environmentName, at: span, "\(quoted(name)) cannot be the name of a variable",
      help: ["use letters, digits and underscores, not beginning with a digit"])
  }

  /// - Parameter insertion: where `""` can be put; nil where the value comes from the template.
  package static func environmentNull(_ name: String, insertion: Span?, at span: Span) -> Diagnostic {
    Diagnostic(
      .environmentNull, at: span, "the variable \(quoted(name)) has no value", label: "null",
      help: ["write \"\" for an empty variable"],
      fixes: insertion.map { [Fix("make it empty", .unsafe, [Edit($0, $0.isEmpty ? " \"\"" : "\"\"")])] }
        ?? [])
  }

  package static func environmentReserved(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .environmentReserved, at: span, "\(quoted(name)) is a name that altoc uses itself",
      help: ["names that begin with ALTO_ENV_ or ALTO_MATRIX_ are taken"])
  }

  package static func environmentLineBreak(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .environmentLineBreak, at: span, "the literal value of \(quoted(name)) has a line break",
      label: "a Dockerfile cannot say it",
      help: ["give it when the container starts: \(name): \"{{ env('\(name)') }}\""])
  }

  package static func mountMissing(_ path: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .mountMissing, at: span, "there is no \(quoted(path)) to mount",
      help: path.hasPrefix("~")
        ? ["'~' is a name like any other here: write the path of the home folder"] : [])
  }

  /// - Parameter what: `the project`, `the home folder`.
  package static func mountTooLarge(_ path: String, contains what: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .mountTooLarge, at: span, "\(quoted(path)) contains \(what)", label: "too large to mount",
      help: ["name the folders inside it that are needed"])
  }

  /// - Parameter home: `the project`, or another mount as it stands in the file.
  package static func mountInside(_ path: String, of home: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .mountInside, at: span, "\(quoted(path)) lies in \(home) and goes into the image anyway",
      label: "no effect")
  }

  package static func mountCollision(_ name: String, first: Span, at span: Span) -> Diagnostic {
    Diagnostic(
      .mountCollision, at: span, "two mounts would go to \(quoted("/workspace/mounts/" + name))",
      related: [Related("the other mount", at: first)],
      help: ["mount the folder above both, or give one by a relative path"])
  }

  package static func artifactOutside(_ path: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .artifactOutside, at: span, "the artifact \(quoted(path)) lies outside the project",
      help: ["artifacts are paths relative to the folder of alto.yml"])
  }

  package static func misplacedPostBuildCommands(at span: Span) -> Diagnostic {
    Diagnostic(
      .misplacedPostBuildCommands, at: span, "'post_build_cmds' is never run here",
      label: "accepted and not used",
      help: ["move it under 'infra'"])
  }

  package static func agentName(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .agentName, at: span, "\(quoted(name)) cannot be the name of a folder",
      help: ["leave out slashes and control characters"])
  }

  package static func imageNameChanged(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(.imageNameChanged, at: span, "the image is named \(quoted(name))")
  }

  package static func nameCollision(_ name: String, image: String, first: Span, at span: Span) -> Diagnostic {
    Diagnostic(
      .nameCollision, at: span, "two agents give the image \(quoted(image))",
      related: [Related("the other agent", at: first)], help: ["rename one of them"])
  }
}
