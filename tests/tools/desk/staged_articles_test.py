#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks staged articles: what the index holds counts, however many there are and whatever they are called.

Usage: staged_articles_test.py QUOTH. Exit status 77 where git is missing.
"""
import json
import os
import signal
import subprocess
import sys
import time

from git_repository import GitRepository, QUOTH, expect, run_all

WRONG = "“We will close the waiting room,” Karin Berg said.\n"
RIGHT = "“We will open the waiting room in May,” Karin Berg said.\n"


class Repository(GitRepository):
    """With a store beside it."""

    def __init__(self, folder):
        super().__init__(folder)
        self.write("../t.txt", "BERG: We will open the waiting room in May, and we will not close the waiting room.\n")
        self.run(QUOTH, "ingest", "--store", "../s.db", "--speaker", "BERG=Karin Berg", "../t.txt")

    def check(self, *options, **more):
        return self.run(QUOTH, "check", "--staged", "--store", "../s.db", *options, **more)


def odd_names(repository):
    names = ["a b.md", "line\nend.md", "“quoted”.md", "-x.md", "--store.md", "sub/ü.md", ":(top).md", "a\tb.md"]
    for name in names:
        repository.write(name, WRONG)
    repository.run("git", "add", "-A")
    done = repository.check("--format", "jsonl")
    expect(done.returncode == 1, f"odd names: exit status {done.returncode}: {done.stderr}")
    expect(done.stdout.count('"verdict":"distorted","also"') == len(names), f"odd names: {done.stdout.count(chr(10))} articles")


def the_index_counts(repository):
    repository.write("a.md", WRONG)
    repository.write("deleted.md", WRONG)
    repository.run("git", "add", "-A")
    repository.write("a.md", RIGHT)
    os.remove(os.path.join(repository.top, "deleted.md"))
    done = repository.check()
    expect(done.returncode == 1 and "2 distorted" in done.stdout, f"the index counts: {done.stdout}{done.stderr}")
    patch = repository.check("--diff").stdout
    expect(patch.count("-“We will close") == 2, f"a patch of what is staged: {patch}")
    expect(repository.run(QUOTH, "check", "--store", "../s.db", "a.md").returncode == 0, "the work tree has the right one")


def ids_that_name_files(repository):
    """An article in a file of many gets no patch, whatever file its id names."""
    repository.write("a.jsonl", json.dumps({"id": "x.md", "text": WRONG}) + "\n")
    repository.write("quoth.toml", 'include = ["*.jsonl"]\n')
    repository.run("git", "add", "-A")
    repository.write("x.md", WRONG)
    for done in (repository.check("--diff"), repository.run(QUOTH, "check", "--store", "../s.db", "--diff", "a.jsonl")):
        expect(done.returncode == 1 and done.stdout == "" and "x.md:1:2: left as it is" in done.stderr,
               f"ids that name files: {done.returncode} {done.stdout}{done.stderr}")


def nothing_is_left(repository):
    """No temporary folder is needed, and Ctrl-C leaves none."""
    repository.write("a.md", WRONG * 200)
    repository.run("git", "add", "-A")
    expect(repository.check(TMPDIR="/nonexistent/folder").returncode == 1, "a folder for temporary files that is not there")
    folder = os.path.join(repository.top, "../tmp")
    os.makedirs(folder)
    for wait in (0.01, 0.03, 0.1):
        child = subprocess.Popen([QUOTH, "check", "--staged", "--store", "../s.db"], cwd=repository.top,
                                 env=repository.env | {"TMPDIR": folder}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        child.send_signal(signal.SIGINT)
        child.wait(60)
    expect(os.listdir(folder) == [], f"left behind: {os.listdir(folder)}")


def limits_and_pointers(repository):
    repository.write("a.md", WRONG * 100)
    repository.write("b.md", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
    repository.write("c.md", WRONG)
    repository.write("empty.md", "")
    repository.run("git", "add", "-A")
    done = repository.check("--limit", "bytes=1K")
    expect(done.returncode == 2, f"limits: exit status {done.returncode}")
    expect("a.md: is over 1024 bytes" in done.stderr, f"limits: {done.stderr}")
    expect("b.md: the index holds a pointer of Git LFS" in done.stderr, f"pointers: {done.stderr}")
    repository.run("git", "commit", "-q", "-m", "a pointer")
    repository.write("b.md", WRONG)
    repository.run("git", "add", "b.md")
    staged = repository.run(QUOTH, "diff", "--staged")
    expect("b.md: HEAD holds a pointer of Git LFS" in staged.stderr, f"pointers of HEAD: {staged.stderr}")
    repository.run("git", "commit", "-q", "-m", "the file")
    revised = repository.run(QUOTH, "diff", "--rev", "HEAD~..HEAD")
    expect("b.md: HEAD~..HEAD holds a pointer of Git LFS; name the file itself, without --staged or --rev" in revised.stderr,
           f"pointers of revisions: {revised.stderr}")
    expect("empty.md: is empty" in done.stderr, f"empty: {done.stderr}")
    expect("1 distorted" in done.stdout, f"the article after them: {done.stdout}")


def no_articles(repository):
    """Whoever asked for a report or a baseline finds one, and needs no store for it."""
    repository.write("README.rst", "About us.\n")
    repository.run("git", "add", "-A")
    repository.run("git", "commit", "-q", "-m", "x")
    for which in (["--staged"], ["--changed-only", "HEAD"]):
        for form, begin in {"text": "", "json": "[]", "gitlab": "[]", "csv": "file,line", "sarif": "{"}.items():
            done = repository.run(QUOTH, "check", *which, "--format", form, "--output", "report", "--write-baseline", "b")
            report = open(os.path.join(repository.top, "report"), encoding="utf-8").read()
            expect(done.returncode == 0 and report.startswith(begin) and bool(report) == bool(begin),
                   f"no articles, {form}: {done.returncode} {report}{done.stderr}")
    expect(os.path.exists(os.path.join(repository.top, "b")), "no articles: no baseline")
    repository.write("b", "what was accepted\n")
    repository.run(QUOTH, "check", "--staged", "--write-baseline", "b")
    kept = open(os.path.join(repository.top, "b"), encoding="utf-8").read()
    expect(kept == "what was accepted\n", f"no articles: the baseline is now {kept}")


def changed_lines(repository):
    """Only paragraphs that the change touches, of what is staged and of the work tree."""
    rest = "\n\nIt rained in the morning.\n\nIt snowed in the evening,\nand nobody went out.\n"
    repository.write("a.md", WRONG + rest)
    repository.write("wide.md", WRONG + rest)
    repository.write("quoth.toml", 'include = ["*"]\n')
    repository.write("b c.jsonl", "".join(json.dumps({"id": f"{i}", "text": WRONG}) + "\n" for i in range(3)))
    repository.run("git", "add", "-A")
    repository.run("git", "commit", "-q", "-m", "x")

    def found(change, count, *options):
        repository.write("a.md", change)
        repository.run("git", "add", "a.md")
        for which in (["--staged"], ["--changed-only", "HEAD"]):
            done = repository.run(QUOTH, "check", *which, "--store", "../s.db", "--changed-lines", "--format", "jsonl")
            expect(done.stdout.count('"verdict":"distorted","also"') == count and done.returncode == (count > 0) and
                   done.stderr == "", f"{change!r}, {which}: {done.returncode} {done.stdout}{done.stderr}")
    found(WRONG + rest + "\nA new end.\n", 0)
    found(WRONG + "\nA new paragraph.\n" + rest, 0)
    found(WRONG + rest.replace("snowed", "hailed"), 0)
    found(WRONG + rest.replace("snowed", "hailed") + "\n" + WRONG, 1)
    found(WRONG.rstrip() + " She smiled.\n" + rest, 1)
    found("A new line.\n" + WRONG + rest, 1)
    found(WRONG + rest.replace("\n\nIt rained in the morning.\n", ""), 0)
    expect(repository.check().stdout.count("DISTORTED") == 1, "without --changed-lines the whole article counts")
    repository.write("a.md", WRONG + rest)
    repository.write("b c.jsonl", "".join(json.dumps({"id": f"{i}", "text": WRONG}) + "\n" for i in (0, 1, 2, 3)))
    repository.write("new ü.md", WRONG + rest + "\n" + WRONG)
    repository.run("git", "add", "-A")
    done = repository.check("--changed-lines", "--format", "jsonl")
    ids = [json.loads(line)["id"] for line in done.stdout.splitlines()]
    expect(ids == ["3", "new ü.md"] and done.stdout.count('"verdict":"distorted","also"') == 3,
           f"lines of JSON, a new article: {done.stdout}{done.stderr}")
    done = repository.run(QUOTH, "check", "--changed-lines", "a.md")
    expect(done.returncode == 2 and "--changed-lines is for --staged or --changed-only" in done.stderr, done.stderr)
    repository.run(QUOTH, "hook", "install", "--store", "../s.db", "--changed-lines")
    repository.write("wide.md", WRONG + rest + "\nA new end.\n")
    repository.run("git", "rm", "-q", "-f", "b c.jsonl", "new ü.md")
    done = repository.run("git", "commit", "-qam", "x",
                          PATH=os.path.dirname(QUOTH) + ":" + os.environ["PATH"])
    expect(done.returncode == 0, f"the hook: {done.stdout}{done.stderr}")


def links(repository):
    repository.write("../letters.txt", "“This is a private letter,” Karin Berg said.\n")
    os.symlink("../letters.txt", os.path.join(repository.top, "leak.md"))
    repository.write("a.md", RIGHT)
    repository.run("git", "add", "-A")
    done = repository.check("--format", "json")
    expect("private" not in done.stdout and done.returncode == 0, f"links: {done.stdout}{done.stderr}")


def thousands(repository):
    for i in range(12000):
        repository.write(f"articles/of-a-long-year/{i:05}-a-name-of-some-length.md", "It rained.\n")
    repository.write("last.md", WRONG)
    repository.run("git", "add", "-A")
    done = repository.check("--quiet")
    expect(done.returncode == 1 and "1 distorted" in done.stdout, f"thousands: {done.stdout[-300:]}{done.stderr[-300:]}")


sys.exit(run_all([odd_names, the_index_counts, ids_that_name_files, nothing_is_left, limits_and_pointers, no_articles,
                  changed_lines, links, thousands], Repository))
