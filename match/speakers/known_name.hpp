// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "text/names/person_name.hpp"

namespace quoth {

// Whether a label names somebody: "Q" and "REPORTER" ask, "Speaker 2" can be anybody.
enum class Anonymity { named, asks, unknown };

// A name or role as printed, with all that comparing it needs.
struct KnownName {
  explicit KnownName(std::string_view name);

  NameKeys keys;
  std::string bare;    // its words in one form: "The President" and "THE PRESIDENT" are "president"
  std::string office;  // the titles of "Vice President Harris"
  std::string given;   // the first given name
  std::string surname;
  bool is_role = false;  // a role rather than a person: "the president", "MODERATOR", "a spokesman"
  Anonymity anonymity = Anonymity::named;
};

// The same few names are compared over and over: each thread remembers those it met last, a bounded number.
std::shared_ptr<KnownName const> known_name(std::string_view name);

}  // namespace quoth
