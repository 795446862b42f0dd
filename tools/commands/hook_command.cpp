// SPDX-License-Identifier: MIT
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <memory>

#include "quoth/error.hpp"
#include "tools/commands/command.hpp"
#include "tools/desk/config.hpp"
#include "tools/desk/git/git.hpp"
#include "tools/desk/output_file.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

struct HookOptions {
  std::string store;
  bool changed_lines = false;
  bool diff = false;
};

// A line by which our hook is recognised.
constexpr std::string_view signature = "# Checks the quotations of staged articles. Installed by quoth hook install.";

// The hook's file, which git knows: it depends on core.hooksPath and on worktrees.
fs::path hook_file() {
  auto path = run_git({"rev-parse", "--git-path", "hooks/pre-commit"});
  while (!path.empty() && path.back() == '\n') path.pop_back();
  return fs::absolute(path);
}

// A hook that was there before. It is kept beside ours and runs first.
fs::path kept_hook(fs::path const& hook) { return hook.string() + ".before-quoth"; }

std::string content_of(fs::path const& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

bool is_ours(fs::path const& hook) { return content_of(hook).find(signature) != std::string::npos; }

// Quotes text for sh, whatever characters it holds.
std::string quoted(std::string const& text) {
  std::string out = "'";
  for (auto const c : text) out += c == '\'' ? "'\\''" : std::string(1, c);
  return out + "'";
}

// Whether there is something to check against: without, the hook compares articles with what they were alone.
bool has_store(HookOptions const& options) {
  auto const config = find_config(work_tree_top());
  return !options.store.empty() || !config.store.empty() || !config.sources.empty();
}

std::string script(HookOptions const& options, bool has_kept_hook) {
  std::string text = "#!/bin/sh\n" + std::string(signature) + "\n";
  // As git does it: a hook that may not be run is passed over.
  if (has_kept_hook) text += "if [ -x \"$0.before-quoth\" ]; then \"$0.before-quoth\" \"$@\" || exit $?; fi\n";
  text +=
      "command -v quoth >/dev/null || { echo 'pre-commit: quoth is not on the PATH; install it or run: quoth hook "
      "uninstall' >&2; exit 1; }\n";
  if (options.diff && !has_store(options)) return text + "exec quoth diff --staged --quiet\n";
  if (options.diff) text += "quoth diff --staged --quiet || exit $?\n";
  return text + "exec quoth check --staged --quiet" + (options.changed_lines ? " --changed-lines" : "") +
         (options.store.empty() ? "" : " --store " + quoted(fs::absolute(options.store).string())) + "\n";
}

// A copy, so that a hook is there at every moment.
void keep(fs::path const& hook) {
  if (fs::is_symlink(hook)) return fs::copy_symlink(hook, kept_hook(hook));
  fs::copy_file(hook, kept_hook(hook));
}

void install(HookOptions const& options) {
  auto const hook = hook_file();
  if (!options.diff && !has_store(options)) {
    throw Error(
        "hook install: no store is named; give --store FILE, or sources or a store in quoth.toml, or --diff, which "
        "needs "
        "none");
  }
  bool const other = fs::exists(fs::symlink_status(hook)) && !is_ours(hook);
  if (other && fs::exists(kept_hook(hook))) {
    throw Error(kept_hook(hook).string() + ": is in the way; move it, then install again");
  }
  fs::create_directories(hook.parent_path());
  OutputFile out(hook.string());
  out.stream() << script(options, other || fs::exists(kept_hook(hook)));
  if (other) keep(hook);
  try {
    out.commit();
  } catch (Error const&) {
    if (other) fs::remove(kept_hook(hook));
    throw;
  }
  fs::permissions(hook, fs::perms::owner_all | fs::perms::group_read | fs::perms::group_exec | fs::perms::others_read |
                            fs::perms::others_exec);
  std::cout << "Installed " << hook.string() << (fs::exists(kept_hook(hook)) ? ", after the hook that was there" : "")
            << ".\n";
}

void uninstall() {
  auto const hook = hook_file();
  if (!fs::exists(hook) || !is_ours(hook))
    throw Error(hook.string() + ": quoth installed no hook here; nothing was changed");
  fs::remove(hook);
  if (fs::exists(kept_hook(hook))) fs::rename(kept_hook(hook), hook);
  std::cout << "Removed " << hook.string() << ".\n";
}

void report_status(int& status) {
  auto const hook = hook_file();
  if (fs::exists(hook) && is_ours(hook)) {
    std::cout << "Installed: " << hook.string() << '\n';
  } else {
    std::cout << "Not installed: " << hook.string() << (fs::exists(hook) ? " is another hook" : " is not there")
              << '\n';
    status = something_to_see;
  }
}

}  // namespace

void add_hook_command(Command& program, int& status) {
  auto command = program.add_command("hook", "Check articles at every git commit, or whenever an assistant writes one");
  command.require_command();
  command.footer("Example: quoth hook install --store quotes.db");
  auto options = std::make_shared<HookOptions>();
  auto action = command.add_command("install", "Add the check to the repository's pre-commit hook");
  action.add("-s,--store", options->store, "The store, where no quoth.toml names one").value_name("FILE");
  action.add("--changed-lines", options->changed_lines, "Check only the paragraphs that a commit touches");
  action.add(
      "--diff", options->diff,
      "Compare the quotations of staged articles with those of the last commit first; alone where there is no store");
  action.footer("Example: quoth hook install --store quotes.db");
  action.callback([options] { install(*options); });
  action = command.add_command("uninstall", "Take it out again; a hook that was there before comes back");
  action.footer("Example: quoth hook uninstall");
  action.callback([] { uninstall(); });
  action = command.add_command("status", "Whether it is installed, and where");
  action.footer("Example: quoth hook status");
  action.callback([&status] { report_status(status); });
  add_hook_agent_command(command, status);
}

}  // namespace quoth::tools
