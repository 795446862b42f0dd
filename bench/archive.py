#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""An archive of articles as news are: nine quotations an article, of which a store holds 8 in 100.

    bench/archive.py DIR [--articles 3000] [--shared DIR]

writes DIR/transcripts.jsonl, for `quoth_bench_retrieval --corpus` or `quoth ingest`, and DIR/articles.jsonl, for
bench/audit.py. With --shared, or $QUOTH_SHARED, the paragraphs are those of annotated news and the transcripts those of
campaigns and briefings; without, all is invented. No paragraph with a quotation comes twice: once each was used, an
eighth of the words between the marks are others. Of the quotations from the store half are exact, and half have a tenth
of their words changed. The same arguments give the same files.
"""
import argparse
import json
import lzma
import os
import pathlib
import random
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "memory"))
import invented  # noqa: E402

QUOTATIONS = 9  # pairs of marks an article, at least; real news has 9.5
HELD = 0.08  # of them
LEFT_OUT_OF = 40  # quoth_bench_retrieval keeps one transcript of so many out of its store
OTHER_WORDS = 1 / 8
CHANGED_WORDS = 1 / 10
PROSE = 14  # paragraphs without a quotation, an article
QUOTED = re.compile(r"“[^“”]+”|\"[^\"]+\"")
SENTENCE = re.compile(r"(?<=[a-z]{2}[.?!])\s+(?=[A-Z])")
FRAMES = ["“{0},” {1} said.", "“{0},” said {1}, who took no questions.", "{1} said: “{0}.”",
          "On the same day {1} said, “{0}.”"]
FUNCTION_WORDS = ("the of and to in a is that for it was on we are as with I they at be this have from or had by but "
                  "not what all were when can there").split()


def lines_of(path):
    opened = lzma.open if path.suffix == ".xz" else open
    with opened(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines if line.strip()]


class News:
    """Annotated news, and transcripts of which some have speakers with full names."""

    def __init__(self, shared):
        # The campaign comes first: of its people the news tells.
        self.transcripts = (lines_of(shared / "eval/real2016/sources.jsonl.xz") +
                            lines_of(shared / "corpus/whitehouse.jsonl.xz"))
        articles = lines_of(shared / "eval/polnear_train.jsonl.xz") + lines_of(shared / "eval/polnear_dev.jsonl")
        paragraphs = [part for article in articles for part in article["text"].split("\n") if len(part) > 60]
        self.quoting = [one for one in paragraphs if QUOTED.search(one) and not re.search("[“”\"]", QUOTED.sub("", one))]
        self.prose = [one for one in paragraphs if not re.search("[“”\"]", one)]


class Invented:
    """Words of syllables between function words."""

    def __init__(self, seed, transcripts=400):
        self.random = random.Random(seed)
        self.words = invented.Talk(seed).words
        self.transcripts = [self.transcript(number) for number in range(transcripts)]
        self.quoting = [self.frame(self.sentence(), self.random.choice(invented.PEOPLE)) for _ in range(3000)]
        self.prose = [" ".join(self.sentence() + "." for _ in range(3)) for _ in range(5000)]

    def frame(self, said, who):
        return self.random.choice(FRAMES).format(said, who)

    def sentence(self):
        words = [self.random.choice(FUNCTION_WORDS) if self.random.random() < 0.5 else
                 self.words[int(len(self.words) * self.random.random() ** 2)] for _ in range(self.random.randint(5, 25))]
        return " ".join(words).capitalize()

    def transcript(self, number):
        turns = [{"speaker": self.random.choice(invented.PEOPLE),
                  "text": " ".join(self.sentence() + "." for _ in range(6))} for _ in range(100)]
        return {"id": f"meeting-{number}", "date": f"2031-{number % 12 + 1:02}-{number % 28 + 1:02}", "utterances": turns}


def passages_of(transcripts):
    """Sentences of people with a full name, and who said them."""
    for number, transcript in enumerate(transcripts):
        if number % LEFT_OUT_OF == LEFT_OUT_OF - 1:
            continue
        for turn in transcript.get("utterances", []):
            label = turn.get("speaker") or ""
            name = transcript.get("speakers", {}).get(label, {}).get("name", label)
            if not re.fullmatch(r"[A-Z][a-z]+ [A-Z][A-Za-z]+", name):
                continue
            for sentence in SENTENCE.split(turn["text"]):
                if 4 <= len(sentence.split()) <= 40 and not re.search("[\"“”()\\[\\]]", sentence):
                    yield sentence.rstrip(".?!,"), name


def changed(text, share, words, chance):
    return " ".join(chance.choice(words) if chance.random() < share else word for word in text.split(" "))


class Paragraphs:
    """The paragraphs that quote, in a random order; from the second time on with other words between the marks."""

    def __init__(self, quoting, words, chance):
        self.quoting, self.words, self.chance = list(quoting), words, chance
        self.rest, self.round = [], 0

    def take(self):
        if not self.rest:
            self.rest = list(self.quoting)
            self.chance.shuffle(self.rest)
            self.round += 1
        paragraph = self.rest.pop()
        if self.round == 1:
            return paragraph
        return QUOTED.sub(self.with_other_words, paragraph)

    def with_other_words(self, quoted):
        marks = quoted[0]
        return marks[0] + changed(marks[1:-1], OTHER_WORDS, self.words, self.chance) + marks[-1]


def articles_of(material, count, seed):
    chance = random.Random(seed)
    held = list(passages_of(material.transcripts))
    words = [word for passage, _ in held[:5000] for word in passage.split(" ")]
    others = Paragraphs(material.quoting, words, chance)
    for number in range(count):
        paragraphs, quotations = [], 0
        while quotations < QUOTATIONS:
            if chance.random() < HELD:
                passage, name = chance.choice(held)
                share = chance.choice([0, CHANGED_WORDS])
                paragraph = chance.choice(FRAMES).format(changed(passage, share, words, chance), name)
            else:
                paragraph = others.take()
            quotations += len(QUOTED.findall(paragraph))
            paragraphs.append(paragraph)
        paragraphs += chance.sample(material.prose, PROSE)
        chance.shuffle(paragraphs)
        yield {"id": f"article-{number}", "date": "2016-10-01" if isinstance(material, News) else "2032-01-15",
               "text": "\n\n".join(paragraphs)}


def write_lines(path, values):
    with open(path, "w", encoding="utf-8") as out:
        for value in values:
            out.write(json.dumps(value, ensure_ascii=False) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--articles", type=int, default=3000)
    parser.add_argument("--shared", default=os.environ.get("QUOTH_SHARED"), help="default: $QUOTH_SHARED")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    material = News(pathlib.Path(options.shared)) if options.shared else Invented(options.seed)
    options.folder.mkdir(parents=True, exist_ok=True)
    write_lines(options.folder / "transcripts.jsonl", material.transcripts)
    write_lines(options.folder / "articles.jsonl", articles_of(material, options.articles, options.seed))


if __name__ == "__main__":
    main()
