# SPDX-License-Identifier: MIT
"""Frames of pandas, polars and pyarrow, and dicts of lists, as columns of JSON and back; none of them is imported here:
whoever gives a frame has its library. No Python code runs for each row."""
from __future__ import annotations

import datetime
import json
import sys
import types
from collections.abc import Iterator, Mapping
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


def _plain(value: Any) -> Any:
    """A value that JSON has no form for: a date, a number of numpy's, or what pandas puts where nothing is."""
    if type(value).__name__ in ("NaTType", "NAType"):
        return None
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    if hasattr(value, "item"):
        return value.item()
    raise TypeError(f"{type(value).__name__} is neither text nor a date")


class _Pandas:
    """A DataFrame of self._library."""

    def __init__(self, frame: Any, library: types.ModuleType) -> None:
        self._frame = frame
        self._library = library

    def __len__(self) -> int:
        return len(self._frame)

    def names(self) -> list[str]:
        return list(self._frame.columns)

    def column(self, name: str, first: int, last: int) -> list[Any]:
        part = self._frame[name].iloc[first:last].astype(object)
        return list(part.where(part.notna(), None).tolist())

    def joined(self, columns: _Columns) -> Any:
        kinds = {int: "Int64", float: "float64", bool: "boolean", str: object, list: object}
        return self._library.DataFrame({name: self._library.Series(columns[name], dtype=kinds[kind])
                                 for name, kind in COLUMNS.items()})


class _Polars:
    """A DataFrame of self._library."""

    def __init__(self, frame: Any, library: types.ModuleType) -> None:
        self._frame = frame
        self._library = library

    def __len__(self) -> int:
        return int(self._frame.height)

    def names(self) -> list[str]:
        return list(self._frame.columns)

    def column(self, name: str, first: int, last: int) -> list[Any]:
        return list(self._frame[name].slice(first, last - first).to_list())

    def joined(self, columns: _Columns) -> Any:
        of = self._library
        kinds = {int: of.Int64, float: of.Float64, bool: of.Boolean, str: of.String, list: of.List(of.String)}
        return of.DataFrame(columns, schema={name: kinds[kind] for name, kind in COLUMNS.items()})


class _Arrow:
    """A Table or a RecordBatch of pyarrow; the findings are a Table."""

    def __init__(self, frame: Any, library: types.ModuleType) -> None:
        self._frame = frame
        self._library = library

    def __len__(self) -> int:
        return int(self._frame.num_rows)

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
        self._frame = frame

    def __len__(self) -> int:
        return max(map(len, self._frame.values()), default=0)

    def names(self) -> list[str]:
        return list(self._frame)

    def column(self, name: str, first: int, last: int) -> list[Any]:
        return list(self._frame[name][first:last])

    def joined(self, columns: _Columns) -> Any:
        return columns


Frame = _Pandas | _Polars | _Arrow | _Lists


def frame_of(given: Any) -> Frame:
    """Which kind of frame it is. Raises Error where it is none."""
    if isinstance(given, Mapping):
        return _Lists(given)
    for library, names, kind in (("pandas", ("DataFrame",), _Pandas), ("polars", ("DataFrame",), _Polars),
                                 ("pyarrow", ("Table", "RecordBatch"), _Arrow)):
        loaded = sys.modules.get(library)
        if loaded is not None and isinstance(given, tuple(getattr(loaded, name) for name in names)):
            return kind(given, loaded)
    raise Error(f"{type(given).__name__}: give a DataFrame of pandas or polars, a pyarrow Table, or a dict of lists")


def parts_of(frame: Frame, rows: int) -> Iterator[tuple[int, bytes]]:
    """The articles of a frame as JSON for quoth_check_table(), that many at a time, with the number of the first."""
    names = [name for name in _FIELDS if name in frame.names()]
    if "text" not in names:
        raise Error('the frame has no column "text"')
    for first in range(0, len(frame), rows):
        part = {name: frame.column(name, first, first + rows) for name in names}
        try:
            yield first, json.dumps(part, ensure_ascii=False, allow_nan=False, default=_plain).encode()
        except (TypeError, ValueError) as error:
            raise Error(f"the rows from {first} on cannot be written as JSON: {error}") from None


def joined(frame: Frame, tables: list[_Columns]) -> Any:
    """The tables as one frame of that kind."""
    columns: _Columns = {name: [] for name in COLUMNS}
    for table in tables:
        for name in COLUMNS:
            columns[name].extend(table[name])
    return frame.joined(columns)
