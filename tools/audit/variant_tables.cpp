// SPDX-License-Identifier: MIT
#include "tools/audit/variant_tables.hpp"

#include <array>
#include <vector>

#include "quoth/error.hpp"
#include "text/json/json_writer.hpp"

namespace quoth::tools {

namespace {

using text::JsonWriter;

// The first printing of an alteration.
struct First {
  std::string date;
  std::string outlet;
  std::string article;
};

std::vector<First> firsts_of(db::PassageVariants const& variants, db::AuditFindings& findings) {
  std::vector<First> firsts;
  firsts.reserve(variants.alterations.size());
  for (auto const& one : variants.alterations) {
    auto const finding = findings.read(variants.printings[one.printings.front()].quotation);
    firsts.push_back({finding.date, finding.outlet, finding.id});
  }
  return firsts;
}

// Of a printing that has the alteration: whether it was the first to have it, in order from best known to least.
enum class Rank : std::uint8_t { first, same_day, later, undated };

std::string_view name_of(Rank rank) {
  constexpr std::array<std::string_view, 4> names{"first", "same day", "later", "undated"};
  return names.at(static_cast<std::size_t>(rank));
}

Rank rank_of(db::PassageVariants const& variants, db::Alteration const& alteration, db::Printing const& printing) {
  auto const first_day = alteration.on_first_day(variants.printings);
  if (printing.date.empty() || first_day == 0) return Rank::undated;
  if (printing.date != variants.printings[alteration.printings.front()].date) return Rank::later;
  return first_day == 1 ? Rank::first : Rank::same_day;
}

// What a row of the table tells of the alterations of a printing.
struct Altered {
  std::string words;
  std::string_view rank;  // of the alteration that is best known
  First first;            // of the same
};

Altered altered_by(db::Printing const& printing, db::PassageVariants const& variants,
                   std::vector<First> const& firsts) {
  Altered altered;
  auto best = Rank::undated;
  for (auto const one : printing.alterations) {
    auto const& alteration = variants.alterations[one];
    altered.words += (altered.words.empty() ? "" : "; ") + db::edit_in_words(alteration.printed, alteration.said);
    auto const rank = rank_of(variants, alteration, printing);
    if (!altered.rank.empty() && rank >= best) continue;
    best = rank;
    altered.rank = name_of(rank);
    altered.first = firsts[one];
  }
  return altered;
}

void write_first(JsonWriter& json, char const* name, db::PassageVariants const& variants,
                 db::Alteration const& alteration, bool (*belongs)(Rank)) {
  json.key(name).begin_array();
  for (auto const one : alteration.printings) {
    if (belongs(rank_of(variants, alteration, variants.printings[one]))) json.value(one + 1);
  }
  json.end_array();
}

std::string json_of(db::PassageVariants const& variants, db::Alteration const& alteration) {
  JsonWriter json;
  json.begin_object().field("class", alteration.edit_class);
  json.field_or_null("printed", alteration.printed).field_or_null("said", alteration.said);
  write_first(json, "first", variants, alteration,
              [](Rank rank) { return rank == Rank::first || rank == Rank::same_day; });
  write_first(json, "later", variants, alteration, [](Rank rank) { return rank == Rank::later; });
  write_first(json, "undated", variants, alteration, [](Rank rank) { return rank == Rank::undated; });
  return json.end_object().text();
}

std::string json_of(db::Printing const& printing, db::ShownFinding const& finding) {
  JsonWriter json;
  json.begin_object().field("id", finding.id).field("file", finding.file).field("number", finding.article);
  json.field("line", finding.line).field_or_null("date", finding.date).field_or_null("outlet", finding.outlet);
  json.field_or_null("author", finding.author).field("verdict", finding.verdict).field("printed", finding.text);
  json.key("alterations").begin_array();
  for (auto const one : printing.alterations) json.value(one + 1);
  return json.end_array().end_object().text();
}

std::string head_of(std::int64_t number, db::ShownFinding const& longest) {
  JsonWriter json;
  json.begin_object().field("passage", number).field("source", longest.source);
  json.field_or_null("title", longest.source_title).field_or_null("said_by", longest.said_by);
  json.field_or_null("said_on", longest.said_on).field("utterance", longest.utterance);
  json.field_or_null("url", longest.url).field("said", longest.passage).end_object();
  auto text = json.text();
  text.pop_back();
  return text;
}

}  // namespace

VariantTables::VariantTables(std::filesystem::path const& csv, std::filesystem::path const& lines, CsvStyle style)
    : name_(lines),
      csv_(csv,
           {"passage",       "printing", "date",    "outlet",  "author",  "article",     "file",     "article_number",
            "line",          "printed",  "said",    "verdict", "altered", "alterations", "first_on", "first_outlet",
            "first_article", "speaker",  "said_by", "said_on", "source",  "utterance",   "url"},
           style),
      lines_(lines, std::ios::binary) {}

void VariantTables::add(std::int64_t number, db::PassageVariants const& variants, db::AuditFindings& findings) {
  auto const firsts = firsts_of(variants, findings);
  lines_ << head_of(number, findings.read(variants.longest)) << ",\"printings\":[";
  for (std::size_t i = 0; i < variants.printings.size(); ++i) {
    auto const& printing = variants.printings[i];
    auto const finding = findings.read(printing.quotation);
    lines_ << (i == 0 ? "" : ",") << json_of(printing, finding);
    auto const altered = altered_by(printing, variants, firsts);
    csv_.row(number, static_cast<std::int64_t>(i + 1), finding.date, finding.outlet, finding.author, finding.id,
             finding.file, finding.article, finding.line, finding.text, finding.passage, finding.verdict, altered.rank,
             altered.words, altered.first.date, altered.first.outlet, altered.first.article, finding.speaker,
             finding.said_by, finding.said_on, finding.source, finding.utterance, finding.url);
  }
  lines_ << "],\"alterations\":[";
  for (std::size_t i = 0; i < variants.alterations.size(); ++i)
    lines_ << (i == 0 ? "" : ",") << json_of(variants, variants.alterations[i]);
  lines_ << "]}\n";
}

void VariantTables::close() {
  csv_.close();
  lines_.close();
  if (!lines_) throw Error(name_.string() + ": cannot be written; check the disk and run the same command again");
}

}  // namespace quoth::tools
