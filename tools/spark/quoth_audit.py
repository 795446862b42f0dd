# SPDX-License-Identifier: MIT
"""Checks a table of articles against a quoth store on a Spark cluster: articles in, one row a quotation out, as Parquet.

    spark-submit tools/spark/quoth_audit.py --quoth quoth --store quotes.db --out verdicts.parquet articles.jsonl

The input is JSON lines or Parquet with a column "text", and "id", "title", "date" where there are any. The program and
the store go to each node once; a node whose copy of the store is not the driver's refuses to work. `quoth check` does
the checking, so that the rows are those of `quoth audit`. Memory is bounded: a task holds ARTICLES_AT_ONCE articles and
their results. The articles are dealt out to several tasks a core, so that no core waits long for another's last one.
"""
import argparse
import collections
import fcntl
import hashlib
import json
import os
import subprocess
import sys
import tempfile

from pyspark import SparkFiles
from pyspark.sql import SparkSession

SCHEMA = (
    "article string, number int, kind string, text string, speaker string, verdict string, also array<string>, "
    "fidelity double, confidence double, message string, source string, said_on string, said_by string, "
    "utterance int, passage string, store string, error string"
)
COLUMNS = [column.split()[0] for column in SCHEMA.split(", ")]
INPUT = ["id", "title", "date", "text"]
ARTICLES_AT_ONCE = 200
BATCH = "spark.sql.execution.arrow.maxRecordsPerBatch"
TASKS_A_CORE = 8


def sha256_of(path):
    digest = hashlib.sha256()
    with open(path, "rb") as file:
        while piece := file.read(1 << 20):
            digest.update(piece)
    return digest.hexdigest()


def verified(path, expected):
    """The path, once it is sure that the file is the driver's; the digest is taken once a node, not once a task."""
    seal = path + ".sha256"
    with open(seal, "a+", encoding="ascii") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.seek(0)
        if file.read() != expected:
            found = sha256_of(path)
            if found != expected:
                raise RuntimeError(f"{path}: is not the driver's store (sha256 {found}, expected {expected})")
            file.truncate(0)
            file.write(expected)
    return path


def rows_of(article, store):
    """A line of `quoth check --format jsonl` as rows: one a quotation, one where the article could not be read."""
    empty = dict.fromkeys(COLUMNS) | {"article": article["id"], "store": store}
    if "error" in article:
        yield empty | {"error": article["error"]}
    for quotation in article["quotations"]:
        best = (quotation["evidence"] or [{}])[0]
        yield empty | {
            "number": quotation["id"],
            "kind": quotation["kind"],
            "text": " ".join(segment["text"] for segment in quotation["segments"]),
            "speaker": (quotation["attribution"] or {}).get("speaker"),
            **{name: quotation[name] for name in ("verdict", "also", "fidelity", "confidence", "message")},
            "source": best.get("source"),
            "said_on": best.get("date"),
            "said_by": best.get("speaker"),
            "utterance": best.get("utterance"),
            "passage": best.get("text"),
        }


def article_line(row):
    """A row of the input as `quoth check --input-format jsonl` reads it; what the row does not have is left out."""
    fields = {name: row[name] for name in INPUT if name in row and isinstance(row[name], str)}
    return json.dumps(fields, ensure_ascii=False) + "\n"


def checker(program, store, version, sha256, options):
    """What a task does with its articles."""

    def check(command, frame):
        lines = "".join(article_line(row) for row in frame.to_dict("records"))
        with tempfile.TemporaryFile() as errors:
            done = subprocess.run(command, input=lines.encode(), stdout=subprocess.PIPE, stderr=errors, check=False)
            errors.seek(0)
            complaint = errors.read().decode(errors="replace").strip()
        results = done.stdout.decode().splitlines()
        # Status 2 with a line for each article means that one could not be read; that one has its row too.
        if done.returncode not in (0, 1, 2) or len(results) != len(frame):
            raise RuntimeError(
                f"quoth check ended with status {done.returncode} after {len(results)} of {len(frame)} articles: "
                + (complaint[-2000:] or "it said nothing")
            )
        return [row for line in results for row in rows_of(json.loads(line), version)]

    def run(frames):
        import pandas

        command = [SparkFiles.get(program), "check", "--no-config", "--coverage", "partial", *options]
        command += ["--store", verified(SparkFiles.get(store), sha256)]
        command += ["--input-format", "jsonl", "--format", "jsonl", "-"]
        os.chmod(command[0], 0o755)
        for frame in frames:
            for first in range(0, len(frame), ARTICLES_AT_ONCE):
                yield pandas.DataFrame(check(command, frame[first:first + ARTICLES_AT_ONCE]), columns=COLUMNS)

    return run


def audit(spark, articles, quoth, store, options=()):
    """A DataFrame of verdicts for a DataFrame of articles."""
    sha256 = sha256_of(store)
    spark.sparkContext.addPyFile(os.path.abspath(__file__))
    spark.sparkContext.addFile(os.path.abspath(quoth))
    spark.sparkContext.addFile(os.path.abspath(store))
    stats = subprocess.run([quoth, "store", "stats", "--store", store, "--format", "json"], stdout=subprocess.PIPE, check=False)
    version = json.loads(stats.stdout or b"{}").get("version") or sha256[:16]
    columns = [name for name in INPUT if name in articles.columns]
    check = checker(os.path.basename(quoth), os.path.basename(store), version, sha256, list(options))
    return articles.select(*columns).mapInPandas(check, SCHEMA)


def read_articles(spark, paths):
    if all(path.endswith(".parquet") for path in paths):
        return spark.read.parquet(*paths)
    return spark.read.schema(", ".join(f"{name} string" for name in INPUT)).json(paths)


def dealt_out(spark, articles, partitions):
    """The articles in that many partitions, or where none is given in some for each core at least."""
    least = spark.sparkContext.defaultParallelism * TASKS_A_CORE
    if not partitions and articles.rdd.getNumPartitions() >= least:
        return articles
    return articles.repartition(partitions or least)


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", nargs="+", help="JSON lines or Parquet")
    parser.add_argument("--quoth", required=True, help="the program, built for the nodes")
    parser.add_argument("--store", required=True, help="the store, one SQLite file")
    parser.add_argument("--out", required=True, help="a folder for the Parquet files")
    parser.add_argument("--policy", help="as in quoth check")
    parser.add_argument("--limit", action="append", default=[], help="as in quoth check, such as seconds=60")
    parser.add_argument("--partitions", type=int, help=f"pieces to cut the articles into (default: {TASKS_A_CORE} a core)")
    options = parser.parse_args(arguments)

    spark = SparkSession.builder.appName("quoth audit").getOrCreate()
    if not spark.sparkContext.getConf().contains(BATCH):
        spark.conf.set(BATCH, str(ARTICLES_AT_ONCE))
    articles = dealt_out(spark, read_articles(spark, options.articles), options.partitions)
    more = ["--policy", options.policy] if options.policy else []
    more += [f"--limit={limit}" for limit in options.limit]
    audit(spark, articles, options.quoth, options.store, more).write.mode("overwrite").parquet(options.out)
    counts = collections.Counter(
        {row["verdict"]: row["count"] for row in spark.read.parquet(options.out).groupBy("verdict").count().collect()}
    )
    print(", ".join(f"{count} {verdict or 'unreadable'}" for verdict, count in counts.most_common()), file=sys.stderr)
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
