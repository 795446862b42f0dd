// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/editor_desk.hpp"

#include <system_error>
#include <utility>

#include "quoth/article.hpp"
#include "quoth/error.hpp"
#include "quoth/policy.hpp"
#include "text/words/lines.hpp"
#include "tools/sources/source_store.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

// How comments are named in the errors of a text that may have no file.
constexpr char const* here = "line";

// What the error says behind the place of the comment.
std::string without_place(SuppressionError const& error) {
  return std::string(error.what()).substr((std::string(here) + ":" + std::to_string(error.line()) + ": ").size());
}

std::vector<Suppression> suppressions_of(CheckedText& text) {
  std::vector<SuppressionError> faults;
  auto suppressions = suppressions_in(text.text, here, faults);
  for (auto const& fault : faults) text.comments.push_back({fault.line(), without_place(fault)});
  return suppressions;
}

void add_needless(std::vector<Suppression> const& suppressions, std::set<std::size_t> const& needed,
                  std::vector<CommentFault>& faults) {
  for (std::size_t i = 0; i < suppressions.size(); ++i) {
    if (needed.contains(i)) continue;
    auto const verdict = std::string(to_string(suppressions[i].verdict));
    faults.push_back(
        {suppressions[i].line, "\"ignore " + verdict + "\" sets nothing aside; take the comment out", true});
  }
}

Baseline baseline_of(Config const& config) {
  std::error_code ignored;
  if (config.baseline.empty() || !fs::exists(config.baseline, ignored)) return {};
  return Baseline::read(config.baseline);
}

// Without patterns of articles all files are.
Config covering(Config config) {
  if (config.include.empty()) config.include = {"*"};
  return config;
}

ServedOptions served(Config const& config, EditorSettings const& settings) {
  ServedOptions options;
  if (!config.policy.empty()) options.policy = config.policy;
  if (!settings.policy.empty()) options.policy = settings.policy;
  options.speakers = config.speakers;
  options.coverage = settings.coverage.value_or(config.coverage.value_or(StoreCoverage::complete));
  std::error_code ignored;
  if (!is_built_in_policy(options.policy) && fs::is_other(fs::status(options.policy, ignored)))
    throw Error(options.policy + ": is a pipe or a device; name a policy file");
  load_policy(options.policy);  // throws where there is none
  return options;
}

}  // namespace

EditorDesk::EditorDesk(Config config, EditorSettings settings, fs::path const& folder, PositionEncoding encoding)
    : config_(std::move(config)),
      covering_(covering(config_)),
      settings_(std::move(settings)),
      severities_(config_.severities_with(settings_.min_confidence)),
      baseline_(baseline_of(config_)),
      store_([this] {
        auto options = served(config_, settings_);
        options.file = [this] { return store_file(); };
        return options;
      }()),
      sources_(folder, encoding) {}

bool EditorDesk::has_store() const {
  return !settings_.store.empty() || !config_.store.empty() || !config_.sources.empty();
}

std::string EditorDesk::store_file() {
  // Another process may have built a newer store of the sources, and a third taken this one away.
  std::error_code ignored;
  if (!store_file_ || !fs::exists(*store_file_, ignored)) store_file_ = source_store(config_, settings_.store).file;
  return *store_file_;
}

CheckedText EditorDesk::check(OpenDocument const& document, CheckWatch const& watch) {
  CheckedText text;
  text.text = document.text;
  if (text::trimmed(text.text).empty()) return text;
  ReadOptions options;
  options.format = document.format;
  text.article = std::move(articles_in(text.text, document.uri, options).front());
  auto& checker = store_.checker({});
  try {
    text.checked = checker.check(text.article, watch);
  } catch (StoreError const&) {
    store_.close();
    throw;
  }
  auto const suppressions = suppressions_of(text);
  auto const needed = set_aside(text.article, text.checked, suppressions, &baseline_);
  add_needless(suppressions, needed, text.comments);
  return text;
}

std::optional<SourcePlace> EditorDesk::place_of(Evidence const& evidence) {
  auto const source = store_.store().find(evidence.source);
  return source ? sources_.place_of(source->path, evidence.text) : std::nullopt;
}

}  // namespace quoth::tools
