# SPDX-License-Identifier: MIT
"""Checks SARIF reports against the published schema, SARIF 2.1.0.

    python3 tests/tools/reports/forges/sarif_schema_test.py QUOTH [SCHEMA]

The schema is that of the npm package @microsoft/jest-sarif (`npm install @microsoft/jest-sarif` in this folder or one
above, or with -g), or the file named. Exits with 77, after saying so, where it or Python's jsonschema is absent.
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[4]
SCHEMA = "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


try:
    import jsonschema
except ImportError as missing:
    skip(missing)


def schema_file():
    if len(sys.argv) > 2:
        return pathlib.Path(sys.argv[2])
    folders = [folder / "node_modules" for folder in (pathlib.Path.cwd(), *pathlib.Path.cwd().parents)]
    if shutil.which("npm"):
        root = subprocess.run(["npm", "root", "-g"], stdout=subprocess.PIPE, check=False).stdout.decode().strip()
        folders.append(pathlib.Path(root))
    for folder in folders:
        if (folder / SCHEMA).exists():
            return folder / SCHEMA
    return skip("there is no SARIF schema; npm install @microsoft/jest-sarif")


def report(quoth, folder, *arguments):
    done = subprocess.run([quoth, "check", "--no-config", "--store", "store.db", "--format", "sarif", *arguments],
                          cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    return json.loads(done.stdout)


def articles_in(folder):
    """The bundled article under names that paths and URIs write differently, and what is odd about articles."""
    text = (ROOT / "examples" / "article.md").read_text(encoding="utf-8")
    (folder / "sub").mkdir()
    for name in ("plain.md", "sub/with blank, 100 % & ünï.md", "#hash?query:colon.md"):
        (folder / name).write_text(text, encoding="utf-8")
    (folder / os.fsdecode(b"bad-\xff.md")).write_text(text, encoding="utf-8")
    (folder / "empty-of-quotations.md").write_text("Nobody said anything.\n", encoding="utf-8")
    (folder / "split.md").write_text(
        "“Not by one krona,” Ana Ruud said. “The county will build a second one on the moon.”\n", encoding="utf-8")
    (folder / "binary.md").write_bytes(b"\0\1\2\3" * 100)
    (folder / "set-aside.md").write_text(
        text.replace("Karin Berg, who", "<!-- quoth: ignore misattributed: she read it out -->\n\nKarin Berg, who"),
        encoding="utf-8")
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*.md"))


def main():
    quoth = os.path.abspath(sys.argv[1])
    schema = json.loads(schema_file().read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        subprocess.run([quoth, "ingest", "--store", "store.db", "--speaker", "THE MAYOR=Ana Ruud", "--speaker",
                        "MS. BERG=Karin Berg", str(ROOT / "examples" / "council-meeting.txt")],
                       cwd=folder, check=True, stdout=subprocess.DEVNULL)
        articles = articles_in(folder)
        for arguments in ([article] for article in articles):
            check(validator, report(quoth, folder, *arguments), arguments)
        unchecked = ["--fail-on", "unchecked", "plain.md"]
        strict = report(quoth, folder, *unchecked)
        check(validator, strict, unchecked)
        assert any(result["ruleId"] == "unchecked" for result in strict["runs"][0]["results"]), "nothing is unchecked"
        whole = report(quoth, folder, *articles)
        check(validator, whole, articles)
        run = whole["runs"][0]
        assert run["results"], "there are no results"
        assert any("suppressions" in result for result in run["results"]), "nothing was set aside"
        assert not run["invocations"][0]["executionSuccessful"], "the binary file went unnoticed"
    print(f"{len(articles) + 2} reports agree with {schema.get('title', 'the schema')}")


def check(validator, log, arguments):
    for fault in validator.iter_errors(log):
        raise AssertionError(f"{arguments}: {list(fault.absolute_path)}: {fault.message[:300]}")


if __name__ == "__main__":
    main()
