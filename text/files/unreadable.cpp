// SPDX-License-Identifier: MIT
#include "text/files/unreadable.hpp"

#include <array>

namespace quoth::text {

namespace {

struct Kind {
  std::string_view magic;
  std::string_view advice;
};

constexpr std::array kinds{
    Kind{"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "is an old Word or Office file; save it as .docx"},
    Kind{"{\\rtf", "is RTF; save it as .docx or plain text"},
    Kind{"SPEAKER ", "is RTTM, which says who speaks when but not what; give the transcript"},
    Kind{"\x28\xB5\x2F\xFD", "is Zstandard data; unpack it first"},
    Kind{"BZh", "is bzip2 data; unpack it first"},
    Kind{std::string_view("\xFD"
                          "7zXZ",
                          5),
         "is xz data; unpack it first"},
    Kind{"7z\xBC\xAF", "is a 7-Zip archive; unpack it first"},
    Kind{"\x89PNG", "is a picture; give the text"},
    Kind{"\xFF\xD8\xFF", "is a picture; give the text"},
    Kind{"ID3", "is sound; give its transcript"},
    Kind{"RIFF", "is sound or film; give its transcript"},
    Kind{"OggS", "is sound; give its transcript"},
};

// Whether it is RTTM, "SPEAKER file 1 0.00 5.29 …"; otherwise "SPEAKER" may be a label.
bool is_rttm(std::string_view bytes) {
  auto const line = bytes.substr(0, bytes.find('\n'));
  return line.find(" <NA> ") != line.npos;
}

}  // namespace

std::string_view why_unreadable(std::string_view bytes) {
  for (auto const& kind : kinds) {
    if (!bytes.starts_with(kind.magic)) continue;
    if (kind.magic == "SPEAKER " && !is_rttm(bytes)) continue;
    return kind.advice;
  }
  // An MP4 file starts with the size of a box, then "ftyp".
  if (bytes.size() > 8 && bytes.substr(4, 4) == "ftyp") return "is sound or film; give its transcript";
  return {};
}

}  // namespace quoth::text
