# SPDX-License-Identifier: MIT
"""Runs the tests of the Python package: run_all.py QUOTH LIBRARY.

Exits with 77, after saying so, where pytest is absent."""
import os
import pathlib
import sys

FOLDER = pathlib.Path(__file__).resolve().parent

try:
    import pytest
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

# Tests run in folders of their own.
os.environ["QUOTH_PROGRAM"], os.environ["QUOTH_LIBRARY"] = (str(pathlib.Path(file).resolve()) for file in sys.argv[1:3])
sys.dont_write_bytecode = True
sys.path.insert(0, str(FOLDER.parents[1] / "python"))
sys.exit(pytest.main(["-q", "-p", "no:cacheprovider", *map(str, sorted(FOLDER.glob("*_test.py")))]))
