# SPDX-License-Identifier: MIT
"""Runs every command line that README.md, its neighbours and docs/ print, so that none of them goes out of date.

    python3 tests/documented_commands_test.py QUOTH

A command line stands in an indented or fenced block and begins with a program's name, or with "$ ". Those of one block
run in their order, in a folder with small files of the names that the pages use. What cannot run here is named in NOT_RUN, with
the reason. Lines behind a "$ quoth" line are what it prints. `quoth …` in running text must name a command and options
that exist.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

import first_hour

QUOTH = pathlib.Path(sys.argv[1]).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[1]
EXAMPLES = ROOT / "examples"

# By how the command begins.
NOT_RUN = {
    "scripts/": "installs packages, builds, and runs these tests",
    "cmake": "builds; scripts/test runs it",
    "ctest": "would run this test",
    "pre-commit install": "tests/forges/pre_commit_test.py runs it, where there is a wheel",
    "pip ": "fetches packages",
    "duckdb": "tests/tools/audit/recipes_test.py runs it, where there is DuckDB",
    "datasette": "tests/tools/audit/recipes_test.py runs it, where there is Datasette",
    "spark-submit": "tests/tools/spark/quoth_audit_test.py runs it, where there is Spark",
}
PROGRAMS = ("quoth ", "git ", "cmake ", "ctest", "scripts/", "pre-commit ", "pip ", "duckdb ", "datasette ",
            "spark-submit ", "echo ", "cp ", "curl ", "python3 ", "g++ ", "c++ ", "docker ", "npm ", "sqlite3 ")
# These say with 1 that an editor must see something; so does a commit behind quoth hook install. A hook says with 2
# that a model must.
MAY_REPORT = re.compile(r"^quoth (check|diff|audit|annotate)\b")
MAY_REPORT_WITH_HOOK = re.compile(r"^(quoth (check|diff|audit|annotate)|git commit)\b")

ENVIRONMENT = {"PATH": f"{QUOTH.parent}:{os.environ['PATH']}", "HOME": "/nonexistent", "NO_COLOR": "1", "COLUMNS": "100",
               "LC_ALL": "C.UTF-8", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A",
               "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org",
               "XDG_CACHE_HOME": tempfile.mkdtemp(prefix="quoth-cache-")}

SPEECH = '“We will not raise the ferry fare this year,” Mayor Ana Ruud said.\n'
NAMES = '--speaker "THE MAYOR=Ana Ruud" --speaker "MS. BERG=Karin Berg"'
JSONL = '{"id": "a1", "text": "“The fare stays,” Ana Ruud said."}\n'
SOURCES = ('{"id": "s1", "title": "Talk", "date": "2031-05-01", "speakers": {"A": {"name": "A. Ruud"}}, '
           '"utterances": [{"speaker": "A", "text": "Nobody asked for a second boat, not by one krona."}]}\n')


def zstd(text):
    """One frame with one raw block, of less than 256 bytes."""
    data = text.encode()
    block = (len(data) << 3 | 1).to_bytes(3, "little")
    return b"\x28\xb5\x2f\xfd\x20" + bytes([len(data)]) + block + data


def newsroom(folder, page, ingests):
    """The files that the pages speak of, and a store of them where the block makes none of its own: there its name is in
    quoth.toml."""
    meeting = (EXAMPLES / "council-meeting.txt").read_text(encoding="utf-8")
    article = (EXAMPLES / "article.md").read_text(encoding="utf-8")
    document = (ROOT / "tests/data/text/articles/story.docx").read_bytes()
    policy = re.search(r"^    name gazette\n(?:    .*\n)*", page, re.MULTILINE)
    files = {
        "council.txt": meeting, "transcripts/council-meeting.txt": meeting,
        "briefing.vtt": "WEBVTT\n\n00:01.000 --> 00:04.000\n<v Ana Ruud>We will open the lock at nine.\n",
        "archive.jsonl": SOURCES, "articles.jsonl": JSONL, "wire/day.jsonl.zst": zstd(JSONL),
        "article.md": article, "articles/ferry.md": "It rained.\n", "archive/one.md": article,
        "a.docx": document, "article.docx": document, "before.md": SPEECH, "after.md": SPEECH.replace(" not", ""),
        "gazette.policy": re.sub("^    ", "", policy[0], flags=re.MULTILINE) if policy else "name gazette\n",
    }
    if page.startswith("# The first hour"):
        files |= first_hour.files()
    if ingests:
        files |= {"quoth.toml": 'store = "quotes.db"\n', ".gitignore": "quotes.db\n"}
    else:  # for commands that name no store
        files |= {"quoth.toml": 'sources = ["transcripts/**"]\n[speakers]\n"THE MAYOR" = "Ana Ruud"\n'}
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content if isinstance(content, bytes) else content.encode())
    run(folder, "git init -q . && git add . && git commit -q -m 'A newsroom'")
    if not ingests:
        run(folder, f"quoth ingest --store quotes.db {NAMES} --id school-2031.txt council.txt")
        run(folder, "quoth ingest --store quotes.db archive.jsonl")
        (folder / "articles/ferry.md").write_text(SPEECH.replace(" not", ""), encoding="utf-8")


def run(folder, command, statuses=(0,)):
    done = subprocess.run(["bash", "-o", "pipefail", "-c", command], cwd=folder, env=ENVIRONMENT, check=False,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    output = done.stdout.decode(errors="replace")
    if done.returncode not in statuses:
        raise AssertionError(f"{command}\n  ended with {done.returncode}:\n{output}")
    return output


def blocks(page):
    """The lines of each indented or fenced block, without the indentation, with the number of its first line."""
    block, start, fenced = [], 0, False
    for number, line in enumerate(page.splitlines() + [""], 1):
        if line.startswith("```"):
            fenced = not fenced
            if not fenced:
                yield start, block
            block, start = [], number + 1
        elif fenced:
            block.append(line)
        elif line.startswith("    ") or (block and not line.strip()):
            if not block:
                start = number
            block.append(line[4:])
        elif block:
            yield start, block
            block = []


def commands(start, block):
    """(number of its line, command, the lines below that it prints) of each command line of a block."""
    session = any(line.startswith("$ ") for line in block)
    for i, line in enumerate(block):
        command = line.removeprefix("$ ").strip()
        if session and line.startswith("$ "):
            rest = block[i + 1:]
            printed = rest[:next((k for k, other in enumerate(rest) if other.startswith("$ ")), len(rest))]
            yield start + i, command, [text.strip() for text in printed if text.strip()]
        elif not session and command.startswith(PROGRAMS) and not line.startswith(" "):
            yield start + i, command, []


def reason_not_to_run(command):
    return next((why for begin, why in NOT_RUN.items() if command.startswith(begin)), None)


def statuses(command, reports):
    if command.startswith("quoth hook agent"):
        return (0, 2)
    return (0, 1) if reports else (0,)


def check_block(where, lines, page):
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        newsroom(folder, page, any(command.startswith("quoth ingest") for _, command, _ in lines))
        may_report = MAY_REPORT
        for number, command, printed in lines:
            if command.startswith("quoth hook install"):
                may_report = MAY_REPORT_WITH_HOOK
            reports = may_report.match(command)
            try:
                output = run(folder, command, statuses(command, reports))
                if (reports or command.startswith("quoth")) and any(line not in output for line in printed):
                    faults.append(f"{where}:{number}: {command}\n  prints not what stands below it, but:\n{output}")
            except AssertionError as fault:
                faults.append(f"{where}:{number}: {fault}")
    return faults


def check_page(file):
    page = file.read_text(encoding="utf-8")
    where = file.relative_to(ROOT)
    ran, others, faults = 0, 0, check_running_text(file, page)
    for start, block in blocks(page):
        lines = list(commands(start, block))
        run_here = [line for line in lines if reason_not_to_run(line[1]) is None]
        ran += len(run_here)
        others += len(lines) - len(run_here)
        if run_here:
            faults += check_block(where, run_here, page)
    return ran, others, faults


def check_running_text(file, page):
    """`quoth …` in running text: the command is there, and so are its options."""
    faults = []
    for span in re.findall(r"`quoth ([^`]+)`", page):
        words = re.findall(r"\S+", span)
        depth = 2 if len(words) > 1 and words[0] in ("store", "hook") and re.fullmatch(r"[a-z-]+", words[1]) else 1
        if not re.fullmatch(r"[a-z]+", words[0]):
            continue
        command = " ".join(words[:depth])
        done = subprocess.run([QUOTH, *words[:depth], "--help"], env=ENVIRONMENT, check=False, stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL)
        help_text = done.stdout.decode()
        missing = [word for word in words if re.match(r"--[a-z]", word) and word.split("=")[0] not in help_text]
        if done.returncode != 0 or missing:
            faults.append(f"{file.relative_to(ROOT)}: `quoth {span}`: no command {command}"
                          if done.returncode else f"{file.relative_to(ROOT)}: `quoth {span}`: no option {missing}")
    return faults


def check_readme_report():
    """What the README shows of the example is what scripts/example prints."""
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    script = (ROOT / "scripts" / "example").read_text(encoding="utf-8")
    ingest = re.search(r"^build/release/quoth ingest (?:.*\\\n)*.*", script, re.MULTILINE)[0]
    with tempfile.TemporaryDirectory() as store:
        run(ROOT, ingest.replace("build/release/", "").replace("$store", f"{store}/s.db"))
        report = run(ROOT, f"quoth check --store {store}/s.db examples/article.md", (1,)).splitlines()
    shown = [line for _, block in blocks(readme) for line in block if re.match(r"  \w|examples/article.md:|\d+ quot", line)]
    return [f"README.md shows what the example does not print: {line}" for line in shown if line not in report]


def main():
    if not shutil.which("git"):
        print("skipped: there is no git")
        sys.exit(77)
    pages = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").rglob("*.md"))]
    ran = passed_over = 0
    faults = check_readme_report()
    for page in pages:
        its_runs, its_others, its_faults = check_page(page)
        ran += its_runs
        passed_over += its_others
        faults += its_faults
    print(f"{ran} command lines of {len(pages)} pages ran; {passed_over} did not:")
    for begin, why in NOT_RUN.items():
        print(f"  {begin}…: {why}")
    print("\n".join(faults))
    shutil.rmtree(ENVIRONMENT["XDG_CACHE_HOME"])
    sys.exit(1 if faults else 0)


main()
