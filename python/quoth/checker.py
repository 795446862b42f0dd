# SPDX-License-Identifier: MIT
"""Articles in, quotations with what was found of them out."""
from __future__ import annotations

import datetime
import json
import os
import threading
from collections.abc import Mapping
from typing import Any, TypeVar

from quoth import _frame
from quoth._library import Error, Handle, pairs_of, written
from quoth.model import CheckedArticle, ExtractedArticle, Passage, StoreStats
from quoth.policy import Policy

Path = str | os.PathLike[str]
_Article = TypeVar("_Article", CheckedArticle, ExtractedArticle)
_ROWS_AT_ONCE = 256  # of a frame, for each thread
_TEXT_NAME = "text.txt"  # stands for the path of a text that has none; its ending says that it is plain


def _articles(kind: type[_Article], lines: bytes) -> list[_Article]:
    return [kind.from_dict(json.loads(line)) for line in lines.splitlines()]


def _only(articles: list[_Article], where: str) -> _Article:
    if len(articles) != 1:
        raise Error(f"{where}: holds {len(articles)} articles; take them with check_all or extract_all")
    return articles[0]


def _is_file(text_or_path: Path) -> bool:
    # Path.is_file raises where a line of text is too long for a name.
    return not isinstance(text_or_path, str) or os.path.isfile(text_or_path)  # noqa: PTH113


def _options(speakers: Mapping[str, str] | None, limits: Mapping[str, object] | None,
             **given: Any) -> tuple[tuple[str, str], ...]:
    """The options of the C face, in the order in which they are set."""
    pairs: list[tuple[str, Any]] = [("speaker", pair) for pair in pairs_of("speakers", speakers)]
    pairs += [("limit", pair) for pair in pairs_of("limits", limits)]
    pairs += given.items()
    return tuple((name, written(value)) for name, value in pairs if value is not None)


class Checker:
    """Checks articles against one store.

    Any number of threads may use one Checker at once: each gets a connection of its own to the store, and other Python
    threads run while one checks. `policy` is "ap", "strict", "broadcast", a policy file or a Policy; `date`
    (YYYY-MM-DD) is for articles that name none; `coverage` is "complete" or "partial", what the store is meant to hold
    of what is quoted; `speakers` maps names as articles print them to those that the store knows; `threads` is how many
    may share one article with many quotations, or a frame; `format` is the articles' format, "auto" from the file's
    content and name; `limits` are what reading a file may cost, as in {"bytes": "50M", "seconds": 10}.

    What goes wrong is an Error, whose text is the program's one line; a value of a wrong type is a TypeError.
    The store is opened read-only and may grow meanwhile.
    """

    def __init__(self, store: Path, *, policy: Path | Policy | None = None,
                 date: str | datetime.date | None = None, coverage: str | None = None,
                 speakers: Mapping[str, str] | None = None, threads: int = 1, format: str = "auto",
                 limits: Mapping[str, object] | None = None) -> None:
        if not isinstance(threads, int):
            raise TypeError(f"threads: give a whole number, not {type(threads).__name__}")
        self._store = os.fspath(store)
        policies = {"policy_text": policy.text} if isinstance(policy, Policy) else {"policy": policy}
        self._options = _options(speakers, limits, **policies, date=date, coverage=coverage,
                                 threads=threads, format=format)
        self._threads = threads
        self._of_thread = threading.local()
        self._handle()

    def _handle(self) -> Handle:
        handle: Handle | None = getattr(self._of_thread, "handle", None)
        if handle is None:
            handle = self._of_thread.handle = Handle(self._store, self._options)
        return handle

    def check(self, text_or_path: Path) -> CheckedArticle:
        """Checks one article: a file where a string names one, or a pathlib.Path is given; else the string is the text
        of the article. For a stranger's text take check_text, which opens no file."""
        if _is_file(text_or_path):
            return _only(self.check_all(text_or_path), os.fspath(text_or_path))
        return self.check_text(os.fspath(text_or_path))

    def check_text(self, text: str | bytes, name: str = _TEXT_NAME) -> CheckedArticle:
        """Checks a text. `name` stands for its path, and its ending tells the format where the text does not."""
        return _only(_articles(CheckedArticle, self._handle().check_bytes(name, _encoded(text))), name)

    def check_all(self, path: Path) -> list[CheckedArticle]:
        """Checks all articles of a file: of JSON lines, a feed or an archive there may be many."""
        return _articles(CheckedArticle, self._handle().check_file(os.fspath(path)))

    def check_json(self, path: Path) -> bytes:
        """The JSON lines of check_all, as `quoth check --format jsonl` prints them."""
        return self._handle().check_file(os.fspath(path))

    def check_frame(self, frame: Any) -> Any:
        """Checks the articles of a frame, a row an article, on the checker's `threads`; gives a frame of the same kind
        with a row a quotation.

        The frame is a DataFrame of pandas or polars, a Table of pyarrow, or a dict of lists. It has a column "text";
        "id", "title", "date" (text or dates), "author", "outlet" and "language" are used where it has them. The columns
        of the findings are described in docs/python.md; `row` is the article's row, from 0. An article that cannot be
        read has one row, with `error`; one without quotations has none."""
        given = _frame.frame_of(frame)
        rows = _ROWS_AT_ONCE * max(self._threads, 1)
        return _frame.joined(given, _frame.tables_of(given, rows, self._handle().check_table))

    def search(self, words: str, *, speaker: str | None = None, limit: int = 10) -> list[Passage]:
        """Where were these words said? One passage of each source that has at least half of them, the best first; among
        passages that have them alike that of `speaker` comes first."""
        lines = self._handle().search(words, speaker, limit)
        return [Passage.from_dict(json.loads(line)) for line in lines.splitlines()]

    def stats(self) -> StoreStats:
        """How much the store holds, and its version."""
        return StoreStats.from_dict(json.loads(self._handle().stats()))


def _encoded(text: str | bytes) -> bytes:
    if isinstance(text, bytes):
        return text
    if not isinstance(text, str):
        raise TypeError(f"the text: give str or bytes, not {type(text).__name__}")
    return text.encode("utf-8", "surrogatepass")


def check(text_or_path: Path, *, store: Path, **options: Any) -> CheckedArticle:
    """Checks one article; see Checker, which is better for several of them."""
    return Checker(store, **options).check(text_or_path)


def check_frame(frame: Any, *, store: Path, threads: int = 1, **options: Any) -> Any:
    """Checks the articles of a frame, a row an article; see Checker.check_frame."""
    return Checker(store, threads=threads, **options).check_frame(frame)


def extract(text_or_path: Path, *, format: str = "auto",
            limits: Mapping[str, object] | None = None) -> ExtractedArticle:
    """The quotations of one article and who is said to have said them; no store is needed. See Checker.check."""
    if _is_file(text_or_path):
        return _only(extract_all(text_or_path, format=format, limits=limits), os.fspath(text_or_path))
    return extract_text(os.fspath(text_or_path), format=format, limits=limits)


def extract_text(text: str | bytes, name: str = _TEXT_NAME, *, format: str = "auto",
                 limits: Mapping[str, object] | None = None) -> ExtractedArticle:
    """The quotations of a text; no file is opened, whatever it says. See Checker.check_text."""
    lines = _extractor(format, limits).extract_bytes(name, _encoded(text))
    return _only(_articles(ExtractedArticle, lines), name)


def extract_all(path: Path, *, format: str = "auto",
                limits: Mapping[str, object] | None = None) -> list[ExtractedArticle]:
    """The quotations of all articles of a file."""
    return _articles(ExtractedArticle, _extractor(format, limits).extract_file(os.fspath(path)))


def _extractor(format: str, limits: Mapping[str, object] | None) -> Handle:
    return Handle(None, _options(None, limits, format=format))
