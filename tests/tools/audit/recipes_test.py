# SPDX-License-Identifier: MIT
"""Runs the recipes for DuckDB and Datasette in docs/audit.md on the results of an audit.

    python3 tests/tools/audit/recipes_test.py QUOTH

DuckDB's extension for SQLite is fetched by DuckDB itself: where it cannot be, the recipes that attach audit.db are
named and left out. Exits with 77, after saying so, where duckdb or datasette is absent.
"""
import importlib.util
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[3]
QUOTH = pathlib.Path(sys.argv[1]).resolve()

for name in ("duckdb", "datasette"):
    if importlib.util.find_spec(name) is None:
        print(f"skipped: there is no {name}")
        sys.exit(77)
import duckdb  # noqa: E402

ARTICLES = {
    "one": "“We will raise the ferry fare this year,” Ana Ruud said.",
    "copy": "“We will raise the ferry fare this year,” Ana Ruud said.",
    "two": "“The waiting room is in the budget for next year,” Karin Berg said.",
    "three": "“We will not raise the ferry fare this year,” Ana Ruud said.",
}


def recipes(program):
    """The command lines of the document that call the program, without its name."""
    text = (ROOT / "docs/audit.md").read_text(encoding="utf-8")
    return re.findall(rf"^    {program} (.+)$", text, re.MULTILINE)


def quoth(*arguments):
    return subprocess.run([QUOTH, *arguments], check=False, capture_output=True, text=True).returncode


def audit():
    lines = [json.dumps({"id": name, "outlet": "Bay Post", "author": "Liv Aas", "text": text,
                         "date": "2031-05-14" if name == "copy" else "2031-05-13"})
             for name, text in ARTICLES.items()]
    pathlib.Path("articles.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert quoth("ingest", "--store", "quotes.db", "--date", "2031-05-12", "--speaker", "THE MAYOR=Ana Ruud",
                 "--speaker", "MS. BERG=Karin Berg", ROOT / "examples/council-meeting.txt") == 0
    assert quoth("audit", "--no-config", "--store", "quotes.db", "--out", "audit-2031", "articles.jsonl") == 1


def can_attach():
    try:
        duckdb.sql("INSTALL sqlite; LOAD sqlite")
    except duckdb.Error:
        return False
    return True


def run_duckdb():
    found = recipes("duckdb")
    assert len(found) >= 4, found
    attaches = can_attach()
    for recipe in found:
        query = re.fullmatch('-c "(.+)"', recipe).group(1)
        if "TYPE sqlite" in query and not attaches:
            print(f"left out, DuckDB's extension for SQLite cannot be fetched: {query}")
            continue
        result = duckdb.connect().sql(query)
        rows = result.fetchall() if result is not None else []
        assert rows or query.startswith("COPY"), query
        print(f"{len(rows)} rows: {query}")


def run_datasette():
    found = recipes("datasette")
    assert found
    for recipe in found:
        arguments = recipe.split()
        if "--get" not in arguments:
            arguments += ["--get", "/audit/findings.json?_shape=array"]
        arguments = [argument.strip("'") for argument in arguments]
        done = subprocess.run([sys.executable, "-m", "datasette", *arguments], check=True, capture_output=True,
                              env=dict(os.environ, PYTHONWARNINGS="ignore"))
        rows = json.loads(done.stdout)
        assert rows and all(row["outlet"] == "Bay Post" for row in rows), recipe
        print(f"{len(rows)} rows: datasette {recipe}")


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        audit()
        run_duckdb()
        run_datasette()
        os.chdir(ROOT)


main()
