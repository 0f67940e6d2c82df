// What `srgconv compare` tells: two runs held against each other, on one screen or as JSON.
#include <algorithm>
#include <array>

#include <fmt/format.h>
#include <fmt/ranges.h>
#include <nlohmann/json.hpp>

#include "report/report.hpp"
#include "report/text_layout.hpp"
#include "report/wording.hpp"

namespace srgconv::report {
namespace {

using findings::Comparison;
using Change = Comparison::Change;
using Json = nlohmann::ordered_json;

constexpr std::size_t most_lines = 24;
constexpr std::size_t most_checks = 8;
constexpr std::array all_changes{Change::fresh, Change::changed, Change::remaining, Change::solved};

std::string_view name(Change change) {
  switch (change) {
    case Change::fresh: return "new";
    case Change::changed: return "changed";
    case Change::solved: return "solved";
    case Change::remaining: break;
  }
  return "remaining";
}

std::string_view words(Change change, Language language) {
  switch (change) {
    case Change::fresh: return say(language, "nieuw", "new");
    case Change::changed: return say(language, "gewijzigd", "changed");
    case Change::solved: return say(language, "opgelost", "solved");
    case Change::remaining: break;
  }
  return say(language, "gebleven", "remaining");
}

std::uint64_t count(const Comparison::Check& check, Change change) {
  const auto found = check.counts.find(change);
  return found == check.counts.end() ? 0 : found->second;
}

std::uint64_t news(const Comparison::Check& check) { return count(check, Change::fresh) + count(check, Change::changed); }

// The checks with news first, those that reject before the others.
std::vector<const Comparison::Check*> worst_first(const Comparison& comparison) {
  std::vector<const Comparison::Check*> checks;
  for (const Comparison::Check& check : comparison.checks) checks.push_back(&check);
  std::stable_sort(checks.begin(), checks.end(), [](const auto* a, const auto* b) {
    const auto rank = [](const auto* check) { return std::pair(news(*check) == 0, !check->rejects); };
    return rank(a) < rank(b);
  });
  return checks;
}

std::vector<std::string> table(const Comparison& comparison, Language language) {
  const auto checks = worst_first(comparison);
  if (checks.empty()) return {};
  const std::size_t listed = checks.size() <= most_checks ? checks.size() : most_checks - 1;
  std::size_t id_columns = width(say(language, "controle", "check"));
  for (std::size_t i = 0; i < listed; ++i) id_columns = std::max(id_columns, width(checks[i]->id));
  std::string head = fmt::format("  {}  {}", fill_right(say(language, "controle", "check"), id_columns), fill_right("", 8));
  for (const Change change : all_changes) head += fill_left(words(change, language), 12);
  std::vector<std::string> lines{head};
  for (std::size_t i = 0; i < listed; ++i) {
    std::string line = fmt::format("  {}  {}", fill_right(shown(checks[i]->id), id_columns),
                                   fill_right(checks[i]->rejects ? say(language, "afkeur", "reject") : say(language, "signaal", "signal"), 8));
    for (const Change change : all_changes) line += fill_left(std::to_string(count(*checks[i], change)), 12);
    lines.push_back(clip(line));
  }
  if (listed < checks.size())
    lines.push_back(fmt::format(fmt::runtime(say(language, "  en nog {} controles", "  and {} more checks")), checks.size() - listed));
  return lines;
}

std::string next_step(const Comparison& comparison, const ComparedFolders& folders, Language language) {
  if (folders.verdict_after == verify::Verdict::not_assessed)
    return std::string(say(language, "Doe nu: laat de tweede run volledig oordelen; wat niet beoordeeld is, is niet opgelost",
                           "Next step: let the second run judge completely; what was not assessed is not solved"));
  if (comparison.rejecting > 0)
    return std::string(say(language, "Doe nu: los eerst op wat nieuw is en afkeurt", "Next step: first resolve what is new and rejects"));
  if (comparison.signalling > 0) return std::string(say(language, "Doe nu: bekijk wat nieuw is", "Next step: look at what is new"));
  return std::string(say(language, "Er is niets nieuws dat telt", "There is nothing new that counts"));
}

}  // namespace

std::string comparison_text(const Comparison& comparison, const ComparedFolders& folders, Language language) {
  std::vector<std::string> lines;
  lines.push_back(clip(fmt::format("{}: {} ({}) -> {} ({})", say(language, "VERGELEKEN", "COMPARED"), shown(folders.before),
                                   verdict_words(folders.verdict_before, language), shown(folders.after), verdict_words(folders.verdict_after, language))));
  std::vector<Term> terms;
  for (const Change change : {Change::fresh, Change::changed, Change::remaining})
    terms.push_back({comparison.total(change), std::string(words(change, language))});
  const std::uint64_t now = terms[0].count + terms[1].count + terms[2].count;
  lines.push_back(clip(fmt::format("{}: {}; {} {}", say(language, "Bevindingen", "Findings"), now == 0 ? "0" : sum_sentence(now, terms, language),
                                   comparison.total(Change::solved), words(Change::solved, language))));
  for (std::string& line : table(comparison, language)) lines.push_back(std::move(line));
  const std::string last =
      fmt::format("{}; {}: {}/findings.csv", next_step(comparison, folders, language), say(language, "alle bevindingen", "all findings"), shown(folders.after));
  std::vector<std::string> below = wrap(last, 2);
  std::size_t told = 0;
  const std::uint64_t tellable = terms[0].count + terms[1].count;
  for (const Comparison::Row& row : comparison.rows) {
    if (row.change == Change::solved || row.change == Change::remaining) continue;
    const std::string text = fmt::format("  {} {} {}: {}", words(row.change, language), shown(row.fingerprint), shown(row.check),
                                         shown(language == Language::nl ? row.sentence_nl : row.sentence_en));
    if (lines.size() + 2 + below.size() > most_lines) break;
    lines.push_back(clip(text));
    ++told;
  }
  if (told < tellable) lines.push_back(fmt::format(fmt::runtime(say(language, "  en nog {}", "  and {} more")), tellable - told));
  lines.insert(lines.end(), below.begin(), below.end());
  return fmt::format("{}\n", fmt::join(lines, "\n"));
}

std::string comparison_json(const Comparison& comparison, const ComparedFolders& folders) {
  const auto counts = [](const auto& of) {
    Json result = Json::object();
    for (const Change change : all_changes) result[std::string(name(change))] = of(change);
    return result;
  };
  Json checks = Json::array(), rows = Json::array();
  for (const Comparison::Check& check : comparison.checks) {
    Json one = {{"id", shown(check.id)}, {"severity", check.rejects ? "reject" : "signal"}};
    one.update(counts([&](Change change) { return count(check, change); }));
    checks.push_back(std::move(one));
  }
  for (const Comparison::Row& row : comparison.rows) {
    rows.push_back({{"change", name(row.change)},
                    {"fingerprint", shown(row.fingerprint)},
                    {"check", shown(row.check)},
                    {"severity", row.rejects ? "reject" : "signal"},
                    {"result", shown(row.result)},
                    {"key", shown(row.key)},
                    {"nl", shown(row.sentence_nl)},
                    {"en", shown(row.sentence_en)}});
  }
  const auto run = [](const std::string& folder, verify::Verdict verdict) { return Json{{"folder", shown(folder)}, {"verdict", checks::name(verdict)}}; };
  const Json result = {{"comparison_version", 1},
                       {"before", run(folders.before, folders.verdict_before)},
                       {"after", run(folders.after, folders.verdict_after)},
                       {"totals", counts([&](Change change) { return comparison.total(change); })},
                       {"new_rejecting", comparison.rejecting},
                       {"new_signalling", comparison.signalling},
                       {"checks", std::move(checks)},
                       {"findings", std::move(rows)}};
  return result.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace srgconv::report
