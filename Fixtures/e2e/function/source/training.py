"""Prints the arguments that it was called with, one line each, so that types can be told apart."""

import humanize


def run(**arguments):
    assert humanize.intcomma(1000) == "1,000"
    for name in sorted(arguments):
        value = arguments[name]
        shown = sorted(value) if isinstance(value, set) else value
        print(f"{name}: {type(value).__name__} {shown!a}")
