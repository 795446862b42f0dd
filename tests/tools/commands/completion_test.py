#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Completes command lines in bash, zsh and fish, where they are present, and holds what is offered against --help.

Usage: completion_test.py QUOTH. A store of a stranger may call its sources as it likes: what a shell then inserts must be
one word for the shell, and run nothing.
"""
import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile

QUOTH = os.path.realpath(sys.argv[1])
FAULTS = []
HOSTILE = "$(touch ran); `touch ran` 'x' & | \"y\""
ENV = {"PATH": os.path.dirname(QUOTH) + ":" + os.environ["PATH"], "HOME": os.getcwd(), "LC_ALL": "C.UTF-8", "TERM": "xterm"}


def run(command, folder, **more):
    return subprocess.run(command, cwd=folder, env=ENV, capture_output=True, text=True, timeout=60, check=False, **more)


def check(what, is_so, seen):
    if not is_so:
        FAULTS.append(f"{what}: {seen!r}")


def newsroom(folder):
    for name, text in (("a", "MS. BERG: We open the lock at nine."), ("b", "THE MAYOR: Nobody asked for a second boat.")):
        with open(os.path.join(folder, name + ".txt"), "w", encoding="utf-8") as file:
            file.write(text + "\n")
    names = ["--speaker", "MS. BERG=Karin Berg", "--speaker", "THE MAYOR=Ana Ruud"]
    run([QUOTH, "ingest", "-s", "s.db", *names, "--id", "council 2031", "a.txt"], folder)
    run([QUOTH, "ingest", "-s", "s.db", *names, "--id", HOSTILE, "b.txt"], folder)


def offered(folder, *words):
    return [line.split("\t")[0] for line in run([QUOTH, "complete", "--", *words], folder).stdout.splitlines()]


def commands(page):
    listed = page.split("Subcommands:\n")
    return re.findall(r"^  ([a-z]+) ", listed[1], re.MULTILINE) if len(listed) > 1 else []


def options(page):
    """(name, whether it takes a value) of each long option of a page of help."""
    for line in re.findall(r"^  (-.*)", page, re.MULTILINE):
        found = re.match(r"(?:-\w,)?--([a-z-]+)( [A-Z/=]+)?(?![A-Za-z])", line)
        yield "--" + found[1], bool(found[2])


def test_all_commands_and_options(folder, path=()):
    page = run([QUOTH, "help", *path], folder).stdout
    check(f"{path}: commands", set(commands(page)) <= set(offered(folder, *path, "")), offered(folder, *path, ""))
    seen = offered(folder, *path, "--")
    check(f"{path}: options", seen == [name for name, _ in options(page)], seen)
    for name, takes_value in options(page):
        known = re.search(rf"{name} .*?\n?.*?((?:[a-z-]+, )+[a-z-]+)(?: or [a-z]+)? \(default", page)
        if takes_value and known and name in ("--format", "--input-format"):
            check(f"{path}: {name}", offered(folder, *path, name, "") == known[1].split(", "), offered(folder, *path, name, ""))
    for name in commands(page):
        test_all_commands_and_options(folder, (*path, name))


def test_values(folder):
    for words, expected in (
            (["check", "--format", "js"], ["json", "jsonl"]), (["check", "-f", "js"], ["json", "jsonl"]),
            (["check", "--format=js"], ["--format=json", "--format=jsonl"]),
            (["check", "--format", "=", "js"], ["--format=json", "--format=jsonl"]),
            (["check", "-p", "br"], ["broadcast", ":files"]), (["check", "--", "--form"], [":files"]),
            (["check", "a.md", ""], [":files"]), (["audit", "--out", ""], [":folders"]),
            (["check", "--select", "misa"], ["misattributed"]), (["check", "--ignore=negati"], ["--ignore=negation"]),
            (["check", "--ignore", "filler,misa"], ["filler,misattributed"]),
            (["check", "--ignore=filler,negati"], ["--ignore=filler,negation"]),
            (["check", "--show", ""], ["all", "attention", "open"]), (["check", "--sort", ""], ["gravity", "place"]),
            (["config", ""], [":folders"]), (["explain", "misa"], ["misattributed"]),
            (["completion", ""], ["bash", "zsh", "fish"]), (["help", "ch"], ["check"]),
            (["store", "show", "-s", "s.db", "co"], ["council 2031"]),
            (["store", "remove", "--store=s.db", "council 2031", "$"], [HOSTILE]),
            (["search", "-s", "s.db", "--speaker", "K"], ["Karin Berg"]),
            (["store", "merge", "-s", "s.db", "Karin Berg", "A"], ["Ana Ruud"]),
            (["store", "split", "-s", "s.db", "Karin Berg", "K"], []),
            (["store", "show", "-s", "none.db", ""], []), (["store", "show", "-s", "a.txt", ""], []),
            (["nonsense", ""], []), (["check", "--unknown", ""], [":files"])):
        seen = offered(folder, *words)
        if words[0] == "nonsense":
            seen = [word for word in seen if word not in offered(folder, "")]
        check(f"complete {words}", seen == expected, seen)


def test_bash(folder):
    def reply(*words):
        script = ('source <(quoth completion bash); compopt() { :; }; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); '
                  '_quoth; printf "%s\\n" "${COMPREPLY[@]}"')
        return run(["bash", "-c", script, "bash", "quoth", *words], folder).stdout.splitlines()

    check("bash: values", reply("check", "--format", "js") == ["json", "jsonl"], reply("check", "--format", "js"))
    check("bash: parted at =", reply("check", "--format", "=", "js") == ["json", "jsonl"], "")
    check("bash: files", reply("check", "a.t") == ["a.txt"], reply("check", "a.t"))
    check("bash: blanks", reply("store", "show", "-s", "s.db", "council\\ 2") == ["council\\ 2031"], "")
    for word in reply("store", "show", "-s", "s.db", "$"):
        check("bash: a hostile name", shlex.split(word) == [HOSTILE] and
              run(["bash", "-c", "printf %s " + word], folder).stdout == HOSTILE, word)


def test_zsh(folder):
    script = ('compdef() { :; }; _files() { print :files; }; compadd() { print -l -- "${matches[@]}"; }\n'
              'source <(quoth completion zsh); words=("$@"); CURRENT=$#; _quoth')

    def reply(*words):
        return run(["zsh", "-f", "-c", script, "zsh", "quoth", *words], folder).stdout.splitlines()

    check("zsh: values", reply("check", "--format", "js") == ["json", "jsonl"], reply("check", "--format", "js"))
    check("zsh: files", reply("check", "a.t") == [":files"], reply("check", "a.t"))
    check("zsh: a store", reply("store", "show", "-s", "s.db", "$") == [HOSTILE], reply("store", "show", "-s", "s.db", "$"))


def test_fish(folder):
    def reply(line):
        done = run(["fish", "--no-config", "-c", "source (quoth completion fish | psub); complete -C " + shlex.quote(line)],
                   folder)
        return [word.split("\t")[0] for word in done.stdout.splitlines()]

    check("fish: values", reply("quoth check --format js") == ["json", "jsonl"], reply("quoth check --format js"))
    check("fish: files", "a.txt" in reply("quoth check a.t"), reply("quoth check a.t"))
    check("fish: a store", reply("quoth search -s s.db --speaker K") in (["Karin Berg"], ["Karin\\ Berg"]),
          reply("quoth search -s s.db --speaker K"))


def main():
    with tempfile.TemporaryDirectory(prefix="quoth-completion-") as folder:
        newsroom(folder)
        test_all_commands_and_options(folder)
        test_values(folder)
        shells = {"bash": test_bash, "zsh": test_zsh, "fish": test_fish}
        for shell, test in shells.items():
            if shutil.which(shell):
                test(folder)
        check("something ran", not os.path.exists(os.path.join(folder, "ran")), os.listdir(folder))
        print("tried in:", ", ".join(shell for shell in shells if shutil.which(shell)))
    print("\n".join(FAULTS))
    sys.exit(1 if FAULTS else 0)


main()
