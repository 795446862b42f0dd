// SPDX-License-Identifier: MIT
#include "quoth/policy.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>

#include "match/words/phrase_lines.hpp"
#include "quoth/error.hpp"
#include "text/files/file_bytes.hpp"
#include "text/words/lines.hpp"
#include "text/words/near_name.hpp"

namespace quoth {

namespace {

// The rules of the built-in policies for one class of edits.
struct Row {
  EditRule ap;
  EditRule strict;
  EditRule broadcast;
};

constexpr std::array rows{
#define QUOTH_EDIT_CLASS(id, name, ap, ap_cost, strict, strict_cost, broadcast, broadcast_cost, meaning) \
  Row{{Verdict::ap, ap_cost}, {Verdict::strict, strict_cost}, {Verdict::broadcast, broadcast_cost}},
#include "quoth/edit_classes.def"
};

struct Column {
  std::string_view policy;
  EditRule Row::*rule;
};

constexpr std::array columns{Column{"strict", &Row::strict}, Column{"ap", &Row::ap},
                             Column{"broadcast", &Row::broadcast}};

Column const* column_of(std::string_view policy) {
  auto const* const found = std::ranges::find(columns, policy, &Column::policy);
  return found == columns.end() ? nullptr : found;
}

[[noreturn]] void fail(std::string_view where, std::size_t line, std::string_view what) {
  throw Error(std::string(where) + ":" + std::to_string(line) + ": " + std::string(what));
}

bool is_of_edits(Verdict verdict) { return basis_of(verdict) == VerdictBasis::edits; }

// "verbatim, permitted or altered"
std::string verdicts_of_edits() {
  std::string names;
  auto const last = std::ranges::find_if(all_verdicts.rbegin(), all_verdicts.rend(), is_of_edits);
  for (auto verdict : all_verdicts) {
    if (!is_of_edits(verdict)) continue;
    if (!names.empty()) names += verdict == *last ? " or " : ", ";
    names += to_string(verdict);
  }
  return names;
}

std::vector<std::string_view> edit_class_names() {
  std::vector<std::string_view> names;
  names.reserve(std::size(all_edit_classes));
  for (auto const edit_class : all_edit_classes) names.push_back(to_string(edit_class));
  return names;
}

constexpr std::size_t most_kib = 64;  // of a policy

EditRule parse_rule(std::vector<std::string_view> const& fields, std::string_view where, std::size_t line) {
  if (fields.size() != 3) fail(where, line, "expected an edit class, a verdict and a cost");
  auto const verdict = verdict_named(fields[1]);
  if (!verdict || !is_of_edits(*verdict)) {
    fail(where, line, "“" + std::string(fields[1]) + "” is no verdict of an edit; expected " + verdicts_of_edits());
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

std::vector<std::string_view> Policy::names() {
  std::vector<std::string_view> names;
  names.reserve(columns.size());
  for (auto const& column : columns) names.push_back(column.policy);
  return names;
}

Policy Policy::permitting(std::span<EditClass const> classes) const {
  constexpr double slight = 0.02;
  auto changed = *this;
  for (auto const edit_class : classes) {
    auto& rule = changed.rules_[static_cast<std::size_t>(edit_class)];
    if (!rule.allowed()) rule = {Verdict::permitted, std::min(rule.cost, slight)};
  }
  return changed;
}

Policy Policy::named(std::string_view name) {
  auto const* const column = column_of(name);
  if (column == nullptr) {
    auto const meant = text::did_you_mean(name, names());
    throw Error("no policy “" + std::string(name) + "”" +
                (meant.empty() ? "; built in are strict, ap and broadcast, a file can give another" : meant));
  }
  Policy policy{Empty{}};
  policy.name_ = std::string(name);
  std::ranges::transform(rows, policy.rules_.begin(), column->rule);
  return policy;
}

Policy Policy::from_file(std::filesystem::path const& file) {
  return parse(text::read_short_file(file.string(), most_kib, "policy"), file.string());
}

Policy Policy::parse(std::string_view text, std::string_view where) {
  if (text.size() > most_kib * 1024)
    throw Error(std::string(where) + ": is over " + std::to_string(most_kib) + " KiB, too long for a policy");
  auto policy = named("ap");
  policy.name_ = std::string(where);
  policy.read(text, where);
  return policy;
}

void Policy::read(std::string_view text, std::string_view where) {
  std::size_t number = 0;
  while (!text.empty()) {
    auto const line = text::take_line(text);
    ++number;
    auto const fields = match::split_fields(line.substr(0, line.find('#')), ' ');
    if (fields.empty()) continue;
    if (fields.front() == "name") {
      if (fields.size() != 2) fail(where, number, "expected one word after “name”");
      name_ = std::string(fields[1]);
      continue;
    }
    auto const edit_class = edit_class_named(fields.front());
    if (!edit_class) {
      auto const meant = text::did_you_mean(fields.front(), edit_class_names());
      fail(where, number, "“" + std::string(fields.front()) + "” is no class of edits" + meant);
    }
    rules_[static_cast<std::size_t>(*edit_class)] = parse_rule(fields, where, number);
  }
}

Policy load_policy(std::string const& name_or_file) {
  return column_of(name_or_file) == nullptr && std::filesystem::exists(name_or_file) ? Policy::from_file(name_or_file)
                                                                                     : Policy::named(name_or_file);
}

}  // namespace quoth
