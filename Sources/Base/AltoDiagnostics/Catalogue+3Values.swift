package import AltoSource

extension Code {
  static var valueCodes: [Code] {
    [
      .earlyVariableMissing, .computedLateValue, .matrixNotAllowed, .folderDependentValue, .unusableValue,
      .unterminatedQuote, .referenceInSingleQuotes, .nulCharacter, .undeliverableReference,
    ]
  }

  package static let earlyVariableMissing = Code(
    3010, .error, "a variable that compiling needs is not set",
    explanation: """
      This key decides what is compiled, so env() is looked up now: in --env NAME=VALUE, then in the files of \
      --env-file, then in the environment of altoc. Set the variable in one of them.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "{{ env('ALTOC_EXAMPLE_UNSET') }}", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let computedLateValue = Code(
    3011, .error, "text computed from a variable would be written into the image",
    explanation: """
      Where code runs, altoc compiles the reference env('X') and never the value. A filter, a method or a comparison \
      needs the value while compiling, and its result would stand in the image for everybody to read. Use the variable \
      as it is, compute in the code that runs, or say with --bake-env X that X is no secret.
      """,
    bad: .situation("TOKEN: \"{{ env('TOKEN') | upper }}\" under env"),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        env: {TOKEN: "{{ env('TOKEN') }}"}

      """))

  package static let matrixNotAllowed = Code(
    3012, .error, "a matrix value in a key that is compiled once",
    explanation: """
      One image is built for all combinations of the matrix, so {{ matrix.NAME }} can stand only where a run is \
      described: in env, kwargs, params and the cmd of a script.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:{{ matrix.version }}", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        matrix: {max_concurrency: 1, version: [a, b]}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: "python main.py {{ matrix.version }}"}
        matrix: {max_concurrency: 1, version: [a, b]}

      """))

  package static let folderDependentValue = Code(
    3013, .warning, "the output depends on the folder of the project",
    explanation: """
      Text made from __file__ names a folder of this machine. In a path altoc makes it relative to the project; \
      anywhere else the output is a different one on another machine, and the path does not exist in the container.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        env: {HOME_OF_CODE: "{{ Path(__file__).parent }}"}

      """),
    good: .document(Code.smallDocument))

  package static let unusableValue = Code(
    3014, .error, "a value that cannot be read",
    explanation: """
      The value has the form of a date, a number or binary data, but not a possible one, like 2023-02-30. Correct it, \
      or put it in quotes if it is meant as text.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: function, cmd: main.run, kwargs: {day: 2023-02-30}}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: function, cmd: main.run, kwargs: {day: 2023-02-28}}

      """))

  package static let unterminatedQuote = Code(
    3015, .error, "a quote in a command is not closed",
    explanation: """
      The shell that runs the command would wait for the other quote and fail. Close it, or put a backslash before a \
      quote that is meant as a character.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: "python main.py 'x"}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: "python main.py 'x'"}

      """))

  package static let referenceInSingleQuotes = Code(
    3016, .error, "env() inside single quotes of a shell command",
    explanation: """
      Between single quotes a shell takes everything as it stands, so the value could never get there. Use double \
      quotes in the command, or none: altoc quotes the value itself.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: "python main.py '{{ env('X') }}'"}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: "python main.py {{ env('X') }}"}

      """))

  package static let nulCharacter = Code(
    3017, .error, "a NUL character in text for a program",
    explanation: "No argument, path or variable of a program can hold a NUL character. Remove it.",
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py}
        env: {A: "x\\0y"}

      """),
    good: .document(Code.smallDocument))

  package static let undeliverableReference = Code(
    3018, .error, "env() where a shell command cannot take a value",
    explanation: """
      altoc delivers a value to a shell command as a variable of the shell, in the quotes that keep it one word. In \
      some places that cannot work in every shell: behind a backslash or a dollar sign, inside ${...}, $((...)) or \
      backquotes. Move it out of there; $(...) takes the place of backquotes.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: "python main.py `echo {{ env('X') }}`"}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: "python main.py $(echo {{ env('X') }})"}

      """))
}

extension Diagnostic {
  /// - Parameter suggestion: the nearest variable that is set.
  package static func earlyVariableMissing(
    _ name: String, for path: String, suggestion: String?, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .earlyVariableMissing, at: span, "the variable \(quoted(name)) is not set",
      label: suggestion.map { "did you mean \(quoted($0))?" } ?? "needed while compiling",
      notes: ["\(quoted(path)) decides what is compiled, so the value is needed now"],
      help: ["set it, or give it with --env \(name)=VALUE"])
  }

  package static func computedLateValue(_ variables: [String], in path: String, at span: Span) -> Diagnostic {
    let names = variables.map(quoted).joined(separator: ", ")
    return Diagnostic(
      .computedLateValue, at: span, "text computed from \(names) would be written into the output",
      label: "computed while compiling",
      notes: ["\(quoted(path)) carries env() as a reference and never its value"],
      help: [
        "use env() without a filter or method here and compute where the code runs",
        "if it is no secret: " + variables.map { "--bake-env \($0)" }.joined(separator: " "),
      ])
  }

  package static func matrixNotAllowed(_ name: String, in path: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .matrixNotAllowed, at: span, "\(quoted(path)) cannot use \(quoted("matrix." + name))",
      label: "differs from run to run",
      help: ["matrix values can stand in env, kwargs, params and the cmd of a script"])
  }

  package static func folderDependentValue(_ path: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .folderDependentValue, at: span, "the value of \(quoted(path)) depends on the folder of the project",
      label: "made from __file__", notes: ["the output is a different one in another folder"])
  }

  package static func unusableValue(_ text: String, reason: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .unusableValue, at: span, "\(quoted(text)) cannot be read: \(reason)",
      help: ["correct it, or put it in quotes to make it text"])
  }

  /// A reference under a tag, which nobody can apply to a value that is not there.
  package static func referenceWithTag(at span: Span) -> Diagnostic {
    Diagnostic(
      .unusableValue, at: span, "a tag cannot be applied to a value that is known only when the code runs",
      help: ["remove the tag: a value that stands alone without quotes is read as YAML when the code runs"])
  }

  package static func unterminatedQuote(_ quote: String, at span: Span) -> Diagnostic {
    Diagnostic(.unterminatedQuote, at: span, "this \(quote) is not closed", label: "opened here")
  }

  package static func referenceInSingleQuotes(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .referenceInSingleQuotes, at: span, "the value of \(quoted(name)) cannot get between single quotes",
      label: "stands as it is for the shell",
      help: ["use double quotes in the command, or none: the value stays one word"])
  }

  /// - Parameter place: `inside backquotes`.
  package static func undeliverableReference(_ name: String, where place: String, at span: Span) -> Diagnostic
  {
    Diagnostic(
      .undeliverableReference, at: span, "the value of \(quoted(name)) cannot be delivered here",
      label: place,
      help: ["move it out of there: alone or in double quotes it stays one word"])
  }

  package static func nulCharacter(_ path: String, at span: Span) -> Diagnostic {
    Diagnostic(.nulCharacter, at: span, "\(quoted(path)) holds a NUL character", help: ["remove it"])
  }
}
