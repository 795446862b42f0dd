# SPDX-License-Identifier: MIT
"""Runs the scripts of action.yml and templates/gitlab-ci.yml as GitHub and GitLab run them, on a repository in which
one article changed, and the command lines of the hooks.

    python3 tests/forges/action_test.py QUOTH [WHEELS]

Without WHEELS, a folder with quoth's wheel, nothing is installed, and QUOTH is on the PATH instead. The scripts also go
through shellcheck where that is installed. Exits with 77, after saying so, where git or Python's yaml is absent.
"""
import json
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import textwrap

try:
    import yaml
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

QUOTH = pathlib.Path(sys.argv[1]).resolve()
WHEELS = pathlib.Path(sys.argv[2]).resolve() if len(sys.argv) > 2 else None
ROOT = pathlib.Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
GITLAB = yaml.safe_load((ROOT / "templates/gitlab-ci.yml").read_text(encoding="utf-8"))["quoth"]

TALK = """Ana Ruud: We will not raise the ferry fare this year. The winter boat stays.

Karin Berg: And who pays for the winter boat?

Ana Ruud: The county pays for half of it.

Karin Berg: Half a boat does not float.
"""
RIGHT = "“We will not raise the ferry fare this year,” Ana Ruud said.\n"
WRONG = RIGHT.replace(" not", "")
FAULTS = []


def expect(true, what):
    if not true:
        FAULTS.append(what)


class Forge:
    """A shallow clone of a repository whose last commit changed articles/new.md; articles/old.md was wrong before."""

    def __init__(self, folder, new=WRONG):
        self.folder = pathlib.Path(folder)
        self.top, self.temporary = self.folder / "clone", self.folder / "runner"
        self.temporary.mkdir()
        self.environment = {
            "PATH": f"{'' if WHEELS else f'{QUOTH.parent}:'}{os.environ['PATH']}", "HOME": folder, "LC_ALL": "C.UTF-8",
            "NO_COLOR": "1", "COLUMNS": "100", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
            "GIT_COMMITTER_EMAIL": "a@example.org"}
        if WHEELS:
            self.environment |= {"PIP_NO_INDEX": "1", "PIP_FIND_LINKS": str(WHEELS)}
        origin = self.folder / "origin"
        for name, text in {"articles/old.md": WRONG, "articles/new.md": "", "transcripts/talk one.txt": TALK,
                           "quoth.toml": 'store = "quotes.db"\ninclude = ["articles/*"]\n'}.items():
            (origin / name).parent.mkdir(parents=True, exist_ok=True)
            (origin / name).write_text(text, encoding="utf-8")
        (origin / "articles/link.md").symlink_to("/etc/hostname")
        commit = "git add -A && git commit -q -m 'Of the day'"
        self.shell(f"git init -q . && git config uploadpack.allowAnySHA1InWant true && {commit}", origin)
        self.base = self.shell("git rev-parse HEAD", origin).stdout.strip()
        (origin / "articles/new.md").write_text(new, encoding="utf-8")
        (origin / "articles/link.md").unlink()
        (origin / "articles/link.md").symlink_to("/etc/passwd")
        self.shell(f"{commit} && git clone -q --depth=1 file://{origin} {self.top}", origin)

    def shell(self, script, folder=None, **more):
        """As GitHub runs a step that says `shell: bash`."""
        return subprocess.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
                              cwd=folder or self.top, env=self.environment | more, stdin=subprocess.DEVNULL,
                              capture_output=True, text=True, check=False)

    def action(self, **inputs):
        """Runs the action's steps; (status, what the log has, what later steps are told)."""
        values = {name: str(field["default"]) for name, field in ACTION["inputs"].items()} | inputs
        known = {f"inputs.{name}": value for name, value in values.items()}
        known |= {"github.event.pull_request.base.sha": self.base, "github.event.before": ""}
        outputs, log, path = {}, "", []
        for name in ("output", "path", "summary"):
            (self.temporary / name).write_text("")
        for step in ACTION["runs"]["steps"]:
            if "run" not in step or (step["name"] == "Install quoth" and not WHEELS):
                continue
            if "if" in step and not evaluate(step["if"].removesuffix(" != ''"), known):
                continue
            environment = {name: evaluate(value.removeprefix("${{ ").removesuffix(" }}"), known)
                           for name, value in step["env"].items()}
            (self.temporary / "output").write_text("")
            done = self.shell(step["run"], RUNNER_TEMP=str(self.temporary), CI="true", GITHUB_ACTIONS="true",
                              GITHUB_OUTPUT=str(self.temporary / "output"), GITHUB_PATH=str(self.temporary / "path"),
                              GITHUB_STEP_SUMMARY=str(self.temporary / "summary"), **environment)
            log += done.stdout + done.stderr
            outputs = dict(line.split("=", 1) for line in (self.temporary / "output").read_text().splitlines())
            known |= {f"steps.{step.get('id')}.outputs.{name}": value for name, value in outputs.items()}
            path = (self.temporary / "path").read_text().split()
            self.environment["PATH"] = ":".join([*path, self.environment["PATH"]])
            if done.returncode != 0:
                return done.returncode, log, outputs
        return 0, log, outputs

    def annotations(self, log):
        command = r"^::(?:error|warning|notice) file=([^,]*),line=(\d+),col=\d+,title=(\w+)::"
        return re.findall(command, log, re.MULTILINE)

    def gitlab(self, **variables):
        steps = [line for line in GITLAB["script"] if WHEELS or not line.startswith("pip ")]
        return self.shell("\n".join(steps), CI_MERGE_REQUEST_DIFF_BASE_SHA=self.base, **variables)


def evaluate(expression, known):
    """`a || b` of contexts, as far as the action uses them; what it does not know is empty, as on GitHub."""
    return next((known[name] for name in expression.split(" || ") if known.get(name)), "")


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
            ({"files": "drafts\n*.txt\n"}, 0, []), ({"quoth_flags": "--fail-on not_found --explain"}, 0, both[:1])):
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
    status, log, _ = forge.action(quoth_flags="--no-such")
    expect(status == 2, f"an unknown option: {status}\n{log}")


def words_are_no_commands(forge):
    (forge.top / "articles/new.md").write_text(f"```\n\n```\n\n::add-mask::x\n\n{WRONG}")
    status, log, _ = forge.action(sources="transcripts", files="$(touch ran)`touch ran`\narticles/*.md")
    expect(status == 1 and not (forge.top / "ran").exists(), f"words that look like commands: {status}\n{log}")
    expect("::add-mask" not in log.split("::stop-commands")[0], f"a command outside of the report:\n{log}")
    status, log, _ = forge.action(sources="$(touch ran); touch ran")
    expect(status == 2 and not (forge.top / "ran").exists(), f"a source that looks like a command: {status}\n{log}")


def alerts(forge):
    status, log, outputs = forge.action(sources="transcripts", reporter="sarif")
    report = json.loads(pathlib.Path(outputs["sarif"]).read_text())
    places = [place["physicalLocation"]["artifactLocation"]["uri"]
              for found in report["runs"][0]["results"] for place in found["locations"]]
    expect(status == 1 and places == ["articles/new.md"] and not forge.annotations(log), f"alerts: {places}\n{log}")


def a_store_that_is_there_or_not(forge):
    status, log, _ = forge.action()
    expect(status == 2 and "quotes.db: no such store" in log, f"no store: {status}\n{log}")
    forge.shell(f"{QUOTH} ingest --store elsewhere.db transcripts")
    status, log, _ = forge.action(store="elsewhere.db")
    expect(status == 1 and len(forge.annotations(log)) == 1, f"a store of its own: {status}\n{log}")


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
                  alerts, a_store_that_is_there_or_not, nothing_is_wrong, names_of_files_are_no_options]
    for case in cases:
        with tempfile.TemporaryDirectory(prefix="quoth-forge-") as folder:
            case(Forge(folder, new=RIGHT) if case is nothing_is_wrong else Forge(folder))
    print("\n".join(FAULTS))
    return 1 if FAULTS else 0


sys.exit(main())
