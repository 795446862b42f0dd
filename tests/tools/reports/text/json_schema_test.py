# SPDX-License-Identifier: MIT
"""Checks what check, extract and diff print as JSON against docs/schema/quoth.schema.json, and the schema against the tables.

    python3 tests/tools/reports/text/json_schema_test.py QUOTH

Exits with 77, after saying so, where Python's jsonschema is absent.
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[4]
SCHEMA = ROOT / "docs" / "schema" / "quoth.schema.json"

# Quotations whose segments have verdicts of their own.
SPLIT = """“Not by one krona,” Ana Ruud said, “and the fare stays at 45 kronor.”

“We vote in June,” Ana Ruud said, “and children under 12 travel free.”

“We will not raise the ferry fare this year,” Ana Ruud said. “The county will build a second one on the moon.”
"""

try:
    import jsonschema
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)


def names_in(table):
    """The names in the first column of a table of include/quoth."""
    rows = (ROOT / "include" / "quoth" / table).read_text(encoding="utf-8")
    return re.findall(r"^QUOTH_\w+\((\w+),", rows, re.MULTILINE)


def closed(schema):
    """The schema for which every field it does not name is a fault: none is printed that it forgets."""
    if isinstance(schema, list):
        return [closed(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    parts = {key: closed(value) for key, value in schema.items()}
    return {**parts, "additionalProperties": False} if isinstance(schema.get("properties"), dict) else parts


def run(quoth, folder, *arguments):
    return subprocess.run([quoth, *arguments], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False).stdout


def prepare(folder):
    """The bundled article in some shapes, one that sets a finding aside, one that cannot be read; returns their names."""
    text = (ROOT / "examples" / "article.md").read_text(encoding="utf-8")
    (folder / "article.md").write_text(text, encoding="utf-8")
    (folder / "aside.md").write_text(
        text.replace("Karin Berg, who", "<!-- quoth: ignore misattributed: she read it out -->\n\nKarin Berg, who"), encoding="utf-8")
    (folder / "open.txt").write_text("“He said ‘no’ to me,” she said.\n\n“It never ends, said Ana Ruud.\n", encoding="utf-8")
    (folder / "split.md").write_text(SPLIT, encoding="utf-8")
    (folder / "said.md").write_text("Ana Ruud says that we vote in June and children under 12 travel free.\n\n"
                                    "“Not by one krona,” she said.\n", encoding="utf-8")
    (folder / "binary.md").write_bytes(b"\0\1\2\3" * 100)
    articles = ROOT / "tests" / "data" / "text" / "articles"
    return ["article.md", "aside.md", "open.txt", "split.md", "binary.md"] + sorted(str(file) for file in articles.glob("story.*"))


def fields_of(value):
    if isinstance(value, dict):
        return set(value).union(*map(fields_of, value.values()))
    return set().union(*map(fields_of, value)) if isinstance(value, list) else set()


def main():
    quoth = os.path.abspath(sys.argv[1])
    schema = json.loads(SCHEMA.read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$defs"]["verdict"]["enum"] == names_in("verdicts.def"), "the schema has other verdicts than verdicts.def"
    validator = jsonschema.Draft202012Validator(closed(schema))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        files = prepare(folder)
        run(quoth, folder, "ingest", "--store", "store.db", "--title", "Town Council", "--date", "2031-05-12", "--speaker",
            "THE MAYOR=Ana Ruud", "--speaker", "MS. BERG=Karin Berg", str(ROOT / "examples" / "council-meeting.txt"))
        check = ["check", "--no-config", "--store", "store.db"]
        documents = json.loads(run(quoth, folder, *check, "--format", "json", *files))
        documents += [json.loads(line) for line in run(quoth, folder, "extract", "--format", "jsonl", *files).splitlines()]
        for pair in (["article.md", "split.md"], ["split.md", "said.md"], ["said.md", "split.md"]):
            documents += json.loads(run(quoth, folder, "diff", "--no-config", "--format", "json", *pair))
    assert len(documents) >= 2 * len(files), f"{len(documents)} documents of {len(files)} files"  # an archive has several
    for document in documents:
        for fault in validator.iter_errors(document):
            raise AssertionError(f"{document['id']}: {list(fault.absolute_path)}: {fault.message[:300]}")
    unseen = {"edits", "error", "words_left_out", "at_join", "time", "candidates", "chance", "set_aside", "inside", "closed", "unit",
              "old", "dropped", "moved", "outside"} - fields_of(documents)
    assert not unseen, f"the articles show no {unseen}"
    print(f"{len(documents)} documents agree with the schema")


if __name__ == "__main__":
    main()
