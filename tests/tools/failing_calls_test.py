# SPDX-License-Identifier: MIT
"""Runs the program while the Nth read, write, half write, sync, truncation, renaming, removal or opening fails.

    python3 tests/tools/failing_calls_test.py QUOTH

Each run must end as if nothing had failed, or with exit status 2 and a line that says why. Afterwards the store verifies
and holds what it did before or what it should now, of which no more was said to be added than is there; an output file
is whole, or as it was; and an audit that is run again gives the same bytes. QUOTH_EVERY_FAULT=1 tries each N until
nothing fails any more, else a few. Exits with 77, after saying so, where the library that fails calls was not built.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
QUOTH = pathlib.Path(sys.argv[1]).resolve()
LIBRARY = QUOTH.parent / "failing-calls.so"
EVERY = "QUOTH_EVERY_FAULT" in os.environ
# A program that a sanitizer watches takes ten times as long to start.
SANITIZED = re.search(b"lib[at]san[.]so", QUOTH.read_bytes()) is not None
KINDS = {"read": 5, "write": 28, "half-write": 28, "sync": 5, "truncate": 5, "rename": 13, "unlink": 13, "open": 24}

TOWN = """THE MAYOR: We will not raise the ferry fare this year.

MS. BERG: Every family out there deserves a waiting room with a roof.
"""
LINE = ('{"id": "%s", "date": "2031-03-01", "speakers": {"CHAIR": {"name": "Tilda Okonjo"}}, "utterances": '
        '[{"speaker": "CHAIR", "text": "The crane is safe and it will stay at quay number %s."}]}\n')
ARTICLE = "“We will not raise the ferry fare this year,” Ana Ruud said. “The crane is safe,” Tilda Okonjo said.\n"


def run(folder, *arguments, fault=None):
    """Runs quoth in the folder; the result, and whether a call failed."""
    mark = folder.parent / "failed"
    mark.unlink(missing_ok=True)
    environment = dict(os.environ, NO_COLOR="1", SOURCE_DATE_EPOCH="1900000000", QUOTH_FAILED=str(mark))
    environment.pop("QUOTH_STORE", None)
    if fault:
        environment.update(LD_PRELOAD=str(LIBRARY), QUOTH_FAIL=fault,
                           ASAN_OPTIONS="verify_asan_link_order=0:detect_leaks=0")
    done = subprocess.run([QUOTH, *arguments], cwd=folder, env=environment, capture_output=True, timeout=120)
    return done, mark.exists()


def contents(folder):
    """What the store holds, after it was verified; "" where there is none."""
    verified, _ = run(folder, "store", "verify", "--store", "s.db")
    # What was cut off while a store was made is rolled back to an empty file.
    if not (folder / "s.db").exists() or (folder / "s.db").stat().st_size == 0:
        return ""
    assert verified.returncode == 0, verified
    return run(folder, "store", "list", "--store", "s.db")[0].stdout.decode()


def tree(folder):
    """The content of every file, except what says when something was done."""
    files = {}
    for file in sorted(folder.rglob("*")):
        if file.is_file() and file.name not in ("run.json", "work.db"):
            files[str(file.relative_to(folder))] = file.read_bytes()
    return files


class Case:
    """A command line, and what must hold after it."""

    def __init__(self, name, *arguments, changes_store=False, output=None, again=False):
        self.name, self.arguments = name, arguments
        self.changes_store, self.output, self.again = changes_store, output, again

    def outcome(self, folder):
        if self.changes_store:
            # When something was stored is not compared.
            return re.sub(r"\d{4}-\d\d-\d\dT[\d:]+Z", "", contents(folder))
        if self.output is None:
            return None
        path = folder / self.output
        if path.is_dir():
            return tree(path)
        return path.read_bytes() if path.exists() else None


CASES = [
    Case("ingest a file", "ingest", "--store", "s.db", "--id", "town", "--speaker", "THE MAYOR=Ana Ruud", "town.txt", changes_store=True),
    Case("ingest into a new store", "ingest", "--store", "s.db", "--id", "new", "new.txt", changes_store=True),
    Case("ingest two files of JSON lines", "ingest", "--store", "s.db", "one.jsonl", "two.jsonl", changes_store=True),
    Case("replace", "ingest", "--store", "s.db", "--id", "old", "new.txt", changes_store=True),
    Case("remove", "store", "remove", "--store", "s.db", "old", changes_store=True),
    Case("check", "check", "--no-config", "--store", "s.db", "article.md"),
    Case("check into a file", "check", "--no-config", "--store", "s.db", "--format", "html", "--output", "report.html", "article.md", output="report.html"),
    Case("annotate", "annotate", "--no-config", "--store", "s.db", "article.docx", "-o", "checked.docx", output="checked.docx"),
    Case("audit", "audit", "--no-config", "--quiet", "--store", "s.db", "--out", "out", "--jobs", "1", "articles", output="out", again=True),
]


def prepare(folder):
    folder.mkdir()
    (folder / "town.txt").write_text(TOWN, encoding="utf-8")
    (folder / "new.txt").write_text(TOWN.replace("ferry", "harbour"), encoding="utf-8")
    (folder / "one.jsonl").write_text("".join(LINE % (f"a{i}", i) for i in range(3)), encoding="utf-8")
    (folder / "two.jsonl").write_text("".join(LINE % (f"b{i}", i) for i in range(2)), encoding="utf-8")
    (folder / "article.md").write_text(ARTICLE, encoding="utf-8")
    (folder / "report.html").write_text("as it was", encoding="utf-8")
    (folder / "articles").mkdir()
    (folder / "articles/a.md").write_text(ARTICLE, encoding="utf-8")
    shutil.copy(ROOT / "tests/data/tools/annotate/article.docx", folder / "article.docx")
    for name in ("old", "town-before"):
        done, _ = run(folder, "ingest", "--store", "s.db", "--id", name, "town.txt" if name == "old" else "new.txt")
        assert done.returncode == 0, done


def numbers():
    """Each N, or a few that are further and further apart."""
    n = 1
    while True:
        yield n
        n += 1 if EVERY else (11 if SANITIZED else 4) * n


def try_case(case, fixture, work):
    def fresh():
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(fixture, work)
        if case.name == "ingest into a new store":
            (work / "s.db").unlink()
        return work

    before = case.outcome(fresh())
    right, _ = run(fresh(), *case.arguments)
    assert right.returncode in (0, 1), right
    after = case.outcome(work)
    reached = {}
    for kind, code in KINDS.items():
        for n in numbers():
            done, failed = run(fresh(), *case.arguments, fault=f"{kind} {n} {code}")
            if not failed:
                break
            reached[kind] = n
            check_run(case, f"{case.name}, {kind} {n}", done, right, before, after)
    # What is put in place was synced before, else a loss of power could leave it empty.
    assert case.output is None or "sync" in reached, (case.name, "nothing was synced")
    print(f"{case.name}: " + ", ".join(f"{kind} {n}" for kind, n in reached.items()), flush=True)


def check_run(case, where, done, right, before, after):
    said = done.stdout.decode(), done.stderr.decode()
    if case.again and done.returncode == 1:
        # It went on without an article that could not be read, and says so.
        assert b"articles/a.md" in (WORK / case.output / "errors.csv").read_bytes(), (where, said)
        return
    assert done.returncode in (2, right.returncode), (where, done.returncode, said)
    is_right = done.returncode == right.returncode
    if is_right:
        assert done.stdout == right.stdout, (where, said)
    else:
        assert said[1].startswith("quoth: ") and "unexpected" not in said[1], (where, said)
    if case.again:
        again, _ = run(folder := WORK, *case.arguments)
        assert again.returncode == right.returncode, (where, again)
        assert case.outcome(folder) == after, (where, "the audit run again differs")
        return
    try:
        found = case.outcome(WORK)
    except AssertionError as wrong:
        raise AssertionError(where, said) from wrong
    if is_right:
        assert found == after, (where, said, found)
    elif case.name == "ingest two files of JSON lines":
        added = len(found.splitlines()) - len(before.splitlines())
        assert added in (0, 2, 3, 5), (where, found)
        counted = re.search(r"(\d+) added", said[0] + said[1])
        # Where only the sync of the folder failed, after the journal was removed, nobody knows what the disk has.
        unknown = " sync " in where and counted and int(counted[1]) < added
        assert counted is None or int(counted[1]) == added or unknown, (where, said, found)
    elif case.output == "report.html" and found not in (before, after):
        # A whole report, which says what could not be read.
        assert found.endswith(b"</html>\n") and b"Could not be read" in found, (where, said, found)
    else:
        assert found in (before, after), (where, said, found)


if not LIBRARY.exists():
    print(f"skipped: there is no {LIBRARY}")
    sys.exit(77)
with tempfile.TemporaryDirectory(dir="/dev/shm" if os.access("/dev/shm", os.W_OK) else None) as temporary:
    FIXTURE, WORK = pathlib.Path(temporary) / "fixture", pathlib.Path(temporary) / "work"
    prepare(FIXTURE)
    for each in CASES:
        try_case(each, FIXTURE, WORK)
