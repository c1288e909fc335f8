internal import ImageIR

/// The RUN instruction of a step, its secrets mounted; the step must be one that runs something.
func runInstruction(_ operation: Operation) -> String {
  let secrets = Set(operation.secrets).sorted()
  let mounts = secrets.map { name in
    "--mount=type=secret,id=\(variableSafe(name)),mode=0444,required=true "
  }
  let script = readSecrets(secrets) + script(of: operation)
  return "RUN " + mounts.joined() + execForm(["/bin/sh", "-c", script])
}

/// Reads every secret into its variable, for this instruction alone.
///
/// BuildKit mounts no file for an empty value; that a value is set at all is for build.sh to see.
private func readSecrets(_ names: [String]) -> String {
  names.map { name in
    let variable = Reference.environment(name).buildName
    let file = "/run/secrets/\(variableSafe(name))"
    return
      "\(variable)=\nif [ -e \(file) ]; then \(variable)=$(cat \(file)) || exit; fi\nexport \(variable)\n"
  }.joined()
}

private func script(of operation: Operation) -> String {
  switch operation {
  case .run(let command): shellCommand(command) { "${\($0.buildName)}" }
  case .requirePython(let pip): pythonCheck(pip: pip)
  case .installRequirements(let file, let folder, _):
    "cd \(shellWord(folder)) && \(pip) -r \(shellWord(file))"
  case .installPackages(let packages): ([pip] + packages.map(shellWord)).joined(separator: " ")
  case .copyRequirements, .environment, .copyWorkspace, .workingDirectory, .command, .labels: ""
  }
}

/// The two variables let pip install beside the system's packages and stop it from asking for a newer pip.
private let pip =
  "PIP_BREAK_SYSTEM_PACKAGES=1 PIP_DISABLE_PIP_VERSION_CHECK=1 python3 -m pip install --no-cache-dir"

private func pythonCheck(pip: Bool) -> String {
  let python = check("command -v python3", lacks: "python3")
  return pip
    ? python + "\n" + check("PYTHONDONTWRITEBYTECODE=1 python3 -m pip --version", lacks: "pip") : python
}

private func check(_ test: String, lacks name: String) -> String {
  let message =
    "altoc: the base image has no \(name): choose another image.base or install it in image_build_cmds"
  return "\(test) >/dev/null 2>&1 || { echo \(shellWord(message)) >&2; exit 1; }"
}
