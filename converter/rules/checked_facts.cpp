#include "rules/checked_facts.hpp"

#include <algorithm>
#include <array>

namespace srgconv::rules {
namespace {

struct Row {
  std::string_view name;
  ValueType type;
  std::string_view list;
};

// In the order of Fact.
constexpr std::array<Row, fact_count> rows = {{{"sender", ValueType::text, ""},
                                               {"month", ValueType::month, ""},
                                               {"bsn", ValueType::text, ""},
                                               {"id", ValueType::text, ""},
                                               {"start", ValueType::date, ""},
                                               {"end", ValueType::date, ""},
                                               {"type", ValueType::text, "type"},
                                               {"goal", ValueType::text, "goal"},
                                               {"work_capacity", ValueType::text, "work_capacity"},
                                               {"wage_value", ValueType::number, ""}}};

std::vector<CheckedFact> all(bool of_link) {
  std::vector<CheckedFact> result;
  const auto add = [&](const std::string& side) {
    for (const Row& row : rows) result.push_back({side + std::string(row.name), result.size(), row.type, std::string(row.list)});
  };
  if (!of_link) {
    add("");
    return result;
  }
  add("old.");
  add("new.");
  result.push_back({"relation", relation_index, ValueType::text, "relation"});
  return result;
}

}  // namespace

const std::vector<CheckedFact>& checked_facts(bool of_link) {
  static const std::vector<CheckedFact> of_provision = all(false), of_both = all(true);
  return of_link ? of_both : of_provision;
}

std::string_view name(Fact fact) { return rows[fact_index(fact)].name; }

std::optional<Decimal> Check::number(std::string_view parameter) const {
  const auto found = std::find_if(parameters.begin(), parameters.end(), [&](const CheckParameter& each) { return each.name == parameter; });
  return found == parameters.end() ? std::nullopt : found->number;
}

}  // namespace srgconv::rules
