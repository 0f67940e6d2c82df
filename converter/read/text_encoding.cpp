// Bytes -> UTF-8, strictly: what an encoding does not have is an error with its place, and is never replaced.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <utility>

#include <fmt/format.h>

#include "domain/utf8.hpp"
#include "read/decoding.hpp"
#include "read/read.hpp"

namespace srgconv::read {
namespace {

constexpr std::string_view utf_8_mark = "\xEF\xBB\xBF";
constexpr std::string_view utf_16_le_mark = "\xFF\xFE";
constexpr std::string_view utf_16_be_mark = "\xFE\xFF";

std::string_view name_of(TextEncoding encoding) {
  switch (encoding) {
    case TextEncoding::utf_8: return "utf-8";
    case TextEncoding::utf_16: return "utf-16";
    case TextEncoding::utf_16_le: return "utf-16le";
    case TextEncoding::utf_16_be: return "utf-16be";
    case TextEncoding::windows_1252: return "windows-1252";
    case TextEncoding::iso_8859_15: break;
  }
  return "iso-8859-15";
}

unsigned char byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }

std::size_t ascii_run(std::string_view bytes, std::size_t at) {
  const std::size_t begin = at;
  while (at + 8 <= bytes.size()) {
    std::uint64_t eight = 0;
    std::memcpy(&eight, bytes.data() + at, 8);
    if ((eight & 0x8080808080808080U) != 0) break;
    at += 8;
  }
  while (at < bytes.size() && byte_at(bytes, at) < 0x80) ++at;
  return at - begin;
}

// Code points of the upper half; 0 where the encoding has no character.
using UpperHalf = std::array<std::uint16_t, 128>;

constexpr UpperHalf latin_1_upper = [] {
  UpperHalf table{};
  for (std::size_t i = 0x20; i < 0x80; ++i) table[i] = static_cast<std::uint16_t>(0x80 + i);
  return table;
}();

constexpr UpperHalf windows_1252 = [] {
  UpperHalf table = latin_1_upper;
  constexpr std::array<std::uint16_t, 32> low = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
                                                 0x2039, 0x0152, 0,      0x017D, 0,      0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                                 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};
  for (std::size_t i = 0; i < low.size(); ++i) table[i] = low[i];
  return table;
}();

// The standard leaves 0x80-0x9F without characters; a file that has them is nearly always windows-1252.
constexpr UpperHalf iso_8859_15 = [] {
  UpperHalf table = latin_1_upper;
  constexpr std::array<std::pair<std::uint8_t, std::uint16_t>, 8> changed = {
      {{0xA4, 0x20AC}, {0xA6, 0x0160}, {0xA8, 0x0161}, {0xB4, 0x017D}, {0xB8, 0x017E}, {0xBC, 0x0152}, {0xBD, 0x0153}, {0xBE, 0x0178}}};
  for (const auto& [byte, point] : changed) table[byte - 0x80U] = point;
  return table;
}();

// The same in UTF-8: bytes of the sequence and, as the fourth, how many there are; none where the encoding has no character.
using UpperSequences = std::array<std::array<char, 4>, 128>;

constexpr UpperSequences sequences_of(const UpperHalf& table) {
  UpperSequences sequences{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const unsigned point = table[i];
    if (point >= 0x800U)
      sequences[i] = {static_cast<char>(0xE0U | point >> 12U), static_cast<char>(0x80U | (point >> 6U & 0x3FU)), static_cast<char>(0x80U | (point & 0x3FU)), 3};
    else if (point > 0)
      sequences[i] = {static_cast<char>(0xC0U | point >> 6U), static_cast<char>(0x80U | (point & 0x3FU)), 0, 2};
  }
  return sequences;
}

constexpr UpperSequences windows_1252_sequences = sequences_of(windows_1252);
constexpr UpperSequences iso_8859_15_sequences = sequences_of(iso_8859_15);

// What a decoder found: the text up to and beyond the faults, and the end of the good text before the first one.
struct Decoded {
  std::string text;
  std::size_t first_fault = 0;  // bytes of `text` before it
  std::size_t faults = 0;

  void fault() {
    if (faults++ == 0) first_fault = text.size();
  }
};

Decoded decode_table(std::string_view bytes, const UpperHalf& table) {
  Decoded result;
  result.text.reserve(bytes.size() + bytes.size() / 8);
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t run = ascii_run(bytes, at);
    result.text.append(bytes, at, run);
    at += run;
    for (; at < bytes.size() && byte_at(bytes, at) >= 0x80; ++at) {
      const std::uint16_t point = table[byte_at(bytes, at) - 0x80U];
      if (point == 0) {
        result.fault();
      } else {
        append_utf8(result.text, point);
      }
    }
  }
  return result;
}

Decoded decode_utf_16(std::string_view bytes, bool little) {
  Decoded result;
  result.text.reserve(bytes.size() / 2 + bytes.size() / 16);
  const auto unit_at = [&](std::size_t at) -> std::uint32_t {
    return little ? byte_at(bytes, at) | byte_at(bytes, at + 1) << 8U : byte_at(bytes, at) << 8U | byte_at(bytes, at + 1);
  };
  std::size_t at = 0;
  while (at + 1 < bytes.size()) {
    const std::uint32_t unit = unit_at(at);
    at += 2;
    if (unit < 0xD800 || unit > 0xDFFF) {
      append_utf8(result.text, unit);
    } else if (unit < 0xDC00 && at + 1 < bytes.size() && unit_at(at) >= 0xDC00 && unit_at(at) <= 0xDFFF) {
      append_utf8(result.text, 0x10000 + ((unit - 0xD800) << 10) + (unit_at(at) - 0xDC00));
      at += 2;
    } else {
      result.fault();
    }
  }
  if (at < bytes.size()) result.fault();
  return result;
}

// Faults of UTF-8; the text is the bytes up to the first fault.
Decoded check_utf_8(std::string_view bytes) {
  Decoded result;
  for (std::size_t at = 0; at < bytes.size();) {
    at += ascii_run(bytes, at);
    if (at == bytes.size()) break;
    if (const std::size_t length = utf8_length(bytes, at); length > 0) {
      at += length;
      continue;
    }
    if (result.faults == 0) result.text.assign(bytes, 0, at);
    result.fault();
    result.first_fault = result.text.size();
    ++at;
    while (at < bytes.size() && (byte_at(bytes, at) & 0xC0U) == 0x80U) ++at;  // the rest of the same damaged sequence
  }
  return result;
}

bool is_utf_8(std::string_view bytes) {
  for (std::size_t at = 0; at < bytes.size();) {
    at += ascii_run(bytes, at);
    if (at == bytes.size()) return true;
    const std::size_t length = utf8_length(bytes, at);
    if (length == 0) return false;
    at += length;
  }
  return true;
}

// Latin text in UTF-16 has a zero byte in nearly every pair.
std::optional<TextEncoding> utf_16_by_zeros(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, 4096);
  std::size_t even = 0;
  std::size_t odd = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    if (sample[i] == '\0') ++(i % 2 == 0 ? even : odd);
  }
  const std::size_t many = sample.size() / 4;
  if (odd > many && even == 0) return TextEncoding::utf_16_le;
  if (even > many && odd == 0) return TextEncoding::utf_16_be;
  return std::nullopt;
}

// The encoding that the bytes fit better; nothing when no other one fits.
std::optional<std::string> likelier(std::string_view bytes, TextEncoding declared) {
  std::optional<TextEncoding> guess = utf_16_by_zeros(bytes);
  if (!guess && bytes.find('\0') == std::string_view::npos) {
    if (is_utf_8(bytes)) {
      guess = TextEncoding::utf_8;
    } else if (decode_table(bytes, windows_1252).faults == 0) {
      guess = TextEncoding::windows_1252;
    }
  }
  if (!guess || *guess == declared) return std::nullopt;
  return std::string(name_of(*guess));
}

SourceSpan place_after(std::string_view good, const std::string& file) {
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  for (std::size_t i = 0; i < good.size(); ++i) {
    if (good[i] == '\n' || (good[i] == '\r' && (i + 1 == good.size() || good[i + 1] != '\n'))) {
      ++line;
      column = 1;
    } else if ((byte_at(good, i) & 0xC0U) != 0x80U) {
      ++column;
    }
  }
  return {file, line, column};
}

// The mark at the start, by the encoding that it announces; nothing when there is none.
std::optional<TextEncoding> mark_of(std::string_view bytes) {
  if (bytes.starts_with(utf_8_mark)) return TextEncoding::utf_8;
  if (bytes.starts_with(utf_16_le_mark)) return TextEncoding::utf_16_le;
  if (bytes.starts_with(utf_16_be_mark)) return TextEncoding::utf_16_be;
  return std::nullopt;
}

}  // namespace

std::optional<std::string> decode_owned(std::string bytes, TextEncoding encoding, const std::string& shown_name, Diagnostics& diagnostics) {
  const std::string declared(name_of(encoding));
  const auto mark = mark_of(bytes);
  const bool any_utf_16 = encoding == TextEncoding::utf_16;
  if (mark && *mark != encoding && !(any_utf_16 && *mark != TextEncoding::utf_8)) {
    diagnostics.add(finding("READ-112", {shown_name, 1}, {{"encoding", declared}, {"found", std::string(name_of(*mark))}}));
    return std::nullopt;
  }
  if (any_utf_16 && !mark && !bytes.empty()) {
    diagnostics.add(finding("READ-113", {shown_name, 1}, {}, likelier(bytes, encoding)));
    return std::nullopt;
  }
  const std::size_t skipped = !mark ? 0 : *mark == TextEncoding::utf_8 ? utf_8_mark.size() : utf_16_le_mark.size();
  const std::string_view body = std::string_view(bytes).substr(skipped);
  Decoded decoded;
  switch (encoding) {
    case TextEncoding::utf_8: decoded = check_utf_8(body); break;
    case TextEncoding::utf_16: decoded = decode_utf_16(body, *mark == TextEncoding::utf_16_le); break;
    case TextEncoding::utf_16_le: decoded = decode_utf_16(body, true); break;
    case TextEncoding::utf_16_be: decoded = decode_utf_16(body, false); break;
    case TextEncoding::windows_1252: decoded = decode_table(body, windows_1252); break;
    case TextEncoding::iso_8859_15: decoded = decode_table(body, iso_8859_15); break;
  }
  if (decoded.faults > 0) {
    const SourceSpan place = place_after(std::string_view(decoded.text).substr(0, decoded.first_fault), shown_name);
    diagnostics.add(finding("READ-111", place, {{"encoding", declared}, {"count", fmt::format("{}", decoded.faults)}}, likelier(body, encoding)));
    return std::nullopt;
  }
  const bool eight_bits = encoding == TextEncoding::windows_1252 || encoding == TextEncoding::iso_8859_15;
  if (eight_bits && ascii_run(body, 0) < body.size() && is_utf_8(body)) diagnostics.add(finding("READ-114", {shown_name}, {{"encoding", declared}}));
  if (encoding == TextEncoding::utf_8) {
    bytes.erase(0, skipped);
    decoded.text = std::move(bytes);
  }
  if (const std::size_t zero = decoded.text.find('\0'); zero != std::string::npos) {
    diagnostics.add(finding("READ-108", place_after(std::string_view(decoded.text).substr(0, zero), shown_name), {{"encoding", declared}},
                            likelier(decoded.text, encoding)));
    return std::nullopt;
  }
  return std::move(decoded.text);
}

std::optional<std::string> decode(std::string_view bytes, TextEncoding encoding, const std::string& shown_name, Diagnostics& diagnostics) {
  return decode_owned(std::string(bytes), encoding, shown_name, diagnostics);
}

bool PlainText::add(std::string_view block) {
  if (!begun_ && !block.empty()) {
    begun_ = true;
    const auto mark = mark_of(block);
    if (block.size() < utf_8_mark.size() || (mark && *mark != encoding_)) return false;
  }
  if (block.find('\0') != std::string_view::npos) return false;
  return encoding_ == TextEncoding::utf_8 ? add_utf_8(block) : add_eight_bits(block);
}

bool PlainText::add_utf_8(std::string_view block) {
  std::string joined;
  if (!held_.empty()) {
    joined = std::move(held_);
    held_.clear();
    joined += block;
    block = joined;
  }
  for (std::size_t at = 0; at < block.size();) {
    at += ascii_run(block, at);
    if (at == block.size()) break;
    const std::size_t length = utf8_length(block, at);
    if (length == 0) {
      if (block.size() - at > 3) return false;
      held_ = block.substr(at);
      return true;
    }
    at += length;
  }
  return true;
}

namespace {

// Is every byte of a long text a character? Sixty-four bytes at a time, in a form that a compiler turns into instructions for many of them at once.
template <class IsBad>
bool all_good(std::string_view bytes, const IsBad& is_bad) {
  constexpr std::size_t stretch = 64;
  std::size_t at = 0;
  for (; at + stretch <= bytes.size(); at += stretch) {
    const char* const signs = bytes.data() + at;
    unsigned char bad = 0;
    for (std::size_t i = 0; i < stretch; ++i) bad = static_cast<unsigned char>(bad | static_cast<unsigned char>(is_bad(static_cast<unsigned char>(signs[i]))));
    if (bad != 0) return false;
  }
  for (; at < bytes.size(); ++at) {
    if (is_bad(byte_at(bytes, at))) return false;
  }
  return true;
}

bool all_characters(std::string_view bytes, TextEncoding encoding) {
  if (encoding == TextEncoding::iso_8859_15) return all_good(bytes, [](unsigned char byte) { return (byte & 0xE0U) == 0x80U; });
  return all_good(bytes, [](unsigned char byte) { return (byte == 0x81U) | (byte == 0x8DU) | (byte == 0x8FU) | (byte == 0x90U) | (byte == 0x9DU); });
}

}  // namespace

bool PlainText::add_eight_bits(std::string_view block) {
  const UpperHalf& table = encoding_ == TextEncoding::windows_1252 ? windows_1252 : iso_8859_15;
  for (std::size_t at = 0; at < block.size();) {
    if (surely_not_utf_8_) return all_characters(block.substr(at), encoding_);
    at += ascii_run(block, at);
    if (at == block.size()) break;
    beyond_ascii_ = true;
    // The last bytes of a block may be the beginning of a character: they prove nothing.
    if (!surely_not_utf_8_ && at + 4 <= block.size() && utf8_length(block, at) == 0 && (at > 0 || (byte_at(block, at) & 0xC0U) != 0x80U))
      surely_not_utf_8_ = true;
    for (; at < block.size() && byte_at(block, at) >= 0x80; ++at) {
      if (table[byte_at(block, at) - 0x80U] == 0) return false;
    }
  }
  return true;
}

bool PlainText::complete() const { return held_.empty() && (encoding_ == TextEncoding::utf_8 || !beyond_ascii_ || surely_not_utf_8_); }

std::string_view decode_eight_bits(std::string_view bytes, TextEncoding encoding, TextArena& arena) {
  const UpperSequences& sequences = encoding == TextEncoding::windows_1252 ? windows_1252_sequences : iso_8859_15_sequences;
  const std::size_t most = 3 * bytes.size() + 1;  // every sequence is copied with three bytes, whatever its length
  char* const made = arena.take(most);
  char* to = made;
  for (const char sign : bytes) {
    const auto byte = static_cast<unsigned char>(sign);
    if (byte < 0x80U) {
      *to++ = sign;
      continue;
    }
    const auto& sequence = sequences[byte - 0x80U];
    std::memcpy(to, sequence.data(), 3);
    to += sequence[3];
  }
  const auto size = static_cast<std::size_t>(to - made);
  arena.give_back(most - size);
  return {made, size};
}

bool decode_plain(std::string& bytes, TextEncoding encoding) {
  if (encoding == TextEncoding::utf_8) return is_utf_8(bytes) && bytes.find('\0') == std::string::npos;
  if (ascii_run(bytes, 0) == bytes.size()) return bytes.find('\0') == std::string::npos;
  Decoded decoded = decode_table(bytes, encoding == TextEncoding::windows_1252 ? windows_1252 : iso_8859_15);
  bytes = std::move(decoded.text);
  return decoded.faults == 0 && bytes.find('\0') == std::string::npos;
}

}  // namespace srgconv::read
