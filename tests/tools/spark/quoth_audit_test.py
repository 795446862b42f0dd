# SPDX-License-Identifier: MIT
"""Runs the Spark job on a cluster of two workers and compares its rows with those of `quoth audit`.

    python3 tests/tools/spark/quoth_audit_test.py QUOTH [STORE ARTICLES]

Without a store and articles those of examples/ are used. The package of python/ loads the library that QUOTH_LIBRARY
names, else the one beside the program. Exits with 77, after saying so, where Spark or Java is absent.
"""
import json
import os
import pathlib
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time

ROOT = pathlib.Path(__file__).resolve().parents[3]

try:
    import pandas  # noqa: F401
    import pyarrow  # noqa: F401
    import pyspark  # noqa: F401
    from pyspark.sql import SparkSession
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)
if not shutil.which("java"):
    print("skipped: there is no java")
    sys.exit(77)

# The workers need this interpreter's packages, and quoth; they have this environment.
os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
os.environ.setdefault("QUOTH_LIBRARY", str(next(pathlib.Path(sys.argv[1]).resolve().parent.glob("libquoth.so.*.*"))))
os.environ["PYTHONPATH"] = str(ROOT / "python")
sys.path[:0] = [str(ROOT / "tools" / "spark"), str(ROOT / "python")]
import quoth_audit  # noqa: E402


def example(quoth, folder):
    """A store of the bundled transcript, and the bundled article many times under different names."""
    store = str(folder / "example.db")
    council = ROOT / "examples" / "council-meeting.txt"
    subprocess.run(
        [quoth, "ingest", "--store", store, "--date", "2031-05-12", "--speaker", "THE MAYOR=Ana Ruud",
         "--speaker", "MR. HALVORSEN=Jonas Halvorsen", str(council)], check=True, stdout=subprocess.DEVNULL)
    text = (ROOT / "examples" / "article.md").read_text(encoding="utf-8")
    articles = str(folder / "articles.jsonl")
    with open(articles, "w", encoding="utf-8") as out:
        for i in range(400):
            facts = {"author": [{"name": "Ana Ruud"}, "Jo Lind"], "outlet": {"name": "The Post"}, "language": "de"}
            out.write(json.dumps({"id": f"article-{i}", "date": "2031-05-13", "text": text, **(facts if i % 2 else {})})
                      + "\n")
    return store, articles


def rows_of_audit(quoth, store, articles, folder):
    status = subprocess.run([quoth, "audit", "--no-config", "--quiet", "--store", store, "--out", str(folder), articles],
                            check=False).returncode
    assert status in (0, 1), f"quoth audit ended with {status}"
    with sqlite3.connect(folder / "audit.db") as database:
        return sorted(database.execute(
            "SELECT article, quotation, kind, text, line, speaker, verdict, also, must_be_seen, fidelity, confidence, "
            "message, reason, speaker_checked, coalesce(source, ''), coalesce(said_on, ''), coalesce(said_by, ''), "
            "utterance, time, coalesce(passage, ''), store FROM findings"))


def rows_of_spark(frame):
    def text(value):
        return value or ""
    return sorted(
        (row.article, row.quotation, row.kind, row.text, row.line, text(row.speaker), row.verdict, " ".join(row.also),
         row.must_be_seen, row.fidelity, row.confidence, row.message, text(row.reason), row.speaker_checked,
         text(row.source), text(row.said_on), text(row.said_by), row.utterance, row.time, text(row.passage), row.store)
        for row in frame.collect() if row.error is None)


def executors(driver):
    """The processes of this test's workers, which run the executors."""
    found = []
    for process in pathlib.Path("/proc").iterdir():
        if not process.name.isdigit():
            continue
        try:
            words = (process / "cmdline").read_bytes().split(b"\0")
            port = str(driver).encode()
        except OSError:
            continue
        if any(b"CoarseGrainedExecutorBackend" in word for word in words) and any(b":" + port in word for word in words):
            found.append(int(process.name))
    return found


def kill_one_soon(spark, killed):
    time.sleep(2)
    port = spark.sparkContext.getConf().get("spark.driver.port")
    for process in executors(port)[:1]:
        os.kill(process, signal.SIGKILL)
        killed.append(process)


def refuses_articles_without_ids(spark, store):
    for articles in (spark.createDataFrame([("One.",)], "text string"),
                     spark.createDataFrame([(None, "One.")], "id string, text string")):
        try:
            quoth_audit.audit(spark, articles, store).collect()
            raise AssertionError("articles without ids were taken")
        except Exception as refusal:  # noqa: BLE001 (of Spark's own)
            assert 'no column "id"' in str(refusal) or 'an article has no "id"' in str(refusal), refusal
    print("articles without ids are refused")


def main():
    quoth = os.path.abspath(sys.argv[1])
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        store, articles = sys.argv[2:4] if len(sys.argv) > 2 else example(quoth, folder)
        expected = rows_of_audit(quoth, store, articles, folder / "audit")
        spark = (SparkSession.builder.master("local-cluster[2,1,1024]").config("spark.ui.enabled", "false")
                 .config("spark.sql.execution.arrow.maxRecordsPerBatch", "50").getOrCreate())
        spark.sparkContext.setLogLevel("FATAL")
        assert quoth_audit.names_in('[{"name": "Ana Ruud"}, "Jo Lind", 5]') == "Ana Ruud, Jo Lind"
        assert quoth_audit.names_in('{"name": "The Post"}') == "The Post"
        assert [quoth_audit.names_in(name) for name in ("The Post", "[sic", None)] == ["The Post", "[sic", None]
        table = quoth_audit.dealt_out(spark, quoth_audit.read_articles(spark, [articles]), None)
        assert table.rdd.getNumPartitions() == 2 * quoth_audit.TASKS_A_CORE
        verdicts = quoth_audit.audit(spark, table, store)

        assert rows_of_spark(verdicts) == expected, "Spark and quoth audit differ"
        print(f"the same {len(expected)} rows")

        killed = []
        killer = threading.Thread(target=kill_one_soon, args=(spark, killed))
        killer.start()
        parquet = str(folder / "verdicts.parquet")
        verdicts.write.parquet(parquet)
        killer.join()
        assert killed, "no executor was found to kill"
        assert rows_of_spark(spark.read.parquet(parquet)) == expected, "rows differ after a worker was killed"
        print("the same rows with a worker killed midway")

        with open(folder / "other.db", "wb") as other:
            other.write(b"another store")
        try:
            quoth_audit.verified(str(folder / "other.db"), quoth_audit.sha256_of(store))
            raise AssertionError("a wrong store was taken")
        except RuntimeError as refusal:
            assert "is not the driver's store" in str(refusal)
        try:
            quoth_audit.same_version("0.0")
            raise AssertionError("another version was taken")
        except RuntimeError as refusal:
            assert "install the same on all" in str(refusal)
        print("a wrong store is refused, and so is another version")
        refuses_articles_without_ids(spark, store)
        spark.stop()


if __name__ == "__main__":
    main()
