package import AltoSource

extension Code {
  static var matrixCodes: [Code] {
    [.concurrencyForm, .matrixValues, .matrixDuplicate, .unknownMatrixName, .matrixName]
  }

  package static let concurrencyForm = Code(
    3120, .error, "matrix.max_concurrency is not a whole number from 1",
    explanation: """
      max_concurrency says how many runs go on at once: 1 or more.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        matrix: {max_concurrency: 0, a: [1]}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: "python main.py {{ matrix.a }}"}
        matrix: {max_concurrency: 1, a: [1]}

      """))

  package static let matrixValues = Code(
    3121, .error, "a matrix key without a list of values",
    explanation: """
      Every key of matrix but max_concurrency is a list of at least one scalar: the values that the \
      runs go through.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        matrix: {max_concurrency: 1, a: 1}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        matrix: {max_concurrency: 1, a: [1]}

      """))

  package static let matrixDuplicate = Code(
    3122, .warning, "a matrix value that is given twice",
    explanation: """
      Each of the two runs, so the same combination runs twice.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        matrix: {max_concurrency: 1, a: [x, x]}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        matrix: {max_concurrency: 1, a: [x, y]}

      """))

  package static let unknownMatrixName = Code(
    3123, .error, "a matrix name that the agent does not have",
    explanation: """
      {{ matrix.NAME }} is one of the keys of this agent's matrix.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: "python main.py {{ matrix.size }}"}
        matrix: {max_concurrency: 1, sise: [1]}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: "python main.py {{ matrix.size }}"}
        matrix: {max_concurrency: 1, size: [1]}

      """))

  package static let matrixName = Code(
    3124, .error, "a matrix name that no variable can carry",
    explanation: """
      The name of a matrix key becomes a part of an environment variable and of {{ matrix.NAME }}: \
      letters, digits and underscores, not beginning with a digit.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        matrix: {max_concurrency: 1, a-b: [1]}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        matrix: {max_concurrency: 1, a_b: [1]}

      """))
}

extension Diagnostic {
  package static func concurrencyForm(found: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .concurrencyForm, at: span, "'matrix.max_concurrency' takes a whole number from 1, not \(found)",
      help: ["it says how many runs go on at once"])
  }

  package static func matrixValues(_ name: String, found: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .matrixValues, at: span, "\(quoted("matrix." + name)) takes a non-empty list of scalars, not \(found)")
  }

  package static func matrixDuplicate(_ name: String, first: Span, at span: Span) -> Diagnostic {
    Diagnostic(
      .matrixDuplicate, at: span, "\(quoted("matrix." + name)) has this value twice", label: "runs again",
      related: [Related("first given here", at: first)])
  }

  package static func unknownMatrixName(
    _ name: String, known: [String], suggestion: String?, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .unknownMatrixName, at: span, "the matrix of this agent has no \(quoted(name))",
      label: suggestion.map { "did you mean \(quoted($0))?" },
      help: known.isEmpty
        ? ["add the key 'matrix' to the agent"] : ["it has " + known.joined(separator: ", ")])
  }

  package static func matrixName(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .matrixName, at: span, "\(quoted(name)) cannot be the name of a matrix value",
      help: ["use letters, digits and underscores, not beginning with a digit"])
  }
}
