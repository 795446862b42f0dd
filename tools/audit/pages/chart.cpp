// SPDX-License-Identifier: MIT
#include "tools/audit/pages/chart.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "quoth/verdict.hpp"
#include "tools/audit/pages/page_links.hpp"
#include "tools/reports/finding_text.hpp"
#include "tools/reports/html/html_text.hpp"

namespace quoth::tools {

namespace {

constexpr double width = 960;  // of a chart, in units of the SVG

constexpr auto unchecked = static_cast<std::size_t>(Verdict::unchecked);

std::string_view name_of(std::size_t verdict) { return to_string(static_cast<Verdict>(verdict)); }

std::uint64_t checked(db::VerdictCounts const& counts) {
  std::uint64_t sum = 0;
  for (auto const count : counts) sum += count;
  return sum - counts.at(unchecked);
}

// The part of a page that has the findings of a verdict.
std::string to_part(std::string const& link, std::size_t verdict) {
  return link.empty() ? link : link + "#" + std::string(name_of(verdict));
}

double mean(double sum, std::uint64_t count) { return sum / static_cast<double>(count); }

std::string rectangle(double x, double y, double w, double h, std::string_view style, std::string const& tip) {
  return fmt::format(
      "<rect x=\"{:.1f}\" y=\"{:.1f}\" width=\"{:.1f}\" height=\"{:.1f}\" class=\"{}\"><title>{}</title></rect>\n", x,
      y, w, h, style, text_html(tip));
}

std::string label(double x, double y, std::string_view anchor, std::string const& text) {
  return fmt::format("<text x=\"{:.1f}\" y=\"{:.1f}\" text-anchor=\"{}\">{}</text>\n", x, y, anchor, text_html(text));
}

std::string picture(double height, std::string const& what, std::string const& content) {
  return fmt::format("<svg viewBox=\"0 0 {:.0f} {:.0f}\" role=\"group\" aria-label=\"{}\">\n{}</svg>\n", width, height,
                     text_html(what), content);
}

// The step of an axis: the least of 1, 2 or 5 times a power of ten with which `steps` of them reach `most`.
std::uint64_t step_to(std::uint64_t most, std::uint64_t steps) {
  for (std::uint64_t power = 1;; power *= 10) {
    for (auto const factor : {1U, 2U, 5U}) {
      if (factor * power * steps >= most) return factor * power;
    }
  }
}

// The area inside the axes, in units of the SVG.
struct Area {
  double left = 56;
  double top = 12;
  double height = 200;

  double wide() const { return width - left; }
  double bottom() const { return top + height; }
};

// Horizontal grid lines with their numbers; sets `reach` to the number at the top.
std::string grid(Area const& area, std::uint64_t most, double& reach) {
  auto const step = step_to(std::max<std::uint64_t>(most, 1), 4);
  auto const lines = (std::max<std::uint64_t>(most, 1) + step - 1) / step;
  reach = static_cast<double>(lines * step);
  std::string out;
  for (std::uint64_t i = 0; i <= lines; ++i) {
    auto const y = area.bottom() - area.height * static_cast<double>(i) / static_cast<double>(lines);
    out += fmt::format("<line x1=\"{:.1f}\" x2=\"{:.1f}\" y1=\"{:.1f}\" y2=\"{:.1f}\"/>\n", area.left, width, y, y);
    out += label(area.left - 8, y + 4, "end", std::to_string(i * step));
  }
  return out;
}

std::string cut(std::string const& name, std::size_t most) {
  std::size_t at = 0;
  std::size_t count = 0;
  while (at < name.size() && count < most) {
    do ++at;
    while (at < name.size() && (static_cast<unsigned char>(name[at]) & 0xC0U) == 0x80U);
    ++count;
  }
  return at == name.size() ? name : name.substr(0, at) + "…";
}

}  // namespace

std::string column_chart(std::vector<db::NamedCounts> const& named, std::vector<std::string> const& links) {
  Area const area;
  std::uint64_t most = 0;
  for (auto const& one : named) most = std::max(most, checked(one.counts));
  double reach = 1;
  auto out = grid(area, most, reach);
  auto const pitch = area.wide() / static_cast<double>(std::max<std::size_t>(named.size(), 1));
  auto const thick = std::min(pitch * 0.8, 48.0);
  constexpr double label_width = 64;
  auto const every = static_cast<std::size_t>(std::ceil(label_width / pitch));
  for (std::size_t i = 0; i < named.size(); ++i) {
    auto const middle = area.left + pitch * (static_cast<double>(i) + 0.5);
    auto y = area.bottom();
    for (std::size_t v = 0; v < named[i].counts.size(); ++v) {
      auto const count = named[i].counts.at(v);
      if (count == 0 || v == unchecked) continue;
      auto const h = area.height * static_cast<double>(count) / reach;
      y -= h;
      out += link_html(to_part(links.at(i), v),
                       rectangle(middle - thick / 2, y, thick, h, name_of(v),
                                 fmt::format("{}: {} {}", named[i].name, count, in_words(name_of(v)))));
    }
    if (i % every == 0) out += link_html(links.at(i), label(middle, area.bottom() + 18, "middle", named[i].name));
  }
  return picture(area.bottom() + 26, "Verdicts over time", out);
}

std::string share_chart(std::vector<db::NamedCounts> const& named, std::vector<std::string> const& links) {
  constexpr double names_width = 220;
  constexpr double counts_width = 190;
  constexpr double pitch = 26;
  constexpr double thick = 18;
  constexpr std::size_t most_letters = 30;  // of a name
  auto const length = width - names_width - counts_width;
  std::string out;
  for (std::size_t i = 0; i < named.size(); ++i) {
    auto const& counts = named[i].counts;
    auto const y = pitch * static_cast<double>(i) + 4;
    auto const all = checked(counts);
    out += link_html(links.at(i), label(names_width - 10, y + thick - 4, "end", cut(named[i].name, most_letters)));
    out += rectangle(names_width, y, length, thick, "empty", named[i].name + ": none could be checked");
    double x = names_width;
    for (std::size_t v = 0; v < counts.size(); ++v) {
      if (counts.at(v) == 0 || v == unchecked) continue;
      auto const w = length * static_cast<double>(counts.at(v)) / static_cast<double>(all);
      out += link_html(to_part(links.at(i), v),
                       rectangle(x, y, w, thick, name_of(v),
                                 fmt::format("{}: {} {}", named[i].name, counts.at(v), in_words(name_of(v)))));
      x += w;
    }
    out += label(
        names_width + length + 10, y + thick - 4, "start",
        fmt::format("{}{} of {} checked", all == 0 ? "" : fmt::format("{:.2f}, ", mean(named[i].fidelity_sum, all)),
                    all, all + counts.at(unchecked)));
  }
  return picture(pitch * static_cast<double>(named.size()) + 8, "Verdicts by name", out);
}

std::string fidelity_chart(std::array<std::uint64_t, 20> const& steps, std::vector<std::string> const& links) {
  Area const area;
  double reach = 1;
  auto out = grid(area, *std::ranges::max_element(steps), reach);
  auto const pitch = area.wide() / static_cast<double>(steps.size());
  for (std::size_t i = 0; i < steps.size(); ++i) {
    auto const low = static_cast<double>(i) / static_cast<double>(steps.size());
    auto const x = area.left + pitch * static_cast<double>(i);
    auto const h = area.height * static_cast<double>(steps.at(i)) / reach;
    out += link_html(links.at(i), rectangle(x + 2, area.bottom() - h, pitch - 4, h, "fidelity",
                                            fmt::format("{:.2f} and more: {}", low, steps.at(i))));
    if (i % 4 == 0) out += label(x, area.bottom() + 18, "middle", fmt::format("{:.1f}", low));
  }
  out += label(width, area.bottom() + 18, "end", "1.0");
  return picture(area.bottom() + 26, "Fidelity", out);
}

std::string verdict_bar(db::VerdictCounts const& counts, std::vector<std::string> const& links) {
  auto const all = checked(counts) + counts.at(unchecked);
  constexpr double thick = 28;
  std::string out;
  std::string legend = "<ul class=\"legend\">\n";
  double x = 0;
  for (std::size_t v = 0; v < counts.size(); ++v) {
    auto const count = counts.at(v);
    auto const w = all == 0 ? 0 : width * static_cast<double>(count) / static_cast<double>(all);
    auto const words = fmt::format("{} {}", count, in_words(name_of(v)));
    if (count > 0) out += link_html(links.at(v), rectangle(x, 0, w, thick, name_of(v), words));
    x += w;
    legend += fmt::format("<li><i class=\"{}\"></i>{}</li>\n", name_of(v), link_html(links.at(v), words));
  }
  return picture(thick, "All verdicts", out) + legend + "</ul>\n";
}

}  // namespace quoth::tools
