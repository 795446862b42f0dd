#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Runs the program on stores made to do harm: it must end soon, with a status that means something, in bounded memory.

Usage: hostile_store_test.py QUOTH. tests/data/db/hostile-stores.txt says what is done to a store; the cases of
tests/db run the same with the library. Here every command runs on every tenth of them, and one of a pipe.
"""
import os
import pathlib
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile

QUOTH = os.path.realpath(sys.argv[1])
CASES = pathlib.Path(__file__).resolve().parents[2] / "data/db/hostile-stores.txt"
TRANSCRIPT = """MAYOR OKORO: We will not close the ferry terminal in November, whatever the newspapers have printed about it.
MR. LINDQVIST: We dredged forty thousand tonnes of silt from the inner basin in six weeks of this winter.
"""
ARTICLE = """“We will not close the ferry terminal in November,” Adaeze Okoro said.

“We dredged forty thousand tonnes of silt from the inner basin,” Per Lindqvist said.
"""
MOST_SECONDS = 60  # of processor time; far more than any takes, also under a sanitizer
MOST_KILOBYTES = 1_500_000


def cases():
    name, lines = None, []
    for line in [*CASES.read_text(encoding="utf-8").splitlines(), "== "]:
        if not line.startswith("== "):
            lines.append(line)
            continue
        if name:
            yield name, "\n".join(lines)
        name, lines = line[3:], []


def limit():
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_SECONDS, MOST_SECONDS))


def run(folder, *arguments):
    """Runs one command; what went wrong, or nothing."""
    command = [QUOTH, *arguments]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=limit) as process:
        _, errors = process.communicate(timeout=300)
    if process.returncode not in (0, 1, 2) or b"unexpected failure" in errors:
        return f"{' '.join(arguments)} ended with {process.returncode}: {errors.decode(errors='replace')[:500]}"
    return None


def commands():
    store = ["--store", "s.db"]
    yield "check", "--no-config", *store, "a.md"
    yield "check", "--no-config", *store, "--format", "html", "a.md"
    yield "search", *store, "forty thousand tonnes of silt"
    for action in ("verify", "list", "stats", "speakers", "rulings"):
        yield "store", action, *store
    yield "store", "show", "--turns", *store, "one"
    yield "audit", "--no-config", "--quiet", *store, "--out", "audited", "a.md"
    yield "store", "backup", *store, "copy.db"
    yield "store", "upgrade", *store, "upgraded.db"
    yield "ingest", *store, "--id", "another", "t.txt"
    yield "store", "alias", *store, "Adaeze Okoro", "the mayor of the bay"
    yield "store", "restore", "whole.db", *store
    yield "store", "verify", *store


def main():
    faults = []
    top = pathlib.Path(tempfile.mkdtemp())
    try:
        (top / "t.txt").write_text(TRANSCRIPT, encoding="utf-8")
        (top / "a.md").write_text(ARTICLE, encoding="utf-8")
        fault = run(top, "ingest", "--store", "whole.db", "--id", "one", "--speaker", "MAYOR OKORO=Adaeze Okoro",
                    "--speaker", "MR. LINDQVIST=Per Lindqvist", "t.txt")
        faults += [fault] if fault else []
        for name, script in list(cases())[::10]:
            shutil.copy(top / "whole.db", top / "s.db")
            with sqlite3.connect(top / "s.db") as database:
                database.executescript(script)
            database.close()
            for command in commands():
                fault = run(top, *command)
                faults += [f"{name}: {fault}"] if fault else []
            for left in ("s.db", "copy.db", "upgraded.db"):
                (top / left).unlink(missing_ok=True)
            shutil.rmtree(top / "audited", ignore_errors=True)
        os.mkfifo(top / "s.db")
        for command in commands():
            fault = run(top, *command)
            faults += [f"a pipe: {fault}"] if fault else []
    finally:
        shutil.rmtree(top)
    used = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
    if used > MOST_KILOBYTES:
        faults.append(f"a command took {used} KB of memory")
    print("\n".join(faults) or f"all commands ended well; the most memory was {used} KB")
    sys.exit(1 if faults else 0)


main()
