# SPDX-License-Identifier: MIT
"""The store of sources, open for writing."""
from __future__ import annotations

import datetime
import json
import math
import os
from collections.abc import Iterable, Mapping
from typing import Any

from quoth._library import Error, Handle, StoreHandle, pairs_of, written
from quoth._record import to_json
from quoth.checker import Path
from quoth.model import IngestCounts, Passage, StoredSource, StoredSpeaker, StoreStats


class Store:
    """A store, made where it does not exist. One thread at a time; checkers may read it meanwhile.

    What one call ingests is one transaction: all of it or, where it raises Error, nothing. More than fits in memory
    (some 130,000 sources, or 160 million words) is several, and the parts before the error stay. A source whose id the
    store has is replaced, or left as it is where its content is the same."""

    def __init__(self, path: Path) -> None:
        self.path = os.fspath(path)
        self._handle = StoreHandle(self.path)

    def ingest(self, path: Path, *, speakers: Mapping[str, str] | None = None, format: str = "auto",
               id: str | None = None, title: str | None = None, date: str | datetime.date | None = None,
               url: str | None = None, made: str | None = None, kind: str | None = None,
               limits: Mapping[str, object] | None = None) -> IngestCounts:
        """Ingests a file: a transcript or document in any format that the program reads, or JSON lines of many sources.
        `speakers` maps labels to names; the empty label stands for speech without one."""
        options = [f"speaker={pair}" for pair in pairs_of("speakers", speakers, last=True)]
        options += [f"limit={pair}" for pair in pairs_of("limits", limits)]
        given = {"format": format, "id": id, "title": title, "date": date, "url": url, "made": made, "kind": kind}
        options += [f"{name}={written(value)}" for name, value in given.items() if value is not None]
        return IngestCounts.from_dict(json.loads(self._handle.ingest_file(os.fspath(path), options)))

    def ingest_sources(self, sources: Iterable[Mapping[str, Any]]) -> IngestCounts:
        """Ingests sources given as dicts in the ingest form (docs/sources.md): "id", "utterances" with "speaker" and
        "text", and "title", "date", "url", "made", "kind" where they are known."""
        try:
            lines = "".join(to_json(dict(source)) + "\n" for source in sources).encode()
        except (TypeError, ValueError) as error:
            raise Error(f"a source cannot be written as JSON: {error}") from None
        return self._ingest_lines(lines)

    def ingest_frame(self, frame: Any) -> IngestCounts:
        """Ingests a DataFrame of pandas or polars with a row a source: its columns are the fields of the ingest form,
        or "text" and "speaker" in the place of "utterances", for what one person says or writes."""
        if hasattr(frame, "to_dict") and hasattr(frame, "iloc"):
            rows = frame.to_dict("records")
        elif hasattr(frame, "to_dicts"):
            rows = frame.to_dicts()
        else:
            raise TypeError(f"{type(frame).__name__}: give a DataFrame of pandas or polars")
        return self.ingest_sources(_source_of_row(row) for row in rows)

    def _ingest_lines(self, lines: bytes) -> IngestCounts:
        return IngestCounts.from_dict(json.loads(self._handle.ingest_bytes("sources.jsonl", lines, [])))

    def remove(self, id: str) -> None:
        """Removes a source; raises Error where the store has none of that id."""
        self._handle.remove(id)

    def sources(self) -> list[StoredSource]:
        """What it holds."""
        return [StoredSource.from_dict(json.loads(line)) for line in Handle(self.path).sources().splitlines()]


    def speakers(self) -> list[StoredSpeaker]:
        """Who speaks in it, by name."""
        return [StoredSpeaker.from_dict(json.loads(line)) for line in Handle(self.path).speakers().splitlines()]

    def stats(self) -> StoreStats:
        """How much it holds, and its version."""
        return StoreStats.from_dict(json.loads(Handle(self.path).stats()))

    def search(self, words: str, *, speaker: str | None = None, limit: int = 10) -> list[Passage]:
        """Where were these words said? See Checker.search."""
        lines = Handle(self.path).search(words, speaker, limit)
        return [Passage.from_dict(json.loads(line)) for line in lines.splitlines()]


def _is_missing(value: Any) -> bool:
    """None, or how pandas marks what is missing."""
    if isinstance(value, float):
        return math.isnan(value)
    return value is None or type(value).__name__ in ("NaTType", "NAType")


def _source_of_row(row: Mapping[str, Any]) -> dict[str, Any]:
    source = {str(name): value for name, value in row.items() if not _is_missing(value)}
    if isinstance(source.get("date"), datetime.date):
        source["date"] = written(source["date"])
    if "utterances" not in source and "text" in source:
        source["utterances"] = [{"speaker": source.pop("speaker", ""), "text": source.pop("text")}]
    return source
