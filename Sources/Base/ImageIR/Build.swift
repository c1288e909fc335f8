/// How the image comes to be.
package enum Build: Hashable, Sendable {
  /// altoc writes the Dockerfile.
  case generated(GeneratedBuild)
  /// The user wrote it (`image.context`); it goes along byte for byte.
  case supplied(SuppliedBuild)
}

package struct GeneratedBuild: Hashable, Sendable {
  package var base: ImageReference
  package var baseOrigin: Origin
  /// In the order of the Dockerfile.
  package var steps: [Step]
  package var context: ContextPlan

  package init(base: ImageReference, baseOrigin: Origin, steps: [Step], context: ContextPlan) {
    self.base = base
    self.baseOrigin = baseOrigin
    self.steps = steps
    self.context = context
  }
}

extension GeneratedBuild {
  /// The variables that building needs as secrets: sorted, each once.
  package var secrets: [String] {
    Set(steps.flatMap(\.operation.secrets)).sorted()
  }
}

package struct SuppliedBuild: Hashable, Sendable {
  /// The Dockerfile's path inside the context: `Dockerfile`.
  package var dockerfile: String
  package var context: ContextPlan
  package var origin: Origin

  package init(dockerfile: String, context: ContextPlan, origin: Origin) {
    self.dockerfile = dockerfile
    self.context = context
    self.origin = origin
  }
}

/// One step of a generated build and the lines that asked for it; altoc's own steps have no lines.
package struct Step: Hashable, Sendable {
  package var operation: Operation
  package var origin: Origin?

  package init(_ operation: Operation, origin: Origin?) {
    self.operation = operation
    self.origin = origin
  }
}

/// What one step does, in no engine's words.
package enum Operation: Hashable, Sendable {
  /// A command of `image_build_cmds` for `/bin/sh`. Its references are build secrets.
  case run(LateText)
  /// The requirement files go to their places below `/workspace`.
  case copyRequirements
  /// Stops with a clear message when the base lacks python3, or its pip where one is needed.
  case requirePython(pip: Bool)
  /// `pip install -r file`, run in `folder`; both absolute paths in the image. `secrets` are the variables
  /// that pip fills into the file, sorted.
  case installRequirements(file: String, folder: String, secrets: [String])
  /// `pip install` of these fixed versions: what altoc itself needs to run a notebook.
  case installPackages([String])
  /// Literal environment; the value is exactly what the container sees.
  case environment(name: String, value: String)
  /// The whole tree goes to `/workspace`.
  case copyWorkspace
  /// An absolute path in the image.
  case workingDirectory(String)
  case command(Command)
  /// Labels, sorted by name.
  case labels([Label])
}

extension Operation {
  /// The variables that the step reads as secrets, in order, repeats included.
  package var secrets: [String] {
    switch self {
    case .run(let command):
      command.references.compactMap { reference in
        switch reference {
        case .environment(let name): name
        case .matrix: nil
        }
      }
    case .installRequirements(_, _, let secrets): secrets
    case .copyRequirements, .requirePython, .installPackages, .environment, .copyWorkspace,
      .workingDirectory, .command, .labels:
      []
    }
  }
}

package struct Label: Hashable, Sendable {
  package var name: String
  package var value: String

  package init(name: String, value: String) {
    self.name = name
    self.value = value
  }
}

/// What the container runs.
package enum Command: Hashable, Sendable {
  /// Words without any shell.
  case words([String])
  /// A script for `/bin/sh -c`; references become one word each.
  case shell(LateText, exec: Bool)
  /// A call of a Python function: `module.function(**arguments)`.
  case function(module: String, function: String, arguments: [Argument])
  /// A notebook run by papermill.
  case notebook(Notebook)

  package struct Argument: Hashable, Sendable {
    package var name: String
    package var value: LateValue

    package init(name: String, value: LateValue) {
      self.name = name
      self.value = value
    }
  }

  package struct Notebook: Hashable, Sendable {
    /// Relative to the working directory, as is `output`.
    package var input: String
    package var output: String
    package var kernel: String
    package var parameters: [Argument]

    package init(input: String, output: String, kernel: String, parameters: [Argument]) {
      self.input = input
      self.output = output
      self.kernel = kernel
      self.parameters = parameters
    }
  }
}
