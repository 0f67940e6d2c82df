// waivers.csv: what people know and accept, as they filled it in.
#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "domain/short_code.hpp"
#include "domain/typed.hpp"
#include "domain/utf8.hpp"
#include "findings/findings.hpp"
#include "read/read.hpp"

namespace srgconv::findings {
namespace {

constexpr std::size_t longest_text = 200;  // in bytes, of what is shown of a cell
constexpr std::array<std::string_view, 6> names{"finding", "check", "key", "reason", "owner", "expires"};
enum Column : std::size_t { finding_column, check_column, key_column, reason_column, owner_column, expires_column };

std::string one_line(std::string_view text) { return beginning(shown(typed_text(text)), longest_text); }

// A date as people and spreadsheets write it.
std::optional<Date> date_of(std::string_view text) {
  static const std::array<DatePattern, 3> patterns = {*DatePattern::compile("yyyy-mm-dd"), *DatePattern::compile("d-m-yyyy"),
                                                      *DatePattern::compile("d/m/yyyy")};
  return typed_date(text, patterns);
}

// Where the columns stand, by the first row that has `reason` among its cells: titles may stand above it.
using Places = std::map<std::string, std::size_t, std::less<>>;

class Reader {
 public:
  Reader(std::string file, Diagnostics& diagnostics) : file_(std::move(file)), diagnostics_(diagnostics) {}

  void read(const read::CutRow& row) {
    if (std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return typed_text(cell).empty(); })) return;
    if (places_.empty()) return read_heading(row);
    if (sound_) read_waiver(row);
  }
  // The waivers; nothing when the columns are not those of such a list.
  std::optional<std::vector<Waiver>> take() {
    if (places_.empty()) refuse({file_, 0, 0, 0, {}}, "reason");
    return sound_ ? std::optional(std::move(waivers_)) : std::nullopt;
  }

 private:
  void refuse(const SourceSpan& place, std::string_view column) {
    diagnostics_.add(finding("CASE-071", place, {{"column", std::string(column)}}));
    sound_ = false;
  }

  void read_heading(const read::CutRow& row) {
    Places places;
    std::string twice;
    for (std::size_t i = 0; i < row.cells.size(); ++i) {
      const std::string title = typed_text(row.cells[i]);
      if (!places.emplace(title, i).second && std::find(names.begin(), names.end(), title) != names.end()) twice = title;
    }
    if (!places.contains("reason")) return;
    const SourceSpan place{file_, row.line, 0, 0, {}};
    places_ = std::move(places);
    if (!twice.empty()) {
      diagnostics_.add(finding("CASE-072", place, {{"column", twice}}));
      sound_ = false;
    }
    if (!places_.contains("owner")) refuse(place, "owner");
    const bool by_check = places_.contains("check") && places_.contains("key");
    if (!places_.contains("finding") && !by_check) refuse(place, places_.contains("check") ? "key" : "finding");
  }

  void read_waiver(const read::CutRow& row) {
    const auto text = [&](Column column) {
      const auto place = places_.find(names[column]);
      return place == places_.end() || place->second >= row.cells.size() ? std::string() : typed_text(row.cells[place->second]);
    };
    Waiver waiver;
    waiver.place = {file_, row.line, 0, 0, {}};
    waiver.finding = typed_code(text(finding_column));
    waiver.check = text(check_column);
    waiver.key = text(key_column);
    waiver.reason = one_line(text(reason_column));
    waiver.owner = one_line(text(owner_column));
    const auto leave_out = [&](const char* code, std::map<std::string, std::string> arguments = {}) {
      diagnostics_.add(finding(code, waiver.place, std::move(arguments)));
    };
    if (row.faulty) return leave_out("CASE-073");
    const bool by_check = !waiver.check.empty() && !waiver.key.empty();
    if (waiver.finding.empty() ? !by_check : !waiver.check.empty() || !waiver.key.empty()) return leave_out("CASE-074");
    if (!waiver.finding.empty() && !is_short_code(waiver.finding, checks::fingerprint_letter, checks::fingerprint_signs))
      return leave_out("CASE-075", {{"finding", one_line(waiver.finding)}});
    if (waiver.reason.empty() || waiver.owner.empty()) return leave_out("CASE-076", {{"column", waiver.reason.empty() ? "reason" : "owner"}});
    if (const std::string expires = text(expires_column); !expires.empty()) {
      waiver.expires = date_of(expires);
      if (!waiver.expires) return leave_out("CASE-077", {{"value", one_line(expires)}});
    }
    const auto [same, is_new] = lines_.emplace(std::tuple(waiver.finding, waiver.check, waiver.key), row.line);
    if (!is_new) return leave_out("CASE-078", {{"line", std::to_string(same->second)}});
    waivers_.push_back(std::move(waiver));
  }

  std::string file_;
  Diagnostics& diagnostics_;
  Places places_;
  bool sound_ = true;
  std::vector<Waiver> waivers_;
  std::map<std::tuple<std::string, std::string, std::string>, std::uint32_t> lines_;  // by what is waived
};

}  // namespace

std::optional<std::vector<Waiver>> read_waivers(const read::InputFile& file, Diagnostics& diagnostics) {
  Reader reader(file.name, diagnostics);
  const bool whole = read::for_each_filled_in(
      file, "waivers", [&](const read::CutRow& row) { reader.read(row); }, diagnostics);
  return whole ? reader.take() : std::nullopt;
}

}  // namespace srgconv::findings
