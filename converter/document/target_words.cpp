#include "document/target_words.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "document/wording.hpp"

namespace srgconv::document {
namespace {

using Named = std::pair<std::string_view, Words>;

constexpr std::array<Named, 11> targets = {{{"bsn", {"het BSN", "the BSN"}},
                                            {"id", {"het registratienummer", "the registration number"}},
                                            {"type", {"het type voorziening", "the type of provision"}},
                                            {"start", {"de begindatum", "the start date"}},
                                            {"end", {"de einddatum", "the end date"}},
                                            {"goal", {"het doel", "the goal"}},
                                            {"work_capacity", {"het arbeidsvermogen", "the work capacity"}},
                                            {"wage_value", {"de loonwaarde", "the wage value"}},
                                            {"description", {"de omschrijving", "the description"}},
                                            {"old.id", {"het oude registratienummer", "the old registration number"}},
                                            {"new.id", {"het nieuwe registratienummer", "the new registration number"}}}};

constexpr std::array<Named, 9> old_facts = {{{"bsn", {"het BSN", "the BSN"}},
                                             {"id", {"het oude registratienummer", "the old registration number"}},
                                             {"type", {"het oude type voorziening", "the old type of provision"}},
                                             {"start", {"de oude begindatum", "the old start date"}},
                                             {"end", {"de oude einddatum", "the old end date"}},
                                             {"goal", {"het oude doel", "the old goal"}},
                                             {"work_capacity", {"het oude arbeidsvermogen", "the old work capacity"}},
                                             {"wage_value", {"de oude loonwaarde", "the old wage value"}},
                                             {"description", {"de oude omschrijving", "the old description"}}}};

constexpr std::array<Named, 10> facts = {{{"sender", wording::sender},
                                          {"month", wording::month},
                                          {"bsn", {"het BSN", "the BSN"}},
                                          {"id", {"het registratienummer", "the registration number"}},
                                          {"start", {"de begindatum", "the start date"}},
                                          {"end", {"de einddatum", "the end date"}},
                                          {"type", {"het type voorziening", "the type of provision"}},
                                          {"goal", {"het doel", "the goal"}},
                                          {"work_capacity", {"het arbeidsvermogen", "the work capacity"}},
                                          {"wage_value", {"de loonwaarde", "the wage value"}}}};

constexpr std::array<Named, 4> attributes = {
    {{".role", wording::role_of}, {".category", wording::category_of}, {".name", wording::name_of}, {".max_months", wording::max_months_of}}};

template <class Table>
std::optional<Phrase> found(const Table& table, std::string_view name, const Speech& speech) {
  const auto at = std::find_if(table.begin(), table.end(), [&](const Named& each) { return each.first == name; });
  if (at != table.end()) return speech.say(at->second);
  for (const auto& [ending, words] : attributes) {
    if (!name.ends_with(ending)) continue;
    const auto fact = found(table, name.substr(0, name.size() - ending.size()), speech);
    return fact ? std::optional(speech.say(words, *fact)) : std::nullopt;
  }
  return std::nullopt;
}

}  // namespace

std::optional<Phrase> target_words(std::string_view name, const Speech& speech) { return found(targets, name, speech); }
std::optional<Phrase> old_fact_words(std::string_view name, const Speech& speech) { return found(old_facts, name, speech); }

std::optional<Phrase> checked_fact_words(std::string_view name, const Speech& speech) {
  if (name == "relation") return speech.say(wording::relation);
  for (const auto& [side, words] : {std::pair{std::string_view("old."), wording::of_old}, std::pair{std::string_view("new."), wording::of_new}}) {
    if (!name.starts_with(side)) continue;
    const auto fact = found(facts, name.substr(side.size()), speech);
    return fact ? std::optional(speech.say(words, *fact)) : std::nullopt;
  }
  return found(facts, name, speech);
}

const std::vector<std::string_view>& all_targets(bool link) {
  static const std::vector<std::string_view> of_link{"old.id", "new.id"};
  static const std::vector<std::string_view> of_provision{"bsn", "id", "type", "start", "end", "goal", "work_capacity", "wage_value", "description"};
  return link ? of_link : of_provision;
}

bool is_required(std::string_view target) {
  return target == "bsn" || target == "id" || target == "type" || target == "start" || target == "old.id" || target == "new.id";
}

}  // namespace srgconv::document
