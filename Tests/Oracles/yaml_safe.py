"""Loads YAML documents with PyYAML and prints what they hold.

Reads a JSON list of texts from standard input. Writes a JSON list with one object per text: "safe" is what SafeLoader
makes of it, "libyaml" what CSafeLoader does (null where PyYAML was built without libyaml). A value is written in a form
that keeps its type; an exception is written as "error: " and its class.
"""

import datetime
import json
import struct
import sys

import yaml


def shown(value):
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int):
        return f"int {value}"
    if isinstance(value, float):
        return "float nan" if value != value else "float " + struct.pack(">d", value).hex()
    if isinstance(value, str):
        return "str " + json.dumps(value, ensure_ascii=True)
    if isinstance(value, bytes):
        return "bytes " + value.hex()
    if isinstance(value, datetime.datetime):
        return "time " + moment(value)
    if isinstance(value, datetime.date):
        return "date " + day(value)
    if isinstance(value, dict):
        return "{" + ", ".join(f"{shown(k)}: {shown(v)}" for k, v in value.items()) + "}"
    if isinstance(value, set):
        return "set {" + ", ".join(sorted(shown(item) for item in value)) + "}"
    if isinstance(value, tuple):
        return "(" + ", ".join(shown(item) for item in value) + ")"
    if isinstance(value, list):
        return "[" + ", ".join(shown(item) for item in value) + "]"
    raise TypeError(type(value))


def day(value):
    return f"{value.year}-{value.month}-{value.day}"


def moment(value):
    text = f"{day(value)} {value.hour}:{value.minute}:{value.second}.{value.microsecond}"
    offset = value.utcoffset()
    return text if offset is None else f"{text} {int(offset.total_seconds()) // 60}"


def loaded(text, loader):
    try:
        return shown(yaml.load(text, Loader=loader))
    except Exception as error:
        return "error: " + type(error).__name__


def main():
    fast = getattr(yaml, "CSafeLoader", None)
    documents = json.load(sys.stdin)
    answers = [
        {"safe": loaded(text, yaml.SafeLoader), "libyaml": loaded(text, fast) if fast else None}
        for text in documents
    ]
    json.dump(answers, sys.stdout)


if __name__ == "__main__":
    main()
