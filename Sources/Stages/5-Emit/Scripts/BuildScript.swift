internal import ImageIR

/// Writes build.sh.
func emitBuildScript(_ plan: ImagePlan, inputs: EmitInputs) -> Artifact {
  let text = scriptText([
    BuildScript.header(plan), BuildScript.constants(plan, inputs), BuildScript.usage(plan),
    ScriptPrelude.text,
    ScriptFolder.restoreModes(openFolders: plan.context.openFolders), ScriptFolder.text, ScriptEngine.text,
    BuildScript.secrets(plan.buildSecrets), BuildScript.steps, BuildScript.options, BuildScript.checks,
    BuildScript.command(plan, tags: inputs.tags), BuildScript.run(plan),
  ])
  return Artifact(path: "build.sh", text: text, executable: true)
}

/// The parts of build.sh that are its own.
enum BuildScript {
  static func header(_ plan: ImagePlan) -> String {
    """
    #!/bin/sh
    # Builds the image of the agent "\(commentText(plan.agent))". Written by altoc: change alto.yml, not this file.
    # `sh build.sh --help` says what it can do. A POSIX shell, find, sed, sort, a hash tool and an engine are enough.

    set -u
    """
  }

  static func constants(_ plan: ImagePlan, _ inputs: EmitInputs) -> String {
    let dockerfile: String
    let base: String
    switch plan.build {
    case .generated(let build):
      dockerfile = "Dockerfile"
      base = build.base.description
    case .supplied(let build):
      dockerfile = "context/" + build.dockerfile
      base = ""
    }
    return """
      image=\(shellWord(plan.imageName))
      # Names the inputs: the Dockerfile, the context and the platform.
      content_tag=\(shellWord(inputs.contentTag))
      compiled_platform=\(shellWord(plan.platform.description))
      dockerfile=\(shellWord(dockerfile))
      # The base of the Dockerfile; empty when that is the user's own.
      default_base=\(base.isEmpty ? "" : shellWord(base))
      server_url=\(plan.serverURL.map(shellWord) ?? "")
      version=\(shellWord(inputs.version))
      # The variables that the build commands read.
      secret_names=\(shellWord(plan.buildSecrets.map(variableSafe).joined(separator: " ")))
      """
  }

  static func usage(_ plan: ImagePlan) -> String {
    let codes: [ScriptExit] = [
      .usage, .damaged, .noEngine, .engineFailed, .noTool, .noSpace, .noBuilder, .missingVariable,
    ]
    let secrets =
      plan.buildSecrets.isEmpty
      ? ""
      : "\n  " + plan.buildSecrets.map(variableSafe).joined(separator: "\n  ")
        + "\n                     must be set: secrets that the build commands read. No engine runs a step again\n"
        + "                     because of a new value alone: --no-cache does"
    return """
      usage() {
        cat <<'END'
      Builds the image and gives it its tags.

      Usage: sh build.sh [options] [-- options of the engine's build]

        --check            say what is there and what is missing; change nothing
        --dry-run          print the command; run nothing
        --tag REF          one more name for the image: NAME:TAG, or a tag alone
        --platform P       build for another platform than alto.yml's
        --base REF         take the base image from here: the same image in a mirror
        --network MODE     the network of the build commands
        --no-cache         run every step again
        --engine-url URL   the engine's address
        --help             this text

      Environment:
        ALTO_ENGINE        docker, podman, buildah, or auto: the first of them that answers\(secrets)

      Exit codes:
        0   the image is built
      \(exitTable(codes))
      END
      }
      """
  }

  /// Values are looked at only by the shell itself, with tracing off.
  static func secrets(_ names: [String]) -> String {
    let names = names.map(variableSafe)
    if names.isEmpty {
      return """
        check_secrets() {
          detail='none needed'
        }
        """
    }
    let checks = names.map { "  check_secret \($0) \"${\($0)+set}\" \"${\($0):+full}\"" }
    let ends = names.map { "  case ${\($0)-} in *\"$newline\") refuse_secret \($0) ;; esac" }
    return #"""
      newline='
      '

      # check_secret NAME SET FULL
      check_secret() {
        if [ -z "$2" ]; then
          missing="$missing $1"
        elif [ -z "$3" ]; then
          warn "$1 is empty"
        fi
      }

      refuse_secret() {
        refused="$refused $1"
      }

      # No value leaves this function, and none is traced.
      check_secrets() {
        case $- in
          *x*) traced=yes ;;
          *) traced= ;;
        esac
        set +x
        missing=
        refused=
      \#((checks + ends).joined(separator: "\n"))
        [ -z "$traced" ] || set -x
        if [ -n "$missing" ]; then
          problem="not set:$missing"
          return \#(ScriptExit.missingVariable.rawValue)
        fi
        if [ -n "$refused" ]; then
          problem="ends in a line break, which a build command would not see:$refused"
          return \#(ScriptExit.missingVariable.rawValue)
        fi
        detail=$secret_names
      }
      """#
  }
}
