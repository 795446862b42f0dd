# SPDX-License-Identifier: MIT
"""Frames of pandas, polars and pyarrow, and dicts of lists, as columns of JSON and back; none of them is imported here:
whoever gives a frame has its library. Python code runs for the values alone that JSON has no form for, as dates."""
from __future__ import annotations

import datetime
import json
import math
import re
import sys
import types
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from quoth._library import Error

# What a row of quoth_check_table() holds, by column, with its type.
COLUMNS: dict[str, type] = {
    "row": int, "article": str, "quotation": int, "kind": str, "text": str, "start": int, "end": int, "line": int,
    "column": int, "speaker": str, "verdict": str, "also": list, "must_be_seen": bool, "fidelity": float,
    "confidence": float, "message": str, "reason": str, "speaker_checked": str, "source": str, "said_on": str,
    "said_by": str, "utterance": int, "time": float, "passage": str, "url": str, "made": str, "error": str,
}
_FIELDS = ("id", "text", "title", "date", "author", "outlet", "publisher", "language")
_Columns = dict[str, list[Any]]

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")
_DEEPEST = 100  # lists inside each other; the library takes 512 from the start
_UNREADABLE: list[Any] = []  # no string: the library says so in the article's row


def _plain(value: Any) -> Any:
    """A value that JSON has no form for: a date, an array or a number of numpy's, an id that prints itself, or what
    pandas puts where nothing is."""
    kind = type(value).__name__
    if kind in ("NaTType", "NAType"):
        return None
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if kind == "datetime64":
        return None if str(value) == "NaT" else str(value)[:10]
    for written in ("as_py", "tolist", "to_list"):  # of pyarrow, of numpy and pandas, of polars
        if hasattr(value, written):
            return getattr(value, written)()
    printer: Any = type(value).__str__
    prints_itself = printer is not object.__str__ and not isinstance(value, bytes | bytearray)
    return str(value) if prints_itself else _UNREADABLE


def _mended(value: Any, depth: int = 0) -> Any:
    """The same of a value that json.dumps or the library may refuse: of what is missing a null, of half a character
    U+FFFD, of a number over 64 bits its digits. Raises ValueError for what is nested too deep."""
    if depth > _DEEPEST:
        raise ValueError("nested too deep")
    if isinstance(value, str):
        return _LONE_SURROGATE.sub("\ufffd", value)
    if isinstance(value, float):
        return None if math.isnan(value) else value if math.isfinite(value) else _UNREADABLE
    if value is None or isinstance(value, int):
        return value if value is None or abs(value) < 1 << 63 else str(value)
    if isinstance(value, list | tuple):
        return [_mended(one, depth + 1) for one in value]
    if isinstance(value, Mapping):
        return {str(key): _mended(one, depth + 1) for key, one in value.items()}
    return _mended(_plain(value), depth + 1)


def _cell(value: Any) -> Any:
    try:
        return _mended(value)
    except Exception:  # noqa: BLE001 (whatever stands in a cell, the other rows are checked)
        return _UNREADABLE


def _json(part: _Columns) -> bytes:
    try:
        return json.dumps(part, ensure_ascii=False, allow_nan=False, default=_plain).encode()
    except Exception:  # noqa: BLE001 (one value is refused: look at each)
        return _mended_json(part)


def _mended_json(part: _Columns) -> bytes:
    part = {name: [_cell(value) for value in column] for name, column in part.items()}
    return json.dumps(part, ensure_ascii=False, allow_nan=False).encode()


class _OfLibrary:
    """A frame of self._library."""

    def __init__(self, frame: Any, library: types.ModuleType) -> None:
        self._frame = frame
        self._library = library

    def __len__(self) -> int:
        return len(self._frame)


class _Pandas(_OfLibrary):
    """A DataFrame of self._library."""

    def names(self) -> list[str]:
        return list(self._frame.columns)

    def column(self, name: str, first: int, last: int) -> list[Any]:
        part = self._frame[name].iloc[first:last].astype(object)
        return list(part.where(part.notna(), None).tolist())

    def joined(self, columns: _Columns) -> Any:
        kinds = {int: "Int64", float: "float64", bool: "boolean", str: object, list: object}
        return self._library.DataFrame({name: self._library.Series(columns[name], dtype=kinds[kind])
                                 for name, kind in COLUMNS.items()})


class _Polars(_OfLibrary):
    """A DataFrame of self._library."""

    def names(self) -> list[str]:
        return list(self._frame.columns)

    def column(self, name: str, first: int, last: int) -> list[Any]:
        return list(self._frame[name].slice(first, last - first).to_list())

    def joined(self, columns: _Columns) -> Any:
        of = self._library
        kinds = {int: of.Int64, float: of.Float64, bool: of.Boolean, str: of.String, list: of.List(of.String)}
        return of.DataFrame(columns, schema={name: kinds[kind] for name, kind in COLUMNS.items()})


class _Arrow(_OfLibrary):
    """A Table or a RecordBatch of pyarrow; the findings are a Table."""

    def names(self) -> list[str]:
        return list(self._frame.schema.names)

    def column(self, name: str, first: int, last: int) -> list[Any]:
        return list(self._frame.column(name).slice(first, last - first).to_pylist())

    def joined(self, columns: _Columns) -> Any:
        of = self._library
        kinds = {int: of.int64(), float: of.float64(), bool: of.bool_(), str: of.string(), list: of.list_(of.string())}
        return of.table(columns, schema=of.schema([(name, kinds[kind]) for name, kind in COLUMNS.items()]))


class _Lists:
    """A dict of lists, one a column."""

    def __init__(self, frame: Mapping[str, Any]) -> None:
        for name, column in frame.items():
            if name in _FIELDS and (isinstance(column, str | bytes | Mapping) or not hasattr(column, "__getitem__")):
                raise TypeError(f'the column "{name}" is of type {type(column).__name__}; give a list')
        self._frame = frame

    def __len__(self) -> int:
        return max((len(self._frame[name]) for name in _FIELDS if name in self._frame), default=0)

    def names(self) -> list[str]:
        return list(self._frame)

    def column(self, name: str, first: int, last: int) -> list[Any]:
        column = self._frame[name]
        return list(getattr(column, "iloc", column)[first:last])  # a Series of pandas goes by its labels else

    def joined(self, columns: _Columns) -> Any:
        return columns


Frame = _Pandas | _Polars | _Arrow | _Lists


def frame_of(given: Any) -> Frame:
    """Which kind of frame it is. Raises TypeError where it is none."""
    if isinstance(given, Mapping):
        return _Lists(given)
    for library, names, kind in (("pandas", ("DataFrame",), _Pandas), ("polars", ("DataFrame",), _Polars),
                                 ("pyarrow", ("Table", "RecordBatch"), _Arrow)):
        loaded = sys.modules.get(library)
        if loaded is not None and isinstance(given, tuple(getattr(loaded, name) for name in names)):
            return kind(given, loaded)
    kind_given = type(given).__name__
    raise TypeError(f"{kind_given}: give a DataFrame of pandas or polars, a pyarrow Table, or a dict of lists")


def _parts_of(frame: Frame, rows: int) -> Iterator[tuple[int, _Columns]]:
    """The articles of a frame, that many at a time, with the number of the first."""
    given = frame.names()
    names = [name for name in _FIELDS if name in given]
    for name in names:
        if given.count(name) > 1:
            raise Error(f'the frame has {given.count(name)} columns "{name}"')
    if "text" not in names:
        raise Error('the frame has no column "text"')
    for first in range(0, len(frame), rows):
        yield first, {name: frame.column(name, first, first + rows) for name in names}


def tables_of(frame: Frame, rows: int, check: Callable[[bytes, int], bytes]) -> Iterator[_Columns]:
    """The findings of a frame's articles, of which quoth_check_table() gets that many at a time."""
    for first, part in _parts_of(frame, rows):
        try:
            found = check(_json(part), first)
        except Error:  # for one value, it may be
            found = check(_mended_json(part), first)
        yield json.loads(found)


def joined(frame: Frame, tables: Iterable[_Columns]) -> Any:
    """The tables as one frame of that kind."""
    columns: _Columns = {name: [] for name in COLUMNS}
    for table in tables:
        for name in COLUMNS:
            columns[name].extend(table[name])
    return frame.joined(columns)
