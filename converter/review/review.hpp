// What people are asked about provisions that stayed open, one line per candidate with the facts of both sides beside each other, and what they answer.
#pragma once

#include <array>
#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/code_list.hpp"
#include "domain/decision.hpp"
#include "read/read.hpp"
#include "store/store.hpp"

namespace srgconv::review {

/// What stands in a line, in the order of review.csv. The last four are for people to fill in.
enum class Column {
  link_code,
  code,
  reason,
  old_key,
  new_key,
  differs,
  old_person,
  new_person,
  old_sender,
  new_sender,
  old_id,
  new_id,
  old_type,
  new_type,
  old_type_name,
  new_type_name,
  old_start,
  new_start,
  old_end,
  new_end,
  old_goal,
  new_goal,
  old_work_capacity,
  new_work_capacity,
  old_wage_value,
  new_wage_value,
  candidates,
  pair_code,
  decision,
  who,
  date,
  why
};
inline constexpr std::size_t column_count = static_cast<std::size_t>(Column::why) + 1;
/// As it stands above the column in review.csv: `link_code`.
std::string_view name(Column column);

/// One candidate of an open provision, or an open provision that has none: then the new side is empty.
class Line {
 public:
  std::string& operator[](Column column) { return values_[static_cast<std::size_t>(column)]; }
  const std::string& operator[](Column column) const { return values_[static_cast<std::size_t>(column)]; }

 private:
  std::array<std::string, column_count> values_;
};

/// Every line, by old key and then by the key of the candidate. Persons stand in it by their pseudonym under `key`; no line holds a BSN, a birth date or a
/// description, and a registration number that contains the BSN of its own person is masked. `codes` has the names of types; reasons and decisions are in
/// `language`.
void for_each_line(const store::Workspace& workspace, const CodeLists& codes, std::string_view key, Language language,
                   const std::function<void(const Line&)>& visit);

/// review.csv. The same bytes for the same workspace. Throws BrokenWorld (SYS-001) when writing fails.
void write_list(const store::Workspace& workspace, const CodeLists& codes, const std::filesystem::path& path, std::string_view key);

/// The same lines as a workbook (XLSX): a sheet that explains, and a sheet `review` in which only decision, who, date and why can be changed, with a choice
/// of words for the decision. The same bytes for the same workspace. Throws BrokenWorld (SYS-001) when writing fails.
void write_workbook(const store::Workspace& workspace, const CodeLists& codes, const std::filesystem::path& path, std::string_view key, Language language);
/// A sheet has no more rows.
inline constexpr std::size_t most_lines = 1'048'575;

/// What there is to decide.
struct Summary {
  std::size_t open = 0, with_candidates = 0, lines = 0;
  std::map<std::string, std::size_t> reasons;  ///< how many of them per code
};
Summary summary(const store::Workspace& workspace);

/// Of the workbook's sheet with the lines.
inline constexpr std::string_view sheet_name = "review";

/// What people write in the column `decision`; the words of both languages are understood: `koppelen`, `link`.
std::string_view word(Choice choice, Language language);

/// The decisions of a file: decisions.csv, a filled-in review.csv, or a workbook with such a table. The columns are found by their names, in any order;
/// `link_code` and `decision` must be there (READ-144), none of those that count twice (READ-150), what else stands in the file is passed over. Lines without a
/// decision are no decisions. A line that cannot be understood is a warning (READ-145 to 149) and no decision. Nothing when the file cannot be used; every
/// decision has its place.
std::optional<std::vector<Decision>> read_decisions(const read::InputFile& file, Diagnostics& diagnostics);

}  // namespace srgconv::review
