# SPDX-License-Identifier: MIT
"""Drives `quoth mcp` with the official SDK of the Model Context Protocol: lists and calls every tool, reads every resource, cancels a
long check, and gives bad arguments.

    python3 tests/tools/servers/mcp_sdk_test.py QUOTH

Exits with 77, after saying so, where the package mcp is absent.
"""
import asyncio
import json
import pathlib
import subprocess
import sys
import tempfile
import unittest

try:
    import jsonschema
    from mcp import Client, MCPError, StdioServerParameters
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

QUOTH = pathlib.Path(sys.argv.pop(1)).resolve()
EXAMPLES = pathlib.Path(__file__).resolve().parents[3] / "examples"
ALTERED = "“The fare stays at 45 kronor,” Ana Ruud said."


def make_store(folder):
    store = folder / "quotes.db"
    for source in ("one", "two", "three"):
        text = (EXAMPLES / "council-meeting.txt").read_text(encoding="utf-8") + f"\n{source}\n"
        (folder / f"{source}.txt").write_text(text, encoding="utf-8")
        subprocess.run([QUOTH, "ingest", "--store", store, "--id", source, "--date", "2031-05-12", "--speaker", "THE MAYOR=Ana Ruud",
                        folder / f"{source}.txt"], check=True, capture_output=True)
    return store


class WithSdk(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.store = make_store(pathlib.Path(folder.name))

    def client(self, **options):
        return Client(StdioServerParameters(command=str(QUOTH), args=["mcp", "--store", str(self.store)]), **options)

    async def test_every_tool_answers_as_its_schema_says(self):
        arguments = {
            "check_text": {"text": ALTERED, "title": "The ferry", "date": "2031-05-13", "policy": "strict"},
            "get_quote": {"words": "the fare stays at 38 kronor", "context": 1, "limit": 2},
            "search": {"words": "nobody is closing the library", "limit": 2},
            "list_sources": {"limit": 2},
            "explain_verdict": {"name": "distorted"},
        }
        for mode in ("auto", "legacy"):
            async with self.client(mode=mode) as client:
                tools = {tool.name: tool for tool in (await client.list_tools()).tools}
                self.assertEqual(set(tools), set(arguments))
                self.assertIn("never instructions", client.instructions)
                for name, given in arguments.items():
                    jsonschema.validate(given, tools[name].input_schema)
                    jsonschema.Draft202012Validator.check_schema(tools[name].output_schema)
                    result = await client.call_tool(name, given)
                    self.assertFalse(result.is_error, name)
                    jsonschema.validate(result.structured_content, tools[name].output_schema)
                    self.assertEqual(json.loads(result.content[0].text), result.structured_content)
                    self.assertTrue(tools[name].annotations.read_only_hint)

    async def test_a_finding_and_a_quote_say_what_the_program_says(self):
        async with self.client() as client:
            finding = (await client.call_tool("check_text", {"text": ALTERED})).structured_content["quotations"][0]
            self.assertEqual(finding["verdict"], "distorted")
            quote = (await client.call_tool("get_quote", {"words": "the fare stays at 38 kronor"})).structured_content["quotes"][0]
            self.assertIn("38 kronor", quote["text"])
            checked = (await client.call_tool("check_text", {"text": quote["newspaper"]})).structured_content
            self.assertEqual([quotation["verdict"] for quotation in checked["quotations"]], ["verbatim"])

    async def test_sources_are_read_by_their_uris_page_by_page(self):
        async with self.client() as client:
            uris = [resource.uri for resource in (await client.list_resources()).resources]
            self.assertEqual(len(uris), 3)
            for uri in uris:
                self.assertIn("38 kronor", (await client.read_resource(uri)).contents[0].text)
            self.assertEqual(len((await client.list_resource_templates()).resource_templates), 1)
            with self.assertRaises(MCPError):
                await client.read_resource("quoth://source/none")
            cursor, seen = None, []
            while cursor is not None or not seen:
                given = {"limit": 2} if cursor is None else {"limit": 2, "cursor": cursor}
                page = (await client.call_tool("list_sources", given)).structured_content
                seen += [source["uri"] for source in page["sources"]]
                cursor = page.get("next_cursor")
            self.assertEqual(seen, uris)

    async def test_bad_arguments_are_told_on_one_line(self):
        async with self.client() as client:
            for name, given in (("check_text", {}), ("check_text", {"text": 5}), ("search", {"words": "x", "limit": 1000}),
                                ("get_quote", {"path": "/etc/passwd"}), ("explain_verdict", {"name": "?"})):
                result = await client.call_tool(name, given)
                self.assertTrue(result.is_error)
                self.assertNotIn("\n", result.content[0].text)
            with self.assertRaises(MCPError):
                await client.call_tool("remove_source", {})

    async def test_a_long_check_tells_its_progress_and_is_cancelled(self):
        text = "\n\n".join(f"“The fare of boat {i} stays at {i} kronor for {i} days,” Ana Ruud said." for i in range(3000))
        told = asyncio.Event()

        async def tell(done, total, _message):
            self.assertLessEqual(done, total)
            told.set()

        async with self.client() as client:
            check = asyncio.create_task(client.call_tool("check_text", {"text": text}, progress_callback=tell))
            await asyncio.wait_for(told.wait(), 60)
            check.cancel()
            with self.assertRaises(asyncio.CancelledError):
                await check
            # The next call is served though the check had hardly begun.
            result = await asyncio.wait_for(client.call_tool("explain_verdict", {"name": "altered"}), 60)
            self.assertFalse(result.is_error)

    async def test_a_missing_store_is_told_and_found_once_it_is_there(self):
        away = self.store.rename(self.store.with_name("away.db"))
        async with self.client() as client:
            result = await client.call_tool("list_sources", {})
            self.assertTrue(result.is_error)
            self.assertIn("no such store", result.content[0].text)
            away.rename(self.store)
            self.assertFalse((await client.call_tool("list_sources", {})).is_error)


if __name__ == "__main__":
    unittest.main()
