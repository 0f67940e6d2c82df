// Cuts a CSV file at row ends. All encodings that come here have quotes, separators and line ends as single bytes that stand for nothing else.
#include "read/csv_pieces.hpp"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <string_view>
#include <utility>

#include "read/decoding.hpp"

namespace srgconv::read {
namespace {

constexpr std::string_view utf_8_mark = "\xEF\xBB\xBF";

// Up to `most` bytes; 0 at the end; -1: errno says why.
ssize_t read_some(int descriptor, char* to, std::size_t most) {
  while (true) {
    const ssize_t got = ::read(descriptor, to, most);
    if (got >= 0 || errno != EINTR) return got;
  }
}

// The end of the last row that certainly ends within the text; 0 when none does.
std::size_t end_of_rows(std::string_view text, char separator) {
  if (text.find('"') == std::string_view::npos) {
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
    while (at < text.size() && text[at] != separator && text[at] != '\n' && text[at] != '\r') ++at;
    if (at == text.size()) return end;
    const char sign = text[at++];
    if (sign == separator) continue;
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
  auto count = std::count(text.begin(), text.end(), '\n');
  for (std::size_t at = text.find('\r'); at != std::string_view::npos; at = text.find('\r', at + 1)) count += at + 1 == text.size() || text[at + 1] != '\n';
  return static_cast<std::uint32_t>(count);
}

}  // namespace

bool can_be_read_in_pieces(const InputFile& file, TextEncoding encoding) {
  if (encoding == TextEncoding::utf_16 || encoding == TextEncoding::utf_16_le || encoding == TextEncoding::utf_16_be) return false;
  const int descriptor = ::open(file.path.c_str(), O_RDONLY | O_CLOEXEC);
  if (descriptor < 0) return false;
  struct stat facts {};
  bool fits = ::fstat(descriptor, &facts) == 0 && S_ISREG(facts.st_mode);
  PlainText plain(encoding);
  std::string block(std::size_t{1} << 20U, '\0');
  while (fits) {
    const ssize_t got = read_some(descriptor, block.data(), block.size());
    if (got == 0) break;
    fits = got > 0 && plain.add(std::string_view(block).substr(0, static_cast<std::size_t>(got)));
  }
  ::close(descriptor);
  return fits && plain.complete();
}

CsvPieces::CsvPieces(const InputFile& file, TextEncoding encoding, char separator, std::size_t size)
    : descriptor_(::open(file.path.c_str(), O_RDONLY | O_CLOEXEC)), encoding_(encoding), separator_(separator), size_(size) {
  if (descriptor_ < 0) error_ = errno;
}

CsvPieces::~CsvPieces() {
  if (descriptor_ >= 0) ::close(descriptor_);
}

void CsvPieces::fill(std::size_t wanted) {
  std::size_t used = rest_.size();
  rest_.resize(std::max(wanted, used));
  while (used < rest_.size() && !at_end_ && error_ == 0) {
    const ssize_t got = read_some(descriptor_, rest_.data() + used, rest_.size() - used);
    if (got < 0) error_ = errno;
    if (got == 0) at_end_ = true;
    if (got > 0) used += static_cast<std::size_t>(got);
  }
  rest_.resize(used);
}

bool CsvPieces::next(CsvPiece& piece) {
  std::size_t wanted = size_;
  while (error_ == 0) {
    fill(wanted);
    if (error_ != 0) return false;
    if (!started_ && (rest_.size() >= utf_8_mark.size() || at_end_)) {
      if (encoding_ == TextEncoding::utf_8 && rest_.starts_with(utf_8_mark)) rest_.erase(0, utf_8_mark.size());
      started_ = true;
    }
    if (at_end_ && rest_.empty()) return false;
    const std::size_t end = at_end_ ? rest_.size() : started_ ? end_of_rows(rest_, separator_) : 0;
    if (end > 0) {
      piece.text.assign(rest_, 0, end);
      piece.first_line = line_;
      piece.last = at_end_;
      rest_.erase(0, end);
      line_ += line_ends(piece.text);
      return true;
    }
    wanted = rest_.size() * 2 + utf_8_mark.size();
  }
  return false;
}

bool CsvPieces::decode(CsvPiece& piece) const { return decode_plain(piece.text, encoding_); }

}  // namespace srgconv::read
