// SPDX-License-Identifier: MIT
// Mentions that are documents: what they are called, and "it" for one.
#include <algorithm>
#include <array>

#include "grammar/clauses/parsed_text.hpp"
#include "grammar/speakers/resolve.hpp"
#include "grammar/works/document_kind.hpp"

namespace quoth::grammar {

// Whether the mention is a document that is quoted as itself.
bool Resolver::is_work(std::uint32_t phrase, MentionKind kind) const {
  return kind == MentionKind::document && is_work_noun(parsed_.token(parsed_.phrase(phrase).last - 1).key);
}

// "The e-mail by Ana Tamm", "a letter from Ana Tamm": the message is hers, whoever else the article names.
bool Resolver::is_message_by_name(std::uint32_t phrase) const {
  if (mention_kind(parsed_, phrase) != MentionKind::document) return false;
  auto const link = before_issuer(phrase);
  if (link == no_phrase || parsed_.first_token(link).key == key_of("of")) return false;
  auto const [first, last] = people_.uses_in(link + 1, link + 2);
  if (first == last || (last - 1)->last != parsed_.phrase(link + 1).last) return false;
  auto const& entity = people_.entities()[(last - 1)->entity];
  return entity.is_person || (entity.may_be_person && entity.words > 1);
}

// "Page 12", "page one": no name of anybody, but a place in a document.
bool Resolver::is_page(std::uint32_t phrase_index) const {
  static constexpr std::array numbers{key_of("one"), key_of("two"),   key_of("three"), key_of("four"), key_of("five"),
                                      key_of("six"), key_of("seven"), key_of("eight"), key_of("nine"), key_of("ten")};
  auto const& phrase = parsed_.phrase(phrase_index);
  if (!phrase.is(PhraseKind::nominal) || phrase.last < 2) return false;
  auto const& number = parsed_.token(phrase.last - 1);
  auto const noun = parsed_.token(phrase.last - 2).key;
  return (noun == key_of("page") || noun == key_of("pages")) &&
         (number.is(TokenKind::number) || std::ranges::find(numbers, number.key) != numbers.end());
}

// Whose words a page has: those of the document behind it, "page 12 of the report", else of the one before.
Resolution Resolver::of_page(std::uint32_t phrase) {
  auto const whole = phrase + 2;
  if (whole < parsed_.phrases.size() && parsed_.first_token(phrase + 1).has(WordClass::of) &&
      is_work(whole, mention_kind(parsed_, whole)))
    return issuer_of_work(whole);
  auto const& number = parsed_.phrase(phrase);
  bool const parted = number.last - number.first == 1;  // "page | one"
  auto before = work_before(phrase - (parted ? 1U : 0U), parsed_.sentence_of(phrase));
  return before ? *std::move(before) : nobody("a page of a document that is not named");
}

// "The Annual Report 2031": a title that ends in the kind of document and a number.
bool Resolver::is_titled_work(std::uint32_t phrase_index) const {
  auto const& phrase = parsed_.phrase(phrase_index);
  if (!phrase.is(PhraseKind::nominal) || phrase.last - phrase.first < 3) return false;
  auto const& kind = parsed_.token(phrase.last - 2);
  return parsed_.token(phrase.last - 1).is(TokenKind::number) && kind.capital && is_work_noun(kind.key);
}

// The words as the article prints them, but for the capital of an article that starts a sentence.
std::string Resolver::as_named(Span span) const {
  auto name = text(span);
  for (std::string_view const article : {"The ", "A ", "An ", "This ", "That "}) {
    if (name.starts_with(article)) name.front() = static_cast<char>(name.front() + ('a' - 'A'));
  }
  return name;
}

// The document as printed, with its issuer where that stands behind it.
std::string Resolver::printed_document(std::uint32_t phrase) const {
  auto const link = before_issuer(phrase);
  bool const named = is_work_noun(parsed_.token(parsed_.phrase(phrase).last - 1).key) || is_message_by_name(phrase);
  if (!named || link == no_phrase) return text(words(phrase, phrase + 1));
  return text(words(phrase, link + 2));
}

// The document that "it" or "they" stands for: the subject of its own sentence or of the one before, or what the last
// quotation was from. "They" are several, or "terms".
std::optional<Resolution> Resolver::work_before(std::uint32_t pronoun, std::uint32_t sentence) {
  bool const several = mention_kind(parsed_, pronoun) == MentionKind::they;
  for (auto const at : {sentence, sentence - 1}) {
    if (at >= parsed_.sentences.size()) continue;
    auto const subject = parsed_.first_subject(at);
    bool const nominal =
        subject < std::min(parsed_.sentences[at].last, pronoun) && parsed_.phrase(subject).is(PhraseKind::nominal);
    bool const fits = nominal && (!several || is_plural_noun(parsed_.token(parsed_.phrase(subject).last - 1).key));
    if (fits && is_work(subject, mention_kind(parsed_, subject)) && !is_named_body(subject))
      return issuer_of_work(subject);
    if (nominal) return std::nullopt;
    if (at == sentence && !several && !last_work_.via.empty() && sentence - last_work_sentence_ <= 1) return last_work_;
  }
  return std::nullopt;
}

}  // namespace quoth::grammar
