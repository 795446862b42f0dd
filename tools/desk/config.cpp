// SPDX-License-Identifier: MIT
#include "tools/desk/config.hpp"

#include <toml++/toml.h>

#include <algorithm>

#include "quoth/error.hpp"
#include "quoth/policy.hpp"
#include "text/files/file_bytes.hpp"
#include "text/files/relative_path.hpp"
#include "text/unicode/control_characters.hpp"
#include "text/words/near_name.hpp"
#include "tools/desk/git/work_tree.hpp"
#include "tools/desk/path_pattern.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

// `why` may repeat what stands in the file, line ends too.
[[noreturn]] void refuse(fs::path const& file, toml::source_region const& where, std::string const& why) {
  throw Error(file.string() + ":" + std::to_string(where.begin.line) + ": " + text::without_controls(why));
}

[[noreturn]] void refuse_key(fs::path const& file, toml::node const& node, std::string_view key) {
  auto const meant =
      text::did_you_mean(key, {"store", "sources", "baseline", "policy", "coverage", "fail_on", "min_confidence",
                               "include", "exclude", "severities", "speakers", "made"});
  refuse(file, node.source(),
         std::string(key) + " is unknown" +
             (!meant.empty() ? meant
                             : "; use store, sources, baseline, policy, coverage, fail_on, min_confidence, include, "
                               "exclude, severities, speakers or made"));
}

std::string text_of(fs::path const& file, toml::node const& node, std::string const& key) {
  auto const text = node.value_exact<std::string>();
  if (!text) refuse(file, node.source(), key + " must be a string");
  return *text;
}

std::vector<std::string> list_of(fs::path const& file, toml::node const& node, std::string const& key) {
  auto const* array = node.as_array();
  if (array == nullptr) refuse(file, node.source(), key + " must be a list of strings");
  std::vector<std::string> list;
  for (auto const& item : *array) list.push_back(text_of(file, item, key));
  return list;
}

// A path inside the file's folder, made relative to the working directory.
std::string path_inside(fs::path const& file, toml::node const& node, std::string const& key) {
  std::error_code failed;
  auto const folder = fs::weakly_canonical(fs::absolute(file).parent_path());
  auto const path = fs::weakly_canonical(folder / text_of(file, node, key), failed);
  if (failed) refuse(file, node.source(), key + " cannot be followed: " + failed.message());
  if (!lies_in(folder, path)) {
    refuse(file, node.source(), key + " lies outside this file's folder; name it on the command line");
  }
  std::error_code ignored;
  if (fs::is_other(fs::status(path, ignored))) refuse(file, node.source(), key + " is a pipe or a device; name a file");
  return fs::proximate(path).string();
}

// The names of one table; tables in it go to `of_sources`, where there may be some.
std::map<std::string, std::string> names_of(fs::path const& file, toml::table const& table, Config* config) {
  std::map<std::string, std::string> names;
  for (auto const& [key, value] : table) {
    auto const name = std::string(key.str());
    if (config != nullptr && value.is_table()) {
      config->speakers_of_sources[plain_source_pattern(name)].merge(names_of(file, *value.as_table(), nullptr));
    } else {
      names[name] = text_of(file, value, name);
      if (names[name].empty()) refuse(file, value.source(), "\"" + name + "\" is to be somebody's name; write it");
      if (names[name].find('=') != std::string::npos)
        refuse(file, value.source(), "\"" + name + "\" is to be somebody's name, which has no \"=\"");
    }
  }
  return names;
}

void read_speakers(fs::path const& file, toml::node const& node, Config& config) {
  auto const* table = node.as_table();
  if (table == nullptr) refuse(file, node.source(), "[speakers] must be a table");
  config.speakers = names_of(file, *table, &config);
}

std::vector<std::string> sources_of(fs::path const& file, toml::node const& node) {
  constexpr std::size_t most = 100;
  auto patterns = list_of(file, node, "sources");
  if (patterns.size() > most) refuse(file, node.source(), "sources has over 100 patterns");
  for (auto& pattern : patterns) {
    auto const fault = fault_in_source_pattern(pattern);
    if (!fault.empty())
      refuse(file, node.source(), std::string("sources: \"").append(pattern).append("\" ").append(fault));
    pattern = plain_source_pattern(pattern);
  }
  return patterns;
}

std::map<std::string, Made> made_of_sources(fs::path const& file, toml::node const& node) {
  auto const* table = node.as_table();
  if (table == nullptr) refuse(file, node.source(), "[made] must be a table of patterns");
  std::map<std::string, Made> made;
  for (auto const& [pattern, value] : *table) {
    auto const how = made_named(text_of(file, value, std::string(pattern.str())));
    if (!how)
      refuse(file, value.source(),
             std::string(pattern.str()) + " must be spoken, edited, prepared, captions, asr, written or ocr");
    made.emplace(plain_source_pattern(pattern.str()), *how);
  }
  return made;
}

Severities severities_of(fs::path const& file, toml::node const& node) {
  auto const* table = node.as_table();
  if (table == nullptr) refuse(file, node.source(), "[severities] must be a table");
  Severities severities;
  for (auto const& [key, value] : *table) {
    auto const verdict = verdict_to_rule_on(key.str());
    if (!verdict)
      refuse(file, value.source(),
             std::string(key.str()) + " is no verdict an editor must see, nor unconfirmed or unchecked" +
                 text::did_you_mean(key.str(), names_to_rule_on()));
    auto const severity = severity_named(text_of(file, value, std::string(key.str())));
    if (!severity) refuse(file, value.source(), std::string(key.str()) + " must be error, warning or note");
    severities.set(*verdict, *severity);
  }
  return severities;
}

std::string policy_of(fs::path const& file, toml::node const& node) {
  auto const name = text_of(file, node, "policy");
  return is_built_in_policy(name) ? name : path_inside(file, node, "policy");
}

std::string fail_on_of(fs::path const& file, toml::node const& node) {
  auto const name = text_of(file, node, "fail_on");
  try {
    FailureThreshold const known(name, {});
  } catch (Error const& error) {
    refuse(file, node.source(), error.what());
  }
  return name;
}

StoreCoverage coverage_of(fs::path const& file, toml::node const& node) {
  auto const coverage = store_coverage_named(text_of(file, node, "coverage"));
  if (!coverage) refuse(file, node.source(), "coverage must be complete or partial");
  return *coverage;
}

double share_of(fs::path const& file, toml::node const& node, std::string const& key) {
  auto const share = node.value<double>();
  if (!share || !(*share >= 0 && *share <= 1)) refuse(file, node.source(), key + " must be a number from 0 to 1");
  return *share;
}

bool matches(std::vector<std::string> const& patterns, std::string const& path) {
  return std::ranges::any_of(patterns, [&](auto const& p) { return matches_pattern(p, path); });
}

// Whether patterns of sources name the path.
bool is_source(std::vector<std::string> const& patterns, std::string const& path) {
  bool is_named = false;
  for (auto const& pattern : patterns) {
    if (pattern.starts_with('!')) {
      if (names_source(pattern.substr(1), path)) return false;
    } else {
      is_named = is_named || names_source(pattern, path);
    }
  }
  return is_named;
}

// The parser recurses for each part of a dotted key, again when it frees them: 30,000 would end the program.
std::string content_of(fs::path const& file) {
  constexpr std::ptrdiff_t most_dots = 4000;
  auto content = text::read_short_file(file.string(), 64, "configuration");
  if (std::ranges::count(content, '.') > most_dots)
    throw Error(file.string() + ": has over 4,000 full stops, too many for a configuration");
  return content;
}

// Reads a file that the user did not name. It must be the user's own: whoever may write to a folder above could
// otherwise choose the store.
Config read_found_config(fs::path const& file) {
  auto const what_to_do = "; name it with --config where you trust it, or use --no-config";
  std::error_code ignored;
  if (!fs::is_regular_file(fs::symlink_status(file, ignored)))
    throw Error(file.string() + ": is a link or no file, and is not followed" + what_to_do);
  if (!belongs_to_user_or_root(file)) throw Error(file.string() + ": belongs to another user" + what_to_do);
  return read_config(file);
}

}  // namespace

bool is_built_in_policy(std::string const& name) {
  auto const names = Policy::names();
  return std::ranges::find(names, name) != names.end();
}

void make_path_absolute(std::string& path) {
  if (!path.empty()) path = fs::absolute(path).string();
}

void make_policy_absolute(std::string& policy) {
  if (!is_built_in_policy(policy)) make_path_absolute(policy);
}

std::string Config::place_of(std::string_view key) const {
  auto const line = lines.find(key);
  return file.string() + (line == lines.end() ? "" : ":" + std::to_string(line->second));
}

// Where that cannot be told, whoever opens the path says why.
bool Config::names_nothing(std::string_view key, std::string const& path) const {
  std::error_code ignored;
  return lines.contains(key) && fs::status(path, ignored).type() == fs::file_type::not_found;
}

std::string Config::store_file(std::string const& given) const {
  auto const& named = given.empty() ? store : given;
  if (named.empty())
    throw Error(
        "no store is named; give --store FILE, QUOTH_STORE, or store = \"…\" or sources = [\"…\"] in quoth.toml");
  if (given.empty() && names_nothing("store", store))
    throw Error(place_of("store") + ": " + store + ": no such store; make one with `quoth ingest --store`");
  return named;
}

std::string Config::policy_named(std::string const& given) const {
  if (!given.empty()) return given;
  if (policy.empty()) return "ap";
  if (is_built_in_policy(policy) || !names_nothing("policy", policy)) return policy;
  try {
    load_policy(policy);
  } catch (Error const& error) {
    throw Error(place_of("policy") + ": " + error.what());
  }
  return policy;
}

std::vector<std::string> Config::files_read(std::string const& given_policy) const {
  std::vector<std::string> files;
  if (!file.empty()) files.push_back(file.string());
  if (auto named = policy_named(given_policy); !is_built_in_policy(named)) files.push_back(std::move(named));
  return files;
}

std::string Config::baseline_file(std::string const& given) const {
  if (!given.empty() || baseline.empty()) return given;
  if (names_nothing("baseline", baseline))
    throw Error(place_of("baseline") + ": " + baseline + ": no such baseline; make one with `quoth check " +
                "--write-baseline`, or leave it out");
  return baseline;
}

std::string Config::fail_on_named(std::string const& given) const {
  return !given.empty() ? given : !fail_on.empty() ? fail_on : "altered";
}

std::optional<Made> Config::made_of(std::string const& source, std::uint64_t& steps) const {
  auto const entries = entries_for(made, source, steps);
  return entries.empty() ? std::nullopt : std::optional(entries.front()->second);
}

bool Config::covers(fs::path const& article) const {
  auto const folder = file.empty() ? fs::current_path() : fs::absolute(file).parent_path();
  auto const path = text::relative_path(article, folder).generic_string();
  static std::vector<std::string> const prose{"*.md", "*.markdown", "*.txt", "*.html", "*.htm", "*.docx", "*.odt"};
  return matches(include.empty() ? prose : include, path) && !matches(exclude, path) && !is_source(sources, path);
}

Severities Config::severities_with(std::optional<double> least_confidence) const {
  auto all = severities;
  all.set_least_confidence(least_confidence.value_or(min_confidence.value_or(least_confidence_by_default)));
  return all;
}

Config read_config(fs::path const& file) {
  Config config;
  config.file = file;
  toml::table table;
  try {
    table = toml::parse(content_of(file), file.string());
  } catch (toml::parse_error const& error) {
    refuse(file, error.source(), std::string(error.description()));
  }
  for (auto const& [key, node] : table) {
    config.lines.emplace(key.str(), node.source().begin.line);
    if (key == "store") {
      config.store = path_inside(file, node, "store");
    } else if (key == "sources") {
      config.sources = sources_of(file, node);
    } else if (key == "baseline") {
      config.baseline = path_inside(file, node, "baseline");
    } else if (key == "policy") {
      config.policy = policy_of(file, node);
    } else if (key == "coverage") {
      config.coverage = coverage_of(file, node);
    } else if (key == "fail_on") {
      config.fail_on = fail_on_of(file, node);
    } else if (key == "min_confidence") {
      config.min_confidence = share_of(file, node, "min_confidence");
    } else if (key == "include") {
      config.include = list_of(file, node, "include");
    } else if (key == "exclude") {
      config.exclude = list_of(file, node, "exclude");
    } else if (key == "severities") {
      config.severities = severities_of(file, node);
    } else if (key == "speakers") {
      read_speakers(file, node, config);
    } else if (key == "made") {
      config.made = made_of_sources(file, node);
    } else {
      refuse_key(file, node, key.str());
    }
  }
  if (!config.store.empty() && !config.sources.empty())
    throw Error(config.place_of("store") +
                ": names both a store and sources; a store is made of sources, so name one of them");
  return config;
}

Config config_for(std::string const& named, bool none, fs::path const& start) {
  if (none) return {};
  return named.empty() ? find_config(start) : read_config(named);
}

Config find_config(fs::path const& start) {
  std::error_code ignored;
  auto folder = fs::absolute(start).lexically_normal();
  if (!fs::is_directory(folder, ignored)) folder = folder.parent_path();
  auto const top = work_tree_of(folder).value_or(folder);
  for (;; folder = folder.parent_path()) {
    auto const file = folder / "quoth.toml";
    if (fs::exists(fs::symlink_status(file, ignored)))
      return read_found_config(file.lexically_proximate(fs::current_path()));
    if (folder == top) return {};
  }
}

}  // namespace quoth::tools
