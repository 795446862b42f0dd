# SPDX-License-Identifier: MIT
"""Checking from Python is checking with the program."""
import concurrent.futures
import json
import pathlib
import re

import pytest
import quoth
from conftest import ROOT, run
from quoth import _library


def lines_of_program(store, path):
    return run("check", "--no-config", "--store", store, "--format", "jsonl", path).decode().splitlines()


def test_a_file_gives_the_findings_of_the_program(store, article):
    checked = quoth.Checker(store).check_all(article)
    assert [one.to_json() for one in checked] == lines_of_program(store, article)


def test_the_json_is_the_program_s(store, article):
    assert quoth.Checker(store).check_json(article).decode().splitlines() == lines_of_program(store, article)


@pytest.mark.parametrize("sample", sorted((ROOT / "tests" / "data" / "injection").glob("*")), ids=lambda one: one.name)
def test_hostile_texts_are_escaped_as_the_program_does(store, sample):
    try:
        checked = quoth.Checker(store).check_all(sample)
    except quoth.Error:
        pytest.skip("the program reads it neither")
    assert [one.to_json() for one in checked] == lines_of_program(store, sample)


def test_a_string_is_the_text_of_an_article(store):
    checked = quoth.check("“We will open the pool in June,” said Mayor Ana Ruud.", store=store)
    assert len(checked.quotations) == 1
    assert checked.quotations[0].speaker == "Ana Ruud"


def test_a_long_line_is_a_text_and_no_name(store):
    text = "“We will open the pool in June,” said Mayor Ana Ruud. " + "She said no more of it. " * 30
    assert len(quoth.check(text, store=store).quotations) == 1
    assert quoth.extract(text) == quoth.extract_text(text)


def test_a_string_that_names_a_file_is_that_file(store, article):
    assert quoth.Checker(store).check(str(article)).id == str(article)


def test_offsets_are_those_of_the_string(store):
    text = "Ärger: “Wir öffnen das Bad,” said Ana Ruud. 🏊 “It opens in June,” she said."
    for quotation in quoth.extract(text).quotations:
        for segment in quotation.segments:
            assert text[segment.start:segment.end] == segment.text


def test_many_threads_share_a_checker(store, article):
    checker = quoth.Checker(store)
    expected = checker.check_json(article)
    with concurrent.futures.ThreadPoolExecutor(8) as pool:
        assert set(pool.map(lambda _: checker.check_json(article), range(64))) == {expected}


def test_options_are_the_program_s(store, article):
    strict = quoth.Checker(store, policy="strict").check_all(article)
    printed = run("check", "--no-config", "--store", store, "--policy", "strict", "--format", "jsonl", article)
    assert [one.to_json() for one in strict] == printed.decode().splitlines()


def test_a_file_of_several_articles_is_asked_for_with_check_all(store, tmp_path):
    file = tmp_path / "two.jsonl"
    file.write_text("".join(json.dumps({"id": name, "text": "“Yes,” said Ana Ruud."}) + "\n" for name in "ab"))
    checker = quoth.Checker(store)
    assert [one.id for one in checker.check_all(file)] == ["a", "b"]
    with pytest.raises(quoth.Error, match="holds 2 articles"):
        checker.check(file)


@pytest.mark.parametrize("options, said", [({"policy": "lax"}, "policy"), ({"coverage": "some"}, "coverage"),
                                           ({"threads": 0}, "threads"), ({"limits": {"bytes": "many"}}, "many")])
def test_a_bad_option_is_one_line(store, options, said):
    with pytest.raises(quoth.Error, match=said) as raised:
        quoth.Checker(store, **options)
    assert "\n" not in str(raised.value)


def test_a_store_that_is_not_there_is_one_line(tmp_path):
    with pytest.raises(quoth.Error, match="no such store") as raised:
        quoth.Checker(tmp_path / "none.db")
    assert "\n" not in str(raised.value)


def test_a_limit_holds(store, article):
    with pytest.raises(quoth.Error):
        quoth.Checker(store, limits={"bytes": 10}).check(pathlib.Path(article))


def test_a_path_with_a_zero_byte_is_refused(store):
    with pytest.raises(quoth.Error, match="zero byte"):
        quoth.Checker(store).check_all("a\0b")


def test_search_gives_what_the_program_gives(store):
    words = "the pool"
    found = quoth.Checker(store).search(words, limit=3)
    printed = run("search", "--store", store, "--limit", 3, "--format", "jsonl", words).decode().splitlines()
    assert [one.to_json() for one in found] == printed


@pytest.mark.parametrize("use, said", [
    (lambda store: quoth.Checker(store, threads="2"), "threads: give a whole number, not str"),
    (lambda store: quoth.Checker(store, speakers=["Ana Ruud"]), "speakers: give a dict, not list"),
    (lambda store: quoth.Checker(store).check_text(bytearray(b"a")), "the text: give str or bytes, not bytearray"),
    (lambda store: quoth.Checker(store).check(b"a.md"), "the path: give a str, not bytes"),
    (lambda store: quoth.Checker(store).search("the fare", limit="2"), "limit: give a whole number, not str"),
    (lambda store: quoth.extract_text("a", limits="bytes=5"), "limits: give a dict, not str"),
    (lambda store: quoth.Store(store).ingest("a.txt", speakers="Ana Ruud"), "speakers: give a dict, not str"),
    (lambda store: quoth.Store(store).ingest_frame({"text": ["a"]}), "dict: give a DataFrame of pandas or polars"),
])
def test_a_value_of_a_wrong_type_is_a_type_error(store, use, said):
    with pytest.raises(TypeError, match=said):
        use(store)


@pytest.mark.parametrize("use, said", [
    (lambda store: quoth.Checker(store, date="nonsense"), 'date: "nonsense" is no date; write YYYY-MM-DD'),
    (lambda store: quoth.Checker(store, format="nonsense"), 'format: "nonsense" is no format of articles'),
    (lambda store: quoth.Checker(store).search("the fare", limit=-1), "limit: -1 is no number from 0 on"),
    (lambda store: quoth.Checker(store).check_text("a", name="\ud800.md"), "the name has half a character"),
])
def test_a_wrong_value_is_an_error(store, use, said):
    with pytest.raises(quoth.Error, match=said):
        use(store)


def test_the_library_is_looked_for_under_the_project_s_version():
    project = (ROOT / "CMakeLists.txt").read_text(encoding="utf-8")
    version = re.search(r"^project\(quoth VERSION (\d+\.\d+)\.", project, re.MULTILINE)[1]
    assert version == _library._ABI
