#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks articles in checkouts made to do harm, and proves that nothing was changed and nothing outside was read.

Usage: hostile_checkout_test.py QUOTH. Every kind of checkout is made anew in a folder that also holds files of the
user's; `check`, `check --staged`, `check --changed-only`, `extract`, `search`, `config` and `audit` run in it under
strace. Afterwards every file, inside and outside, must be what it was, to the byte, no file outside the checkout may have
been opened but those of the system, and no program may have run but quoth and git. Exit status 77 where strace or git is
missing.
"""
import concurrent.futures
import hashlib
import os
import re
import shutil
import sqlite3
import struct
import subprocess
import sys
import tempfile

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


def sql(store, *statements):
    with sqlite3.connect(store) as database:
        for statement in statements:
            database.execute(statement)
    database.close()


def journal(store, victim=None, page=8192):
    """A rollback journal that SQLite plays back; one that names a victim makes it delete that file."""
    magic = bytes.fromhex("d9d505f920a163d7")
    head = magic + struct.pack(">IIIII", 0, 0, os.path.getsize(store) // page, 512, page)
    head = head.ljust(512, b"\0")
    if victim is None:
        return head
    name = victim.encode()
    return head + struct.pack(">I", 0x40000000 // page + 1) + name + struct.pack(">II", len(name), sum(name)) + magic


class Checkout:
    """A clean checkout with a store, an article and a quoth.toml, beside files of the user's."""

    def __init__(self, folder):
        self.folder = folder
        self.top = os.path.join(folder, "home", "checkout")
        self.outside = os.path.join(folder, "home", "private")
        self.victim = os.path.join(self.outside, "letters.md")
        self.results = os.path.join(folder, "results")  # of audits, which are to be written
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


def super_journal(checkout):
    write(checkout.path("quotes.db-journal"), journal(checkout.store, "../private/letters.md"))


def super_journal_absolute(checkout):
    write(checkout.path("quotes.db-journal"), journal(checkout.store, checkout.victim))


def hot_journal(checkout):
    write(checkout.path("quotes.db-journal"), journal(checkout.store))


def journal_as_link(checkout):
    checkout.link("quotes.db-journal", checkout.victim)


def write_ahead_log(checkout):
    write(checkout.path("quotes.db-wal"), b"\x37\x7f\x06\x82" + bytes(28))


def store_in_wal_mode(checkout):
    sql(checkout.store, "PRAGMA journal_mode = WAL")
    for suffix in ("-wal", "-shm"):
        if os.path.exists(checkout.store + suffix):
            os.remove(checkout.store + suffix)


def store_as_link(checkout):
    checkout.link("quotes.db", checkout.outside + "/private.db")


def folder_of_store_as_link(checkout):
    checkout.link("stores", checkout.outside)
    checkout.config('store = "stores/private.db"\n')


def store_above(checkout):
    checkout.config('store = "../private/private.db"\n')


def store_absolute(checkout):
    checkout.config(f'store = "{checkout.outside}/private.db"\n')


def policy_as_link(checkout):
    checkout.link("house.policy", checkout.outside + "/other.policy")
    checkout.config('store = "quotes.db"\npolicy = "house.policy"\n')


def policy_above(checkout):
    checkout.config('store = "quotes.db"\npolicy = "../private/other.policy"\n')


def config_as_link(checkout):
    write(os.path.join(checkout.outside, "quoth.toml"), 'store = "private.db"\n')
    checkout.link("quoth.toml", checkout.outside + "/quoth.toml")


def config_above(checkout):
    write(os.path.join(checkout.folder, "home", "quoth.toml"), 'store = "private/private.db"\n')
    os.remove(checkout.path("quoth.toml"))


def config_of_another_user(checkout):
    if os.geteuid() == 0:
        os.chown(checkout.path("quoth.toml"), 1234, 1234)


def article_as_link(checkout):
    checkout.link("article.md", checkout.victim)


def folder_of_article_as_link(checkout):
    checkout.link("articles", checkout.outside)


def hooks(checkout):
    checkout.program("hooks/pre-commit")
    checkout.late.append(("config", "core.hooksPath", "hooks"))


def file_monitor(checkout):
    checkout.late.append(("config", "core.fsmonitor", checkout.program("monitor")))


def filters(checkout):
    """Programs that git runs on files: as they go into the index, and as they come out of it."""
    write(checkout.path(".gitattributes"), "*.md filter=evil diff=evil\n")
    program = checkout.program("filter")
    for key in ("filter.evil.clean", "filter.evil.smudge", "filter.evil.process", "diff.evil.textconv",
                "diff.evil.command", "diff.external", "core.pager", "core.editor", "core.sshCommand"):
        checkout.late.append(("config", key, program))
    checkout.late.append(("config", "filter.evil.required", "true"))


def submodule_with_a_filter(checkout):
    """A program that git runs in a submodule as it looks whether that was changed."""
    identity = ["-c", "user.name=x", "-c", "user.email=x"]
    write(checkout.path("sub/f.txt"), "It rained.\n")
    write(checkout.path("sub/.gitattributes"), "f.txt filter=evil\n")
    checkout.git("init", "-q", "sub")
    checkout.git("-C", "sub", "add", "-A")
    checkout.git("-C", "sub", *identity, "commit", "-qm", "x")
    checkout.git("add", "-A")
    checkout.git(*identity, "commit", "-qm", "with a submodule")
    checkout.late.append(("-C", "sub", "config", "filter.evil.clean", checkout.program("filter")))
    checkout.late.append(lambda: os.utime(checkout.path("sub/f.txt"), (1e9, 1e9)))


def hook_of_the_index(checkout):
    os.makedirs(checkout.path(".git/hooks"), exist_ok=True)
    shutil.move(checkout.program("hook"), checkout.path(".git/hooks/post-index-change.late"))
    checkout.late.append(("config", "alias.x", "x"))


def files_of_another_time(checkout):
    """Files as they are in the index, but of another time: git would write that down, and run a hook for it."""
    os.makedirs(checkout.path(".git/hooks"), exist_ok=True)
    shutil.move(checkout.program("hook"), checkout.path(".git/hooks/post-index-change.late"))
    checkout.late.append(lambda: os.utime(checkout.path("quotes.db"), (1e9, 1e9)))


def work_tree_elsewhere(checkout):
    checkout.late.append(("config", "core.worktree", checkout.outside))


def settings_elsewhere(checkout):
    checkout.late.append(("config", "include.path", checkout.outside + "/../t.txt"))


def promised_objects(checkout):
    """Objects that are not there, and a program that is said to fetch them."""
    program = checkout.program("fetch")
    for key, value in (("core.repositoryFormatVersion", "1"), ("extensions.partialClone", "evil"),
                       ("remote.evil.url", checkout.outside), ("remote.evil.promisor", "true"),
                       ("remote.evil.uploadpack", program), ("protocol.allow", "always"),
                       ("protocol.file.allow", "always")):
        checkout.late.append(("config", key, value))
    checkout.late.append("remove the blob")


def excludes_elsewhere(checkout):
    checkout.late.append(("config", "core.excludesFile", checkout.victim))


def folder_that_became_a_link(checkout):
    write(checkout.path("letters/letters.md"), ARTICLE)
    checkout.late.append(("add", "-A"))
    checkout.late.append(lambda: (shutil.rmtree(checkout.path("letters")), checkout.link("letters", checkout.outside)))


def links_and_pipes(checkout):
    checkout.link("one.md", checkout.victim)
    checkout.link("private", checkout.outside)
    checkout.link("above", "..")
    os.mkfifo(checkout.path("pipe.md"))


def checkout_inside(checkout):
    run(["git", "init", "-q", "inside"], checkout.top)
    write(checkout.path("inside/a.md"), ARTICLE)
    program = checkout.program("monitor")
    checkout.late.append(("-C", "inside", "config", "core.fsmonitor", program))
    checkout.late.append(("-C", "inside", "config", "core.excludesFile", checkout.victim))


def link_among_staged(checkout):
    checkout.link("leak.md", checkout.victim)
    checkout.link("leak2.md", "../private/letters.md")


def policy_of_a_device(checkout):
    checkout.link("house.policy", "/dev/zero")
    checkout.config('store = "quotes.db"\npolicy = "house.policy"\n')


def deep_configuration(checkout):
    checkout.config("[" + "a." * 30000 + "a]\nx = 1\n")


def trigger(checkout):
    sql(checkout.store, "CREATE TRIGGER t AFTER INSERT ON source BEGIN DELETE FROM source; END")


def view(checkout):
    sql(checkout.store, "ALTER TABLE segment RENAME TO kept",
        "CREATE VIEW segment AS SELECT number, first_chunk, last_chunk, words, dead_words FROM kept "
        "WHERE load_extension('/tmp/x.so') IS NULL")


def foreign_schema(checkout):
    os.remove(checkout.store)
    sql(checkout.store, "PRAGMA application_id = 1903521652", "PRAGMA user_version = 7", "CREATE TABLE t (x)")


def not_utf8(checkout):
    sql(checkout.store, "UPDATE passage SET text = CAST(x'ff' AS TEXT) || text")


def extents(checkout):
    sql(checkout.store, "UPDATE source SET first_chunk = 9223372036854775807, chunks = 1")


def speakers_and_patterns(checkout):
    checkout.config('store = "quotes.db"\ninclude = ["../private/*", "/*", "*.md"]\n[speakers]\n"the mayor" = "../x"\n')


def baseline_as_link(checkout):
    checkout.link("baseline.txt", checkout.victim)
    checkout.link("report.html", checkout.victim)


KINDS = [super_journal, super_journal_absolute, hot_journal, journal_as_link, write_ahead_log, store_in_wal_mode,
         store_as_link, folder_of_store_as_link, store_above, store_absolute, policy_as_link, policy_above,
         config_as_link, config_above, config_of_another_user, article_as_link, folder_of_article_as_link, hooks,
         file_monitor, filters, submodule_with_a_filter, hook_of_the_index, files_of_another_time, work_tree_elsewhere,
         settings_elsewhere,
         promised_objects, link_among_staged, excludes_elsewhere,
         folder_that_became_a_link, links_and_pipes, checkout_inside, policy_of_a_device, deep_configuration, trigger, view, foreign_schema, not_utf8, extents, speakers_and_patterns, baseline_as_link]


def run(command, cwd):
    return subprocess.run(command, cwd=cwd, env=ENV, capture_output=True, timeout=120, stdin=subprocess.DEVNULL)


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
    yield [QUOTH, "check", "--format", "sarif"] + articles
    yield [QUOTH, "check", "."]
    yield [QUOTH, "extract", "article.md"]
    yield [QUOTH, "extract", "."]
    yield [QUOTH, "extract", "--no-ignore", "."]
    yield [QUOTH, "search", "--store", "quotes.db", "the waiting room is in the budget"]
    yield [QUOTH, "config", "."]
    yield [QUOTH, "audit", "--quiet", "--out", checkout.results] + articles


# The store that the user names on the command line is the user's choice.
def may_leave(command, kind):
    return kind is store_as_link and command[1] == "search"


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
        before = digests(folder, checkout.results)
        for command in commands(checkout):
            with tempfile.NamedTemporaryFile(prefix="quoth-trace-") as trace:
                done = run(["strace", "-f", "-y", "-e", "trace=open,openat,openat2,execve", "-o", trace.name] + command,
                           checkout.top)
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
        after = digests(folder, checkout.results)
        for path in sorted(before.keys() | after.keys()):
            if before.get(path) != after.get(path) and path != checkout.results:
                faults.append(f"{kind.__name__}: {path}: {before.get(path)} is now {after.get(path)}")


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
