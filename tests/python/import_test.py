# SPDX-License-Identifier: MIT
"""What `import quoth` loads."""
import os
import subprocess
import sys

import pytest
import quoth
from conftest import ROOT


def test_every_name_is_there():
    assert all(getattr(quoth, name) is not None for name in quoth.__all__)
    assert set(quoth.__all__) <= set(dir(quoth))


def test_a_name_that_is_none_of_ours():
    with pytest.raises(AttributeError, match="'quoth' has no attribute 'chek'"):
        quoth.chek  # noqa: B018


def test_what_a_name_needs_is_loaded_at_its_first_use():
    program = ("import sys, quoth\n"
               "print('quoth.model' in sys.modules, quoth.Finding.__name__, 'quoth.model' in sys.modules)")
    paths = {**os.environ, "PYTHONPATH": str(ROOT / "python")}
    loaded = subprocess.run([sys.executable, "-c", program], check=True, capture_output=True, text=True, env=paths)
    assert loaded.stdout.split() == ["False", "Finding", "True"]
