internal import ImageIR

extension BuildScript {
  /// The checks that only a build needs.
  static let steps = #"""
    # BuildKit is asked for where the client can speak to it; without it the old builder does, as long as no step
    # needs a secret.
    find_builder() {
      case $engine in
        '')
          problem='no engine, no builder'
          return \#(ScriptExit.noEngine.rawValue)
          ;;
        docker) find_docker_builder ;;
        *) detail=$engine ;;
      esac
    }

    find_docker_builder() {
      # Another builder than the engine's own would keep the image to itself.
      unset BUILDX_BUILDER
      BUILDX_NO_DEFAULT_ATTESTATIONS=1
      if [ "${DOCKER_BUILDKIT-}" != 0 ] && has_buildkit; then
        DOCKER_BUILDKIT=1
        detail=BuildKit
      elif [ -z "$secret_names" ]; then
        DOCKER_BUILDKIT=0
        detail='the legacy builder'
      else
        problem='secrets need BuildKit: install the buildx component of docker, or set ALTO_ENGINE=podman'
        return \#(ScriptExit.noBuilder.rawValue)
      fi
      export BUILDX_NO_DEFAULT_ATTESTATIONS DOCKER_BUILDKIT
    }

    # Clients before 23 speak BuildKit themselves, later ones need buildx.
    has_buildkit() {
      docker buildx version >/dev/null 2>&1 && return 0
      client=$(call_engine version --format '{{.Client.Version}}' 2>/dev/null)
      case ${client%%.*} in
        18 | 19 | 20) return 0 ;;
        *) return 1 ;;
      esac
    }

    check_disk() {
      case $engine in
        docker) store=$(call_engine info --format '{{.DockerRootDir}}' 2>/dev/null) ;;
        podman) store=$(call_engine info --format '{{.Store.GraphRoot}}' 2>/dev/null) ;;
        *) store=/ ;;
      esac
      [ -d "$store" ] || store=/
      free=$(df -Pk "$store" 2>/dev/null | awk 'NR == 2 { print int($4 / 1024) }')
      case $free in
        '' | *[!0-9]*) detail="free space of $store: unknown" ;;
        ????* | [5-9]??) detail="$free MiB free at $store" ;;
        *)
          problem="only $free MiB free at $store"
          return \#(ScriptExit.noSpace.rawValue)
          ;;
      esac
    }
    """#

  /// What the engine gets is collected behind the arguments that are still to be read. `${1+"$@"}` is `"$@"`
  /// for posh, which takes no arguments at all for an unset parameter.
  static let options = #"""
    # --- Options ----------------------------------------------------------------

    mode=build
    check_code=0
    platform=$compiled_platform
    base=$default_base
    engine_url=

    left=$#
    while [ "$left" -gt 0 ]; do
      option=$1
      shift
      left=$((left - 1))
      case $option in
        --help | -h)
          usage
          exit 0
          ;;
        --check) mode=check ;;
        --dry-run) mode=show ;;
        --no-cache) set -- ${1+"$@"} "$option" ;;
        --tag | --platform | --base | --network | --engine-url)
          [ "$left" -gt 0 ] || die \#(ScriptExit.usage.rawValue) "$option needs a value"
          value=$1
          [ -n "$value" ] || die \#(ScriptExit.usage.rawValue) "$option needs a value that is not empty"
          shift
          left=$((left - 1))
          case $option in
            --tag)
              case $value in
                */* | *:*) ;;
                *) value=$image:$value ;;
              esac
              set -- ${1+"$@"} --tag "$value"
              ;;
            --platform) platform=$value ;;
            --base) base=$value ;;
            --network) set -- ${1+"$@"} --network "$value" ;;
            --engine-url) engine_url=$value ;;
          esac
          ;;
        --)
          while [ "$left" -gt 0 ]; do
            set -- "$@" "$1"
            shift
            left=$((left - 1))
          done
          ;;
        *) die \#(ScriptExit.usage.rawValue) "unknown option $option: --help lists them" ;;
      esac
    done
    [ -n "$default_base" ] || [ -z "$base" ] ||
      die \#(ScriptExit.usage.rawValue) '--base has no use here: the Dockerfile is the user'"'"'s own'
    """#

  static let checks = #"""
    # --- Checks -----------------------------------------------------------------

    step 'hash tool' find_hash_tool
    step folder verify_folder
    step engine find_engine
    step builder find_builder
    step architecture check_architecture
    [ "$mode" != check ] || step disk check_disk
    [ "$mode" = show ] || step secrets check_secrets
    [ "$mode" != check ] || exit "$check_code"
    """#

  /// Puts the command together in `$@`.
  static func command(_ plan: ImagePlan, tags: [String]) -> String {
    let names = tags.map { " --tag \"$image:\"" + shellWord($0) }.joined()
    let secrets = plan.buildSecrets.map(variableSafe)
      .map { "set -- --secret id=\($0),env=\($0) \"$@\"\n" }.joined()
    return #"""
      # --- The command ------------------------------------------------------------

      tag=$content_tag
      [ "$platform" = "$compiled_platform" ] || tag=$(content_tag_for "$platform")
      name=$image:$tag

      set -- --label "dev.altoc.inputs=$tag" --label "dev.altoc.version=$version" ${1+"$@"}
      \#(secrets)[ "$base" = "$default_base" ] || set -- --build-arg "ALTO_BASE=$base" "$@"
      # Docker's format keeps a HEALTHCHECK, which OCI's has no place for.
      [ "$engine" = docker ] || set -- --format docker "$@"
      set -- build --file "$here/$dockerfile" --platform "$platform" --tag "$name"\#(names) "$@" "$here/context"
      case $engine,$engine_url in
        docker,?*) set -- docker --host "$engine_url" "$@" ;;
        podman,?*) set -- podman --remote --url "$engine_url" "$@" ;;
        *) set -- "$engine" "$@" ;;
      esac
      """#
  }

  static func run(_ plan: ImagePlan) -> String {
    #"""
    if [ "$mode" = show ]; then
      [ "$engine" != docker ] ||
        printf 'DOCKER_BUILDKIT=%s BUILDX_NO_DEFAULT_ATTESTATIONS=1 ' "$DOCKER_BUILDKIT"
      shown "$@"
      exit 0
    fi

    "$@" || die \#(ScriptExit.engineFailed.rawValue) "$engine ended with status $?"

    # inspect FORMAT: a part of the image's description.
    inspect() {
      case $engine in
        buildah) buildah inspect --type image --format "$1" "$name" 2>/dev/null ;;
        *) call_engine image inspect --format "$1" "$name" 2>/dev/null ;;
      esac
    }

    case $engine in
      buildah) image_id=$(inspect '{{.FromImageID}}') ;;
      *) image_id=$(inspect '{{.Id}}') ;;
    esac
    [ -n "$image_id" ] ||
      die \#(ScriptExit.noBuilder.rawValue) "the build ended well, but $engine holds no image $name: its builder kept it"
    \#(entrypointWarning(plan))

    # shellcheck disable=SC2016 # the variables are for the shell of who reads the line
    case $engine in
      buildah) next='push it, or build with docker or podman to run it here' ;;
      *) next="$engine run --rm "\#(shellWord(runVariables(plan)))"$(shown "$name")" ;;
    esac
    printf 'Built %s (image %s) with %s. Next: %s\n' "$name" "$image_id" "$engine" "$next"
    """#
  }

  /// The variables that a run has to be given, as options of the engine for a person to type: `-e A="x-$B" `.
  private static func runVariables(_ plan: ImagePlan) -> String {
    var words: [String] = []
    for variable in plan.runtime.environment {
      if variable.value.pieces == [.reference(.environment(variable.name))] {
        words.append(variable.name)
      } else if variable.value.literal == nil || !plan.isGenerated {
        words.append(variable.name + "=" + typed(variable.value))
      }
    }
    for reference in plan.runtime.references {
      words.append(reference.deliveredName + "=" + typed(LateText(reference)))
    }
    return words.map { "-e \($0) " }.joined()
  }

  /// The text in double quotes, its references as variables of the shell; a matrix value is for the person to choose.
  private static func typed(_ text: LateText) -> String {
    let parts = text.pieces.map { piece in
      switch piece {
      case .literal(let literal):
        literal.map { "\"\\$`".contains($0) ? "\\\($0)" : String($0) }.joined()
      case .reference(.environment(let name)): "${\(variableSafe(name))}"
      case .reference(.matrix(let name)): "<\(name)>"
      }
    }
    return "\"" + parts.joined() + "\""
  }

  /// The user's own Dockerfile may well have an ENTRYPOINT; a base's changes what altoc's CMD means.
  private static func entrypointWarning(_ plan: ImagePlan) -> String {
    if case .supplied = plan.build { return "" }
    return #"""

      case $engine in
        buildah) entrypoint=$(inspect '{{.OCIv1.Config.Entrypoint}}') ;;
        *) entrypoint=$(inspect '{{json .Config.Entrypoint}}') ;;
      esac
      case $entrypoint in
        '' | null | '[]' | '<no value>') ;;
        *) warn "the base has an ENTRYPOINT, which gets the command as its arguments: $entrypoint" ;;
      esac

      """#
  }
}
