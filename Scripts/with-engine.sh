#!/bin/sh
# Runs a command beside real container engines that are nobody else's:
#
#   Scripts/with-engine.sh COMMAND [ARGUMENT...]
#
# It starts a Docker daemon of its own, sets up podman and buildah with a storage of their own, loads the
# stand-in base images into both, runs the command with DOCKER_HOST and CONTAINERS_* pointing there, and
# exits with the command's code. Everything happens in namespaces of its own (processes, mounts, network),
# so that nothing can stay behind, and nothing can be downloaded: there is no network but loopback.
# Needs root.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd)
[ $# -gt 0 ] || { echo 'usage: with-engine.sh COMMAND [ARGUMENT...]' >&2; exit 2; }
if [ "$(id -u)" -ne 0 ]; then
  echo 'with-engine: a private Docker engine needs root' >&2
  exit 1
fi

# dockerd refuses to start where the kernel has AppArmor and its tools are missing.
apparmor=''
[ "$(cat /sys/module/apparmor/parameters/enabled 2>/dev/null)" != Y ] || apparmor=apparmor
# shellcheck disable=SC2086 # one name or none
"$root/Scripts/install-packages.sh" $apparmor docker.io buildah podman skopeo runc conmon iproute2 util-linux \
  containernetworking-plugins golang-github-containers-common
base=$("$root/Scripts/base-image.sh")

if ! problem=$(unshare --fork --pid --mount --mount-proc --net --ipc true 2>&1); then
  echo "with-engine: this machine does not let root make namespaces ($problem)" >&2
  exit 1
fi

folder=$(mktemp -d "${TMPDIR:-/tmp}/altoc-engine.XXXXXX")
cgroups() { find /sys/fs/cgroup -depth -type d \( -path '*/docker*' -o -path '*/libpod_parent*' \) 2>/dev/null || true; }
cgroups >"$folder/cgroups"

# Our processes are gone with their namespace; what is left are files and the empty groups of containers.
# shellcheck disable=SC2317 # called by the trap
clean_up() {
  cgroups | grep -Fvx -f "$folder/cgroups" | while IFS= read -r group; do rmdir "$group" 2>/dev/null || true; done
  rm -rf "$folder"
}
trap clean_up EXIT

# unshare holds SIGTERM back from what it runs; its death ends all of it.
inside=''
# shellcheck disable=SC2317 # called by the traps
stop() {
  [ -z "$inside" ] || kill -KILL "$inside" 2>/dev/null || true
  [ -z "$inside" ] || wait "$inside" || true
  exit "$1"
}
trap 'stop 129' HUP
trap 'stop 130' INT
trap 'stop 143' TERM

unshare --fork --kill-child --pid --mount --mount-proc --net --ipc \
  "$root/Scripts/engine-inside.sh" "$folder" "$base" "$@" </dev/null &
inside=$!
status=0
wait "$inside" || status=$?
exit "$status"
