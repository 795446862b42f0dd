#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Files of JSON lines whose rest cannot be read: what stood before it is kept, and the other files are ingested.

Usage: ingest_test.py QUOTH
"""
import os
import pathlib
import subprocess
import sys
import tempfile

QUOTH = os.path.realpath(sys.argv[1])
LINE = '{"id": "%s", "utterances": [{"speaker": "A", "text": "Nobody asked for the boat, she said, not by one word."}]}\n'
ENDLESS = (1 << 30) + (1 << 20)  # a hole in the file, which takes no room


def run(folder, *arguments):
    done = subprocess.run([QUOTH, *arguments], cwd=folder, capture_output=True, text=True, timeout=300)
    return done.returncode, done.stdout, done.stderr


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "a.jsonl").write_text(LINE % "a1" + LINE % "a2", encoding="utf-8")
        os.truncate(folder / "a.jsonl", ENDLESS)
        (folder / "b.txt").write_text("THE MAYOR: We will not raise the ferry fare this year.\n", encoding="utf-8")
        (folder / "c.jsonl").write_text(LINE % "c1", encoding="utf-8")
        got = run(folder, "ingest", "-s", "s.db", "--limit", "line=1K", "--speaker", "A=Ana Ruud", "--speaker", "THE MAYOR=Ida Aalto",
                  "a.jsonl", "b.txt", "c.jsonl")
        assert got == (2, "4 added, 0 replaced, 0 unchanged, 1 refused\n",
                       "quoth: a.jsonl:3: is over 1024 bytes long; allow more with --limit line=…; its end was not found; "
                       "the rest of the file is left out\n"), got
        listed = run(folder, "store", "list", "-s", "s.db")[1]
        assert all(source in listed for source in ("a1", "a2", "b.txt", "c1")), listed


main()
