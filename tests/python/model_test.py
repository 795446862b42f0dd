# SPDX-License-Identifier: MIT
"""The dataclasses and how a notebook shows them."""
import os
import subprocess
import sys

import quoth
from conftest import run


def test_extraction_gives_the_program_s_json(article):
    printed = run("extract", "--format", "jsonl", article).decode().splitlines()
    assert [one.to_json() for one in quoth.extract_all(article)] == printed


def test_the_version_is_the_program_s():
    assert run("--version").decode().split()[-1] == quoth.__version__


def test_a_finding_is_shown_escaped(store):
    checked = quoth.check("“<script>alert(1)</script> is all we have,” said Mayor Ana Ruud.", store=store)
    shown = checked._repr_html_()
    assert "<script>" not in shown
    assert "&lt;script&gt;" in shown


def test_a_quotation_knows_its_words_and_its_speaker():
    quotation = quoth.extract("“It opens,” said Ana Ruud, “in June.”").quotations[0]
    assert quotation.text == "It opens, in June."
    assert quotation.speaker == "Ana Ruud"


def test_a_field_that_this_version_does_not_know_is_left_out():
    assert quoth.TextSpan.from_dict({"start": 1, "end": 2, "text": "a", "later": True}).text == "a"


def test_importing_it_is_cheap():
    """What takes long to import is imported by who uses it."""
    code = "import sys, quoth; print([name for name in ('asyncio', 'html', 'numpy', 'pandas', 'polars', 'pyarrow', " \
           "'subprocess') if name in sys.modules])"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONDONTWRITEBYTECODE": "1"}
    printed = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, check=True).stdout
    assert printed == b"[]\n"
