// waivers.csv: what people know and accept, as they filled it in.
#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "domain/utf8.hpp"
#include "findings/findings.hpp"
#include "read/read.hpp"

namespace srgconv::findings {
namespace {

constexpr std::size_t longest_text = 200;  // in bytes, of what is shown of a cell
constexpr std::size_t fingerprint_length = 12;
constexpr std::array<std::string_view, 6> names{"finding", "check", "key", "reason", "owner", "expires"};
enum Column : std::size_t { finding_column, check_column, key_column, reason_column, owner_column, expires_column };

std::string trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const auto begin = text.find_first_not_of(blanks);
  return begin == std::string_view::npos ? std::string() : std::string(text.substr(begin, text.find_last_not_of(blanks) - begin + 1));
}

std::string one_line(std::string_view text) {
  std::string result = trimmed(text);
  std::replace_if(
      result.begin(), result.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }, ' ');
  return beginning(mask_personal(result), longest_text);
}

// Signs that look like another are not among those of a fingerprint.
std::string fingerprint_of(std::string_view text) {
  std::string code = trimmed(text);
  for (char& c : code) {
    if (c >= 'a' && c <= 'z') c = static_cast<char>(c - ('a' - 'A'));
  }
  for (std::size_t i = 1; i < code.size(); ++i) {
    if (code[i] == 'O') code[i] = '0';
    if (code[i] == 'I' || code[i] == 'L') code[i] = '1';
  }
  return code;
}

bool is_fingerprint(std::string_view code) {
  constexpr std::string_view signs = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
  return code.size() == fingerprint_length && code.front() == 'F' && code.find_first_not_of(signs) == std::string_view::npos;
}

// A date as people and spreadsheets write it.
std::optional<Date> date_of(const std::string& text) {
  static const std::array<DatePattern, 3> patterns = {*DatePattern::compile("yyyy-mm-dd"), *DatePattern::compile("d-m-yyyy"),
                                                      *DatePattern::compile("d/m/yyyy")};
  const std::string day = text.substr(0, text.find(' '));
  for (const DatePattern& pattern : patterns) {
    if (const auto date = pattern.read(day, false).date) return date;
  }
  return std::nullopt;
}

// Where the columns stand, by the first row that has `reason` among its cells: titles may stand above it.
using Places = std::map<std::string, std::size_t, std::less<>>;

class Reader {
 public:
  Reader(std::string file, Diagnostics& diagnostics) : file_(std::move(file)), diagnostics_(diagnostics) {}

  void read(const read::CutRow& row) {
    if (std::all_of(row.cells.begin(), row.cells.end(), [](const std::string& cell) { return trimmed(cell).empty(); })) return;
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
      const std::string title = trimmed(row.cells[i]);
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
      return place == places_.end() || place->second >= row.cells.size() ? std::string() : trimmed(row.cells[place->second]);
    };
    Waiver waiver;
    waiver.place = {file_, row.line, 0, 0, {}};
    waiver.finding = fingerprint_of(text(finding_column));
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
    if (!waiver.finding.empty() && !is_fingerprint(waiver.finding)) return leave_out("CASE-075", {{"finding", one_line(waiver.finding)}});
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
