// Two lists of findings, held against each other by fingerprint, row by row: of the earlier one a few bytes a finding are kept.
#include <algorithm>
#include <array>
#include <functional>
#include <unordered_map>

#include "findings/findings.hpp"
#include "read/read.hpp"

namespace srgconv::findings {
namespace {

namespace fs = std::filesystem;
using Change = Comparison::Change;

// A row of findings.csv by the names of its columns.
class ListedFinding {
 public:
  explicit ListedFinding(const read::CutRow& row) : row_(row) {}
  const std::string& operator[](std::string_view column) const {
    const auto& columns = List::columns();
    return row_.cells[static_cast<std::size_t>(std::find(columns.begin(), columns.end(), column) - columns.begin())];
  }

 private:
  const read::CutRow& row_;
};

std::string shown_folder(const fs::path& folder) { return (folder.is_absolute() ? folder.filename() : folder).generic_string(); }

// Visits every finding of a folder's list. False, told, when there is none, or one that another version made.
bool for_each_finding(const fs::path& folder, const std::function<void(const ListedFinding&)>& visit, Diagnostics& diagnostics) {
  const auto refuse = [&](const char* code) {
    diagnostics.add(finding(code, {}, {{"folder", shown_folder(folder)}, {"file", "findings.csv"}}));
    return false;
  };
  const fs::path path = folder / "findings.csv";
  std::error_code error;
  if (!fs::is_regular_file(path, error)) return refuse("USE-056");
  bool first = true, known = true;
  Diagnostics reading;
  const bool whole = read::for_each_filled_in(
      {path, shown_folder(folder) + "/findings.csv"}, "findings",
      [&](const read::CutRow& row) {
        if (first) known = row.cells == List::columns();
        const bool heading = first;
        first = false;
        if (heading || !known) return;
        known = !row.faulty && row.cells.size() == List::columns().size();
        if (known) visit(ListedFinding(row));
      },
      reading);
  return (whole && known && !first) || refuse("USE-057");
}

// What makes a finding another one although it is about the same: not the line on which something stands.
std::size_t facts(const ListedFinding& row) {
  std::string text = row["severity"] + '\0' + row["result"];
  const std::string& arguments = row["arguments"];
  for (std::size_t begin = 0; begin < arguments.size();) {
    const std::size_t end = std::min(arguments.find(" | ", begin), arguments.size());
    const std::string_view argument = std::string_view(arguments).substr(begin, end - begin);
    if (!argument.starts_with("line=")) (text += '\0') += argument;
    begin = end + 3;
  }
  return std::hash<std::string>{}(text);
}

std::string about(const ListedFinding& row) { return row["fingerprint"] + row["transition"]; }

class Comparing {
 public:
  Comparing(std::size_t most_rows, bool remaining_too) : most_rows_(most_rows), remaining_too_(remaining_too) {}

  // The findings of the earlier run with one fingerprint, in order: those from `next` on have met none of the later run.
  struct Known {
    std::vector<std::size_t> facts;
    std::size_t next = 0;
    std::size_t seen = 0;
  };

  void take_earlier(const ListedFinding& row) { known_[about(row)].facts.push_back(facts(row)); }

  void take_later(const ListedFinding& row) {
    const auto found = known_.find(about(row));
    const bool meets = found != known_.end() && found->second.next < found->second.facts.size();
    const Change change = !meets ? Change::fresh : found->second.facts[found->second.next] == facts(row) ? Change::remaining : Change::changed;
    if (meets) ++found->second.next;
    count(row, change);
    if (change == Change::remaining || row["result"] != "violated" || row["waived"] == "yes") return;
    ++(row["severity"] == "reject" ? result_.rejecting : result_.signalling);
  }

  void take_earlier_again(const ListedFinding& row) {
    Known& known = known_[about(row)];
    if (known.seen++ >= known.next) count(row, Change::solved);
  }

  Comparison take() {
    for (auto& [key, check] : checks_) result_.checks.push_back(std::move(check));
    for (auto& rows : rows_) std::move(rows.begin(), rows.end(), std::back_inserter(result_.rows));
    return std::move(result_);
  }

 private:
  void count(const ListedFinding& row, Change change) {
    const bool rejects = row["severity"] == "reject";
    Comparison::Check& check = checks_[{!rejects, row["check"]}];
    check.id = row["check"];
    check.rejects = rejects;
    ++check.counts[change];
    if (change == Change::remaining && !remaining_too_) return;
    std::vector<Comparison::Row>& rows = rows_[static_cast<std::size_t>(change)];
    if (rows.size() >= most_rows_) return;
    rows.push_back({change, row["fingerprint"], row["check"], row["code"], row["result"], row["file"], row["line"], row["key"], rejects, row["waived"] == "yes",
                    row["sentence_nl"], row["sentence_en"]});
  }

  std::size_t most_rows_;
  bool remaining_too_;
  Comparison result_;
  std::unordered_map<std::string, Known> known_;
  std::map<std::pair<bool, std::string>, Comparison::Check> checks_;
  std::array<std::vector<Comparison::Row>, 4> rows_;
};

}  // namespace

std::uint64_t Comparison::total(Change change) const {
  std::uint64_t sum = 0;
  for (const Check& check : checks) {
    const auto found = check.counts.find(change);
    if (found != check.counts.end()) sum += found->second;
  }
  return sum;
}

std::optional<Comparison> compare(const fs::path& before, const fs::path& after, Diagnostics& diagnostics, std::size_t most_rows, bool remaining_too) {
  Comparing comparing(most_rows, remaining_too);
  const bool read = for_each_finding(
      before, [&](const ListedFinding& row) { comparing.take_earlier(row); }, diagnostics);
  const bool both = for_each_finding(
      after, [&](const ListedFinding& row) { comparing.take_later(row); }, diagnostics);
  if (!read || !both) return std::nullopt;
  if (!for_each_finding(
          before, [&](const ListedFinding& row) { comparing.take_earlier_again(row); }, diagnostics))
    return std::nullopt;
  return comparing.take();
}

}  // namespace srgconv::findings
