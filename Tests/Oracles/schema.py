"""Judges documents by the JSON Schema of alto.yml, with readers that know nothing of altoc.

Reads from stdin {"schema": FILE, "documents": [TEXT, ...]} and writes {"metaschema": [...], "documents": [...]}: what
the metaschema says against the schema, and for each document
  {"unreadable": REASON}                       it is no plain YAML, or has no one meaning as JSON
  {"python": [MESSAGE, ...], "draft7": [...], "ecma": [...]}
                                               what is wrong with it: jsonschema by draft 2020-12 and by draft 7, as
                                               many editors still do, with Python's patterns; and check-jsonschema,
                                               with ECMAScript's
A text is an alto.yml before or behind its template. Values are read as PyYAML's SafeLoader does. What JSON lacks
becomes text: keys as they are written, dates and bytes. {{ ... }} outside of quotes is no YAML; only the form that
altoc prints for env() and matrix is read there, as the text it stands for.
"""

import json
import os
import re
import subprocess
import sys
import tempfile

import yaml
from jsonschema import Draft7Validator, Draft202012Validator

HOLE = re.compile(r"\{\{ (?:env\('(?:[^'\\]|\\.)*'\)|matrix\.\w+) \}\}")

# What JSON lacks.
TEXTS = {"tag:yaml.org,2002:timestamp", "tag:yaml.org,2002:binary"}


class Unreadable(Exception):
    pass


class Reader(yaml.SafeLoader):
    """One document as JSON has it."""

    def __init__(self, text):
        # A word that YAML reads as a part of any scalar stands for each hole.
        self.holes = []
        super().__init__(HOLE.sub(self.token, text))

    def token(self, match):
        self.holes.append(match.group())
        return f"hole{len(self.holes) - 1}eloh"

    def filled(self, text):
        return re.sub(r"hole(\d+)eloh", lambda match: self.holes[int(match.group(1))], text)

    def document(self):
        node = self.get_single_node()
        return None if node is None else self.plain(node)

    def plain(self, node):
        if isinstance(node, yaml.MappingNode):
            written = [self.key_name(key) for key, _ in node.value if key.tag != "tag:yaml.org,2002:merge"]
            repeated = {name for name in written if written.count(name) > 1}
            if repeated:
                raise Unreadable(f"{min(repeated)} stands twice")
            self.flatten_mapping(node)
            return {self.key_name(key): self.plain(value) for key, value in node.value}
        if isinstance(node, yaml.SequenceNode):
            return [self.plain(item) for item in node.value]
        if node.tag in TEXTS:
            return self.filled(node.value)
        value = self.construct_object(node)
        return self.filled(value) if isinstance(value, str) else value

    def key_name(self, key):
        if not isinstance(key, yaml.ScalarNode):
            raise Unreadable("a key is no scalar")
        return self.filled(key.value)


def read(text):
    try:
        value = Reader(text).document()
        # Infinity and the like are no JSON, and stand only where anything may.
        return {"value": json.loads(json.dumps(value), parse_constant=str)}
    except (yaml.YAMLError, Unreadable, ValueError) as error:
        return {"unreadable": " ".join(str(error).split())}


def errors(validator, value):
    return [error.json_path + ": " + error.message for error in validator.iter_errors(value)]


def check_jsonschema(*arguments):
    """The errors by file name."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--output-format", "json", "--verbose", *arguments],
        capture_output=True, text=True)
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stdout + done.stderr)
    report = json.loads(done.stdout)
    if report.get("parse_errors"):
        raise RuntimeError(report["parse_errors"])
    found = {}
    for error in report.get("errors", []):
        found.setdefault(error["filename"], []).append(error["path"] + ": " + error["message"])
    return found


def main():
    request = json.load(sys.stdin)
    with open(request["schema"], encoding="utf-8") as file:
        schema = json.load(file)
    answers = [read(text) for text in request["documents"]]
    with tempfile.TemporaryDirectory() as folder:
        names = {}
        for index, answer in enumerate(answers):
            if "value" in answer:
                names[index] = os.path.join(folder, f"{index}.json")
                with open(names[index], "w", encoding="utf-8") as file:
                    json.dump(answer["value"], file)
        found = check_jsonschema("--schemafile", request["schema"], *names.values()) if names else {}
    newest, oldest = Draft202012Validator(schema), Draft7Validator(schema)
    for index, name in names.items():
        value = answers[index]["value"]
        answers[index] = {
            "python": errors(newest, value), "draft7": errors(oldest, value), "ecma": found.get(name, []),
        }
    metaschema = check_jsonschema("--check-metaschema", request["schema"])
    json.dump({"metaschema": sum(metaschema.values(), []), "documents": answers}, sys.stdout)


if __name__ == "__main__":
    main()
