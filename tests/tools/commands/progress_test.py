#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a terminal shows of work of over a second, and that nothing of it is seen where standard error is none.

Usage: progress_test.py QUOTH. A pipe that is slow to write makes an ingest take its time.
"""
import os
import pathlib
import pty
import re
import subprocess
import sys
import tempfile
import threading
import time

QUOTH = os.path.realpath(sys.argv[1])
CLOCK = os.path.join(os.path.dirname(QUOTH), "fast-clock.so")
SANITIZED = re.search(b"lib[at]san[.]so", pathlib.Path(QUOTH).read_bytes()) is not None  # which has a clock of its own
FAULTS = []
ERASE = "\r\x1b[K"


def check(what, is_so, seen):
    if not is_so:
        FAULTS.append(f"{what}: {seen!r}")


def slow_writer(pipe, parts, pause):
    with open(pipe, "w", encoding="utf-8") as out:
        for part in parts:
            out.write(part)
            out.flush()
            time.sleep(pause)


def ingest(folder, terminal, *files):
    """Standard output, and what is said on standard error, of an ingest with a slow pipe among its files."""
    pipe = os.path.join(folder, "slow.jsonl")
    if not os.path.exists(pipe):
        os.mkfifo(pipe)
    lines = ['{"id": "s%d", "utterances": [{"speaker": "A", "text": "Nobody asked for boat %d, she said, not by one."}]}\n' % (i, i)
             for i in range(4)]
    writer = threading.Thread(target=slow_writer, args=(pipe, lines, 0.7))
    writer.start()
    ours, theirs = pty.openpty() if terminal else os.pipe()
    child = subprocess.Popen([QUOTH, "ingest", "-s", os.path.join(folder, "s.db"), *files, pipe], cwd=folder,
                             stdout=subprocess.PIPE, stderr=theirs, text=True)
    os.close(theirs)
    said = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # the other end of a terminal is closed
            break
        if not part:
            break
        said += part
    os.close(ours)
    out = child.stdout.read()
    check("the ingest went well", child.wait() == 0, said)
    writer.join()
    return out, said.decode().replace("\r\n", "\n")


def on_terminal(folder, *arguments, clock=True):
    """What a command says on a terminal; with `clock`, in a second between any two looks at the time."""
    ours, theirs = pty.openpty()
    preload = {"LD_PRELOAD": str(CLOCK)} if clock else {}
    with subprocess.Popen([QUOTH, *arguments], cwd=folder, stdout=subprocess.DEVNULL, stderr=theirs,
                          env=os.environ | preload | {"XDG_CACHE_HOME": os.path.join(folder, "cache")}) as child:
        os.close(theirs)
        said = b""
        try:
            while part := os.read(ours, 4096):
                said += part
        except OSError:  # the other end of a terminal is closed
            pass
    os.close(ours)
    return child.returncode, said.decode().replace("\r\n", "\n")


def test_work_on_stores(folder):
    """In a program whose time flies."""
    os.remove(os.path.join(folder, "s.db"))
    with open(os.path.join(folder, "many.jsonl"), "w", encoding="utf-8") as file:
        for i in range(20):  # of which one that is removed leaves something to be merged
            file.write('{"id": "s%d", "utterances": [{"speaker": "A", "text": "Boat %d leaves at noon."}]}\n' % (i, i))
    for arguments in (("ingest", "-s", "s.db", "many.jsonl"), ("store", "remove", "-s", "s.db", "s7")):
        subprocess.run([QUOTH, *arguments], cwd=folder, check=True, capture_output=True)
    with open(os.path.join(folder, "quoth.toml"), "w", encoding="utf-8") as file:
        file.write('sources = ["talk*.txt"]\n')
    with open(os.path.join(folder, "article.md"), "w", encoding="utf-8") as file:
        file.write("It rained.\n")
    for arguments, shown in (
            (("store", "backup", "-s", "s.db", "copy.db"), r"100 %  of the store is copied"),
            (("store", "restore", "-s", "s.db", "copy.db"), r"\d+ %  of the copy is proved, \d+ s left"),
            (("store", "compact", "-s", "s.db"), r"\d+ %  of the index is merged, \d+ \w+ left"),
            (("store", "verify", "-s", "s.db"), r"\d+ %  of the store is proved, \d+ s left"),
            (("check", "article.md"), r"\d+ %  building a store of the sources: file 2 of 3, \d sources, \d a second")):
        status, said = on_terminal(folder, *arguments)
        check(f"{arguments} on a terminal", status == 0 and re.search(shown, said), said)
        check(f"{arguments}: nothing of it stays", "%" not in seen(said), seen(said))
        check(f"{arguments}: not in the first second", "%" not in on_terminal(folder, *arguments, clock=False)[1], said)


def seen(text):
    """What stays on the screen of what was written."""
    return re.sub(r"[^\n]*" + re.escape(ERASE), "", text)


def main():
    with tempfile.TemporaryDirectory(prefix="quoth-progress-") as folder:
        for i in range(3):
            with open(os.path.join(folder, f"talk{i}.txt"), "w", encoding="utf-8") as file:
                file.write(f"ANA RUUD: The lock opens at {i} in the morning, said the board.\nMS. BERG: Thank you.\n")
        out, said = ingest(folder, True, "talk0.txt", "talk1.txt")
        check("a terminal sees progress", re.search(r"\d+ %  file 3 of 3, \d+ sources, \d+ a second", said), said)
        check("the time that is left", re.search(r", \d+ s left", said), said)
        check("nothing of it stays", "%" not in seen(said), seen(said))
        check("a file has its summary", "quoth: talk0.txt: 2 turns, 13 words; speakers: Ana Ruud, Ms. Berg; no date" in said, said)
        check("standard output is the same", out == "6 added, 0 replaced, 0 unchanged\n", out)
        os.remove(os.path.join(folder, "s.db"))
        out, said = ingest(folder, False, "talk0.txt", "talk1.txt", "talk2.txt")
        check("no terminal, no progress", "%" not in said and "\x1b" not in said and "talk0" not in said, said)
        check("standard output is the same", out == "7 added, 0 replaced, 0 unchanged\n", out)
        if os.path.exists(CLOCK) and not SANITIZED:
            test_work_on_stores(folder)
    print("\n".join(FAULTS))
    sys.exit(1 if FAULTS else 0)


main()
