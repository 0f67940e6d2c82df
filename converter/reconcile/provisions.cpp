// Codes as numbers, provisions as rows.
#include "reconcile/provisions.hpp"

#include <algorithm>

#include <fmt/format.h>

namespace srgconv::reconcile {
namespace {

// Codes of up to three bytes, all that are known, are numbers by themselves: their length and their bytes. Longer ones are numbered as they come, with the
// highest bit set.
constexpr std::size_t longest_by_itself = 3;
constexpr std::uint32_t numbered = 0x8000'0000U;

std::uint32_t by_itself(std::string_view code) {
  auto number = static_cast<std::uint32_t>(code.size());
  for (const char c : code) number = number << 8U | static_cast<unsigned char>(c);
  return number;
}

}  // namespace

std::uint32_t CodeNumbers::add(std::string_view code) {
  if (code.size() <= longest_by_itself) return by_itself(code);
  const auto known = longer_.find(code);
  if (known != longer_.end()) return known->second;
  const std::uint32_t number = numbered | static_cast<std::uint32_t>(texts_.size());
  longer_.emplace(code, number);
  texts_.emplace_back(code);
  return number;
}

std::uint32_t CodeNumbers::find(std::string_view code) const {
  if (code.size() <= longest_by_itself) return by_itself(code);
  const auto known = longer_.find(code);
  return known == longer_.end() ? unknown : known->second;
}

std::string CodeNumbers::text(std::uint32_t number) const {
  if ((number & numbered) != 0) return texts_.at(number & ~numbered);
  std::size_t length = 0;
  while (number >> 8U * length != length) ++length;
  std::string code(length, '\0');
  for (std::size_t at = 0; at < length; ++at) code[at] = static_cast<char>(number >> 8U * (length - 1 - at) & 0xFFU);
  return code;
}

void Provisions::Texts::add(std::string_view text) {
  all_ += text;
  ends_.push_back(all_.size());
}

std::string_view Provisions::Texts::operator[](std::size_t index) const {
  const std::uint64_t begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(all_).substr(begin, ends_[index] - begin);
}

void Provisions::reserve(std::size_t count) {
  facts_.reserve(count);
  numbering_of_.reserve(count);
  ids_.reserve(count);
}

void Provisions::add(const Provision& provision, CodeNumbers& numbers, std::optional<Date> end_recorded_since) {
  Facts facts;
  facts.bsn = provision.bsn.value();
  facts.index = static_cast<std::uint32_t>(facts_.size());
  facts.start = provision.start;
  if (provision.end) facts.end = provision.end->packed();
  facts.end_since = end_recorded_since ? end_recorded_since->packed() : facts.end;
  facts.type = numbers.add(provision.type);
  facts.goal = numbers.add(provision.goal);
  facts.work_capacity = numbers.add(provision.work_capacity);
  if (provision.wage_value) facts.wage_value = provision.wage_value->units();

  // They come sender by sender: nearly always it is the numbering of the one before.
  std::uint32_t number = numbering_of_.empty() ? 0 : numbering_of_.back();
  if (numberings_.empty() || numberings_[number] != provision.key.numbering) {
    number = static_cast<std::uint32_t>(std::find(numberings_.begin(), numberings_.end(), provision.key.numbering) - numberings_.begin());
    if (number == numberings_.size()) numberings_.push_back(provision.key.numbering);
  }
  if (!provision.description.empty()) {
    while (descriptions_.size() < facts_.size()) descriptions_.add({});
    descriptions_.add(provision.description);
  }
  facts_.push_back(facts);
  numbering_of_.push_back(number);
  ids_.add(provision.key.id);
}

Bsn Provisions::bsn(std::size_t index) const { return Bsn::parse(fmt::format("{:09}", facts_[index].bsn)).bsn.value(); }

Provision Provisions::provision(std::size_t index, const CodeNumbers& numbers) const {
  const Facts& facts = facts_[index];
  Provision result{key(index),
                   bsn(index),
                   numbers.text(facts.type),
                   facts.start,
                   end(index),
                   numbers.text(facts.goal),
                   numbers.text(facts.work_capacity),
                   {},
                   index < descriptions_.size() ? std::string(descriptions_[index]) : std::string()};
  if (facts.wage_value != Facts::no_wage_value) result.wage_value = Decimal::from_units(facts.wage_value);
  return result;
}

bool Provisions::key_before(std::size_t a, std::size_t b) const {
  if (numbering_of_[a] != numbering_of_[b]) return numbering(a) < numbering(b);
  return id(a) < id(b);
}

}  // namespace srgconv::reconcile
