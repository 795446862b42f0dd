#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks articles in checkouts made to do harm, and proves that nothing was changed and nothing outside was read.

Usage: hostile_checkout_test.py QUOTH. Every kind of checkout is made anew in a folder that also holds files of the
user's; `check`, `check --staged`, `check --changed-only`, `diff`, `extract`, `search`, `config` and `audit` run in it under
strace. Afterwards every file, inside and outside, must be what it was, to the byte, no file outside the checkout may have
been opened but those of the system, and no program may have run but quoth and git. Exit status 77 where strace or git is
missing.
"""
import concurrent.futures
import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile

import hostile_articles
import hostile_repositories
import hostile_settings
import hostile_sources
import hostile_stores
from hostile_checkout import Checkout, ENV, QUOTH, run

KINDS = [kind for module in (hostile_sources, hostile_stores, hostile_settings, hostile_repositories, hostile_articles)
         for kind in module.KINDS]
WITH_A_CACHE = hostile_sources.WITH_A_CACHE + [hostile_settings.baseline_as_pipe]


def digests(folder, left_out):
    """What stands where: links as such, files by their bytes."""
    found = {}
    for at, folders, files in os.walk(folder):
        if at.startswith(left_out):
            continue
        for name in folders + files:
            path = os.path.join(at, name)
            if os.path.islink(path):
                found[path] = "link to " + os.readlink(path)
            elif os.path.isdir(path):
                found[path] = "folder"
            elif not os.path.isfile(path):
                found[path] = "pipe"
            else:
                with open(path, "rb") as file:
                    found[path] = hashlib.sha256(file.read()).hexdigest()
    return found


def opened(trace):
    """The files that were opened, and the programs that ran, each with what descriptors stand for."""
    with open(trace, encoding="utf-8", errors="replace") as file:
        for line in file:
            match = re.search(r'(?:openat|open)\((?:[^,"]*, )?"([^"]*)".* = (\d+)', line)
            if match:
                yield match.group(1), re.search(r"= \d+<([^>]*)>", line)


def executed(trace):
    with open(trace, encoding="utf-8", errors="replace") as file:
        return [match.group(1) for match in re.finditer(r'execve\("([^"]*)".* = 0$', file.read(), re.MULTILINE)]


def commands(checkout):
    articles = ["article.md"] + (["articles/letters.md"] if os.path.islink(checkout.path("articles")) else [])
    yield [QUOTH, "check"] + articles
    yield [QUOTH, "check", "--format", "json"] + articles
    yield [QUOTH, "check", "--staged"]
    yield [QUOTH, "check", "--staged", "--diff"]
    yield [QUOTH, "check", "--changed-only", "HEAD"]
    yield [QUOTH, "check", "--changed-only=--output=" + checkout.outside + "/made.txt"]
    yield [QUOTH, "check", "--staged", "--changed-lines"]
    yield [QUOTH, "check", "--changed-only", "HEAD", "--changed-lines"]
    yield [QUOTH, "check", "--format", "sarif"] + articles
    yield [QUOTH, "diff", "--staged"]
    yield [QUOTH, "diff", "--rev", "HEAD"]
    yield [QUOTH, "diff", "--rev", "HEAD..HEAD", "--", "article.md"]
    yield [QUOTH, "diff", "--rev=--output=" + checkout.outside + "/made.txt"]
    yield [QUOTH, "check", "."]
    yield [QUOTH, "extract", "article.md"]
    yield [QUOTH, "extract", "."]
    yield [QUOTH, "extract", "--no-ignore", "."]
    yield [QUOTH, "search", "--store", "quotes.db", "the waiting room is in the budget"]
    yield [QUOTH, "config", "."]
    yield [QUOTH, "audit", "--quiet", "--out", checkout.results] + articles


# What reads all that a checkout may hold. Where each process takes a sanitizer's time, one of each kind must do: whether
# files are changed or opened shows without one.
def commands_that_read(checkout):
    yield [QUOTH, "check", "--staged", "--diff"]
    yield [QUOTH, "diff", "--staged"]
    yield [QUOTH, "extract", "--no-ignore", "."]
    yield [QUOTH, "audit", "--quiet", "--out", checkout.results, "article.md"]


# The store that the user names on the command line is the user's choice.
def may_leave(command, kind):
    return kind is hostile_stores.store_as_link and command[1] == "search"


def finish(checkout):
    for step in checkout.late:
        if step == "remove the blob":
            blob = subprocess.run(["git", "rev-parse", ":article.md"], cwd=checkout.top, env=ENV, text=True,
                                  capture_output=True).stdout.strip()
            os.remove(checkout.path(f".git/objects/{blob[:2]}/{blob[2:]}"))
        elif callable(step):
            step()
        else:
            checkout.git(*step)
    late_hook = checkout.path(".git/hooks/post-index-change.late")
    if os.path.exists(late_hook):
        os.rename(late_hook, late_hook.removesuffix(".late"))


def try_kind(kind, faults):
    with tempfile.TemporaryDirectory(prefix="quoth-hostile-") as folder:
        checkout = Checkout(folder)
        kind(checkout)
        checkout.git("add", "-A")
        os.utime(checkout.path("article.md"))
        finish(checkout)
        left_out = (checkout.results, checkout.cache)
        before = digests(folder, left_out)
        for command in commands_that_read(checkout) if os.environ.get("QUOTH_SANITIZED") else commands(checkout):
            with tempfile.NamedTemporaryFile(prefix="quoth-trace-") as trace:
                done = run(["strace", "-f", "--seccomp-bpf", "-y", "-e", "trace=open,openat,openat2,execve", "-o", trace.name]
                           + command, checkout.top, XDG_CACHE_HOME=checkout.cache)
                what = f"{kind.__name__}: {' '.join(command[1:])}"
                if done.returncode not in (0, 1, 2):
                    faults.append(f"{what}: exit status {done.returncode}: {done.stderr.decode()[:200]}")
                if b"private letter" in done.stdout and not may_leave(command, kind):
                    faults.append(f"{what}: printed what a file outside says")
                for program in executed(trace.name):
                    if os.path.basename(program) not in ("quoth", "git"):
                        faults.append(f"{what}: ran {program}")
                for name, real in opened(trace.name):
                    path = real.group(1) if real else os.path.realpath(os.path.join(checkout.top, name))
                    if path.startswith(checkout.outside) and not may_leave(command, kind):
                        faults.append(f"{what}: opened {path}")
        after = digests(folder, left_out)
        for path in sorted(before.keys() | after.keys()):
            if before.get(path) != after.get(path) and path not in left_out:
                faults.append(f"{kind.__name__}: {path}: {before.get(path)} is now {after.get(path)}")
        cached = digests(checkout.cache, ("no folder",))
        if cached and kind not in WITH_A_CACHE:
            faults.append(f"{kind.__name__}: in the cache: {cached}")
        if sum(os.path.getsize(name) for name in cached if os.path.isfile(name)) > 10_000_000:
            faults.append(f"{kind.__name__}: fills the cache")


def main():
    if not shutil.which("strace") or not shutil.which("git"):
        print("skipped: strace or git is not installed")
        return 77
    faults = []
    with concurrent.futures.ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda kind: try_kind(kind, faults), KINDS))
    for fault in faults:
        print(fault)
    print(f"{len(KINDS)} kinds of hostile checkouts, {len(faults)} faults")
    return 1 if faults else 0


sys.exit(main())
