internal import ImageIR

/// The words that the container runs.
func commandWords(_ command: Command) -> [String] {
  switch command {
  case .words(let words): words
  case .shell(let script, let exec): ["/bin/sh", "-c", shellScript(script, exec: exec)]
  case .function(let module, let function, let arguments):
    ["python3", "-c", functionCall(module, function, arguments)]
  case .notebook(let notebook): ["python3", "-c", notebookRun(notebook)]
  }
}

/// With `exec` the program takes the shell's place, so that it gets the signals.
private func shellScript(_ script: LateText, exec: Bool) -> String {
  // `?` stops a run that was started without its values.
  let text = shellCommand(script) { "${\($0.deliveredName)?}" }
  return exec ? "exec " + text.drop { $0.isWhitespace } : text
}

private func functionCall(
  _ module: String, _ function: String, _ arguments: [Command.Argument]
) -> String {
  var program = PythonProgram()
  let values = program.keywords(arguments)
  if isPythonName(module), isPythonName(function) {
    program.append("import \(module)")
    program.append("\(module).\(function)(\(values))")
  } else {
    program.append("getattr(__import__(\(pythonString(module))), \(pythonString(function)))(\(values))")
  }
  return program.text
}

/// papermill fills `{NAME}` in paths, so braces are doubled.
private func notebookRun(_ notebook: Command.Notebook) -> String {
  func path(_ text: String) -> String {
    pythonString(
      text.map { character in
        switch character {
        case "{": "{{"
        case "}": "}}"
        default: String(character)
        }
      }.joined())
  }
  var program = PythonProgram()
  // A notebook need not say its language: papermill asks for it, and the kernel knows.
  program.import("jupyter_client.kernelspec")
  program.import("papermill")
  program.import("sys")
  let parameters = program.expression(
    .map(notebook.parameters.map { LateValue.Entry(key: .string(LateText($0.name)), value: $0.value) }))
  let options = [
    path(notebook.input), path(notebook.output), "parameters=\(parameters)",
    "kernel_name=\(pythonString(notebook.kernel))",
    "language=jupyter_client.kernelspec.get_kernel_spec(\(pythonString(notebook.kernel))).language",
    "progress_bar=False", "stdout_file=sys.stdout",
    "stderr_file=sys.stderr",
  ]
  program.append("papermill.execute_notebook(\(options.joined(separator: ", ")))")
  return program.text
}

extension PythonProgram {
  /// `a=1, b=2`; a name that cannot stand in code goes through a mapping.
  fileprivate mutating func keywords(_ arguments: [Command.Argument]) -> String {
    arguments.map { argument in
      let value = expression(argument.value)
      return isPythonName(argument.name)
        ? "\(argument.name)=\(value)" : "**{\(pythonString(argument.name)): \(value)}"
    }.joined(separator: ", ")
  }
}
