# SPDX-License-Identifier: MIT
"""Runs the scripts of action.yml and templates/gitlab-ci.yml as GitHub and GitLab run them, on a repository in which
one article changed, and the command lines of the hooks.

    python3 tests/forges/action_test.py QUOTH [WHEELS]

Without WHEELS, a folder with quoth's wheel, nothing is installed, and QUOTH is on the PATH instead. The scripts also go
through shellcheck where that is installed. Exits with 77, after saying so, where git or Python's yaml is absent.
"""
import json
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import textwrap
import zipfile

from forge import ACTION, FAULTS, GITLAB, QUOTH, RIGHT, ROOT, WHEELS, WRONG, Forge, expect, yaml


def changed_articles(forge):
    status, log, _ = forge.action(sources="transcripts\n")
    found = forge.annotations(log)
    expect(status == 1 and found == [("articles/new.md", "1", "distorted")], f"changed: {status}\n{log}")
    stopped = re.search(r"^::stop-commands::(\w{32})\n(.*)^::\1::$", log, re.MULTILINE | re.DOTALL)
    expect(stopped and "articles/new.md:1:2: DISTORTED" in stopped[2], f"the report in the log:\n{log}")
    summary = (forge.temporary / "summary").read_text()
    expect("    articles/new.md:1:2: DISTORTED" in summary, f"the summary:\n{summary}")


def inputs_that_say_otherwise(forge):
    both = [("articles/new.md", "1", "distorted"), ("articles/old.md", "1", "distorted")]
    for inputs, wanted, articles in (
            ({"fail_on_error": "false"}, 0, both[:1]), ({"filter_mode": "nofilter"}, 1, both),
            ({"files": "articles"}, 1, both[:1]), ({"files": "articles", "filter_mode": "nofilter"}, 1, both),
            ({"files": "*.txt\n"}, 0, []), ({"files": "all\n"}, 1, both[:1]),
            ({"files": " \n"}, 1, both[:1]), ({"files": "articles/old.md\n articles/n*.md \n"}, 1, both[:1]),
            ({"quoth_flags": "--explain\n--fail-on not_found\n"}, 0, both[:1]),
            ({"quoth_flags": "--fail-on not_found --explain"}, 0, both[:1])):
        status, log, _ = forge.action(sources="transcripts", **inputs)
        expect((status, forge.annotations(log)) == (wanted, articles), f"{inputs}: {status}\n{log}")
        expect("link.md" not in log, f"{inputs}: a link was followed\n{log}")


def no_base_to_compare_with(forge):
    for base in ("", "0" * 40):
        forge.base = base
        status, log, _ = forge.action(sources="transcripts")
        expect(status == 1 and len(forge.annotations(log)) == 2, f"base “{base}”: {status}\n{log}")


def inputs_that_are_refused(forge):
    for inputs in ({"reporter": "github-pr-review"}, {"filter_mode": "added"}, {"fail_on_error": "yes"}):
        status, log, _ = forge.action(sources="transcripts", **inputs)
        expect(status == 2 and len(re.findall("^::error::quoth: .* unknown; use .* or .*$", log, re.MULTILINE)) == 1,
               f"{inputs}: {status}\n{log}")
    for pattern in ("drafts", "articles/*.markdown", ":(nonsense)articles", "../clone-2"):
        status, log, _ = forge.action(sources="transcripts", files=f"articles/*.md\n{pattern}\n")
        expect(status == 2 and log.endswith(f"::error::quoth: files: {pattern}: no file of the repository\n"),
               f"{pattern}: {status}\n{log}")
    status, log, _ = forge.action(quoth_flags="--no-such")
    expect(status == 2, f"an unknown option: {status}\n{log}")
    status, log, outputs = forge.action(sources="transcripts", reporter="sarif", quoth_flags="--format html")
    expect(status == 2 and not outputs.get("sarif"), f"a second report that fails: {status} {outputs}\n{log}")
    forge.base = "1" * 40
    status, log, _ = forge.action(sources="transcripts")
    said = re.findall("^.*fetch.*$", log, re.MULTILINE)
    expect(status == 2 and len(said) == 1 and said[0].startswith(f"::error::quoth: the base {forge.base} cannot"),
           f"a base that is not there: {status}\n{log}")
    done = forge.gitlab(QUOTH_SOURCES="transcripts")
    expect(done.returncode == 2 and f"quoth: the base {forge.base} cannot be fetched" in done.stderr
           and "fatal" not in done.stderr, f"GitLab, a base that is not there: {done.returncode}\n{done.stderr}")


def words_are_no_commands(forge):
    (forge.top / "articles/new.md").write_text(f"```\n\n```\n\n::add-mask::x\n\n{WRONG}")
    status, log, _ = forge.action(sources="transcripts", files="articles/*.md")
    expect(status == 1, f"words that look like commands: {status}\n{log}")
    expect("::add-mask" not in log.split("::stop-commands")[0], f"a command outside of the report:\n{log}")
    for name in ("files", "sources", "quoth_flags"):
        status, log, _ = forge.action(**{"sources": "transcripts", name: "$(touch ran)`touch ran`; touch ran"})
        expect(status == 2 and not (forge.top / "ran").exists(), f"{name} that look like a command: {status}\n{log}")


def alerts(forge):
    status, log, outputs = forge.action(sources="transcripts", reporter="sarif")
    report = json.loads(pathlib.Path(outputs["sarif"]).read_text())
    places = [place["physicalLocation"]["artifactLocation"]["uri"]
              for found in report["runs"][0]["results"] for place in found["locations"]]
    expect(status == 1 and places == ["articles/new.md"] and not forge.annotations(log), f"alerts: {places}\n{log}")


def an_action_used_twice(forge):
    """The second use has nothing of the first: a report of no articles, or none."""
    forge.action(sources="transcripts", reporter="sarif")
    status, log, outputs = forge.action(sources="transcripts", reporter="sarif", files="*.txt")
    report = json.loads(pathlib.Path(outputs["sarif"]).read_text())
    expect(status == 0 and report["runs"][0]["results"] == [], f"no article matches: {status}\n{log}")
    status, log, outputs = forge.action(store="no-such.db", reporter="sarif")
    expect(status == 2 and "DISTORTED" not in log and not outputs.get("sarif"), f"a stale report: {status}\n{log}")


def modules_of_the_checkout(forge):
    """Where quoth is installed, no file of the checkout is taken for a module of Python's."""
    for module in ("venv", "subprocess", "types", "ensurepip", "pip"):
        (forge.top / f"{module}.py").write_text(f"raise SystemExit('{module}.py of the checkout')\n")
    wheel = "quoth-9.dist-info/"
    with zipfile.ZipFile(forge.folder / "quoth-9-py3-none-any.whl", "w") as archive:
        archive.writestr(wheel + "METADATA", "Metadata-Version: 2.1\nName: quoth\nVersion: 9\n")
        archive.writestr(wheel + "WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n")
        archive.writestr(wheel + "RECORD", "")
    install = ACTION["runs"]["steps"][0]["run"]
    places = {"RUNNER_TEMP": str(forge.temporary), "GITHUB_PATH": str(forge.temporary / "path"), "VERSION": "9",
              "PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(forge.folder)}
    done = forge.shell(install, **places)
    expect(done.returncode == 0, f"the action beside modules of that name: {done.stdout}{done.stderr}")
    if done.returncode != 0:
        return
    binaries = (forge.temporary / "path").read_text().strip()
    done = forge.shell(GITLAB["script"][0], PATH=f"{binaries}:/usr/bin:/bin", **places)
    expect(done.returncode == 0, f"the template beside modules of that name: {done.stdout}{done.stderr}")


def a_merge_request_with_a_store(forge):
    """Words that only a store of the merge request's has are in no source."""
    (forge.top / "own.txt").write_text("Ana Ruud: We will raise the ferry fare this year.\n")
    forge.shell(f"{QUOTH} ingest --store quotes.db own.txt")
    done = forge.gitlab(QUOTH_SOURCES="transcripts")
    expect(done.returncode == 1 and "DISTORTED" in done.stdout, f"a store of the merge request's: {done.stdout}")


def a_store_that_is_there_or_not(forge):
    status, log, _ = forge.action()
    expect(status == 2 and "quotes.db: no such store" in log, f"no store: {status}\n{log}")
    forge.shell(f"{QUOTH} ingest --store elsewhere.db transcripts")
    status, log, _ = forge.action(store="elsewhere.db")
    expect(status == 1 and len(forge.annotations(log)) == 1, f"a store of its own: {status}\n{log}")


def sources_of_quoth_toml(forge):
    """Neither a store nor sources are given: what quoth.toml names is built in the job, with its speakers."""
    (forge.top / "quoth.toml").write_text('sources = ["transcripts/*.txt"]\ninclude = ["articles/*"]\n'
                                          '[speakers]\n"Ana Ruud" = "Ana Maria Ruud"\n')
    status, log, _ = forge.action()
    expect(status == 1 and forge.annotations(log) == [("articles/new.md", "1", "distorted")]
           and "quoth: built a store from 1 source in transcripts/ (4 turns)" in log
           and "talk one.txt, Ana Maria Ruud, turn 1" in log, f"sources of quoth.toml: {status}\n{log}")
    done = forge.gitlab()
    expect(done.returncode == 1 and "DISTORTED" in done.stdout,
           f"GitLab, sources of quoth.toml: {done.stdout}{done.stderr}")
    (forge.top / "none").mkdir()
    (forge.top / "none/other.txt").write_text("Ana Ruud: We will raise the ferry fare this year.\n")
    status, log, _ = forge.action(sources="none")
    expect(status == 0 and "built a store" not in log, f"sources of the action go before them: {status}\n{log}")


def merge_requests(forge):
    done = forge.gitlab(QUOTH_SOURCES="transcripts")
    issues = json.loads((forge.top / "gl-code-quality-report.json").read_text())
    expect(done.returncode == 1 and "DISTORTED" in done.stdout, f"GitLab: {done.stdout}{done.stderr}")
    fields = ("description", "check_name", "fingerprint", "severity")
    expect([issue["location"]["path"] for issue in issues] == ["articles/new.md"]
           and all(issue[field] for issue in issues for field in fields), f"GitLab's report: {issues}")


def nothing_is_wrong(forge):
    status, log, outputs = forge.action(sources="transcripts", reporter="sarif")
    report = json.loads(pathlib.Path(outputs["sarif"]).read_text())
    expect(status == 0 and report["runs"][0]["results"] == [], f"nothing is wrong: {status}\n{log}")
    (forge.top / "quoth.toml").write_text('store = "quotes.db"\ninclude = ["drafts/*"]\n')
    done = forge.gitlab(QUOTH_SOURCES="transcripts")
    report = (forge.top / "gl-code-quality-report.json").read_text()
    expect(done.returncode == 0 and json.loads(report) == [], f"no article: {done.returncode}\n{report}\n{done.stderr}")


def names_of_files_are_no_options(forge):
    """The hooks, as pre-commit runs them: entry, args, names of the staged files."""
    page = (ROOT / "docs/git.md").read_text(encoding="utf-8")
    shown = textwrap.dedent(re.search(r"^ +repos:\n(?: {9,}.*\n)+", page, re.MULTILINE)[0])
    hooks = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    hooks += yaml.safe_load(shown)["repos"][0]["hooks"]
    forge.shell(f"{QUOTH} ingest --store quotes.db transcripts")
    for hook in hooks:
        for option in ("output", "write-baseline"):
            name, victim = f"--{option}=victim.md", forge.top / "victim.md"
            (forge.top / name).write_text(WRONG, encoding="utf-8")
            done = forge.shell(shlex.join([*shlex.split(hook["entry"]), *hook.get("args", []), name]))
            expect(done.returncode == 1 and "DISTORTED" in done.stdout and not victim.exists(),
                   f"the hook {hook['id']} on {name}: {done.returncode}\n{done.stdout}{done.stderr}")
            victim.unlink(missing_ok=True)


def check_documentation():
    """docs/ci.md names this version, and its table has the inputs and what they are unless given."""
    page = (ROOT / "docs/ci.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (?:`([^`]*)`)? *\| ", page, re.MULTILINE)
    inputs = {name: field["default"] for name, field in ACTION["inputs"].items()}
    version = re.search(r"project\(quoth VERSION ([0-9.]+)", (ROOT / "CMakeLists.txt").read_text(encoding="utf-8"))[1]
    expect(f"quoth@v{version}\n" in page, f"docs/ci.md names another version than {version}")
    expect(dict(rows) == inputs, f"docs/ci.md has the inputs {dict(rows)}\nand action.yml {inputs}")


def check_shell():
    if not shutil.which("shellcheck"):
        return
    scripts = {step["name"]: step["run"] for step in ACTION["runs"]["steps"] if "run" in step}
    for line in GITLAB["script"]:
        scripts[line.splitlines()[0]] = "# shellcheck disable=SC2086  # $QUOTH_SOURCES are words\n" + line
    for name, script in scripts.items():
        done = subprocess.run(["shellcheck", "--shell=bash", "-"], input=script, capture_output=True, text=True,
                              check=False)
        expect(done.returncode == 0, f"shellcheck, {name}:\n{done.stdout}")


def main():
    if not shutil.which("git"):
        print("skipped: there is no git")
        return 77
    if WHEELS and not list(WHEELS.glob("quoth-*.whl")):
        print(f"skipped: no wheel of quoth in {WHEELS}; scripts/wheel makes one")
        return 77
    check_documentation()
    check_shell()
    cases = [changed_articles, merge_requests]  # what a wheel could change
    if not WHEELS:
        cases += [inputs_that_say_otherwise, no_base_to_compare_with, inputs_that_are_refused, words_are_no_commands,
                  alerts, an_action_used_twice, modules_of_the_checkout, sources_of_quoth_toml,
                  a_merge_request_with_a_store, a_store_that_is_there_or_not, nothing_is_wrong,
                  names_of_files_are_no_options]
    for case in cases:
        with tempfile.TemporaryDirectory(prefix="quoth-forge-") as folder:
            case(Forge(folder, new=RIGHT) if case is nothing_is_wrong else Forge(folder))
    print("\n".join(FAULTS))
    return 1 if FAULTS else 0


sys.exit(main())
