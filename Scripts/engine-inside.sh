#!/bin/sh
# The part of with-engine.sh that runs in the new namespaces: FOLDER BASE-TAR COMMAND [ARGUMENT...]
set -eu
folder=$1
base=$2
shift 2

# What engines write outside their own folders, and the shared memory that holds podman's locks.
mkdir -p /run /var/lib/cni /etc/cni
for place in /run /dev/shm /var/lib/cni /etc/cni; do mount -t tmpfs tmpfs "$place"; done
ip link set lo up

# Debian's Docker client goes with Debian's daemon, whatever else is installed.
PATH=/usr/sbin:/usr/bin:/sbin:/bin:$PATH
TMPDIR=$folder/tmp
DOCKER_CONFIG=$folder/docker
DOCKER_HOST=unix://$folder/docker.sock
CONTAINERS_STORAGE_CONF=$folder/storage.conf
CONTAINERS_CONF=$folder/containers.conf
CONTAINERS_REGISTRIES_CONF=$folder/registries.conf
BUILDAH_ISOLATION=chroot
export PATH TMPDIR DOCKER_CONFIG DOCKER_HOST BUILDAH_ISOLATION
export CONTAINERS_STORAGE_CONF CONTAINERS_CONF CONTAINERS_REGISTRIES_CONF
unset DOCKER_CONTEXT DOCKER_BUILDKIT CONTAINER_HOST BUILDKIT_PROGRESS
mkdir "$TMPDIR" "$DOCKER_CONFIG"
# podman refuses a DOCKER_CONFIG without this file.
echo '{}' >"$DOCKER_CONFIG/config.json"

# Starts the daemon with the storage driver $1; false when it does not answer within 30 seconds.
start_docker() {
  dockerd --storage-driver="$1" --iptables=false --ip-masq=false --data-root "$folder/data" \
    --exec-root "$folder/exec" -H "$DOCKER_HOST" -p "$folder/docker.pid" >"$folder/docker.log" 2>&1 &
  daemon=$!
  tries=0
  until docker version >/dev/null 2>&1; do
    tries=$((tries + 1))
    if [ "$tries" -gt 150 ] || ! kill -0 "$daemon" 2>/dev/null; then
      stop_docker
      return 1
    fi
    sleep 0.2
  done
}
stop_docker() {
  kill "$daemon" 2>/dev/null || true
  wait "$daemon" || true
}

driver=overlay2
if ! start_docker "$driver"; then
  driver=vfs
  if ! start_docker "$driver"; then
    tail -n 30 "$folder/docker.log" >&2
    echo 'with-engine: dockerd does not start, its last words are above' >&2
    exit 1
  fi
fi
trap stop_docker EXIT
trap 'exit 143' TERM

# podman and buildah: their own storage, Debian's runc, no limits that a container host may refuse.
cat >"$CONTAINERS_STORAGE_CONF" <<X
[storage]
driver = "${driver%2}"
graphroot = "$folder/containers"
runroot = "$folder/containers-run"
X
cat >"$CONTAINERS_CONF" <<X
[containers]
default_ulimits = []
[engine]
runtime = "runc"
events_logger = "none"
X
echo 'unqualified-search-registries = []' >"$CONTAINERS_REGISTRIES_CONF"

# The stand-in under the names that the fixtures use, then small images made from it: one with a USER,
# one with an ENTRYPOINT, one without Python.
slim=docker.io/library/python:3.10.8-slim-bullseye
images=$slim
docker import --change 'ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin' \
  --change 'CMD ["python3"]' "$base" "$slim" >/dev/null
derive() {
  mkdir -p "$TMPDIR/empty"
  printf 'FROM %s\n%s\n' "$slim" "$2" | docker build -q -t "$1" -f - "$TMPDIR/empty" >/dev/null
  images="$images $1"
}
docker tag "$slim" docker.io/library/python:3.11-slim
images="$images docker.io/library/python:3.11-slim"
derive localhost/alto/user:1 'USER 1234:1234'
derive localhost/alto/entrypoint:1 'ENTRYPOINT ["/usr/bin/env", "ALTO_ENTRYPOINT=ran"]'
derive localhost/alto/bare:1 'RUN ["/bin/sh", "-c", "rm -rf /usr/bin/python* /usr/bin/pip* /usr/lib/python3*"]'
# shellcheck disable=SC2086 # a list of our own image names
docker save $images | podman load -q >/dev/null
for image in $images; do
  # docker writes its own images without a host, and podman then puts them under localhost.
  podman image exists "$image" && continue
  podman tag "localhost/${image#docker.io/library/}" "$image"
  podman untag "$image" "localhost/${image#docker.io/library/}"
done

echo "Engines: docker $(docker version -f '{{.Server.Version}}') and $(podman --version)," \
  "$(buildah --version | cut -d ' ' -f 1-3), storage $driver, no network;" \
  "python:3.10.8-slim-bullseye is a stand-in with $(docker run --rm "$slim" python3 --version)"
status=0
ALTO_ENGINES=yes "$@" || status=$?
exit "$status"
