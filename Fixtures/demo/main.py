"""The demo: a function that needs three variables and leaves a file behind."""

import os
from pathlib import Path

import humanize

VARIABLES = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_DEFAULT_REGION")


def write_txt_file():
    """Writes test_file.txt: one line per variable that says whether it is set, never its value."""
    lines = []
    for name in VARIABLES:
        value = os.environ.get(name)
        state = f"set, {len(value)} characters" if value else "not set"
        lines.append(f"{name}: {state}")
        print(lines[-1])
    path = Path("test_file.txt")
    path.write_text("\n".join(lines) + "\n")
    print(f"wrote {path} ({humanize.naturalsize(path.stat().st_size)})")
