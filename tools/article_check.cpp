// SPDX-License-Identifier: MIT
#include "article_check.hpp"

#include <algorithm>
#include <span>
#include <thread>

#include "finding_text.hpp"

namespace quoth {

namespace {

// For fewer it takes longer to open the store once more than it saves.
constexpr std::size_t least_quotations = 8;

}  // namespace

ArticleCheck::ArticleCheck(std::filesystem::path store, Settings settings, std::size_t most_threads)
    : file_(std::move(store)),
      settings_(std::move(settings)),
      most_threads_(std::min<std::size_t>(most_threads, std::max(1U, std::thread::hardware_concurrency()))) {
  stores_.push_back(Store::open(file_));
}

std::vector<Library> ArticleCheck::libraries_for(std::size_t threads, Document const& article,
                                                 Deadline const* deadline) {
  stores_.resize(std::max(stores_.size(), threads));
  std::vector<Library> libraries;
  for (auto& store : std::span(stores_).first(threads)) {
    auto const opened = [this, &store]() -> Store const& {
      if (!store) store = Store::open(file_);
      return *store;
    };
    auto const candidates = [opened, &article, deadline](Query const& query) {
      if (deadline != nullptr) deadline->check(article.id());
      return opened().candidates(query);
    };
    libraries.push_back({candidates, [opened](std::string_view speaker) { return opened().coverage(speaker); }});
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
  for (std::size_t i = 0; i < checked.findings.size(); ++i) {
    auto& finding = checked.findings[i];
    if (!must_be_seen(finding.verdict)) continue;
    auto const line = article.locate(checked.quotations[i].segments.front().first).line;
    for (auto const& suppression : suppressions) {
      bool const here = suppression.first_line <= line && line <= suppression.last_line;
      if (here && suppression.verdict == finding.verdict) finding.set_aside = suppression.reason;
    }
    if (baseline == nullptr || !finding.set_aside.empty()) continue;
    if (auto const* reason = baseline->find(fingerprint(article, checked.quotations[i], finding)))
      finding.set_aside = *reason;
  }
}

}  // namespace quoth
