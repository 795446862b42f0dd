# SPDX-License-Identifier: MIT
"""Verifies quotations: were these words said, by this speaker, and do they keep what was meant?

    import quoth
    checker = quoth.Checker("quotes.db")
    for finding in checker.check("article.md").quotations:
        print(finding.verdict, finding.text, finding.message)
"""
from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from quoth._library import Error, version

if TYPE_CHECKING:
    from quoth.checker import Checker, check, check_frame, extract, extract_all, extract_text
    from quoth.model import (
        Attribution,
        CheckedArticle,
        CheckedSegment,
        ClaimedPlace,
        Edit,
        Evidence,
        ExtractedArticle,
        Finding,
        IngestCounts,
        Join,
        Passage,
        PrintedPlace,
        Quotation,
        Segment,
        SpeakerCandidate,
        StoredSource,
        StoredSpeaker,
        StoreStats,
        TextSpan,
    )
    from quoth.policy import Policy
    from quoth.store import Store

__version__ = version()
__all__ = [
    "Attribution", "CheckedArticle", "CheckedSegment", "Checker", "ClaimedPlace", "Edit", "Error", "Evidence",
    "ExtractedArticle", "Finding", "IngestCounts", "Join", "Passage", "Policy", "PrintedPlace", "Quotation", "Segment",
    "SpeakerCandidate", "Store", "StoreStats", "StoredSource", "StoredSpeaker", "TextSpan", "check", "check_frame",
    "extract", "extract_all", "extract_text",
]

# Dataclasses and what they import take longer to load than all else: each name is loaded at its first use (PEP 562).
_MODULES = {
    "checker": {"Checker", "check", "check_frame", "extract", "extract_all", "extract_text"},
    "policy": {"Policy"},
    "store": {"Store"},
}


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})


if not TYPE_CHECKING:  # a checker of types would take every name for one of ours

    def __getattr__(name: str) -> object:
        if name not in __all__:
            raise AttributeError(f"module 'quoth' has no attribute {name!r}")
        module = next((module for module, names in _MODULES.items() if name in names), "model")
        value = globals()[name] = getattr(import_module(f"quoth.{module}"), name)
        return value
