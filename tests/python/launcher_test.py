# SPDX-License-Identifier: MIT
"""The script that pip puts into bin/ starts the program of the package."""
import shutil
import subprocess

import pytest
from conftest import ROOT


def package(root, folder):
    """Puts a program there that says where it is."""
    program = root / folder / "quoth" / "bin" / "quoth"
    program.parent.mkdir(parents=True)
    program.write_text(f"#!/bin/sh\necho {folder} $1\n", encoding="utf-8")
    program.chmod(0o755)


def started(root):
    (root / "bin").mkdir()
    script = shutil.copy(ROOT / "python" / "scripts" / "quoth", root / "bin" / "quoth")
    # No PATH: nothing else is started.
    return subprocess.run(["/bin/sh", script, "check"], capture_output=True, text=True, check=False, env={"PATH": ""})


@pytest.mark.parametrize("folders", [
    ["lib/python3.11/site-packages"], ["lib64/python3.12/site-packages"], ["lib/pypy3.10/site-packages"],
    ["lib/python3/dist-packages"], ["local/lib/python3.11/dist-packages"], ["."],
    ["lib/python3.10/site-packages", "lib/python3.11/site-packages", "lib/python3.12/site-packages"],
    [".", "lib64/python3.11/site-packages"],
], ids=" ".join)
def test_the_program_of_the_newest_python_is_started(tmp_path, folders):
    for folder in folders:
        package(tmp_path, folder)
    (tmp_path / "lib" / "python3.13" / "site-packages").mkdir(parents=True)
    assert started(tmp_path).stdout == f"{folders[-1]} check\n"


def test_a_lost_package_is_told(tmp_path):
    done = started(tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "install it again with pip" in done.stderr
