// Finds out in which encoding a text is, and cuts its first rows: what is known of a file before anybody declared its format.
#include <algorithm>
#include <array>
#include <fstream>
#include <system_error>
#include <utility>

#include "domain/utf8.hpp"
#include "read/csv_scanner.hpp"
#include "read/decoding.hpp"
#include "read/read.hpp"

namespace srgconv::read {
namespace {

constexpr std::size_t size_of_block = std::size_t{1} << 18U;
constexpr std::size_t size_of_sample = std::size_t{1} << 19U;

// What was counted in all bytes of a file.
class Bytes {
 public:
  void add(std::string_view block) {
    for (const char each : block) {
      const auto byte = static_cast<unsigned char>(each);
      if (byte == 0) ++zeros_[at_ % 2];
      ++at_;
      if (byte < 0x80) continue;
      ++beyond_ascii_;
      if (byte < 0xA0) ++windows_only_;
      if (byte == 0x81 || byte == 0x8D || byte == 0x8F || byte == 0x90 || byte == 0x9D) ++without_character_;
      if (byte == 0xA4) ++euro_;
      if (differs(byte)) ++differing_;
    }
    if (utf_8_) check_utf_8(block);
  }

  TextLook judge(std::string_view beginning) const {
    using Evidence = TextLook::Evidence;
    TextLook look;
    look.is_text = true;
    look.is_zip = beginning.starts_with("PK\x03\x04");
    const auto settle = [&](TextEncoding encoding, Evidence evidence, std::uint64_t count) {
      look.encoding = encoding;
      look.evidence = evidence;
      look.count = count;
      return look;
    };
    if (beginning.starts_with("\xEF\xBB\xBF")) return settle(TextEncoding::utf_8, Evidence::mark, 1);
    if (beginning.starts_with("\xFF\xFE")) return settle(TextEncoding::utf_16_le, Evidence::mark, 1);
    if (beginning.starts_with("\xFE\xFF")) return settle(TextEncoding::utf_16_be, Evidence::mark, 1);
    const std::uint64_t zeros = zeros_[0] + zeros_[1];
    if (zeros > 0) {
      // Latin text in UTF-16 has a zero byte in nearly every pair, always on the same side.
      const bool little = zeros_[1] > at_ / 4 && zeros_[0] == 0, big = zeros_[0] > at_ / 4 && zeros_[1] == 0;
      if (little || big) return settle(little ? TextEncoding::utf_16_le : TextEncoding::utf_16_be, Evidence::zero_bytes, zeros);
      look.is_text = false;
      return look;
    }
    if (beyond_ascii_ == 0) return settle(TextEncoding::utf_8, Evidence::ascii_only, 0);
    if (utf_8_ && held_.empty()) return settle(TextEncoding::utf_8, Evidence::utf_8_sequences, sequences_);
    if (without_character_ > 0) {
      look.is_text = false;
      return look;
    }
    if (windows_only_ > 0) return settle(TextEncoding::windows_1252, Evidence::windows_only_bytes, windows_only_);
    if (euro_ > 0) return settle(TextEncoding::iso_8859_15, Evidence::euro_sign, euro_);
    look.alternatives = differing_ == 0;
    return settle(TextEncoding::windows_1252, Evidence::one_byte_letters, beyond_ascii_);
  }

 private:
  static bool differs(unsigned char byte) {
    constexpr std::array<unsigned char, 8> bytes = {0xA4, 0xA6, 0xA8, 0xB4, 0xB8, 0xBC, 0xBD, 0xBE};
    return std::find(bytes.begin(), bytes.end(), byte) != bytes.end();
  }

  void check_utf_8(std::string_view block) {
    std::string joined;
    if (!held_.empty()) {
      joined = std::exchange(held_, {});
      joined += block;
      block = joined;
    }
    for (std::size_t at = 0; at < block.size();) {
      if (static_cast<unsigned char>(block[at]) < 0x80) {
        ++at;
        continue;
      }
      const std::size_t length = utf8_length(block, at);
      if (length == 0) {
        if (block.size() - at > 3) {
          utf_8_ = false;
        } else {
          held_ = block.substr(at);  // perhaps the block ends inside a character
        }
        return;
      }
      ++sequences_;
      at += length;
    }
  }

  std::uint64_t at_ = 0, beyond_ascii_ = 0, windows_only_ = 0, without_character_ = 0, euro_ = 0, differing_ = 0, sequences_ = 0;
  std::array<std::uint64_t, 2> zeros_{};
  bool utf_8_ = true;
  std::string held_;
};

// Ends a beginning of a file with its last whole line.
void end_with_line(std::string& bytes, TextEncoding encoding) {
  const bool little = encoding == TextEncoding::utf_16_le, big = encoding == TextEncoding::utf_16_be;
  std::size_t end = bytes.size();
  if (little || big) {
    end -= end % 2;
    while (end >= 2 && !(bytes[end - 2] == (little ? '\n' : '\0') && bytes[end - 1] == (little ? '\0' : '\n'))) end -= 2;
  } else {
    while (end > 0 && bytes[end - 1] != '\n' && bytes[end - 1] != '\r') --end;
  }
  bytes.resize(end);
}

}  // namespace

std::optional<TextLook> look_at_text(const InputFile& file, Diagnostics& diagnostics) {
  std::error_code error;
  const auto kind = std::filesystem::status(file.path, error).type();
  std::ifstream in(file.path, std::ios::binary);
  if (kind == std::filesystem::file_type::not_found || kind == std::filesystem::file_type::directory || !in) {
    if (read_bytes(file, diagnostics)) diagnostics.add(finding("READ-002", {file.name}, {{"reason", "?"}}));
    return std::nullopt;
  }
  Bytes bytes;
  std::string block(size_of_block, '\0'), sample;
  bool whole = true;
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    const std::string_view got(block.data(), static_cast<std::size_t>(in.gcount()));
    bytes.add(got);
    const std::size_t wanted = std::min(got.size(), size_of_sample - sample.size());
    sample += got.substr(0, wanted);
    if (wanted < got.size()) whole = false;
  }
  if (in.bad()) {
    diagnostics.add(finding("READ-002", {file.name}, {{"reason", std::generic_category().message(EIO)}}));
    return std::nullopt;
  }
  TextLook look = bytes.judge(sample);
  if (look.is_zip) look.is_text = false;
  if (!look.is_text) return look;
  if (!whole) end_with_line(sample, look.encoding);
  Diagnostics of_sample;
  auto text = decode_owned(std::move(sample), look.encoding, file.name, of_sample);
  look.is_text = text.has_value();
  look.whole = whole;
  if (text) look.sample = std::move(*text);
  return look;
}

std::vector<CutRow> cut_rows(std::string_view text, char separator, std::size_t most) {
  std::vector<CutRow> rows;
  std::vector<RawValue> cells;
  CsvScanner scanner(text, separator);
  CsvRow row;
  while (rows.size() < most && scanner.next(cells, row)) {
    CutRow cut{row.line, {}, row.fault.has_value()};
    for (std::size_t i = 0; i < row.cells; ++i) cut.cells.push_back(std::move(cells[i].text));
    rows.push_back(std::move(cut));
  }
  return rows;
}

}  // namespace srgconv::read
