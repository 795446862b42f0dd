# SPDX-License-Identifier: MIT
"""Runs Neovim without a screen, with `quoth lsp` as docs/editors.md starts it: opens an article, types, sees the diagnostic, takes the
action and closes.

    python3 tests/tools/servers/neovim_test.py QUOTH

Exits with 77, after saying so, where nvim is absent.
"""
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile
import unittest

QUOTH = pathlib.Path(sys.argv.pop(1)).resolve()
ROOT = pathlib.Path(__file__).resolve().parents[3]
if not shutil.which("nvim"):
    print("skipped: nvim is not installed")
    sys.exit(77)

# The messages and the text that it leaves, a line each.
SCRIPT = """
local function out(...) io.stdout:write(table.concat({...}, ' '), '\\n') end
local function wait_for(count)
  local ok = vim.wait(20000, function() return #vim.diagnostic.get(0) == count end, 10)
  if not ok then out('waited in vain for', count) end
end
vim.cmd('edit ferry.md')
vim.bo.filetype = 'markdown'
vim.wait(20000, function() return #vim.lsp.get_active_clients() > 0 end, 10)
vim.api.nvim_buf_set_lines(0, 0, -1, false, {'“The fare stays at 45 kronor,” Ana Ruud said.'})
wait_for(1)
local found = vim.diagnostic.get(0)[1]
out('diagnostic', found.code or '', found.lnum, found.col, found.message)
vim.api.nvim_win_set_cursor(0, {1, 10})
local params = vim.lsp.util.make_range_params()
params.context = {diagnostics = {}}
local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 20000)
for _, answer in pairs(answers) do
  out('action', answer.result[1].title)
  vim.lsp.util.apply_workspace_edit(answer.result[1].edit, 'utf-16')
end
wait_for(0)
out('text', vim.api.nvim_buf_get_lines(0, 0, -1, false)[1])
local hovers = vim.lsp.buf_request_sync(0, 'textDocument/hover', vim.lsp.util.make_position_params(), 20000)
for _, answer in pairs(hovers) do out('hover', (answer.result.contents.value:gsub('\\n', ' '))) end
vim.cmd('bdelete!')
vim.lsp.stop_client(vim.lsp.get_active_clients())
vim.wait(20000, function() return #vim.lsp.get_active_clients() == 0 end, 10)
out('left', #vim.lsp.get_active_clients())
vim.cmd('qall!')
"""


class WithNeovim(unittest.TestCase):
    def test_open_type_take_the_action_close(self):
        page = (ROOT / "docs/editors.md").read_text(encoding="utf-8")
        configuration = re.search(r"```lua\n(.*?)```", page, re.DOTALL)[1].replace('"quoth"', f'"{QUOTH}"')
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            subprocess.run([QUOTH, "ingest", "--store", "quotes.db", "--id", "council", "--date", "2031-05-12", "--speaker",
                            "THE MAYOR=Ana Ruud", ROOT / "examples/council-meeting.txt"], check=True, capture_output=True, cwd=folder)
            (folder / "quoth.toml").write_text('store = "quotes.db"\n', encoding="utf-8")
            (folder / "init.lua").write_text(configuration, encoding="utf-8")
            (folder / "desk.lua").write_text(SCRIPT, encoding="utf-8")
            done = subprocess.run(["nvim", "--headless", "--clean", "-u", "init.lua", "-S", "desk.lua"], cwd=folder, timeout=120,
                                  capture_output=True, text=True, check=False)
        said = done.stdout + done.stderr
        self.assertIn("diagnostic distorted 0 3 ", said)
        self.assertIn("action Use the words as spoken", said)
        self.assertIn("text “The fare stays at 38 kronor,” Ana Ruud said.", said)
        self.assertIn("hover **verbatim**", said)
        self.assertIn("left 0", said)
        self.assertNotIn("in vain", said)


if __name__ == "__main__":
    unittest.main()
