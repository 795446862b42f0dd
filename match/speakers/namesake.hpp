// SPDX-License-Identifier: MIT
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "match/speakers/known_name.hpp"
#include "quoth/document.hpp"
#include "quoth/quotation.hpp"

namespace quoth::match {

// Those whom an article has speak, by their surnames: an article with thousands of quotations is read in linear time.
// May be read by several threads.
class Namesakes {
 public:
  explicit Namesakes(std::vector<Quotation> const& quotations);

  // The other speakers of the article who share the surname by which this quotation's speaker is mentioned: Bert Quill
  // for a mention of "Quill", if both he and Ada Quill speak. Each once, in the order of the article; empty where the
  // mention has more than a surname.
  std::vector<std::string> of(Document const& document, Quotation const& quotation) const;

 private:
  struct Speaker {
    std::string name;
    std::shared_ptr<KnownName const> known;
  };

  std::vector<Speaker> speakers_;                                           // each once, in the order of the article
  std::unordered_map<std::string, std::vector<std::size_t>> with_surname_;  // by each form of it, rising
};

}  // namespace quoth::match
