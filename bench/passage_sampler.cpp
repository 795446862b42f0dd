// SPDX-License-Identifier: MIT
#include "bench/passage_sampler.hpp"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <map>
#include <sstream>

#include "text/words/words.hpp"

namespace quoth::bench {

std::string_view name_of(Slice slice) {
  switch (slice) {
    case Slice::exact_short:
      return "exact, 4-7 words";
    case Slice::exact:
      return "exact, 8-60 words";
    case Slice::tenth:
      return "10 % corrupted";
    case Slice::third:
      return "30 % corrupted";
    case Slice::ellipsis:
      return "ellipsis";
    case Slice::interrupted:
      return "interrupting turn";
    case Slice::border:
      return "utterance border";
    case Slice::common:
      return "common phrase";
    case Slice::few:
      return "1-3 words";
    case Slice::absent:
      return "not in the store";
  }
  return {};
}

// A source with the words of all its utterances.
struct PassageSampler::Text {
  explicit Text(Source const& from) : source(from) {
    for (auto const& utterance : source.utterances) words.push_back(text::split_words(utterance.text));
  }
  // The words [first, first + count) of an utterance, as printed there.
  std::string stretch(std::size_t utterance, std::size_t first, std::size_t count) const {
    auto const& list = words[utterance];
    auto from = list[first].first;
    return source.utterances[utterance].text.substr(from, list[first + count - 1].last - from);
  }
  std::string head(std::size_t utterance, std::size_t count) const { return stretch(utterance, 0, count); }
  std::string tail(std::size_t utterance, std::size_t count) const {
    return stretch(utterance, words[utterance].size() - count, count);
  }

  Source const& source;
  std::vector<text::WordList> words;
};

PassageSampler::PassageSampler(Corpus const& corpus, std::uint64_t words, std::size_t each_slice)
    : corpus_(corpus), rate_(static_cast<double>(each_slice) / static_cast<double>(words)) {
  // Phrases of 3 and 4 words by how often they stand in the corpus.
  std::map<std::string, std::uint32_t> counts;
  corpus.each(1'000'000, [&](Source const& source) {
    for (auto const& utterance : source.utterances) {
      auto list = text::split_words(utterance.text);
      for (std::size_t size = 3; size <= 4; ++size)
        for (std::size_t i = 0; i + size <= list.size(); i += 2) {
          std::string phrase;
          for (std::size_t k = i; k < i + size; ++k) phrase.append(list.key(k)).append(" ");
          ++counts[phrase];
        }
    }
  });
  std::vector<std::pair<std::uint32_t, std::string>> ranked;
  for (auto& [phrase, count] : counts) ranked.emplace_back(count, phrase);
  auto most = std::min(ranked.size(), each_slice);
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(most), ranked.end(), std::greater<>());
  for (std::size_t i = 0; i < most; ++i)
    passages_.push_back({Slice::common, {ranked[i].second}, {ranked[i].second}, ranked[i].second});
}

void PassageSampler::see(Source const& source) {
  Text text(source);
  std::size_t words = 0;
  for (auto const& list : text.words) words += list.size();
  double expected = rate_ * static_cast<double>(words);
  for (auto slice : stored_slices)
    for (double left = expected; left > 0; left -= 1)
      if (random_.chance(std::min(left, 1.0))) sample(slice, text);
}

void PassageSampler::see_left_out(Source const& source) {
  constexpr int of_each_source = 4;
  Text text(source);
  for (int i = 0; i < of_each_source; ++i) sample(Slice::absent, text);
}

void PassageSampler::sample(Slice slice, Text const& text) {
  auto const count = text.words.size();
  // Not every utterance allows every slice: some tries, then none.
  for (int tries = 0; tries < 200; ++tries) {
    auto at = random_.below(count);
    auto const& here = text.words[at];
    auto contiguous = [&](std::size_t least, std::size_t most, double corrupted) {
      auto size = random_.between(least, most);
      if (here.size() < size) return false;
      add(slice, {text.stretch(at, random_.below(here.size() - size + 1), size)}, corrupted);
      return true;
    };
    auto joined = [&](std::size_t other, bool parts) {
      if (other >= count) return false;
      auto first = random_.between(4, 15);
      auto second = random_.between(4, 15);
      if (here.size() < first || text.words[other].size() < second) return false;
      auto before = text.tail(at, first), after = text.head(other, second);
      add(slice, parts ? std::vector{before, after} : std::vector{before + " " + after}, 0);
      return true;
    };
    bool done = false;
    switch (slice) {
      case Slice::exact_short:
        done = contiguous(4, 7, 0);
        break;
      case Slice::exact:
        done = contiguous(8, 60, 0);
        break;
      case Slice::tenth:
        done = contiguous(8, 60, 0.1);
        break;
      case Slice::third:
        done = contiguous(8, 60, 0.3);
        break;
      case Slice::absent:
        done = contiguous(4, 60, 0);
        break;
      case Slice::few:
        done = contiguous(1, 3, 0);
        break;
      case Slice::border:
        done = joined(at + 1, false);
        break;
      case Slice::interrupted:
        done = at + 2 < count && text.words[at + 1].size() <= 15 &&
               text.source.utterances[at].speaker == text.source.utterances[at + 2].speaker && joined(at + 2, true);
        break;
      case Slice::ellipsis: {
        auto first = random_.between(4, 15), hidden = random_.between(1, 200), second = random_.between(4, 15);
        done = here.size() >= first + hidden + second;
        if (!done) break;
        auto from = random_.below(here.size() - first - hidden - second + 1);
        add(slice, {text.stretch(at, from, first), text.stretch(at, from + first + hidden, second)}, 0);
        break;
      }
      case Slice::common:
        return;
    }
    if (done) return;
  }
}

void PassageSampler::add(Slice slice, std::vector<std::string> spoken, double corrupted) {
  // Nobody quotes the transcriber's remarks.
  for (auto const& part : spoken)
    if (part.find_first_of("()[]") != std::string::npos) return;
  Passage passage{slice, std::move(spoken), {}, {}};
  for (auto const& part : passage.spoken) {
    passage.printed.push_back(corrupted > 0 ? corrupt(part, corrupted) : part);
    if (!passage.query.empty()) passage.query += slice == Slice::ellipsis ? " … " : " ";
    passage.query += passage.printed.back();
  }
  passages_.push_back(std::move(passage));
}

// Replaces, leaves out or puts in: seven, two and one times in ten.
std::string PassageSampler::corrupt(std::string_view text, double share) {
  auto list = text::split_words(text);
  std::vector<std::size_t> chosen(list.size());
  for (std::size_t i = 0; i < chosen.size(); ++i) chosen[i] = i;
  for (std::size_t i = chosen.size(); i > 1; --i) std::swap(chosen[i - 1], chosen[random_.below(i)]);
  auto most = static_cast<std::size_t>(std::lround(share * static_cast<double>(list.size())));
  chosen.resize(std::max<std::size_t>(most, 1));
  std::ranges::sort(chosen);
  std::string out;
  std::size_t copied = 0;
  for (auto i : chosen) {
    auto const& word = list[i];
    out.append(text, copied, word.first - copied);
    auto act = random_.below(10);
    if (act < 7) out += corpus_.any_word(random_.next());
    if (act == 9) {
      out += corpus_.any_word(random_.next()) + " ";
      out.append(text, word.first, word.last - word.first);
    }
    copied = word.last;
  }
  return out.append(text, copied);
}

namespace {
constexpr char between_parts = '\x1e';
constexpr char between_passages = '\x1d';
}  // namespace

void write_passages(std::filesystem::path const& file, std::vector<Passage> const& passages) {
  std::ofstream out(file, std::ios::binary);
  for (auto const& passage : passages) {
    out << static_cast<int>(passage.slice) << between_parts << passage.query;
    for (auto const& part : passage.spoken) out << between_parts << part;
    for (auto const& part : passage.printed) out << between_parts << part;
    out << between_passages;
  }
}

std::vector<Passage> read_passages(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::vector<Passage> passages;
  for (std::string line; std::getline(in, line, between_passages);) {
    std::vector<std::string> parts;
    std::istringstream fields(line);
    for (std::string part; std::getline(fields, part, between_parts);) parts.push_back(part);
    auto const half = parts.begin() + 2 + static_cast<std::ptrdiff_t>((parts.size() - 2) / 2);
    passages.push_back(
        {static_cast<Slice>(std::stoi(parts[0])), {parts.begin() + 2, half}, {half, parts.end()}, parts[1]});
  }
  return passages;
}

}  // namespace quoth::bench
