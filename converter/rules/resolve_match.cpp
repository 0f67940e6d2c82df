// Matching and the demands on a transition: the levels of `match { ... }` and `require ...`.
#include <algorithm>
#include <array>
#include <charconv>
#include <iterator>
#include <string_view>
#include <utility>

#include "rules/lexemes.hpp"
#include "rules/resolve.hpp"

namespace srgconv::rules {
namespace {

constexpr int most_days = 366;
constexpr int most_bits = 200;
constexpr std::int64_t usually_ahead = 3000;  // thousandths of a bit

constexpr std::array<std::pair<std::string_view, Metric>, 5> metrics = {{{"coverage", Metric::coverage},
                                                                         {"open", Metric::open},
                                                                         {"unexplained", Metric::unexplained},
                                                                         {"rejected", Metric::rejected},
                                                                         {"list-contradictions", Metric::list_contradictions}}};

Comparison comparison_of(std::string_view sign) {
  if (sign == "<") return Comparison::less;
  if (sign == "<=") return Comparison::less_or_equal;
  if (sign == "=") return Comparison::equal;
  return sign == ">=" ? Comparison::greater_or_equal : Comparison::greater;
}

// Thousandths of a bit.
std::int64_t resolve_bits(const syntax::Word& word, Environment& environment) {
  const auto bits = Decimal::parse(word.text);
  const bool sound = bits && Decimal{} < *bits && *bits <= Decimal::whole(most_bits) && bits->units() % 10 == 0;
  if (!sound) environment.report("RULE-167", word.span, {{"text", word.text}, {"most", std::to_string(most_bits)}});
  return sound ? bits->units() / 10 : 0;
}

EvidenceLevel resolve_evidence(const syntax::Level& written, Environment& environment) {
  EvidenceLevel evidence;
  evidence.least = resolve_bits(*written.bits, environment);
  evidence.ahead = written.ahead ? resolve_bits(*written.ahead, environment) : usually_ahead;
  if (written.weights) {
    evidence.weights = written.weights->text;
    const bool beside = !evidence.weights->empty() && evidence.weights->find_first_of("/\\*?") == std::string::npos;
    if (!beside) environment.report("RULE-170", written.weights->span, {{"file", written.weights->text}});
  }
  return evidence;
}

MatchLevel resolve_level(const syntax::Level& written, const std::vector<MatchLevel>& earlier, Environment& environment) {
  MatchLevel level;
  level.span = environment.place(written.span);
  for (const syntax::Word& word : written.equal) {
    std::vector<std::string> names = target_names(MappingTarget::provision);
    std::erase_if(names, [](const std::string& name) { return name == "bsn" || name == "description"; });
    if (std::find(names.begin(), names.end(), word.text) != names.end())
      level.equal.push_back(*find_target(word.text));
    else
      environment.report("RULE-037", word.span, {{"target", word.text}, {"targets", listed(names)}}, near_name(word.text, names));
  }
  if (written.bits) {
    level.evidence = resolve_evidence(written, environment);
    return level;
  }
  if (!written.days) return level;
  level.start_within = resolve_days(*written.days, environment);
  // Besides the start every field of the first level must agree.
  if (!earlier.empty()) {
    std::copy_if(earlier.front().equal.begin(), earlier.front().equal.end(), std::back_inserter(level.equal),
                 [](TargetField field) { return field != TargetField::start; });
  }
  return level;
}

}  // namespace

std::optional<int> whole_number(std::string_view text) {
  int value = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (fault != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

std::optional<int> resolve_days(const syntax::Word& word, Environment& environment) {
  const auto days = whole_number(word.text);
  if (days && *days >= 1 && *days <= most_days) return days;
  environment.report("RULE-083", word.span, {{"text", word.text}});
  return std::nullopt;
}

Match resolve_match(const syntax::Match& written, Environment& environment) {
  const syntax::Span head{written.span.begin, written.span.begin + 5};
  Match match;
  match.span = environment.place(head);
  bool within = false;
  for (const syntax::MatchLine& line : written.lines) {
    if (const auto* level = std::get_if<syntax::Level>(&line)) {
      // Weighing is for what the exact levels leave over.
      const bool after_evidence = !match.levels.empty() && match.levels.back().evidence;
      if (after_evidence || (level->bits && match.levels.empty())) environment.report("RULE-169", level->span);
      match.levels.push_back(resolve_level(*level, match.levels, environment));
    } else
      within = true;
  }
  if (!written.faulty && !within) environment.report("RULE-070", head, {{"name", "match"}, {"statement", "within bsn"}});
  if (!written.faulty && match.levels.empty()) environment.report("RULE-070", head, {{"name", "match"}, {"statement", "equal"}});
  return match;
}

std::optional<Requirement> resolve_requirement(const syntax::Require& written, Environment& environment) {
  const auto metric = std::find_if(metrics.begin(), metrics.end(), [&](const auto& entry) { return entry.first == written.metric.text; });
  if (metric == metrics.end()) {
    std::vector<std::string> names;
    for (const auto& [name, value] : metrics) names.emplace_back(name);
    environment.report("RULE-095", written.metric.span, {{"metric", written.metric.text}, {"metrics", listed(names)}}, near_name(written.metric.text, names));
    return std::nullopt;
  }
  const auto limit = Decimal::parse(written.limit.text);
  const bool coverage = metric->second == Metric::coverage;
  const bool sound = limit && (coverage ? written.percent && *limit <= Decimal::whole(100) : !written.percent && limit->is_whole());
  if (!sound) environment.report(coverage ? "RULE-096" : "RULE-097", written.limit.span, {{"metric", written.metric.text}});
  const std::string text = written.metric.text + " " + written.sign.text + " " + written.limit.text + (written.percent ? "%" : "");
  return Requirement{metric->second, comparison_of(written.sign.text), limit.value_or(Decimal{}), text, environment.place(written.span)};
}

}  // namespace srgconv::rules
