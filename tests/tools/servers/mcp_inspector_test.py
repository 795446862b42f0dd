# SPDX-License-Identifier: MIT
"""Looks at `quoth mcp` with the inspector of the Model Context Protocol: lists what there is, calls every tool, reads a source.

    python3 tests/tools/servers/mcp_inspector_test.py QUOTH

Exits with 77, after saying so, where the npm package @modelcontextprotocol/inspector is in no node_modules here or above, or node is
absent.
"""
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import unittest

QUOTH = pathlib.Path(sys.argv.pop(1)).resolve()
EXAMPLES = pathlib.Path(__file__).resolve().parents[3] / "examples"
INSPECTOR = next((path for folder in (pathlib.Path.cwd(), *pathlib.Path.cwd().parents)
                  if (path := folder / "node_modules/@modelcontextprotocol/inspector/cli/build/index.js").exists()), None)
if not INSPECTOR or not shutil.which("node"):
    print("skipped: @modelcontextprotocol/inspector or node is not installed")
    sys.exit(77)

CALLS = {
    "check_text": {"text": "“The fare stays at 45 kronor,” Ana Ruud said."},
    "get_quote": {"words": "the fare stays at 38 kronor"},
    "search": {"words": "the fare stays"},
    "list_sources": {},
    "explain_verdict": {"name": "distorted"},
}


class WithInspector(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(folder.cleanup)
        cls.store = pathlib.Path(folder.name) / "quotes.db"
        subprocess.run([QUOTH, "ingest", "--store", cls.store, "--id", "council", "--speaker", "THE MAYOR=Ana Ruud",
                        EXAMPLES / "council-meeting.txt"], check=True, capture_output=True)

    def ask(self, method, *options):
        done = subprocess.run(["node", INSPECTOR, QUOTH, "mcp", "--store", self.store, "--method", method, *options],
                              check=True, capture_output=True, text=True, timeout=120)
        return json.loads(done.stdout)

    def test_tools_and_resources_are_listed(self):
        self.assertEqual({tool["name"] for tool in self.ask("tools/list")["tools"]}, set(CALLS))
        self.assertEqual([resource["uri"] for resource in self.ask("resources/list")["resources"]], ["quoth://source/council"])
        self.assertEqual(len(self.ask("resources/templates/list")["resourceTemplates"]), 1)
        self.assertIn("Ana Ruud", self.ask("resources/read", "--uri", "quoth://source/council")["contents"][0]["text"])

    def test_every_tool_is_called(self):
        for tool, arguments in CALLS.items():
            with self.subTest(tool):
                given = [word for name, value in arguments.items() for word in ("--tool-arg", f"{name}={value}")]
                self.assertFalse(self.ask("tools/call", "--tool-name", tool, *given)["isError"])

    def test_a_missing_argument_is_told(self):
        result = self.ask("tools/call", "--tool-name", "search")
        self.assertTrue(result["isError"])
        self.assertEqual(result["content"][0]["text"], "search: \"words\" is missing")


if __name__ == "__main__":
    unittest.main()
