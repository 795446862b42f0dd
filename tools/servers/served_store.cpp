// SPDX-License-Identifier: MIT
#include "tools/servers/served_store.hpp"

#include <sys/stat.h>

#include "quoth/policy.hpp"
#include "tools/desk/config.hpp"

namespace quoth::tools {

ServedOptions served_options(Config const& config, std::string const& policy, std::optional<StoreCoverage> coverage) {
  ServedOptions options;
  options.policy = config.policy_named(policy);
  options.speakers = config.speakers;
  options.coverage = coverage.value_or(config.coverage.value_or(StoreCoverage::complete));
  load_policy(options.policy);
  return options;
}

ServedStore::FileIdentity ServedStore::identity_of(std::string const& path) {
  struct stat status {};
  if (::stat(path.c_str(), &status) != 0) return {path};
  return {path, status.st_dev, status.st_ino};
}

void ServedStore::close() {
  checkers_.clear();
  store_.reset();
}

void ServedStore::refresh() {
  auto const file = identity_of(options_.file());
  if (file != file_) close();
  file_ = file;
}

Store const& ServedStore::store() {
  refresh();
  if (!store_) store_ = Store::open(file_.path);
  return *store_;
}

Checker& ServedStore::checker(std::string const& policy) {
  refresh();
  auto const& name = policy.empty() ? options_.policy : policy;
  auto const known = checkers_.find(name);
  if (known != checkers_.end()) return known->second;
  Checker opened({file_.path, load_policy(name), options_.speakers, {}, 1, options_.coverage});
  return checkers_.emplace(name, std::move(opened)).first->second;
}

}  // namespace quoth::tools
