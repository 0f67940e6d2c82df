#include "report/wording.hpp"

#include <algorithm>
#include <iterator>
#include <set>
#include <span>
#include <tuple>

#include <fmt/format.h>

#include "domain/identifiers.hpp"

namespace srgconv::report {
namespace {

struct Word {
  std::string_view code, nl, en;
};

constexpr Word fates[] = {
    {"linked", "gekoppeld", "linked"},
    {"ended", "beëindigd", "ended"},
    {"ended-since", "sindsdien beëindigd", "ended since"},
    {"stays", "blijft", "stays"},
    {"dropped", "vervallen", "dropped"},
    {"open", "open", "open"},
    {"continuing", "doorlopend", "continuing"},
    {"started-since", "sindsdien gestart", "started since"},
    {"registered-late", "laat geregistreerd", "registered late"},
    {"unexplained", "onverklaard", "unexplained"},
};
constexpr Word proofs[] = {
    {"rule", "volgens regel", "by rule"},
    {"decision", "volgens besluit", "by decision"},
    {"list", "volgens lijst", "by list"},
    {"equal", "gelijke gegevens", "equal facts"},
    {"near", "bijna gelijke gegevens", "nearly equal facts"},
    {"evidence", "gewogen bewijs", "weighed evidence"},
    {"interchangeable", "onderling verwisselbaar", "interchangeable"},
};
constexpr Word reasons[] = {
    {"merger", "gemeentelijke herindeling", "municipal merger"},
    {"software-change", "overgang naar andere software", "change of software"},
    {"split", "splitsing van een berichtgever", "split of a sender"},
};

std::string words(std::span<const Word> table, std::string_view code, Language language) {
  const auto found = std::find_if(table.begin(), table.end(), [&](const Word& word) { return word.code == code; });
  return found == table.end() ? shown(code) : std::string(say(language, found->nl, found->en));
}

}  // namespace

std::string counted(std::uint64_t count, std::string_view one, std::string_view several) { return fmt::format("{} {}", count, count == 1 ? one : several); }

std::string_view check_title(const std::vector<checks::CheckResult>& results, std::string_view id, Language language) {
  for (const checks::CheckResult& check : results) {
    if (check.id == id) return checks::title(check, language);
  }
  return id;
}

std::string part_name(const Model& model) { return model.monthly && model.monthly->sender ? model.monthly->sender->text() : model.transition; }

std::string_view state_name(checks::State state) {
  switch (state) {
    case checks::State::assessed: return "assessed";
    case checks::State::not_applicable: return "not-applicable";
    case checks::State::not_assessed: break;
  }
  return "not-assessed";
}

std::string_view explanation_state(content::Explanation::State state) {
  switch (state) {
    case content::Explanation::State::found: return "found";
    case content::Explanation::State::none: return "none";
    case content::Explanation::State::not_worked_out: break;
  }
  return "not-worked-out";
}

std::string_view verdict_words(verify::Verdict verdict, Language language) {
  switch (verdict) {
    case verify::Verdict::rejected: return say(language, "afgekeurd", "rejected");
    case verify::Verdict::accepted_with_signals: return say(language, "geaccepteerd met signalen", "accepted with signals");
    case verify::Verdict::accepted: return say(language, "geaccepteerd", "accepted");
    case verify::Verdict::not_assessed: break;
  }
  return say(language, "niet beoordeeld", "not assessed");
}

std::string_view side_words(store::Side side, Language language) {
  switch (side) {
    case store::Side::old_export: return say(language, "oude export", "old export");
    case store::Side::old_delivered: return say(language, "oude levering", "old delivery");
    case store::Side::new_delivered: return say(language, "nieuwe levering", "new delivery");
    case store::Side::id_list: break;
  }
  return say(language, "nummerlijst", "list of numbers");
}

std::string fate_words(std::string_view fate, Language language) { return words(fates, fate, language); }
std::string proof_words(std::string_view proof, Language language) { return words(proofs, proof, language); }
std::string reason_words(std::string_view reason, Language language) { return words(reasons, reason, language); }

std::string sum_sentence(std::uint64_t total, const std::vector<Term>& terms, Language language, std::size_t total_columns) {
  std::uint64_t sum = 0;
  std::string list;
  for (const Term& term : terms) {
    sum += term.count;
    if (term.count > 0) list += fmt::format("{}{} {}", list.empty() ? "" : " + ", term.count, term.words);
  }
  if (list.empty()) list = "0";
  if (sum == total) return fmt::format("{:>{}} = {}", total, total_columns, list);
  return fmt::format("{:>{}} ≠ {} = {}, {}", total, total_columns, sum, list, say(language, "KLOPT NIET", "DOES NOT ADD UP"));
}

std::string equation_sentence(const verify::Equation& equation, Language language, std::size_t total_columns) {
  std::vector<Term> terms;
  for (const auto& [fate, count] : equation.fates) terms.push_back({count, fate_words(fate, language)});
  return fmt::format("{} {}: {}", shown(equation.sender.text()), equation.month, sum_sentence(equation.total, terms, language, total_columns));
}

std::vector<std::string> senders_resting_on_mapping(const Model& model) {
  std::set<std::string> exported, delivered;
  for (const auto& [source, counts] : model.sources) {
    if (source.side == store::Side::old_export) exported.insert(shown(source.sender.text()));
    if (source.side == store::Side::old_delivered) delivered.insert(shown(source.sender.text()));
  }
  std::vector<std::string> result;
  std::set_difference(exported.begin(), exported.end(), delivered.begin(), delivered.end(), std::back_inserter(result));
  return result;
}

}  // namespace srgconv::report
