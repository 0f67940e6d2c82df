// Words for comparisons, levels and strength.
#include "report/evidence_table.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <map>
#include <string_view>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "domain/evidence.hpp"
#include "report/text_layout.hpp"

namespace srgconv::report {
namespace {

using Words = std::pair<std::string_view, std::string_view>;  // Dutch, English

std::string_view in(Language language, const Words& words) { return language == Language::nl ? words.first : words.second; }

const std::map<std::string_view, Words>& fact_words() {
  static const std::map<std::string_view, Words> words = {{"type", {"type", "type"}},
                                                          {"start", {"begindatum", "start date"}},
                                                          {"end", {"einddatum", "end date"}},
                                                          {"goal", {"doel", "goal"}},
                                                          {"work_capacity", {"arbeidsvermogen", "work capacity"}},
                                                          {"wage_value", {"loonwaarde", "wage value"}},
                                                          {"number", {"registratienummer", "registration number"}}};
  return words;
}

// What each level says; `type equal` and others without words of their own say `equal`.
const std::map<std::string_view, Words>& level_words() {
  static const std::map<std::string_view, Words> words = {
      {"equal", {"gelijk", "the same"}},
      {"type recoded", {"hercodeerd, zoals opgegeven", "recoded, as declared"}},
      {"type role", {"andere code voor hetzelfde", "another code for the same"}},
      {"type category", {"ander type in dezelfde hoofdcategorie", "another type of the same main category"}},
      {"type other", {"ander type", "another type"}},
      {"start partial", {"kan gelijk zijn, deels onbekend", "may be the same, partly unknown"}},
      {"start days", {"hoogstens drie dagen verschil", "at most three days apart"}},
      {"start swapped", {"dag en maand verwisseld", "day and month swapped"}},
      {"start first_of_month", {"nieuw op de eerste van de maand", "new one on the first of the month"}},
      {"start change_date", {"nieuw op de dag van de overgang", "new one on the day of the change"}},
      {"start month", {"hoogstens een maand verschil", "at most a month apart"}},
      {"start other", {"anders", "different"}},
      {"end one_side", {"alleen aan één kant bekend", "known on one side only"}},
      {"end other", {"anders", "different"}},
      {"missing", {"aan één kant leeg", "empty on one side"}},
      {"other", {"anders", "different"}},
      {"number same", {"gelijk", "the same"}},
      {"number contained", {"het oude staat in het nieuwe", "the new one holds the old one"}},
      {"number other", {"nieuw gevormd", "formed anew"}},
  };
  return words;
}

std::string_view finding(const EvidenceLine& line, Language language) {
  const auto own = level_words().find(line.comparison + " " + line.level);
  const auto found = own != level_words().end() ? own : level_words().find(line.level);
  return found == level_words().end() ? std::string_view(line.level) : in(language, found->second);
}

std::string_view strength(std::int64_t weight, Language language) {
  const std::int64_t size = std::abs(weight);
  if (size < 1000) return in(language, {"zegt weinig", "says little"});
  if (weight > 0) {
    return in(language, size >= 6000   ? Words{"zeer sterk voor", "very strong for"}
                        : size >= 3000 ? Words{"sterk voor", "strong for"}
                                       : Words{"zwak voor", "weak for"});
  }
  return in(language, size >= 6000   ? Words{"zeer sterk tegen", "very strong against"}
                      : size >= 3000 ? Words{"sterk tegen", "strong against"}
                                     : Words{"zwak tegen", "weak against"});
}

std::string end_text(const Provision& provision, Language language) {
  return provision.end ? provision.end->text() : std::string(in(language, {"loopt", "running"}));
}

// `42 -> 40`, where the facts differ and may be shown.
std::string values(const std::string& comparison, const Provision& old, const Provision& fresh, Language language) {
  const auto both = [](const std::string& a, const std::string& b) {
    return a == b ? std::string() : fmt::format("{} -> {}", a.empty() ? "-" : a, b.empty() ? "-" : b);
  };
  if (comparison == "type") return both(old.type, fresh.type);
  if (comparison == "start") return both(old.start.text(), fresh.start.text());
  if (comparison == "end") return both(end_text(old, language), end_text(fresh, language));
  if (comparison == "goal") return both(old.goal, fresh.goal);
  if (comparison == "work_capacity") return both(old.work_capacity, fresh.work_capacity);
  if (comparison == "wage_value") return both(old.wage_value ? old.wage_value->text() : "", fresh.wage_value ? fresh.wage_value->text() : "");
  return {};
}

// 2^bits in words: `4.100 keer`; beyond a million only its size matters.
std::string times(std::int64_t thousandths, Language language) {
  const double bits = static_cast<double>(std::abs(thousandths)) / 1000;
  if (bits >= 20) return std::string(in(language, {"meer dan een miljoen keer", "more than a million times"}));
  const double value = std::exp2(bits);
  const double step = value >= 1000 ? 100 : value >= 100 ? 10 : 1;
  return fmt::format("{} {}", static_cast<std::int64_t>(std::llround(value / step) * static_cast<std::int64_t>(step)), in(language, {"keer", "times"}));
}

}  // namespace

std::string evidence_table(const std::string& evidence, const Provision& old, const Provision& fresh, Language language) {
  const std::vector<EvidenceLine> lines = evidence_lines(evidence);
  if (lines.empty()) return {};
  const bool weighed = std::any_of(lines.begin(), lines.end(), [](const EvidenceLine& line) { return line.weight != 0; });
  struct TableRow {
    std::string fact, found, speaks;
  };
  std::vector<TableRow> rows;
  std::size_t fact_width = 0, found_width = 0;
  for (const EvidenceLine& line : lines) {
    if (line.level.empty()) continue;
    const auto fact = fact_words().find(line.comparison);
    TableRow row{std::string(fact == fact_words().end() ? std::string_view(line.comparison) : in(language, fact->second)), std::string(finding(line, language)),
                 weighed ? fmt::format("{} ({})", strength(line.weight, language), bits_text(line.weight)) : std::string()};
    if (const std::string shown = values(line.comparison, old, fresh, language); !shown.empty()) row.found += fmt::format(" ({})", shown);
    fact_width = std::max(fact_width, width(row.fact));
    found_width = std::max(found_width, width(row.found));
    rows.push_back(std::move(row));
  }
  std::string text;
  for (const TableRow& row : rows) {
    std::string line = fmt::format("  {}  {}  {}", fill_right(row.fact, fact_width), fill_right(row.found, found_width), row.speaks);
    line.erase(line.find_last_not_of(' ') + 1);
    text += line + "\n";
  }
  if (!weighed) return text;
  const std::int64_t sum = lines.back().weight;
  text += fmt::format("  {} {}: {} {}\n", in(language, {"samen", "together"}), bits_text(sum), times(sum, language),
                      in(language, sum >= 0 ? Words{"zo waarschijnlijk bij dezelfde als bij een andere voorziening van deze persoon",
                                                    "as likely for the same as for another provision of this person"}
                                            : Words{"zo waarschijnlijk bij een andere als bij dezelfde voorziening van deze persoon",
                                                    "as likely for another as for the same provision of this person"}));
  return text;
}

}  // namespace srgconv::report
