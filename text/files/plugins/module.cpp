// SPDX-License-Identifier: MIT
#include "text/files/plugins/module.hpp"

#include <dlfcn.h>
#include <link.h>

#include <cstdlib>
#include <filesystem>
#include <vector>

#include "quoth/error.hpp"

namespace quoth::text {

namespace {

namespace fs = std::filesystem;

using Entry = decltype(quoth_module);

// An address in the library or program that contains this code.
constexpr char landmark = 0;

// The folder of that library or program; empty if the system does not tell. For a program the loader knows only
// argv[0], which the caller chose.
fs::path own_folder() {
  Dl_info file{};
  link_map* loaded = nullptr;
  if (dladdr1(&landmark, &file, reinterpret_cast<void**>(&loaded), RTLD_DL_LINKMAP) == 0) return {};
  bool const is_program = loaded == nullptr || *loaded->l_name == '\0';
  std::error_code error;
  return fs::canonical(is_program ? "/proc/self/exe" : file.dli_fname, error).parent_path();
}

// Where modules may be, in the order of search.
std::vector<fs::path> folders() {
  std::vector<fs::path> found;
  // secure_getenv: users must not choose what a setuid program loads.
  if (auto const* chosen = secure_getenv("QUOTH_PLUGINS"); chosen != nullptr && *chosen != '\0')
    found.emplace_back(chosen);
  if (auto const beside = own_folder(); !beside.empty()) {
    found.push_back(beside);
    found.push_back((beside / QUOTH_MODULES_FROM_PROGRAM).lexically_normal());
    found.push_back((beside / QUOTH_MODULES_FROM_LIBRARY).lexically_normal());
  }
  found.emplace_back(QUOTH_MODULES_INSTALLED);
  return found;
}

[[noreturn]] void fail(std::string const& where, std::string const& why) {
  throw Error(where + ": cannot be read: " + why +
              "; install quoth again, with cmake --install, and the libraries it needs");
}

fs::path find(std::string const& file, std::string const& where) {
  std::string searched;
  for (auto const& folder : folders()) {
    std::error_code error;
    if (fs::exists(folder / file, error)) return folder / file;
    searched += (searched.empty() ? " is neither in " : " nor in ") + folder.string();
  }
  fail(where, "quoth's " + file + searched);
}

}  // namespace

void const* load_module(std::string const& name, std::string const& where) {
  auto const path = find("quoth-" + name + ".so", where);
  auto* const library = dlopen(path.c_str(), RTLD_NOW | RTLD_LOCAL);
  if (library == nullptr) fail(where, dlerror());
  auto* const entry = reinterpret_cast<Entry*>(dlsym(library, "quoth_module"));
  auto const* const table = entry == nullptr ? nullptr : entry((name + " " QUOTH_MODULE_BUILD).c_str());
  if (table == nullptr) fail(where, path.string() + " is of another build than the program");
  return table;
}

}  // namespace quoth::text
