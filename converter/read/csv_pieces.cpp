// Cuts a CSV file at row ends. All encodings that come here have quotes, separators and line ends as single bytes that stand for nothing else.
#include "read/csv_pieces.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <system_error>
#include <utility>

#include "read/decoding.hpp"

namespace srgconv::read {
namespace {

constexpr std::string_view utf_8_mark = "\xEF\xBB\xBF";

// The end of the last row that certainly ends within the text; 0 when none does.
std::size_t end_of_rows(std::string_view text, std::optional<char> separator) {
  if (!separator || text.find('"') == std::string_view::npos) {
    const std::string_view sure = text.ends_with('\r') ? text.substr(0, text.size() - 1) : text;  // a line feed may follow
    const std::size_t end = sure.find_last_of("\r\n");
    return end == std::string_view::npos ? 0 : end + 1;
  }
  std::size_t at = 0, end = 0;
  while (at < text.size()) {
    if (text[at] == '"') {
      ++at;
      while (true) {
        at = text.find('"', at);
        if (at == std::string_view::npos || at + 1 == text.size()) return end;
        ++at;
        if (text[at] != '"') break;
        ++at;
      }
    }
    while (at < text.size() && text[at] != *separator && text[at] != '\n' && text[at] != '\r') ++at;
    if (at == text.size()) return end;
    const char sign = text[at++];
    if (sign == *separator) continue;
    if (sign == '\r') {
      if (at == text.size()) return end;
      if (text[at] == '\n') ++at;
    }
    end = at;
  }
  return end;
}

// Line ends: CRLF, LF and CR, as the scanner counts them. The text does not end between CR and LF.
std::uint32_t line_ends(std::string_view text) {
  std::size_t count = 0;
  std::size_t at = 0;
  // In stretches that a compiler turns into instructions for many bytes at a time.
  constexpr std::size_t stretch = 128;
  for (; at + stretch < text.size(); at += stretch) {
    const char* const signs = text.data() + at;
    std::uint8_t ends = 0;
    for (std::size_t i = 0; i < stretch; ++i) {
      const auto feed = static_cast<std::uint8_t>(signs[i] == '\n');
      const auto lone_return = static_cast<std::uint8_t>(static_cast<std::uint8_t>(signs[i] == '\r') & static_cast<std::uint8_t>(signs[i + 1] != '\n'));
      ends = static_cast<std::uint8_t>(ends + static_cast<std::uint8_t>(feed | lone_return));
    }
    count += ends;
  }
  for (; at < text.size(); ++at) count += text[at] == '\n' || (text[at] == '\r' && (at + 1 == text.size() || text[at + 1] != '\n')) ? 1U : 0U;
  return static_cast<std::uint32_t>(count);
}

bool same_time(const timespec& a, const timespec& b) { return a.tv_sec == b.tv_sec && a.tv_nsec == b.tv_nsec; }

}  // namespace

CsvPieces::CsvPieces(const InputFile& file, TextEncoding encoding, std::optional<char> separator, std::size_t size)
    : file_(file), in_(open_input(file)), encoding_(encoding), separator_(separator), size_(size) {}

FirstLook CsvPieces::look_through() {
  if (encoding_ == TextEncoding::utf_16 || encoding_ == TextEncoding::utf_16_le || encoding_ == TextEncoding::utf_16_be) return {};
  struct stat found {};
  if (!can_be_read_again(file_) || ::stat(file_.path.c_str(), &found) != 0) return {};
  if (file_.packing == Packing::none && found.st_size <= static_cast<off_t>(size_)) return {};
  first_ = found;
  const auto in = open_input(file_);
  PlainText plain(encoding_);
  std::string block(std::size_t{1} << 18U, '\0');
  while (const std::size_t got = in->read(block.data(), block.size())) {
    if (!plain.add(std::string_view(block).substr(0, got))) return {};
  }
  return {!in->fault() && plain.complete(), in->fault()};
}

// A file that is written to meanwhile may hold what the first pass did not see.
bool CsvPieces::is_unchanged() const {
  struct stat now {};
  return !first_ || (::stat(file_.path.c_str(), &now) == 0 && now.st_size == first_->st_size && same_time(now.st_mtim, first_->st_mtim) &&
                     same_time(now.st_ctim, first_->st_ctim));
}

bool CsvPieces::next(CsvPiece& piece) {
  std::size_t wanted = size_;
  std::size_t used = rest_.size();
  piece.buffer.resize(std::max({wanted, used, piece.buffer.size()}));
  std::memcpy(piece.buffer.data(), rest_.data(), used);
  while (true) {
    wanted = std::max(wanted, used);
    while (used < wanted && !at_end_) {
      const std::size_t got = in_->read(piece.buffer.data() + used, wanted - used);
      at_end_ = got == 0;
      used += got;
    }
    if (in_->fault()) return false;
    if (at_end_ && !is_unchanged()) {
      fault_ = finding("READ-002", {file_.name}, {{"reason", std::generic_category().message(EIO)}});
      return false;
    }
    if (!started_ && (used >= utf_8_mark.size() || at_end_)) {
      if (encoding_ == TextEncoding::utf_8 && std::string_view(piece.buffer).substr(0, used).starts_with(utf_8_mark)) {
        piece.buffer.erase(0, utf_8_mark.size());
        used -= utf_8_mark.size();
      }
      started_ = true;
    }
    if (at_end_ && used == 0) return false;
    const std::string_view text = std::string_view(piece.buffer).substr(0, used);
    const std::size_t end = at_end_ ? used : started_ ? end_of_rows(text, separator_) : 0;
    if (end > 0) {
      rest_.assign(text.substr(end));
      piece.size = end;
      piece.first_line = line_;
      line_ += line_ends(piece.text());
      return true;
    }
    wanted = used * 2 + utf_8_mark.size();
    piece.buffer.resize(std::max(wanted, piece.buffer.size()));
  }
}

}  // namespace srgconv::read
