// SPDX-License-Identifier: MIT
#include "tools/audit/audit_merge.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "db/audit/audit_file.hpp"
#include "quoth/error.hpp"
#include "tools/audit/article_result.hpp"
#include "tools/audit/audit_part.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

struct Part {
  fs::path folder;
  AuditPart part;
  db::AuditFacts facts;  // without "part"
};

fs::path work_file(fs::path const& folder) { return folder / "work.db"; }

Part part_in(fs::path const& folder) {
  std::error_code ignored;
  if (!fs::exists(work_file(folder), ignored))
    throw Error(folder.string() + ": holds no part of an audit; `quoth audit --part` makes one");
  Part one{folder, {}, db::AuditLog::facts_of(work_file(folder))};
  if (one.facts.empty()) throw Error(folder.string() + ": is not finished; run its command again, it goes on");
  auto const part = std::ranges::find(one.facts, "part", &db::AuditFacts::value_type::first);
  if (part == one.facts.end())
    throw Error(folder.string() + ": is a whole audit and no part of one; its results are there already");
  one.part = read_audit_part(part->second);
  one.facts.erase(part);
  return one;
}

// What the fact is, for the user.
std::string_view name_of(std::string_view fact) {
  if (fact == "archive") return "archive: other files, or files of another size";
  if (fact == "settings") return "settings: speakers, policy, baseline or format";
  if (fact == "min_confidence") return "--min-confidence";
  if (fact == "outlet_from") return "--outlet-from";
  if (fact == "quoth") return "version of quoth";
  return fact;
}

void refuse_other(Part const& first, Part const& one) {
  auto const where = one.folder.string() + " and " + first.folder.string();
  if (one.part.of != first.part.of)
    throw Error(where + ": are parts of different divisions, " + to_string(one.part) + " and " + to_string(first.part));
  auto const [mine, other] = std::ranges::mismatch(one.facts, first.facts);
  if (mine == one.facts.end() && other == first.facts.end()) return;
  auto const& name = mine == one.facts.end() ? other->first : mine->first;
  throw Error(where + ": differ in their " + std::string(name_of(name)) + "; run one of them again as the other was");
}

// In the order of their numbers.
std::vector<Part> parts_in(std::vector<fs::path> const& folders) {
  std::vector<Part> parts;
  for (auto const& folder : folders) {
    parts.push_back(part_in(folder));
    refuse_other(parts.front(), parts.back());
  }
  std::ranges::stable_sort(parts, {}, [](Part const& one) { return one.part.number; });
  for (std::size_t i = 0; i + 1 < parts.size(); ++i) {
    if (parts[i].part.number == parts[i + 1].part.number)
      throw Error(parts[i].folder.string() + " and " + parts[i + 1].folder.string() + ": are both part " +
                  to_string(parts[i].part));
  }
  for (std::uint64_t number = 1; number <= parts.front().part.of; ++number) {
    if (number > parts.size() || parts[number - 1].part.number != number)
      throw Error("part " + to_string({number, parts.front().part.of}) + " is missing; name its folder too");
  }
  return parts;
}

// What is wrong in the part is told of the part: once it is in the whole, that says nothing of where it came from.
void add_part(fs::path const& file, db::AuditLog& log) {
  log.add_all(file, [&](std::string_view body) {
    try {
      ArticleResult(body, 0);
    } catch (Error const&) {
      throw db::audit_damage(file);
    }
  });
}

}  // namespace

db::AuditFacts merge_audit(std::vector<fs::path> const& folders, db::AuditLog& log) {
  auto const parts = parts_in(folders);
  log.begin_merge();
  for (auto const& one : parts) add_part(work_file(one.folder), log);
  return parts.front().facts;
}

}  // namespace quoth::tools
