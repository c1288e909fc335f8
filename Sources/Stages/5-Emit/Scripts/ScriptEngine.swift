/// The part that finds an engine and speaks to it.
enum ScriptEngine {
  /// Needs `engine_url`, `server_url` and `platform`; leaves `engine`.
  static let text = #"""
    # The engine at its address.
    call_engine() {
      case $engine,$engine_url in
        podman,?*) podman --remote --url "$engine_url" "$@" ;;
        docker,?*) docker --host "$engine_url" "$@" ;;
        *) "$engine" "$@" ;;
      esac
    }

    # The address that alto.yml names counts only where nothing else names one.
    choose_address() {
      [ -z "$engine_url" ] && [ -n "$server_url" ] || return 0
      case $engine in
        docker)
          [ -z "${DOCKER_HOST-}${DOCKER_CONTEXT-}" ] || return 0
          case $(docker context show 2>/dev/null) in
            '' | default) engine_url=$server_url ;;
          esac
          ;;
        podman) [ -n "${CONTAINER_HOST-}${CONTAINER_CONNECTION-}" ] || engine_url=$server_url ;;
      esac
    }

    # Whether the engine $1 is there and answers.
    try_engine() {
      engine=$1
      command -v "$engine" >/dev/null 2>&1 || return 1
      # buildah has no address: with one it would silently build somewhere else.
      case $engine,$engine_url$server_url in
        buildah,?*) [ -z "$engine_url" ] && [ "${ALTO_ENGINE-}" = buildah ] || return 1 ;;
      esac
      choose_address
      case $engine in
        docker) engine_version=$(call_engine version --format '{{.Server.Version}}' 2>/dev/null) ;;
        podman) engine_version=$(call_engine info --format '{{.Version.Version}}' 2>/dev/null) ;;
        buildah) engine_version=$(buildah version 2>/dev/null | sed -n 's/^Version: *//p') ;;
      esac
      [ -n "$engine_version" ]
    }

    find_engine() {
      given_url=$engine_url
      case ${ALTO_ENGINE:-auto} in
        auto) engines='docker podman buildah' ;;
        docker | podman | buildah) engines=$ALTO_ENGINE ;;
        *)
          engine=
          problem="ALTO_ENGINE is '$ALTO_ENGINE': it can be docker, podman, buildah or auto"
          return \#(ScriptExit.usage.rawValue)
          ;;
      esac
      for engine_name in $engines; do
        engine_url=$given_url
        if try_engine "$engine_name"; then
          detail="$engine $engine_version${engine_url:+ at $engine_url}"
          return 0
        fi
      done
      engine=
      problem="none answers of: $engines. Start one, or name its address with --engine-url"
      return \#(ScriptExit.noEngine.rawValue)
    }

    check_architecture() {
      case $engine in
        docker) architecture=$(call_engine version --format '{{.Server.Arch}}' 2>/dev/null) ;;
        podman) architecture=$(call_engine info --format '{{.Host.Arch}}' 2>/dev/null) ;;
        buildah) architecture=$(uname -m) ;;
        *) architecture= ;;
      esac
      case $architecture in
        x86_64) architecture=amd64 ;;
        aarch64) architecture=arm64 ;;
      esac
      case $platform in
        */"$architecture" | */"$architecture"/*) detail=$architecture ;;
        *)
          detail="the engine runs ${architecture:-an unknown architecture}, the image is for $platform: that needs emulation"
          [ "$mode" = check ] || warn "$detail"
          ;;
      esac
    }
    """#
}
