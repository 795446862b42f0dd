// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <csignal>
#include <filesystem>
#include <memory>
#include <optional>
#include <utility>

#include "quoth/error.hpp"
#include "tools/commands/command.hpp"
#include "tools/desk/config.hpp"
#include "tools/servers/mcp/mcp_server.hpp"
#include "tools/sources/source_store.hpp"

namespace quoth::tools {

namespace {

struct McpOptions {
  std::string store;
  std::string policy;
  std::optional<StoreCoverage> coverage;
};

void run_mcp(McpOptions const& options) {
  auto const config = find_config(std::filesystem::current_path());
  if (options.store.empty() && config.store.empty() && config.sources.empty())
    throw Error("mcp: no store is named; give --store FILE, or sources or a store in quoth.toml");
  auto served = served_options(config, options.policy, options.coverage);
  // Sources that quoth.toml names may change at any time.
  served.file = [config, store = options.store] { return source_store(config, store).file; };
  std::signal(SIGPIPE, SIG_IGN);  // a client that is gone ends the loop
  JsonRpcLoop loop(STDIN_FILENO, STDOUT_FILENO, mcp_options());
  McpServer const server(loop, std::move(served));
  loop.run();
}

}  // namespace

void add_mcp_command(Command& program) {
  auto command = program.add_command("mcp", "Serve the store to assistants: Model Context Protocol, on standard input");
  auto options = std::make_shared<McpOptions>();
  add_store_option(command, options->store);
  add_policy_option(command, options->policy);
  add_coverage_option(command, options->coverage, StoreCoverage::complete);
  command.footer(
      "For a client's configuration: \"command\": \"quoth\", \"args\": [\"mcp\", \"--store\", \"/path/quotes.db\"]\n"
      "Example: quoth mcp --store quotes.db");
  command.callback([options] { run_mcp(*options); });
}

}  // namespace quoth::tools
