#!/usr/bin/env python3
"""Writes the inputs that a fuzz target begins with, from the fixtures of the tests: seeds.py QUOTH TARGET FOLDER"""
import json
import pathlib
import sqlite3
import subprocess
import sys
import tempfile
import zipfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "tests" / "data"
CAPTIONS = {".vtt": 0, ".srt": 1, ".scc": 2, ".ttml": 3, ".srv1": 4, ".srv3": 4, ".json3": 5}  # as in captions.cpp
QUERIES = ["forty thousand tonnes of silt from the inner basin", "Thank you very much.", "The ferry terminal will close",
           "the [lower] weir … nine of its gates", "harbour council", "“Two gates a year”", "e\u0301\u00e9 \u2014 \U0001f600"]


def fixtures(*folders, largest=40_000):
    """Name and bytes of the samples; PDF is another library's, and what is large is tried no better."""
    for folder in folders:
        for file in sorted((DATA / folder).iterdir()):
            known = file.suffix not in (".expected", ".pdf") and file.is_file()
            if known and file.stat().st_size <= largest:
                yield file.name, file.read_bytes()


def articles():
    for name, content in fixtures("text/articles", "grammar/documents", "grammar/transcripts", "grammar/formats"):
        yield name, name.encode() + b"\n" + content
    yield "article.md", b"article.md\n" + (ROOT / "examples/article.md").read_bytes()


def transcripts():
    for name, content in fixtures("grammar/formats", "grammar/transcripts", "grammar/documents", "text/articles"):
        yield name, name.encode() + b"\n" + content


def captions():
    for name, content in fixtures("grammar/formats", "grammar/transcripts"):
        if (number := CAPTIONS.get(pathlib.Path(name).suffix)) is not None:
            yield name, str(number).encode() + content


def office():
    for folder in ("text/articles", "grammar/formats", "tools/annotate"):
        for file in sorted((DATA / folder).iterdir()):
            if file.suffix not in (".docx", ".odt"):
                continue
            with zipfile.ZipFile(file) as archive:
                parts = [(name, archive.read(name)) for name in archive.namelist() if not name.endswith("/")]
            yield file.name, b"".join(b"=== %s\n%s\n" % (name.encode(), part) for name, part in parts if len(part) < 30_000)


def json_lines():
    for command in sorted((DATA / "tools").glob("*/command")):
        if lines := [line for line in command.read_bytes().splitlines(True) if line.startswith(b'{"')]:
            yield command.parent.name, b"".join(lines)
    for file in sorted((DATA / "grammar/formats").glob("*.json")):
        yield file.name, file.read_bytes()
    article = {"id": "a", "text": "“We will not close,” Ida Moen said.", "title": "The ferry", "date": "2031-04-02",
               "author": "Per Lind", "outlet": "The Bay", "publisher": "The Bay", "language": "en"}
    source = {"id": "s", "title": "Council", "date": "2031-04-02", "url": "https://bay.example/", "made": "asr",
              "kind": "transcript", "language": "en", "speakers": {"A": {"name": "Ida Moen", "role": "mayor", "aliases": ["the mayor"]}},
              "utterances": [{"speaker": "A", "start": 0, "end": 2.5, "text": "We will not close.", "heading": "The ferry",
                              "page": "12", "line": 1,
                              "words": [[0, 0.5], [0.5, None], [None, 0.25], [1, 1]]}]}
    for name, value in (("article", article), ("source", source)):
        yield name, json.dumps(value, ensure_ascii=False).encode() + b"\n"
        yield name + "-lines", json.dumps(value, indent=1).encode() + b"\n"


def json_rpc():
    def call(tool, **arguments):
        return "tools/call", {"name": tool, "arguments": arguments, "_meta": {"progressToken": 1}}

    requests = [
        ("initialize", {"protocolVersion": "2025-06-18", "capabilities": {}, "clientInfo": {"name": "c", "version": "1"}}),
        ("ping", {}), ("tools/list", {}), ("resources/list", {"cursor": "1"}), ("resources/templates/list", {}),
        ("resources/read", {"uri": "quoth://source/council-2031-04-02?from=1"}),
        call("check_text", text="“The ferry terminal will close,” Adaeze Okoro said.", date="2031-04-03", policy="strict"),
        call("get_quote", words="forty thousand tonnes", speaker="Per Lindqvist", context=1, limit=2),
        call("get_quote", source="council-2031-04-02", utterance=1, time=9.5),
        call("search", words="the lower weir", limit=3), call("list_sources", limit=1, cursor="1"),
        call("explain_verdict", name="not found"),
    ]
    messages = [json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params}, ensure_ascii=False)
                for number, (method, params) in enumerate(requests)]
    messages += ['{"jsonrpc":"2.0","method":"notifications/cancelled","params":{"requestId":1}}',
                 '{"jsonrpc":"2.0","id":"a","result":{}}', "[" + ",".join(messages[:3]) + "]"]
    for number, message in enumerate(messages):
        yield str(number), b"M" + message.encode() + b"\n"
    yield "lines", b"M" + "\n".join(messages).encode()
    yield "headers", b"H" + with_headers(messages)
    yield "editor", b"L" + with_headers(editor_messages())


def with_headers(messages):
    return b"".join(b"Content-Length: %d\r\n\r\n%s" % (len(m.encode()), m.encode()) for m in messages)


def editor_messages():
    document = {"uri": "untitled:a", "languageId": "markdown", "version": 1, "text": "“The ferry terminal will close,” Adaeze Okoro said.\n"}
    at = {"textDocument": document, "position": {"line": 0, "character": 5},
          "range": {"start": {"line": 0, "character": 5}, "end": {"line": 0, "character": 9}}}
    change = {"textDocument": document, "contentChanges": [{"range": at["range"], "text": "“x"}, {"text": "x"}]}
    capabilities = {"general": {"positionEncodings": ["utf-8"]}, "textDocument": {"publishDiagnostics": {"relatedInformation": True}},
                    "workspace": {"configuration": True}}
    calls = [("initialize", {"rootUri": "file:///nowhere", "capabilities": capabilities}), ("textDocument/hover", at),
             ("textDocument/codeAction", at), ("textDocument/diagnostic", at), ("shutdown", None)]
    told = [("initialized", {}), ("textDocument/didOpen", at), ("textDocument/didChange", change), ("textDocument/didSave", at),
            ("workspace/didChangeConfiguration", {"settings": {"quoth": {"policy": "strict"}}}), ("textDocument/didClose", at)]
    requests = [json.dumps({"jsonrpc": "2.0", "id": number, "method": method, "params": params}, ensure_ascii=False)
                for number, (method, params) in enumerate(calls)]
    others = [json.dumps({"jsonrpc": "2.0", "method": method, "params": params}, ensure_ascii=False) for method, params in told]
    return [requests[0], *others[:2], *requests[1:4], *others[2:], requests[4]]


def config():
    yield "all", b"""store = "quotes.db"
policy = "house.policy"
coverage = "complete"
fail_on = "altered"
min_confidence = 0.5
include = ["articles/**/*.md"]
exclude = ["drafts/*", "*.txt"]
[severities]
altered = "error"
[speakers]
"Ida Moen" = "Ida Marie Moen"
"""
    yield "other-forms", b"""speakers."Ida Moen" = 'Ida'
include = [
  "a[0-9].md", # one
]
min_confidence = 1e-1
severities = {not_found = "note", misattributed = "warning"}
"""


def policy():
    yield "small", b"# house rules\nfiller permitted 0\nnumber altered 0.5\nnegation misleading 1.0\n"


def baseline():
    yield "entry", b"# Findings set aside\n06c9d530e166043c\tmisattributed\tarticle.md\taccepted as it was\n"
    yield "comment", "<!-- quoth: ignore misattributed: quoted from his book -->\n\n“We will not close,” she said.\n".encode()


def search():
    for number, query in enumerate(QUERIES):
        yield str(number), f"Adaeze Okoro\n{query}".encode()


def database(build):
    """The bytes of the database file that `build` writes."""
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "file"
        build(path)
        return path.read_bytes()


def resized(path, page_size):
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute(f"PRAGMA page_size = {page_size}")
    connection.execute("VACUUM")
    connection.close()


def store(quoth):
    def build(path, page_size):
        source = next(content for name, content in json_lines() if name == "source")
        lines = path.with_name("sources.jsonl")
        lines.write_bytes(source)
        files = [ROOT / "examples/council-meeting.txt", DATA / "grammar/documents/report.txt", DATA / "grammar/formats/whisper-word-probabilities.json"]
        for file in [lines, *files]:
            subprocess.run([quoth, "ingest", "--store", path, "--speaker", "=Ida Moen", file], check=True, capture_output=True)
        if page_size:
            resized(path, page_size)

    for page_size in (0, 512, 1024):
        yield f"pages-{page_size}", database(lambda path, size=page_size: build(path, size))


def table():
    def build(path, rows):
        connection = sqlite3.connect(path)
        connection.execute("PRAGMA page_size = 512")
        connection.execute("CREATE TABLE t (number INTEGER PRIMARY KEY, bytes BLOB NOT NULL) STRICT")
        for row in range(rows):
            connection.execute("INSERT INTO t VALUES (?, ?)", (row * row * 37 + 1, b"x" * (row * 41 % 400)))
        connection.commit()
        connection.close()

    for rows in (0, 3, 40, 300):
        yield str(rows), database(lambda path, count=rows: build(path, count))


def main():
    quoth, target, folder = sys.argv[1:]
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in store(quoth) if target == "store" else globals()[target]():
        (folder / name).write_bytes(content)


if __name__ == "__main__":
    main()
