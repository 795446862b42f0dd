# SPDX-License-Identifier: MIT
"""`python -m quoth ...` runs the program: the one of the wheel, else the one on the PATH."""
from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path


def program() -> str | None:
    """The program's path; None where there is none."""
    beside = Path(__file__).with_name("bin") / "quoth"
    return str(beside) if os.access(beside, os.X_OK) else shutil.which("quoth")


def main() -> None:
    found = program()
    if found is None:
        sys.exit("quoth: the program is neither in the package nor on the PATH; "
                 "install the wheel or the Debian package")
    os.execv(found, ["quoth", *sys.argv[1:]])


if __name__ == "__main__":
    main()
