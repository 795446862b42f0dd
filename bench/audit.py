#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""How many articles a second `quoth audit` checks, on one thread and on two, and how much memory it takes.

    bench/audit.py QUOTH STORE ARTICLES.jsonl [--editions N] [--dir DIR]

The articles are those of bench/archive.py, or others. With --editions they are repeated until there are N, each with an
id and a last line of its own: an archive of later editions, whose quotations are mostly remembered. Where others use the machine the processor time is the figure to trust: the program's own, of all its threads.
"""
import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time


def write_archive(articles, editions, file):
    """Writes the articles, or so many editions of them, and gives their number."""
    with open(articles, encoding="utf-8") as lines:
        originals = [json.loads(line) for line in lines if line.strip()]
    with open(file, "w", encoding="utf-8") as out:
        for i in range(editions or len(originals)):
            article = dict(originals[i % len(originals)])
            if editions:
                article["id"] = f"{i}-{article.get('id', '')}"
                article["text"] += f"\n\nEdition {i}."
            out.write(json.dumps(article, ensure_ascii=False) + "\n")
    return editions or len(originals)


def run(command):
    """Wall seconds, processor seconds and the most memory in bytes."""
    begin = time.monotonic()
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"quoth ended with {os.waitstatus_to_exitcode(status)}")
    return time.monotonic() - begin, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("quoth")
    parser.add_argument("store")
    parser.add_argument("articles")
    parser.add_argument("--editions", type=int, default=0, help="repeat the articles until there are so many")
    parser.add_argument("--dir", help="where the audits go (default: the system's temporary folder)")
    options = parser.parse_args()

    with tempfile.TemporaryDirectory(dir=options.dir) as name:
        folder = pathlib.Path(name)
        archive = folder / "articles.jsonl"
        count = write_archive(options.articles, options.editions, archive)
        print(f"{count} articles, {archive.stat().st_size / count:.0f} bytes each; "
              f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f}")
        print(f"{'':22}{'wall s':>9}{'articles/s':>12}{'CPU s':>9}{'CPU ms each':>13}{'most MB':>9}")
        walls = {}
        for what, out, jobs in (("1 thread", "one", 1), ("2 threads", "two", 2), ("known from before", "two", 2)):
            wall, cpu, memory = run([options.quoth, "audit", "--no-config", "--quiet", "--store", options.store,
                                     "--out", str(folder / out), "--jobs", str(jobs), str(archive)])
            walls[what] = wall
            print(f"{what:22}{wall:9.2f}{count / wall:12.0f}{cpu:9.2f}{cpu / count * 1000:13.2f}{memory / 1e6:9.0f}")
        print(f"from one thread to two: {walls['1 thread'] / walls['2 threads']:.2f} times as fast")


if __name__ == "__main__":
    main()
