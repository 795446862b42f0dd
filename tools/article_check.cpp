// SPDX-License-Identifier: MIT
#include "article_check.hpp"

#include "finding_text.hpp"

namespace quoth {

CheckedArticle ArticleCheck::check(Document& article, Deadline const* deadline) const {
  if (article.date.empty()) article.date = settings_.date;
  CheckedArticle checked{extract(article), {}};
  for (auto& quotation : checked.quotations) {
    if (!quotation.attribution) continue;
    auto const known = settings_.speakers.find(quotation.attribution->speaker);
    if (known != settings_.speakers.end()) quotation.attribution->speaker = known->second;
  }
  auto const candidates = [&](Query const& query) {
    if (deadline != nullptr) deadline->check(article.id());
    return store_.candidates(query);
  };
  Library const library{candidates, [this](std::string_view speaker) { return store_.coverage(speaker); }};
  checked.findings = quoth::check(article, checked.quotations, library, settings_.policy);
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
