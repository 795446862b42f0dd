# SPDX-License-Identifier: MIT
"""Checks a table of articles against a quoth store on a Spark cluster: articles in, a row a quotation out, as Parquet.

    spark-submit tools/spark/quoth_audit.py --store quotes.db --out verdicts.parquet articles.jsonl

The input is JSON lines or Parquet with columns "id" and "text", and "title", "date", "author", "outlet", "publisher"
and "language" where there are any. The Python of the nodes has the package quoth, of the driver's version; the store
goes to each node once, and a node whose copy is not the driver's refuses to work. `quoth.check_frame` does the
checking, so that the rows are those of `quoth audit`. Memory is bounded: a task holds ARTICLES_AT_ONCE articles and
their results. The articles are dealt out to several tasks a core, so that no core waits long for another's last one.
"""
import argparse
import collections
import fcntl
import hashlib
import json
import pathlib
import sys

import quoth
from pyspark import SparkFiles
from pyspark.sql import SparkSession

# The columns of check_frame but the number of the article's row, which is that in its task; and the store's version.
SCHEMA = (
    "article string, quotation long, kind string, text string, start long, end long, line long, column long, "
    "speaker string, verdict string, also array<string>, must_be_seen boolean, fidelity double, confidence double, "
    "message string, reason string, speaker_checked string, source string, said_on string, said_by string, "
    "utterance long, time double, passage string, url string, made string, error string, store string"
)
INPUT = ["id", "text", "title", "date", "author", "outlet", "publisher", "language"]
NAMES = ["author", "outlet", "publisher"]
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


def same_version(expected):
    """Raises where this node's package is another than the driver's, whose verdicts may differ."""
    if quoth.__version__ != expected:
        raise RuntimeError(f"this node has quoth {quoth.__version__}, the driver {expected}; install the same on all")


def names_in(value):
    """The names of a list or an object of JSON lines, which Spark has read as text."""
    if not isinstance(value, str) or not value.startswith(("[", "{")):
        return value
    try:
        found = json.loads(value)
    except ValueError:
        return value
    found = found if isinstance(found, list) else [found]
    names = [one.get("name") if isinstance(one, dict) else one for one in found]
    return ", ".join(name for name in names if isinstance(name, str))


def with_names(articles):
    """The Arrow table with one text for the names of its authors and outlets; raises where an article has no id."""
    import pyarrow  # noqa: PLC0415 (the driver needs none)

    for id, text in zip(articles["id"].to_pylist(), articles["text"].to_pylist(), strict=True):
        if text is not None and id in (None, ""):
            raise ValueError('an article has no "id"; give each one, as rows have no numbers here')
    for name in NAMES:
        if name in articles.column_names and pyarrow.types.is_string(articles.schema.field(name).type):
            column = pyarrow.array([names_in(value) for value in articles[name].to_pylist()], pyarrow.string())
            articles = articles.set_column(articles.column_names.index(name), name, column)
    return articles


def task(store, sha256, version, options):
    """What a task does with its articles."""

    def check(batches):
        import pyarrow  # noqa: PLC0415 (the driver needs none)

        same_version(version)
        checker = quoth.Checker(verified(SparkFiles.get(store), sha256), **options)
        of_store = checker.stats().version
        for batch in batches:
            for first in range(0, batch.num_rows, ARTICLES_AT_ONCE):
                articles = with_names(pyarrow.Table.from_batches([batch.slice(first, ARTICLES_AT_ONCE)]))
                found = checker.check_frame(articles).drop_columns(["row"])
                found = found.append_column("store", pyarrow.array([of_store] * found.num_rows, pyarrow.string()))
                yield from found.to_batches()

    return check


def audit(spark, articles, store, **options):
    """A DataFrame of verdicts for a DataFrame of articles; the options are those of quoth.Checker."""
    for name in ("id", "text"):
        if name not in articles.columns:
            raise ValueError(f'the articles have no column "{name}"')
    store = pathlib.Path(store).absolute()
    spark.sparkContext.addPyFile(str(pathlib.Path(__file__).absolute()))
    spark.sparkContext.addFile(str(store))
    columns = [name for name in INPUT if name in articles.columns]
    check = task(store.name, sha256_of(store), quoth.__version__, {"coverage": "partial", **options})
    return articles.select(*columns).mapInArrow(check, SCHEMA)


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


def policy_of(name_or_file):
    """A policy for the nodes, which may not have the file."""
    return quoth.Policy.read(name_or_file) if pathlib.Path(name_or_file).is_file() else name_or_file


def main(arguments):
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("articles", nargs="+", help="JSON lines or Parquet")
    parser.add_argument("--store", required=True, help="the store, one SQLite file")
    parser.add_argument("--out", required=True, help="a folder for the Parquet files")
    parser.add_argument("--policy", default="ap", help="as in quoth audit")
    parser.add_argument("--partitions", type=int,
                        help=f"pieces to cut the articles into (default: {TASKS_A_CORE} a core)")
    options = parser.parse_args(arguments)

    spark = SparkSession.builder.appName("quoth audit").getOrCreate()
    if not spark.sparkContext.getConf().contains(BATCH):
        spark.conf.set(BATCH, str(ARTICLES_AT_ONCE))
    articles = dealt_out(spark, read_articles(spark, options.articles), options.partitions)
    verdicts = audit(spark, articles, options.store, policy=policy_of(options.policy))
    verdicts.write.mode("overwrite").parquet(options.out)
    counts = collections.Counter(
        {row["verdict"]: row["count"] for row in spark.read.parquet(options.out).groupBy("verdict").count().collect()}
    )
    print(", ".join(f"{count} {verdict or 'unreadable'}" for verdict, count in counts.most_common()), file=sys.stderr)
    spark.stop()


if __name__ == "__main__":
    main(sys.argv[1:])
