// SPDX-License-Identifier: MIT
#include "match/findings/finding_cache.hpp"

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

std::size_t FindingSize::operator()(std::string const& key, QuotationResult const& checked) const {
  return key.size() + sizeof checked + size_of(checked.finding);
}

}  // namespace quoth::match
