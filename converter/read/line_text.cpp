#include "read/line_text.hpp"

#include <algorithm>
#include <limits>

#include "domain/utf8.hpp"

namespace srgconv::read {
namespace {

constexpr std::uint32_t longest = std::numeric_limits<std::uint32_t>::max() - 1;

std::uint32_t characters(std::string_view text) { return static_cast<std::uint32_t>(std::min<std::size_t>(count_characters(text), longest)); }

}  // namespace

bool LineCutter::next(std::string_view& line) {
  if (at_ >= text_.size()) return false;
  if (!looked_ || line_feed_ < at_) line_feed_ = std::min(text_.find('\n', at_), text_.size());
  if (!looked_ || carriage_return_ < at_) carriage_return_ = std::min(text_.find('\r', at_), text_.size());
  looked_ = true;
  const std::size_t end = std::min(line_feed_, carriage_return_);
  line = text_.substr(at_, end - at_);
  at_ = end + (end == carriage_return_ && line_feed_ == end + 1 ? 2 : 1);
  ++next_line_;
  return true;
}

void LineText::set(std::string_view line) {
  line_ = line;
  ascii_ = std::all_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80U; });
  length_ = ascii_ ? static_cast<std::uint32_t>(std::min<std::size_t>(line.size(), longest)) : characters(line);
  begins_.clear();
  if (ascii_) return;
  for (std::size_t at = 0; at < line.size() && begins_.size() < needed_; ++at) {
    if (starts_character(line[at])) begins_.push_back(at);
  }
}

std::size_t LineText::byte_of(std::uint32_t position) const {
  if (position > length_) return line_.size();
  if (ascii_) return position - 1;
  if (position <= begins_.size()) return begins_[position - 1];
  std::size_t at = begins_.back() + 1;  // the one behind the last that is looked up
  while (at < line_.size() && !starts_character(line_[at])) ++at;
  return at;
}

std::string_view LineText::cut(rules::Positions positions) const {
  const std::size_t begin = byte_of(positions.first);
  return line_.substr(begin, byte_of(positions.last + 1) - begin);
}

std::string_view LineText::at(rules::Positions positions) const {
  std::string_view part = cut(positions);
  const std::size_t first = part.find_first_not_of(' ');
  return first == std::string_view::npos ? std::string_view() : part.substr(first, part.find_last_not_of(' ') + 1 - first);
}

std::uint32_t LineText::first_text(std::string_view part, std::uint32_t position) const {
  const std::size_t text = part.find_first_not_of(' ');
  return text == std::string_view::npos ? 0 : position + characters(part.substr(0, text));
}

std::uint32_t LineText::text_in(rules::Positions positions) const { return first_text(cut(positions), positions.first); }

std::uint32_t LineText::text_behind(std::uint32_t last) const { return first_text(line_.substr(byte_of(last + 1)), last + 1); }

}  // namespace srgconv::read
