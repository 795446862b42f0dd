# SPDX-License-Identifier: MIT
"""A frame of articles gives the findings of the program, a row a quotation."""
import datetime
import decimal
import json
import re
import uuid

import pytest
import quoth
from conftest import ROOT, run
from quoth import _frame

TEXTS = [
    "“I think some families out there deserve a waiting room,” Karin Berg said.",
    "Nothing is quoted here.",
    "“We will not raise the ferry fare,” Mayor Ana Ruud said. “Not this year,” she added.",
    None,
    "“The fare stays 🏊 as it is,” said Jonas Halvorsen.",
]
ARTICLES = {"id": list("abcde"), "date": ["2031-05-13"] * 5, "text": TEXTS, "editor": [{"name": "not read"}] * 5}


@pytest.fixture(scope="module")
def expected(store, tmp_path_factory):
    """The rows, made of what the program prints."""
    file = tmp_path_factory.mktemp("frame") / "articles.jsonl"
    rows = rows_in(ARTICLES)
    file.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    printed = run("check", "--no-config", "--store", store, "--format", "jsonl", file, status=(2,))
    return [row for i, line in enumerate(printed.decode().splitlines()) for row in rows_of(i, json.loads(line))]


def rows_of(row, article):
    if "error" in article:
        return [{"row": row, "article": article["id"], "error": article["error"]}]
    return [row_of(row, article["id"], quotation) for quotation in article["quotations"]]


def row_of(row, article, quotation):
    best = quotation["evidence"][0] if quotation["evidence"] else {}
    first, last = quotation["segments"][0], quotation["segments"][-1]
    return {
        "row": row, "article": article, "quotation": quotation["id"], "start": first["start"], "end": last["end"],
        "line": first["line"], "column": first["column"],
        "text": " ".join(segment["text"] for segment in quotation["segments"]),
        "speaker": (quotation["attribution"] or {}).get("speaker"),
        "must_be_seen": quotation["verdict"] in ("altered", "misattributed", "distorted", "not_found"),
        **{name: quotation[name] for name in ("kind", "verdict", "also", "fidelity", "confidence", "message", "reason",
                                              "speaker_checked")},
        "source": best.get("source"), "said_on": best.get("date"), "said_by": best.get("speaker"),
        "utterance": best.get("utterance"), "time": best.get("time"), "passage": best.get("text"),
        "url": best.get("url"), "made": best.get("made"),
    }


def rows_in(columns):
    """The rows of a dict of lists; what a row lacks is left out."""
    rows = zip(*columns.values(), strict=True)
    return without_none(dict(zip(columns, row, strict=True)) for row in rows)


def without_none(rows):
    return [{name: value for name, value in row.items() if value is not None} for row in rows]


@pytest.mark.parametrize("threads", [1, 2])
def test_a_dict_of_lists_gives_the_program_s_findings(store, expected, threads):
    found = quoth.check_frame(ARTICLES, store=store, threads=threads)
    assert rows_in(found) == without_none(expected)
    assert len({len(column) for column in found.values()}) == 1


def test_a_frame_of_pandas_gives_one_of_pandas(store, expected):
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame(ARTICLES, index=[3, 3, 1, 0, 2])
    frame["date"] = pandas.to_datetime(frame["date"])
    found = quoth.check_frame(frame, store=store)
    assert str(found["quotation"].dtype) == "Int64"
    assert str(found["fidelity"].dtype) == "float64"
    columns = {name: found[name].astype(object).where(found[name].notna(), None).tolist() for name in found.columns}
    assert rows_in(columns) == without_none(expected)


def test_a_frame_of_polars_gives_one_of_polars(store, expected):
    polars = pytest.importorskip("polars")
    frame = polars.DataFrame({**ARTICLES, "date": [datetime.date(2031, 5, 13)] * 5})
    found = quoth.check_frame(frame, store=store)
    assert found.schema["also"] == polars.List(polars.String)
    assert without_none(found.to_dicts()) == without_none(expected)


def test_a_table_of_pyarrow_gives_one_of_pyarrow(store, expected):
    pyarrow = pytest.importorskip("pyarrow")
    table = pyarrow.table({**ARTICLES, "editor": list("vwxyz")})
    found = quoth.check_frame(table, store=store)
    assert without_none(found.to_pylist()) == without_none(expected)
    batch = table.to_batches()[0]
    assert quoth.check_frame(batch, store=store).equals(found)


def test_rows_are_numbered_over_all_parts(store, monkeypatch):
    monkeypatch.setattr("quoth.checker._ROWS_AT_ONCE", 2)
    found = quoth.check_frame({"text": [TEXTS[0]] * 5}, store=store)
    assert found["row"] == list(range(5))
    assert found["article"] == [f"row {i}" for i in range(5)]


def test_a_frame_without_rows_has_no_findings(store):
    found = quoth.check_frame({"text": []}, store=store)
    assert found["verdict"] == []
    pandas = pytest.importorskip("pandas")
    empty = quoth.check_frame(pandas.DataFrame({"text": []}), store=store)
    assert (len(empty), list(empty.columns)) == (0, list(found))


@pytest.mark.parametrize("frame, said", [
    ({"id": ["a"]}, 'the frame has no column "text"'),
    ({"text": [TEXTS[0], TEXTS[1]], "id": ["a"]}, 'the columns "id" and "text" are not of one length'),
])
def test_what_is_no_frame_of_articles_is_refused_in_one_line(store, frame, said):
    with pytest.raises(quoth.Error, match=said) as raised:
        quoth.check_frame(frame, store=store)
    assert "\n" not in str(raised.value)


@pytest.mark.parametrize("frame, said", [
    ([TEXTS[0]], "list: give a DataFrame"),
    ({"text": "abc"}, 'the column "text" is of type str; give a list'),
    ({"text": [TEXTS[0]], "id": 5}, 'the column "id" is of type int; give a list'),
])
def test_a_frame_of_a_wrong_type_is_a_type_error(store, frame, said):
    with pytest.raises(TypeError, match=said):
        quoth.check_frame(frame, store=store)


def test_two_columns_of_one_name_are_refused(store):
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame([[TEXTS[0], TEXTS[1]]], columns=["text", "text"])
    with pytest.raises(quoth.Error, match='the frame has 2 columns "text"'):
        quoth.check_frame(frame, store=store)


def test_a_missing_value_is_none_and_what_prints_itself_is_text(store):
    number = uuid.UUID(int=7)
    frame = {
        "id": [number, decimal.Decimal("7.5"), "c", "", float("nan")], "text": [TEXTS[0]] * 5,
        "title": [float("nan"), None, "\ud800", "", ""], "author": [["Jo Lind", float("nan")], {1: 2}, {"x"}, "", ""],
    }
    found = quoth.check_frame(frame, store=store)
    assert found["article"] == [str(number), "7.5", "c", "row 3", "row 4"]
    assert found["error"] == [None] * 5


def test_what_cannot_be_read_is_an_error_of_its_row(store):
    endless = []
    endless.append(endless)
    titles = ["", object(), b"bytes", endless, float("inf"), ""]
    for texts in ([TEXTS[0]] * 6, [TEXTS[0]] * 5 + [float("nan")]):
        found = quoth.check_frame({"text": texts, "title": titles}, store=store)
        assert found["error"][:5] == [None] + ['"title" is no string'] * 4
    assert found["error"][5] == 'no "text"; every article needs one'
    assert quoth.check_frame({"text": ["\ud800" + TEXTS[0]]}, store=store)["start"] == [2]


def test_a_value_that_the_library_refuses_is_mended(store):
    deep = "x"
    for _ in range(600):
        deep = [deep]
    found = quoth.check_frame({"id": [1 << 70, 2, 3], "text": [TEXTS[0]] * 3, "title": ["", deep, ""]}, store=store)
    assert found["article"] == [str(1 << 70), "2", "3"]
    assert found["error"] == [None, '"title" is no string', None]


def test_values_of_numpy_and_series_of_pandas_are_taken(store):
    pandas = pytest.importorskip("pandas")
    numpy = pytest.importorskip("numpy")
    days = numpy.array(["2031-05-13", "NaT"], dtype="datetime64[ns]")
    texts = pandas.Series(TEXTS[:1] + [numpy.nan], index=[5.0, 6.0])
    for dates in (days, pandas.Series(days)):
        authors = pandas.Series([numpy.array(["Jo Lind", "Ana Ruud"]), None])
        found = quoth.check_frame({"text": texts, "date": dates, "author": authors}, store=store)
        assert found["error"] == [None, 'no "text"; every article needs one']
    assert json.loads(_frame._json({"date": list(days)})) == {"date": ["2031-05-13", None]}
    frame = pandas.DataFrame({"text": texts, "author": list(authors)})
    assert quoth.check_frame(frame, store=store)["verdict"].notna().tolist() == [True, False]


def test_text_over_the_limits_is_an_error_of_its_row(store):
    found = quoth.check_frame({"text": [TEXTS[0], "x" * 101]}, store=store, limits={"bytes": 100})
    assert found["error"] == [None, '"text" is over 100 bytes long; allow more with --limit bytes=…']


def test_all_say_the_same_of_the_columns(store):
    columns = list(_frame.COLUMNS)
    assert list(json.loads(quoth.Checker(store)._handle().check_table(b'{"text": []}', 0))) == columns
    job = (ROOT / "tools" / "spark" / "quoth_audit.py").read_text(encoding="utf-8")
    schema = "".join(re.findall(r'"(.*)"', re.search(r"^SCHEMA = \(\n(.*?)^\)", job, re.DOTALL | re.MULTILINE)[1]))
    assert [column.split()[0] for column in schema.split(", ")] == [*columns[1:], "store"]
    assert sorted(json.loads(re.search(r"^INPUT = (.*)", job, re.MULTILINE)[1])) == sorted(_frame._FIELDS)
    page = (ROOT / "docs" / "python.md").read_text(encoding="utf-8")
    table = page[page.index("| columns | hold |"):page.index("An article without quotations has no row.")]
    named = re.findall(r"`(\w+)`", "".join(re.findall(r"^\|([^|]*)\|", table, re.MULTILINE)))
    assert sorted(named) == sorted(columns)
