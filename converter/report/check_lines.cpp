#include "report/check_lines.hpp"

#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "report/text_layout.hpp"
#include "report/wording.hpp"

namespace srgconv::report {
namespace {

// What a check came to, the worst first.
enum class Result { rejects, not_assessed, signals, undecided, in_order, not_applicable };

Result result_of(const verify::CheckResult& check) {
  const bool rejects = check.violated > 0 && check.severity == pack::CheckSeverity::reject;
  if (rejects) return Result::rejects;  // even when it could not be judged to its end
  if (check.state == checks::State::not_assessed) return Result::not_assessed;
  if (check.state == checks::State::not_applicable) return Result::not_applicable;
  if (check.violated > 0) return Result::signals;
  return check.undecided > 0 ? Result::undecided : Result::in_order;
}

std::string_view result_words(Result result, Language language) {
  switch (result) {
    case Result::rejects: return say(language, "afkeur", "rejection");
    case Result::not_assessed: return say(language, "niet beoordeeld", "not assessed");
    case Result::signals: return say(language, "signaal", "signal");
    case Result::undecided: return say(language, "onbeslist", "undecided");
    case Result::in_order: return say(language, "goed", "in order");
    case Result::not_applicable: break;
  }
  return say(language, "n.v.t.", "n/a");
}

// The same in a count of checks.
std::string_view summary_words(Result result, Language language) {
  switch (result) {
    case Result::rejects: return say(language, "afkeurend", "rejecting");
    case Result::signals: return say(language, "signalerend", "signalling");
    default: return result_words(result, language);
  }
}

std::string count_words(const verify::CheckResult& check, Language language) {
  if (check.state == checks::State::not_assessed && check.violated == 0) return "-";
  const std::string_view of = say(language, "van", "of");
  const bool only_undecided = check.violated == 0;
  return fmt::format("{} {} {}", only_undecided ? check.undecided : check.violated, of, check.examined);
}

// A check that both found something and left something undecided says so behind its title, and how much of it people know.
std::string title_words(const verify::CheckResult& check, Language language) {
  std::string title = shown(checks::title(check, language));
  std::vector<std::string> more;
  if (check.violated > 0 && check.undecided > 0) more.push_back(fmt::format("{} {}", check.undecided, say(language, "onbeslist", "undecided")));
  if (check.waived > 0) more.push_back(fmt::format("{} {}", check.waived, say(language, "bekend", "waived")));
  return more.empty() ? title : fmt::format("{} ({})", title, fmt::join(more, ", "));
}

std::vector<std::string> next_step(const verify::CheckResult& check, Language language) {
  if (check.findings.empty()) return {};
  const std::vector<Diagnostic> all(check.findings.begin(), check.findings.end());
  const std::vector<const Diagnostic*> findings = by_place(all);
  // Of a check that found something wrong that counts, not what it left undecided or why it did not come to its end.
  const auto found = std::find_if(findings.begin(), findings.end(), [&](const Diagnostic* finding) {
    return check.findings[static_cast<std::size_t>(finding - all.data())].outcome == checks::Outcome::violated;
  });
  const std::string text = shown(tip(check.violated > 0 && found != findings.end() ? **found : *findings.front(), language));
  return wrap(fmt::format("    {}: {}", say(language, "doe nu", "next step"), text), 6);
}

}  // namespace

std::vector<const verify::CheckResult*> found_something(const verify::Verification& verification) {
  std::vector<const verify::CheckResult*> checks;
  for (const verify::CheckResult& check : verification.checks) {
    if (result_of(check) < Result::in_order) checks.push_back(&check);
  }
  std::stable_sort(checks.begin(), checks.end(), [](const auto* a, const auto* b) { return result_of(*a) < result_of(*b); });
  return checks;
}

std::string check_summary(const verify::Verification& verification, Language language) {
  std::array<std::uint64_t, 6> counts{};
  for (const verify::CheckResult& check : verification.checks) ++counts[static_cast<std::size_t>(result_of(check))];
  std::vector<Term> terms;
  for (const Result result : {Result::in_order, Result::rejects, Result::signals, Result::undecided, Result::not_assessed, Result::not_applicable}) {
    terms.push_back({counts[static_cast<std::size_t>(result)], std::string(summary_words(result, language))});
  }
  return fmt::format("{}: {}", say(language, "Controles", "Checks"), sum_sentence(verification.checks.size(), terms, language));
}

std::size_t checks_to_show(const verify::Verification& verification) { return found_something(verification).size(); }

std::vector<std::string> check_lines(const verify::Verification& verification, Language language, std::size_t room, bool listed_in_full) {
  const std::vector<const verify::CheckResult*> checks = found_something(verification);
  if (checks.empty()) return {};
  room = std::max<std::size_t>(room, 1);
  std::size_t result_columns = 0, id_columns = 0, count_columns = 0;
  for (const auto* check : checks) {
    result_columns = std::max(result_columns, width(result_words(result_of(*check), language)));
    id_columns = std::max(id_columns, width(check->id));
    count_columns = std::max(count_columns, width(count_words(*check, language)));
  }

  // The worst check gets its next step before the others get a line; then every check its line; then the others their next steps.
  const std::size_t first_step = next_step(*checks.front(), language).size();
  const bool steps = 1 + first_step + (checks.size() > 1 ? 1 : 0) <= room;
  const std::size_t lines_for_checks = room - (steps ? first_step : 0);
  const std::size_t listed = checks.size() <= lines_for_checks ? checks.size() : std::max<std::size_t>(lines_for_checks - 1, 1);
  const bool count_the_rest = listed < checks.size() && listed < lines_for_checks;
  std::size_t spare = lines_for_checks - listed - (count_the_rest ? 1 : 0);

  std::vector<std::string> lines, last_step;  // a step is not said twice running
  for (std::size_t i = 0; i < listed; ++i) {
    const verify::CheckResult& check = *checks[i];
    lines.push_back(clip(fmt::format("  {}  {}  {}  {}", fill_right(result_words(result_of(check), language), result_columns), fill_right(check.id, id_columns),
                                     fill_left(count_words(check, language), count_columns), title_words(check, language))));
    const std::vector<std::string> step = next_step(check, language);
    if (i > 0 && (step.size() > spare || step == last_step)) continue;
    last_step = step;
    if (i == 0 && !steps) continue;
    if (i > 0) spare -= step.size();
    lines.insert(lines.end(), step.begin(), step.end());
  }
  if (count_the_rest) {
    const std::string_view rest = listed_in_full
                                      ? say(language, "  en nog {}: zie findings.csv", "  and {} more: see findings.csv")
                                      : say(language, "  en nog {}: met -o OUT komt elke bevinding in een lijst", "  and {} more: -o OUT lists every finding");
    lines.push_back(fmt::format(fmt::runtime(rest), checks.size() - listed));
  }
  return lines;
}

}  // namespace srgconv::report
