#!/usr/bin/env python3
"""Train the two models of grammar/ on annotated articles and write their weights.

    train-ranker.py CASES_PROGRAM GOLD.jsonl [--l2 L] [--speech-l2 L] [--trust-l2 L] > grammar/data/weights.txt

CASES_PROGRAM is the built quoth_training_cases. GOLD holds one document a line: {"id", "text", "quotes": [{"start", "end",
"kind", "speaker": {"start", "end"} | null, "quoted": [{"start", "end"}]}]}. The models are a softmax over the grammar's
proposals of who speaks, and a logistic regression of whether the words between marks are speech at all. A third one says
how far to trust both for outlets not seen, on the cautious side by as much as outlets differ: each outlet's articles are decided by models trained on the others, and what
these claim and the features of what they choose are set against how often it is right. An id names its outlet up to the
first "_" of its last part. Needs numpy and scipy.
German: --prior grammar/data/weights.txt --folds 5 --l2 0.7 --speech-bias 0.25 > grammar/data/german/german-weights.txt
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
        decided = case["candidates"] and not case["ruled_out"]
        best = max(covered, key=lambda c: c[0], default=(0, None))
        if not is_speech and decided:
            trials.append((case["candidates"], [False] * len(case["candidates"]), case["speech"]))
        if not best[0] or not best[1][2]:
            continue
        speaker = (best[1][2]["start"], best[1][2]["end"])
        right = [right_mention(letters, c[:2], speaker) for c in case["candidates"]]
        if is_speech and decided:
            trials.append((case["candidates"], right, case["speech"]))
        if any(right) and not all(right):
            choices.append((case["candidates"], right))


def softmax_loss(delta_weights, prior, rows, starts, right, l2):
    """Minus the log probability of the right proposals, and its gradient."""
    weights = prior + delta_weights
    scores = weights[rows].sum(axis=1)
    groups = np.repeat(np.arange(len(starts)), np.diff(np.append(starts, len(rows))))
    top = np.maximum.reduceat(scores, starts)
    shares = np.exp(scores - top[groups])
    total = np.add.reduceat(shares, starts)
    hit = np.add.reduceat(shares * right, starts)
    loss = -np.log(hit / total).sum() + l2 * (delta_weights[:-1] ** 2).sum()
    delta = shares / total[groups] - shares * right / hit[groups]
    gradient = np.bincount(rows.ravel(), np.repeat(delta, rows.shape[1]), len(weights)) + 2 * l2 * delta_weights
    gradient[-1] = 0
    return loss, gradient


def logistic_loss(delta_weights, prior, rows, right, l2):
    weights = prior + delta_weights
    scores = weights[rows].sum(axis=1)
    signs = np.where(right, 1.0, -1.0)
    loss = np.logaddexp(0, -signs * scores).sum() + l2 * (delta_weights[:-1] ** 2).sum()
    delta = -signs / (1 + np.exp(signs * scores))
    gradient = np.bincount(rows.ravel(), np.repeat(delta, rows.shape[1]), len(weights)) + 2 * l2 * delta_weights
    gradient[-1] = 0
    return loss, gradient


def padded(rows, filler):
    """Feature lists as a matrix; `filler` is a feature whose weight stays zero."""
    matrix = np.full((len(rows), max(map(len, rows))), filler)
    for i, row in enumerate(rows):
        matrix[i, : len(row)] = row
    return matrix


def fit(loss, size, arguments, prior):
    """The weights with the least loss; what l2 pulls them to is the prior."""
    shifted = lambda delta, *rest: loss(delta, prior, *rest)
    return prior + minimize(shifted, np.zeros(size + 1), args=arguments, jac=True, method="L-BFGS-B", options={"maxiter": 400}).x


def fit_choices(choices, size, l2, prior):
    rows = padded([c[2] for candidates, _ in choices for c in candidates], size)
    starts = np.cumsum([0] + [len(candidates) for candidates, _ in choices[:-1]])
    right = np.array([r for _, rs in choices for r in rs], dtype=float)
    return fit(softmax_loss, size, (rows, starts, right, l2), prior)


def fit_speech(speech, size, l2, prior):
    rows = padded([features for features, _ in speech], size)
    return fit(logistic_loss, size, (rows, np.array([s for _, s in speech]), l2), prior)


def log_odds(probability):
    bounded = np.clip(probability, 1e-4, 1 - 1e-4)
    return np.log(bounded / (1 - bounded))


def decide(trial, who, is_speech):
    """What the models claim for the mention they choose, as log odds, the features of both, and whether it is right."""
    candidates, right, speech_features = trial
    shares = np.array([who[c[2]].sum() for c in candidates])
    shares = np.exp(shares - shares.max())
    mentions = {}
    for share, candidate in zip(shares, candidates):
        mentions[tuple(candidate[:2])] = mentions.get(tuple(candidate[:2]), 0) + share
    best = max(mentions, key=mentions.get)
    same = [i for i, candidate in enumerate(candidates) if tuple(candidate[:2]) == best]
    chosen = candidates[max(same, key=lambda i: shares[i])]
    speech = 1 / (1 + np.exp(-is_speech[speech_features].sum()))
    claims = log_odds(mentions[best] / shares.sum()), log_odds(speech)
    return claims, chosen[2] + speech_features, any(right[i] for i in same)


def trust_loss(weights, claims, rows, right, l2):
    """As logistic_loss; the last three weights are the slopes of both claims and the offset."""
    slopes, features = weights[-3:], weights[:-3]
    scores = features[rows].sum(axis=1) + claims @ slopes[:2] + slopes[2]
    signs = np.where(right, 1.0, -1.0)
    delta = -signs / (1 + np.exp(signs * scores))
    gradient = np.bincount(rows.ravel(), np.repeat(delta, rows.shape[1]), len(features)) + 2 * l2 * features
    gradient[-1] = 0
    loss = np.logaddexp(0, -signs * scores).sum() + l2 * (features[:-1] ** 2).sum()
    return loss, np.concatenate([gradient, delta @ claims, [delta.sum()]])


def unseen_decisions(articles, outlets, size, l2, speech_l2, prior):
    """What is decided on each outlet's articles by models that have seen the others only."""
    decisions = []
    for outlet in sorted(set(outlets)):
        seen = [a for a, o in zip(articles, outlets) if o != outlet]
        who = fit_choices([c for a in seen for c in a[0]], size, l2, prior)
        is_speech = fit_speech([s for a in seen for s in a[1]], size, speech_l2, prior)
        trials = [t for a, o in zip(articles, outlets) if o == outlet for t in a[2] if is_speech[t[2]].sum() > 0]
        decisions.append([decide(trial, who, is_speech) for trial in trials])
    return decisions


def fit_trust(decisions, size, l2):
    """Weights of the confidence for the decisions on all outlets, and the caution an outlet not seen asks for."""
    trust = fit_claims([d for of_outlet in decisions for d in of_outlet], size, l2)
    shifts = [fit_shift(of_outlet, trust) for of_outlet in decisions]
    trust[-1] -= 2 * np.std(shifts)
    return trust


def fit_shift(decisions, trust):
    """By how much the log odds of the confidence are too low for these decisions."""
    scores = np.array([trust[f].sum() + np.dot(c, trust[-3:-1]) + trust[-1] for c, f, _ in decisions])
    signs = np.where([r for _, _, r in decisions], 1.0, -1.0)
    return minimize(lambda w: np.logaddexp(0, -signs * (scores + w[0])).sum(), [0.0]).x[0]


def fit_claims(decisions, size, l2):
    claims = np.array([d[0] for d in decisions])
    rows = padded([d[1] for d in decisions], size)
    right = np.array([d[2] for d in decisions])
    start = np.concatenate([np.zeros(size + 1), [1.0, 1.0, 0.0]])
    return minimize(trust_loss, start, args=(claims, rows, right, l2), jac=True, method="L-BFGS-B", options={"maxiter": 400}).x


def read_prior(path, names):
    known = dict(line.split()[:2] for line in open(path, encoding="utf-8") if not line.startswith("#"))
    weights = np.array([int(known.get(name, 0)) / 1000 for name in names] + [0.0])
    weights[[i for i, name in enumerate(names) if name.startswith("calibration:")]] = 0
    return weights


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases_program")
    parser.add_argument("gold")
    parser.add_argument("--l2", type=float, default=1.0, help="of the proposals")
    parser.add_argument("--speech-l2", type=float, default=1.0)
    parser.add_argument("--trust-l2", type=float, default=15.0)
    parser.add_argument("--prior", help="weights of another language, from which few articles lead away no farther than they must")
    parser.add_argument("--speech-bias", type=float, default=0.0, help="added to the log odds of speech, where not all of it is annotated")
    parser.add_argument("--folds", type=int, help="parts the articles into so many outlets, for ids that name none")
    args = parser.parse_args()
    names = subprocess.run([args.cases_program, "--names"], capture_output=True, text=True, check=True).stdout.split()
    size = len(names)
    output = subprocess.run([args.cases_program, args.gold], capture_output=True, text=True, check=True).stdout
    articles, outlets = [], []
    with open(args.gold, encoding="utf-8") as gold:
        for line, cases in zip(gold, output.splitlines()):
            document = json.loads(line)
            articles.append(([], [], []))
            outlets.append(len(outlets) % args.folds if args.folds else document["id"].split("/")[-1].split("_")[0])
            label(document, json.loads(cases)["cases"], *articles[-1])
    choices, speech = [c for a in articles for c in a[0]], [s for a in articles for s in a[1]]
    prior = read_prior(args.prior, names) if args.prior else np.zeros(size + 1)
    who, is_speech = fit_choices(choices, size, args.l2, prior), fit_speech(speech, size, args.speech_l2, prior)
    is_speech[names.index("bias:0")] += args.speech_bias
    decisions = unseen_decisions(articles, outlets, size, args.l2, args.speech_l2, prior)
    trust = fit_trust(decisions, size, args.trust_l2)
    first = names.index("calibration:0")
    who[first : first + 3] = trust[-3:]
    print(f"{len(choices)} choices, {len(speech)} stretches; slopes and offset {trust[-3:].round(3)}", file=sys.stderr)
    print("# Weights of the features of features.hpp, and what each adds to the confidence, in thousandths; made by")
    print("# scripts/train-ranker.py from annotated news.")
    # Each feature is of one model, and the other leaves its weight where the prior has it.
    for name, weight, sure in zip(names, who[:-1] + is_speech[:-1] - prior[:-1], trust):
        if round(weight * 1000) or round(sure * 1000):
            print(name, round(weight * 1000), round(sure * 1000))


main()
