// SPDX-License-Identifier: MIT
#include "match/check/finding_cache.hpp"

#include <utility>

namespace quoth::match {

namespace {

// The approximate size in memory, in bytes.
std::size_t size_of(Finding const& finding) {
  auto bytes = sizeof finding + finding.message.size();
  for (auto const& evidence : finding.evidence) {
    bytes += sizeof evidence;
    for (auto const* text : {&evidence.source, &evidence.title, &evidence.url, &evidence.speaker, &evidence.before,
                             &evidence.text, &evidence.after})
      bytes += text->size();
    for (auto const& edit : evidence.edits) bytes += sizeof edit + edit.quote.size() + edit.source.size();
  }
  return bytes;
}

}  // namespace

QuotationResult const* FindingCache::find(std::string const& key) {
  if (auto const known = newer_.find(key); known != newer_.end()) return &known->second;
  auto known = older_.extract(key);
  if (known.empty()) return nullptr;
  put(std::move(known.key()), std::move(known.mapped()));
  return &newer_.at(key);
}

void FindingCache::put(std::string key, QuotationResult checked) {
  newer_bytes_ += key.size() + sizeof checked + size_of(checked.finding);
  newer_.insert_or_assign(std::move(key), std::move(checked));
  if (newer_bytes_ <= most_bytes / 2) return;
  older_ = std::exchange(newer_, {});
  newer_bytes_ = 0;
}

void FindingCache::clear() {
  newer_.clear();
  older_.clear();
  newer_bytes_ = 0;
}

}  // namespace quoth::match
