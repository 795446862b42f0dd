# SPDX-License-Identifier: MIT
"""Filling a store from Python."""
import datetime
import json

import pytest
import quoth
from conftest import EXAMPLES, run


@pytest.fixture
def empty(tmp_path):
    return quoth.Store(tmp_path / "quotes.db")


def test_a_file_is_ingested_as_the_program_does(empty, store):
    counts = empty.ingest(EXAMPLES / "council-meeting.txt", date=datetime.date(2031, 5, 12),
                          speakers={"THE MAYOR": "Ana Ruud", "MR. HALVORSEN": "Jonas Halvorsen"})
    assert counts == quoth.IngestCounts(added=1, replaced=0, unchanged=0)
    versions = {json.loads(run("store", "stats", "--store", file, "--format", "json"))["version"]
                for file in (empty.path, store)}
    assert len(versions) == 1


def test_the_day_of_a_time_is_the_date(empty):
    empty.ingest(EXAMPLES / "council-meeting.txt", date=datetime.datetime(2031, 5, 12, 19, 30))
    assert empty.sources()[0].date == "2031-05-12"


def test_a_label_may_hold_an_equals_sign_and_a_name_none(empty, tmp_path):
    file = tmp_path / "talk.jsonl"
    turns = [{"speaker": label, "text": f"We sail on Sundays, said {label}."} for label in ("A", "A=B")]
    file.write_text(json.dumps({"id": "a", "utterances": turns}))
    empty.ingest(file, speakers={"A=B": "Ana Ruud"})
    assert sorted(one.name for one in empty.speakers()) == ["A", "Ana Ruud"]
    with pytest.raises(quoth.Error, match='speakers: "B=Ana Ruud" has an equals sign'):
        empty.ingest(file, speakers={"A": "B=Ana Ruud"})
    with pytest.raises(quoth.Error, match='speakers: "A=B" has an equals sign'):
        quoth.Checker(empty.path, speakers={"A=B": "Ana Ruud"})


def test_dicts_are_sources(empty):
    row = {"id": "radio", "date": "2031-05-12", "utterances": [{"speaker": "Ana Ruud", "text": "We sail on Sundays."}]}
    assert empty.ingest_sources([row]).added == 1
    assert empty.ingest_sources([row]).unchanged == 1
    assert quoth.check("“We sail on Sundays,” said Ana Ruud.", store=empty.path).quotations[0].verdict == "verbatim"


def test_rows_of_a_frame_are_sources(empty):
    pandas = pytest.importorskip("pandas")
    frame = pandas.DataFrame({"id": ["a", "b"], "speaker": ["Ana Ruud", "Jo Lind"], "date": ["2031-05-12", None],
                              "text": ["We sail on Sundays.", "Not this winter."]})
    assert empty.ingest_frame(frame).added == 2
    assert [(source.id, source.date) for source in empty.sources()] == [("a", "2031-05-12"), ("b", "")]


def test_a_bad_source_leaves_the_store_as_it_was(empty):
    good = {"id": "a", "utterances": [{"speaker": "Ana Ruud", "text": "We sail on Sundays."}]}
    with pytest.raises(quoth.Error, match="sources.jsonl:2: "):
        empty.ingest_sources([good, {"id": "b"}])
    assert empty.sources() == []


@pytest.mark.parametrize("text", [b"bytes", "a lone \ud800 surrogate"])
def test_what_is_no_json_is_refused_in_one_line(empty, text):
    with pytest.raises(quoth.Error, match="cannot be written as JSON"):
        empty.ingest_sources([{"id": "a", "utterances": [{"speaker": "Ana Ruud", "text": text}]}])


def test_a_source_is_listed_and_removed(empty):
    empty.ingest(EXAMPLES / "council-meeting.txt", id="meeting")
    listed = run("store", "list", "--store", empty.path, "--format", "jsonl").decode().splitlines()
    assert [source.to_json() for source in empty.sources()] == listed
    empty.remove("meeting")
    assert empty.sources() == []
    with pytest.raises(quoth.Error, match="holds no source"):
        empty.remove("meeting")


def test_a_store_is_searched_as_the_program_does(store):
    words = "families out there"
    printed = run("search", "--store", store, "--format", "jsonl", "--speaker", "Ana Ruud", words).decode().splitlines()
    assert [one.to_json() for one in quoth.Store(store).search(words, speaker="Ana Ruud")] == printed


def test_a_store_knows_who_speaks(empty):
    assert empty.speakers() == []
    empty.ingest(EXAMPLES / "council-meeting.txt", speakers={"THE MAYOR": "Ana Ruud"})
    listed = run("store", "speakers", "--store", empty.path).decode().splitlines()
    assert [f"{one.sources:>6} sources  {one.utterances:>8} turns  {one.name}" for one in empty.speakers()] == listed


def test_how_much_a_store_holds_is_the_program_s_json(store):
    printed = run("store", "stats", "--store", store, "--format", "jsonl").decode().strip()
    assert quoth.Store(store).stats().to_json() == quoth.Checker(store).stats().to_json() == printed


def test_a_speaker_is_found_by_the_name_that_articles_print(store):
    text = "“Nobody asked me about the waiting room,” the Guv said."
    for speakers in (None, {"Guv": "Ana Ruud"}):
        checked = quoth.check(text, store=store, speakers=speakers)
        assert (checked.quotations[0].speaker == "Ana Ruud") == (speakers is not None)
