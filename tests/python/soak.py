# SPDX-License-Identifier: MIT
"""Eight threads use one Checker while a ninth changes the store: soak.py LIBRARY [SECONDS [STORE ARTICLES.jsonl]].

For SECONDS (60 unless told otherwise), after a warm-up, every verdict must be that of the first time, and the resident
memory of the last sixth may differ from that of the first sixth by 2 % at most. Without a store and articles those of
examples/ are used."""
import itertools
import json
import os
import pathlib
import re
import shutil
import statistics
import sys
import tempfile
import threading
import time

THREADS = 8
WARM_UP = 90  # seconds: until the allocator holds what eight threads need at once
ALLOWED = 0.02  # share of the resident memory
ROOT = pathlib.Path(__file__).resolve().parents[2]

os.environ["QUOTH_LIBRARY"] = str(pathlib.Path(sys.argv[1]).resolve())
seconds = float(sys.argv[2]) if len(sys.argv) > 2 else 60
sys.dont_write_bytecode = True
sys.path.insert(0, str(ROOT / "python"))
import quoth  # noqa: E402


def example(folder):
    """A store of the bundled transcript, and texts that quote it in other words and of other people."""
    store = str(folder / "quotes.db")
    quoth.Store(store).ingest(ROOT / "examples" / "council-meeting.txt", speakers={"THE MAYOR": "Ana Ruud"})
    article = (ROOT / "examples" / "article.md").read_text(encoding="utf-8")
    return store, [article.replace("412,000", f"{i},000").replace("half", f"part {i}") for i in range(200)]


def resident():
    """Bytes of memory that this process has, without pages of files: of those of the store there are more or fewer, as
    each thread maps the file anew after a change."""
    status = pathlib.Path("/proc/self/status").read_text(encoding="ascii")
    return 1024 * int(re.search(r"^RssAnon:\s+(\d+) kB$", status, re.MULTILINE)[1])


def extra(bird):
    return {"id": "extra", "utterances": [{"speaker": "Iben Sol", "text": f"{bird} parade."}]}


class Load:
    """What the threads do, and what went wrong."""

    def __init__(self, store, texts):
        self.checker = quoth.Checker(store)
        self.texts = texts
        self.known = {}
        self.done = [0] * THREADS
        self.faults = []
        self.is_over = threading.Event()

    def same_as_before(self, what, answer):
        if self.known.setdefault(what, hash(answer)) != hash(answer):
            self.faults.append(f"{what} gave another answer")

    def work(self, number):
        for i in itertools.count(number * 25):
            if self.is_over.is_set():
                return
            at = i % len(self.texts)
            text = self.texts[at]
            if i % 4 == 0:
                found = self.checker.check_text(text).quotations
                self.same_as_before(("check", at), str([(one.verdict, one.message) for one in found]))
            elif i % 4 == 1:
                self.same_as_before(("extract", at), quoth.extract_text(text).to_json())
            elif i % 4 == 2:
                found = self.checker.check_frame({"id": ["a", None], "text": [text, "Nobody said a word."]})
                self.same_as_before(("frame", at), str((found["verdict"], found["message"])))
            else:
                self.same_as_before("search", str(self.checker.search("nobody is closing the library")))
            self.done[number] += 1

    def guarded(self, work, *arguments):
        try:
            work(*arguments)
        except Exception as error:  # noqa: BLE001 (whatever it is, the soak failed)
            self.faults.append(repr(error))

    def change(self, writer):
        """Replaces the source of somebody whom no text quotes."""
        for i in itertools.count():
            if self.is_over.wait(1):
                return
            writer.ingest_sources([extra(("Penguins", "Seagulls")[i % 2])])


def soak(load, store):
    writer = quoth.Store(store)
    writer.ingest_sources([extra("Seagulls")])
    threads = [threading.Thread(target=load.guarded, args=(load.work, number)) for number in range(THREADS)]
    threads.append(threading.Thread(target=load.guarded, args=(load.change, writer)))
    for thread in threads:
        thread.start()
    time.sleep(WARM_UP)
    begun = sum(load.done)
    memory = []
    end = time.monotonic() + seconds
    while time.monotonic() < end and not load.faults:
        memory.append(resident())
        time.sleep(0.25)
    calls = sum(load.done) - begun
    load.is_over.set()
    for thread in threads:
        thread.join()
    return memory, calls


def main():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        if len(sys.argv) > 4:
            store = str(folder / "copy.db")
            shutil.copy(sys.argv[3], store)
            with open(sys.argv[4], encoding="utf-8") as lines:
                texts = [json.loads(line)["text"] for line in lines]
        else:
            store, texts = example(folder)
        load = Load(store, texts)
        memory, calls = soak(load, store)
    if load.faults:
        sys.exit("\n".join(load.faults[:5]))
    part = max(len(memory) // 6, 1)
    first, last = statistics.mean(memory[:part]), statistics.mean(memory[-part:])
    growth = last / first - 1
    print(f"{THREADS} threads, {seconds:.0f} s, {calls} calls: "
          f"{first / 1e6:.1f} MB, then {last / 1e6:.1f} MB ({growth:+.2%})")
    if abs(growth) > ALLOWED:
        sys.exit("the memory is not flat")


main()
