// SPDX-License-Identifier: MIT
#pragma once

#include <doctest/doctest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "quoth/store.hpp"

namespace quoth::test {

// A store in a folder of its own, with one council meeting in it.
class CouncilStore {
 public:
  CouncilStore() {
    auto name = (std::filesystem::temp_directory_path() / "quoth-council-XXXXXX").string();
    REQUIRE(mkdtemp(name.data()) != nullptr);
    folder_ = name;
    ingest("council", "The bridge over the fjord will open in the spring, and nobody will pay to cross it.");
  }
  CouncilStore(CouncilStore const&) = delete;
  CouncilStore& operator=(CouncilStore const&) = delete;
  ~CouncilStore() { std::filesystem::remove_all(folder_); }

  std::filesystem::path file() const { return folder_ / "store.db"; }

  void ingest(std::string const& id, std::string const& words) const {
    Source source;
    source.id = id;
    source.date = "2031-05-12";
    source.speakers["RUUD"] = {"Ana Ruud", "", {}};
    source.utterances.push_back({"RUUD", {}, {}, words});
    Store::open_writable(file()).ingest(source);
  }

  // A file beside the store.
  std::string write(std::string const& name, std::string const& content) const {
    std::ofstream(folder_ / name, std::ios::binary) << content;
    return (folder_ / name).string();
  }

 private:
  std::filesystem::path folder_;
};

}  // namespace quoth::test
