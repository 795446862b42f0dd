# SPDX-License-Identifier: MIT
"""Checks server.json, which describes the server for the MCP registry, by what its published schema requires, and against the program.

    python3 tests/tools/servers/server_json_test.py QUOTH
"""
import json
import pathlib
import re
import subprocess
import sys
import unittest

QUOTH = pathlib.Path(sys.argv.pop(1)).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[3]
SERVER = json.loads((ROOT / "server.json").read_text(encoding="utf-8"))


class ServerJson(unittest.TestCase):
    def test_it_has_what_the_schema_requires(self):
        self.assertRegex(SERVER["$schema"], r"/schemas/\d{4}-\d\d-\d\d/server[.]schema[.]json$")
        self.assertRegex(SERVER["name"], r"^[A-Za-z0-9.-]+/[A-Za-z0-9._-]+$")
        self.assertLessEqual(len(SERVER["description"]), 100)
        for package in SERVER["packages"]:
            self.assertEqual(package["transport"], {"type": "stdio"})
            self.assertLessEqual({"registryType", "identifier", "version"}, set(package))
            for argument in package["packageArguments"]:
                self.assertIn("value" if argument["type"] == "positional" else "name", argument)

    def test_its_version_is_the_programs(self):
        printed = subprocess.run([QUOTH, "--version"], check=True, capture_output=True, text=True).stdout.split()[-1]
        self.assertEqual({SERVER["version"], *(package["version"] for package in SERVER["packages"])}, {printed})

    def test_its_command_line_is_the_programs(self):
        arguments = SERVER["packages"][0]["packageArguments"]
        command = next(argument["value"] for argument in arguments if argument["type"] == "positional")
        help_text = subprocess.run([QUOTH, command, "--help"], check=True, capture_output=True, text=True).stdout
        for name in (argument["name"] for argument in arguments if argument["type"] == "named"):
            self.assertTrue(re.search(rf"{name}\b", help_text), name)


if __name__ == "__main__":
    unittest.main()
