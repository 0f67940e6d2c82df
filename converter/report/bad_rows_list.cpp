// bad-rows.csv: next to each provision that violates record checks, the fewest facts that must be wrong.
#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/report.hpp"
#include "report/wording.hpp"

namespace srgconv::report {
namespace {

// `goal, wage_value | type`: any of these sets would do.
std::string sets_of(const content::Explanation& explanation) {
  std::string text;
  for (const auto& facts : explanation.smallest) {
    if (!text.empty()) text += " | ";
    for (std::size_t i = 0; i < facts.size(); ++i) text += (i > 0 ? ", " : "") + std::string(rules::name(facts[i]));
  }
  return text;
}

// `type = 20, goal`: of a date only that it has to change; `type =` makes it empty.
std::string example_of(const content::Explanation& explanation) {
  std::string text;
  for (const content::Change& change : explanation.example) {
    if (!text.empty()) text += ", ";
    text += rules::name(change.fact);
    if (change.to) text += change.to->empty() ? " =" : " = " + shown(*change.to);
  }
  return text;
}

}  // namespace

Table bad_rows_list(const std::vector<Model>& parts) {
  Table list{"bad-rows.csv", {"file", "line", "key", "month", "checks", "explanation", "smallest", "example"}, {}};
  for (const Model& part : parts) {
    for (const content::BadRow& row : part.verification.first_bad_rows) {
      list.rows.push_back({shown(row.file), fmt::to_string(row.line), shown(row.key), row.month.text(), fmt::format("{}", fmt::join(row.violated, ", ")),
                           std::string(explanation_state(row.explanation.state)), sets_of(row.explanation), example_of(row.explanation)});
    }
  }
  return list;
}

}  // namespace srgconv::report
