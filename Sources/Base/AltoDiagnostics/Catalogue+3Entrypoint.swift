package import AltoSource

extension Code {
  static var entrypointCodes: [Code] {
    [
      .projectEntrypoint, .folderMissing, .pathLeavesProject, .functionForm, .moduleMissing, .functionMissing,
      .notebookForm, .notebookMissing, .keyOfOtherEntrypoint, .argumentName,
    ]
  }

  package static let projectEntrypoint = Code(
    3050, .warning, "the entry point type project",
    explanation: """
      project is the old name of script. Alto's own list of types no longer has it. It is read as \
      script.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: project, cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let folderMissing = Code(
    3051, .error, "entrypoint.src is not a folder",
    explanation: """
      src is an existing folder inside the project, relative to the folder of alto.yml. The code runs \
      in it.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, src: source, cmd: python main.py}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, src: src, cmd: python app.py}

      """))

  package static let pathLeavesProject = Code(
    3052, .error, "a path that leaves the project",
    explanation: """
      This path must stay inside the folder of alto.yml, because only that folder goes into the image. \
      What lies outside goes under mounts.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, src: .., cmd: python main.py}

      """),
    good: .document(Code.smallDocument))

  package static let functionForm = Code(
    3053, .error, "a function of the wrong form",
    explanation: """
      The cmd of a function is MODULE.FUNCTION, both Python identifiers: main.run calls run of \
      main.py.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: function, cmd: main}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: function, cmd: main.run}

      """))

  package static let moduleMissing = Code(
    3054, .error, "the module of a function does not exist",
    explanation: """
      The cmd main.run of a function needs a file main.py in entrypoint.src.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: function, cmd: mian.run}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: function, cmd: main.run}

      """))

  package static let functionMissing = Code(
    3055, .warning, "the module does not seem to have the function",
    explanation: """
      Nothing in the module binds the name: no def, no class, no assignment, no import. It may still \
      appear when the module runs; most often it is misspelt.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: function, cmd: main.rnu}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: function, cmd: main.run}

      """))

  package static let notebookForm = Code(
    3056, .error, "a notebook of the wrong form",
    explanation: """
      The cmd of a jupyter entry point is the path of an .ipynb file in entrypoint.src, and nothing \
      else.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: jupyter, cmd: papermill notebook.ipynb}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: jupyter, cmd: notebook.ipynb}

      """))

  package static let notebookMissing = Code(
    3057, .error, "the notebook does not exist",
    explanation: """
      The cmd of a jupyter entry point names a file in entrypoint.src.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: jupyter, cmd: note.ipynb}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: jupyter, cmd: notebook.ipynb}

      """))

  package static let keyOfOtherEntrypoint = Code(
    3058, .error, "a key of another kind of entry point",
    explanation: """
      kwargs belong to a function, kernel and params to a notebook. Elsewhere nobody reads them.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: script, cmd: python main.py, kwargs: {a: 1}}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: function, cmd: main.run, kwargs: {a: 1}}

      """))

  package static let argumentName = Code(
    3059, .error, "an argument name that Python does not allow",
    explanation: """
      kwargs and params become names in Python: letters, digits and underscores, not beginning with a \
      digit, no keyword.
      """,
    bad: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: function, cmd: main.run, kwargs: {learning-rate: 1}}

      """),
    good: .document(
      """
      worker:
        infra: {type: ec2}
        image: {type: docker, base: "python:3.11-slim", registry: dockerhub}
        entrypoint: {type: function, cmd: main.run, kwargs: {learning_rate: 1}}

      """))
}

extension Diagnostic {
  package static func projectEntrypoint(at span: Span) -> Diagnostic {
    Diagnostic(
      .projectEntrypoint, at: span, "'project' is the old name of 'script'",
      fixes: [Fix("change it to 'script'", .safe, [Edit(span, "script")])])
  }

  package static func folderMissing(_ path: String, isFile: Bool, suggestion: String?, at span: Span)
    -> Diagnostic
  {
    Diagnostic(
      .folderMissing, at: span,
      isFile ? "\(quoted(path)) is not a folder" : "there is no folder \(quoted(path))",
      label: suggestion.map { "did you mean \(quoted($0))?" },
      help: ["'entrypoint.src' is a folder inside the project"])
  }

  package static func pathLeavesProject(_ path: String, of key: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .pathLeavesProject, at: span, "\(quoted(key)) must stay inside the project", label: "leads out of it",
      help: ["only the folder of alto.yml goes into the image; what lies outside goes under 'mounts'"])
  }

  package static func functionForm(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .functionForm, at: span, "\(quoted(text)) is not MODULE.FUNCTION",
      help: ["main.run calls the function 'run' of main.py"])
  }

  package static func moduleMissing(_ path: String, suggestion: String?, at span: Span) -> Diagnostic {
    Diagnostic(
      .moduleMissing, at: span, "there is no \(quoted(path))",
      label: suggestion.map { "did you mean \(quoted($0))?" } ?? "module not found")
  }

  package static func functionMissing(
    _ name: String, in path: String, suggestion: String?, at span: Span
  ) -> Diagnostic {
    Diagnostic(
      .functionMissing, at: span, "\(quoted(path)) does not seem to have \(quoted(name))",
      label: suggestion.map { "did you mean \(quoted($0))?" } ?? "not bound in the module")
  }

  package static func notebookForm(_ text: String, at span: Span) -> Diagnostic {
    Diagnostic(
      .notebookForm, at: span, "\(quoted(text)) is not the path of a notebook",
      help: ["it is one .ipynb file, relative to 'entrypoint.src'"])
  }

  package static func notebookMissing(_ path: String, suggestion: String?, at span: Span) -> Diagnostic {
    Diagnostic(
      .notebookMissing, at: span, "there is no notebook \(quoted(path))",
      label: suggestion.map { "did you mean \(quoted($0))?" })
  }

  package static func keyOfOtherEntrypoint(_ key: String, owner: String, type: String, at span: Span)
    -> Diagnostic
  {
    Diagnostic(
      .keyOfOtherEntrypoint, at: span,
      "\(quoted(key)) belongs to the type \(quoted(owner)), not to \(quoted(type))",
      label: "not read here", help: ["remove it, or change 'entrypoint.type'"])
  }

  package static func argumentName(_ name: String, at span: Span) -> Diagnostic {
    Diagnostic(.argumentName, at: span, "\(quoted(name)) cannot be the name of an argument in Python")
  }
}
