// The lists of `check` as CSV: the provisions behind the numbers, and the two tables in the form in which CBS sends them.
#include <fmt/format.h>

#include "report/report.hpp"
#include "report/wording.hpp"

namespace srgconv::report {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

// One line of cells; what holds a separator, a quote or a line end stands between quotes.
std::string line_of(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) line += ';';
    if (cells[i].find_first_of(";\"\r\n") == std::string::npos) {
      line += cells[i];
      continue;
    }
    line += '"';
    for (const char c : cells[i]) line += c == '"' ? "\"\"" : std::string(1, c);
    line += '"';
  }
  return line + "\r\n";
}

std::string signals_list(const std::vector<Model>& senders) {
  std::string text(byte_order_mark);
  text += line_of({"sender", "check", "outcome", "registration_number", "type", "first_month", "last_month", "months"});
  for (const Model& model : senders) {
    if (!model.monthly->sender) continue;
    for (const monthly::ListedProvision& each : model.monthly->listed)
      text += line_of({shown(model.monthly->sender->text()), each.check, each.violated ? "violated" : "undecided", shown(each.number), shown(each.type),
                       each.first.text(), each.last.text(), fmt::to_string(each.months)});
  }
  return text;
}

std::string quality_table(const Model& model, const monthly::QuarterFeedback& tables) {
  std::string text(byte_order_mark);
  text += line_of({"Signalering kwaliteit", "Aantal voorzieningen"});
  for (const auto& [check, provisions] : tables.quality)
    text += line_of({std::string(check_title(model.verification.checks, check, Language::nl)), fmt::to_string(provisions)});
  return text;
}

std::string duration_table(const monthly::QuarterFeedback& tables) {
  std::string text(byte_order_mark);
  text += line_of({"Type voorziening", "Maximale duur volgens het CBS", "Aantal voorzieningen"});
  for (const monthly::LongProvisions& row : tables.durations)
    text += line_of({shown(row.type + " " + row.name), fmt::format("{} maanden", row.max_months), fmt::to_string(row.provisions)});
  return text;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> deliveries_lists(const std::vector<Model>& senders) {
  std::vector<std::pair<std::string, std::string>> lists{{"signals.csv", signals_list(senders)}};
  for (const Model& model : senders) {
    if (!model.monthly->sender) continue;
    for (const monthly::QuarterFeedback& tables : model.monthly->feedback) {
      const std::string name = fmt::format("terugkoppeling-{}-{:04}K{}", model.monthly->sender->text(), tables.year, tables.quarter);
      lists.emplace_back(name + "-kwaliteit.csv", quality_table(model, tables));
      lists.emplace_back(name + "-duur.csv", duration_table(tables));
    }
  }
  return lists;
}

}  // namespace srgconv::report
