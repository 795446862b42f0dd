// SPDX-License-Identifier: MIT
#include "tools/audit/article_worker.hpp"

#include <algorithm>
#include <map>
#include <sstream>

#include "quoth/error.hpp"
#include "quoth/version.hpp"
#include "text/bytes/sha256.hpp"
#include "text/json/json_writer.hpp"
#include "text/json/jsonl.hpp"
#include "tools/audit/article_result.hpp"
#include "tools/desk/article_file.hpp"

namespace quoth::tools {

namespace {

constexpr std::size_t digest_size = 32;  // hexadecimal digits of a SHA-256 that are kept

// Words that were found as they were said stay found, whatever is added to the store.
bool is_settled(CheckedQuotation const& checked) {
  auto const verdict = checked.finding.verdict;
  return verdict == Verdict::verbatim || verdict == Verdict::permitted;
}

std::size_t size_of(Document const& article) { return article.text().size() * sizeof(char32_t); }

// A digest's input: what could change the result of an article among its suppressions; empty if it has none.
std::string facts_of(Suppressions const& suppressions) {
  std::ostringstream all;
  for (auto const& one : suppressions)
    all << '\n' << to_string(one.verdict) << ' ' << one.first_line << ' ' << one.last_line << ' ' << one.reason;
  return std::move(all).str();
}

}  // namespace

std::string settings_digest(AuditSettings const& settings) {
  std::ostringstream all;
  auto const& check = settings.check;
  all << QUOTH_VERSION << '\n'
      << settings.input.format << '\n'
      << check.date << '\n'
      << check.policy.name() << '\n'
      << to_string(check.coverage) << '\n';
  std::map<std::string_view, EditRule> rules;  // in the order of their names
  for (auto edit_class : all_edit_classes) rules.emplace(to_string(edit_class), check.policy.rule(edit_class));
  for (auto const& [name, rule] : rules) all << name << '\t' << to_string(rule.verdict) << '\t' << rule.cost << '\n';
  for (auto const& [printed, known] : check.speakers) all << printed << '\t' << known << '\n';
  all << settings.baseline.digest();
  return text::sha256(all.str());
}

ArticleWorker::ArticleWorker(AuditSettings const& settings, std::string store_version, db::AuditLog& log,
                             AuditQueue& queue, AuditProgress& progress)
    : settings_(settings),
      settings_digest_(settings_digest(settings)),
      version_(std::move(store_version)),
      log_(log),
      queue_(queue),
      progress_(progress),
      checker_(settings.check),
      baseline_(settings.baseline) {}

void ArticleWorker::take(AuditWork&& work) {
  auto const bytes = work.bytes;
  if (work.article) {
    take_article(std::move(work.place), std::move(*work.article), *work.suppressions);
  } else if (work.is_line) {
    take_line(std::move(work));
  } else {
    take_file(work);
  }
  progress_.bytes += bytes;
}

void ArticleWorker::take_line(AuditWork&& work) {
  if (!work.line_fault.empty()) {
    work.place.id = "line " + std::to_string(work.place.number);
    return fail(std::move(work.place), work.line_fault);
  }
  auto article = text::read_article_line(work.line, work.place.number, settings_.input.limits);
  work.place.id = article.id;
  Suppressions suppressions;
  try {
    if (!article.error.empty()) throw Error(article.error);
    suppressions = suppressions_in_line(article.value, work.place.path + ":" + std::to_string(work.place.number));
  } catch (Error const& error) {
    return fail(std::move(work.place), error.what());
  }
  take_article(std::move(work.place), std::move(article.value), suppressions);
}

void ArticleWorker::take_file(AuditWork const& work) {
  auto place = work.place;
  place.id = place.path;
  // Where a file holds many articles, the other threads help; this thread keeps the last.
  std::optional<AuditWork> last;
  auto const take_last = [&] {
    if (last) take_article(std::move(last->place), std::move(*last->article), *last->suppressions);
    last.reset();
  };
  try {
    ArticleFile file(place.path, settings_.input);
    auto const suppressions = std::make_shared<Suppressions const>(suppressions_in(file.bytes(), place.path));
    file.read([&](text::JsonLine<Document>&& article) {
      place.number = article.number;
      place.id = article.id;
      if (work.is_dealt_out && !settings_.part->has(place.file, place.number)) return;
      if (!article.error.empty()) return fail(place, article.error);
      if (last && queue_.try_push(*last, size_of(*last->article))) last.reset();
      take_last();
      last = AuditWork{place, {}, false, {}, false, std::move(article.value), suppressions, 0};
    });
  } catch (Error const& error) {
    ++place.number;
    place.id = place.path;
    fail(place, error.what());
  }
  take_last();
}

void ArticleWorker::take_article(db::AuditArticle place, Document&& article, Suppressions const& suppressions) {
  if (settings_.path_facts) place.section = settings_.path_facts->fill(place.path, article);
  place.title = article.title;
  place.date = article.date.empty() ? settings_.check.date : article.date;
  place.outlet = article.outlet;
  place.author = article.author;
  progress_.undated += place.date.empty() ? 1 : 0;
  progress_.without_outlet += place.outlet.empty() ? 1 : 0;
  place.digest = text::sha256(article.digest() + settings_digest_ + facts_of(suppressions)).substr(0, digest_size);
  auto result = settings_.again ? std::nullopt : log_.find(place.digest);
  if (result) {
    log_.add(place, nullptr);
  } else {
    result = check(place, article, suppressions);
    if (!result) return fail(place, place.error);
    log_.add(place, &*result);
    ++progress_.checked;
  }
  auto const unsure = static_cast<std::uint64_t>(
      std::ranges::count_if(result->seen, [this](double sure) { return sure < settings_.least_confidence; }));
  progress_.unsure += unsure;
  progress_.seen += result->seen.size() - unsure;
  ++progress_.articles;
}

std::optional<db::AuditResult> ArticleWorker::check(db::AuditArticle& place, Document const& article,
                                                    Suppressions const& suppressions) {
  Deadline const deadline(settings_.input.limits);
  try {
    auto checked = checker_.check(article, deadline);
    set_aside(article, checked, suppressions, &baseline_);
    db::AuditResult result{version_, std::ranges::all_of(checked, is_settled), {}, pack_result(article, checked)};
    for (auto const& [quotation, finding] : checked) {
      // Rounded as in the tables, so that both count the same.
      if (finding.needs_attention()) result.seen.push_back(text::rounded(finding.confidence));
    }
    return result;
  } catch (Error const& error) {
    // Other errors are the store's, and concern all articles.
    if (!deadline.passed()) throw;
    place.error = error.what();
  } catch (std::bad_alloc const&) {
    place.error = "checking it takes more memory than there is";
  }
  return std::nullopt;
}

void ArticleWorker::fail(db::AuditArticle place, std::string const& error) {
  place.error = error;
  log_.add(place, nullptr);
  ++progress_.errors;
  ++progress_.articles;
}

}  // namespace quoth::tools
