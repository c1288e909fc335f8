#!/bin/sh
# Builds the image of the agent "my-new-ec2-agent". Written by altoc: change alto.yml, not this file.
# `sh build.sh --help` says what it can do. A POSIX shell, find, sed, sort, a hash tool and an engine are enough.

set -u

image=demo-my-new-ec2-agent
# Names the inputs: the Dockerfile, the context and the platform.
content_tag=c-504f0df1199426f0679b7021a7766a9be78cf3038db947a3ad588b792b90b8ee
compiled_platform=linux/amd64
dockerfile=Dockerfile
# The base of the Dockerfile; empty when that is the user's own.
default_base=docker.io/library/python:3.10.8-slim-bullseye
server_url=
version=0.1.0
# The variables that the build commands read.
secret_names=''

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
  ALTO_ENGINE        docker, podman, buildah, or auto: the first of them that answers

Exit codes:
  0   the image is built
  64  the command line is wrong
  65  a file of this folder was changed, added or lost
  69  no engine answers
  70  the engine failed; its own words stand above
  71  a tool that the script needs is missing
  74  too little disk space
  77  the engine's builder cannot do what the Dockerfile needs
  78  a variable that is needed is not set, or cannot be used
END
}

# --- Messages ---------------------------------------------------------------

warn() {
  printf '%s: %s\n' "${0##*/}" "$*" >&2
}

# die CODE MESSAGE...
die() {
  exit_code=$1
  shift
  warn "$@"
  exit "$exit_code"
}

# The words of a command as one line that a shell reads as the same words.
shown() {
  shown_line=
  for shown_word do
    case $shown_word in
      '' | *[!A-Za-z0-9_./:=,@%+-]*)
        shown_word=$(printf '%s\n' "$shown_word" | sed "s/'/'\\\\''/g")
        shown_word="'$shown_word'"
        ;;
    esac
    shown_line="$shown_line${shown_line:+ }$shown_word"
  done
  printf '%s\n' "$shown_line"
}

# step NAME FUNCTION: the function leaves $detail and returns 0, or leaves $problem and returns an exit code.
# The first problem ends the script; with --check each step gets a line instead.
step() {
  detail=
  problem=
  "$2"
  step_code=$?
  if [ "$mode" != check ]; then
    [ "$step_code" -eq 0 ] || die "$step_code" "$problem"
  elif [ "$step_code" -eq 0 ]; then
    printf '%-12s ok    %s\n' "$1" "$detail"
  else
    printf '%-12s FAIL  %s\n' "$1" "$problem"
    [ "$check_code" -ne 0 ] || check_code=$step_code
  fi
}

# --- This folder ------------------------------------------------------------

case $0 in
  */*) here=${0%/*}/ ;;
  *) here=. ;;
esac
here=$(CDPATH='' cd -- "$here" && pwd -P) || here=
if [ -z "$here" ] || ! [ -f "$here/push-manifest.json" ]; then
  die 65 'push-manifest.json is not beside this script: start it by its path'
fi

restore_modes() {
  restore_line=$(shown chmod -R u=rwX,go=rX "$here/context")
  printf '%s' "$restore_line"
  printf ' && '
  shown chmod 1777 "$here/"context/workspace/demo
}

find_hash_tool() {
  hash_tool=
  # yash keeps the variable of a loop inside its function.
  for candidate in sha256sum shasum openssl; do
    if command -v "$candidate" >/dev/null 2>&1; then
      hash_tool=$candidate
      detail=$candidate
      return 0
    fi
  done
  problem='none of sha256sum, shasum and openssl is there: nothing can be verified'
  return 71
}

# hash_files TEST...: "SUM  ./PATH" of the files that find's tests let through.
hash_files() {
  case $hash_tool in
    sha256sum) find . ! -path ./SHA256SUMS "$@" -exec sha256sum {} + ;;
    shasum) find . ! -path ./SHA256SUMS "$@" -exec shasum -a 256 {} + ;;
    openssl) find . ! -path ./SHA256SUMS "$@" -exec openssl dgst -sha256 -r {} + ;;
  esac
}

hash_input() {
  case $hash_tool in
    sha256sum) sha256sum ;;
    shasum) shasum -a 256 ;;
    openssl) openssl dgst -sha256 -r ;;
  esac | cut -c 1-64
}

# "MODE SUM  PATH" of every file here, the word "mode" for one that altoc never gives.
list_files() {
  cd -- "$here" || return
  hash_files -type f -perm 0755 | sed 's/^\([0-9a-f]*\) [ *]\.\//0755 \1  /'
  hash_files -type f -perm 0644 | sed 's/^\([0-9a-f]*\) [ *]\.\//0644 \1  /'
  hash_files -type f ! -perm 0755 ! -perm 0644 | sed 's/^\([0-9a-f]*\) [ *]\.\//mode \1  /'
}

print_files() {
  cat <<END
$files
END
}

# The text whose sum is the tag of the inputs, for the platform $1.
content_text() {
  cd -- "$here" || return
  printf '%s\n' 'altoc inputs 1' "platform $1" "dockerfile $(hash_input <"$dockerfile")  $dockerfile"
  {
    print_files | sed -n '/^[^ ]* [^ ]*  context\//p'
    find context -type d ! -path context -perm 1777 | sed 's/^/1777 folder  /'
    find context -type d ! -path context -perm 0755 | sed 's/^/0755 folder  /'
    find context -type d ! -path context ! -perm 1777 ! -perm 0755 | sed 's/^/mode folder  /'
    find context -type l -exec sh -c '
      for link do printf "link %s//%s\n" "$link" "$(readlink "$link")"; done' sh {} +
    find context ! -type d ! -type f ! -type l | sed 's/^/other /'
  } | LC_ALL=C sort
}

content_tag_for() {
  printf 'c-%s\n' "$(content_text "$1" | hash_input)"
}

# Both ways: a line that stands in only one of the two lists is a file that was changed, added or lost.
verify_folder() {
  if [ -z "$hash_tool" ] || ! [ -f "$here/SHA256SUMS" ]; then
    problem='cannot be verified: there is no hash tool, or no SHA256SUMS'
    return 65
  fi
  files=$(list_files)
  differing=$({
    LC_ALL=C sort -u "$here/SHA256SUMS"
    print_files | sed 's/^[^ ]* //'
    echo end
  } | LC_ALL=C sort | uniq -u)
  case $differing in
    end) ;;
    *)
      problem="changed, added or lost since altoc wrote this folder:$(name_differing)"
      return 65
      ;;
  esac
  if [ "$(content_tag_for "$compiled_platform")" != "$content_tag" ]; then
    problem="a mode, a link or an empty folder in context/ is not as altoc wrote it. Compile again, or give
the modes back: $(restore_modes)"
    return 65
  fi
  detail='every file is as altoc wrote it'
}

# The first names only: a list of thousands helps nobody.
name_differing() {
  sed -n 's/^[0-9a-f]*  / /p' <<END | LC_ALL=C sort -u | sed -n '1,10p' | tr -d '\n'
$differing
END
}

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
      return 64
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
  return 69
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

check_secrets() {
  detail='none needed'
}

# BuildKit is asked for where the client can speak to it; without it the old builder does, as long as no step
# needs a secret.
find_builder() {
  case $engine in
    '')
      problem='no engine, no builder'
      return 69
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
    return 77
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
      return 74
      ;;
  esac
}

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
      [ "$left" -gt 0 ] || die 64 "$option needs a value"
      value=$1
      [ -n "$value" ] || die 64 "$option needs a value that is not empty"
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
    *) die 64 "unknown option $option: --help lists them" ;;
  esac
done
[ -n "$default_base" ] || [ -z "$base" ] ||
  die 64 '--base has no use here: the Dockerfile is the user'"'"'s own'

# --- Checks -----------------------------------------------------------------

step 'hash tool' find_hash_tool
step folder verify_folder
step engine find_engine
step builder find_builder
step architecture check_architecture
[ "$mode" != check ] || step disk check_disk
[ "$mode" = show ] || step secrets check_secrets
[ "$mode" != check ] || exit "$check_code"

# --- The command ------------------------------------------------------------

tag=$content_tag
[ "$platform" = "$compiled_platform" ] || tag=$(content_tag_for "$platform")
name=$image:$tag

set -- --label "dev.altoc.inputs=$tag" --label "dev.altoc.version=$version" ${1+"$@"}
[ "$base" = "$default_base" ] || set -- --build-arg "ALTO_BASE=$base" "$@"
# Docker's format keeps a HEALTHCHECK, which OCI's has no place for.
[ "$engine" = docker ] || set -- --format docker "$@"
set -- build --file "$here/$dockerfile" --platform "$platform" --tag "$name" "$@" "$here/context"
case $engine,$engine_url in
  docker,?*) set -- docker --host "$engine_url" "$@" ;;
  podman,?*) set -- podman --remote --url "$engine_url" "$@" ;;
  *) set -- "$engine" "$@" ;;
esac

if [ "$mode" = show ]; then
  [ "$engine" != docker ] ||
    printf 'DOCKER_BUILDKIT=%s BUILDX_NO_DEFAULT_ATTESTATIONS=1 ' "$DOCKER_BUILDKIT"
  shown "$@"
  exit 0
fi

"$@" || die 70 "$engine ended with status $?"

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
  die 77 "the build ended well, but $engine holds no image $name: its builder kept it"

case $engine in
  buildah) entrypoint=$(inspect '{{.OCIv1.Config.Entrypoint}}') ;;
  *) entrypoint=$(inspect '{{json .Config.Entrypoint}}') ;;
esac
case $entrypoint in
  '' | null | '[]' | '<no value>') ;;
  *) warn "the base has an ENTRYPOINT, which gets the command as its arguments: $entrypoint" ;;
esac


# shellcheck disable=SC2016 # the variables are for the shell of who reads the line
case $engine in
  buildah) next='push it, or build with docker or podman to run it here' ;;
  *) next="$engine run --rm "'-e AWS_ACCESS_KEY_ID -e AWS_SECRET_ACCESS_KEY -e AWS_DEFAULT_REGION '"$(shown "$name")" ;;
esac
printf 'Built %s (image %s) with %s. Next: %s\n' "$name" "$image_id" "$engine" "$next"
