// SPDX-License-Identifier: MIT
#include "quoth/policy.hpp"

#include <array>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <utility>

#include "match/words/phrase_lines.hpp"
#include "match_data.hpp"
#include "quoth/error.hpp"

namespace quoth {

namespace {

std::string_view built_in(std::string_view name) {
  if (name == "strict") return embedded::strict;
  if (name == "ap") return embedded::ap;
  if (name == "broadcast") return embedded::broadcast;
  return {};
}

[[noreturn]] void fail(std::string_view where, std::size_t line, std::string_view what) {
  throw Error(std::string(where) + ":" + std::to_string(line) + ": " + std::string(what));
}

std::optional<Verdict> verdict_of_edit(std::string_view name) {
  for (auto verdict : {Verdict::verbatim, Verdict::permitted, Verdict::altered, Verdict::spliced, Verdict::truncated,
                       Verdict::distorted}) {
    if (to_string(verdict) == name) return verdict;
  }
  return std::nullopt;
}

EditRule parse_rule(std::vector<std::string_view> const& fields, std::string_view where, std::size_t line) {
  if (fields.size() != 3) fail(where, line, "expected an edit class, a verdict and a cost");
  auto const verdict = verdict_of_edit(fields[1]);
  if (!verdict) {
    fail(where, line,
         "“" + std::string(fields[1]) +
             "” is no verdict of an edit; expected verbatim, permitted, altered, spliced, truncated or distorted");
  }
  double cost = 0;
  auto const* end = fields[2].data() + fields[2].size();
  auto const [read, error] = std::from_chars(fields[2].data(), end, cost);
  if (error != std::errc{} || read != end || !(cost >= 0 && cost <= 1))
    fail(where, line, "“" + std::string(fields[2]) + "” is no cost; expected a number from 0 to 1");
  return {*verdict, cost};
}

}  // namespace

Policy::Policy() : Policy(named("ap")) {}

std::vector<std::string_view> Policy::names() { return {"strict", "ap", "broadcast"}; }

Policy Policy::named(std::string_view name) {
  auto const text = built_in(name);
  if (text.empty())
    throw Error("no policy “" + std::string(name) +
                "”; built in are strict, ap and broadcast, a file can give another");
  Policy policy{Empty{}};
  policy.read(text, std::string(name) + ".policy");
  return policy;
}

Policy Policy::from_file(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  if (!in || std::filesystem::is_directory(file)) throw Error(file.string() + ": cannot be read as a policy");
  return parse(text, file.string());
}

Policy Policy::parse(std::string_view text, std::string_view where) {
  auto policy = named("ap");
  policy.name_ = std::string(where);
  policy.read(text, where);
  return policy;
}

EditRule const& Policy::rule(std::string_view edit_class) const {
  auto const found = rules_.find(edit_class);
  return found != rules_.end() ? found->second : rules_.at("content-word");
}

void Policy::read(std::string_view text, std::string_view where) {
  auto const known = rules_;
  std::size_t number = 0;
  while (!text.empty()) {
    auto const line = text.substr(0, text.find('\n'));
    text.remove_prefix(line.size() + (line.size() < text.size()));
    ++number;
    auto const fields = split_fields(line.substr(0, line.find('#')), ' ');
    if (fields.empty()) continue;
    if (fields.front() == "name") {
      if (fields.size() != 2) fail(where, number, "expected one word after “name”");
      name_ = std::string(fields[1]);
      continue;
    }
    if (!known.empty() && !known.contains(fields.front()))
      fail(where, number, "“" + std::string(fields.front()) + "” is no class of edits");
    rules_.insert_or_assign(std::string(fields.front()), parse_rule(fields, where, number));
  }
}

Policy load_policy(std::string const& name_or_file) {
  return built_in(name_or_file).empty() && std::filesystem::exists(name_or_file) ? Policy::from_file(name_or_file)
                                                                                 : Policy::named(name_or_file);
}

}  // namespace quoth
