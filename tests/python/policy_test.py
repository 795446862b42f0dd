# SPDX-License-Identifier: MIT
"""A newsroom's own policy, from a dict, a text or a file."""
import os
import threading

import pytest
import quoth
from conftest import run

RULES = "name gazette\ncontraction altered 0.1\ninflection permitted 0.02\n"


def test_a_dict_a_text_and_a_file_are_the_same_policy(store, article, tmp_path):
    file = tmp_path / "gazette.policy"
    file.write_text(RULES, encoding="utf-8")
    given = quoth.Policy({"contraction": ("altered", 0.1), "inflection": ("permitted", 0.02)}, name="gazette")
    assert given.text == quoth.Policy(RULES).text == quoth.Policy.read(file).text
    printed = run("check", "--no-config", "--store", store, "--policy", file, "--format", "jsonl", article)
    for policy in (given, file, str(file)):
        assert quoth.Checker(store, policy=policy).check_json(article) == printed


def test_a_policy_decides_what_is_permitted(store):
    text = "“I do not think that the second boat should be sold to anyone,” Jonas Halvorsen said."
    for verdict, cost in (("permitted", 0.01), ("altered", 0.1)):
        policy = quoth.Policy({"contraction": (verdict, cost)})
        finding = quoth.check(text, store=store, policy=policy).quotations[0]
        assert finding.verdict == verdict
        assert [(edit.edit_class, edit.cost) for edit in finding.evidence[0].edits] == [("contraction", cost)]


@pytest.mark.parametrize("rules, said", [("contraction altered\n", "the policy:1: expected an edit class"),
                                         ({"contraction": ("sometimes", 0.1)}, "the policy:1: “sometimes”"),
                                         ({"contraction": ("altered", 7)}, "the policy:1: “7” is no cost")])
def test_what_is_no_policy_is_refused_in_one_line(rules, said):
    with pytest.raises(quoth.Error, match=said) as raised:
        quoth.Policy(rules)
    assert "\n" not in str(raised.value)


def test_a_file_that_is_no_policy_is_named(tmp_path):
    with pytest.raises(quoth.Error, match="none.policy"):
        quoth.Policy.read(tmp_path / "none.policy")
    file = tmp_path / "odd.policy"
    file.write_text("name odd\ncontraction sometimes 0.1\n", encoding="utf-8")
    with pytest.raises(quoth.Error, match="odd.policy:2: "):
        quoth.Policy.read(file)
    file.write_text("name \0\n", encoding="utf-8")
    with pytest.raises(quoth.Error, match="odd.policy: policy_text has a zero byte"):
        quoth.Policy.read(file)
    with pytest.raises(quoth.Error, match="ap: cannot be read as a policy"):
        quoth.Policy.read("ap")


def test_a_pipe_is_read_once(tmp_path):
    pipe = tmp_path / "policy.pipe"
    os.mkfifo(pipe)
    writer = threading.Thread(target=pipe.write_text, args=(RULES,), daemon=True)
    writer.start()
    assert quoth.Policy.read(pipe).text == RULES
    writer.join()


def test_a_text_is_no_longer_than_a_file_may_be(tmp_path):
    long = RULES + "# " + "x" * (64 << 10)
    with pytest.raises(quoth.Error, match="^the policy: is over 64 KiB, too long for a policy$"):
        quoth.Policy(long)
    file = tmp_path / "long.policy"
    file.write_text(long, encoding="utf-8")
    with pytest.raises(quoth.Error, match="long.policy: is over 64 KiB, too long for a policy$"):
        quoth.Policy.read(file)


@pytest.mark.parametrize("rules, said", [({"contraction": "altered"}, "contraction: give a verdict and a cost"),
                                         (5, "a policy: give its text or a dict, not int")])
def test_a_policy_of_a_wrong_type_is_a_type_error(rules, said):
    with pytest.raises(TypeError, match=said):
        quoth.Policy(rules)
