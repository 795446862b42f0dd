// SPDX-License-Identifier: MIT
#include "tools/desk/article_check.hpp"

#include <algorithm>
#include <span>
#include <thread>

#include "tools/reports/finding_text.hpp"

namespace quoth {

namespace {

// For fewer it takes longer to open the store once more than it saves.
constexpr std::size_t least_quotations = 8;

}  // namespace

ArticleCheck::ArticleCheck(std::filesystem::path store, Settings settings, std::size_t most_threads)
    : file_(std::move(store)),
      settings_(std::move(settings)),
      most_threads_(std::min<std::size_t>(most_threads, std::max(1U, std::thread::hardware_concurrency()))) {
  shelves_.emplace_back().store = Store::open(file_);
}

// Before every article: a store may grow while articles are checked against it.
void ArticleCheck::forget_what_changed() {
  for (auto& shelf : shelves_) {
    if (!shelf.store) continue;
    auto const revision = shelf.store->revision();
    if (revision != shelf.revision) shelf.memory.clear();
    shelf.revision = revision;
  }
}

std::vector<Library> ArticleCheck::libraries_for(std::size_t threads, Document const& article,
                                                 Deadline const* deadline) {
  forget_what_changed();
  while (shelves_.size() < threads) shelves_.emplace_back();
  std::vector<Library> libraries;
  for (auto& shelf : std::span(shelves_).first(threads)) {
    auto const opened = [this, &shelf]() -> Store const& {
      if (!shelf.store) shelf.store = Store::open(file_);
      return *shelf.store;
    };
    auto const candidates = [opened, &article, deadline](Query const& query) {
      if (deadline != nullptr) deadline->check(article.id());
      return opened().candidates(query);
    };
    auto const coverage = [opened](std::string_view speaker) { return opened().coverage(speaker); };
    libraries.push_back({candidates, coverage, &shelf.memory});
  }
  return libraries;
}

CheckedArticle ArticleCheck::check(Document& article, Deadline const* deadline) {
  if (article.date.empty()) article.date = settings_.date;
  CheckedArticle checked{extract(article), {}};
  for (auto& quotation : checked.quotations) {
    if (!quotation.attribution) continue;
    auto const known = settings_.speakers.find(quotation.attribution->speaker);
    if (known != settings_.speakers.end()) quotation.attribution->speaker = known->second;
  }
  auto const threads = deadline != nullptr || checked.quotations.size() < least_quotations ? 1 : most_threads_;
  auto const libraries = libraries_for(threads, article, deadline);
  checked.findings = quoth::check(article, checked.quotations, std::span(libraries), settings_.policy);
  return checked;
}

void set_aside(Document const& article, CheckedArticle& checked, std::vector<Suppression> const& suppressions,
               Baseline* baseline) {
  bool const has_baseline = baseline != nullptr && !baseline->empty();
  if (suppressions.empty() && !has_baseline) return;
  for (std::size_t i = 0; i < checked.findings.size(); ++i) {
    auto& finding = checked.findings[i];
    if (!must_be_seen(finding.verdict)) continue;
    auto const line = article.locate(checked.quotations[i].segments.front().first).line;
    for (auto const& suppression : suppressions) {
      bool const here = suppression.first_line <= line && line <= suppression.last_line;
      if (here && suppression.verdict == finding.verdict) finding.set_aside = suppression.reason;
    }
    if (!has_baseline || !finding.set_aside.empty()) continue;
    if (auto const* reason = baseline->find(fingerprint(article, checked.quotations[i], finding)))
      finding.set_aside = *reason;
  }
}

}  // namespace quoth
