// SPDX-License-Identifier: MIT
#include "text/articles/office/office_xml.hpp"

#include "text/unicode/unicode.hpp"

namespace quoth::text {

std::optional<Markup> OfficeFile::part(std::string const& name) {
  auto const bytes = archive_.read(name);
  if (!bytes) return std::nullopt;
  auto const where = file_.where() + " (" + name + ")";
  if (valid_utf8(*bytes)) return Markup::xml(*bytes, file_.limits(), where);
  return Markup::xml(to_utf8(decode(*bytes, where).text), file_.limits(), where);
}

}  // namespace quoth::text
