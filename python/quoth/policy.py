# SPDX-License-Identifier: MIT
"""Which edits a newsroom allows."""
from __future__ import annotations

import os
from collections.abc import Mapping

from quoth._library import Error, Handle

_MOST = 64 << 10  # bytes that the library takes; more need not be read
_NAME = "the policy"  # of one that has no file, in the library's errors


class Policy:
    """A newsroom's own policy: a verdict and a cost for some classes of edits; the others are as in "ap".

        Policy({"contraction": ("altered", 0.10), "inflection": ("permitted", 0.02)}, name="gazette")
        Policy("name gazette\\ncontraction altered 0.10\\n")
        Policy.read("gazette.policy")

    The classes, and the form of the text, are those of docs/fidelity.md; a cost is what one such edit takes off the
    fidelity, in [0, 1]. Raises Error for what is no policy."""

    __slots__ = ("text",)

    def __init__(self, rules: str | Mapping[str, tuple[str, float]], *, name: str | None = None) -> None:
        lines = [f"name {name}\n"] if name else []
        if isinstance(rules, str):
            lines.append(rules)
        else:
            lines += [f"{edit_class} {verdict} {cost}\n" for edit_class, (verdict, cost) in rules.items()]
        self.text = "".join(lines)
        Handle(None, (("policy_text", self.text),))

    @classmethod
    def read(cls, path: str | os.PathLike[str]) -> Policy:
        """The policy in a file. Errors name the file and the line."""
        name = os.fspath(path)
        try:
            with open(path, encoding="utf-8") as file:
                text = file.read(_MOST + 1)
        except (OSError, UnicodeDecodeError):
            raise Error(f"{name}: cannot be read as a policy") from None
        try:
            return cls(text)
        except Error as error:
            said = str(error)
            raise Error(name + said[len(_NAME):] if said.startswith(_NAME) else f"{name}: {said}") from None

    def __repr__(self) -> str:
        return f"Policy({self.text!r})"
