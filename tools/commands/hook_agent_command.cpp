// SPDX-License-Identifier: MIT
#include <unistd.h>

#include <algorithm>
#include <exception>
#include <filesystem>
#include <iostream>
#include <iterator>
#include <memory>

#include "quoth/error.hpp"
#include "tools/commands/check_options.hpp"
#include "tools/desk/assistant_hook.hpp"
#include "tools/desk/config.hpp"
#include "tools/desk/source_name.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

// As assistants read the exit status of a hook: 2 gives its standard error to the model, any other failure to the user.
constexpr int model_must_see = 2;
constexpr int user_must_see = 1;

// No file of another kind holds quotations that were meant as such; quoth.toml may say more.
bool is_article(std::string const& file) {
  std::error_code ignored;
  return fs::is_regular_file(file, ignored) && is_named_as_article(file) && find_config(file).covers(file);
}

void check_written(CheckOptions options, int& status) {
  auto files = options.files;
  if (files.empty()) {
    std::string const input(std::istreambuf_iterator<char>(std::cin), {});
    files = files_in_hook(input);
  }
  options.files.clear();
  std::ranges::copy_if(files, std::back_inserter(options.files), is_article);
  if (options.files.empty()) return;
  std::cout.flush();
  dup2(STDERR_FILENO, STDOUT_FILENO);  // the report is for the model
  run_check(options, status);
  std::cout.flush();
  if (status == something_to_see) {
    std::cerr
        << "quoth: put the source's words where they differ, or take out the quotation marks; then write again.\n";
    status = model_must_see;
  } else if (status == failure) {
    status = user_must_see;
  }
}

}  // namespace

void add_hook_agent_command(Command& hook, int& status) {
  auto command = hook.add_command("agent", "For an assistant's hook: check the articles that it has written");
  auto options = std::make_shared<CheckOptions>();
  options->quiet = true;
  command.add_arguments("FILE", options->files,
                        "What was written; without it the hook's JSON on standard input says it");
  command.add("-s,--store", options->store, "The store, where no quoth.toml names one")
      .environment("QUOTH_STORE")
      .value_name("FILE");
  add_policy_option(command, options->policy);
  command.footer(
      "Exit status: 2 where check would give 1, with the findings and the words of the source on standard error, "
      "which\n"
      "assistants give to their model; 0 where nothing must be seen; 1 for a failure; 2 for wrong usage.\n"
      "Example: quoth hook agent --store quotes.db article.md");
  command.callback([options, &status] {
    try {
      check_written(*options, status);
    } catch (std::exception const& error) {
      complain(failure_text(error));
      status = user_must_see;
    }
  });
}

}  // namespace quoth::tools
