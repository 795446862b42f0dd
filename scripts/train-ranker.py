#!/usr/bin/env python3
"""Train the two models of grammar/ on annotated articles and write their weights.

    train-ranker.py CASES_PROGRAM GOLD.jsonl [--rounds N] [--l2 L] > grammar/data/weights.txt

CASES_PROGRAM is the built quoth_training_cases. GOLD holds one document a line: {"id", "text", "quotes": [{"start", "end",
"kind", "speaker": {"start", "end"} | null, "quoted": [{"start", "end"}]}]}. The models are a softmax over the grammar's
proposals of who speaks, and a logistic regression of whether the words between marks are speech at all; two more numbers
turn their product into a confidence that holds for outlets not seen. An id names its outlet up to the first "_" of its
last part. Needs numpy and scipy.
Since the cases depend on the decisions before them, run it again after building with the new weights, until they settle.
"""
import argparse
import json
import subprocess
import sys

import numpy as np
from scipy.optimize import minimize


def gold_stretches(document):
    """(start, end, speaker) of each stretch between marks; the innermost annotation speaks."""
    found = {}
    for quote in document["quotes"]:
        if quote.get("kind") in {"indirect", "term", "headline", "title"}:
            continue
        for stretch in quote.get("quoted") or [quote]:
            key, size = (stretch["start"], stretch["end"]), quote["end"] - quote["start"]
            if key not in found or size < found[key][0]:
                found[key] = (size, quote.get("speaker"))
    return [(*key, speaker) for key, (_, speaker) in sorted(found.items())]


class Letters:
    """Counts the letters and digits of a stretch."""

    def __init__(self, text):
        self.sums = np.concatenate([[0], np.cumsum([c.isalnum() for c in text])])

    def count(self, start, end):
        return int(self.sums[end] - self.sums[start]) if end > start else 0

    def common(self, a, b):
        return self.count(max(a[0], b[0]), min(a[1], b[1]))


def right_mention(letters, predicted, gold):
    a, b, common = letters.count(*predicted), letters.count(*gold), letters.common(predicted, gold)
    return common > 0 and common >= 0.5 * min(a, b) and a <= max(3 * b, 60)


def label(document, cases, choices, speech, trials):
    letters = Letters(document["text"])
    gold = gold_stretches(document)
    for case in cases:
        span = (case["start"], case["end"])
        size = letters.count(*span)
        if not size:
            continue
        covered = [(letters.common(span, g[:2]), g) for g in gold]
        is_speech = sum(c for c, _ in covered) >= 0.8 * size
        if case["nested"]:  # annotated only now and then
            continue
        speech.append((case["speech"], is_speech))
        best = max(covered, key=lambda c: c[0], default=(0, None))
        if not is_speech:
            trials.append((case["candidates"], [False] * len(case["candidates"]), case["speech"]))
        if not best[0] or not best[1][2]:
            continue
        speaker = (best[1][2]["start"], best[1][2]["end"])
        right = [right_mention(letters, c[:2], speaker) for c in case["candidates"]]
        trials.append((case["candidates"], right, case["speech"]))
        if any(right) and not all(right):
            choices.append((case["candidates"], right))


def softmax_loss(weights, rows, starts, right, l2):
    """Minus the log probability of the right proposals, and its gradient."""
    scores = weights[rows].sum(axis=1)
    groups = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(rows))))
    top = np.maximum.reduceat(scores, starts)
    shares = np.exp(scores - top[groups])
    total = np.add.reduceat(shares, starts)
    hit = np.add.reduceat(shares * right, starts)
    loss = -np.log(hit / total).sum() + l2 * (weights[:-1] ** 2).sum()
    delta = shares / total[groups] - shares * right / hit[groups]
    gradient = np.zeros_like(weights)
    np.add.at(gradient, rows.ravel(), np.repeat(delta, rows.shape[1]))
    gradient += 2 * l2 * weights
    gradient[-1] = 0
    return loss, gradient


def logistic_loss(weights, rows, right, l2):
    scores = weights[rows].sum(axis=1)
    signs = np.where(right, 1.0, -1.0)
    loss = np.logaddexp(0, -signs * scores).sum() + l2 * (weights[:-1] ** 2).sum()
    delta = -signs / (1 + np.exp(signs * scores))
    gradient = np.zeros_like(weights)
    np.add.at(gradient, rows.ravel(), np.repeat(delta, rows.shape[1]))
    gradient += 2 * l2 * weights
    gradient[-1] = 0
    return loss, gradient


def padded(rows, filler):
    """Feature lists as a matrix; `filler` is a feature whose weight stays zero."""
    matrix = np.full((len(rows), max(map(len, rows))), filler)
    for i, row in enumerate(rows):
        matrix[i, : len(row)] = row
    return matrix


def fit(loss, size, arguments):
    return minimize(loss, np.zeros(size + 1), args=arguments, jac=True, method="L-BFGS-B", options={"maxiter": 400}).x


def fit_choices(choices, size, l2):
    rows = padded([c[2] for candidates, _ in choices for c in candidates], size)
    starts = np.cumsum([0] + [len(candidates) for candidates, _ in choices[:-1]])
    right = np.array([r for _, rs in choices for r in rs], dtype=float)
    return fit(softmax_loss, size, (rows, starts, right, l2))


def fit_speech(speech, size, l2):
    rows = padded([features for features, _ in speech], size)
    return fit(logistic_loss, size, (rows, np.array([s for _, s in speech]), l2))


def confidence_of(trial, who, is_speech):
    """What the program will claim for the mention it chooses, and whether that is right."""
    candidates, right, speech_features = trial
    shares = np.array([who[c[2]].sum() for c in candidates])
    shares = np.exp(shares - shares.max())
    mentions = {}
    for share, candidate in zip(shares, candidates):
        mentions[tuple(candidate[:2])] = mentions.get(tuple(candidate[:2]), 0) + share
    best = max(mentions, key=mentions.get)
    is_right = any(r for r, c in zip(right, candidates) if tuple(c[:2]) == best)
    return mentions[best] / shares.sum() / (1 + np.exp(-is_speech[speech_features].sum())), is_right


def calibration(articles, outlets, size, l2):
    """Slope and offset that turn claims about the articles of an unseen outlet into how often these were right."""
    claims, rights = [], []
    for outlet in sorted(set(outlets)):
        seen = [a for a, o in zip(articles, outlets) if o != outlet]
        who = fit_choices([c for a in seen for c in a[0]], size, l2)
        is_speech = fit_speech([s for a in seen for s in a[1]], size, l2)
        for article in (a for a, o in zip(articles, outlets) if o == outlet):
            for trial in article[2]:
                if trial[0] and is_speech[trial[2]].sum() > 0:
                    claim, right = confidence_of(trial, who, is_speech)
                    claims.append(np.clip(claim, 1e-4, 1 - 1e-4))
                    rights.append(right)
    odds, signs = np.log(np.array(claims) / (1 - np.array(claims))), np.where(rights, 1.0, -1.0)
    return minimize(lambda w: np.logaddexp(0, -signs * (w[0] * odds + w[1])).sum(), [1.0, 0.0]).x


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases_program")
    parser.add_argument("gold")
    parser.add_argument("--l2", type=float, default=1.0)
    args = parser.parse_args()
    names = subprocess.run([args.cases_program, "--names"], capture_output=True, text=True, check=True).stdout.split()
    size = len(names)
    output = subprocess.run([args.cases_program, args.gold], capture_output=True, text=True, check=True).stdout
    articles, outlets = [], []
    with open(args.gold, encoding="utf-8") as gold:
        for line, cases in zip(gold, output.splitlines()):
            document = json.loads(line)
            articles.append(([], [], []))
            outlets.append(document["id"].split("/")[-1].split("_")[0])
            label(document, json.loads(cases)["cases"], *articles[-1])
    choices, speech = [c for a in articles for c in a[0]], [s for a in articles for s in a[1]]
    who, is_speech = fit_choices(choices, size, args.l2), fit_speech(speech, size, args.l2)
    slope, offset = calibration(articles, outlets, size, args.l2)
    who[names.index("calibration:0")], who[names.index("calibration:1")] = slope, offset
    print(f"{len(choices)} choices, {len(speech)} stretches; slope {slope:.3f}, offset {offset:.3f}", file=sys.stderr)
    print("# Weights of the features of features.hpp, in thousandths; made by scripts/train-ranker.py from annotated news.")
    for name, weight in zip(names, who[:-1] + is_speech[:-1]):
        if round(weight * 1000):
            print(name, round(weight * 1000))


main()
