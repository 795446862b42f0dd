#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Checks articles against the store that is made of a checkout's own sources, and commits in a fresh clone.

Usage: configured_sources_test.py QUOTH. Exit status 77 where git is missing.
"""
import os
import shutil
import stat
import sys
import time

from git_repository import QUOTH, expect, run_all
from sources_desk import BRIEFING, CONFIG, COUNCIL, LOCK, RIGHT, WRONG, Desk


def built_once(desk):
    done = desk.check()
    expect(done.returncode == 0 and "1 verbatim" in done.stdout, f"built: {done.returncode} {done.stdout}{done.stderr}")
    expect(done.stderr == "quoth: built a store from 1 source in transcripts/ (2 turns)\n", f"built: says {done.stderr}")
    expect(sorted(os.listdir(desk.top)) == [".git", "articles", "quoth.toml", "transcripts"], f"in the checkout: {os.listdir(desk.top)}")
    for folder in (os.path.join(desk.cache, "quoth"), desk.cached()):
        expect(stat.S_IMODE(os.stat(folder).st_mode) == 0o700, f"{folder}: may be read by others")
    before = desk.stores()
    for place in (desk.top, os.path.join(desk.top, "articles")):
        done = desk.check("ferry.md" if place != desk.top else "articles/ferry.md", cwd=place)
        expect(done.returncode == 0 and done.stderr == "", f"unchanged, from {place}: {done.stderr}")
        expect("transcripts/council.txt, Ana Ruud" in done.stdout, f"from {place} the source is called {done.stdout}")
    expect(desk.stores() == before, "unchanged: it was built again")
    desk.write("articles/ferry.md", WRONG)
    done = desk.check()
    expect(done.returncode == 1 and "1 distorted" in done.stdout, f"a wrong quotation: {done.stdout}")


def refreshed(desk):
    desk.said()
    desk.write("transcripts/2031/briefing.txt", BRIEFING)
    desk.write("articles/lock.md", LOCK)
    done = desk.check("articles/lock.md")
    expect(done.returncode == 0 and "1 verbatim" in done.stdout, f"a new file: {done.stdout}")
    expect(done.stderr == "quoth: refreshed the store of transcripts/: 1 added, 0 changed, 0 removed; 2 sources (3 turns)\n",
           f"a new file: says {done.stderr}")
    desk.write("transcripts/council.txt", COUNCIL.replace("not raise", "now raise"))  # of the same length
    done = desk.check()
    expect(done.returncode == 1 and "0 added, 1 changed, 0 removed" in done.stderr, f"changed: {done.stdout}{done.stderr}")
    os.remove(os.path.join(desk.top, "transcripts/2031/briefing.txt"))
    done = desk.check("articles/lock.md")
    expect(done.returncode == 1 and "1 not_found" in done.stdout.lower().replace(" ", "_").replace("1_not", "1 not")
           and "0 added, 0 changed, 1 removed" in done.stderr, f"removed: {done.stdout}{done.stderr}")
    expect(len(desk.stores()) == 2, f"stores that are kept: {desk.stores()}")
    desk.age()
    desk.said()
    os.utime(os.path.join(desk.top, "transcripts/council.txt"))
    expect(desk.said() == "", "a file with another time alone is the same file")
    desk.write("quoth.toml", CONFIG.replace("Ana Ruud", "Eva Lund"))
    expect("built a store from 1 source" in desk.said(), "another name for a label: not built again")


def changed_in_the_same_tick(desk):
    """What has the same size and time, and was written at once after the store was made."""
    path = os.path.join(desk.top, "transcripts/council.txt")
    now = time.time_ns()
    os.utime(path, ns=(now, now))
    desk.said()
    desk.write("transcripts/council.txt", COUNCIL.replace("not raise", "now raise"))
    os.utime(path, ns=(now, now))
    expect("1 changed" in desk.said(), "a change that its time does not show was not seen")


def the_same_twice(desk):
    desk.write("transcripts/copy.txt", COUNCIL)
    expect("from 1 source " in desk.said(), "the same bytes under two names are two sources")
    os.remove(os.path.join(desk.top, "transcripts/copy.txt"))
    done = desk.check()
    expect(done.returncode == 0 and "transcripts/council.txt" in done.stdout, f"of two the first has gone: {done.stdout}{done.stderr}")
    desk.write("transcripts/z.txt", COUNCIL)
    os.remove(os.path.join(desk.top, "transcripts/council.txt"))
    done = desk.check()
    expect(done.returncode == 0 and "transcripts/z.txt" in done.stdout, f"renamed: {done.stdout}{done.stderr}")


def only_what_is_meant(desk):
    desk.write("../private.txt", BRIEFING)
    desk.write("transcripts/.hidden.txt", BRIEFING)
    desk.write("transcripts/.hidden/x.txt", BRIEFING)
    desk.write("transcripts/recording.mp3", BRIEFING)
    desk.write("transcripts/drafts/x.txt", BRIEFING)
    desk.write("notes.txt", BRIEFING)
    os.symlink("../../private.txt", os.path.join(desk.top, "transcripts/link.txt"))
    os.symlink("../..", os.path.join(desk.top, "transcripts/folder"))
    os.mkfifo(os.path.join(desk.top, "transcripts/pipe.txt"))
    desk.write("quoth.toml", CONFIG.replace('**"', '**", "!transcripts/drafts/*"'))
    expect("from 1 source in transcripts/ (2 turns)" in desk.said(), f"only what is meant: {desk.said()}")
    for sources, count in (('"."', "3 sources in ./"), ('"transcripts/", "notes.txt"', "2 sources in transcripts, notes.txt"),
                           ('"transcripts"', "2 sources in transcripts"), ('"./transcripts/c*.txt"', "1 source in transcripts/"),
                           ('"transcripts", "!transcripts/drafts"', "1 source in transcripts"),
                           ('"transcripts/**", "!./transcripts//drafts/"', "1 source in transcripts/"),
                           ('"transcripts/**", "transcripts/./council.txt"', "2 sources in transcripts/, transcripts/council.txt"),
                           ('"./transcripts//./"', "2 sources in transcripts")):
        desk.write("quoth.toml", CONFIG.replace('"transcripts/**"', sources))
        shutil.rmtree(desk.cache)
        said = desk.said()
        expect(f"built a store from {count} (" in said, f"sources = [{sources}]: {said}")
    for sources, said in (('"nothing/**"', "sources name no file here"), ('"pipe.txt"', "name pipe.txt, which is not there; put"),
                          ('"transcripts/link.txt"', "name transcripts/link.txt, which is a link or lies behind one; put"),
                          ('"transcripts/folder/private.txt"', "is a link or lies behind one"),
                          ('"transcripts/pipe.txt"', "sources name no file"), ('".git/config"', "lies in git's own folder"),
                          ('"transcripts/**", ".GIT/HEAD"', "lies in git's own folder"), ('".git/**"', "lies in git's own folder"),
                          ('"../*"', "lies outside"), ('"/etc/*"', "lies outside"), ('""', "is empty"),
                          ('"a/../../b"', "lies outside"), ('"!../a"', "lies outside")):
        desk.write("quoth.toml", CONFIG.replace('"transcripts/**"', sources))
        done = desk.check()
        expect(done.returncode == 2 and said in done.stderr and done.stderr.count("\n") == 1, f"sources = [{sources}]: {done.stderr}")
    desk.write("quoth.toml", 'store = "s.db"\n' + CONFIG)
    expect("names both a store and sources" in desk.said(), f"a store and sources: {desk.said()}")


def speakers_of_one_file(desk):
    desk.write("transcripts/a.txt", "SPEAKER 1: We will not raise the ferry fare this year, and nobody in this hall has asked for it.\n")
    desk.write("transcripts/b.txt", "SPEAKER 1: The lock at the old harbour stays closed until the divers have looked.\n")
    said = desk.said()
    expect("speakers not named: SPEAKER 1 (2 turns); where you know them, say \"LABEL\" = \"NAME\" in [speakers] of "
           "quoth.toml\n" in said,
           f"speakers that are not named: {said}")
    desk.write("quoth.toml", CONFIG + '[speakers."transcripts/a*"]\n"SPEAKER 1" = "Ana Ruud"\n'
               '[speakers."*/b.txt"]\n"SPEAKER 1" = "Karin Berg"\n')
    desk.write("articles/lock.md", "“The lock at the old harbour stays closed until the divers have looked,” Karin Berg said.\n")
    done = desk.check("articles/lock.md")
    expect("transcripts/b.txt, Karin Berg" in done.stdout and done.returncode == 0, f"speakers of one file: {done.stdout}{done.stderr}")
    desk.write("quoth.toml", CONFIG + '[speakers."transcripts/*"]\n"SPEAKER 1" = "Ana Ruud"\n'
               '[speakers."transcripts/b*"]\n"SPEAKER 1" = "Karin Berg"\n')
    done = desk.check("articles/lock.md")
    expect("transcripts/b.txt, Karin Berg" in done.stdout and done.returncode == 0, f"the longer pattern counts: {done.stdout}{done.stderr}")


def settings(desk):
    for line, said in (("min_confidence = nan", "min_confidence must be a number from 0 to 1"), ("stores = 1", "did you mean store"),
                       ("x = 1", "x is unknown; use store, sources, baseline, policy,")):
        desk.write("quoth.toml", line + "\n" + CONFIG)
        done = desk.check()
        expect(done.returncode == 2 and said in done.stderr, f"{line}: {done.stderr}")


def pages(desk):
    """The same sources make the same bytes, though the file of the store has another name each time."""
    made = []
    for _ in range(2):
        shutil.rmtree(desk.cache, ignore_errors=True)
        made.append(desk.check("articles/ferry.md", "--format", "html").stdout)
    expect(made[0] == made[1] and "<dd>sources of quoth.toml, 1 source, version " in made[0], f"pages: {made[0][-3000:]}")


def how_they_were_made(desk):
    """What was guessed is said, and quoth.toml says otherwise."""
    cues = ("Ana Ruud: We will not raise the ferry fare this year.", "Karin Berg: The lock stays closed for now.")
    files = {"talk.srt": cues, "meeting.vtt": cues + ("Karin Berg: The divers have to look at it.",)}
    for name, words in files.items():
        cues = [f"{i}\n00:00:0{i},000 --> 00:00:0{i},900\n{text}\n" for i, text in enumerate(words, 1)]
        text = "\n".join(cues)
        desk.write("transcripts/" + name, "WEBVTT\n\n" + text.replace(",000", ".000").replace(",900", ".900") if name.endswith("vtt") else text)
    said = desk.said()
    expect('taken as made by a machine: transcripts/meeting.vtt (speech recognition); where people made them, say "PATTERN" = '
           '"spoken" in [made] of quoth.toml\n' in said, f"a meeting: {said}")
    expect('taken as captions made by people: transcripts/talk.srt; where a machine made them, say "PATTERN" = "asr" in [made] of '
           'quoth.toml\n' in said, f"captions: {said}")
    desk.write("quoth.toml", CONFIG + '[made]\n"*.srt" = "asr"\n"transcripts/*.vtt" = "edited"\n')
    said = desk.said()
    expect("built a store" in said and "taken as" not in said, f"[made]: {said}")
    store = os.path.join(desk.cached(), max(desk.stores()))
    for name, made in (("talk.srt", "asr"), ("meeting.vtt", "edited")):
        shown = desk.run(QUOTH, "store", "show", "--store", store, "transcripts/" + name).stdout
        expect(f"made       {made}\n" in shown, f"[made] of {name}: {shown}")


def what_cannot_be_read(desk):
    """It is said each time, and the status tells it; the rest is checked."""
    desk.write("transcripts/empty.txt", "")
    desk.write("transcripts/lfs.txt", "version https://git-lfs.github.com/spec/v1\noid sha256:0\nsize 1\n")
    desk.write("transcripts/lines.jsonl", '{"id": "x", "utterances": [{"speaker": "A", "text": "It rained."}]}\n' + "{\n" * 30)
    for when in ("first", "again"):
        done = desk.check()
        expect(done.returncode == 2 and "1 verbatim" in done.stdout, f"{when}: {done.returncode} {done.stdout}")
        for line in ("transcripts/empty.txt: is empty", "transcripts/lfs.txt: is a pointer of Git LFS",
                     "transcripts/lines.jsonl:2: ", "transcripts/lines.jsonl: 20 more lines are refused"):
            expect(line in done.stderr, f"{when}: not said: {line}: {done.stderr}")
    desk.write("transcripts/other.jsonl", '{"id": "x", "utterances": [{"speaker": "A", "text": "It snowed."}]}\n')
    expect("transcripts/other.jsonl: the name x is that of another source" in desk.said(), "two sources of one name")
    for name in ("empty.txt", "lfs.txt", "lines.jsonl"):
        os.remove(os.path.join(desk.top, "transcripts", name))
    done = desk.check()
    expect(done.returncode == 0 and "0 added, 0 changed, 3 removed; 2 sources" in done.stderr, f"mended: {done.stderr}")


def baseline(desk):
    desk.write("articles/ferry.md", WRONG)
    desk.write("quoth.toml", 'baseline = "accepted.txt"\n' + CONFIG)
    done = desk.check()
    expect(done.returncode == 2 and "quoth.toml:1: accepted.txt: no such baseline" in done.stderr, f"a baseline that is not there: {done.stderr}")
    done = desk.check("articles/ferry.md", "--write-baseline", "accepted.txt")
    expect(done.returncode == 0, f"a baseline to be written: {done.stderr}")
    done = desk.check()
    expect(done.returncode == 0 and "accepted as it was" in done.stdout, f"a configured baseline: {done.stdout}{done.stderr}")
    desk.write("articles/other.md", RIGHT)
    expect(desk.said("articles/other.md") == "", "entries of other articles are not called needless")
    desk.write("articles/other.md", WRONG.replace("raise", "double"))
    for options in (("articles/other.md",), ("articles",), ("--ignore", "distorted", "articles")):
        done = desk.check(*options, "--write-baseline", "accepted.txt")
        expect(done.returncode == 0, f"written anew, {options}: {done.stderr}")
        done = desk.check("articles")
        expect(done.returncode == 0 and "2 set aside" in done.stdout, f"written anew, {options}: {done.stdout}{done.stderr}")
    desk.write("articles/other.md", RIGHT)
    desk.check("articles", "--write-baseline", "accepted.txt")
    expect(desk.said("articles") == "", f"what is no longer needed is not written again: {desk.said('articles')}")
    desk.write("articles/ferry.md", RIGHT)
    expect("accepted.txt: no longer needed:" in desk.said(), "an entry that is not needed")
    for name, said in (("../accepted.txt", "lies outside"), ("/etc/passwd", "lies outside"), ("pipe", "is a pipe or a device")):
        if name == "pipe":
            os.mkfifo(os.path.join(desk.top, name))
        desk.write("quoth.toml", f'baseline = "{name}"\n' + CONFIG)
        expect(said in desk.said(), f"baseline = {name}: {desk.said()}")


def fresh_clone(desk):
    """A clone without a store: a good quotation is committed, a wrong one stops, whoever staged what."""
    git = ("git", "-c", "core.hooksPath=.git/hooks")
    for command in (("add", "-A"), ("commit", "-qm", "The desk")):
        desk.run("git", *command)
    clone = os.path.join(desk.folder, "clone")
    desk.run("git", "clone", "-q", desk.top, clone)
    done = desk.run(QUOTH, "hook", "install", cwd=clone)
    expect(done.returncode == 0, f"hook install: {done.stderr}")

    def commit(text):
        with open(os.path.join(clone, "articles/ferry.md"), "w", encoding="utf-8") as file:
            file.write(text)
        return desk.run(*git, "commit", "-qam", "The ferry", cwd=clone)
    done = commit(RIGHT + "\nIt rained.\n")
    expect(done.returncode == 0 and "built a store from 1 source in transcripts/ (2 turns)" in done.stderr, f"good: {done.stderr}")
    done = commit(WRONG)
    expect(done.returncode == 1 and "1 distorted" in done.stderr + done.stdout and "built" not in done.stderr, f"wrong: {done.stderr}")
    desk.run("git", "reset", "-q", "--hard", cwd=clone)
    with open(os.path.join(clone, "transcripts/talk.txt"), "w", encoding="utf-8") as file:
        file.write("MS. BERG: He told me, “I have never in my life seen a second boat in this harbour.” I did not ask.\n")
    desk.run("git", "add", "transcripts/talk.txt", cwd=clone)
    done = desk.run(*git, "commit", "-qm", "A source", cwd=clone)
    expect(done.returncode == 0 and done.stderr + done.stdout == "", f"a source is no article: {done.stdout}{done.stderr}")
    desk.run("git", "rm", "-q", "transcripts/talk.txt", cwd=clone)
    done = commit(RIGHT + "\nIt rained again.\n")
    expect(done.returncode == 0 and done.stderr == "", f"good again: {done.stderr}")
    # Articles are read from the index, sources from the work tree.
    commit_of_source = os.path.join(clone, "transcripts/council.txt")
    with open(commit_of_source, "w", encoding="utf-8") as file:
        file.write(COUNCIL.replace("not raise", "now raise"))
    with open(os.path.join(clone, "articles/ferry.md"), "w", encoding="utf-8") as file:
        file.write(RIGHT)
    desk.run("git", "add", "articles/ferry.md", cwd=clone)
    done = desk.run(*git, "commit", "-qm", "x", cwd=clone)
    expect(done.returncode == 1 and "1 changed" in done.stderr, f"a source of the work tree: {done.stderr}")
    expect(desk.run("git", "status", "--porcelain", cwd=clone).stdout.count("\n") == 2, "files in the clone")


sys.exit(run_all([built_once, refreshed, changed_in_the_same_tick, the_same_twice, only_what_is_meant,
                  speakers_of_one_file, settings, pages, how_they_were_made, what_cannot_be_read, baseline, fresh_clone], Desk))
