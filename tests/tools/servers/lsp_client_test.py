# SPDX-License-Identifier: MIT
"""Drives `quoth lsp` with the client of pytest-lsp, which holds every message against the protocol, as three editors have it: opens an
article, types, sees the diagnostic, takes the action and closes.

    python3 tests/tools/servers/lsp_client_test.py QUOTH

Exits with 77, after saying so, where the package pytest-lsp is absent.
"""
import pathlib
import subprocess
import sys
import tempfile
import unittest
import warnings

try:
    from lsprotocol import types
    from pytest_lsp import client_capabilities, make_test_lsp_client
except ImportError as missing:
    print(f"skipped: {missing}")
    sys.exit(77)

QUOTH = pathlib.Path(sys.argv.pop(1)).resolve()
EXAMPLES = pathlib.Path(__file__).resolve().parents[3] / "examples"
EDITORS = ["visual-studio-code", "neovim", "emacs"]
ALTERED = "😀 “The fare stays at 45 kronor,” Ana Ruud said.\n"


class WithClient(unittest.IsolatedAsyncioTestCase):
    def setUp(self):
        warnings.simplefilter("error")  # what breaks the protocol is a warning
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.folder = pathlib.Path(folder.name)
        self.store = self.folder / "quotes.db"
        self.article = (self.folder / "ferry.md").as_uri()
        subprocess.run([QUOTH, "ingest", "--store", self.store, "--id", "council", "--date", "2031-05-12", "--speaker", "THE MAYOR=Ana Ruud",
                        EXAMPLES / "council-meeting.txt"], check=True, capture_output=True)

    async def started(self, editor):
        client = make_test_lsp_client()
        client.set_configuration({"quoth": {"policy": "strict"}})
        await client.start_io(str(QUOTH), "lsp", "--store", str(self.store))
        server = await client.initialize_session(types.InitializeParams(
            capabilities=client_capabilities(editor), root_uri=self.folder.as_uri(),
            workspace_folders=[types.WorkspaceFolder(self.folder.as_uri(), "desk")]))
        return client, 2 if server.capabilities.position_encoding == types.PositionEncodingKind.Utf16 else 4

    def open(self, client, text):
        client.text_document_did_open(types.DidOpenTextDocumentParams(
            types.TextDocumentItem(uri=self.article, language_id="markdown", version=1, text=text)))

    def type(self, client, version, character, last, text):
        client.text_document_did_change(types.DidChangeTextDocumentParams(
            types.VersionedTextDocumentIdentifier(uri=self.article, version=version),
            [types.TextDocumentContentChangePartial(
                range=types.Range(types.Position(0, character), types.Position(0, last)), text=text)]))

    async def diagnostics(self, client, version):
        """Of that version, as the editor gets them, which either asks or is told."""
        if client.capabilities.text_document.diagnostic:
            report = await client.text_document_diagnostic_async(
                types.DocumentDiagnosticParams(types.TextDocumentIdentifier(self.article)))
            return report.items
        while (told := await client.wait_for_notification("textDocument/publishDiagnostics")).version != version:
            pass
        return told.diagnostics

    def edit_of(self, action):
        """In either of the forms that editors take."""
        if action.edit.document_changes:
            self.assertEqual(action.edit.document_changes[0].text_document, types.OptionalVersionedTextDocumentIdentifier(self.article, 2))
            return action.edit.document_changes[0].edits[0]
        return action.edit.changes[self.article][0]

    async def test_open_type_take_the_action_close(self):
        for editor in EDITORS:
            with self.subTest(editor):
                client, face = await self.started(editor)  # how many characters a face has
                self.open(client, "Nobody said a word.\n")
                self.assertEqual(list(await self.diagnostics(client, 1)), [])
                self.type(client, 2, 0, 19, ALTERED.rstrip())
                found, = await self.diagnostics(client, 2)
                self.assertEqual(found.code, "distorted")
                before = face + 1 + (1 if face == 2 else 3)
                self.assertEqual(found.range, types.Range(types.Position(0, before), types.Position(0, before + 28)))
                actions = await client.text_document_code_action_async(types.CodeActionParams(
                    types.TextDocumentIdentifier(self.article), found.range, types.CodeActionContext([found])))
                edit = self.edit_of(actions[0])
                self.assertEqual(actions[0].title, "Use the words as spoken")
                self.type(client, 3, edit.range.start.character, edit.range.end.character, edit.new_text)
                self.assertEqual(list(await self.diagnostics(client, 3)), [])
                hover = await client.text_document_hover_async(types.HoverParams(
                    types.TextDocumentIdentifier(self.article), types.Position(0, 10)))
                self.assertIn("verbatim", hover.contents.value)
                client.text_document_did_close(types.DidCloseTextDocumentParams(types.TextDocumentIdentifier(self.article)))
                await client.shutdown_session()


if __name__ == "__main__":
    unittest.main()
