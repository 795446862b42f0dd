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
    fidelity, in [0, 1]. Raises Error for what is no policy,
    and TypeError for values of a wrong type."""

    __slots__ = ("text",)

    def __init__(self, rules: str | Mapping[str, tuple[str, float]], *, name: str | None = None) -> None:
        lines = [f"name {name}\n"] if name else []
        if isinstance(rules, str):
            lines.append(rules)
        elif isinstance(rules, Mapping):
            lines += [_line(edit_class, rule) for edit_class, rule in rules.items()]
        else:
            raise TypeError(f"a policy: give its text or a dict, not {type(rules).__name__}")
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


def _line(edit_class: str, rule: tuple[str, float]) -> str:
    if not isinstance(rule, tuple | list) or len(rule) != 2:
        raise TypeError(f"{edit_class}: give a verdict and a cost, as in (\"altered\", 0.1), not {rule!r}")
    verdict, cost = rule
    return f"{edit_class} {verdict} {cost}\n"
