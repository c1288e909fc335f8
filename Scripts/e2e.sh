#!/bin/sh
# The end-to-end tests on real engines: e2e.sh [fast|all]
#
# fast: the user stories, each entry point on Docker with BuildKit and on podman.
# all:  also Docker's legacy builder and buildah, and bases with a USER, with an ENTRYPOINT, without Python.
set -eu
lane=${1:-fast}
cd "$(dirname "$0")/.."

binary=$(Scripts/release.sh)
echo "Building the tests"
swift build --build-tests --quiet

# What root would otherwise make in .build is made here, so that it stays the user's own. The engine needs root, and
# the tests run beside it: their program itself, since root would have `swift test` fetch the packages anew.
Scripts/oracle.sh
mkdir -p .build/e2e
tests=$(swift build --show-bin-path)/altocPackageTests.xctest
as_root=''
[ "$(id -u)" -eq 0 ] || as_root="sudo -E PATH=$PATH"
# The test runner colours its output by TERM alone.
[ -t 1 ] || export TERM=dumb
# shellcheck disable=SC2086 # a command with its arguments, or nothing
exec $as_root Scripts/with-engine.sh env "ALTO_E2E=$lane" "ALTO_BINARY=$binary" \
  "$tests" --testing-library swift-testing --filter EndToEndTests
