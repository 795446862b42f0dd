# SPDX-License-Identifier: MIT
"""A desk for tests: a repository with transcripts, an article and a quoth.toml that names the transcripts as sources."""
import os
import shutil
import subprocess
import sys
import tempfile
import time

QUOTH = os.path.realpath(sys.argv[1])
COUNCIL = """THE MAYOR: We will not raise the ferry fare this year. Nobody in this hall has asked for a second boat.

MS. BERG: The waiting room is in the budget for next year, and it will open in May.
"""
BRIEFING = "THE MAYOR: The lock at the old harbour stays closed until the divers have looked at its gates.\n"
RIGHT = "“We will not raise the ferry fare this year,” Mayor Ana Ruud said.\n"
WRONG = "“We will raise the ferry fare this year,” Mayor Ana Ruud said.\n"
LOCK = "“The lock at the old harbour stays closed until the divers have looked at its gates,” Ana Ruud said.\n"
CONFIG = 'sources = ["transcripts/**"]\n[speakers]\n"THE MAYOR" = "Ana Ruud"\n"MS. BERG" = "Karin Berg"\n'
FAULTS = []


def expect(true, what):
    if not true:
        FAULTS.append(what)


class Desk:
    """A repository with transcripts, an article and a quoth.toml, and a cache of the user's."""

    def __init__(self, folder):
        self.folder = folder
        self.top = os.path.join(folder, "desk")
        self.cache = os.path.join(folder, "cache")
        self.env = {"PATH": os.path.dirname(QUOTH) + ":" + os.environ["PATH"], "HOME": folder, "NO_COLOR": "1",
                    "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8",
                    "XDG_CACHE_HOME": self.cache, "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
                    "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org"}
        self.write("transcripts/council.txt", COUNCIL)
        self.write("quoth.toml", CONFIG)
        self.write("articles/ferry.md", RIGHT)
        self.run("git", "init", "-q", ".")

    def write(self, name, text):
        path = os.path.join(self.top, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)

    def age(self):
        """As if all files were written a minute ago. The times of inodes cannot be set back: they are waited for."""
        for at, _, files in os.walk(os.path.join(self.top, "transcripts")):
            for name in files:
                os.utime(os.path.join(at, name), (time.time() - 60, time.time() - 60))
        time.sleep(2.1)

    def run(self, *command, **more):
        return subprocess.run(command, cwd=more.pop("cwd", self.top), env=self.env | more, text=True, capture_output=True,
                              timeout=300, stdin=subprocess.DEVNULL)

    def check(self, *options, **more):
        return self.run(QUOTH, "check", *(options or ("articles/ferry.md",)), **more)

    def said(self, *options, **more):
        return self.check(*options, **more).stderr

    def cached(self):
        folder, = (os.path.join(self.cache, "quoth", name) for name in os.listdir(os.path.join(self.cache, "quoth")))
        return folder

    def stores(self):
        return {name for name in os.listdir(self.cached()) if name.startswith("store-")}


def run_all(cases):
    """Each with a desk of its own; the exit status."""
    if not shutil.which("git"):
        print("skipped: git is not installed")
        return 77
    for case in cases:
        with tempfile.TemporaryDirectory(prefix="quoth-sources-") as folder:
            try:
                case(Desk(folder))
            except OSError as error:  # of a file that is not where it should be
                FAULTS.append(f"{case.__name__}: {error}")
    for fault in FAULTS:
        print(fault)
    return 1 if FAULTS else 0
