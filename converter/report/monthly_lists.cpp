// The lists of `check` as CSV: the provisions behind the numbers, and the two tables in the form in which CBS sends them.
#include <utility>

#include <fmt/format.h>

#include "report/report.hpp"
#include "report/wording.hpp"

namespace srgconv::report {
namespace {

Table signals_list(const std::vector<Model>& senders) {
  Table list{"signals.csv", {"sender", "check", "outcome", "registration_number", "type", "first_month", "last_month", "months"}, {}};
  for (const Model& model : senders) {
    if (!model.monthly->sender) continue;
    for (const monthly::ListedProvision& each : model.monthly->listed)
      list.rows.push_back({shown(model.monthly->sender->text()), each.check, each.violated ? "violated" : "undecided", shown(each.number), shown(each.type),
                           each.first.text(), each.last.text(), fmt::to_string(each.months)});
  }
  return list;
}

Table quality_table(std::string file, const Model& model, const monthly::QuarterFeedback& tables) {
  Table table{std::move(file), {"Signalering kwaliteit", "Aantal voorzieningen"}, {}};
  for (const auto& [check, provisions] : tables.quality)
    table.rows.push_back({std::string(check_title(model.verification.checks, check, Language::nl)), fmt::to_string(provisions)});
  return table;
}

Table duration_table(std::string file, const monthly::QuarterFeedback& tables) {
  Table table{std::move(file), {"Type voorziening", "Maximale duur volgens het CBS", "Aantal voorzieningen"}, {}};
  for (const monthly::LongProvisions& row : tables.durations)
    table.rows.push_back({shown(row.type + " " + row.name), fmt::format("{} maanden", row.max_months), fmt::to_string(row.provisions)});
  return table;
}

}  // namespace

std::vector<Table> deliveries_lists(const std::vector<Model>& senders) {
  std::vector<Table> lists{signals_list(senders)};
  for (const Model& model : senders) {
    if (!model.monthly->sender) continue;
    for (const monthly::QuarterFeedback& tables : model.monthly->feedback) {
      const std::string name = fmt::format("terugkoppeling-{}-{:04}K{}", model.monthly->sender->text(), tables.year, tables.quarter);
      lists.push_back(quality_table(name + "-kwaliteit.csv", model, tables));
      lists.push_back(duration_table(name + "-duur.csv", tables));
    }
  }
  return lists;
}

}  // namespace srgconv::report
