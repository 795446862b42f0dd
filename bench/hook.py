#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What the commit hook adds to a commit of one article, beside what pre-commit itself takes.

    bench/hook.py QUOTH STORE ARTICLE.md [--commits N]

Commits the article in turn without a hook, with a pre-commit hook that runs `true`, with one that runs quoth, and with
quoth's own hook, and prints the median of each and what it adds. Needs git and pre-commit.
"""
import argparse
import os
import pathlib
import statistics
import subprocess
import tempfile
import time

CONFIG = """repos:
  - repo: local
    hooks:
      - id: measured
        name: measured
        entry: {entry}
        language: system
        types_or: [markdown, plain-text, html]
        require_serial: true
"""


class Repository:
    def __init__(self, folder, entry, own_hook, options):
        self.folder = folder
        self.environment = os.environ | {
            "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org",
            "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org",
            "PATH": f"{pathlib.Path(options.quoth).resolve().parent}:{os.environ['PATH']}"}
        folder.mkdir()
        self.run("git", "init", "-q", ".")
        # The store may lie anywhere, but a quoth.toml names only what is in its own folder.
        self.environment["QUOTH_STORE"] = str(pathlib.Path(options.store).resolve())
        if entry:
            (folder / ".pre-commit-config.yaml").write_text(CONFIG.format(entry=entry))
            self.run("git", "add", ".pre-commit-config.yaml")
            self.run("git", "commit", "-q", "-m", "configuration")
            self.run("pre-commit", "install")
        if own_hook:
            self.run("quoth", "hook", "install", "--store", self.environment["QUOTH_STORE"])
        self.text = pathlib.Path(options.article).read_text(encoding="utf-8")

    def run(self, *command):
        subprocess.run(command, cwd=self.folder, env=self.environment, check=True, stdout=subprocess.DEVNULL,
                       stderr=subprocess.PIPE)

    def commit(self, number):
        """Seconds of `git commit`."""
        (self.folder / "article.md").write_text(f"{self.text}\nEdition {number}.\n", encoding="utf-8")
        self.run("git", "add", "article.md")
        begin = time.monotonic()
        self.run("git", "commit", "-q", "-m", f"edition {number}")
        return time.monotonic() - begin


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("quoth")
    parser.add_argument("store")
    parser.add_argument("article", help="one whose quotations stand, so that the commit goes through")
    parser.add_argument("--commits", type=int, default=20)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        kinds = {"no hook": Repository(folder / "none", None, False, options),
                 "pre-commit, true": Repository(folder / "true", "'true'", False, options),
                 "pre-commit, quoth": Repository(folder / "quoth", "quoth check --exit-zero --quiet", False, options),
                 "quoth hook": Repository(folder / "own", None, True, options)}
        seconds = {kind: [] for kind in kinds}
        for number in range(options.commits):
            for kind, repository in kinds.items():
                seconds[kind].append(repository.commit(number))
    median = {kind: statistics.median(all_of) * 1000 for kind, all_of in seconds.items()}
    for kind, milliseconds in median.items():
        print(f"{kind:20}{milliseconds:8.1f} ms")
    print(f"pre-commit itself adds {median['pre-commit, true'] - median['no hook']:.1f} ms, quoth to it "
          f"{median['pre-commit, quoth'] - median['pre-commit, true']:.1f} ms; quoth's own hook adds "
          f"{median['quoth hook'] - median['no hook']:.1f} ms")


if __name__ == "__main__":
    main()
