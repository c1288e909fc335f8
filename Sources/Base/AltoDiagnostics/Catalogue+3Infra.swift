package import AltoSource

extension Code {
  static var infraCodes: [Code] {
    [
      .emrNotSupported, .instanceTypeForm, .unknownInstanceType, .amiImageForm, .pythonVersionForm,
      .pythonVersionFloat, .pythonVersionIgnored, .instanceProfileUnused, .postBuildCommandsUnused,
    ]
  }

  package static let emrNotSupported = Code(
    3020, .error, "infra of type emr",
    explanation: """
      Alto's documents name EMR clusters, and Alto itself does not support them yet. Neither does \
      altoc. The only type is ec2.
      """,
    bad: .document(
      """
      worker:
        infra: {type: emr}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let instanceTypeForm = Code(
    3021, .error, "an instance type of the wrong form",
    explanation: """
      An instance type is a family, a dot and a size: t2.micro, m7g.xlarge.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2, instance_type: t2micro}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let unknownInstanceType = Code(
    3022, .warning, "an instance type that altoc does not know",
    explanation: """
      The form is right, but the family or the size is not one that altoc knows. It may be new, or \
      misspelt. The family also decides for which architecture the image is built.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2, instance_type: t2.mikro}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let amiImageForm = Code(
    3023, .error, "a machine image id of the wrong form",
    explanation: """
      The id of a machine image is ami- and 8 or 17 hexadecimal digits.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2, ami_image: ami-123}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let pythonVersionForm = Code(
    3024, .error, "a Python version of the wrong form",
    explanation: """
      A Python version is one to three numbers with dots between them: 3, 3.11 or 3.11.4.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2, python_version: 3.x}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let pythonVersionFloat = Code(
    3025, .warning, "a Python version that YAML reads as another number",
    explanation: """
      Without quotes 3.10 is a number, and as a number it equals 3.1: Alto installs Python 3.1. altoc \
      reads the text. Put the version in quotes.
      """,
    bad: .situation("python_version: 3.10 in an agent without an image"),
    good: .document(Code.smallDocument))

  package static let pythonVersionIgnored = Code(
    3026, .note, "infra.python_version has no effect on an image",
    explanation: """
      The Python of an image comes from its base. infra.python_version counts only for an agent \
      without an image.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2, python_version: "3.11"}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let instanceProfileUnused = Code(
    3027, .warning, "an instance profile without ssm",
    explanation: """
      infra.instance_profile is used with the protocol ssm alone; with ssh nobody reads it.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2, instance_profile: p}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2, protocol: ssm, instance_profile: p}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """))

  package static let postBuildCommandsUnused = Code(
    3028, .note, "infra.post_build_cmds has no effect on an image",
    explanation: """
      The commands run on the machine after its own build. An image does not use them; \
      image.image_build_cmds run in the image.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2, post_build_cmds: [echo done]}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))
}

extension Diagnostic {
  package static func emrNotSupported(at span: Span) -> Diagnostic {
    Diagnostic(
      .emrNotSupported, at: span, "'emr' is named in Alto's documents and not supported yet",
      help: ["the only type is 'ec2'"])
  }

  package static func instanceTypeForm(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .instanceTypeForm, at: span, "\(quoted(text)) is not an instance type",
      help: ["it is FAMILY.SIZE, like t2.micro"])
  }

  package static func unknownInstanceType(_ text: String, suggestion: String?, at span: Span) -> Diagnostic {
    Diagnostic(
      .unknownInstanceType, at: span, "\(quoted(text)) is not an instance type that altoc knows",
      label: suggestion.map { "did you mean \(quoted($0))?" },
      fixes: suggestion.map { [Fix("change it to \(quoted($0))", .unsafe, [Edit(span, $0)])] } ?? [])
  }

  package static func amiImageForm(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .amiImageForm, at: span, "\(quoted(text)) is not the id of a machine image",
      help: ["it is ami- and 8 or 17 hexadecimal digits"])
  }

  package static func pythonVersionForm(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .pythonVersionForm, at: span, "\(quoted(text)) is not a Python version",
      help: ["it is one to three numbers with dots: \"3\", \"3.11\" or \"3.11.4\""])
  }

  /// - Parameter readAs: what the number is without its source text: `3.1`.
  package static func pythonVersionFloat(_ text: String, readAs: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .pythonVersionFloat, at: span, "without quotes \(text) is a number, and Alto reads \(readAs)",
      fixes: [Fix("put it in quotes", .safe, [Edit(span, "\"\(text)\"")])])
  }

  package static func pythonVersionIgnored(at span: Span) -> Diagnostic {
    Diagnostic(
      .pythonVersionIgnored, at: span, "'infra.python_version' is ignored: the image has its own Python",
      label: "not used")
  }

  package static func instanceProfileUnused(at span: Span) -> Diagnostic {
    Diagnostic(
      .instanceProfileUnused, at: span, "'infra.instance_profile' is used with the protocol 'ssm' alone",
      label: "not used", help: ["add 'protocol: ssm', or remove the key"])
  }

  package static func postBuildCommandsUnused(at span: Span) -> Diagnostic {
    Diagnostic(
      .postBuildCommandsUnused, at: span, "'infra.post_build_cmds' is not used for an image",
      label: "not used",
      help: ["commands for the image stand under 'image.image_build_cmds'"])
  }
}
