// The ages at which persons get a state pension, by their date of birth: reading the table, and what it says of a person.
#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "pack/pack.hpp"
#include "pack/pack_file.hpp"
#include "pack/table_file.hpp"

namespace srgconv::pack {
namespace {

enum Column : std::size_t { reached_in, born_from, born_until, years, months, source };
constexpr std::array<std::string_view, 6> columns{"reached_in", "born_from", "born_until", "years", "months", "source"};
constexpr int longest_life = 130;

std::optional<int> read_number(const Cell& cell, int least, int most, Diagnostics& diagnostics) {
  int number = cell.text.empty() ? most + 1 : 0;
  for (const char c : cell.text) number = c >= '0' && c <= '9' && number <= most ? number * 10 + (c - '0') : most + 1;
  if (number >= least && number <= most) return number;
  diagnostics.add(
      finding("PACK-064", cell.span, {{"column", cell.span.field}, {"value", cell.text}, {"least", fmt::to_string(least)}, {"most", fmt::to_string(most)}}));
  return std::nullopt;
}

class PensionReader {
 public:
  PensionReader(const SourceText& text, Diagnostics& diagnostics) : text_(text), diagnostics_(diagnostics) {}

  std::optional<PensionAges> run() {
    const std::size_t errors = diagnostics_.error_count();
    const auto rows = read_table(text_, columns, diagnostics_);
    if (!rows) return std::nullopt;
    for (const TableRow& row : *rows) take(row);
    if (diagnostics_.error_count() == errors) return PensionAges(std::move(ages_));
    diagnostics_.keep_text(text_);
    return std::nullopt;
  }

 private:
  void take(const TableRow& row) {
    PensionAge age;
    const std::size_t errors = diagnostics_.error_count();
    const auto year = read_number(row[reached_in], 1, 9999, diagnostics_);
    age.born_from = read_date(row[born_from], diagnostics_);
    const auto until = read_date(row[born_until], diagnostics_);
    const auto in_years = read_number(row[years], 1, longest_life, diagnostics_), in_months = read_number(row[months], 0, 11, diagnostics_);
    for (const Column column : {born_until, source}) {
      if (row[column].text.empty()) diagnostics_.add(finding("PACK-032", row[column].span, {{"column", row[column].span.field}}));
    }
    if (diagnostics_.error_count() != errors) return;
    age.born_until = *until;
    age.years = *in_years;
    age.months = *in_months;
    check_order(row, age);
    check_year(row, age, *year);
    ages_.push_back(age);
  }

  // No date of birth may be left out, or stand in two lines.
  void check_order(const TableRow& row, const PensionAge& age) {
    if (!ages_.empty()) {
      const PensionAge& before = ages_.back();
      const Date expected = Date::from_day_number(before.born_until.day_number() + 1);
      if (age.born_from != expected) diagnostics_.add(finding("PACK-065", row[born_from].span, {{"date", expected.text()}}));
      if (std::pair(age.years, age.months) < std::pair(before.years, before.months)) diagnostics_.add(finding("PACK-066", row[years].span));
    }
    if (age.born_from && age.born_until < *age.born_from) diagnostics_.add(finding("PACK-065", row[born_until].span, {{"date", age.born_from->text()}}));
  }

  // A slip in a date or an age shows by the year in which the age is reached.
  void check_year(const TableRow& row, const PensionAge& age, int year) {
    for (const auto& [born, cell] : {std::pair(age.born_from.value_or(age.born_until), born_from), std::pair(age.born_until, born_until)}) {
      const Date day = reaches(born, age.years, age.months);
      if (day.year() == year) continue;
      diagnostics_.add(finding("PACK-067", row[cell].span, {{"born", born.text()}, {"reached", day.text()}, {"year", fmt::to_string(year)}}));
      return;
    }
  }

  const SourceText& text_;
  Diagnostics& diagnostics_;
  std::vector<PensionAge> ages_;
};

}  // namespace

Date reaches(Date born, int years, int months) {
  const ReportMonth month = ReportMonth::from_parts(born.year(), born.month())->plus(12 * years + months);
  return Date::from_parts(month.year(), month.month(), born.day()).value_or(month.plus(1).first_day());
}

Answer PensionAges::reached_by_one_born_on(Date born, Date on) const {
  const auto age = std::find_if(ages_.begin(), ages_.end(), [&](const PensionAge& each) { return born <= each.born_until; });
  const bool beyond = age == ages_.end();
  const PensionAge& applies = beyond ? ages_.back() : *age;
  if (born > on || on < reaches(born, applies.years, applies.months)) return Answer::no;
  return beyond ? Answer::undecided : Answer::yes;
}

Answer PensionAges::reached(Date born, Date on) const {
  if (ages_.empty() || born.unknown()) return Answer::undecided;
  // Who was born earlier reaches the age no later, so the two ends say it all.
  const Answer eldest = reached_by_one_born_on(born.earliest(), on), youngest = reached_by_one_born_on(born.latest(), on);
  return eldest == youngest ? eldest : Answer::undecided;
}

std::optional<PensionAges> read_pension_ages(const SourceText& text, Diagnostics& diagnostics) { return PensionReader(text, diagnostics).run(); }

}  // namespace srgconv::pack
