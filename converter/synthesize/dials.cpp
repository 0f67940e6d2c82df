// Names, defaults and arithmetic of the dials.
#include "synthesize/dials.hpp"

#include <algorithm>
#include <initializer_list>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "domain/decimal.hpp"

namespace srgconv::synthesize {
namespace {

struct Row {
  std::string_view name;
  Share share;
};

constexpr std::array<Row, dial_count> rows{{{"recoded", 30'000},
                                            {"shifted", 10'000},
                                            {"swapped", 2'000},
                                            {"dropped", 20'000},
                                            {"added", 20'000},
                                            {"ended", 40'000},
                                            {"ended-since", 10'000},
                                            {"late", 5'000},
                                            {"split", 5'000},
                                            {"joined", 3'000},
                                            {"twins", 3'000},
                                            {"wrong-bsn", 500},
                                            {"collisions", 50'000}}};

std::string joined(const std::vector<std::string>& names) { return fmt::format("{}", fmt::join(names, ", ")); }

}  // namespace

std::string_view name(Dial dial) { return rows[static_cast<std::size_t>(dial)].name; }

std::optional<Dial> dial_called(std::string_view name) {
  const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row& row) { return row.name == name; });
  if (found == rows.end()) return std::nullopt;
  return static_cast<Dial>(found - rows.begin());
}

std::vector<std::string> dial_names() {
  std::vector<std::string> names;
  for (const Row& row : rows) names.emplace_back(row.name);
  return names;
}

std::string DialSet::text() const {
  std::string text;
  for (std::size_t i = 0; i < dial_count; ++i) {
    if (has(static_cast<Dial>(i))) text += (text.empty() ? "" : " ") + std::string(rows[i].name);
  }
  return text;
}

Dials::Dials() : shares_{} {
  for (std::size_t i = 0; i < dial_count; ++i) shares_[i] = rows[i].share;
}

Dials Dials::none() {
  Dials dials;
  dials.shares_.fill(0);
  return dials;
}

bool Dials::read(std::string_view setting, Diagnostics& diagnostics) {
  const auto refuse = [&](const char* code, std::map<std::string, std::string> arguments, std::optional<std::string> suggestion = {}) {
    diagnostics.add({code, {}, std::move(arguments), std::move(suggestion), {}});
    return false;
  };
  const std::size_t equals = setting.find('=');
  if (equals == std::string_view::npos) return refuse("USE-034", {{"setting", std::string(setting)}});
  const std::string wanted(setting.substr(0, equals));
  const auto dial = dial_called(wanted);
  const auto names = dial_names();
  if (!dial) return refuse("USE-030", {{"dial", wanted}, {"dials", joined(names)}}, similar_name(wanted, names));
  std::string_view text = setting.substr(equals + 1);
  if (text.ends_with('%')) text.remove_suffix(1);
  const auto value = Decimal::parse(text);  // four decimals of a percentage are parts in a million
  if (!value || *value < Decimal::whole(0) || *value > Decimal::whole(100))
    return refuse("USE-031", {{"dial", wanted}, {"value", std::string(setting.substr(equals + 1))}});
  set(*dial, static_cast<Share>(value->units()));
  return true;
}

bool Dials::hold(Diagnostics& diagnostics) const {
  const auto fits = [&](std::initializer_list<Dial> dials) {
    std::uint64_t sum = 0;
    std::vector<std::string> names;
    for (const Dial dial : dials) {
      sum += (*this)[dial];
      names.emplace_back(name(dial));
    }
    if (sum <= whole) return true;
    diagnostics.add({"USE-032", {}, {{"dials", joined(names)}, {"sum", percentage(static_cast<Share>(sum))}}, {}, {}});
    return false;
  };
  // An old provision has one fate, twins and joined provisions come in pairs that are not split, and a start is not shifted and swapped at once.
  const bool fates = fits({Dial::dropped, Dial::ended, Dial::ended_since, Dial::split, Dial::joined, Dial::twins});
  const bool starts = fits({Dial::shifted, Dial::swapped});
  return fates && starts;
}

std::string percentage(Share share) { return Decimal::from_units(share).text(); }

}  // namespace srgconv::synthesize
