# SPDX-License-Identifier: MIT
"""Sends `quoth mcp` 10,000 random and malformed messages: it neither ends nor hangs, and its memory stays flat.

    python3 tests/tools/servers/hostile_messages_test.py QUOTH
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
PATIENCE = 120  # seconds
MOST_GROWTH = 48 << 10  # KiB of memory, once all kinds of messages have been seen

METHODS = ["initialize", "ping", "tools/list", "tools/call", "resources/list", "resources/read", "resources/templates/list",
           "notifications/initialized", "notifications/cancelled", "prompts/list", "", "x" * 200]
TOOLS = ["check_text", "get_quote", "search", "list_sources", "explain_verdict", "rm", ""]
VALUES = [None, True, -1, 0, 7, 1.5, 1e300, 2**63, "", "ferry", "the fare stays at 38 kronor", "\u202e\x1b[2J\0", "é" * 50, "2031-05-12",
          "“The fare stays at 45 kronor,” Ana Ruud said.", "quoth://source/council", "quoth://source/%zz?from=", "strict", [], {}, ["a"]]
ARGUMENTS = ["text", "title", "date", "policy", "words", "source", "utterance", "time", "speaker", "context", "limit", "cursor", "name",
             "path"]


class Messages:
    """Bytes of messages without the line's end, always the same ones."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def value(self, depth=3):
        pick = self.random.random()
        if depth and pick < 0.1:
            return [self.value(depth - 1) for _ in range(self.random.randrange(4))]
        if depth and pick < 0.2:
            return {self.random.choice(ARGUMENTS): self.value(depth - 1) for _ in range(self.random.randrange(4))}
        return self.random.choice(VALUES)

    def request(self):
        method = self.random.choice(METHODS)
        params = {self.random.choice(["uri", "cursor", "name", "arguments", "requestId", "protocolVersion", "_meta"]): self.value()
                  for _ in range(self.random.randrange(3))}
        if method == "tools/call":
            names = self.random.sample(ARGUMENTS, self.random.randrange(5))
            params = {"name": self.random.choice(TOOLS), "arguments": {name: self.value(1) for name in names},
                      "_meta": {"progressToken": self.value(1)}}
        request = {"jsonrpc": "2.0", "id": self.random.choice([1, 2, "a", -5, 0]), "method": method, "params": params}
        for name in list(request):
            if self.random.random() < 0.05:
                request[name] = self.value()
            elif self.random.random() < 0.05:
                del request[name]
        return request

    def next(self):
        pick = self.random.random()
        if pick < 0.05:
            return self.random.randbytes(self.random.randrange(200)).replace(b"\n", b"")
        if pick < 0.07:
            return b"[" * self.random.randrange(5000)
        if pick < 0.1:
            return json.dumps([self.request() for _ in range(self.random.randrange(5))]).encode()
        content = bytearray(json.dumps(self.request(), ensure_ascii=self.random.random() < 0.5).encode("utf-8", "surrogatepass"))
        if pick < 0.3:
            for _ in range(self.random.randrange(1, 4)):
                content[self.random.randrange(len(content))] = self.random.choice(b'{}[]",:\\\x00\xff0a')
        if pick < 0.35:
            del content[self.random.randrange(len(content)):]
        return bytes(content)


class Server:
    def __init__(self, folder):
        store = folder / "quotes.db"
        subprocess.run([QUOTH, "ingest", "--store", store, "--id", "council", "--speaker", "THE MAYOR=Ana Ruud",
                        EXAMPLES / "council-meeting.txt"], check=True, capture_output=True)
        self.process = subprocess.Popen([QUOTH, "mcp", "--store", store], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL)
        self.patience = threading.Timer(PATIENCE, self.process.kill)
        self.patience.start()

    def send(self, content):
        self.process.stdin.write(content + b"\n")

    def sync(self, mark):
        """All that came before is answered."""
        self.send(json.dumps({"jsonrpc": "2.0", "id": mark, "method": "tools/list"}).encode())
        self.process.stdin.flush()
        for line in self.process.stdout:
            answer = json.loads(line)
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
        for line in self.process.stdout:
            json.loads(line)
        status = self.process.wait(PATIENCE)
        self.patience.cancel()
        return status


class HostileMessages(unittest.TestCase):
    def test_random_messages_leave_it_running_and_its_memory_flat(self):
        with tempfile.TemporaryDirectory() as folder:
            server, messages, sizes = Server(pathlib.Path(folder)), Messages(20311), []
            for number in range(1, MESSAGES + 1):
                server.send(messages.next())
                if number % 100 == 0:  # fewer than fill the pipes
                    server.sync(f"mark {number}")
                if number % 2500 == 0:
                    sizes.append(server.memory())
            self.assertEqual(server.end(), 0)
            self.assertLess(sizes[-1] - sizes[0], MOST_GROWTH, sizes)

    def test_messages_over_the_limit_are_refused_and_cost_nothing(self):
        with tempfile.TemporaryDirectory() as folder:
            server = Server(pathlib.Path(folder))
            server.sync("before")
            before = server.memory()
            for number in range(20):
                server.send(b'{"jsonrpc": "2.0", "id": 1, "method": "' + b"x" * (6 << 20) + b'"}')
                server.sync(f"mark {number}")
            self.assertLess(server.memory() - before, MOST_GROWTH)
            self.assertEqual(server.end(), 0)


if __name__ == "__main__":
    unittest.main()
