"""Renders templates with the real Jinja, as the independent judge of stage 1.

Reads a JSON list of cases from standard input. A case has `template`, and may have `env` (a dict) and `file`.
Writes a JSON list: `{"text": ...}` where Jinja renders, `{"error": class, "message": ...}` where it does not.
"""

import json
import pathlib
import sys
import warnings

import jinja2


def render(case):
    variables = case.get("env", {})

    def env(var):
        if var not in variables:
            raise ValueError(f"environment variable `{var}` not found")
        return variables[var]

    environment = jinja2.Environment(undefined=jinja2.StrictUndefined)
    template = environment.from_string(case["template"])
    template.globals.update(
        {
            "env": env,
            "Path": pathlib.PurePosixPath if case.get("pure") else pathlib.Path,
            "__file__": case.get("file", "/work/project/alto.yml"),
            "__platform__": "linux",
            "__version__": "3.11.4",
        }
    )
    text = template.render()
    text.encode("utf-8")
    return {"text": text}


def judged(case):
    try:
        return render(case)
    except RecursionError:
        return {"error": "RecursionError", "message": ""}
    except Exception as error:
        return {"error": type(error).__name__, "message": str(error)[:200]}


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    sys.stdin.reconfigure(encoding="utf-8")
    json.dump([judged(case) for case in json.load(sys.stdin)], sys.stdout)
