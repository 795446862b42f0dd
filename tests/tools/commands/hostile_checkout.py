# SPDX-License-Identifier: MIT
"""A checkout in which kinds of harm are tried; hostile_checkout_test.py does."""
import os
import shutil
import subprocess
import sys

QUOTH = os.path.realpath(sys.argv[1])
TRANSCRIPT = """MS. BERG: The waiting room is in the budget for next year, and we will not raise the fare.
THE MAYOR: Thank you very much. Nobody in this hall has asked for a second boat.
"""
ARTICLE = """“The waiting room is in the budget for next year,” Karin Berg said.

“Nobody in this hall has asked for a second boat,” the mayor said.
"""
ENV = {"PATH": os.environ["PATH"], "HOME": "/nonexistent", "NO_COLOR": "1", "GIT_CONFIG_GLOBAL": "/dev/null",
       "GIT_CONFIG_NOSYSTEM": "1", "LC_ALL": "C.UTF-8"}


def write(path, content):
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as file:
        file.write(content.encode() if isinstance(content, str) else content)


class Checkout:
    """A clean checkout with a store, an article and a quoth.toml, beside files of the user's."""

    def __init__(self, folder):
        self.folder = folder
        self.top = os.path.join(folder, "home", "checkout")
        self.outside = os.path.join(folder, "home", "private")
        self.victim = os.path.join(self.outside, "letters.md")
        self.results = os.path.join(folder, "results")  # of audits, which are to be written
        self.cache = os.path.join(folder, "cache")  # the user's, for stores of sources
        write(self.victim, "“This is a private letter,” Karin Berg said.\n")
        write(os.path.join(self.outside, "other.policy"), "name other\n")
        write(os.path.join(folder, "home", "t.txt"), TRANSCRIPT)
        os.makedirs(self.top)
        self.store = self.path("quotes.db")
        run([QUOTH, "ingest", "--store", self.store, "--speaker", "MS. BERG=Karin Berg", "--id", "a",
             os.path.join(folder, "home", "t.txt")], self.top)
        shutil.copy(self.store, os.path.join(self.outside, "private.db"))
        write(self.path("article.md"), ARTICLE)
        write(self.path("quoth.toml"), 'store = "quotes.db"\n')
        run(["git", "init", "-q", "."], self.top)
        self.git("add", "-A")
        self.git("-c", "user.name=x", "-c", "user.email=x", "commit", "-qm", "x")
        write(self.path("article.md"), ARTICLE + "\nIt rained.\n")
        self.late = []  # what is done after git add, which would run it

    def git(self, *arguments):
        run(["git", *arguments], self.top)

    def program(self, name):
        """A program that would be seen if it ran: it deletes the victim."""
        write(self.path(name), f"#!/bin/sh\nrm -f {self.victim}\n")
        os.chmod(self.path(name), 0o755)
        return self.path(name)

    def path(self, name):
        return os.path.join(self.top, name)

    def config(self, text):
        write(self.path("quoth.toml"), text)

    def link(self, name, target):
        path = self.path(name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        if os.path.lexists(path):
            os.remove(path)
        os.symlink(target, path)

    def use_sources(self, patterns='"transcripts/**"', more=""):
        """Has the store built from the checkout's own files."""
        os.remove(self.store)
        write(self.path("transcripts/talk.txt"), TRANSCRIPT)
        self.config(f"sources = [{patterns}]\n{more}")


def run(command, cwd, **more):
    return subprocess.run(command, cwd=cwd, env=ENV | more, capture_output=True, timeout=120, stdin=subprocess.DEVNULL)
