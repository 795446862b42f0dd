// SPDX-License-Identifier: MIT
#include "tools/reports/html/html_verdict.hpp"

#include <fmt/format.h>

#include <string_view>

namespace quoth::tools {

namespace {

// Characters that every system's fonts have.
std::string_view sign_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::verbatim:
      return "✓";
    case Verdict::permitted:
      return "≈";
    case Verdict::unconfirmed:
      return "?";
    case Verdict::altered:
      return "±";
    case Verdict::spliced:
      return "+";
    case Verdict::truncated:
      return "…";
    case Verdict::distorted:
      return "≠";
    case Verdict::not_found:
      return "×";
    case Verdict::misattributed:
      return "↔";
    case Verdict::unchecked:
      break;
  }
  return "–";
}

}  // namespace

std::string sign_html(Verdict verdict) {
  return fmt::format("<span class=\"sign\" aria-hidden=\"true\">{}</span>", sign_of(verdict));
}

}  // namespace quoth::tools
