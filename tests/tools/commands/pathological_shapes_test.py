#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Reads shapes of articles and transcripts that are hard for parsers, at two sizes, and counts instructions.

Usage: pathological_shapes_test.py QUOTH [NAME...]. After cmark's test/pathological_tests.py, but what is counted is work,
not time, so a busy machine changes nothing: the instructions that valgrind counts. Twice the size may take 2.4 times the
instructions above those of a tiny file; quadratic work takes 4 times. Exit status 77 where valgrind is missing.
"""
import concurrent.futures
import os
import re
import shutil
import subprocess
import sys
import tempfile

QUOTH = os.path.realpath(sys.argv[1])
SIZE = 6_000  # bytes; the larger files have twice as many
MOST = 2.4
FLOOR = 5_000_000  # instructions, a third of what starting takes: fewer say nothing of growth

TURN = "BERG: We will open the waiting room in May, and nobody in the hall has asked for a second boat.\n"

# Name, ending, and the text: what stands before, what is repeated, what stands behind. In what is repeated # is a number
# that counts up, written in letters where @ stands.
ARTICLES = [
    ("opening marks", "md", "", "“a ", ""),
    ("closing marks", "md", "", "a” ", ""),
    ("marks that open and close", "txt", "", "\"a ", ""),
    ("marks inside marks", "txt", "", "“a ‘b ", ""),
    ("marks that all close at the end", "txt", "", "“a ", "” " * 100),
    ("German and French marks", "txt", "", "„a «b » “ ", ""),
    ("apostrophes", "txt", "", "' 'a' ", ""),
    ("continued quotations", "txt", "", "“We will open it in May.\n\n", ""),
    ("dashes of dialogue", "txt", "", "— We will open it, — he said. —\n\n", ""),
    ("one long quotation", "txt", "“", "we will open it in May and ", ",” said Karin Berg."),
    ("quotations of nobody", "txt", "", "“We will open it in May.” ", ""),
    ("many speakers", "txt", "", "“We will open it in May,” said Karin @. ", ""),
    ("many of one surname", "txt", "", "Mr. @ Berg said “We will open it in May”. ", ""),
    ("pronouns", "txt", "Karin Berg met Ana Ruud. ", "“We will open it in May,” she said. ", ""),
    ("reporting verbs", "txt", "", "said ", ""),
    ("reporting verbs with marks", "txt", "", "said “said” said ", ""),
    ("adverbs", "txt", "“We will open it in May,” said Karin Berg. ", "ably ", ""),
    ("titles", "txt", "", "Mayor President Dr. ", ""),
    ("names", "txt", "", "Karin Berg ", "said “we will open it in May”."),
    ("names with initials", "txt", "", "K. B. ", ""),
    ("commas", "txt", "", ", ", ""),
    ("full stops", "txt", "“", ". ", "”"),
    ("ellipses", "txt", "“We ", "... [...] … ", "open it,” said Karin Berg."),
    ("brackets in a quotation", "txt", "“We ", "[will] [the ", "open it,” said Karin Berg."),
    ("brackets that open in a quotation", "txt", "“We will open it ", "(", " in May,” said Karin Berg."),
    ("brackets", "md", "", "[", ""),
    ("links", "md", "", "[a](", ""),
    ("links inside links", "md", "", "[a](<b", ""),
    ("images", "md", "", "![", ""),
    ("emphasis", "md", "", "*a **a ", ""),
    ("emphasis that closes", "md", "", "a**b" + "c* ", ""),
    ("code", "md", "", "`a`` ", ""),
    ("code of rising length", "md", "", "e" + "`" * 50 + "f`` ", ""),
    ("block quotations", "md", "", "> ", "a"),
    ("block quotations by line", "md", "", "> > > > a\n", ""),
    ("lists", "md", "", "* a\n  * ", ""),
    ("tables", "md", "| a | b |\n|---|---|\n", "| “a | b” |\n", ""),
    ("reference links", "md", "", "[a@]: b\n", "[a][b][c]"),
    ("HTML in Markdown", "md", "", "<a href=\"", ""),
    ("comments in Markdown", "md", "", "<!-- quoth: ignore altered: x -->\n", ""),
    ("ignore comments with one end", "md", "", "<!-- quoth: ignore altered: x\n", "-->"),
    ("ignore comments in one line", "md", "", "<!-- quoth: ignore altered: x -->", " " * 3000),
    ("comments without end", "md", "", "<!--", ""),
    ("entities", "html", "<p>", "&quot;&#8220;&x", "</p>"),
    ("references", "html", "<p>", "a&amp;", "</p>"),
    ("elements left open", "html", "<html><body>", "<p><b><i>a", ""),
    ("end tags", "html", "<html><body>a", "</b></p>", ""),
    ("tables in HTML", "html", "<html><body>", "<tr><td>“a ", ""),
    ("JSON-LD scripts", "html", "<html><body>", "<script type=\"application/ld+json\">{</script>", ""),
    ("front matter", "md", "---\n", "a: [\n", "---\nIt rained.\n"),
    ("numbers", "txt", "“", "five hundred thousand 5.000,00 % ", ",” said Karin Berg."),
    ("hyphens", "txt", "“", "a-b-", ",” said Karin Berg."),
    ("contractions", "txt", "“", "we'd've ", ",” said Karin Berg."),
    ("references", "txt", "", "[#] (Berg # : 12–14) “we will open it” [#, #]. ", "References\n[1] a\n"),
    ("cases of law", "txt", "", "Berg v. Ruud, # U.S. # (2031), “we will open it in May”. ", ""),
    ("combining marks", "txt", "“", "a\u0301\u0301\u200d", "”"),
    ("lines of mail", "txt", "", ">> a\n> b\n", ""),
]
TRANSCRIPTS = [
    ("turns of one speaker", "txt", "", TURN, ""),
    ("turns of many speakers", "txt", "", "MR. @: We will open it in May.\n", ""),
    ("one turn", "txt", "BERG: ", "we will open the waiting room in May and ", "\n"),
    ("one word of one letter", "txt", "BERG: ", "a ", "\n"),
    ("labels alone", "txt", "", "BERG:\n", ""),
    ("labels of one surname", "txt", "", "ANA RUUD, MAYOR OF @: We open.\nRUUD, MAYOR OF @: We will.\n", ""),
    ("lines that end in a hyphen", "txt", "", "aa-\n", ""),
    ("words of a title", "jsonl", '{"id": "a", "title": "', "Remarks ",
     '", "utterances": [{"speaker": "BERG", "text": "We will open it."}]}\n'),
    ("colons", "txt", "", "a: b: ", ""),
    ("stage directions", "txt", "BERG: ", "(Applause.) [Laughter] ", "\n"),
    ("questions and answers", "txt", "", "Q. Why?\nA. Because.\n", ""),
    ("numbered lines", "txt", "", "# BERG: We will open it.\n", ""),
    ("WebVTT", "vtt", "WEBVTT\n\n", "00:00:01.000 --> 00:00:02.000\n<v Berg>a <i>b <c>\n\n", ""),
    ("SubRip", "srt", "", "1\n00:00:01,000 --> 00:00:02,000\nBERG: a {b\n\n", ""),
    ("captions that repeat", "srt", "", "1\n00:00:01,000 --> 00:00:02,000\nwe will open\nwe will open it\n\n", ""),
    ("headings of a document", "md", "", "# § # a\n\nWe will open it in May.\n\n", ""),
    ("Word's recogniser", "json", '{"segments":[', '{"start":1,"end":2,"text":"we will open it"},', '{"text":"a"}]}'),
]


def letters(number):
    return "".join(chr(ord("a") + number // 26 ** place % 26) for place in range(3)).capitalize()


def text(shape, size):
    _, _, head, unit, tail = shape
    pieces, length, number = [head], 0, 0
    while length < size:
        number += 1
        piece = unit.replace("#", str(number)).replace("@", letters(number)) if "#" in unit or "@" in unit else unit
        pieces.append(piece)
        length += len(piece.encode())
    return "".join(pieces + [tail])


def instructions(folder, command, name, content):
    path = os.path.join(folder, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write(content)
    words = [QUOTH, "check", "--no-config", "--store", os.path.join(folder, "s.db"), path] if command == "check" else \
        [QUOTH, "ingest", "--store", path + ".db", path]
    done = subprocess.run(["valgrind", "--tool=callgrind", f"--callgrind-out-file={path}.out", *words], text=True,
                          capture_output=True, errors="replace", env=os.environ | {"NO_COLOR": "1"})
    counted = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode not in (0, 1, 2) or not counted:
        raise RuntimeError(f"{name}: exit status {done.returncode}: {done.stderr[-300:]}")
    for leftover in (path, path + ".out", path + ".db"):
        if os.path.exists(leftover):
            os.remove(leftover)
    return int(counted.group(1))


def growth(folder, command, number, shape, tiny):
    ending = shape[1]
    small, large = (instructions(folder, command, f"{command}{number}-{size}.{ending}", text(shape, size)) - tiny
                    for size in (SIZE, 2 * SIZE))
    return shape[0], small, large


def main():
    if not shutil.which("valgrind"):
        print("skipped: valgrind is not installed")
        return 77
    with tempfile.TemporaryDirectory(prefix="quoth-shapes-") as folder:
        transcript = os.path.join(folder, "t.txt")
        with open(transcript, "w", encoding="utf-8") as file:
            file.write(TURN * 3)
        subprocess.run([QUOTH, "ingest", "--store", os.path.join(folder, "s.db"), "--speaker", "BERG=Karin Berg",
                        transcript], check=True, capture_output=True)
        tiny = {command: instructions(folder, command, "tiny.txt", content)
                for command, content in (("check", "It rained.\n"), ("ingest", "BERG: It rained.\n"))}
        work = [(command, number, shape) for command, shapes in (("check", ARTICLES), ("ingest", TRANSCRIPTS))
                for number, shape in enumerate(shapes) if not sys.argv[2:] or shape[0] in sys.argv[2:]]
        with concurrent.futures.ThreadPoolExecutor(2) as threads:
            faults = 0
            for name, small, large in threads.map(lambda one: growth(folder, *one, tiny[one[0]]), work):
                over = large > MOST * max(small, FLOOR)
                faults += over
                print(f"{'GROWS ' if over else '      '}{name}: {small:,} and {large:,}, "
                      f"{large / max(small, 1):.2f} times", flush=True)
    print(f"{len(work)} shapes, {faults} that grow faster than their size")
    return 1 if faults else 0


sys.exit(main())
