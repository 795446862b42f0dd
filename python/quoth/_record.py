# SPDX-License-Identifier: MIT
"""Dataclasses that are read from the program's JSON and written as the same JSON."""
from __future__ import annotations

import dataclasses
import json
import re
import types
import typing
from typing import Any, ClassVar, TypeVar

_Self = TypeVar("_Self", bound="Record")


def absent() -> Any:
    """A field that the JSON leaves out where it is None; of any other None is null there."""
    return dataclasses.field(default=None, metadata={"absent": True})


def called(name: str) -> Any:
    """A field whose name in the JSON is a word of Python's own."""
    return dataclasses.field(metadata={"name": name})


# What the program escapes although JSON need not: what drives a terminal, and marks that turn the direction of text.
_DRIVES_TERMINAL = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\U000e0000-\U000e007f]")


def _escaped(found: re.Match[str]) -> str:
    units = found[0].encode("utf-16-be")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2))


def to_json(value: Any) -> str:
    """The JSON that the program writes: no spaces, and no escapes but those that keep a terminal safe."""
    return _DRIVES_TERMINAL.sub(_escaped, json.dumps(value, ensure_ascii=False, separators=(",", ":")))


class Record:
    """What JSON objects are made into; its fields have their names and their order."""

    __slots__ = ()
    __dataclass_fields__: ClassVar[dict[str, dataclasses.Field[Any]]]

    @classmethod
    def from_dict(cls: type[_Self], values: dict[str, Any]) -> _Self:  # noqa: PYI019 (Self is of Python 3.11)
        """The record of a JSON object. Fields that this version does not know are left out."""
        return cls(**{field: read(values[name]) for field, name, read in _readers(cls) if name in values})

    def to_dict(self) -> dict[str, Any]:
        """The JSON object again, its fields in the program's order."""
        result = {}
        for field in dataclasses.fields(self):
            value = getattr(self, field.name)
            if value is None and "absent" in field.metadata:
                continue
            result[field.metadata.get("name", field.name)] = _written(value)
        return result

    def to_json(self) -> str:
        """The program's JSON, to the byte."""
        return to_json(self.to_dict())


def _written(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_dict()
    return [_written(one) for one in value] if isinstance(value, tuple) else value


def _reader(kind: Any) -> Any:
    """A function from JSON to a value of that type."""
    if typing.get_origin(kind) in (typing.Union, types.UnionType):
        inner = [_reader(one) for one in typing.get_args(kind) if one is not type(None)]
        return lambda value: None if value is None else inner[0](value)
    if typing.get_origin(kind) is tuple:
        one = _reader(typing.get_args(kind)[0])
        return lambda value: tuple(one(each) for each in value)
    if isinstance(kind, type) and issubclass(kind, Record):
        return kind.from_dict
    return lambda value: value


_known_readers: dict[type[Record], list[tuple[str, str, Any]]] = {}


def _readers(cls: type[Record]) -> list[tuple[str, str, Any]]:
    """Of each field its name, its name in the JSON, and what reads it."""
    known = _known_readers.get(cls)
    if known is None:
        kinds = typing.get_type_hints(cls)
        known = _known_readers[cls] = [(field.name, field.metadata.get("name", field.name), _reader(kinds[field.name]))
                                       for field in dataclasses.fields(cls)]
    return known
