// SPDX-License-Identifier: MIT
#include "text/articles/front_matter.hpp"

#include <yaml-cpp/yaml.h>

#include <initializer_list>

#include "text/model/date.hpp"
#include "text/unicode/unicode.hpp"

namespace quoth::text {

namespace {

// In bytes. What is longer is not front matter, but a mistake or an attack.
constexpr std::size_t longest = 64UL * 1024;

// Mends what yaml-cpp 0.7 makes of the escapes \_ and \N: single bytes, which are not UTF-8.
std::string repaired(std::string const& scalar) {
  if (valid_utf8(scalar)) return scalar;
  std::string out;
  std::size_t trailing = 0;  // bytes of the current character still to come
  for (auto const c : scalar) {
    auto const byte = static_cast<unsigned char>(c);
    bool const continues = (byte & 0xC0U) == 0x80;
    out += continues && trailing == 0 ? ' ' : c;
    trailing = continues ? trailing - (trailing > 0) : byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : byte >= 0xC0 ? 1 : 0;
  }
  return valid_utf8(out) ? out : std::string();
}

std::string field(YAML::Node const& map, std::initializer_list<char const*> names) {
  for (auto const* name : names) {
    if (auto const& value = map[name]; value && value.IsScalar()) return repaired(value.Scalar());
  }
  return {};
}

// The names of a field: a scalar, a list of them, or a map with a `name`.
std::string names_of(YAML::Node const& value) {
  if (value.IsScalar()) return repaired(value.Scalar());
  if (value.IsMap()) return field(value, {"name"});
  std::string names;
  if (!value.IsSequence()) return names;
  for (auto const& item : value) {
    if (names.size() > longest) break;  // aliases of a long name, over and over
    auto const name = item.IsScalar() ? repaired(item.Scalar()) : item.IsMap() ? field(item, {"name"}) : std::string();
    if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
  }
  return names;
}

std::string names_in(YAML::Node const& map, std::initializer_list<char const*> fields) {
  for (auto const* name : fields) {
    if (auto const& value = map[name]; value) {
      if (auto names = names_of(value); !names.empty()) return names;
    }
  }
  return {};
}

// The date of "2024-02-16 10:55:49-05:00" and the like.
std::string date_of(std::string_view value) {
  return starts_with_date(value) ? std::string(value.substr(0, std::string_view("YYYY-MM-DD").size())) : std::string();
}

}  // namespace

FrontMatter read_front_matter(std::string_view utf8) {
  FrontMatter result;
  if (utf8.starts_with("+++\n") || utf8.starts_with("+++\r\n")) {
    // Site generators use TOML between +++ too; it is skipped, its fields unread.
    auto const close = utf8.substr(0, longest).find("\n+++", 3);
    auto const line_end = close == utf8.npos ? close : utf8.find('\n', close + 1);
    if (close != utf8.npos) result.size = line_end == utf8.npos ? utf8.size() : line_end + 1;
    return result;
  }
  if (!utf8.starts_with("---\n") && !utf8.starts_with("---\r\n")) return result;
  auto const close = utf8.substr(0, longest).find("\n---", 3);
  if (close == utf8.npos) return result;
  auto const line_end = utf8.find('\n', close + 1);
  if (utf8.substr(close + 4, line_end - close - 4).find_first_not_of(" \t\r") != utf8.npos) return result;
  result.size = line_end == utf8.npos ? utf8.size() : line_end + 1;
  try {
    auto const map = YAML::Load(std::string(utf8.substr(4, close - 4)));
    if (!map.IsMap()) return result;
    result.title = field(map, {"title", "headline"});
    result.date = date_of(field(map, {"date", "published", "published_time", "pubDate", "issued"}));
    result.url = field(map, {"source_url", "url", "canonical_url", "link"});
    result.author = names_in(map, {"author", "authors", "byline", "creator", "by"});
    result.outlet =
        names_in(map, {"publisher", "issuer", "outlet", "site_name", "agency", "organization", "organisation"});
    result.language = field(map, {"language", "lang", "locale"});
  } catch (YAML::Exception const&) {
    // Templates and hand-made headers are often not YAML; the article can be checked without its fields.
  }
  return result;
}

}  // namespace quoth::text
