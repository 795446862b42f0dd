#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The user's cache of stores made of sources: damaged, not the user's own, used by several at once, cut off.

Usage: source_cache_test.py QUOTH. Exit status 77 where git is missing.
"""
import os
import shutil
import stat
import subprocess
import sys
import time

from git_repository import QUOTH, expect, run_all
from sources_desk import BRIEFING, Desk


def damaged(desk):
    desk.age()
    desk.said()

    def garble(name):
        path = os.path.join(desk.cached(), name)
        before = os.stat(path)
        with open(path, "r+b") as file:
            file.seek(before.st_size // 2)
            file.write(b"garbled" * 40)
        os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))

    def store():
        return max(desk.stores(), key=lambda name: os.stat(os.path.join(desk.cached(), name)).st_mtime_ns)
    for what, harm in (("the store is garbled", lambda: garble(store())),
                       ("the manifest is garbled", lambda: garble("manifest")),
                       ("the store is cut short", lambda: os.truncate(os.path.join(desk.cached(), store()), 5000)),
                       ("the manifest is cut short", lambda: os.truncate(os.path.join(desk.cached(), "manifest"), 100)),
                       ("the manifest is empty", lambda: os.truncate(os.path.join(desk.cached(), "manifest"), 0)),
                       ("the manifest has gone", lambda: os.remove(os.path.join(desk.cached(), "manifest"))),
                       ("all stores have gone", lambda: [os.remove(os.path.join(desk.cached(), s)) for s in desk.stores()]),
                       ("the folder has gone", lambda: shutil.rmtree(desk.cached())),
                       ("the cache has gone", lambda: shutil.rmtree(desk.cache))):
        harm()
        done = desk.check()
        expect(done.returncode == 0 and "built a store from 1 source" in done.stderr and "1 verbatim" in done.stdout,
               f"{what}: {done.returncode} {done.stderr}")
        expect(desk.said() == "", f"{what}: not mended for good")


def foreign_caches(desk):
    def refused(what, said, **more):
        done = desk.check(**more)
        expect(done.returncode == 2 and said in done.stderr and done.stderr.count("\n") == 1, f"{what}: {done.returncode} {done.stderr}")
    desk.said()
    for folder in (desk.cache, os.path.join(desk.cache, "quoth"), desk.cached()):
        mode = stat.S_IMODE(os.stat(folder).st_mode)
        os.chmod(folder, mode | 0o002)
        refused(f"{folder} can be written by others", "can be written by others")
        os.chmod(folder, mode)
        if os.geteuid() == 0:
            os.chown(folder, 1234, 1234)
            refused(f"{folder} of another user", "belongs to another user")
            os.chown(folder, 0, 0)
    real = desk.cached()
    os.rename(real, real + "-aside")
    os.symlink(real + "-aside", real)
    refused("quoth's folder is a link", "is no folder that could hold a cache")
    os.remove(real)
    os.rename(real + "-aside", real)
    expect(desk.said() == "", "put right again")
    refused("no such folder", "the cache folder cannot be made", XDG_CACHE_HOME="/nonexistent/a")
    refused("a file", "is no folder", XDG_CACHE_HOME=os.path.join(desk.top, "quoth.toml"))
    refused("no variable", "neither XDG_CACHE_HOME nor HOME", XDG_CACHE_HOME="", HOME="")
    done = desk.check(XDG_CACHE_HOME="relative")
    expect(done.returncode == 0 and os.path.isdir(os.path.join(desk.folder, ".cache/quoth")), "~/.cache where XDG_CACHE_HOME is relative")
    if os.geteuid() != 0:
        shutil.rmtree(real)
        os.chmod(desk.cache, 0o500)
        refused("cannot be written", "cannot be made")
        os.chmod(desk.cache, 0o700)


def several_at_once(desk):
    for i in range(60):
        desk.write(f"transcripts/{i}.txt", f"MS. BERG: Item {i} of the plan was read out, and it took {i} minutes.\n")
    for round_ in range(4):
        desk.write("transcripts/briefing.txt", BRIEFING + f"\nMS. BERG: Round {round_} was opened at noon.\n")
        children = [subprocess.Popen([QUOTH, "check", "articles/ferry.md"], cwd=desk.top, env=desk.env, text=True,
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(8)]
        said = []
        for child in children:
            out, err = child.communicate(timeout=120)
            said.append(err)
            expect(child.returncode == 0 and "1 verbatim" in out, f"several at once: {child.returncode} {err}")
        expect(sum("built" in text or "refreshed" in text for text in said) == 1, f"several at once: {said}")
    expect(len(desk.stores()) <= 2, f"several at once: left behind {desk.stores()}")


def killed(desk):
    """A build that is cut off leaves the store before it, and what it left is removed by the next."""
    desk.said()
    for i in range(300):
        desk.write(f"transcripts/{i}.txt", f"MS. BERG: Item {i} of the plan was read out, and it took {i} minutes.\n" * 40)
    for wait in (0.02, 0.05, 0.1, 0.2):
        child = subprocess.Popen([QUOTH, "check", "articles/ferry.md"], cwd=desk.top, env=desk.env,
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(wait)
        child.kill()
        child.wait()
    with open(os.path.join(desk.cached(), "manifest.quoth-abcdef012345"), "w", encoding="utf-8") as file:
        file.write("quoth sources")  # as if it had been cut off while it wrote its manifest
    desk.write("transcripts/last.txt", BRIEFING)
    done = desk.check()
    expect(done.returncode == 0 and "1 verbatim" in done.stdout, f"killed: {done.stderr}")
    left = [name for name in os.listdir(desk.cached()) if name not in desk.stores() | {"lock", "manifest"}]
    expect(len(desk.stores()) <= 2 and left == [], f"killed: left behind {os.listdir(desk.cached())}")


def abandoned(desk):
    """The store of a checkout that has gone is removed when another one's is built; others stay."""
    desk.said()
    other = os.path.join(desk.folder, "other")
    shutil.copytree(desk.top, other)
    desk.said(cwd=other)
    folders = os.path.join(desk.cache, "quoth")
    expect(len(os.listdir(folders)) == 2, f"two checkouts: {os.listdir(folders)}")
    shutil.rmtree(other)
    third = os.path.join(desk.folder, "third")
    shutil.copytree(desk.top, third)
    desk.said(cwd=third)
    expect(len(os.listdir(folders)) == 2, f"one has gone: {os.listdir(folders)}")
    expect(desk.said() == "", "the store of a checkout that is there was removed")


def failing_calls(desk):
    """Where the Nth read, write or other call fails, the run says so or ends as it should, and the next one is right."""
    library = os.path.join(os.path.dirname(QUOTH), "failing-calls.so")
    if not os.path.exists(library):
        return
    desk.said()
    shutil.copytree(desk.cache, desk.cache + "-before")
    desk.write("transcripts/briefing.txt", BRIEFING)
    mark = os.path.join(desk.folder, "failed")
    for kind, code in {"read": 5, "write": 28, "half-write": 28, "sync": 5, "rename": 13, "unlink": 13, "open": 24}.items():
        for n in (1, 2, 3, 5, 9, 14, 16, 17, 22, 40):
            for before in (True, False):
                shutil.rmtree(desk.cache, ignore_errors=True)
                if before:
                    shutil.copytree(desk.cache + "-before", desk.cache)
                done = desk.check(LD_PRELOAD=library, QUOTH_FAIL=f"{kind} {n} {code}", QUOTH_FAILED=mark,
                                  ASAN_OPTIONS="verify_asan_link_order=0:detect_leaks=0")
                where = f"{kind} {n} fails, {'a store before' if before else 'no store'}"
                well = done.returncode == 0 and "1 verbatim" in done.stdout
                fails = done.returncode == 2 and done.stderr.startswith("quoth: ") and "unexpected" not in done.stderr
                expect(well or fails, f"{where}: {done.returncode} {done.stdout}{done.stderr}")
                done = desk.check()
                expect(done.returncode == 0 and "1 verbatim" in done.stdout, f"after {where}: {done.stdout}{done.stderr}")
                left = [name for name in os.listdir(desk.cached()) if name not in desk.stores() | {"lock", "manifest"}]
                expect(left == [] and len(desk.stores()) <= 2, f"after {where}: left behind {left} {desk.stores()}")


sys.exit(run_all([damaged, foreign_caches, several_at_once, killed, abandoned, failing_calls], Desk))
