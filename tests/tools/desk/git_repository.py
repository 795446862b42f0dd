# SPDX-License-Identifier: MIT
"""A git repository of its own for each case of a test, and what the cases say."""
import os
import shutil
import subprocess
import sys
import tempfile

QUOTH = os.path.realpath(sys.argv[1])
FAULTS = []


def expect(true, what):
    if not true:
        FAULTS.append(what)


class GitRepository:
    """An empty one, below a folder that the case may use for what is to lie outside."""

    def __init__(self, folder):
        self.folder = folder
        self.top = os.path.join(folder, "desk")
        self.env = {"PATH": os.path.dirname(QUOTH) + ":" + os.environ["PATH"], "HOME": folder, "NO_COLOR": "1",
                    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8",
                    "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
                    "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
        os.makedirs(self.top)
        self.run("git", "init", "-q", ".")

    def write(self, name, text):
        path = os.path.join(self.top, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def run(self, *command, **more):
        return subprocess.run(command, cwd=more.pop("cwd", self.top), env=self.env | more, text=True, capture_output=True,
                              timeout=300, stdin=subprocess.DEVNULL)


def run_all(cases, make):
    """Each with what `make` gives of a folder of its own; the exit status."""
    if not shutil.which("git"):
        print("skipped: git is not installed")
        return 77
    for case in cases:
        with tempfile.TemporaryDirectory(prefix="quoth-desk-") as folder:
            try:
                case(make(folder))
            except OSError as error:  # of a file that is not where it should be
                FAULTS.append(f"{case.__name__}: {error}")
    for fault in FAULTS:
        print(fault)
    return 1 if FAULTS else 0
