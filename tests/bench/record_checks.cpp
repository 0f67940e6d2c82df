// The record checks of the shipped pack over a delivery of a million provisions: what they cost, clean and with every provision wrong.
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include "content/content.hpp"

namespace {

using namespace srgconv;
// Of this program's own work: what others do at the same time does not count.
double seconds_since(std::clock_t start) { return static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC; }

delivery::Delivery delivered(std::size_t rows, bool wrong, delivery::Words& words) {
  delivery::Delivery result;
  result.sender = *SenderCode::parse("0363");
  result.month = *ReportMonth::from_parts(2026, 1);
  result.file = "0363-202601.xml";
  const std::vector<std::string> types = {"10", "11", "12", "20", "22", "23", "29", "30", "31", "40", "42", "59"};
  std::uint64_t random = 88172645463325252U;
  const auto below = [&](std::uint64_t limit) {
    random ^= random << 13U;
    random ^= random >> 7U;
    random ^= random << 17U;
    return random % limit;
  };
  for (std::size_t i = 0; i < rows; ++i) {
    delivery::Delivered row;
    row.id = "P-" + std::to_string(i);
    row.line = static_cast<std::uint32_t>(10 * i);
    const std::string& type = types[below(types.size())];
    const auto start = static_cast<std::int32_t>(wrong ? 14000 + below(6000) : 20370 + below(90));
    row.facts = {Bsn::parse("123456782").bsn, words.keep(type), Date::from_day_number(start), {}};
    if (below(3) == 0) row.facts.end = Date::from_day_number(start + static_cast<std::int32_t>(below(400)) - (wrong ? 200 : 0));
    row.goal = words.keep(wrong ? std::to_string(1 + below(3)) : "1");
    row.work_capacity = words.keep(wrong && below(2) == 0 ? "02" : "01");
    if (!wrong || below(2) == 0) row.wage_value = Decimal::whole(static_cast<std::int64_t>(below(100)));
    result.provisions.push_back(std::move(row));
  }
  return result;
}

}  // namespace

int main() {
  constexpr std::size_t rows = 1000000;
  Diagnostics diagnostics;
  pack::Library library({SRGCONV_SOURCE_DIR}, diagnostics);
  const pack::Pack* pack = library.pack("srg-2026");
  if (pack == nullptr) return EXIT_FAILURE;
  for (const bool wrong : {false, true}) {
    delivery::Words words;
    const delivery::Delivery delivery = delivered(rows, wrong, words);
    for (int round = 0; round < 3; ++round) {
      content::RecordChecks checks(*pack);
      const std::clock_t start = std::clock();
      checks.look_at(delivery);
      const double judging = seconds_since(start);
      const std::clock_t then = std::clock();
      const content::Content found = std::move(checks).result();
      std::printf("%s: %zu checks over %zu provisions %.3f s; %llu bad rows, %zu explained in %.3f s\n", wrong ? "wrong" : "clean", found.checks.size(), rows,
                  judging, static_cast<unsigned long long>(found.bad_rows), found.rows.size(), seconds_since(then));
    }
  }
  return EXIT_SUCCESS;
}
