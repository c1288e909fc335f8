"""Says of each alto.yml below a folder whether Alto itself accepts it, as the judge of altoc's answers.

Usage: alto_classify.py PACKAGES FOLDER. PACKAGES is where `alto` is installed without what it depends on. Each file
is read from its own folder, with Alto's own parser and checks; the libraries that reach for an engine, a cloud or a
terminal are stand-ins, and so is every variable that a file reads and the environment lacks.

Writes a JSON object: path below FOLDER -> null where Alto accepts, else its exception as `Class: text`.
"""

import argparse
import importlib.abc
import importlib.machinery
import json
import os
import pathlib
import sys
import tempfile
import types
from unittest import mock

STAND_INS = {
    "boto3", "botocore", "bs4", "click", "coolname", "docker", "mypy_boto3_ec2", "requests", "rich", "rich_click",
    "shortuuid", "astor",
}


class StandIn(types.ModuleType):
    """A module in which every name exists: exceptions as exceptions, the rest as objects that accept anything."""

    __path__ = []

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        made = type(name, (Exception,), {}) if name.endswith(("Error", "Exception")) else mock.MagicMock(name=name)
        setattr(self, name, made)
        return made


class Finder(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in STAND_INS:
            return importlib.machinery.ModuleSpec(name, self, is_package=True)
        return None

    def create_module(self, spec):
        return StandIn(spec.name)

    def exec_module(self, module):
        pass


def judge(path):
    """None where Alto accepts the file, else what it raises."""
    from alto.tasks.base import BaseTask

    arguments = argparse.Namespace(
        file=str(path), wkdir=str(path.parent), log_level="critical", verbose=False, name=None)
    os.chdir(path.parent)
    try:
        BaseTask(arguments).check()
    except Exception as error:  # Whatever it is, a user would see it.
        return f"{type(error).__name__}: {error}"
    return None


def main():
    packages, folder = sys.argv[1], pathlib.Path(sys.argv[2]).resolve()
    sys.path.insert(0, packages)
    sys.meta_path.insert(0, Finder())
    with tempfile.TemporaryDirectory() as home:
        os.environ["__ALTO_INTERNAL_FOLDER__"] = home
        # Alto talks while it imports; the answer is all that goes to standard output.
        with open(os.devnull, "w") as nowhere:
            output, sys.stdout = sys.stdout, nowhere
            answers = {str(path.relative_to(folder)): judge(path) for path in sorted(folder.rglob("*.yml"))}
            sys.stdout = output
        os.chdir(folder)
    json.dump(answers, sys.stdout, indent=1)


main()
