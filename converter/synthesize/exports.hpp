// The exports of the old systems as their suppliers make them, and deliveries in the format of the pack.
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "domain/code_list.hpp"
#include "rules/rules.hpp"
#include "synthesize/person.hpp"
#include "synthesize/world.hpp"
#include "write/output_file.hpp"
#include "write/write.hpp"

namespace srgconv::synthesize {

/// A text file that is written piece by piece.
class TextFile {
 public:
  explicit TextFile(std::filesystem::path path) : file_(std::move(path)) {}
  void add(std::string_view text) {
    pending_ += text;
    if (pending_.size() >= most_pending) write_pending();
  }
  void finish() {
    write_pending();
    file_.finish();
  }

 private:
  static constexpr std::size_t most_pending = std::size_t{1} << 20U;
  void write_pending() {
    file_.write(pending_);
    pending_.clear();
  }
  write::OutputFile file_;
  std::string pending_;
};

/// A provision as a file tells of it.
struct Reported {
  std::uint32_t bsn = 0;
  std::string_view id;
  Facts facts;
  std::string_view work_capacity;
};

/// What old systems export and all systems deliver is told one provision after another.
class ProvisionFile {
 public:
  virtual ~ProvisionFile() = default;
  virtual void add(const Reported& provision) = 0;
  virtual void finish(Diagnostics& diagnostics) = 0;
};

/// A delivery of a sender for a month, by the format `levering` of the pack.
std::unique_ptr<ProvisionFile> delivery_file(const std::filesystem::path& path, const rules::Format& levering, const CodeLists& codes, std::string_view sender,
                                             ReportMonth month);
/// The export of the first supplier: Windows-1252, semicolons, dd-mm-yyyy, its own words, BSNs without leading zeros; and rows that do not belong to SRG.
std::unique_ptr<ProvisionFile> semicolon_export(const std::filesystem::path& path, std::uint64_t seed);
/// The export of the second: UTF-8, commas, yyyy-mm-dd, decimal points.
std::unique_ptr<ProvisionFile> comma_export(const std::filesystem::path& path);

}  // namespace srgconv::synthesize
