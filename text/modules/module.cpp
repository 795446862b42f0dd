// SPDX-License-Identifier: MIT
#include "module.hpp"

#include <dlfcn.h>

#include <array>
#include <filesystem>

#include "quoth/error.hpp"

namespace quoth {

namespace {

namespace fs = std::filesystem;

using Entry = decltype(quoth_module);

fs::path program_folder() {
  std::error_code error;
  return fs::read_symlink("/proc/self/exe", error).parent_path();
}

[[noreturn]] void fail(std::string const& where, std::string const& why) {
  throw Error(where + ": cannot be read: " + why +
              "; install quoth again, with cmake --install, and the libraries it needs");
}

fs::path find(std::string const& file, std::string const& where) {
  auto const beside = program_folder();
  auto const installed = (beside / QUOTH_MODULE_FOLDER).lexically_normal();
  for (auto const& folder : {beside, installed}) {
    std::error_code error;
    if (fs::exists(folder / file, error)) return folder / file;
  }
  fail(where, "quoth's " + file + " is neither in " + beside.string() + " nor in " + installed.string());
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

}  // namespace quoth
