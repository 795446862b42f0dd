// SPDX-License-Identifier: MIT
#include "quoth/error.hpp"
#include "text/articles/file_info.hpp"
#include "text/articles/office/office_xml.hpp"
#include "text/model/date.hpp"
#include "text/words/lines.hpp"

namespace quoth::text {

namespace {

std::string field(Markup const& tree, std::string_view name) {
  return std::string(trimmed(tree.root().find(name).inner_text()));
}

void read_part(OfficeFile& office, FileInfo& info) {
  if (auto const core = office.part("docProps/core.xml")) {
    info.title = field(*core, "title");
    info.author = field(*core, "creator");
    info.date = date_of_field(field(*core, "created"));
  }
  if (auto const app = office.part("docProps/app.xml")) info.issuer = field(*app, "Company");
  if (auto const meta = office.part("meta.xml")) {
    info.title = field(*meta, "title");
    info.author = field(*meta, "initial-creator");
    if (info.author.empty()) info.author = field(*meta, "creator");
    info.date = date_of_field(field(*meta, "creation-date"));
  }
}

}  // namespace

FileInfo office_info(FileContent& file) {
  FileInfo info;
  try {
    OfficeFile office(file);
    read_part(office, info);
  } catch (Error const&) {
    // The text can be read without it.
  }
  return info;
}

}  // namespace quoth::text
