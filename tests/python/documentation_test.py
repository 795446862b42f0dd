# SPDX-License-Identifier: MIT
"""Every example in docs/ that imports quoth runs as it stands, in a folder with the files that the pages speak of, and
prints what stands behind its `#>`."""
import os
import re
import subprocess
import sys

import pytest
from conftest import EXAMPLES, ROOT


def examples():
    """(page:line, code) of each indented block that imports quoth."""
    for page in sorted((ROOT / "docs").glob("*.md")):
        lines = [*page.read_text(encoding="utf-8").splitlines(), "the end"]
        block: list[str] = []
        for number, line in enumerate(lines, 1):
            if line.startswith("    ") or (block and not line):
                block.append(line[4:])
                continue
            if "import quoth" in block:
                yield pytest.param("\n".join(block).rstrip() + "\n", id=f"{page.name}:{number - len(block)}")
            block = []


def newsroom(folder):
    meeting = (EXAMPLES / "council-meeting.txt").read_bytes()
    article = (EXAMPLES / "article.md").read_bytes()
    (folder / "articles").mkdir()
    for name, content in (("council.txt", meeting), ("article.md", article), ("articles/ferry.md", article)):
        (folder / name).write_bytes(content)


@pytest.mark.parametrize("code", list(examples()))
def test_the_examples_of_the_pages_print_what_they_say(code, tmp_path):
    for library in re.findall(r"^import (pandas|polars|pyarrow)$", code, re.MULTILINE):
        pytest.importorskip(library)
    newsroom(tmp_path)
    search = os.pathsep.join(path for path in sys.path if path)
    environment = {**os.environ, "PYTHONPATH": search, "PYTHONDONTWRITEBYTECODE": "1"}
    done = subprocess.run([sys.executable, "-c", code], cwd=tmp_path, env=environment, capture_output=True, text=True,
                          check=False)
    assert done.returncode == 0, done.stderr
    expected = re.findall(r"^#> ?(.*)$", code, re.MULTILINE)
    assert [line.rstrip() for line in done.stdout.splitlines()] == expected, done.stdout
