#!/bin/sh
# Measures whole processes: altoc on the demo, beside the floor, a static Swift program that prints one line.
# One run measures them together: compare the ratios, not the times of different machines or days.
set -eu
cd "$(dirname "$0")/.."

Scripts/install-packages.sh hyperfine
altoc=$(Scripts/release.sh)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM

swiftc -O -static-stdlib Benchmarks/hello.swift -o "$work/hello"
strip "$work/hello"
cp -R Fixtures/demo "$work/demo"
"$altoc" "$work/demo/alto.yml" -o "$work/same" 2>/dev/null

# Its warnings about a busy machine are left out: the minimum beside each median says the same.
measure() {
  hyperfine -N --style none "$@" 2>"$work/log" || { cat "$work/log" >&2; exit 1; }
}
# hyperfine -N runs programs without a shell, so what needs several steps is prepared before each run.
measure --warmup 10 --runs 200 --export-json "$work/result.json" \
  --command-name 'hello, world' "$work/hello" \
  --command-name 'altoc --version' "$altoc --version" \
  --command-name 'altoc check' "$altoc check $work/demo/alto.yml" \
  --command-name 'altoc compile, unchanged' "$altoc $work/demo/alto.yml -o $work/same"
measure --warmup 10 --runs 100 --export-json "$work/new.json" \
  --prepare "rm -rf $work/new" \
  --command-name 'altoc compile, new folder' "$altoc $work/demo/alto.yml -o $work/new"

/usr/bin/python3 Benchmarks/table.py "$work/result.json" "$work/new.json"
