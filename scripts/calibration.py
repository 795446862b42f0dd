#!/usr/bin/env python3
"""Show how far the confidence of attributions can be trusted.

    calibration.py GOLD.jsonl EXTRACTED.jsonl

GOLD holds one annotated document a line: {"id", "text", "quotes": [{"start", "end", "kind", "speaker": {"start", "end"} | null,
"quoted": [{"start", "end"}]}]}. EXTRACTED is what `quoth extract --input-format jsonl --format jsonl GOLD.jsonl` prints.
An attribution is right when its mention names the same words as the annotated speaker of the stretch it covers, and wrong
where the annotation has no speech at all. Stretches without an annotated speaker are left out. Standard library only.
"""
import json
import sys

EDGES = [0.0, 0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95, 0.98, 1.01]


def letters(text, start, end):
    return {i for i in range(max(0, start), min(end, len(text))) if text[i].isalnum()}


def stretches(document):
    """Letters and speaker of each annotated stretch; the innermost annotation speaks."""
    found = {}
    for quote in document["quotes"]:
        if quote.get("kind") in {"indirect", "term", "headline", "title"}:
            continue
        for stretch in quote.get("quoted") or [quote]:
            key, size = (stretch["start"], stretch["end"]), quote["end"] - quote["start"]
            if key not in found or size < found[key][0]:
                found[key] = (size, quote.get("speaker"))
    return [(letters(document["text"], *key), speaker) for key, (_, speaker) in found.items()]


def same_words(text, mention, speaker):
    a, b = letters(text, mention["start"], mention["end"]), letters(text, speaker["start"], speaker["end"])
    common = len(a & b)
    return bool(common) and common >= 0.5 * min(len(a), len(b)) and len(a) <= max(3 * len(b), 60)


def judged(document, extracted):
    """(confidence, rule, right) of each attributed segment."""
    text, gold = document["text"], stretches(document)
    for quotation in extracted["quotations"]:
        attribution = quotation.get("attribution")
        if quotation["kind"] not in {"direct", "partial"} or quotation.get("inside") or not attribution or not attribution.get("mention"):
            continue
        for segment in quotation["segments"]:
            words = letters(text, segment["start"], segment["end"])
            covered = [(len(words & chars), speaker) for chars, speaker in gold]
            if not words:
                continue
            if sum(n for n, _ in covered) < 0.8 * len(words):
                yield attribution["confidence"], attribution["rule"], False
                continue
            speaker = max(covered, key=lambda c: c[0])[1]
            if speaker:
                yield attribution["confidence"], attribution["rule"], same_words(text, attribution["mention"], speaker)


def table(title, rows):
    print(f"{title:22} {'count':>7} {'share':>7} {'right':>7} {'claimed':>8}")
    total = sum(len(cases) for _, cases in rows)
    for name, cases in rows:
        if cases:
            right = sum(r for _, _, r in cases) / len(cases)
            claimed = sum(c for c, _, _ in cases) / len(cases)
            print(f"{name:22} {len(cases):7} {len(cases) / total:7.3f} {right:7.3f} {claimed:8.3f}")


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    with open(sys.argv[2], encoding="utf-8") as file:
        extracted = {d["id"]: d for d in map(json.loads, file)}
    with open(sys.argv[1], encoding="utf-8") as file:
        cases = [case for d in map(json.loads, file) if d["id"] in extracted for case in judged(d, extracted[d["id"]])]
    bins = zip(EDGES, EDGES[1:])
    table("confidence", [(f"{low:.2f} to {min(high, 1):.2f}", [c for c in cases if low <= c[0] < high]) for low, high in bins])
    print()
    table("0.90 and above", [("no", [c for c in cases if c[0] < 0.9]), ("yes", [c for c in cases if c[0] >= 0.9])])
    print()
    table("rule", [(rule, [c for c in cases if c[1] == rule]) for rule in sorted({c[1] for c in cases})])


main()
