// SPDX-License-Identifier: MIT
#include "source_writer.hpp"

#include "chunk.hpp"
#include "digest.hpp"

namespace quoth {

namespace {

constexpr char const* read_counter = "SELECT value FROM counter WHERE name = 'next_chunk'";
constexpr char const* write_counter = "UPDATE counter SET value = ? WHERE name = 'next_chunk'";
constexpr char const* insert_source =
    "INSERT INTO source (id, title, date, url, kind, path, sha256, ingested, digest, first_chunk, chunks, utterances, "
    "words, bytes) VALUES (?, ?, ?, ?, ?, ?, ?, strftime('%Y-%m-%dT%H:%M:%SZ', 'now'), ?, ?, ?, ?, ?, ?)";
constexpr char const* insert_label = "INSERT INTO label (source, label, speaker, utterances) VALUES (?, ?, ?, ?)";
constexpr char const* insert_passage =
    "INSERT INTO passage (number, label, utterance, first_word, start, stop, text) VALUES (?, ?, ?, ?, ?, ?, ?)";
constexpr char const* speakers_of_source =
    "SELECT DISTINCT speaker FROM label WHERE source = ? AND speaker IS NOT NULL";
constexpr char const* delete_source = "DELETE FROM source WHERE number = ?";

void add_time(Digest& digest, std::optional<double> time) { digest.add(time ? std::to_string(*time) : "-"); }

void add_shingles(Chunks const& chunks, std::int64_t first_chunk, std::vector<Posting>& out) {
  auto const& words = chunks.words;
  std::size_t chunk = 0;
  for (std::size_t i = 0; i < words.size(); ++i) {
    while (i >= chunks.chunk_ends[chunk]) ++chunk;
    auto number = static_cast<std::uint32_t>(first_chunk) + static_cast<std::uint32_t>(chunk);
    out.push_back({shingle(words[i].hash), number});
    if (i + 1 < words.size()) out.push_back({shingle(words[i].hash, words[i + 1].hash), number});
    if (i + 2 < words.size()) out.push_back({shingle(words[i].hash, words[i + 1].hash, words[i + 2].hash), number});
  }
}

std::size_t text_bytes(Source const& source) {
  std::size_t bytes = 0;
  for (auto const& utterance : source.utterances) bytes += utterance.text.size();
  return bytes;
}

}  // namespace

std::int64_t content_digest(Source const& source) {
  Digest digest;
  for (auto const* part : {&source.title, &source.date, &source.url}) digest.add(*part);
  digest.add(to_string(source.kind));
  for (auto const& [label, speaker] : source.speakers) {
    for (auto const* part : {&label, &speaker.name, &speaker.role}) digest.add(*part);
    for (auto const& alias : speaker.aliases) digest.add(alias);
    digest.add({});
  }
  for (auto const& utterance : source.utterances) {
    digest.add(utterance.speaker);
    add_time(digest, utterance.start);
    add_time(digest, utterance.end);
    digest.add(utterance.text);
  }
  return digest.value();
}

void SourceWriter::add(Source const& source, std::int64_t digest) {
  auto first_chunk = next_chunk();
  auto chunks = cut_into_chunks(source.utterances);
  auto chunk_count = static_cast<std::int64_t>(chunks.chunk_ends.size());
  Rows(connection_.prepared(insert_source), source.id, source.title, source.date, source.url, to_string(source.kind),
       source.path, source.sha256, digest, first_chunk, chunk_count,
       static_cast<std::int64_t>(source.utterances.size()), chunks.word_count,
       static_cast<std::int64_t>(text_bytes(source)))
      .run();
  auto labels = add_labels(source, connection_.database().getLastInsertRowid());
  for (auto const& piece : chunks.pieces) {
    auto const& utterance = source.utterances[piece.utterance];
    Rows(connection_.prepared(insert_passage), (first_chunk + piece.chunk) * pieces_per_chunk + piece.place,
         labels.at(utterance.speaker), piece.utterance, piece.first_word, utterance.start, utterance.end, piece.text)
        .run();
  }
  std::vector<Posting> postings;
  add_shingles(chunks, first_chunk, postings);
  index_.add(std::move(postings));
  Rows(connection_.prepared(write_counter), first_chunk + chunk_count).run();
}

std::int64_t SourceWriter::next_chunk() {
  Rows counter(connection_.prepared(read_counter));
  if (!counter.next()) throw Error(connection_.file().string() + ": is damaged (no counter); restore a copy");
  return counter.integer(0);
}

std::map<std::string, std::int64_t> SourceWriter::add_labels(Source const& source, std::int64_t number) {
  std::map<std::string, std::int64_t> utterances;
  for (auto const& utterance : source.utterances) ++utterances[utterance.speaker];
  std::map<std::string, std::int64_t> numbers;
  for (auto const& [label, count] : utterances) {
    auto known = source.speakers.find(label);
    std::optional<std::int64_t> speaker;
    if (known != source.speakers.end() && !known->second.name.empty())
      speaker = people_.add(known->second);
    else if (!label.empty())
      speaker = people_.add({label, {}, {}});
    Rows(connection_.prepared(insert_label), number, label, speaker, count).run();
    numbers[label] = connection_.database().getLastInsertRowid();
  }
  return numbers;
}

void SourceWriter::remove(StoredSource const& source) {
  std::vector<std::int64_t> speakers;
  for (Rows rows(connection_.prepared(speakers_of_source), source.record.number); rows.next();)
    speakers.push_back(rows.integer(0));
  index_.remove(source.first_chunk, source.first_chunk + source.chunks);
  Rows(connection_.prepared(delete_source), source.record.number).run();
  for (auto speaker : speakers) people_.drop_unnamed(speaker);
}

}  // namespace quoth
