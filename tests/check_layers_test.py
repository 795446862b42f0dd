"""Plants includes that go up in a copy of the sources, and sees whether scripts/check-layers names them.

    python3 tests/check_layers_test.py SOURCES
"""
import os
import shutil
import subprocess
import sys
import tempfile

PLANTED = [  # (file, line to add, what is complained of)
    ("text/model/source.cpp", '#include "db/sqlite/statement.hpp"', "not below it"),
    ("grammar/clauses/phrase.hpp", '#include "db/index/shingle.hpp"', "not below it"),
    ("db/index/shingle.cpp", '#include "grammar/clauses/phrase.hpp"', "not below it"),
    ("match/words/token.cpp", '#include "tools/reports/terminal.hpp"', "not below it"),
    ("grammar/extract/quotation.cpp", '#include "grammar/transcripts/lines/clock.hpp"', "share nothing"),
    ("grammar/transcripts/lines/clock.cpp", '#include "grammar/clauses/phrase.hpp"', "share nothing"),
    ("include/quoth/document.hpp", '#include "text/words/words.hpp"', "public header"),
    ("include/quoth/document.hpp", '#include "words.hpp"', "public header"),
    ("match/words/token.cpp", "#include <sqlite3.h>", "for db alone"),
    ("match/words/token.cpp", "#include <boost/spirit/home/x3.hpp>", "for grammar alone"),
    ("grammar/extract/quotation.cpp", "#include <CLI/CLI.hpp>", "for tools alone"),
    ("match/words/token.cpp", '#include "word_id.hpp"', "project's root"),
    ("match/words/token.hpp", '#include "match/check/reading.hpp"', "in a circle"),
    ("db/store.cpp", '#include "db/search/search_session.cpp"', "chain of more than 6"),
]


def check(folder):
    done = subprocess.run([sys.executable, os.path.join(source, "scripts/check-layers"), folder],
                          capture_output=True, text=True)
    return done.returncode, done.stdout


source = os.path.abspath(sys.argv[1])
failed = False
with tempfile.TemporaryDirectory() as copy:
    for name in ("include", "text", "grammar", "db", "match", "tools"):
        shutil.copytree(os.path.join(source, name), os.path.join(copy, name))
    status, said = check(copy)
    if status != 0:
        sys.exit("the sources themselves: " + said)
    for file, line, complaint in PLANTED:
        path = os.path.join(copy, file)
        with open(path, encoding="utf-8") as opened:
            text = opened.read()
        with open(path, "w", encoding="utf-8") as opened:
            opened.write(text + line + "\n")
        status, said = check(copy)
        where = f"{file}:{len(text.splitlines()) + 1}: "
        if status != 1 or where not in said or complaint not in said:
            failed = True
            print(f"{file} with {line}: status {status}, expected {where}… {complaint} …, got:\n{said}")
        with open(path, "w", encoding="utf-8") as opened:
            opened.write(text)
sys.exit(failed)
