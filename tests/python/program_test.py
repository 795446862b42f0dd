# SPDX-License-Identifier: MIT
"""`python -m quoth` is the program."""
import json
import os
import subprocess
import sys
from pathlib import Path

from conftest import ROOT


def module(*arguments, path, sent=""):
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "python"), "PATH": path, "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.run([sys.executable, "-m", "quoth", *map(str, arguments)], input=sent, capture_output=True,
                          text=True, env=environment, check=False)


def folder_of_program():
    return str(Path(os.environ["QUOTH_PROGRAM"]).resolve().parent)


def test_the_server_is_the_programs(store):
    asked = {"protocolVersion": "2025-06-18"}
    request = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": asked})
    done = module("mcp", "--store", store, path=folder_of_program(), sent=request + "\n")
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["result"]["serverInfo"]["name"] == "quoth"


def test_its_exit_status_is_the_programs(store):
    done = module("search", "--store", store, "xylophone zeppelin quagmire", path=folder_of_program())
    assert (done.returncode, done.stdout, done.stderr) == (1, "", "")


def test_where_there_is_no_program_it_says_so(tmp_path):
    done = module("mcp", path=str(tmp_path))
    assert done.returncode == 1
    assert "neither in the package nor on the PATH" in done.stderr
