#!/bin/sh
# Installs the Debian packages named as arguments, as far as they are missing, and says so. `A|B` is content with
# either, and installs A.
# Works as root or through sudo; with nothing missing it changes nothing and needs neither.
set -eu

missing=''
for wanted in "$@"; do
  found=''
  for package in $(printf '%s' "$wanted" | tr '|' ' '); do
    state=$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null) || state=''
    [ "$state" != installed ] || found=$package
  done
  [ -n "$found" ] || missing="$missing ${wanted%%|*}"
done
[ -n "$missing" ] || exit 0

if ! command -v apt-get >/dev/null 2>&1; then
  echo "install-packages: this is not Debian or a relative of it; please install:$missing" >&2
  exit 1
fi
as_root=''
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null 2>&1; then
    echo "install-packages: not root and no sudo; please install:$missing" >&2
    exit 1
  fi
  as_root='sudo'
fi

echo "Installing from Debian's packages:$missing"
log=$(mktemp)
trap 'rm -f "$log"' EXIT
# Word splitting is wanted: $as_root may be empty, and $missing is a list of package names.
# shellcheck disable=SC2086
if ! { $as_root apt-get update -q &&
  $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -q -y --no-install-recommends $missing; } \
  >"$log" 2>&1 </dev/null; then
  cat "$log" >&2
  echo "install-packages: apt-get failed, its output is above; it was to install:$missing" >&2
  exit 1
fi
