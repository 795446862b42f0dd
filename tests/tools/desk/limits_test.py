#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Holds docs/limits.md against the program: defaults, and what is printed where a file goes over.

Usage: limits_test.py QUOTH. Also that what is over is refused as it is read, that memory stays within what is promised,
and that pipes can be checked. Exit status 77 where a plug-in is missing.
"""
import gzip
import json
import os
import re
import subprocess
import sys
import tempfile
import zipfile

QUOTH = os.path.realpath(sys.argv[1])
DOCS = os.path.join(os.path.dirname(os.path.abspath(__file__)), "../../../docs/limits.md")
FAULTS = []
MB = 1_000_000
QUOTATION = "“We will open the waiting room in May,” Karin Berg said.\n\n"


def rows(heading):
    with open(DOCS, encoding="utf-8") as file:
        section = file.read().split(f"## {heading}\n")[1].split("\n## ")[0]
    for line in section.splitlines():
        cells = [cell.strip() for cell in line.strip("|").split(" | ")]
        if line.startswith("| ") and cells[0] not in ("limit", "what"):
            yield cells


def run(*arguments, **more):
    """Exit status, output, what is printed on standard error, and the most memory in bytes: 0 under a sanitizer, whose own
    memory says nothing of the program's."""
    child = subprocess.Popen([QUOTH, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **more)
    out, said = child.stdout.read(), child.stderr.read()
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    return child.returncode, out, said, 0 if os.environ.get("QUOTH_SANITIZED") else usage.ru_maxrss * 1024


def write(name, content):
    os.makedirs(os.path.dirname(name) or ".", exist_ok=True)
    with open(name, "wb") as file:
        file.write(content.encode() if isinstance(content, str) else content)
    return name


def write_repeated(name, head, unit, count, tail):
    """In pieces: a child's memory counts from what its parent had."""
    with open(name, "wb") as file:
        file.write(head.encode())
        piece = unit.encode() * 1000
        for _ in range(count // 1000):
            file.write(piece)
        file.write(unit.encode() * (count % 1000) + tail.encode())
    return name


def word_file(name, text):
    namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as out:
        out.writestr("word/document.xml", f'<w:document xmlns:w="{namespace}"><w:body><w:p><w:r><w:t>{text}</w:t></w:r>'
                                          "</w:p></w:body></w:document>")
    return name


def mail(parts):
    head = "".join(f'Content-Type: multipart/mixed; boundary="b{i}"\n\n--b{i}\n' for i in range(parts))
    return "From: a@example.org\nSubject: x\nMIME-Version: 1.0\n" + head + "Content-Type: text/plain\n\nIt rained.\n"


# For each limit that can be set: a value, and a file that goes over it.
SETTABLE = {
    "bytes": ("1K", lambda: ["extract", write("bytes.txt", QUOTATION * 100)]),
    "unpacked": ("1K", lambda: ["extract", write("unpacked.txt.gz", gzip.compress((QUOTATION * 100).encode()))]),
    "line": ("1K", lambda: ["extract", write("line.jsonl", json.dumps({"text": QUOTATION * 100}))]),
    "depth": ("10", lambda: ["extract", write("depth.json", "[" * 20 + "]" * 20)]),
    "seconds": ("1", lambda: ["extract", write_repeated("seconds.html", "<p>a</p>", "<b><i>a</b></i>\n", 1_500_000, "")]),
    "entries": ("2", lambda: ["extract", many_files()]),
    "ratio": ("10", lambda: ["extract", write("ratio.txt.gz", gzip.compress(bytes(11 * MB)))]),
}


def many_files():
    with zipfile.ZipFile("many.zip", "w") as out:
        for i in range(3):
            out.writestr(f"{i}.txt", QUOTATION)
    return "many.zip"


def many_names():
    run("ingest", "--store", "names.db", "--speaker", "BERG=Karin Berg", write("t.txt", "BERG: We will open it in May.\n"))
    with open("names.jsonl", "w", encoding="utf-8") as out:
        out.write(json.dumps({"id": "x", "speakers": {"K": {"name": "Karin Berg", "aliases": [f"K{i}" for i in range(1001)]}},
                              "utterances": [{"speaker": "K", "text": "We will open it in May."}]}) + "\n")
    return ["ingest", "--store", "names.db", "names.jsonl"]


def check_with(*options):
    many_names()
    return ["check", "x.md", "--no-config", "--store", "names.db", *options]


def folder_of_many_files():
    os.makedirs("many/below")
    first = write("many/first.log", "x")
    for i in range(100_000):
        if i % 50_000 == 0:  # a file has at most 65,000 names
            first = write(f"many/{i}.log", "x")
        os.link(first, f"many/below/{i}.log")
    return ["extract", "many"]


def deep_folder():
    write("deep" + "/d" * 101 + "/a.md", QUOTATION)
    return ["extract", "deep"]


def long_paths(folder):
    """Of which almost every part looks like a pattern's beginning."""
    deep = os.path.join(folder, *["a" * 250] * 3)
    os.makedirs(deep)
    for number in range(100):
        open(os.path.join(deep, "a" * 240 + f"{number}.txt"), "w").close()


# Each looks at every place of those.
SLOW_PATTERNS = [f'"t/*{"a" * 900}{number}b*"' for number in range(60)]


def check_sources(patterns, make, tables=""):
    """Of a checkout of its own, whose store is built from files in it."""
    folder = tempfile.mkdtemp(dir=".")
    write(f"{folder}/quoth.toml", f"sources = [{patterns}]\n{tables}")
    write(f"{folder}/x.md", QUOTATION)
    write(f"{folder}/t/t.txt", "BERG: We will open it in May.\n")
    make(f"{folder}/t")
    return ["check", f"{folder}/x.md"]


def sparse(folder):
    with open(f"{folder}/a.txt", "wb") as file:
        file.truncate(257 << 20)


def empty_files(count, ending):
    def make(folder):
        for i in range(count):
            open(f"{folder}/{i}.{ending}", "wb").close()
    return make


FIXED = {
    "files in a folder that is walked, of any kind": folder_of_many_files,
    "folders inside each other in such a folder": deep_folder,
    "patterns in `sources` of quoth.toml": lambda: check_sources('"a", ' * 101, lambda folder: None),
    "files of `sources`": lambda: check_sources('"t/**"', empty_files(10_000, "txt")),
    "bytes of all files of `sources`; of all text in them": lambda: check_sources('"t/**"', sparse),
    "folders inside each other among `sources`": lambda: check_sources('"t/**"', lambda folder: os.makedirs(
        folder + "/d" * 102)),
    "steps of comparing such files with the patterns": lambda: check_sources(", ".join(SLOW_PATTERNS), long_paths),
    "steps of comparing them with the patterns of `[speakers]` and `[made]`": lambda: check_sources(
        '"t/**"', long_paths, "".join(f'[speakers.{pattern}]\nBERG = "Karin Berg"\n' for pattern in SLOW_PATTERNS)),
    "files and folders that are looked at for `sources`": lambda: check_sources('"t/**"', empty_files(100_001, "x")),
    "quoth.toml, bytes": lambda: ["check", "x.md", "--config", write("long.toml", "#" * 70_000)],
    "quoth.toml, full stops": lambda: ["check", "x.md", "--config", write("deep.toml", "[" + "a." * 5000 + "a]\n")],
    "a policy, bytes": lambda: check_with("--policy", write("long.policy", "#" * 70_000)),
    "a baseline, bytes": lambda: check_with("--baseline", write_repeated("long.txt", "", "# x\n", 5_000_000, "")),
    "a reason in a baseline, bytes": lambda: check_with("--baseline", write(
        "reason.txt", "q1-a\taltered\tx.md\t" + "as on the recording " * 60 + "\n")),
    "an ignore comment, bytes between its marks": lambda: check_with(write(
        "comment.md", "<!-- quoth: ignore altered: " + "as on the recording " * 60 + "-->\n" + QUOTATION)),
    "text that entities of an XML file stand for, bytes; or as much as the file has": lambda: ["extract", write(
        "a.xml", f'<!DOCTYPE nitf [<!ENTITY b "{"x" * 200}">]><nitf><body><p>{"&b;" * 400}</p></body></nitf>')],
    "attributes of an element, about": lambda: ["extract", write("a.html", "<p " + " ".join(f"a{i}=1" for i in range(21_000)) +
                                                          ">a</p>")],
    "parts of a mail inside each other": lambda: ["extract", write("a.eml", mail(250))],
    "caption words of a line of SCC": lambda: ["ingest", "--store", "scc.db", write(
        "a.scc", "Scenarist_SCC V1.0\n\n00:00:01:00\t" + "9420 " * 11_000 + "\n")],
    "names of a speaker in a store": many_names,
    "a name, title, address or word in a store, bytes": lambda: ["ingest", "--store", "word.db", write_repeated(
        "word.txt", "BERG: ", "a", 17 * MB, "\n")],
}


def says(printed, row, said):
    pattern = re.escape(printed).replace("N", r"\d+")
    if not re.search(pattern, said):
        FAULTS.append(f"{row}: the documentation says “{printed}”, the program: {said[:300]!r}")


def test_settable_limits():
    code, out, _, _ = run("check", "--help")
    defaults = re.search(r"\(default: (bytes=[^)]*)\)", out).group(1)
    documented = [f"{cells[0].strip('`')}={cells[1].strip('`')}" for cells in rows("Limits that can be set")]
    if sorted(defaults.split(", ")) != sorted(documented):
        FAULTS.append(f"--help says {defaults}, docs/limits.md {', '.join(documented)}")
    for name, _, _, printed in rows("Limits that can be set"):
        name = name.strip("`")
        value, command = SETTABLE[name]
        command = command()
        code, _, said, _ = run(*command, "--limit", f"{name}={value}")
        says(printed, name, said)
        if code != 2 or not said.startswith("quoth: " + command[-1]):
            FAULTS.append(f"{name}: exit status {code}, and the file is not named: {said[:200]!r}")


def test_fixed_limits():
    for what, _, printed in rows("Limits that are fixed"):
        code, _, said, _ = run(*FIXED[what]())
        says(printed, what, said)
        if code != 2:
            FAULTS.append(f"{what}: exit status {code}")


def test_memory():
    size = 12 * MB
    allowed = 8 * size + 72 * MB
    prose = (QUOTATION + "She added that nobody in the old hall had disagreed with her about the date of it.\n\n")
    texts = {"a a a": ("a ", "\n"), "lines": ("a a a\n", "\n"), "prose": (prose, "\n"),
             "one line": (prose.replace("\n", " "), " "), "one word": ("a", " ")}
    for name, (unit, between) in texts.items():
        count = size // len(unit.encode())
        escaped = json.dumps(unit, ensure_ascii=False)[1:-1]
        for path in (write_repeated("m.txt", "", unit, count, between),
                     write_repeated("m.jsonl", '{"text":"', escaped, count, '"}\n')):
            memory = run("extract", path)[3]
            if memory > allowed:
                FAULTS.append(f"extract of {name} in {path}: {memory // MB} MB of memory for {size // MB} MB")


def test_memory_of_ingest():
    """Of one long turn, with labels around it, without any, and as JSON lines."""
    size = 12 * MB
    rest = "\n\nRUUD: Yes.\n\nBERG: Good.\n\nRUUD: No.\n"
    head = '{"id":"x","utterances":[{"speaker":"BERG","text":"'
    for unit in ("a ", "We will open the waiting room in May, and nobody objected. "):
        count = size // len(unit)
        for path in (write_repeated("turn.txt", "BERG: ", unit, count, rest), write_repeated("turn.jsonl", head, unit, count,
                     '"}]}\n'), write_repeated("no-turn.txt", "", unit, count, "\n")):
            code, _, said, memory = run("ingest", "--store", path + unit[0] + ".db", path)
            if code != 0 or memory > 8 * size + 72 * MB:
                FAULTS.append(f"ingest of {unit!r} in {path}: status {code}, {memory // MB} MB of memory; {said}")


def test_refused_while_it_grows():
    """Lines over the limit take no memory, wherever they are read, and the next line is read."""
    article = json.dumps({"id": "a", "text": QUOTATION}) + "\n"
    source = json.dumps({"id": "s", "utterances": [{"speaker": "Karin Berg", "text": "We will open it."}]}) + "\n"
    run("ingest", "--store", "s.db", write("s.jsonl", source))
    for command, lines in ((["check", "--store", "s.db"], article), (["extract"], article),
                           (["ingest", "--store", "s2.db"], source),
                           (["audit", "--store", "s.db", "--out", "out", "--jobs", "1"], article)):
        path = write_repeated("long.jsonl", lines + '{"text":"', "a", 100 * MB, '"}\n' + lines)
        code, out, said, memory = run(*command, path, "--limit", "line=1M")
        if memory > 60 * MB:
            FAULTS.append(f"{command[0]}: {memory // MB} MB of memory for a line that is refused")
        if command[0] != "audit" and "long.jsonl:2: is over 1048576 bytes long" not in said:
            FAULTS.append(f"{command[0]}: {said[:200]!r}")
    code, _, said, memory = run("check", "--store", "s.db", "/dev/zero", "--limit", "bytes=10M")
    if code != 2 or memory > 60 * MB or "/dev/zero: is over" not in said:
        FAULTS.append(f"/dev/zero: exit status {code}, {memory // MB} MB, {said[:200]!r}")
    code, _, said, memory = run("extract", "--input-format", "jsonl", "/dev/zero")
    if code != 2 or "its end was not found" not in said:
        FAULTS.append(f"/dev/zero as JSON lines: exit status {code}, {memory // MB} MB, {said[:200]!r}")


def test_pipes():
    run("ingest", "--store", "s.db", "--speaker", "BERG=Karin Berg", write("t.txt", "BERG: We will not open it in May.\n"))
    write("quoth.toml", 'store = "s.db"\n')
    write("a.md", "“We will open it in May,” Karin Berg said.\n")
    done = subprocess.run(["bash", "-c", f"{QUOTH} check <(cat a.md) && exit 9; {QUOTH} extract <(cat a.md) | tail -1; "
                           "mkfifo p.md; (cat a.md > p.md &); " f"{QUOTH} check p.md"],
                          text=True, capture_output=True, timeout=60, stdin=subprocess.DEVNULL)
    if done.stdout.count("1 distorted") != 2 or "1 quotation\n" not in done.stdout or done.stderr:
        FAULTS.append(f"pipes: {done.stdout}{done.stderr}")


def test_brackets():
    for name in ("a.md", "a.txt"):
        for start in ('["We open in May," said Karin Berg](https://example.org)', '[[toc]]', '[“x”]', '{"a" b'):
            code, out, said, _ = run("extract", write(name, start + "\n\n" + QUOTATION))
            if code != 0 or "Karin Berg" not in out:
                FAULTS.append(f"{name} that begins with {start}: {said}")
    code, _, said, _ = run("extract", write("a.json", '["We open," said Karin Berg'))
    if code != 2 or "no valid JSON" not in said:
        FAULTS.append(f"broken JSON: {said}")


def main():
    with tempfile.TemporaryDirectory(prefix="quoth-limits-") as folder:
        os.chdir(folder)
        os.environ["XDG_CACHE_HOME"] = folder + "/cache"
        said = run("extract", word_file("a.docx", "It rained."))[2] + run("extract", write("b.eml", mail(2)))[2]
        if "plug-in" in said:
            print("skipped: " + said)
            return 77
        for test in (test_memory, test_memory_of_ingest, test_refused_while_it_grows, test_settable_limits, test_fixed_limits, test_pipes,
                     test_brackets):
            test()
        os.chdir("/")
    for fault in FAULTS:
        print(fault)
    return 1 if FAULTS else 0


sys.exit(main())
