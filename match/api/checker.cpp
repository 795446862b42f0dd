// SPDX-License-Identifier: MIT
#include "quoth/checker.hpp"

#include <algorithm>
#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <thread>
#include <utility>

#include "match/check/check.hpp"
#include "match/display/display_check.hpp"
#include "match/findings/finding_cache.hpp"
#include "match/place/source_outline.hpp"
#include "match/speakers/document_names.hpp"
#include "match/speakers/known_name.hpp"
#include "match/speakers/own_source.hpp"
#include "quoth/error.hpp"
#include "quoth/store.hpp"
#include "text/bytes/lru_cache.hpp"

namespace quoth {

namespace {

// With fewer quotations, opening the store once more takes longer than it saves.
constexpr std::size_t least_quotations = 8;

// In a store of more sources there are so many works of each kind that "the ruling" may be any.
constexpr std::uint64_t most_sources_with_one_work = 10'000;

// Sources whose places are remembered: those that one article quotes, and the next one again.
constexpr std::size_t most_outlines = 64;

// The store of one thread, opened at its first use, with a cache of findings.
struct ThreadStore {
  std::optional<Store> store;
  match::FindingCache cache;
  text::LruCache<std::int64_t, std::shared_ptr<match::SourceOutline const>> outlines{most_outlines};
  std::int64_t revision = 0;                                   // the store's revision when the findings were cached
  std::optional<Coverage> unnamed;                             // of the sources that name nobody, once somebody asked
  std::optional<std::vector<match::DocumentNames>> documents;  // once somebody asked
};

// The documents of a store by their names; none where it has too many sources.
std::vector<match::DocumentNames> documents_in(Store const& store) {
  std::vector<match::DocumentNames> documents;
  if (store.stats().sources > most_sources_with_one_work) return documents;
  for (auto const& source : store.sources())
    if (source.kind == SourceKind::document) documents.emplace_back(source);
  return documents;
}

// What may end a check early. The first two are asked on every thread that checks.
struct Watch {
  std::function<bool()> is_over;
  std::function<void()> check;  // throws Error where it is over
  std::function<void(std::size_t done, std::size_t all)> tell{};
  bool is_alone = true;  // no other thread may help
};

// Counts the quotations that are checked, and tells it on the thread that made it.
class Count {
 public:
  Count(Watch const& watch, std::size_t all) : watch_(watch), all_(all) {}

  void one_more() {
    auto const done = std::min(++done_, all_);
    if (std::this_thread::get_id() == thread_) tell(done);
  }
  // Quotations that are looked at twice are counted once, and those of other threads may not be told of yet.
  void finish() {
    if (told_ < all_) tell(all_);
  }

 private:
  void tell(std::size_t done) {
    told_ = done;
    watch_.tell(done, all_);
  }

  Watch const& watch_;
  std::size_t all_;
  std::thread::id thread_ = std::this_thread::get_id();
  std::atomic<std::size_t> done_ = 0;
  std::size_t told_ = 0;
};

// Where the article leaves open who speaks, the source settles it, and the rule says so.
void settle_speaker(Quotation& quotation, Finding const& finding) {
  if (finding.settled_speaker.empty() || !quotation.attribution) return;
  quotation.attribution->speaker = finding.settled_speaker;
  quotation.attribution->aliases.clear();
  quotation.attribution->rule = "settled-by-source";
}

// Whether the label tells the speaker from others: by name or by role.
bool is_name(std::string_view label) {
  auto const anonymity = match::anonymity_of(label);
  return anonymity == match::Anonymity::named || anonymity == match::Anonymity::role;
}

}  // namespace

MeanFidelity mean_fidelity(std::vector<CheckedQuotation> const& checked) {
  MeanFidelity mean;
  double sum = 0;
  for (auto const& [quotation, finding] : checked) {
    if (finding.verdict == Verdict::unchecked) continue;
    ++mean.checked;
    sum += finding.fidelity;
  }
  if (mean.checked > 0) mean.fidelity = sum / static_cast<double>(mean.checked);
  return mean;
}

struct Checker::State {
  CheckerOptions options;
  std::size_t most_threads = 1;
  std::vector<ThreadStore> thread_stores;

  explicit State(CheckerOptions given)
      : options(std::move(given)),
        most_threads(std::clamp<std::size_t>(options.threads, 1, std::max(1U, std::thread::hardware_concurrency()))) {
    thread_stores.emplace_back().store = Store::open(options.store);
  }

  // Clears the caches of stores that have changed. Called before each article, because a store may grow in the
  // meantime.
  void forget_what_changed() {
    for (auto& own : thread_stores) {
      if (!own.store) continue;
      auto const revision = own.store->revision();
      if (revision != own.revision) {
        own.cache.clear();
        own.outlines.clear();
        own.unnamed.reset();
        own.documents.reset();
      }
      own.revision = revision;
    }
  }

  std::vector<match::CandidateSource> candidate_sources_for(std::size_t threads, Watch const* watch) {
    forget_what_changed();
    while (thread_stores.size() < threads) thread_stores.emplace_back();
    std::vector<match::CandidateSource> candidate_sources;
    for (auto& own : std::span(thread_stores).first(threads)) {
      auto const opened = [this, &own]() -> Store const& {
        if (!own.store) own.store = Store::open(options.store);
        return *own.store;
      };
      auto const candidates = [opened, watch](Query const& query) {
        if (watch != nullptr) watch->check();
        return opened().candidates(query);
      };
      auto const coverage = [opened](std::string_view speaker) { return opened().coverage(speaker); };
      auto const odds = [opened](std::string_view words, double improbable, std::size_t occurrences) {
        return opened().odds(words, improbable, occurrences);
      };
      auto const unnamed = [opened, &own] {
        if (!own.unnamed) own.unnamed = opened().unnamed_coverage(is_name);
        return *own.unnamed;
      };
      auto const holds = [opened](Occasion const& occasion) { return opened().holds(occasion); };
      auto const turns = [opened](std::int64_t source) { return opened().turns(source); };
      auto const outline = [opened, &own](std::int64_t source) {
        if (auto const* const known = own.outlines.find(source)) return *known;
        auto built = std::make_shared<match::SourceOutline const>(opened().turns(source));
        own.outlines.put(source, built);
        return built;
      };
      auto const documents_called = [opened, &own](std::string_view work) {
        if (!own.documents) own.documents = documents_in(opened());
        match::DocumentsCalled called{!own.documents->empty(), 0, 0};
        for (auto const& document : *own.documents) {
          auto const named = document.work_named(work);
          if (named == match::NameOfDocument::own) ++called.own;
          if (named == match::NameOfDocument::open) ++called.other;
        }
        return called;
      };
      candidate_sources.push_back({candidates,
                                   coverage,
                                   &own.cache,
                                   odds,
                                   options.coverage,
                                   unnamed,
                                   holds,
                                   {turns, outline},
                                   documents_called,
                                   {}});
    }
    return candidate_sources;
  }

  std::vector<Quotation> quotations_of(Document const& article) const {
    auto quotations = extract(article);
    for (auto& quotation : quotations) {
      if (!quotation.attribution) continue;
      auto const known = options.speakers.find(quotation.attribution->speaker);
      if (known != options.speakers.end()) quotation.attribution->speaker = known->second;
    }
    return quotations;
  }

  // An article that the store holds as a document is no proof of what it quotes: checks it against the rest, and says
  // so once.
  void set_own_aside(Document const& article, std::vector<Quotation> const& quotations, std::vector<Finding>& findings,
                     match::CandidateSource const& candidate_source) {
    auto const& store = *thread_stores.front().store;
    auto const own =
        match::own_sources(article, quotations, findings,
                           {[&](std::string_view id) { return store.find(id); }, candidate_source.candidates});
    if (own.empty()) return;
    auto const is_own = [&](SourceRecord const& source) {
      return std::ranges::find(own, source.number, &SourceRecord::number) != own.end();
    };
    auto rest = candidate_source;
    rest.cache = nullptr;
    rest.candidates = [&](Query const& query) {
      auto found = candidate_source.candidates(query);
      std::erase_if(found, [&](Candidate const& candidate) { return is_own(candidate.source); });
      return found;
    };
    rest.unnamed_coverage = [&] {
      auto coverage = candidate_source.unnamed_coverage();
      coverage.documents -= std::min(coverage.documents, static_cast<std::uint32_t>(own.size()));
      return coverage;
    };
    auto const before = std::exchange(findings, quoth::match::check(article, quotations, rest, options.policy));
    auto const rested_on = [&](Finding const& finding) {
      return !finding.evidence.empty() && finding.evidence.front().source == own.front().id;
    };
    auto const first = std::ranges::find_if(before, rested_on);
    auto const at = first == before.end() ? 0 : first - before.begin();
    findings[static_cast<std::size_t>(at)].message +=
        "; " + own.front().id + " is this article itself, and proves nothing";
  }

  std::vector<CheckedQuotation> check(Document const& article, Watch const* watch) {
    if (article.date.empty() && !options.date.empty()) {
      auto dated = article;
      dated.date = options.date;
      return check(dated, watch);
    }
    auto quotations = quotations_of(article);
    auto const is_alone = (watch != nullptr && watch->is_alone) || quotations.size() < least_quotations;
    auto const threads = is_alone ? 1 : most_threads;
    // One snapshot for the article. Two stores on one file must not be held: a writer that waits for the first would
    // have the second wait for it.
    std::optional<Store::Reading> reading;
    if (threads == 1) reading.emplace(*thread_stores.front().store, watch != nullptr ? watch->is_over : nullptr);
    auto candidate_sources = candidate_sources_for(threads, watch);
    std::optional<Count> count;
    if (watch != nullptr && watch->tell) {
      count.emplace(*watch, quotations.size());
      for (auto& candidate_source : candidate_sources) candidate_source.checked_one = [&count] { count->one_more(); };
    }
    auto findings = quoth::match::check(article, quotations, std::span(candidate_sources), options.policy);
    if (count) count->finish();
    set_own_aside(article, quotations, findings, candidate_sources.front());
    match::check_displays(article, quotations, findings, candidate_sources.front(), options.policy);
    std::vector<CheckedQuotation> checked;
    checked.reserve(quotations.size());
    for (std::size_t i = 0; i < quotations.size(); ++i) {
      settle_speaker(quotations[i], findings[i]);
      if (!quotations[i].closed) findings[i].message += "; its closing mark is missing";
      checked.push_back({std::move(quotations[i]), std::move(findings[i])});
    }
    return checked;
  }

  std::vector<CheckedQuotation> check_watched(Document const& article, Watch const& watch) {
    try {
      return check(article, &watch);
    } catch (StoreError const&) {
      watch.check();  // the time is over, rather than that the store is at fault
      throw;
    }
  }
};

Checker::Checker(CheckerOptions options) : state_(std::make_unique<State>(std::move(options))) {}
Checker::Checker(Checker&&) noexcept = default;
Checker& Checker::operator=(Checker&&) noexcept = default;
Checker::~Checker() = default;

std::vector<CheckedQuotation> Checker::check(Document const& article) { return state_->check(article, nullptr); }

std::vector<CheckedQuotation> Checker::check(Document const& article, Deadline const& deadline) {
  return state_->check_watched(article, {[&] { return deadline.passed(); }, [&] { deadline.check(article.id()); }, {}});
}

std::vector<CheckedQuotation> Checker::check(Document const& article, CheckWatch const& watch) {
  std::atomic<bool> is_stopped = false;
  auto const is_over = [&, own = std::this_thread::get_id()] {
    if (!is_stopped && std::this_thread::get_id() == own && watch.stop && watch.stop()) is_stopped = true;
    return is_stopped.load();
  };
  auto const check = [&] {
    if (is_over()) throw Error(article.id() + ": the check was stopped");
  };
  return state_->check_watched(article, {is_over, check, watch.tell, false});
}

}  // namespace quoth
