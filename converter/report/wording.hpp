// The words of the report in Dutch and English, and the sentences that both the console and the JSON report show.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "report/report.hpp"

namespace srgconv::report {

/// The text of the language.
inline std::string_view say(Language language, std::string_view nl, std::string_view en) { return language == Language::nl ? nl : en; }
/// `1 voorziening`, `2 voorzieningen`.
std::string counted(std::uint64_t count, std::string_view one, std::string_view several);

/// The title of a check as the tables of `check` have it.
std::string_view check_title(const std::vector<checks::CheckResult>& checks, std::string_view id, Language language);
/// What a part of a run is about: its transition, or the sender of deliveries; empty when it has no parts.
std::string part_name(const Model& model);
std::string_view state_name(checks::State state);  ///< `not-applicable`

std::string_view explanation_state(content::Explanation::State state);       ///< `not-worked-out`
std::string_view verdict_words(verify::Verdict verdict, Language language);  ///< `geaccepteerd met signalen`
std::string_view side_words(store::Side side, Language language);            ///< `oude export`
/// A code without words of its own stands for itself in these three.
std::string fate_words(std::string_view fate, Language language);      ///< `sindsdien beëindigd`
std::string proof_words(std::string_view proof, Language language);    ///< `volgens regel`
std::string reason_words(std::string_view reason, Language language);  ///< `gemeentelijke herindeling`

/// A total and what it is made of.
struct Term {
  std::uint64_t count = 0;
  std::string words;
};
/// `14 = 10 gekoppeld + 2 beëindigd`: terms that are zero are left out. When the terms do not add up: `14 ≠ 13 = 10 gekoppeld + 3 beëindigd, KLOPT NIET`.
/// The total is filled with blanks on its left up to `total_columns`.
std::string sum_sentence(std::uint64_t total, const std::vector<Term>& terms, Language language, std::size_t total_columns = 0);

/// `0398 2021-12: 14 = 10 gekoppeld + 2 beëindigd`.
std::string equation_sentence(const verify::Equation& equation, Language language, std::size_t total_columns = 0);

/// False when verification could not measure what the requirement is about, and says `-`.
inline bool is_measured(const verify::RequirementResult& requirement) { return requirement.measured != "-"; }

/// Old senders of which there is an export and no delivery: what is said of them rests on the mapping.
std::vector<std::string> senders_resting_on_mapping(const Model& model);

}  // namespace srgconv::report
