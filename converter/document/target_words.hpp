// What the facts of a provision are called in sentences.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "document/speech.hpp"

namespace srgconv::document {

/// `de begindatum` of `start`, `de rol van het type` of `type.role`; nothing for a name that is no fact.
std::optional<Phrase> target_words(std::string_view name, const Speech& speech);
/// The words for what a check names: `type.role`, `old.start`, `relation`; nothing when it is no such fact.
std::optional<Phrase> checked_fact_words(std::string_view name, const Speech& speech);
/// `de oude begindatum` of `start`: a fact of an old provision, without `old.`.
std::optional<Phrase> old_fact_words(std::string_view name, const Speech& speech);
/// The facts that a mapping may fill: to a provision or to a link.
const std::vector<std::string_view>& all_targets(bool link);
bool is_required(std::string_view target);

}  // namespace srgconv::document
