#!/bin/sh
# Makes the root file system of the stand-in for python:3.10.8-slim-bullseye and prints the path of its tar.
#
# The stand-in is Debian 12 with Python 3.11, made by debootstrap: real enough to install packages and run
# code, and to be had wherever Debian's packages are. It carries a wheelhouse (papermill, ipykernel and what
# the fixtures require) and a pip.conf that knows nothing else, so that the generated builds run unmodified
# without a network. Kept under .build/e2e, keyed by everything that it is made from.
set -eu
cd "$(dirname "$0")/.."

suite=bookworm
packages=python3,python3-pip,python3-venv,ca-certificates
pins='papermill==2.6.0 ipykernel==6.29.5'
requirements=$(find Fixtures/demo Fixtures/e2e -name 'requirements*.txt' -type f | LC_ALL=C sort)

# shellcheck disable=SC2086 # a list of our own file names
key=$({ cat Scripts/base-image.sh $requirements && uname -m; } | sha256sum | cut -c 1-16)
tar=$PWD/.build/e2e/base-$key.tar
if [ -f "$tar" ]; then
  printf '%s\n' "$tar"
  exit 0
fi

if [ "$(id -u)" -ne 0 ]; then
  echo 'base-image: debootstrap needs root' >&2
  exit 1
fi
Scripts/install-packages.sh debootstrap ca-certificates >&2
Scripts/oracle.sh >&2
work=$(mktemp -d "${TMPDIR:-/tmp}/altoc-base.XXXXXX")
trap 'rm -rf "$work"' EXIT
trap 'exit 129' HUP
trap 'exit 130' INT
trap 'exit 143' TERM
root=$work/root

echo "Making the stand-in base image (Debian $suite, Python 3.11), once for these requirements" >&2
if ! debootstrap --variant=minbase "--include=$packages" "$suite" "$root" >"$work/log" 2>&1; then
  tail -n 20 "$work/log" >&2
  exit 1
fi
ln -sf python3 "$root/usr/bin/python"
rm -f "$root"/usr/lib/python3*/EXTERNALLY-MANAGED
rm -rf "$root"/var/cache/apt/archives/*.deb "$root"/var/lib/apt/lists/*

set --
for file in $requirements; do set -- "$@" -r "$file"; done
for platform in manylinux2014 manylinux_2_17 manylinux_2_28; do
  set -- "$@" --platform "${platform}_$(uname -m)"
done
mkdir "$root/opt/wheels"
# shellcheck disable=SC2086 # a list of requirements
.build/oracle/bin/python3 -m pip download --quiet --disable-pip-version-check --dest "$root/opt/wheels" \
  --only-binary=:all: --python-version 3.11 --implementation cp --platform any $pins "$@" >&2
printf '[global]\nno-index = true\nfind-links = /opt/wheels\n' >"$root/etc/pip.conf"

mkdir -p .build/e2e
rm -f .build/e2e/base-*.tar
tar -C "$root" --sort=name --numeric-owner --exclude='./proc/*' --exclude='./sys/*' --exclude='./dev/*' \
  -cf "$tar.part" .
mv "$tar.part" "$tar"
printf '%s\n' "$tar"
