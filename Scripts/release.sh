#!/bin/sh
# Builds the release binary where it is not up to date, and prints the path of a stripped copy.
# Its Swift libraries are linked in, so that it runs where no Swift is installed; libyaml is not.
set -eu
cd "$(dirname "$0")/.."

Scripts/install-packages.sh libyaml-dev pkg-config binutils >&2
echo 'Building the release binary' >&2
swift build -c release --static-swift-stdlib --product altoc --quiet >&2
built=.build/release/altoc
stripped=.build/altoc
if [ ! -f "$stripped" ] || [ -n "$(find -L "$built" -newer "$stripped")" ]; then
  strip -o "$stripped.part" "$built"
  mv "$stripped.part" "$stripped"
fi
printf '%s\n' "$PWD/$stripped"
