#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The most memory that reading a large file of each format takes, over the file's size.

    bench/memory/measure.py QUOTH [--megabytes 100] [--pages 5000] [--only NAME] [--in DIR]

Writes an invented file of every format, reads it with `quoth ingest` or `quoth extract`, prints a row of a Markdown table
and deletes it. Word, OpenDocument and gzip are compressed: their size is that of what is packed in them. That of a PDF
is the text on its pages, and its own size is printed beside it.
"""
import argparse
import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

import invented

MIB = 1 << 20


def peak(command):
    """Bytes of memory at the most, seconds of processor time, and what the program says when it fails."""
    child = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = child.stderr.read().decode(errors="replace")
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    failed = said.strip().splitlines()[-1] if child.returncode == 2 and said.strip() else ""
    return usage.ru_maxrss * 1024, usage.ru_utime, failed


class Bench:
    def __init__(self, options):
        self.options = options
        self.folder = pathlib.Path(tempfile.mkdtemp(dir=options.folder))
        self.size = options.megabytes * MIB

    def row(self, use, name, ending, write, size=None):
        if self.options.only and self.options.only not in f"{use} {name}":
            return
        path = self.folder / f"file.{ending}"
        size = write(path) or size
        on_disk = path.stat().st_size
        store = self.folder / "store.quoth"
        reading = ["ingest", "--store", store] if use == "ingest" else ["extract", "--format", "jsonl"]
        forced = ["--input-format", "jsonl"] if ending == "jsonl" else []
        most = ("seconds=3600", "bytes=4G", "unpacked=4G", "line=4G", "ratio=10000")
        limits = [word for limit in most for word in ("--limit", limit)]
        memory, seconds, failed = peak([self.options.quoth, *reading, *forced, *limits, path])
        read = size or on_disk
        print(f"| {use} | {name} | {read / MIB:.0f} | {on_disk / MIB:.0f} | {memory / MIB:.0f} | {memory / read:.1f} | "
              f"{seconds:.0f} |{' ' + failed if failed else ''}", flush=True)
        for leftover in self.folder.iterdir():
            leftover.unlink()

    def run(self):
        print("| command | format | MiB of text | file | memory | over text | s |\n|---|---|---|---|---|---|---|")
        for name, (ending, *shape) in invented.TRANSCRIPTS.items():
            self.row("ingest", name, ending, lambda path, s=shape: invented.write_plain(path, s, self.size))
        for name, (ending, *shape) in invented.ARTICLES.items():
            self.row("extract", name, ending, lambda path, s=shape: invented.write_plain(path, s, self.size))
        for use, turn in (("ingest", invented.text), ("extract", invented.prose)):
            for kind in ("docx", "odt"):
                self.row(use, kind, kind, lambda path, k=kind, t=turn: invented.write_office(path, k, t, self.size),
                         self.size)
            pages = self.options.pages
            self.row(use, f"pdf, {pages} pages", "pdf", lambda path, t=turn: invented.write_pdf(path, t, pages))
        self.row("ingest", f"pdf, {pages} numbered pages", "pdf",
                 lambda path: invented.write_pdf(path, invented.text, pages, numbered=True))
        self.row("extract", "zip", "zip", lambda path: invented.write_zip(path, self.size), self.size)
        self.row("extract", "html, gzip", "html.gz",
                 lambda path: invented.write_gzip(path, invented.ARTICLES["html"][1:], self.size), self.size)
        self.folder.rmdir()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("quoth")
    parser.add_argument("--megabytes", type=int, default=100)
    parser.add_argument("--pages", type=int, default=5000)
    parser.add_argument("--only", help="the rows with this in them")
    parser.add_argument("--in", dest="folder", help="where the files are written")
    Bench(parser.parse_args()).run()


if __name__ == "__main__":
    sys.exit(main())
