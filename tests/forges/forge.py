# SPDX-License-Identifier: MIT
"""A repository as GitHub and GitLab check it out, and the scripts of action.yml and templates/gitlab-ci.yml run in it.

The script that imports this was called with QUOTH and, where the wheel is installed, WHEELS.
"""
import os
import pathlib
import re
import subprocess
import sys

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
            "PATH": f"{QUOTH.parent}:{os.environ['PATH']}", "HOME": folder, "LC_ALL": "C.UTF-8",
            "NO_COLOR": "1", "COLUMNS": "100", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1",
            "GIT_AUTHOR_NAME": "A", "GIT_AUTHOR_EMAIL": "a@example.org", "GIT_COMMITTER_NAME": "A",
            "GIT_COMMITTER_EMAIL": "a@example.org"}
        if WHEELS:  # no Python of the developer's, and no quoth
            subprocess.run([sys.executable, "-m", "venv", self.folder / "python"], check=True)
            self.environment |= {"PATH": f"{folder}/python/bin:/usr/bin:/bin", "PIP_NO_INDEX": "1",
                                 "PIP_FIND_LINKS": str(WHEELS)}
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
        steps = [line for line in GITLAB["script"] if WHEELS or " pip install " not in line]
        return self.shell("\n".join(steps), CI_MERGE_REQUEST_DIFF_BASE_SHA=self.base, **variables)


def evaluate(expression, known):
    """`a || b` of contexts, as far as the action uses them; what it does not know is empty, as on GitHub."""
    return next((known[name] for name in expression.split(" || ") if known.get(name)), "")
