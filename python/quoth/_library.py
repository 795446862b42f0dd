# SPDX-License-Identifier: MIT
"""The C face of quoth (quoth.h), loaded once.

The library is looked for beside the package, as the wheel has it; else under the name that an installed quoth gives it.
The environment variable QUOTH_LIBRARY names another file. ctypes lets other threads run while a function works.
"""
from __future__ import annotations

import ctypes
import datetime
import os
from collections.abc import Mapping
from typing import Any

_ABI = "0.1"  # of libquoth.so, which is the project's version up to its second number
_Checker = ctypes.c_void_p
_Store = ctypes.c_void_p
_Options = ctypes.POINTER(ctypes.c_char_p)  # "NAME=VALUE", None behind the last
_Text = ctypes.c_void_p  # a string that is ours to free; ctypes would copy a c_char_p and lose it


class Error(Exception):
    """What the program would say on one line: what went wrong, where, and what to do.

    A value of a wrong type is a TypeError instead."""


def _path() -> str:
    given = os.environ.get("QUOTH_LIBRARY")
    if given:
        return given
    name = f"libquoth.so.{_ABI}"
    beside = os.path.join(os.path.dirname(__file__), "lib", name)  # noqa: PTH120 (pathlib costs a third of the import)
    return beside if os.path.exists(beside) else name  # noqa: PTH110


def _loaded() -> ctypes.CDLL:
    try:
        library = ctypes.CDLL(_path())
    except OSError as error:
        raise ImportError(f"{error}; install the wheel, or say with QUOTH_LIBRARY where libquoth.so is") from None
    for name, result, arguments in (
        ("quoth_version", ctypes.c_char_p, []),
        ("quoth_last_error", ctypes.c_char_p, []),
        ("quoth_open", _Checker, [ctypes.c_char_p]),
        ("quoth_close", None, [_Checker]),
        ("quoth_set", ctypes.c_int, [_Checker, ctypes.c_char_p, ctypes.c_char_p]),
        ("quoth_check_file", _Text, [_Checker, ctypes.c_char_p]),
        ("quoth_check_bytes", _Text, [_Checker, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_size_t]),
        ("quoth_check_table", _Text, [_Checker, ctypes.c_char_p, ctypes.c_size_t, ctypes.c_size_t]),
        ("quoth_extract_file", _Text, [_Checker, ctypes.c_char_p]),
        ("quoth_extract_bytes", _Text, [_Checker, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_size_t]),
        ("quoth_search", _Text, [_Checker, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_size_t]),
        ("quoth_sources", _Text, [_Checker]),
        ("quoth_speakers", _Text, [_Checker]),
        ("quoth_stats", _Text, [_Checker]),
        ("quoth_store_open", _Store, [ctypes.c_char_p]),
        ("quoth_store_close", None, [_Store]),
        ("quoth_ingest_file", _Text, [_Store, ctypes.c_char_p, _Options]),
        ("quoth_ingest_bytes", _Text, [_Store, ctypes.c_char_p, ctypes.c_char_p, ctypes.c_size_t, _Options]),
        ("quoth_remove", ctypes.c_int, [_Store, ctypes.c_char_p]),
        ("quoth_free", None, [_Text]),
    ):
        function = getattr(library, name)
        function.restype, function.argtypes = result, arguments
    return library


_library = _loaded()


def version() -> str:
    """The version of the library, "MAJOR.MINOR.PATCH"."""
    return str(_library.quoth_version().decode())


def _complaint() -> Error:
    return Error(_library.quoth_last_error().decode(errors="replace"))


def _bytes_of(what: str, name: str) -> bytes:
    if not isinstance(what, str):
        raise TypeError(f"{name}: give a str, not {type(what).__name__}")
    try:
        encoded = what.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raise Error(f"{name} has half a character (a lone surrogate), which quoth cannot take") from None
    if b"\0" in encoded:
        raise Error(f"{name} has a zero byte, which quoth cannot take")
    return encoded


def written(value: object) -> str:
    """A value of an option, as the library takes it; of a date with a time only the day."""
    if isinstance(value, datetime.date):
        return value.isoformat()[:10]
    return str(os.fspath(value) if isinstance(value, os.PathLike) else value)


def pairs_of(name: str, given: Mapping[str, object] | None, *, last: bool = False) -> list[str]:
    """KEY=VALUE for each item of a dict that the caller gave as `name`; None is empty. The library parts it at the
    first "=", or at the `last` one, so that the key, or the value, can have none."""
    if given is None:
        return []
    if not isinstance(given, Mapping):
        raise TypeError(f"{name}: give a dict, not {type(given).__name__}")
    for key, value in given.items():
        if "=" in str(value if last else key):
            raise Error(f"{name}: \"{value if last else key}\" has an equals sign, which quoth cannot take there")
    return [f"{key}={value}" for key, value in given.items()]


def _taken(text: int | None) -> bytes:
    """The string that a function gave, freed; raises what the library said where it gave none."""
    if not text:
        raise _complaint()
    try:
        return ctypes.string_at(text)
    finally:
        _library.quoth_free(text)


class Handle:
    """A checker of the library; one thread at a time."""

    def __init__(self, store: str | None, options: tuple[tuple[str, str], ...] = ()) -> None:
        self._checker: int | None = None
        self._checker = _library.quoth_open(None if store is None else _bytes_of(store, "the store's path"))
        if not self._checker:
            raise _complaint()
        for option, value in options:
            self.set(option, value)

    def __del__(self) -> None:
        if self._checker:
            _library.quoth_close(self._checker)

    def set(self, option: str, value: str) -> None:
        if not _library.quoth_set(self._checker, option.encode(), _bytes_of(value, option)):
            raise _complaint()

    def check_file(self, path: str) -> bytes:
        return _taken(_library.quoth_check_file(self._checker, _bytes_of(path, "the path")))

    def check_bytes(self, name: str, content: bytes) -> bytes:
        return _taken(_library.quoth_check_bytes(self._checker, _bytes_of(name, "the name"), content, len(content)))

    def check_table(self, columns: bytes, first: int) -> bytes:
        return _taken(_library.quoth_check_table(self._checker, columns, len(columns), first))

    def extract_file(self, path: str) -> bytes:
        return _taken(_library.quoth_extract_file(self._checker, _bytes_of(path, "the path")))

    def extract_bytes(self, name: str, content: bytes) -> bytes:
        return _taken(_library.quoth_extract_bytes(self._checker, _bytes_of(name, "the name"), content, len(content)))

    def search(self, words: str, speaker: str | None, limit: int) -> bytes:
        if not isinstance(limit, int):
            raise TypeError(f"limit: give a whole number, not {type(limit).__name__}")
        if limit < 0:
            raise Error(f"limit: {limit} is no number from 0 on")
        preferred = None if speaker is None else _bytes_of(speaker, "the speaker")
        return _taken(_library.quoth_search(self._checker, _bytes_of(words, "what to search for"), preferred, limit))

    def sources(self) -> bytes:
        return _taken(_library.quoth_sources(self._checker))

    def speakers(self) -> bytes:
        return _taken(_library.quoth_speakers(self._checker))

    def stats(self) -> bytes:
        return _taken(_library.quoth_stats(self._checker))


def _options(pairs: list[str]) -> Any:
    return (ctypes.c_char_p * (len(pairs) + 1))(*(_bytes_of(pair, pair.partition("=")[0]) for pair in pairs), None)


class StoreHandle:
    """A store of the library's that is open for writing; one thread at a time."""

    def __init__(self, path: str) -> None:
        self._store: int | None = None
        self._store = _library.quoth_store_open(_bytes_of(path, "the store's path"))
        if not self._store:
            raise _complaint()

    def __del__(self) -> None:
        if self._store:
            _library.quoth_store_close(self._store)

    def ingest_file(self, path: str, options: list[str]) -> bytes:
        return _taken(_library.quoth_ingest_file(self._store, _bytes_of(path, "the path"), _options(options)))

    def ingest_bytes(self, name: str, content: bytes, options: list[str]) -> bytes:
        return _taken(_library.quoth_ingest_bytes(self._store, _bytes_of(name, "the name"), content, len(content),
                                                  _options(options)))

    def remove(self, id: str) -> None:
        if not _library.quoth_remove(self._store, _bytes_of(id, "the id")):
            raise _complaint()
