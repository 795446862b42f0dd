# SPDX-License-Identifier: MIT
"""How a notebook shows a finding."""
from __future__ import annotations

import html
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from quoth.model import Evidence, Finding

_GRAVE = ("misattributed", "distorted", "not_found", "altered", "truncated", "spliced")


def _evidence_html(evidence: Evidence) -> str:
    said = ", ".join(html.escape(one) for one in (evidence.speaker, evidence.source, evidence.date) if one)
    passage = f"{html.escape(evidence.before)}<b>{html.escape(evidence.text)}</b>{html.escape(evidence.after)}"
    return f"<blockquote>{passage}<br><small>{said}</small></blockquote>"


def finding_html(finding: Finding) -> str:
    """The quotation, its verdict, the message and the best passage; everything is escaped."""
    mark = "&#9632;" if finding.verdict in _GRAVE else "&#9633;"
    verdict = html.escape(finding.verdict.replace("_", " "))
    speaker = f" ({html.escape(finding.speaker)})" if finding.speaker else ""
    best = _evidence_html(finding.evidence[0]) if finding.evidence else ""
    return (
        f"<div><p>{mark} <b>{verdict}</b>: &ldquo;{html.escape(finding.text)}&rdquo;{speaker}<br>"
        f"{html.escape(finding.message)}</p>{best}</div>"
    )
