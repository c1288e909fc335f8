"""Prints what the container gave it, as JSON."""

import json
import os
import sys
from pathlib import Path

names = ("PLAIN", "QUOTES", "NUMBER", "EMPTY", "LINES", "SECRET", "PYTHONUNBUFFERED")
print(
    json.dumps(
        {
            "arguments": sys.argv[1:],
            "environment": {name: os.environ.get(name) for name in names},
            "folder": Path.cwd().name,
            "note": Path("/opt/tools/note.txt").read_text(),
        }
    )
)
