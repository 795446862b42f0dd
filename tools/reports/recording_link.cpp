// SPDX-License-Identifier: MIT
#include "tools/reports/recording_link.hpp"

#include <algorithm>
#include <array>
#include <string_view>

#include "text/unicode/ascii.hpp"

namespace quoth::tools {

namespace {

// A site that is told the time in its own way.
struct Site {
  std::string_view host;
  std::string_view path;  // the beginning of its recordings' paths
  std::string_view name;  // of the query's parameter, or of the fragment's
  std::string_view unit;  // behind the number of seconds
  bool in_fragment = false;
};
constexpr std::array sites{
    Site{"youtube.com", "/embed/", "start", ""},
    Site{"youtube-nocookie.com", "/embed/", "start", ""},
    Site{"youtube.com", "/", "t", "s"},
    Site{"youtu.be", "/", "t", ""},
    Site{"open.spotify.com", "/episode/", "t", ""},
    Site{"vimeo.com", "/", "t", "s", true},
    Site{"player.vimeo.com", "/", "t", "s", true},
};
constexpr double longest = 1e7;  // seconds, some months
constexpr Site any_media{"", "/", "t", "", true};

// The parts of a URL (RFC 3986) that matter here; what is not there is empty.
struct Parts {
  std::string_view before_query;  // scheme, authority and path
  std::string_view query;         // without its question mark
  std::string_view fragment;      // without its number sign
  std::string host;               // in small letters, without "www." and "m."
  std::string_view path;
};

Parts parts_of(std::string_view url) {
  Parts parts;
  auto const hash = std::min(url.find('#'), url.size());
  if (hash < url.size()) parts.fragment = url.substr(hash + 1);
  auto const page = url.substr(0, hash);
  auto const mark = std::min(page.find('?'), page.size());
  if (mark < page.size()) parts.query = page.substr(mark + 1);
  parts.before_query = page.substr(0, mark);
  auto const authority = parts.before_query.substr(parts.before_query.find("//") + 2);
  auto const slash = std::min(authority.find('/'), authority.size());
  parts.path = slash < authority.size() ? authority.substr(slash) : std::string_view("/");
  parts.host = text::in_ascii_lower(authority.substr(0, slash));
  for (auto const* prefix : {"www.", "m.", "music."}) {
    if (parts.host.starts_with(prefix)) parts.host.erase(0, std::string_view(prefix).size());
  }
  return parts;
}

Site const& site_of(Parts const& parts) {
  auto const* const found = std::ranges::find_if(
      sites, [&](Site const& site) { return parts.host == site.host && parts.path.starts_with(site.path); });
  return found == sites.end() ? any_media : *found;
}

bool is_of(std::string_view parameter, std::string_view name) {
  return parameter.starts_with(name) && parameter.substr(name.size()).starts_with('=');
}

// The parameters without those of that name, and "name=value" behind them.
std::string with_parameter(std::string_view parameters, std::string_view name, std::string const& value) {
  std::string out;
  while (!parameters.empty()) {
    auto const end = std::min(parameters.find('&'), parameters.size());
    auto const one = parameters.substr(0, end);
    if (!is_of(one, name)) out.append(one) += '&';
    parameters.remove_prefix(std::min(end + 1, parameters.size()));
  }
  return out.append(name) + "=" + value;
}

bool is_media_file(std::string_view path) {
  static constexpr std::array endings{".mp3", ".m4a", ".ogg", ".wav", ".mp4", ".webm"};
  auto const lower = text::in_ascii_lower(path);
  return std::ranges::any_of(endings, [&](char const* ending) { return lower.ends_with(ending); });
}

// The scheme, host and port; empty where the host is no plain name, or somebody is named before it.
std::string origin_of(std::string_view url) {
  auto const host = url.find("//") + 2;
  auto const end = std::min(url.find_first_of("/?#", host), url.size());
  auto const name = url.substr(host, end - host);
  auto const is_plain = [](char c) { return text::is_ascii_alphanumeric(c) || c == '.' || c == '-' || c == ':'; };
  return name.empty() || !std::ranges::all_of(name, is_plain) ? "" : std::string(url.substr(0, end));
}

// Whether it is a path that leads down from the page, without anything that a browser reads otherwise.
bool is_below_page(std::string_view path) {
  auto const is_odd = [](unsigned char c) {
    return c < 0x20 || std::string_view(":\\?#%").find(static_cast<char>(c)) != std::string_view::npos;
  };
  return !path.starts_with('/') && path.find("..") == path.npos && std::ranges::none_of(path, is_odd);
}

}  // namespace

std::optional<Recording> recording_at(std::string const& url, std::optional<double> time) {
  constexpr double lead = 2;  // seconds
  if (!time || !(*time >= 0)) return std::nullopt;
  auto const start = std::to_string(static_cast<long>(std::clamp(*time - lead, 0.0, longest)));
  if (auto const link = link_to(url, time); !link.empty()) {
    auto const parts = parts_of(url);
    auto const origin = origin_of(url);
    if (origin.empty() || !is_media_file(parts.path)) return std::nullopt;
    return Recording{url.substr(0, url.find('#')) + "#t=" + start, origin};
  }
  if (!is_media_file(url) || !is_below_page(url)) return std::nullopt;
  return Recording{url + "#t=" + start, "'self' file:"};
}

std::string link_to(std::string const& url, std::optional<double> time) {
  if (!url.starts_with("https://") && !url.starts_with("http://")) return {};
  if (!time || !(*time >= 0) || *time > longest) return url;
  auto const parts = parts_of(url);
  auto const& site = site_of(parts);
  auto const value = std::to_string(static_cast<long>(*time)).append(site.unit);
  bool const has_time = is_of(parts.fragment, "t");  // of a link copied at another time
  auto out = std::string(parts.before_query);
  if (!site.in_fragment) {
    out += "?" + with_parameter(parts.query, site.name, value);
    return parts.fragment.empty() || has_time ? out : out.append("#").append(parts.fragment);
  }
  if (!parts.fragment.empty() && !has_time) return url;
  if (!parts.query.empty()) out.append("?").append(parts.query);
  return out.append("#").append(with_parameter(parts.fragment, site.name, value));
}

}  // namespace quoth::tools
