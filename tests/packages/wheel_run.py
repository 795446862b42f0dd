# SPDX-License-Identifier: MIT
"""What must hold of the installed Python package: it says what the program beside it says, and both start in time."""
import importlib.metadata
import pathlib
import resource
import subprocess
import sys
import tempfile

import quoth

PROGRAM_SECONDS = 0.015
IMPORT_SECONDS = 0.050


def output(*command):
    return subprocess.run(command, check=False, stdout=subprocess.PIPE).stdout


def least_seconds(*command):
    """Of the processor, in twenty runs: nothing here waits for a disk once it was read, and others do not count."""
    seconds = []
    for _ in range(20):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        output(*command)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds.append(after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime)
    return min(seconds)


version = importlib.metadata.version("quoth")
assert quoth.__version__ == version, (quoth.__version__, version)
assert output("quoth", "--version").split()[-1].decode() == version, output("quoth", "--version")

with tempfile.TemporaryDirectory() as folder:
    store = str(pathlib.Path(folder, "example.db"))
    output("quoth", "ingest", "--store", store, "--id", "council", "examples/council-meeting.txt")
    for article in ("examples/article.md", "tests/data/text/articles/story.docx", "tests/data/text/articles/story.pdf",
                    "tests/data/text/articles/story.html"):
        checked = quoth.Checker(store).check(pathlib.Path(article))
        assert checked.quotations, article
        printed = output("quoth", "check", "--store", store, "--format", "jsonl", article)
        assert checked.to_json().encode() == printed.rstrip(), article

program = least_seconds("quoth", "--version")
package = least_seconds(sys.executable, "-c", "import quoth") - least_seconds(sys.executable, "-c", "")
print(f"quoth --version {program * 1000:.1f} ms, import quoth {package * 1000:.1f} ms")
assert program <= PROGRAM_SECONDS
assert package <= IMPORT_SECONDS
