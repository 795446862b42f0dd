#!/usr/bin/env python3
"""Show how far the confidence of attributions can be trusted.

    calibration.py GOLD.jsonl EXTRACTED.jsonl [LABELS.tsv]

GOLD holds one annotated document a line: {"id", "text", "quotes": [{"start", "end", "kind", "speaker": {"start", "end"} | null,
"quoted": [{"start", "end"}]}]}. EXTRACTED is what `quoth extract --input-format jsonl --format jsonl GOLD.jsonl` prints.
An attribution is right when its mention names the same words as the annotated speaker of the stretch it covers, and wrong
where the annotation has no speech at all. Stretches without an annotated speaker are left out. LABELS has one quotation a
line, the document's id, where its words start, and the full name of who spoke; the most probable candidate is right when
it names the same person. The expected calibration error is the mean difference of claimed and right over the bins.
Standard library only.
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


def judged_by_name(labels, extracted):
    """Probability and rule of the most probable candidate, and whether it is who spoke."""
    words = lambda name: set(name.lower().replace(".", "").split()) - {"the", "mr", "mrs", "ms"}
    with open(labels, encoding="utf-8") as file:
        said_by = {(d, int(start)): words(name) for d, start, name in (line.rstrip("\n").split("\t") for line in file)}
    for document in extracted.values():
        for quotation in document["quotations"]:
            label = said_by.get((document["id"], quotation["segments"][0]["start"]))
            attribution = quotation.get("attribution")
            if label and attribution and attribution["candidates"]:
                best = attribution["candidates"][0]
                name = words(best["speaker"])
                yield best["probability"], attribution["rule"], name <= label or label <= name


def error(rows):
    total = sum(len(cases) for _, cases in rows)
    return sum(abs(sum(c for c, _, _ in cases) - sum(r for _, _, r in cases)) for _, cases in rows) / total


def table(title, rows):
    print(f"{title:22} {'count':>7} {'share':>7} {'right':>7} {'claimed':>8}")
    total = sum(len(cases) for _, cases in rows)
    for name, cases in rows:
        if cases:
            right = sum(r for _, _, r in cases) / len(cases)
            claimed = sum(c for c, _, _ in cases) / len(cases)
            print(f"{name:22} {len(cases):7} {len(cases) / total:7.3f} {right:7.3f} {claimed:8.3f}")


def main():
    if len(sys.argv) not in {3, 4}:
        sys.exit(__doc__)
    with open(sys.argv[2], encoding="utf-8") as file:
        extracted = {d["id"]: d for d in map(json.loads, file)}
    with open(sys.argv[1], encoding="utf-8") as file:
        cases = [case for d in map(json.loads, file) if d["id"] in extracted for case in judged(d, extracted[d["id"]])]
    in_bins = lambda some: [
        (f"{low:.2f} to {min(high, 1):.2f}", [c for c in some if low <= c[0] < high]) for low, high in zip(EDGES, EDGES[1:])
    ]
    table("confidence", in_bins(cases))
    print(f"expected calibration error {error(in_bins(cases)):.3f}")
    if len(sys.argv) == 4:
        print()
        by_name = in_bins(list(judged_by_name(sys.argv[3], extracted)))
        table("top candidate", by_name)
        print(f"expected calibration error {error(by_name):.3f}")
    print()
    table("0.90 and above", [("no", [c for c in cases if c[0] < 0.9]), ("yes", [c for c in cases if c[0] >= 0.9])])
    print()
    table("rule", [(rule, [c for c in cases if c[1] == rule]) for rule in sorted({c[1] for c in cases})])


main()
