# SPDX-License-Identifier: MIT
"""The way of docs/git.md with the real pre-commit: from `pip install pre-commit` to a stopped commit, timed.

    python3 tests/forges/pre_commit_test.py WHEELS PACKAGES

WHEELS is a folder with quoth's wheel, PACKAGES one with those of pre-commit, setuptools and wheel and all that they
need (`pip download -d PACKAGES pre-commit setuptools wheel`): nothing else is reached. Exits with 77, after saying so,
where there is no wheel. The configuration and the session are those of docs/git.md.
"""
import pathlib
import re
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs/git.md").read_text(encoding="utf-8")
MEETING = (ROOT / "examples/council-meeting.txt").read_text(encoding="utf-8")
WORD = (ROOT / "tests/data/tools/places-by-unit/story.docx").read_bytes()
MOST_COMMANDS = 3

RIGHT = "“We will not raise the ferry fare this year,” Mayor Ana Ruud said.\n"
WRONG = RIGHT.replace(" not", "")
HEARD = "“The fairy fare stays where it is until we know what the county pays,” Mayor Ana Ruud said.\n"
FAULTS = []


def expect(true, what):
    if not true:
        FAULTS.append(what)


def block_with(line):
    """The indented block of the page in which such a line stands, without the indentation."""
    blocks = re.findall(r"(?:^ {4,}\S.*\n|^\n(?= {4}))+", PAGE, re.MULTILINE)
    found = next(block for block in blocks if line in block)
    width = min(len(text) - len(text.lstrip()) for text in found.splitlines() if text)
    return "".join(text[width:] + "\n" for text in found.strip("\n").splitlines())


def session():
    """(command, lines that it prints) of what the page shows step by step."""
    steps = []
    for line in block_with("$ pip install pre-commit").splitlines():
        if line.startswith("$ "):
            steps.append((line[2:], []))
        elif line.strip():
            steps[-1][1].append(line.strip())
    return steps


class Desk:
    """A fresh clone of a newsroom's repository. The first in `machine` has a virtual environment with pip alone, and an
    empty HOME; later ones have what the first left there."""

    def __init__(self, machine, name, configuration):
        self.folder = machine / name
        self.top = self.folder / "clone"
        wheels, packages = (str(pathlib.Path(argument).resolve()) for argument in sys.argv[1:3])
        if not (machine / "home").exists():
            subprocess.run([sys.executable, "-m", "venv", machine / "python"], check=True)
            (machine / "home").mkdir()
        self.environment = {
            "PATH": f"{machine}/python/bin:/usr/bin:/bin", "HOME": f"{machine}/home", "LC_ALL": "C.UTF-8",
            "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": f"{wheels} {packages}", "PIP_DISABLE_PIP_VERSION_CHECK": "1",
            "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org",
            "GIT_COMMITTER_NAME": "A", "GIT_COMMITTER_EMAIL": "a@example.org", "COLUMNS": "100"}
        shared = self.folder / "shared"
        files = {"articles/ferry.md": "", "transcripts/council-meeting.txt": MEETING,
                 ".pre-commit-config.yaml": configuration, "quoth.toml": block_with('"THE MAYOR" = ')}
        for file, text in files.items():
            (shared / file).parent.mkdir(parents=True, exist_ok=True)
            (shared / file).write_text(text, encoding="utf-8")
        self.must(f"git init -q {shared} && git -C {shared} add . && git -C {shared} commit -q -m 'A newsroom' && "
                  f"git clone -q {shared} {self.top}", self.folder)

    def run(self, command, folder=None):
        """The exit status, and what was printed."""
        done = subprocess.run(["bash", "-c", command], cwd=folder or self.top, env=self.environment,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        return done.returncode, done.stdout.decode(errors="replace")

    def must(self, command, folder=None):
        status, printed = self.run(command, folder)
        if status != 0:
            raise AssertionError(f"{command}\n  ended with {status}:\n{printed}")
        return printed

    def ready(self):
        self.must("pre-commit install")

    def commit(self, text, name="articles/ferry.md"):
        (self.top / name).parent.mkdir(exist_ok=True)
        (self.top / name).write_text(text, encoding="utf-8")
        return self.run(f"git add {name} && git commit -m 'Of the day'")


def from_pip_to_a_stopped_commit(desk):
    """What the page prints, as it prints it; the writer's own echo is no command of the way."""
    seconds, commands, stopped = 0.0, 0, False
    for command, lines in session():
        before = time.monotonic()
        status, printed = desk.run(command)
        taken = time.monotonic() - before
        expect((status != 0) == ("Failed" in "".join(lines)), f"{command}: ended with {status}:\n{printed}")
        for line in lines:
            expect(line in printed, f"{command}: prints not “{line}” but:\n{printed}")
        if not stopped and not command.startswith("echo "):
            seconds, commands = seconds + taken, commands + 1
            print(f"  {taken:5.1f} s  {command}")
        stopped = stopped or status != 0
    expect(stopped, "no commit was stopped")
    print(f"{commands} commands, {seconds:.1f} s from pip install to a stopped commit")
    expect(commands <= MOST_COMMANDS, f"{commands} commands; {MOST_COMMANDS} are promised")


def what_stops_and_what_does_not(desk):
    desk.ready()
    status, printed = desk.commit("“We will not raise the ferry fare,” Mayor Ana Ruud said on Monday.\n")
    expect(status == 0 and "Passed" in printed, f"words that were said: {status}\n{printed}")
    status, printed = desk.commit(WRONG, "notes/not-an-article.txt")
    expect(status == 0 and "Skipped" in printed, f"a file that is no article: {status}\n{printed}")

    # A Word file is an article too, a picture is none.
    (desk.top / "articles/harbour.png").write_bytes(b"\x89PNG")
    (desk.top / "articles/story.docx").write_bytes(WORD)
    desk.must("git add articles/harbour.png")
    status, printed = desk.run("git commit -m 'A picture'")
    expect(status == 0 and "Skipped" in printed, f"a picture: {status}\n{printed}")
    desk.must("git add articles/story.docx")
    status, printed = desk.run("git commit -m 'A Word file'")
    expect(status == 1 and "story.docx, paragraph 2" in printed and "NOT FOUND" in printed,
           f"a Word file: {status}\n{printed}")
    desk.must("git reset -q")

    # What is staged counts, whatever is in the work tree.
    (desk.top / "articles/ferry.md").write_text(WRONG, encoding="utf-8")
    desk.must("git add articles/ferry.md")
    (desk.top / "articles/ferry.md").write_text(RIGHT, encoding="utf-8")
    status, printed = desk.run("git commit -m 'The ferry'")
    expect(status == 1 and "DISTORTED" in printed, f"what is staged: {status}\n{printed}")
    desk.must("git checkout -q HEAD -- articles")

    # What only a recording decides is printed and stops nothing.
    (desk.top / "transcripts/call.txt").write_text(
        "Ana Ruud: The ferry fare stays where it is until we know what the county pays.\n", encoding="utf-8")
    desk.must("quoth ingest --store quotes.db --made asr transcripts/call.txt")
    desk.environment["QUOTH_STORE"] = "quotes.db"
    configuration = desk.top / ".pre-commit-config.yaml"
    configuration.write_text(configuration.read_text() + "        verbose: true\n")
    desk.must("git add .pre-commit-config.yaml")
    status, printed = desk.commit(HEARD)
    expect(status == 0 and "UNCONFIRMED" in printed, f"what a machine misheard: {status}\n{printed}")


def a_clone_without_its_sources(desk):
    desk.must("pre-commit install && git rm -q -r transcripts")
    status, printed = desk.commit(RIGHT)
    said = [line for line in printed.splitlines() if line.startswith("quoth: ")]
    expect(status != 0 and len(said) == 1 and "sources name no file here: transcripts/**" in said[0],
           f"without sources: {status}\n{printed}")


def hooks_of_a_repository(desk):
    """The mirror, which depends on the wheel; and the hook that takes the program on the PATH."""
    for _ in range(2):  # a folder as seen from here; the second time nothing changes
        desk.must(f"{ROOT}/scripts/pre-commit-mirror mirror", desk.folder)
    for hook in ("quoth", "quoth-system"):
        (desk.top / ".pre-commit-config.yaml").write_text(
            f"repos:\n  - repo: {desk.folder}/mirror\n    rev: {version()}\n    hooks:\n      - id: {hook}\n")
        desk.must("git add .pre-commit-config.yaml")
        if hook == "quoth":
            desk.ready()
        status, printed = desk.commit(WRONG)
        expect(status == 1 and "DISTORTED" in printed, f"the hook {hook}: {status}\n{printed}")


def version():
    return "v" + re.search(r"project\(quoth VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text())[1]


def main():
    wheels = sorted(pathlib.Path(sys.argv[1]).glob("quoth-*.whl"))
    if not wheels:
        print(f"skipped: no wheel of quoth in {sys.argv[1]}; scripts/wheel makes one")
        return 77
    configuration = block_with("language: python")
    expect(f"quoth=={version()[1:]}" in configuration, f"docs/git.md depends on another version than {version()}")
    with tempfile.TemporaryDirectory(prefix="quoth-pre-commit-") as machine:
        for case in (from_pip_to_a_stopped_commit, what_stops_and_what_does_not, a_clone_without_its_sources,
                     hooks_of_a_repository):
            case(Desk(pathlib.Path(machine), case.__name__, configuration))
    print("\n".join(FAULTS))
    return 1 if FAULTS else 0


sys.exit(main())
