#!/usr/bin/env python3
"""Fit the weights of grammar/speakers/antecedents.cpp: whom "he" and "she" stand for.

    train-antecedents.py CASES_PROGRAM ARTICLES.jsonl LABELS.tsv [--l2 L] [--folds N]

CASES_PROGRAM is the built quoth_training_cases. LABELS has one quotation a line: the article's id, where the quotation's
words start, and who spoke; a surname is enough. Prints the weights as the source has them, in the order of
AntecedentFeature, and how often the most probable antecedent is right, and how sure it claims to be, on articles left
out. "Nobody" is one more antecedent, of score 0. Needs numpy and scipy.
"""
import argparse
import json
import subprocess

import numpy as np
from scipy.optimize import minimize


def same_person(name, label):
    name, label = name.lower().split(), label.lower().split()
    return bool(name) and (name[-1] == label[-1] or (len(label) > 1 and name == label[:1]))


def read_trials(program, articles, labels):
    """(article, feature rows, index of the right row); the last row is nobody."""
    said_by = {}
    for line in open(labels, encoding="utf-8"):
        article, start, name = line.rstrip("\n").split("\t")
        said_by[article, int(start)] = name
    output = subprocess.run([program, articles], capture_output=True, text=True, check=True).stdout
    trials = []
    for document in map(json.loads, output.splitlines()):
        for pronoun in document["pronouns"]:
            label = said_by.get((document["id"], pronoun["start"]))
            if label is None or not pronoun["antecedents"]:
                continue
            right = [i for i, (name, _) in enumerate(pronoun["antecedents"]) if same_person(name, label)]
            rows = np.array([features for _, features in pronoun["antecedents"]])
            rows = np.vstack([rows, np.zeros(rows.shape[1])])
            trials.append((document["id"], rows, right[0] if right else len(rows) - 1))
    return trials


def shares(rows, weights):
    scores = rows @ weights
    scores = np.exp(scores - scores.max())
    return scores / scores.sum()


def fit(trials, l2, start):
    def loss(weights):
        total, gradient = l2 * ((weights - start) ** 2).sum(), 2 * l2 * (weights - start)
        for _, rows, right in trials:
            share = shares(rows, weights)
            total -= np.log(max(share[right], 1e-12))
            gradient = gradient + share @ rows - rows[right]
        return total, gradient

    return minimize(loss, start, jac=True, method="L-BFGS-B").x


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("cases_program")
    parser.add_argument("articles")
    parser.add_argument("labels")
    parser.add_argument("--l2", type=float, default=0.5)
    parser.add_argument("--folds", type=int, default=10)
    args = parser.parse_args()
    trials = read_trials(args.cases_program, args.articles, args.labels)
    start = np.zeros(trials[0][1].shape[1])
    ids = sorted({t[0] for t in trials})
    fold = {article: i % args.folds for i, article in enumerate(ids)}
    claimed = []
    for n in range(args.folds):
        weights = fit([t for t in trials if fold[t[0]] != n], args.l2, start)
        for _, rows, right in (t for t in trials if fold[t[0]] == n):
            share = shares(rows, weights)
            best = int(share[:-1].argmax())
            claimed.append((share[best], best == right))
    print(f"{len(trials)} pronouns, right {np.mean([r for _, r in claimed]):.3f}, claimed {np.mean([c for c, _ in claimed]):.3f}")
    for low, high in zip((0, 0.5, 0.7, 0.85, 0.95), (0.5, 0.7, 0.85, 0.95, 1.01)):
        some = [(c, r) for c, r in claimed if low <= c < high]
        if some:
            print(f"  {low:.2f} {len(some):4} right {np.mean([r for _, r in some]):.3f} claimed {np.mean([c for c, _ in some]):.3f}")
    print("rules alone", np.mean([bool(rows[right][0]) for _, rows, right in trials]).round(3))
    print(", ".join(f"{w:.2f}" for w in fit(trials, args.l2, start)))


main()
