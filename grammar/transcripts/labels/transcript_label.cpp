// SPDX-License-Identifier: MIT
#include "grammar/transcripts/labels/transcript_label.hpp"

#include "grammar/transcripts/lines/clock.hpp"
#include "grammar/transcripts/lines/clock_parsers.hpp"
#include "grammar/transcripts/lines/line_parsing.hpp"
#include "text/unicode/letter_case.hpp"
#include "text/unicode/unicode.hpp"
#include "text/words/lines.hpp"
#include "text/words/words.hpp"

namespace quoth::transcripts {

namespace {

using namespace clock_parsers;
using namespace line_parsing;

// "McDONALD" and "DeSANTIS" have lower-case letters in a word in capitals.
auto const name_prefix = unicode::string(U"Mac") | unicode::string(U"Mc") | unicode::string(U"De") |
                         unicode::string(U"Di") | unicode::string(U"La") | unicode::string(U"Le") |
                         unicode::string(U"Van") | unicode::string(U"Fitz");
auto const name_mark = unicode::char_(U".'’‑&#/_-");
auto const capitals_word = -(name_prefix >> &unicode::upper) >> (unicode::upper | unicode::char_(U'#')) >>
                           *(unicode::upper | unicode::digit | name_mark | unicode::string(U"c") >> &unicode::upper) >>
                           !unicode::alpha;
auto const particle =
    (unicode::string(U"van") | unicode::string(U"von") | unicode::string(U"der") | unicode::string(U"den") |
     unicode::string(U"de") | unicode::string(U"la") | unicode::string(U"del") | unicode::string(U"bin") |
     unicode::string(U"of") | unicode::string(U"the") | unicode::string(U"and") | unicode::string(U"for")) >>
    &blank;
auto const name_word = unicode::upper >> *(unicode::alpha | unicode::digit | name_mark | unicode::char_(U'.'));

// Remarks after a name: "(via translator)", "(D-Iowa)", "(Hon. Ana Reed (Lower Lock, Ind.))", "[V]".
auto const inside_remark = unicode::char_ - unicode::char_(U"()\n");
auto const inner_remark = unicode::char_(U'(') >> *inside_remark >> unicode::char_(U')');
auto const round_remark = unicode::char_(U'(') >> *(inside_remark | inner_remark) >> unicode::char_(U')');
auto const square_remark = unicode::char_(U'[') >> *(unicode::char_ - unicode::char_(U"[]\n")) >> unicode::char_(U']');
auto const remark = *blank >> (round_remark | square_remark);
auto const end_of_line = *blank >> -unicode::char_(U'\r') >> x3::eoi;
// Labels of official records: a form of address, the name in capitals and a full stop, "Ms. REED of Lower Lock. I
// rise", "VICE CHAIR REED. Thank you".
auto const address = unicode::string(U"Mrs") | unicode::string(U"Mr") | unicode::string(U"Miss") |
                     unicode::string(U"Ms") | unicode::string(U"Dr") | unicode::string(U"The");
auto const capitals_address = unicode::string(U"MRS") | unicode::string(U"MR") | unicode::string(U"MISS") |
                              unicode::string(U"MS") | unicode::string(U"DR") | unicode::string(U"VICE CHAIRMAN") |
                              unicode::string(U"VICE CHAIR") | unicode::string(U"CHAIRWOMAN") |
                              unicode::string(U"CHAIRMAN") | unicode::string(U"CHAIR") | unicode::string(U"SENATOR") |
                              unicode::string(U"REPRESENTATIVE") | unicode::string(U"GOVERNOR") |
                              unicode::string(U"PRESIDENT") | unicode::string(U"THE");
auto const record_word = unicode::upper >> unicode::upper >> *(unicode::upper | unicode::char_(U"'’-")) >>
                         !unicode::alpha;
auto const comma = unicode::char_(U',');
// The colon of a time or a web address ends no label.
auto const colon = *blank >>
                   ((unicode::char_(U':') >> !(unicode::char_(U'/') | unicode::digit)) | unicode::char_(U'：'));

// Words of a label are one or two blanks apart; those of a table's columns are further apart.
auto const gap = x3::repeat(1, 2)[blank];
auto const number_in_name = digits >> !unicode::alpha >> !(unicode::char_(U':') >> unicode::digit);
auto const capitals_label = capitals_word >> *((-comma >> gap >> capitals_word) | (gap >> number_in_name));
// Roles by which interviews name their speakers, in lower case too.
auto const role = (unicode::string(U"interviewer") | unicode::string(U"interviewee") | unicode::string(U"respondent") |
                   unicode::string(U"moderator") | unicode::string(U"speaker") | unicode::string(U"participant") |
                   unicode::string(U"host") | unicode::string(U"guest")) >>
                  !unicode::alpha;
auto const name_label =
    (name_word >> *(-comma >> gap >> (particle | name_word | number_in_name))) | (role >> -(gap >> number_in_name));
auto const capitalized = unicode::upper >> +unicode::lower;
auto const place = unicode::string(U"of") >> +(+blank >> capitalized) >>
                   -(+blank >> (unicode::string(U"and") | unicode::string(U"the")) >> +(+blank >> capitalized));
auto const record_label = (capitals_address | address) >> -unicode::char_(U'.') >>
                          +(+blank >> -(name_prefix >> &unicode::upper) >> record_word) >>
                          -(+blank >> unicode::string(U"pro tempore")) >> -(+blank >> place);
auto const question_or_answer = unicode::char_(U"QA") >> !unicode::alpha;

// What surrounds labels and times.
auto const blanks = *blank;
auto const dash = unicode::char_(U"-–—|,•·");
auto const open_bracket = unicode::char_(U'[');
auto const close_bracket = unicode::char_(U']');
auto const open_round = unicode::char_(U'(');
auto const close_round = unicode::char_(U')');
// What may come before a label: ">>", a list mark, or the full stop left over from a broken line.
auto const list_mark = unicode::char_(U"-.•*–—") >> +blank;
auto const changed_speaker = blanks >> -((unicode::string(U">>") >> *unicode::char_(U'>') >> blanks) | list_mark);
auto const office = comma >> gap >> capitals_label;
auto const question_end = colon | (unicode::char_(U'.') >> &blank);
auto const two_blanks = blank >> +blank;
auto const blank_before_sentence = blank >> !unicode::lower;
auto const record_end = unicode::char_(U'.') >> +blank;
auto const name_alone = name_label | capitals_label;
auto const name_separator = blanks >> -dash >> blanks;
auto const time_separator = -dash >> blanks;
auto const timed_end = -colon >> end_of_line;
auto const clock_in_brackets = blanks >> unicode::char_(U"[(") >> blanks >> clock >> blanks >> unicode::char_(U"])");
// Chat of a meeting: "17:00:12 From Ana Reed to Everyone: …".
auto const chat_from = unicode::string(U"From") >> +blank;
auto const to_everyone = +blank >> (unicode::string(U"to") | unicode::string(U"To")) >> +blank >>
                         (unicode::string(U"Everyone") | unicode::string(U"everyone"));
// A name with descriptions: "Ana Reed -- Lower Lock Ferries -- Chief Executive".
auto const description_dash = +blank >> (unicode::string(U"--") | unicode::char_(U"-–—")) >> +blank;
auto const description = unicode::upper >> *(unicode::char_ - unicode::char_(U"\n:"));

auto const dash_before_sentence = description_dash >> !(blank | unicode::lower);
// A play: "REED. We close.", "REED (rising). We close.", "REED. (Rising.) We close."
auto const play_label = record_word >> *(gap >> record_word);
auto const play_end = -(+blank >> round_remark) >> unicode::char_(U'.') >> +blank >> -(round_remark >> +blank) >>
                      !(blank | unicode::lower);
// A role in small letters before the name: "La maire Claire Rohan", "El alcalde, Iker Sanz".
auto const article = ((unicode::string(U"La") | unicode::string(U"Le") | unicode::string(U"El") |
                       unicode::string(U"Il") | unicode::string(U"De") | unicode::string(U"Het") |
                       unicode::string(U"The") | unicode::string(U"A") | unicode::string(U"O")) >>
                      +blank) |
                     (unicode::char_(U'L') >> unicode::char_(U"'’"));
auto const preposition =
    (unicode::string(U"of") | unicode::string(U"de") | unicode::string(U"du") | unicode::string(U"des") |
     unicode::string(U"del") | unicode::string(U"di") | unicode::string(U"da") | unicode::string(U"do") |
     unicode::string(U"in") | unicode::string(U"en") | unicode::string(U"van") | unicode::string(U"to") |
     unicode::string(U"by")) >>
    blank;
auto const role_word = !preposition >> unicode::lower >> +(unicode::lower | unicode::char_(U'-'));
auto const role_before_name = article >> role_word >> -(gap >> role_word) >> -comma >> gap >> &unicode::upper;

// In code points; what is longer is a sentence.
constexpr std::size_t longest_label = 60;
constexpr std::size_t longest_description = 100;

std::u32string_view without_spaces(std::u32string_view text) { return text::trimmed(text, U" \t\u00A0\u202F"); }

// Whether the letter of "Q", "Q.", "Q:" or "A  Yes" is a label: only before a colon, a full stop, two blanks or a
// sentence.
bool ends_question_label(Iterator& at, Iterator last) {
  if (skip(at, last, question_end)) return true;
  auto look = at;
  return skip(look, last, two_blanks) || skip(look, last, blank_before_sentence) || look == last;
}

std::optional<double> time_at(Iterator& at, Iterator last) {
  auto const found = matched(at, last, bracketed_clock);
  if (!found) return std::nullopt;
  return clock_time(view(*found));
}

// Skips what may come between a name and its colon, "(D-Lower Lock) [V] (0:12)", and notes it in the label.
void skip_remarks(Iterator& at, Iterator last, SpeakerLabel& label) {
  auto const start = at;
  auto described = at;
  for (;;) {
    if (auto const time = matched(at, last, clock_in_brackets)) {
      label.time = clock_time(without_spaces(view(*time)));
    } else if (skip(at, last, remark)) {
      described = at;
    } else if (skip(at, last, to_everyone)) {
      continue;
    } else {
      break;
    }
  }
  label.description = without_spaces({start, described});
}

// Reads the rest of a label after its name, with the colon.
bool ends_label(Iterator& at, Iterator last, SpeakerLabel& label) {
  auto const start = at;
  skip_remarks(at, last, label);
  if (label.style == LabelStyle::capitals && !label.description.empty() && skip(at, last, office)) {
    label.description = without_spaces({start, at});
    SpeakerLabel further;
    skip_remarks(at, last, further);
  }
  return skip(at, last, colon);
}

template <typename Rule>
std::optional<SpeakerLabel> label_before_colon(Iterator& at, Iterator last, LabelStyle style, Rule const& rule) {
  auto const start = at;
  bool const square = skip(at, last, open_bracket);
  bool const round = !square && skip(at, last, open_round);
  auto const name = matched(at, last, rule);
  bool const closed = (!square || skip(at, last, close_bracket)) && (!round || skip(at, last, close_round));
  // "(UNKNOWN):" is a speaker, "(LAUGHTER):" a stage direction.
  bool const direction =
      round && name &&
      !text::stage_directions("(" + text::in_ordinary_capitals(text::to_utf8(view(*name))) + ")").empty();
  if (name && closed && !direction) {
    SpeakerLabel label{style, view(*name), {}, 0, {}};
    if (ends_label(at, last, label)) return label;
  }
  at = start;
  return std::nullopt;
}

std::optional<SpeakerLabel> label_with_role(Iterator& at, Iterator last) {
  auto const start = at;
  if (auto const before = matched(at, last, role_before_name)) {
    auto const name = matched(at, last, name_label);
    SpeakerLabel label{LabelStyle::name, name ? view(*name) : std::u32string_view(), {}, 0, {}};
    if (name && ends_label(at, last, label)) {
      if (label.description.empty()) label.description = text::trimmed(view(*before), U" ,\t\u00A0\u202F");
      return label;
    }
  }
  at = start;
  return std::nullopt;
}

template <typename Name, typename End>
std::optional<SpeakerLabel> label_before(Iterator& at, Iterator last, LabelStyle style, Name const& rule,
                                         End const& end) {
  auto const start = at;
  auto const name = matched(at, last, rule);
  if (name && skip(at, last, end)) return SpeakerLabel{style, view(*name), {}, 0, {}};
  at = start;
  return std::nullopt;
}

std::optional<SpeakerLabel> record_label_at(Iterator& at, Iterator last) {
  auto const start = at;
  if (auto const name = matched(at, last, record_label)) {
    auto const behind = matched(at, last, remark);
    if (skip(at, last, record_end)) {
      return SpeakerLabel{
          LabelStyle::record, view(*name), behind ? without_spaces(view(*behind)) : std::u32string_view(), 0, {}};
    }
  }
  at = start;
  return std::nullopt;
}

std::optional<SpeakerLabel> question_label_at(Iterator& at, Iterator last) {
  auto const start = at;
  auto const letter = matched(at, last, question_or_answer);
  if (letter && ends_question_label(at, last)) {
    SpeakerLabel label{LabelStyle::question_answer, view(*letter), {}, 0, {}};
    // "Q. (By Ms. Reed) Where were you?"
    auto look = at;
    auto const by = matched(look, last, remark);
    if (by && (without_spaces(view(*by)).starts_with(U"(BY ") || without_spaces(view(*by)).starts_with(U"(By "))) {
      label.description = without_spaces(view(*by));
      at = look;
    }
    return label;
  }
  at = start;
  return std::nullopt;
}

std::optional<SpeakerLabel> label_with_mark(Iterator& at, Iterator last) {
  if (auto label = question_label_at(at, last)) return label;
  if (auto label = label_before_colon(at, last, LabelStyle::capitals, capitals_label)) return label;
  if (auto label = label_before_colon(at, last, LabelStyle::name, name_label)) return label;
  if (auto label = label_with_role(at, last)) return label;
  return record_label_at(at, last);
}

bool ends_sentence(std::u32string_view text) {
  return text.ends_with(U'.') || text.ends_with(U'?') || text.ends_with(U'!');
}

// A label alone on its line: "Ana Reed", "Ana Reed  0:12", "[Ana Reed] 10:02:33", "Ana Reed (0:12):", "Ana Reed --
// Lower Lock Ferries".
std::optional<SpeakerLabel> label_alone(Iterator& at, Iterator last) {
  auto const start = at;
  skip(at, last, open_bracket);
  auto const name = matched(at, last, name_alone);
  skip(at, last, close_bracket);
  if (name) {
    SpeakerLabel label{LabelStyle::own_line, view(*name), {}, 0, {}};
    if (skip(at, last, end_of_line)) return label;
    auto const behind_name = at;
    skip_remarks(at, last, label);
    if (!label.description.empty() && !label.time && skip(at, last, end_of_line)) return label;
    skip(at, last, name_separator);
    if (auto const time = time_at(at, last)) label.time = time;
    if (label.time && skip(at, last, timed_end)) {
      label.style = LabelStyle::own_line_timed;
      return label;
    }
    at = behind_name;
    if (skip(at, last, description_dash)) {
      auto const described = matched(at, last, description);
      if (described && described->size() <= static_cast<std::ptrdiff_t>(longest_description) && at == last &&
          !ends_sentence(without_spaces(view(*described)))) {
        label.description = without_spaces(view(*described));
        label.time.reset();
        return label;
      }
    }
  }
  at = start;
  return std::nullopt;
}

}  // namespace

std::optional<SpeakerLabel> speaker_label(std::u32string_view line) {
  auto const* at = line.data();
  auto const* const last = line.data() + line.size();
  skip(at, last, changed_speaker);
  auto time = time_at(at, last);
  skip(at, last, blanks);
  if (time) skip(at, last, time_separator);
  if (time) skip(at, last, chat_from);
  auto label = label_with_mark(at, last);
  if (!label) label = label_alone(at, last);
  if (!label) label = label_before(at, last, LabelStyle::before_dash, name_alone, dash_before_sentence);
  if (!label) label = label_before(at, last, LabelStyle::before_stop, play_label, play_end);
  if (!label || label->name.size() > longest_label) return std::nullopt;
  if (label->time) time = label->time;
  if (time && label->style == LabelStyle::own_line) label->style = LabelStyle::own_line_timed;
  skip(at, last, blanks);
  if (auto const after = time_at(at, last)) time = after;
  skip(at, last, blanks);
  label->time = time;
  label->speech = static_cast<std::size_t>(at - line.data());
  return label;
}

}  // namespace quoth::transcripts
