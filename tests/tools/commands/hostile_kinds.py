# SPDX-License-Identifier: MIT
"""Checkouts made to do harm; hostile_checkout_test.py tries them."""
import os
import shutil
import sqlite3
import struct
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


def attributes_elsewhere(checkout):
    checkout.late.append(("config", "core.attributesFile", checkout.victim))


def order_elsewhere(checkout):
    checkout.late.append(("config", "diff.orderFile", checkout.victim))


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


def use_sources(checkout, patterns='"transcripts/**"', more=""):
    """A checkout whose store is built from its own files."""
    os.remove(checkout.store)
    write(checkout.path("transcripts/talk.txt"), TRANSCRIPT)
    checkout.config(f"sources = [{patterns}]\n{more}")


def source_as_link(checkout):
    use_sources(checkout)
    checkout.link("transcripts/a.md", checkout.victim)
    checkout.link("transcripts/b.md", "../../private/letters.md")


def folder_of_sources_as_link(checkout):
    use_sources(checkout, '"more/**", "transcripts/**", "transcripts/deep/*.md"')
    checkout.link("more", checkout.outside)
    checkout.link("transcripts/deep", checkout.outside)


def source_named_through_a_link(checkout):
    use_sources(checkout, '"more/letters.md"')
    checkout.link("more", checkout.outside)


def sources_above(checkout):
    use_sources(checkout, '"../../**"')


def sources_absolute(checkout):
    use_sources(checkout, f'"{checkout.outside}/*", "transcripts/**"')


def sources_above_inside(checkout):
    use_sources(checkout, '"transcripts/../../private/*"')


def source_as_pipe(checkout):
    use_sources(checkout, '"transcripts/**", "transcripts/p.txt"')
    checkout.late.append(lambda: os.mkfifo(checkout.path("transcripts/p.txt")))


def baseline_as_pipe(checkout):
    use_sources(checkout, more='baseline = "accepted.txt"\n')
    checkout.late.append(lambda: os.mkfifo(checkout.path("accepted.txt")))


def baseline_outside(checkout):
    use_sources(checkout, more='baseline = "accepted.txt"\n')
    checkout.link("accepted.txt", checkout.victim)


def many_sources(checkout):
    def make():
        for i in range(10_050):
            with open(checkout.path(f"transcripts/{i}.txt"), "w", encoding="utf-8"):
                pass
    use_sources(checkout)
    checkout.late.append(make)


def huge_source(checkout):
    def make():
        with open(checkout.path("transcripts/huge.txt"), "wb") as file:
            file.truncate(300 << 20)
    use_sources(checkout)
    checkout.late.append(make)


def folders_without_end(checkout):
    use_sources(checkout)
    os.makedirs(checkout.path("transcripts/" + "d/" * 150))
    write(checkout.path("transcripts/" + "d/" * 150 + "x.txt"), TRANSCRIPT)


def cache_named(checkout):
    use_sources(checkout, more=f'cache = "{checkout.outside}"\n')


def store_in_the_cache(checkout):
    use_sources(checkout)
    write(checkout.cache + "/quoth/other/store-a", "a store of another checkout")
    checkout.config('store = "../../cache/quoth/other/store-a"\n')


def patterns_of_many_stars(checkout):
    use_sources(checkout, '"' + "*a" * 400 + '*b", "' + "[a-z]*" * 150 + '9", "transcripts/**"')
    write(checkout.path("a" * 200 + ".txt"), TRANSCRIPT)


KINDS = [source_as_link, folder_of_sources_as_link, source_named_through_a_link, sources_above, sources_absolute,
         sources_above_inside, source_as_pipe, baseline_as_pipe, baseline_outside, many_sources, huge_source,
         folders_without_end, cache_named, store_in_the_cache, patterns_of_many_stars, super_journal, super_journal_absolute, hot_journal, journal_as_link, write_ahead_log, store_in_wal_mode,
         store_as_link, folder_of_store_as_link, store_above, store_absolute, policy_as_link, policy_above,
         config_as_link, config_above, config_of_another_user, article_as_link, folder_of_article_as_link, hooks,
         file_monitor, filters, submodule_with_a_filter, hook_of_the_index, files_of_another_time, work_tree_elsewhere,
         settings_elsewhere,
         promised_objects, link_among_staged, excludes_elsewhere, attributes_elsewhere, order_elsewhere,
         folder_that_became_a_link, links_and_pipes, checkout_inside, policy_of_a_device, deep_configuration, trigger, view, foreign_schema, not_utf8, extents, speakers_and_patterns, baseline_as_link]


# Whose quoth.toml names sources that can be read.
WITH_A_CACHE = [source_as_link, folder_of_sources_as_link, source_named_through_a_link, source_as_pipe, baseline_as_pipe,
                many_sources, huge_source, folders_without_end, store_in_the_cache, patterns_of_many_stars]


def run(command, cwd, **more):
    return subprocess.run(command, cwd=cwd, env=ENV | more, capture_output=True, timeout=120, stdin=subprocess.DEVNULL)
