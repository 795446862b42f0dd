// SPDX-License-Identifier: MIT
#pragma once

#include <memory>
#include <string>
#include <string_view>

#include "text/names/person_name.hpp"

namespace quoth::match {

// Whether a label names a person: "Q" and "REPORTER" only ask questions, "SENIOR OFFICIAL" says what somebody is but
// not who, "Speaker 2" can be anybody.
enum class Anonymity { named, asks, role, unknown };

Anonymity anonymity_of(std::string_view label);

// A name or role as printed, parsed for comparison.
struct KnownName {
  explicit KnownName(std::string_view name);

  text::NameKeys keys;
  std::string bare;    // normalised: "The President" and "THE PRESIDENT" are "president"
  std::string office;  // "vice president" of "Vice President Harris"
  std::string given;   // the first given name
  std::string surname;
  bool is_role = false;  // a role rather than a person: "the president", "MODERATOR", "a spokesman"
  Anonymity anonymity = Anonymity::named;
  // Of a role that other roles exclude, such as "caller" beside "agent": the group of those that may be one person,
  // 1-based; 0 for others.
  std::size_t role_group = 0;
};

// The parsed form of a name, from a cache: the same few names are compared repeatedly. Each thread has its own cache of
// at most 4,096 names of up to 200 bytes.
std::shared_ptr<KnownName const> known_name(std::string_view name);

}  // namespace quoth::match
