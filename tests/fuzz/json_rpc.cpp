// SPDX-License-Identifier: MIT
// A client of `quoth mcp` or an editor of `quoth lsp`: whatever it sends, the server ends with the input, and all that
// it answers is JSON.
#include <sys/mman.h>
#include <unistd.h>

#include <vector>

#include "quoth/store.hpp"
#include "tests/db/store_fixture.hpp"
#include "tests/fuzz/fuzzing.hpp"
#include "text/json/json_value.hpp"
#include "tools/servers/lsp/lsp_server.hpp"
#include "tools/servers/mcp/mcp_server.hpp"

using namespace quoth;

namespace {

std::string small_store() {
  auto const file = fuzz::file_in_memory("store");
  auto store = Store::open_writable(file);
  store.ingest(test::council_meeting());
  store.ingest(test::weir_report());
  return file.string();
}

// A file in memory that holds the bytes, to be read from its beginning.
int file_of(std::string_view bytes) {
  auto const file = memfd_create("quoth-fuzz", MFD_CLOEXEC);
  if (file < 0 || write(file, bytes.data(), bytes.size()) != static_cast<ssize_t>(bytes.size())) std::abort();
  lseek(file, 0, SEEK_SET);
  return file;
}

std::string content_of(int file) {
  std::string bytes(static_cast<std::size_t>(lseek(file, 0, SEEK_END)), '\0');
  if (pread(file, bytes.data(), bytes.size(), 0) != static_cast<ssize_t>(bytes.size())) std::abort();
  return bytes;
}

void must_be_json(tools::Framing framing, std::string const& sent) {
  constexpr std::size_t longest = std::size_t{1} << 30U;
  constexpr std::size_t depth = 1000;
  tools::MessageFraming messages(framing, longest);
  messages.add(sent);
  while (auto const piece = messages.next()) {
    if (piece->what != tools::MessageFraming::What::message) std::abort();
    text::JsonDocument const answer(piece->bytes, depth, "answer");  // an Error that it throws is a finding
  }
}

// The server of MCP over messages of either framing, or that of LSP.
void serve(char kind, int in, int out, tools::JsonRpcOptions const& options, std::string const& store) {
  tools::JsonRpcLoop loop(in, out, options);
  if (kind == 'L') {
    tools::LspServer const server(loop, {store, ""});
    return loop.run();
  }
  tools::McpServer const server(loop, {[&] { return store; }});
  loop.run();
}

}  // namespace

// The first byte chooses the server and the framing.
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  static auto const store = small_store();
  std::string_view input(reinterpret_cast<char const*>(data), size);
  auto const kind = input.empty() ? 'M' : input.front();
  auto options = kind == 'L' ? tools::lsp_options() : tools::mcp_options();
  if (kind == 'H') options.framing = tools::Framing::content_length;
  if (!input.empty()) input.remove_prefix(1);
  auto const in = file_of(input);
  auto const out = file_of("");
  serve(kind, in, out, options, store);
  must_be_json(options.framing, content_of(out));
  close(in);
  close(out);
  return 0;
}
