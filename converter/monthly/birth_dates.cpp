// The file with dates of birth. Its values are personal data: what is wrong with a row is told by its line alone.
#include <algorithm>
#include <array>
#include <set>
#include <string>

#include "monthly/monthly.hpp"

namespace srgconv::monthly {
namespace {

std::optional<Date> read_date(std::string text) {
  static const std::array<DatePattern, 3> patterns{*DatePattern::compile("yyyy-mm-dd"), *DatePattern::compile("yyyymmdd"), *DatePattern::compile("dd-mm-yyyy")};
  std::replace(text.begin(), text.end(), '?', '0');
  for (const DatePattern& pattern : patterns) {
    if (const auto date = pattern.read(text, true).date) return date;
  }
  return std::nullopt;
}

// Reads row by row; the first is the header.
class BirthDateRows {
 public:
  BirthDateRows(const std::string& file, Diagnostics& diagnostics) : file_(file), diagnostics_(diagnostics) {}

  void take(const read::CutRow& row) {
    if (row.cells.size() == 1 && row.cells.front().empty()) return;
    if (!header_read_) return read_header(row);
    if (!usable()) return;
    const auto cell = [&](std::size_t column) { return column < row.cells.size() ? row.cells[column] : std::string(); };
    const auto bsn = Bsn::parse(cell(*bsn_)).bsn;
    if (row.faulty || !bsn) return tell("USE-041", row.line);
    const auto date = read_date(cell(*date_));
    if (!date) return tell("USE-042", row.line);
    dates_.emplace_back(bsn->value(), std::pair(*date, row.line));
  }

  bool usable() const { return bsn_ && date_; }

  // By BSN; who has several dates has none.
  std::vector<std::pair<std::uint32_t, Date>> result() {
    std::sort(dates_.begin(), dates_.end(),
              [](const auto& a, const auto& b) { return std::pair(a.first, a.second.second) < std::pair(b.first, b.second.second); });
    std::vector<std::pair<std::uint32_t, Date>> once;
    std::vector<std::pair<std::uint32_t, std::string_view>> twice;
    for (std::size_t first = 0; first < dates_.size();) {
      std::size_t end = first + 1;
      bool differ = false;
      for (; end < dates_.size() && dates_[end].first == dates_[first].first; ++end) {
        const bool same = dates_[end].second.first == dates_[first].second.first;
        differ = differ || !same;
        twice.emplace_back(dates_[end].second.second, same ? "USE-044" : "USE-043");
      }
      if (!differ) once.emplace_back(dates_[first].first, dates_[first].second.first);
      first = end;
    }
    std::sort(twice.begin(), twice.end());
    for (const auto& [line, code] : twice) tell(code, line);
    return once;
  }

 private:
  void read_header(const read::CutRow& row) {
    header_read_ = true;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      if (row.cells[i] == "bsn" || row.cells[i] == "BSN") bsn_ = i;
      if (row.cells[i] == "birth_date" || row.cells[i] == "geboortedatum") date_ = i;
    }
    if (!usable()) tell("USE-040", row.line);
  }

  void tell(std::string_view code, std::uint32_t line) { diagnostics_.add(finding(code, {file_, line, 0, 0, ""})); }

  const std::string& file_;
  Diagnostics& diagnostics_;
  bool header_read_ = false;
  std::optional<std::size_t> bsn_, date_;
  std::vector<std::pair<std::uint32_t, std::pair<Date, std::uint32_t>>> dates_;  // BSN, date, line
};

}  // namespace

std::optional<BirthDates> BirthDates::read(const read::InputFile& file, Diagnostics& diagnostics) {
  const std::size_t errors = diagnostics.error_count();
  BirthDateRows rows(file.name, diagnostics);
  if (!read::for_each_filled_in(
          file, "", [&](const read::CutRow& row) { rows.take(row); }, diagnostics))
    return std::nullopt;
  if (!rows.usable()) {
    if (diagnostics.error_count() == errors) diagnostics.add(finding("USE-040", {file.name, 1, 0, 0, ""}));
    return std::nullopt;
  }
  BirthDates result;
  result.dates_ = rows.result();
  return result;
}

std::optional<Date> BirthDates::of(Bsn bsn) const {
  const auto found = std::lower_bound(dates_.begin(), dates_.end(), bsn.value(), [](const auto& entry, std::uint32_t value) { return entry.first < value; });
  return found != dates_.end() && found->first == bsn.value() ? std::optional(found->second) : std::nullopt;
}

}  // namespace srgconv::monthly
