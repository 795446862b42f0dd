// SPDX-License-Identifier: MIT
#include "tools/commands/report_output.hpp"

#include <filesystem>
#include <ostream>
#include <system_error>

#include "quoth/error.hpp"

namespace quoth::tools {

namespace {

namespace fs = std::filesystem;

// The folder that the output is, with a "/" at its end; empty where it is none.
std::string folder_of(std::string const& output, ReportFormat format) {
  std::error_code error;
  if (output.empty() || (!output.ends_with('/') && !fs::is_directory(output, error))) return {};
  if (format != ReportFormat::html)
    throw Error(output + ": is a folder; --format html writes pages there, other formats need a file");
  fs::create_directories(output, error);
  if (error) throw Error(output + ": cannot be made: " + error.message());
  return output.ends_with('/') ? output : output + "/";
}

}  // namespace

ReportOutput::ReportOutput(std::string const& output, ReportFormat format)
    : folder_(folder_of(output, format)), name_(folder_.empty() ? output : folder_ + "index.html"), file_(name_) {}

std::function<void(std::string const& name, std::string const& page)> ReportOutput::page_writer() const {
  if (folder_.empty()) return {};
  return [folder = folder_](std::string const& name, std::string const& page) {
    OutputFile file(folder + name);
    file.stream() << page;
    file.commit();
  };
}

}  // namespace quoth::tools
