// SPDX-License-Identifier: MIT
#pragma once

#include <optional>
#include <string>

namespace quoth::tools {

// The URL, made to open the recording at a time: by a parameter on sites that have one (YouTube, Spotify), else by a
// temporal fragment (W3C Media Fragments URI 1.0: "#t=751"). A fragment that means something else stays, without a
// time. Whole seconds, rounded down: playing begins before the word. Empty where the URL is no http or https, which run
// no script.
std::string link_to(std::string const& url, std::optional<double> time);

// A recording that a page can play itself.
struct Recording {
  std::string url;     // with a temporal fragment two seconds before the passage
  std::string origin;  // what a Content-Security-Policy names to let it load
};
// Nothing unless the passage has a time and the URL is an audio or video file by its name (.mp3, .m4a, .ogg, .wav,
// .mp4, .webm): at http or https, or below the folder of the page ("recordings/may.mp3").
std::optional<Recording> recording_at(std::string const& url, std::optional<double> time);

}  // namespace quoth::tools
