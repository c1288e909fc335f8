package import AltoSource

extension Code {
  static var templateReferences: [Code] {
    [
      .badEnvCall, .variableNotSet, .matrixComputed, .pythonVersionUnknown,
    ]
  }

  package static let badEnvCall = Code(
    1040, .error, "a call of env() that cannot work",
    explanation: """
      env() takes one argument: the name of a variable, as text. The name is not empty and holds no = \
      sign. For a value that may be missing, set a default where altoc runs.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ env(HOME=1) }}

      """),
    good: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ env('HOME') }}

      """))

  package static let variableNotSet = Code(
    1041, .error, "a variable that is needed now and not set",
    explanation: """
      The value of the variable decides what is compiled, so it must be known now: it stands in a \
      condition, a filter or a key that decides what is built. Set it in the environment, with --env \
      NAME=VALUE or in a file given by --env-file.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:{{ env('ALTO_EXAMPLE_TAG') | lower }}
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py

      """),
    good: .document(Code.smallDocument))

  package static let matrixComputed = Code(
    1042, .error, "a matrix value where it cannot be known",
    explanation: """
      One image is built for all combinations of a matrix, and each run sets one of them. So {{ \
      matrix.NAME }} can only be put into text: not into a condition, a loop, a filter, a method or a \
      comparison.
      """,
    bad: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ matrix.size | int }}
        matrix:
          max_concurrency: 1
          size: [1, 2]

      """),
    good: .document(
      """
      worker:
        infra:
          type: ec2
        image:
          type: docker
          base: python:3.11-slim
          registry: dockerhub
        entrypoint:
          type: script
          cmd: python main.py {{ matrix.size }}
        matrix:
          max_concurrency: 1
          size: [1, 2]

      """))

  package static let pythonVersionUnknown = Code(
    1043, .error, "the version of Python is not known",
    explanation: """
      __version__ is the version of the Python that runs Alto. altoc asks the python3 on PATH for it, \
      unless --python-version gives it.
      """,
    bad: .situation("a template that uses __version__ where there is no python3 on PATH"),
    good: .document(Code.smallDocument))
}

extension Diagnostic {
  package static func badEnvCall(_ problem: EnvCallProblem, at span: Span) -> Diagnostic {
    Diagnostic(
      .badEnvCall, at: span, problem.words, help: ["write the name of one variable in quotes: env('NAME')"])
  }

  /// - Parameter span: the call of `env()`.
  package static func variableNotSet(
    _ name: String, suggestion: String?, at span: Span
  ) -> Diagnostic {
    var help = suggestion.map { ["did you mean \(quoted($0))?"] } ?? []
    help.append("set the variable, or pass --env \(name)=VALUE")
    return Diagnostic(
      .variableNotSet, at: span, "the variable \(quoted(name)) is needed now and not set", help: help)
  }

  /// - Parameter span: `matrix.NAME`.
  package static func matrixComputed(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .matrixComputed, at: span, "\(quoted("matrix." + name)) has no value until a run sets it",
      label: "can only be put into text",
      help: ["use it by itself or with '~', and compute with it in the program that runs"])
  }

  /// `matrix` without a name behind it.
  package static func matrixWithoutName(at span: Span) -> Diagnostic {
    Diagnostic(
      .matrixComputed, at: span, "'matrix' itself has no value", help: ["write matrix.NAME"])
  }

  package static func pythonVersionUnknown(reason: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .pythonVersionUnknown, at: span, "the version of Python is not known: \(reason)",
      help: ["give it with --python-version X.Y.Z"])
  }
}

package enum EnvCallProblem: Sendable {
  case arguments
  case notText(TypeName)
  case badName(String)

  var words: String {
    switch self {
    case .arguments: "env() takes one argument"
    case .notText(let type): "env() needs the name of a variable and is given \(type.rawValue)"
    case .badName(let name): "\(quoted(name)) cannot be the name of a variable"
    }
  }
}
