# SPDX-License-Identifier: MIT
"""What an article says and what was found of it, with the names of the program's JSON (docs/json.md).

Offsets are Unicode code points of the article's text, start inclusive, end exclusive, as Python counts them. Lines and
columns are counted from 1, utterances from 0; times are seconds into the recording; shares and confidences lie in
[0, 1].
"""
from __future__ import annotations

import dataclasses

from quoth._record import Record, absent, called

_record = dataclasses.dataclass(frozen=True, slots=True, kw_only=True)


@_record
class TextSpan(Record):
    """Words of the article."""

    start: int
    end: int
    text: str


@_record
class SpeakerCandidate(Record):
    """Somebody whom the article may mean."""

    speaker: str
    probability: float


@_record
class Attribution(Record):
    """Who is said to have said a quotation."""

    speaker: str | None
    mention: TextSpan | None
    cue: TextSpan | None
    via: str | None
    rule: str
    confidence: float
    naming: str
    tagged: bool
    candidates: tuple[SpeakerCandidate, ...]
    aliases: tuple[str, ...] | None = absent()
    reason: str | None = absent()


@_record
class ClaimedPlace(Record):
    """Where in its source a quotation stands, as the article says."""

    start: int
    end: int
    text: str
    page: str | None = absent()
    last_page: str | None = absent()
    line: int | None = absent()
    last_line: int | None = absent()
    section: str | None = absent()
    chapter: str | None = absent()
    paragraph: int | None = absent()
    last_paragraph: int | None = absent()
    time: float | None = absent()


@_record
class Segment(Record):
    """A stretch of a quotation between its marks; with the last two fields where it was checked."""

    start: int
    end: int
    line: int
    column: int
    text: str


@_record
class CheckedSegment(Segment):
    """A stretch of a quotation and what was found of it; fidelity is None where it was not checked."""

    verdict: str
    fidelity: float | None


@_record
class Quotation(Record):
    """A quotation of an article."""

    id: int
    kind: str
    segments: tuple[Segment, ...]
    attribution: Attribution | None
    place: ClaimedPlace | None = absent()
    notes: tuple[str, ...] | None = absent()
    inside: int | None = absent()
    block: bool | None = absent()
    closed: bool | None = absent()

    @property
    def text(self) -> str:
        """The quoted words."""
        return " ".join(segment.text for segment in self.segments)

    @property
    def speaker(self) -> str | None:
        """Who is said to have said it."""
        return self.attribution.speaker if self.attribution else None


@_record
class Edit(Record):
    """A difference from a passage to the quotation."""

    op: str
    edit_class: str = called("class")
    quote: str
    source: str
    rule: str
    cost: float
    allowed: bool
    segment: int
    at_join: bool | None = absent()
    machine_error: bool | None = absent()
    witness: str | None = absent()
    time: float | None
    confidence: float | None


@_record
class PrintedPlace(Record):
    """The pages and lines on which a passage is printed."""

    page: str | None
    line: int | None
    last_page: str | None
    last_line: int | None


@_record
class Evidence(Record):
    """A passage of a source that a finding rests on."""

    source: str
    title: str | None
    date: str | None
    url: str | None
    made: str
    speaker: str | None
    utterance: int
    time: float | None
    printed: PrintedPlace | None = absent()
    heading: str | None = absent()
    paragraph: int | None = absent()
    segments: tuple[int, ...]
    chance: float
    before: str
    text: str
    after: str
    edits: tuple[Edit, ...]


@_record
class Join(Record):
    """Two neighbouring stretches that were found, and what lies between them in the source."""

    after: int
    at: str
    words_left_out: int
    verdict: str


@_record
class Finding(Quotation):
    """A quotation and what was found of it."""

    segments: tuple[CheckedSegment, ...]
    verdict: str
    also: tuple[str, ...]
    reason: str | None
    speaker_checked: str
    fidelity: float | None
    confidence: float
    joins: tuple[Join, ...]
    message: str
    evidence: tuple[Evidence, ...]
    set_aside: str | None = absent()

    def _repr_html_(self) -> str:
        from quoth._html import finding_html  # noqa: PLC0415 (for notebooks alone)

        return finding_html(self)


@_record
class ExtractedArticle(Record):
    """The quotations of an article."""

    id: str
    unit: str | None = absent()
    language: str | None = absent()
    quotations: tuple[Quotation, ...]


@_record
class CheckedArticle(Record):
    """The quotations of an article, each with what was found of it. `checked` of them are not "unchecked", and
    `fidelity` is their mean."""

    id: str
    unit: str | None = absent()
    language: str | None = absent()
    quotations: tuple[Finding, ...]
    checked: int
    fidelity: float | None

    def _repr_html_(self) -> str:
        return "".join(finding._repr_html_() for finding in self.quotations)


@_record
class Passage(Record):
    """A place in a source where the words of a search stand, or words like them."""

    source: str
    title: str
    date: str
    url: str
    speaker: str
    utterance: int
    time: float | None
    score: float
    text: str


@_record
class IngestCounts(Record):
    """How many sources an ingest added, replaced, and found unchanged."""

    added: int
    replaced: int
    unchanged: int


@_record
class StoredSpeaker(Record):
    """A name of a store, in how many sources it speaks, and in how many turns."""

    name: str
    sources: int
    utterances: int


@_record
class StoreStats(Record):
    """How much a store holds; `text_bytes` of all utterances in UTF-8, `file_bytes` on disk. `version` changes with
    what it holds, and with nothing else."""

    sources: int
    utterances: int
    words: int
    people: int
    text_bytes: int
    file_bytes: int
    version: str


@_record
class StoredSource(Record):
    """A source of a store."""

    id: str
    title: str
    date: str
    url: str
    kind: str
    made: str
    author: str
    issuer: str
    language: str
    path: str
    sha256: str
    ingested: str
    utterances: int
    words: int
