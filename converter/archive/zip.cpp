// Zip files through libzip: what their list of members says is judged before a byte is unpacked, and what is unpacked is held against it.
#include <sys/stat.h>
#include <unistd.h>
#include <zip.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <fstream>
#include <system_error>
#include <utility>

#include "archive/archive.hpp"
#include "archive/growth.hpp"

namespace srgconv::archive {
namespace {

// A name that leads out of the archive, or that no program of a supplier writes.
bool leads_out(std::string_view name) {
  if (name.empty() || name.front() == '/' || name.find('\\') != std::string_view::npos || name.find('\0') != std::string_view::npos) return true;
  if (name.size() > 1 && name[1] == ':') return true;
  while (!name.empty()) {
    const std::size_t slash = std::min(name.find('/'), name.size());
    const std::string_view part = name.substr(0, slash);
    if (part == ".." || part == "." || part.empty()) return true;
    name.remove_prefix(std::min(slash + 1, name.size()));
  }
  return false;
}

// The member as a user sees it, with signs that would break a line made visible.
std::string shown_member(std::string_view name) {
  std::string shown(name.substr(0, 200));
  std::replace_if(
      shown.begin(), shown.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, '?');
  return shown;
}

class OpenArchive : public ZipArchive, public std::enable_shared_from_this<OpenArchive> {
 public:
  OpenArchive(zip_t* zip, std::string shown_name, const Limits& limits) : zip_(zip), shown_name_(std::move(shown_name)), limits_(limits) {}
  ~OpenArchive() override { ::zip_discard(zip_); }
  OpenArchive(const OpenArchive&) = delete;
  OpenArchive& operator=(const OpenArchive&) = delete;

  // Takes the list of members in. False, with diagnostics, when one of them may not be.
  bool list(Diagnostics& diagnostics) {
    const zip_int64_t count = ::zip_get_num_entries(zip_, 0);
    if (count < 0 || static_cast<std::uint64_t>(count) > limits_.most_members) {
      diagnostics.add(finding("READ-127", {shown_name_}, {{"limit", fmt::to_string(limits_.most_members)}}));
      return false;
    }
    const std::size_t errors = diagnostics.error_count();
    std::uint64_t total = 0;
    for (zip_int64_t i = 0; i < count; ++i) {
      if (const auto fault = take(static_cast<zip_uint64_t>(i), total)) diagnostics.add(*fault);
      if (diagnostics.error_count() >= errors + 20) return false;
    }
    std::sort(members_.begin(), members_.end(), [](const Member& a, const Member& b) { return a.name < b.name; });
    for (std::size_t i = 1; i < members_.size(); ++i) {
      const bool repeated = members_[i].name == members_[i - 1].name;
      if (repeated && (i == 1 || members_[i].name != members_[i - 2].name))
        diagnostics.add(finding("READ-121", {shown_name_}, {{"member", shown_member(members_[i].name)}}));
    }
    return diagnostics.error_count() == errors;
  }

  std::unique_ptr<UnpackedStream> read(const Member& member) override;

 private:
  std::optional<Diagnostic> take(zip_uint64_t index, std::uint64_t& total) {
    zip_stat_t facts;
    ::zip_stat_init(&facts);
    constexpr zip_uint64_t needed = ZIP_STAT_NAME | ZIP_STAT_SIZE | ZIP_STAT_COMP_SIZE | ZIP_STAT_COMP_METHOD | ZIP_STAT_ENCRYPTION_METHOD;
    if (::zip_stat_index(zip_, index, 0, &facts) != 0 || (facts.valid & needed) != needed) return finding("READ-116", {shown_name_});
    std::string_view name = facts.name;
    const std::string shown = shown_member(name);
    const bool folder = name.ends_with('/');
    if (folder) name.remove_suffix(1);
    if (leads_out(name)) return finding("READ-120", {shown_name_}, {{"member", shown}});
    if (folder && facts.size == 0) return std::nullopt;
    zip_uint8_t system = 0;
    zip_uint32_t attributes = 0;
    if (::zip_file_get_external_attributes(zip_, index, 0, &system, &attributes) == 0 && system == ZIP_OPSYS_UNIX && S_ISLNK(attributes >> 16U))
      return finding("READ-128", {shown_name_}, {{"member", shown}});
    const std::string place = shown_name_ + "/" + shown;
    if (facts.encryption_method != ZIP_EM_NONE) return finding("READ-119", {place});
    if (facts.comp_method != ZIP_CM_STORE && facts.comp_method != ZIP_CM_DEFLATE) return finding("READ-126", {place});
    if (auto fault = out_of_proportion(facts.comp_size, facts.size, place, limits_)) return fault;
    total += facts.size;
    if (total > limits_.most_unpacked) {
      total = 0;  // said once
      return finding("READ-117", {shown_name_}, {{"limit", shown_size(limits_.most_unpacked)}});
    }
    members_.push_back({std::string(name), facts.size, facts.comp_size, index});
    return std::nullopt;
  }

  zip_t* zip_;
  std::string shown_name_;
  Limits limits_;
};

class MemberStream : public UnpackedStream {
 public:
  MemberStream(std::shared_ptr<OpenArchive> archive, zip_file_t* file, const Member& member, std::string shown_name, const Limits& limits)
      : archive_(std::move(archive)), file_(file), stated_(member.size), packed_(member.packed_size), shown_name_(std::move(shown_name)), limits_(limits) {
    if (file_ == nullptr) damaged();
  }
  ~MemberStream() override {
    if (file_ != nullptr) ::zip_fclose(file_);
  }
  MemberStream(const MemberStream&) = delete;
  MemberStream& operator=(const MemberStream&) = delete;

  std::size_t read(char* to, std::size_t most) override {
    if (done_ || fault_ || most == 0) return 0;
    const zip_int64_t got = ::zip_fread(file_, to, most);
    if (got > 0) {
      unpacked_ += static_cast<std::uint64_t>(got);
      if (unpacked_ > stated_) damaged();
      if (!fault_) fault_ = out_of_proportion(packed_, unpacked_, shown_name_, limits_);
      return fault_ ? 0 : static_cast<std::size_t>(got);
    }
    done_ = true;
    if (got < 0 || unpacked_ != stated_) damaged();
    return 0;
  }

 private:
  void damaged() { fault_ = finding("READ-116", {shown_name_}); }

  std::shared_ptr<OpenArchive> archive_;
  zip_file_t* file_;
  std::uint64_t stated_, packed_, unpacked_ = 0;
  std::string shown_name_;
  Limits limits_;
  bool done_ = false;
};

std::unique_ptr<UnpackedStream> OpenArchive::read(const Member& member) {
  return std::make_unique<MemberStream>(shared_from_this(), ::zip_fopen_index(zip_, member.index, 0), member, shown_name_ + "/" + shown_member(member.name),
                                        limits_);
}

// A zip file whose end is missing is none to libzip; to people it is a damaged one.
bool begins_as_zip(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  std::array<char, 4> first{};
  in.read(first.data(), first.size());
  return in && std::string_view(first.data(), first.size()) == "PK\x03\x04";
}

Diagnostic cannot_open(int error, const std::filesystem::path& path, const std::string& shown_name) {
  if (error == ZIP_ER_NOENT) return finding("READ-001", {shown_name});
  if (error == ZIP_ER_OPEN || error == ZIP_ER_READ || error == ZIP_ER_SEEK)
    return finding("READ-002", {shown_name}, {{"reason", std::generic_category().message(errno == 0 ? EIO : errno)}});
  if (error == ZIP_ER_NOZIP && !begins_as_zip(path)) return finding("READ-115", {shown_name}, {{"kind", "zip"}});
  return finding("READ-116", {shown_name});
}

}  // namespace

std::shared_ptr<ZipArchive> ZipArchive::open(const std::filesystem::path& path, const std::string& shown_name, Diagnostics& diagnostics, const Limits& limits) {
  int error = 0;
  errno = 0;
  zip_t* zip = ::zip_open(path.c_str(), ZIP_RDONLY, &error);
  if (zip == nullptr) {
    diagnostics.add(cannot_open(error, path, shown_name));
    return nullptr;
  }
  auto archive = std::make_shared<OpenArchive>(zip, shown_name, limits);
  if (!archive->list(diagnostics)) return nullptr;
  return archive;
}

const Member* ZipArchive::member(std::string_view name) const {
  const auto at = std::lower_bound(members_.begin(), members_.end(), name, [](const Member& one, std::string_view wanted) { return one.name < wanted; });
  return at != members_.end() && at->name == name ? &*at : nullptr;
}

}  // namespace srgconv::archive
