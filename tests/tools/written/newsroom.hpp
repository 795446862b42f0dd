// SPDX-License-Identifier: MIT
#pragma once

#include <filesystem>
#include <nlohmann/json.hpp>
#include <string>

namespace quoth::test {

// A folder with the documents of tests/data/written, in the formats that their names tell ("report.pdf.md" becomes
// report.pdf), all ingested into one store by the program; removed at the end. One for the process, made when it is
// first asked for.
class WrittenNewsroom {
 public:
  static WrittenNewsroom const& get();

  WrittenNewsroom(WrittenNewsroom const&) = delete;
  WrittenNewsroom& operator=(WrittenNewsroom const&) = delete;
  ~WrittenNewsroom();

  // What the program printed when it took the documents.
  std::string const& ingest_messages() const { return messages_; }

  nlohmann::json sources() const;

  // What `quoth check` says of an article in `format` (md, html, docx, odt, eml, txt): an object with `quotations`, or
  // with `error` where the program said no JSON.
  nlohmann::json check(std::string const& text, std::string const& format) const;

 private:
  WrittenNewsroom();
  std::string run(std::string const& arguments) const;

  std::filesystem::path directory_;
  std::string messages_;
};

}  // namespace quoth::test
