# SPDX-License-Identifier: MIT
"""Sends `quoth lsp` 10,000 random and malformed messages: it neither ends nor hangs, and its memory stays flat.

    python3 tests/tools/servers/hostile_editor_test.py QUOTH
"""
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import threading
import unittest

QUOTH = pathlib.Path(sys.argv.pop(1)).resolve()
EXAMPLES = pathlib.Path(__file__).resolve().parents[3] / "examples"
MESSAGES = 10_000
PATIENCE = 240  # seconds
MOST_GROWTH = 48 << 10  # KiB of memory, once all kinds of messages have been seen

TEXTS = ["", "“The fare stays at 45 kronor,” Ana Ruud said.\n", "# Ferry\n\n“Nobody is closing the library”\r\n", "<p>“The fare stays",
         "> “a\n" * 50, "\u202e\x1b[2J\0", "“" * 300, "é😀\r", "<!-- quoth: ignore altered: -->", "---\ntitle: [\n---\n"]
VALUES = [None, True, -1, 0, 3, 1.5, 1e300, 2**40, "", "ferry", [], {}, ["utf-8"], {"line": 0}] + TEXTS
URIS = ["file:///nowhere/a.md", "file:///nowhere/b.html", "untitled:c", "file:///%zz", "", "file://host/a.md"]
METHODS = ["initialize", "initialized", "shutdown!", "textDocument/didOpen", "textDocument/didChange", "textDocument/didSave",
           "textDocument/didClose", "textDocument/diagnostic", "textDocument/hover", "textDocument/codeAction",
           "workspace/didChangeConfiguration", "workspace/didChangeWatchedFiles", "$/cancelRequest", "textDocument/completion"]


class Messages:
    """Messages without their headers, always the same ones."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def pick(self, usual, often=0.9):
        return usual() if self.random.random() < often else self.random.choice(VALUES)

    def place(self):
        return {"line": self.pick(lambda: self.random.randrange(6), 0.97), "character": self.pick(lambda: self.random.randrange(60), 0.97)}

    def range(self):
        return {"start": self.place(), "end": self.place()}

    def document(self):
        return {"uri": self.pick(lambda: self.random.choice(URIS[:3]), 0.95), "version": self.pick(lambda: 7),
                "languageId": self.random.choice(["markdown", "html", "plaintext", "cpp"]), "text": self.random.choice(TEXTS)}

    def change(self):
        change = {"text": self.pick(lambda: self.random.choice(TEXTS), 0.97)}
        if self.random.random() < 0.9:
            change["range"] = self.pick(self.range)
        return change

    def message(self):
        params = {"textDocument": self.pick(self.document, 0.95), "position": self.pick(self.place), "range": self.pick(self.range),
                  "contentChanges": self.pick(lambda: [self.change() for _ in range(self.random.randrange(3))]),
                  "settings": self.pick(lambda: {"quoth": {"policy": self.random.choice(["ap", "strict", "no", 7])}}),
                  "capabilities": self.pick(dict), "id": self.random.randrange(50)}
        message = {"jsonrpc": "2.0", "method": self.random.choice(METHODS), "params": self.pick(lambda: params, 0.97)}
        if self.random.random() < 0.5:
            message["id"] = self.random.randrange(50)
        return message

    def next(self):
        pick = self.random.random()
        if pick < 0.03:
            return self.random.randbytes(self.random.randrange(200))
        if pick < 0.05:
            return json.dumps([self.message() for _ in range(self.random.randrange(4))]).encode()
        content = bytearray(json.dumps(self.message(), ensure_ascii=self.random.random() < 0.5).encode("utf-8", "surrogatepass"))
        if pick < 0.15:
            content[self.random.randrange(len(content))] = self.random.choice(b'{}[]",:\\\x00\xff0a')
        if pick < 0.18:
            del content[self.random.randrange(len(content)):]
        return bytes(content)


class Server:
    def __init__(self, folder):
        store = folder / "quotes.db"
        subprocess.run([QUOTH, "ingest", "--store", store, "--id", "council", "--speaker", "THE MAYOR=Ana Ruud",
                        EXAMPLES / "council-meeting.txt"], check=True, capture_output=True)
        self.process = subprocess.Popen([QUOTH, "lsp", "--store", store], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, cwd=folder)
        self.patience = threading.Timer(PATIENCE, self.process.kill)
        self.patience.start()

    def send(self, content):
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(content), content))

    def send_json(self, message):
        self.send(json.dumps(message).encode())
        self.process.stdin.flush()

    def receive(self):
        header = self.process.stdout.readline()
        if not header:
            return None
        self.process.stdout.readline()
        return json.loads(self.process.stdout.read(int(header.split(b":")[1])))

    def sync(self, mark):
        """All that came before is answered."""
        self.send_json({"jsonrpc": "2.0", "id": mark, "method": "textDocument/none"})
        while (answer := self.receive()) is not None:
            if isinstance(answer, dict) and answer.get("id") == mark:
                return
        raise AssertionError(f"the server ended, or hung, before {mark}")

    def memory(self):
        """In KiB; what a sanitizer keeps says nothing of the server's."""
        if os.environ.get("QUOTH_SANITIZED"):
            return 0
        status = pathlib.Path(f"/proc/{self.process.pid}/status").read_text(encoding="ascii")
        return int(next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS")))

    def end(self):
        self.process.stdin.close()
        while self.receive() is not None:
            pass
        status = self.process.wait(PATIENCE)
        self.patience.cancel()
        return status


class HostileEditor(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.server = Server(pathlib.Path(folder.name))

    def test_random_messages_leave_it_running_and_its_memory_flat(self):
        messages, sizes = Messages(20311), []
        self.server.send_json({"jsonrpc": "2.0", "id": "first", "method": "initialize", "params": {"capabilities": {}}})
        for number in range(1, MESSAGES + 1):
            self.server.send(messages.next())
            if number % 50 == 0:  # fewer than fill the pipes
                self.server.sync(f"mark {number}")
            if number % 2500 == 0:
                sizes.append(self.server.memory())
        self.assertEqual(self.server.end(), 1)  # without shutdown
        self.assertLess(sizes[-1] - sizes[0], MOST_GROWTH, sizes)

    def test_headers_that_tell_no_length_end_the_session(self):
        self.server.sync("before")
        self.server.process.stdin.write(b"Content-Type: text\r\n\r\n{}")
        self.assertEqual(self.server.end(), 1)


if __name__ == "__main__":
    unittest.main()
