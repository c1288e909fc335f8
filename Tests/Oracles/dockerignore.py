"""Answers which paths a .dockerignore leaves out, by Docker's documented rules.

Reads one JSON value from standard input: a list of {"file": text, "paths": [path, ...]}. Writes one: for each of them
a list of booleans, or null where Docker refuses the file. Written from the documentation of Docker's pattern matcher
and of Go's filepath.Match, filepath.Clean and regexp; shares nothing with altoc.
"""

import json
import posixpath
import re
import sys
import warnings


def clean(path):
    """filepath.Clean: as normpath, but two leading slashes become one."""
    result = posixpath.normpath(path) if path else "."
    return result[1:] if result.startswith("//") else result


def read_patterns(text):
    """The reader of the file: a list of patterns with their '!'."""
    for number, line in enumerate(text.split("\n")):
        if line.endswith("\r"):
            line = line[:-1]
        if number == 0 and line.startswith("\ufeff"):
            line = line[1:]
        if line.startswith("#"):
            continue
        line = line.strip()
        if not line:
            continue
        bang = line.startswith("!")
        if bang:
            line = line[1:].strip()
        if line:
            line = clean(line)
            if len(line) > 1 and line.startswith("/"):
                line = line[1:]
        yield ("!" if bang else "") + line


class Refused(Exception):
    pass


# A class needs at least one item; neither end of a range is a bare '-' or ']'.
ITEM = r"(?:\\.|[^\\\-\]])"
GLOB = re.compile(r"(?:\\.|\[(?:\^|(?!\^))(?:%s(?:-%s)?)+\]|[^\\\[])*\Z" % (ITEM, ITEM), re.S)


def split_at_stars(pattern):
    """filepath.Match looks at the pieces between stars; a star in brackets does not separate."""
    pieces, piece, inside, index = [], "", False, 0
    while index < len(pattern):
        char = pattern[index]
        if char == "\\" and index + 1 < len(pattern):
            piece += char + pattern[index + 1]
            index += 2
            continue
        if char == "*" and not inside:
            pieces.append(piece)
            piece = ""
        else:
            inside = {"[": True, "]": False}.get(char, inside)
            piece += char
        index += 1
    return pieces + [piece]


class Pattern:
    def __init__(self, text):
        text = clean(text.strip())
        self.bang = text.startswith("!")
        if self.bang:
            text = text[1:]
            if not text:
                raise Refused
        if not all(GLOB.match(piece) for piece in split_at_stars(text)):
            raise Refused
        self.text = text
        self.translate()

    def translate(self):
        # Go's scanner drops a byte order mark in front.
        self.kind, expression, rest, first = "exact", "", self.text.removeprefix("\ufeff"), True
        while rest:
            char, rest = rest[0], rest[1:]
            if char == "*" and rest.startswith("*"):
                rest = rest[1:]
                if rest.startswith("/"):
                    rest = rest[1:]
                if rest:
                    expression, self.kind = expression + "(.*/)?", "regexp"
                elif self.kind == "exact":
                    self.kind = "prefix"
                else:
                    expression, self.kind = expression + ".*", "regexp"
                if first:
                    self.kind = "suffix"
            elif char == "*":
                expression, self.kind = expression + "[^/]*", "regexp"
            elif char == "?":
                expression, self.kind = expression + "[^/]", "regexp"
            elif char in ".+()|{}$":
                expression += "\\" + char
            elif char == "\\":
                expression, rest, self.kind = expression + "\\" + rest[:1], rest[1:], "regexp"
            elif char in "[]":
                expression, self.kind = expression + char, "regexp"
            else:
                expression += char
            first = False
        if self.kind == "regexp":
            try:
                self.regexp = re.compile("^" + expression + r"\Z", re.ASCII)
            except re.error:
                raise Refused

    def fits(self, path):
        if self.kind == "exact":
            return path == self.text
        if self.kind == "prefix":
            return path.startswith(self.text[:-2])
        if self.kind == "suffix":
            end = self.text[2:]
            return path.endswith(end) or (end.startswith("/") and path == end[1:])
        return self.regexp.match(path) is not None


def ignored(patterns, path):
    """The last pattern that fits wins; a pattern fits what lies below a folder that it fits.

    A pattern is only tried where it would change the decision, so whether it fitted a folder is known only then.
    """
    parts = path.split("/")
    above = [False] * len(patterns)
    for end in range(1, len(parts) + 1):
        prefix, result, here = "/".join(parts[:end]), False, []
        for pattern, fitted in zip(patterns, above):
            fit = fitted or (pattern.bang == result and pattern.fits(prefix))
            here.append(fit)
            if fit:
                result = not pattern.bang
        above = here
    return result


def answer(case):
    try:
        patterns = [Pattern(text) for text in read_patterns(case["file"]) if text.strip()]
        return [ignored(patterns, path) for path in case["paths"]]
    except Refused:
        return None


# Python warns of brackets in classes, which it may one day read in another way.
warnings.simplefilter("ignore")
json.dump([answer(case) for case in json.load(sys.stdin)], sys.stdout)
