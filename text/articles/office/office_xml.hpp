// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

#include "text/files/archive.hpp"
#include "text/files/file_content.hpp"

namespace quoth::text {

// The parts of an office document, which is a ZIP container of XML files.
class OfficeFile {
 public:
  explicit OfficeFile(FileContent& file) : file_(file), archive_(file.bytes(), file.limits(), file.where()) {}

  bool contains(std::string const& part) const { return archive_.contains(part); }
  // A part of that name, parsed; nothing if there is none.
  std::optional<Markup> part(std::string const& name);

 private:
  FileContent& file_;
  Archive archive_;
};

}  // namespace quoth::text
