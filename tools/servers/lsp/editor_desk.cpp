// SPDX-License-Identifier: MIT
#include "tools/servers/lsp/editor_desk.hpp"

#include <system_error>
#include <utility>

#include "quoth/article.hpp"
#include "quoth/error.hpp"
#include "text/words/lines.hpp"
#include "tools/sources/source_store.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

std::vector<Suppression> suppressions_of(CheckedText& text) {
  std::vector<SuppressionError> faults;
  auto suppressions = suppressions_in(text.text, "", faults);
  for (auto const& fault : faults) text.comments.push_back({fault.at(), fault.fault()});
  return suppressions;
}

void add_needless(std::vector<Suppression> const& suppressions, std::set<std::size_t> const& needed,
                  std::vector<CommentFault>& faults) {
  for (std::size_t i = 0; i < suppressions.size(); ++i)
    if (!needed.contains(i)) faults.push_back({suppressions[i].at, needless_sentence(suppressions[i]), true});
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

// A setting may name any file; to read a pipe would be to wait for ever.
void refuse_pipe(std::string const& policy) {
  std::error_code ignored;
  if (!is_built_in_policy(policy) && fs::is_other(fs::status(policy, ignored)))
    throw Error(policy + ": is a pipe or a device; name a policy file");
}

}  // namespace

EditorDesk::EditorDesk(Config config, EditorSettings settings, fs::path const& folder, PositionEncoding encoding)
    : config_(std::move(config)),
      covering_(covering(config_)),
      settings_(std::move(settings)),
      severities_(config_.severities_with(settings_.min_confidence)),
      baseline_(baseline_of(config_)),
      store_([this] {
        refuse_pipe(settings_.policy);
        auto options = served_options(config_, settings_.policy, settings_.coverage);
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
