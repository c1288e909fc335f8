#!/bin/sh
# Makes .build/oracle: a Python environment with the libraries that the tests compare altoc with: Jinja2, PyYAML,
# dockerfile-parse and check-jsonschema, pinned with what they are made of. Made once; made anew when the list changes.
set -eu
cd "$(dirname "$0")/.."

pins='jinja2==3.1.6 MarkupSafe==3.0.3 PyYAML==6.0.3 dockerfile-parse==2.0.1 six==1.17.0'
# The readers of JSON Schema: jsonschema comes with check-jsonschema, regress reads patterns as ECMAScript does.
pins="$pins check-jsonschema==0.39.0 jsonschema==4.26.0 jsonschema-specifications==2025.9.1 referencing==0.37.0"
pins="$pins rpds-py==2026.9.1 attrs==26.1.0 typing_extensions==4.16.0 regress==2026.9.1 ruamel.yaml==0.19.1"
pins="$pins click==8.5.1 requests==2.34.2 certifi==2026.10.18 charset-normalizer==3.5.2 idna==3.20 urllib3==2.8.0"
folder=.build/oracle
# Alto itself, without what it depends on: the test has stand-ins for what reaches for an engine or a cloud.
alto='alto-dev==0.0.8'
if [ "$(cat "$folder/pins" 2>/dev/null)" = "$pins $alto" ] && "$folder/bin/python3" -c 'import jinja2, yaml, dockerfile_parse, check_jsonschema' 2>/dev/null; then
  exit 0
fi

Scripts/install-packages.sh python3 python3-venv ca-certificates
echo "Making $folder, a Python environment with $pins and $alto"
rm -rf "$folder"
mkdir -p .build
# Debian's own Python: another one that comes first on PATH may lack the venv module.
/usr/bin/python3 -m venv "$folder"
# shellcheck disable=SC2086 # a list of requirements
"$folder/bin/python3" -m pip install --quiet --disable-pip-version-check $pins
"$folder/bin/python3" -m pip install --quiet --disable-pip-version-check --no-deps --no-compile --target "$folder/alto" "$alto"
printf '%s\n' "$pins $alto" >"$folder/pins"
