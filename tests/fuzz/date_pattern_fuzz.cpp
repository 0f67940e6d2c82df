// Any text as a date pattern, any text read by it: what was read and written again reads as the same date.
#include <cstdint>
#include <string_view>

#include "domain/decimal.hpp"
#include "domain/identifiers.hpp"
#include "domain/period.hpp"
#include "fuzz/record_census.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace srgconv;
  const std::string_view input(reinterpret_cast<const char*>(data), size);
  const std::size_t cut = input.find('\n');
  const std::string_view pattern_text = input.substr(0, cut);
  const std::string_view text = cut == std::string_view::npos ? std::string_view() : input.substr(cut + 1);
  if (const auto number = Decimal::parse(text)) fuzz::require(Decimal::parse(number->text()) == number);
  if (const auto key = ProvisionKey::parse(text)) fuzz::require(ProvisionKey::parse(key->text()) == key);
  mask_personal(text);
  const auto pattern = DatePattern::compile(pattern_text);
  if (!pattern) return 0;
  for (const bool partial : {false, true}) {
    const auto reading = pattern->read(text, partial);
    if (!reading.date) continue;
    const auto again = pattern->read(pattern->write(*reading.date), true);
    fuzz::require(again.date == reading.date);
  }
  return 0;
}
