#!/bin/sh
# Compiles Fixtures/demo/alto.yml to build/demo, shows what was written, and says what to do with it.
set -eu
cd "$(dirname "$0")/.."

altoc=$(Scripts/release.sh)
output=build/demo
agent=$output/my-new-ec2-agent
printf '\n$ altoc Fixtures/demo/alto.yml -o %s\n' "$output"
"$altoc" Fixtures/demo/alto.yml -o "$output"

printf '\nWhat it wrote, with the size of each file:\n\n'
(cd "$output" && find . -mindepth 1 \( -type d -printf '%P/\n' -o -printf '%P  %s\n' \) | LC_ALL=C sort)
printf '\n%s/Dockerfile:\n\n' "$agent"
cat "$agent/Dockerfile"

cat <<X

Next, on a machine with Docker (or podman):

  sh $agent/build.sh --dry-run     shows the commands and runs none
  sh $agent/build.sh               builds the image and prints its name
  docker run --rm -e AWS_ACCESS_KEY_ID -e AWS_SECRET_ACCESS_KEY -e AWS_DEFAULT_REGION IMAGE
                                   runs main.write_txt_file in it with your three variables

No Docker here? \`make e2e\` does all of it on an engine of its own.
X
