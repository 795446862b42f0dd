#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""`quoth store upgrade` that is stopped leaves no file behind, and leaves alone a store that needs none.

Usage: upgrade_test.py QUOTH
"""
import json
import os
import pathlib
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time

QUOTH = os.path.abspath(sys.argv[1])
OLDER = ("PRAGMA user_version = 6", "DELETE FROM posting", "DELETE FROM segment")
SOURCES = 2000


def run(folder, *arguments):
    return subprocess.run([QUOTH, *arguments], cwd=folder, capture_output=True, text=True, timeout=300)


def make_store(folder):
    with open(folder / "sources.jsonl", "w", encoding="utf-8") as lines:
        for number in range(SOURCES):
            text = " ".join(f"Quay number {number * at % 971} stays open." for at in range(1, 40))
            lines.write(json.dumps({"id": f"s{number}", "utterances": [{"speaker": "CHAIR", "text": text}]}) + "\n")
    assert run(folder, "ingest", "--store", "s.db", "sources.jsonl").returncode == 0
    (folder / "sources.jsonl").unlink()


def make_older(store):
    with sqlite3.connect(store) as database:
        for statement in OLDER:
            database.execute(statement)
    database.close()


def stopped_upgrade(folder, by, *into):
    """Runs an upgrade that gets the signal once its new file is there; its exit status, and what it said."""
    command = [QUOTH, "store", "upgrade", "--store", "s.db", *into]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as child:
        while child.poll() is None and not list(folder.glob("*.quoth-*")):
            time.sleep(0.001)
        child.send_signal(by)
        _, said = child.communicate(timeout=300)
        return child.returncode, said


def a_stop_leaves_nothing(folder):
    make_older(folder / "s.db")
    before = (folder / "s.db").read_bytes()
    for by, into in ((signal.SIGINT, ()), (signal.SIGTERM, ()), (signal.SIGINT, ("new.db",))):
        # One that is done before the signal comes, on a busy machine, says nothing of a stop.
        while (outcome := stopped_upgrade(folder, by, *into))[0] == 0:
            for file in folder.iterdir():
                file.unlink()
            (folder / "s.db").write_bytes(before)
        status, said = outcome
        assert status == 2 and said.endswith("s.db: stopped; it stays as it is\n"), (by, into, outcome)
        assert os.listdir(folder) == ["s.db"], os.listdir(folder)
        assert (folder / "s.db").read_bytes() == before


def what_needs_none_stays(folder):
    done = run(folder, "store", "upgrade", "--store", "s.db")
    assert done.returncode == 0 and done.stdout.startswith(f"{SOURCES} sources in s.db; "), done
    (folder / "s.db.old").unlink()
    before = (folder / "s.db").stat()
    done = run(folder, "store", "upgrade", "--store", "s.db")
    assert (done.returncode, done.stdout) == (0, "s.db: is of this version's format and whole; it stays as it is\n"), done
    assert os.listdir(folder) == ["s.db"] and (folder / "s.db").stat().st_ino == before.st_ino
    # A damaged one is made anew, and whoever names another file gets it.
    with sqlite3.connect(folder / "s.db") as database:
        database.execute("DELETE FROM posting")
    database.close()
    done = run(folder, "store", "upgrade", "--store", "s.db")
    assert done.returncode == 0 and (folder / "s.db.old").exists(), done
    done = run(folder, "store", "upgrade", "--store", "s.db", "new.db")
    assert done.returncode == 0 and done.stdout == f"{SOURCES} sources in new.db\n", done


with tempfile.TemporaryDirectory() as temporary:
    place = pathlib.Path(temporary)
    make_store(place)
    a_stop_leaves_nothing(place)
    what_needs_none_stays(place)
