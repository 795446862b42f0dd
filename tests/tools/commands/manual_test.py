#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds the manual page against the program: every option of --help with its value, every variable of the environment that
the program reads, examples that --help has too, and no warning of groff.

Usage: manual_test.py QUOTH. Exit status 77 where groff is missing.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys

QUOTH = os.path.realpath(sys.argv[1])
ROOT = pathlib.Path(__file__).resolve().parents[3]
FAULTS = []
# Of the user's shell and terminal, not of quoth; or set for tests alone.
NOT_OF_QUOTH = {"HOME"}


def output(*command, **more):
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=True, **more).stdout


def help_pages(*path):
    page = output(QUOTH, "help", *path)
    yield path, page
    for name in re.findall(r"^  ([a-z]+) ", page.split("Subcommands:\n")[-1] if "Subcommands:" in page else "", re.MULTILINE):
        yield from help_pages(*path, name)


def section(text, heading):
    return re.split(r"^(?=[A-Z])", text.split(f"\n{heading}\n")[1], maxsplit=1, flags=re.MULTILINE)[0]


def main():
    if not shutil.which("groff"):
        print("skipped: there is no groff")
        sys.exit(77)
    page = output(QUOTH, "manual")
    done = subprocess.run(["groff", "-k", "-man", "-Tutf8", "-ww", "-P-c", "-rLL=200n"], input=page, capture_output=True, text=True,
                          check=True)
    if done.stderr:
        FAULTS.append("groff: " + done.stderr)
    text = re.sub(r".\x08", "", done.stdout)
    for path, shown in help_pages():
        command = re.split(r"\n   (?=\S)", text.split("\n   " + " ".join(path) + "\n")[1])[0] if path else None
        for short, name, value in re.findall(r"^  (-\w,)?--([a-z-]+)( [A-Z/=]+)?(?![A-Za-z])", shown, re.MULTILINE):
            option = (f"-{short[1]}, " if short else "") + "--" + name + value
            if path and option not in command:
                FAULTS.append(f"{path}: the manual lacks {option}")
        for example in re.findall(r"^Example: (quoth .*)", shown, re.MULTILINE):
            if path and example not in section(text, "EXAMPLES"):
                FAULTS.append(f"{path}: the manual lacks the example {example}")
    meanings = section(text, "VERDICTS") + section(text, "CLASSES OF EDITS")
    for name in output(QUOTH, "complete", "--", "explain", "").splitlines():
        if not re.search(rf"^ +{name}(?: .*)?$", meanings, re.MULTILINE):
            FAULTS.append(f"the manual lacks {name}")
    variables = set()
    for folder in ("tools", "text", "db", "match", "grammar"):
        for file in (ROOT / folder).rglob("*.cpp"):
            variables |= set(re.findall(r'getenv\("(\w+)"\)', file.read_text(encoding="utf-8")))
            variables |= set(re.findall(r'\.environment\("(\w+)"\)', file.read_text(encoding="utf-8")))
    for variable in variables - NOT_OF_QUOTH:
        if not re.search(rf"^ +.*\b{variable}\b", section(text, "ENVIRONMENT"), re.MULTILINE):
            FAULTS.append(f"the manual lacks the variable {variable}")
    print("\n".join(FAULTS))
    sys.exit(1 if FAULTS else 0)


main()
