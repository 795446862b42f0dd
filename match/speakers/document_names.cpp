// SPDX-License-Identifier: MIT
#include "match/speakers/document_names.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

#include "match/speakers/known_name.hpp"
#include "match/words/phrase_lines.hpp"
#include "match_data.hpp"
#include "text/names/parted_names.hpp"
#include "text/words/data_lines.hpp"
#include "text/words/words.hpp"

namespace quoth::match {

namespace {

constexpr std::uint32_t words_of_a_book = 20'000;

bool is_small(std::string_view key) {
  static constexpr std::array<std::string_view, 20> small{"the", "a",   "an",   "of",   "for",   "and", "on",
                                                          "in",  "to",  "by",   "at",   "its",   "his", "her",
                                                          "s",   "our", "this", "from", "their", "with"};
  return std::ranges::find(small, key) != small.end();
}

std::vector<std::string> words_of(std::string_view name) {
  std::vector<std::string> keys;
  auto const words = text::split_words(name);
  for (std::size_t i = 0; i < words.size(); ++i) {
    auto key = words.key(i);
    if (key.ends_with("'s")) key.remove_suffix(2);
    if (!key.empty() && !is_small(key)) keys.emplace_back(key);
  }
  return keys;
}

bool has(std::vector<std::string> const& words, std::string_view word) {
  return std::ranges::find(words, word) != words.end();
}

bool share_word(std::vector<std::string> const& a, std::vector<std::string> const& b) {
  return std::ranges::any_of(a, [&](auto const& word) { return has(b, word); });
}

// Whether two words are of one root: "auditors" and "Auditor General", "inspectors" and "Inspectorate".
bool share_root(std::vector<std::string> const& a, std::vector<std::string> const& b) {
  constexpr std::size_t root = 7;  // bytes
  return std::ranges::any_of(a, [&](auto const& one) {
    return std::ranges::any_of(b, [&](auto const& other) {
      return one.size() >= root && other.size() >= root && one.compare(0, root, other, 0, root) == 0;
    });
  });
}

bool has_all(std::vector<std::string> const& words, std::vector<std::string> const& all) {
  return !words.empty() && std::ranges::all_of(words, [&](auto const& word) { return has(all, word); });
}

// The words of titles that answer to each noun.
std::multimap<std::string, std::vector<std::string>, std::less<>> const& kinds() {
  static auto const read = [] {
    std::multimap<std::string, std::vector<std::string>, std::less<>> kinds;
    for (auto const line : text::lines_of(embedded::work_kinds)) {
      auto const colon = line.find(':');
      auto const titles = words_of(line.substr(colon + 1));
      for (auto const noun : split_fields(line.substr(0, colon), ',')) kinds.emplace(noun, titles);
    }
    return kinds;
  }();
  return read;
}

bool is_kind(std::string_view word) { return kinds().contains(word); }

// Whether the words name a case: "Smith v. Jones".
bool is_case(std::vector<std::string> const& words) {
  return has(words, "v") || has(words, "vs") || has(words, "versus");
}

bool is_part(std::string_view word) {
  static constexpr std::array<std::string_view, 5> parts{"section", "chapter", "article", "part", "paragraph"};
  return std::ranges::find(parts, word) != parts.end();
}

// Roles whose holder speaks for a body.
bool is_head(std::string_view word) {
  static constexpr std::array<std::string_view, 24> heads{
      "spokesman",  "spokeswoman", "spokesperson", "president",      "chair",    "chairman",
      "chairwoman", "chairperson", "director",     "chief",          "head",     "mayor",
      "officer",    "secretary",   "minister",     "commissioner",   "governor", "general",
      "ceo",        "executive",   "founder",      "superintendent", "leader",   "manager"};
  return std::ranges::find(heads, word) != heads.end();
}

// What stands before the title of somebody's deputy.
bool is_rank(std::string_view word) {
  static constexpr std::array<std::string_view, 7> ranks{"deputy",    "vice",  "acting",  "assistant",
                                                         "associate", "press", "managing"};
  return std::ranges::find(ranks, word) != ranks.end();
}

// What may stand between words and their speaker's title: "said Chief Executive Mara Lund".
bool is_cue(std::string_view word) {
  static constexpr std::array<std::string_view, 4> cues{"said", "says", "told", "according"};
  return std::ranges::find(cues, word) != cues.end();
}

// Whether the word says what kind of body a name names, which it shares with many others.
bool is_body(std::string_view word) {
  static auto const bodies = [] {
    std::set<std::string, std::less<>> read;
    for (auto const line : text::lines_of(embedded::body_kinds))
      for (auto const noun : split_fields(line, ' ')) read.emplace(noun);
    return read;
  }();
  return bodies.contains(word);
}

// Whether the word says that a place speaks through its government.
bool is_place(std::string_view word) {
  static constexpr std::array<std::string_view, 10> places{"government", "administration", "city",    "town",
                                                           "county",     "state",          "village", "municipality",
                                                           "province",   "parish"};
  return std::ranges::find(places, word) != places.end();
}

// Whether the word is one of those that tell this body from others.
bool names_body(std::string const& word, std::vector<std::string> const& body) {
  return !is_body(word) && has(body, word);
}

// Whether a name may be another form of the body's: "Department of Roads" and "Carrow Roads Agency". Where the body is
// only one of several in its place, "Harrow Tribune" and "Harrow Roads Agency", the place is no shared name.
bool may_be_body(std::vector<std::string> const& name, std::vector<std::string> const& body) {
  auto const is_own = [](auto const& word) { return !is_body(word) && !is_head(word) && !is_rank(word); };
  std::vector<std::string> own_of_name;
  std::vector<std::string> own_of_body;
  std::ranges::copy_if(name, std::back_inserter(own_of_name), is_own);
  std::ranges::copy_if(body, std::back_inserter(own_of_body), is_own);
  if (has_all(own_of_body, own_of_name)) return true;
  if (!has_all(own_of_name, own_of_body)) return false;
  if (own_of_name.size() > 1 || own_of_name.front() != own_of_body.front()) return true;
  // "Harrow" and "the town of Harrow" have offices of many names.
  return std::ranges::all_of(name, [&](auto const& word) { return !is_body(word) || is_place(word); });
}

// Whether a title has the name: "Harrow Mills" of "Harrow Mills closes a shaft", but of a council not the place alone.
bool is_in_title(std::vector<std::string> const& name, std::vector<std::string> const& title) {
  return has_all(name, title) || (may_be_body(name, title) && std::ranges::none_of(name, is_body));
}

}  // namespace

bool names_work_expressly(Attribution const& attribution) {
  if (attribution.naming != Naming::work) return false;
  if (attribution.rule == "citation") return true;
  if (attribution.is_work_itself()) return is_case(words_of(attribution.via));
  return share_word(words_of(attribution.speaker), words_of(attribution.via));
}

bool is_work(Attribution const& attribution) {
  static constexpr std::array<std::string_view, 9> messages{"statement", "release", "announcement", "letter", "email",
                                                            "e-mail",    "message", "post",         "tweet"};
  if (attribution.naming != Naming::work || attribution.via.empty()) return false;
  auto const words = words_of(attribution.via);
  return !std::ranges::any_of(messages, [&](auto message) { return has(words, message); });
}

bool is_written_kind(std::string_view name) {
  static constexpr std::array<std::string_view, 4> spoken{"statement", "release", "announcement", "message"};
  auto const words = words_of(name);
  if (words.empty()) return false;
  auto const& kind = words.back();
  return is_kind(kind) && std::ranges::find(spoken, kind) == spoken.end();
}

bool are_one_body(std::string_view a, std::string_view b) {
  auto const bare = [](std::string_view name) {
    return name.starts_with("the ") || name.starts_with("The ") ? name.substr(4) : name;
  };
  auto shorter = bare(a);
  auto longer = bare(b);
  if (shorter.size() > longer.size()) std::swap(shorter, longer);
  auto const words = words_of(shorter);
  auto const at_place = longer.starts_with(shorter) && longer.substr(shorter.size()).starts_with(" of ");
  return at_place && words.size() > 1 && std::ranges::any_of(words, is_body);
}

DocumentNames::DocumentNames(SourceRecord const& source)
    : author_(source.author),
      issuer_(source.issuer),
      title_(source.title),
      author_words_(words_of(source.author)),
      issuer_words_(words_of(source.issuer)),
      title_words_(words_of(source.title)) {
  for (auto const& author : text::parted_names(author_)) authors_.push_back(known_name(author));
  auto const slash = source.id.rfind('/');
  kind_words_ = words_of(source.id.substr(slash == std::string::npos ? 0 : slash + 1));
  kind_words_.insert(kind_words_.end(), title_words_.begin(), title_words_.end());
  for (auto const& word : issuer_words_) initials_ += word.front();
  is_book_ = !author_.empty() && issuer_.empty() && (source.words >= words_of_a_book || source.date.empty());
}

std::string const& DocumentNames::speaker() const {
  return !author_.empty() ? author_ : !issuer_.empty() ? issuer_ : title_;
}

bool DocumentNames::is_by(KnownName const& name) const {
  return !name.is_role && std::ranges::any_of(authors_, [&](auto const& author) {
    return text::same_person(name.keys, author->keys) || name.bare == author->bare;
  });
}

NameOfDocument DocumentNames::issuer_named(std::string_view name) const {
  auto const known = known_name(name);
  if (is_by(*known)) return NameOfDocument::own;
  auto const words = words_of(name);
  if (words.empty()) return NameOfDocument::open;
  if (has_all(words, issuer_words_) || (words.size() == 1 && words.front() == initials_ && initials_.size() > 1))
    return NameOfDocument::own;
  if (author_.empty() && issuer_.empty())
    return may_be_body(words, title_words_) ? NameOfDocument::own : NameOfDocument::open;
  if (may_be_body(words, body_words()) || share_root(words, issuer_words_) || is_in_title(words, title_words_))
    return NameOfDocument::open;
  auto const by_kind = std::ranges::all_of(words, [](auto const& word) { return is_body(word); });
  bool const is_noun = name.find_first_of("ABCDEFGHIJKLMNOPQRSTUVWXYZ") == name.npos;
  return by_kind && is_noun && share_word(words, issuer_words_) ? NameOfDocument::open : NameOfDocument::other;
}

bool DocumentNames::has_kind(std::string_view noun) const {
  if (has(kind_words_, noun)) return true;
  auto const [first, last] = kinds().equal_range(noun);
  return std::any_of(first, last, [&](auto const& kind) { return share_word(kind.second, kind_words_); });
}

NameOfDocument DocumentNames::work_named(std::string_view name) const {
  auto words = words_of(name);
  // "Section 4 of the Water Act"
  if (words.size() > 2 && is_part(words.front()) && words[1].find_first_not_of("0123456789.") == std::string::npos)
    words.erase(words.begin(), words.begin() + 2);
  if (words.empty()) return NameOfDocument::open;
  if (is_case(words)) {
    auto const is_party = [&](auto const& word) { return word != "v" && word != "vs" && has(kind_words_, word); };
    auto const known = is_case(kind_words_);
    if (known && std::ranges::count_if(words, is_party) >= 2) return NameOfDocument::own;
    bool const other_ruling = has(issuer_words_, "court") || has(title_words_, "court") || title_.empty();
    return !known && other_ruling ? NameOfDocument::open : NameOfDocument::other;
  }
  if (has_all(words, title_words_)) return NameOfDocument::own;
  // "the report", "the inspection report", "the agency’s report"
  auto const kind = std::ranges::find_if(words, is_kind);
  if (kind != words.end() && has_kind(words.back())) {
    auto const fits = [&](auto const& word) {
      return word == words.back() || has(kind_words_, word) || has(issuer_words_, word);
    };
    if (words.size() == 1 || std::ranges::all_of(words, fits)) return NameOfDocument::own;
  }
  return NameOfDocument::open;
}

bool DocumentNames::is_of_other_kind(std::string_view name) const {
  auto const words = words_of(name);
  auto const kind = std::ranges::find_if(words, is_kind);
  if (kind == words.end() || std::ranges::any_of(words, [&](auto const& word) { return has_kind(word); })) return false;
  return std::ranges::any_of(kind_words_, is_kind) || is_case(kind_words_);
}

bool DocumentNames::is_headed_by(std::string_view surname, std::string_view text) const {
  constexpr std::size_t beside = 8;  // words
  auto const words = words_of(text);
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (words[i] != surname) continue;
    auto const first = words.begin() + static_cast<std::ptrdiff_t>(i - std::min(i, beside));
    auto const last = words.begin() + static_cast<std::ptrdiff_t>(std::min(words.size(), i + beside + 1));
    auto const& body = body_words();
    bool const heads = std::any_of(first, last, is_head);
    if (heads && std::any_of(first, last, [&](auto const& word) { return has(body, word); })) return true;
  }
  return false;
}

bool DocumentNames::is_spoken_for(std::string_view role) const {
  auto const& body = body_words();
  auto words = words_of(role);
  if (!std::ranges::any_of(words, is_head)) return false;
  if (has_all(words, body)) return true;
  std::erase_if(words, [](auto const& word) { return is_head(word) || is_rank(word) || is_cue(word); });
  return has_all(words, body) || std::ranges::any_of(words, [&](auto const& word) { return names_body(word, body); });
}

bool DocumentNames::is_title_of_head(std::string_view role) const {
  static constexpr std::array<std::string_view, 6> offices{"mayor",        "minister", "secretary",
                                                           "commissioner", "governor", "general"};
  auto const words = words_of(role);
  return std::ranges::any_of(words, is_head) && std::ranges::all_of(words, [](auto const& word) {
           return (is_head(word) || is_rank(word) || is_cue(word)) && std::ranges::find(offices, word) == offices.end();
         });
}

// The office whose holder alone heads the issuer: "auditor general" of "Office of the Auditor General of Carrow". Empty
// for other bodies, whose heads have many titles.
std::vector<std::string> DocumentNames::own_office() const {
  auto const at = std::ranges::find(issuer_words_, "office");
  if (at == issuer_words_.end()) return {};
  auto const last = std::find_if(at + 1, issuer_words_.end(), is_head);
  return last == issuer_words_.end() || last - at > 2 ? std::vector<std::string>()
                                                      : std::vector<std::string>(at + 1, last + 1);
}

bool DocumentNames::may_be_headed_by(std::string_view role) const {
  auto const words = words_of(role);
  if (auto const office = own_office(); !office.empty() && !share_word(words, office)) {
    bool const speaks_for_it = std::ranges::any_of(words, [](auto const& word) { return word.starts_with("spokes"); });
    if (!speaks_for_it) return false;
  }
  bool const is_spokesman = std::ranges::any_of(words, [](auto const& word) { return word.starts_with("spokes"); });
  return !issuer_.empty() && (author_.empty() || is_spokesman) && !words.empty() &&
         std::ranges::all_of(words, [](auto const& word) { return is_head(word) || is_rank(word); });
}

}  // namespace quoth::match
