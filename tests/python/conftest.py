# SPDX-License-Identifier: MIT
"""What the tests of the package share: the program, and a store of the bundled transcript.

QUOTH_PROGRAM names the program; QUOTH_LIBRARY the shared library, where it is not beside the package."""
import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).resolve().parents[2]
EXAMPLES = ROOT / "examples"


def run(*arguments, status=(0, 1)):
    """What the program prints, without quoth.toml."""
    done = subprocess.run([os.environ["QUOTH_PROGRAM"], *map(str, arguments)], capture_output=True, check=False)
    assert done.returncode in status, done.stderr.decode()
    return done.stdout


@pytest.fixture(scope="session")
def store(tmp_path_factory):
    file = tmp_path_factory.mktemp("store") / "quotes.db"
    run("ingest", "--store", file, "--date", "2031-05-12", "--speaker", "THE MAYOR=Ana Ruud", "--speaker",
        "MR. HALVORSEN=Jonas Halvorsen", EXAMPLES / "council-meeting.txt")
    return file


@pytest.fixture(scope="session")
def article():
    return EXAMPLES / "article.md"
