# SPDX-License-Identifier: MIT
"""Verifies quotations: were these words said, by this speaker, and do they keep what was meant?

    import quoth
    checker = quoth.Checker("quotes.db")
    for finding in checker.check("article.md").quotations:
        print(finding.verdict, finding.text, finding.message)
"""
from quoth._library import Error, version
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
