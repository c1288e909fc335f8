package import AltoSource

extension Code {
  static var imageCodes: [Code] {
    [
      .baseAndContext, .baseOrContextMissing, .imageReferenceForm, .imageTagMissing, .contextNotFound,
      .keyWithoutEffect, .entrypointUnused, .registryDefault, .credentialsIncomplete, .literalPassword,
      .serverURLForm, .emailAsUserName, .noImage,
    ]
  }

  package static let baseAndContext = Code(
    3030, .error, "image.base and image.context together",
    explanation: """
      With base altoc writes the Dockerfile; with context you have written it. Only one of them can be \
      meant.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", context: image, registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let baseOrContextMissing = Code(
    3031, .error, "neither image.base nor image.context",
    explanation: """
      An image needs a start: base names the image to build on, context a folder with your own \
      Dockerfile.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let imageReferenceForm = Code(
    3032, .error, "an image reference of the wrong form",
    explanation: """
      An image reference is [HOST[:PORT]/]NAME[:TAG][@DIGEST]. Names are in lower case; a tag has \
      letters, digits, dots, dashes and underscores.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "Python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let imageTagMissing = Code(
    3033, .warning, "a base image without a fixed version",
    explanation: """
      Without a tag, or with the tag latest, the base is whatever its maintainers published last: the \
      same alto.yml gives another image next month. Name a version, or pin a digest.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: python, registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let contextNotFound = Code(
    3034, .error, "image.context leads to no Dockerfile",
    explanation: """
      context is a folder with a file named Dockerfile in it, or the Dockerfile itself, relative to \
      the folder of alto.yml.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, context: missing, registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let keyWithoutEffect = Code(
    3035, .warning, "a key that has no effect beside image.context",
    explanation: """
      With image.context your own Dockerfile decides what is built. The other keys that shape a build \
      are not read.
      """,
    bad: .situation("image_build_cmds, requirements or mounts beside image.context"),
    good: .document(Code.smallDocument))

  package static let entrypointUnused = Code(
    3036, .note, "the entry point is not used beside image.context",
    explanation: """
      With image.context the CMD of your own Dockerfile runs. The entry point is checked, because Alto \
      requires it, and then not used.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, context: image, registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let registryDefault = Code(
    3037, .note, "no registry is given",
    explanation: """
      Without image.registry the image goes to Amazon ECR, as in Alto. Write the key to say so, or to \
      choose Docker Hub.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim"}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let credentialsIncomplete = Code(
    3038, .error, "half of the registry credentials",
    explanation: """
      A user name without a password, or the other way round, cannot log in. Give both, or remove \
      registry_creds: the push then infers them or asks.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub, registry_creds: {username: me}}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let literalPassword = Code(
    3039, .warning, "a password in the file",
    explanation: """
      Whoever can read alto.yml can read the password, and so can everybody with a copy of the \
      repository. altoc writes it to no output; the push asks for it instead. Use env() and keep the \
      value outside.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub, registry_creds: {username: me, password: abc}}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub, registry_creds: {username: me, password: "{{ env('PW') }}"}}
        entrypoint: {type: script, cmd: python main.py}

      """))

  package static let serverURLForm = Code(
    3040, .error, "an engine address of the wrong form",
    explanation: """
      The address of an engine begins with unix://, tcp:// or ssh://.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub, server_url: localhost}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let emailAsUserName = Code(
    3041, .warning, "an e-mail address as the user name of Docker Hub",
    explanation: """
      Docker Hub logs in with an e-mail address too, but the image goes to the namespace of the user \
      name, and an address cannot be one. Write the Docker ID.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub, registry_creds: {username: me@x.org, password: "{{ env('PW') }}"}}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let noImage = Code(
    3042, .note, "an agent without an image",
    explanation: """
      altoc compiles images. An agent without the key image is checked, and nothing is written for it.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))
}

extension Diagnostic {
  package static func baseAndContext(base: Span, context: Span) -> Diagnostic {
    Diagnostic(
      .baseAndContext, at: max(base, context), "'image.base' and 'image.context' exclude each other",
      related: [Related("the other one is here", at: min(base, context))],
      help: ["keep 'base' to have the Dockerfile written, 'context' to use your own"])
  }

  package static func baseOrContextMissing(at span: Span) -> Diagnostic {
    Diagnostic(
      .baseOrContextMissing, at: span, "'image' has neither 'base' nor 'context'",
      help: ["add the image to build on, for example: base: python:3.11-slim"])
  }

  package static func imageReferenceForm(_ text: String, reason: String, suggestion: String?, at span: Span)
    -> Diagnostic
  {
    Diagnostic(
      .imageReferenceForm, at: span, "\(quoted(text)) is not an image reference", label: reason,
      help: suggestion.map { ["did you mean \(quoted($0))?"] } ?? [],
      fixes: suggestion.map { [Fix("change it to \(quoted($0))", .unsafe, [Edit(span, $0)])] } ?? [])
  }

  package static func imageTagMissing(_ text: String, isLatest: Bool, at span: Span) -> Diagnostic {
    Diagnostic(
      .imageTagMissing, at: span, "\(quoted(text)) is another image every time it is published",
      label: isLatest ? "the tag 'latest' moves" : "no tag means 'latest'", help: ["name a version: NAME:TAG"]
    )
  }

  package static func contextNotFound(_ path: String, isFolder: Bool, at span: Span) -> Diagnostic {
    Diagnostic(
      .contextNotFound, at: span,
      isFolder ? "the folder \(quoted(path)) has no Dockerfile" : "there is no \(quoted(path))",
      help: ["'image.context' is a folder with a Dockerfile, or the Dockerfile itself"])
  }

  package static func keyWithoutEffect(_ path: String, context: Span, at span: Span) -> Diagnostic {
    Diagnostic(
      .keyWithoutEffect, at: span, "\(quoted(path)) has no effect beside 'image.context'", label: "not used",
      related: [Related("your own Dockerfile decides", at: context)])
  }

  package static func entrypointUnused(context: Span, at span: Span) -> Diagnostic {
    Diagnostic(
      .entrypointUnused, at: span, "the entry point is not used: the CMD of your own Dockerfile runs",
      related: [Related("your own Dockerfile", at: context)])
  }

  package static func registryDefault(at span: Span) -> Diagnostic {
    Diagnostic(
      .registryDefault, at: span, "no registry is given: the image goes to Amazon ECR",
      help: ["write 'registry: ecr' to say so, or 'registry: dockerhub'"])
  }

  package static func credentialsIncomplete(missing: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .credentialsIncomplete, at: span, "'image.registry_creds' has no \(quoted(missing))",
      help: ["give both, or remove 'registry_creds': the push then infers them or asks"])
  }

  /// - Parameter editable: whether the value's bytes can be replaced in the file.
  package static func literalPassword(editable: Bool, at span: Span) -> Diagnostic {
    let replacement = "\"{{ env('REGISTRY_PASSWORD') }}\""
    return Diagnostic(
      .literalPassword, at: span, "the password of the registry stands in the file",
      label: "readable by everybody who has the file", notes: ["it is written to no output"],
      help: ["keep it in a variable: password: \(replacement)"],
      fixes: editable ? [Fix("use a variable", .unsafe, [Edit(span, replacement)])] : []
    ).hidingSpan()
  }

  package static func serverURLForm(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .serverURLForm, at: span, "\(quoted(text)) is not the address of an engine",
      help: ["it begins with unix://, tcp:// or ssh://"])
  }

  package static func emailAsUserName(at span: Span) -> Diagnostic {
    Diagnostic(
      .emailAsUserName, at: span, "an e-mail address is not a user name of Docker Hub",
      label: "no namespace of Docker Hub", help: ["write the Docker ID"])
  }

  package static func noImage(_ agent: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .noImage, at: span, "the agent \(quoted(agent)) has no image: nothing is written for it",
      help: ["add 'image' to compile one"])
  }
}
