// SPDX-License-Identifier: MIT
#include "tools/sources/source_manifest.hpp"

#include <fstream>
#include <sstream>
#include <string_view>

#include "quoth/version.hpp"
#include "text/bytes/sha256.hpp"
#include "tools/desk/output_file.hpp"

namespace quoth::tools {

namespace {

// Fields that end with a zero byte, the last one a digest of those before it. The version is the program's, as another
// one may read the same files otherwise.
constexpr std::string_view magic = "quoth sources 1 " QUOTH_VERSION;

class Writer {
 public:
  void add(std::string_view field) { bytes_.append(field).push_back('\0'); }
  template <typename Number>
  void add_number(Number number) {
    add(std::to_string(number));
  }
  void add(TreeFile const& file) {
    add(file.path);
    add_number(file.size);
    add_number(file.modified);
    add_number(file.changed);
    add_number(file.inode);
  }
  std::string finish() {
    add(text::sha256(bytes_));
    return std::move(bytes_);
  }

 private:
  std::string bytes_;
};

// The digest has been proved: what is read was written by `Writer`.
class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  std::string next() {
    auto const end = rest_.find('\0');
    std::string field(rest_.substr(0, end));
    rest_.remove_prefix(end == rest_.npos ? rest_.size() : end + 1);
    return field;
  }
  std::int64_t next_number() { return std::strtoll(next().c_str(), nullptr, 10); }
  std::uint64_t next_count() { return std::strtoull(next().c_str(), nullptr, 10); }
  TreeFile next_file() {
    TreeFile file;
    file.path = next();
    file.size = next_count();
    file.modified = next_number();
    file.changed = next_number();
    file.inode = next_count();
    return file;
  }
  bool at_end() const { return rest_.empty(); }

 private:
  std::string_view rest_;
};

bool is_proved(std::string_view bytes) {
  constexpr std::size_t digest = 65;  // hexadecimal digits and the zero byte
  return bytes.starts_with(magic) && bytes.size() > digest + magic.size() && bytes.back() == '\0' &&
         text::sha256(bytes.substr(0, bytes.size() - digest)) == bytes.substr(bytes.size() - digest, digest - 1);
}

IngestedFile next_ingested(Reader& reader) {
  IngestedFile file;
  file.file = reader.next_file();
  file.settled = reader.next_count() != 0;
  file.whole = reader.next_count() != 0;
  file.sha256 = reader.next();
  for (auto count = reader.next_count(); count > 0; --count) file.complaints.push_back(reader.next());
  return file;
}

}  // namespace

std::optional<SourceManifest> SourceManifest::read(std::filesystem::path const& file) {
  std::ifstream in(file, std::ios::binary);
  std::ostringstream content;
  content << in.rdbuf();  // where reading fails it ends there
  auto const bytes = content.str();
  if (!is_proved(bytes)) return std::nullopt;
  Reader reader(bytes);
  if (reader.next() != magic) return std::nullopt;
  SourceManifest manifest;
  manifest.settings = reader.next();
  manifest.config = reader.next();
  manifest.store = reader.next_file();
  manifest.previous = reader.next();
  for (auto count = reader.next_count(); count > 0 && !reader.at_end(); --count)
    manifest.files.push_back(next_ingested(reader));
  return manifest;
}

void SourceManifest::write(std::filesystem::path const& file) const {
  Writer writer;
  writer.add(magic);
  writer.add(settings);
  writer.add(config);
  writer.add(store);
  writer.add(previous);
  writer.add_number(files.size());
  for (auto const& ingested : files) {
    writer.add(ingested.file);
    writer.add_number(ingested.settled ? 1 : 0);
    writer.add_number(ingested.whole ? 1 : 0);
    writer.add(ingested.sha256);
    writer.add_number(ingested.complaints.size());
    for (auto const& complaint : ingested.complaints) writer.add(complaint);
  }
  OutputFile out(file.string());
  out.stream() << writer.finish();
  out.commit();
}

}  // namespace quoth::tools
