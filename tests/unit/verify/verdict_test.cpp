// Verdicts, requirements, what cannot be assessed, and the texts of all checks.
#include <new>
#include <regex>
#include <set>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "scenario.hpp"

namespace srgconv::verify::test {
namespace {

using testing::ElementsAre;
using testing::UnorderedElementsAre;

CheckResult result_of(std::uint64_t violated, std::uint64_t undecided, pack::CheckSeverity severity, State state = State::assessed) {
  CheckResult result;
  result.severity = severity;
  result.state = state;
  result.violated = violated;
  result.undecided = undecided;
  return result;
}

// As many checks as are planned, of which the first is the given one.
std::vector<CheckResult> with(CheckResult first) {
  std::vector<CheckResult> results(check_ids().size());
  results.front() = std::move(first);
  return results;
}

Equation equation(std::uint64_t total, std::uint64_t linked, std::uint64_t ended = 0, std::uint64_t open = 0) {
  return {
      true, sender("0398"), month("202112"), total, {{"linked", linked}, {"ended", ended}, {"ended-since", 0}, {"stays", 0}, {"dropped", 0}, {"open", open}}};
}

rules::Requirement requirement(rules::Metric metric, rules::Comparison comparison, const char* limit) {
  rules::Requirement result;
  result.metric = metric;
  result.comparison = comparison;
  result.limit = *Decimal::parse(limit);
  result.text = "as written";
  return result;
}

RequirementResult measure(const rules::Requirement& one, const std::vector<Equation>& equations, std::uint64_t rejected = 0) {
  const pack::Pack pack;
  const rules::Format format;
  Request request{pack, format, format, {}, {}, {}, {}, {}, {}, {one}, rejected, 0, {}};
  return measure_requirements(request, equations).front();
}

TEST(Verdict, Names) {
  EXPECT_EQ(name(Verdict::rejected), "rejected");
  EXPECT_EQ(name(Verdict::accepted_with_signals), "accepted-with-signals");
  EXPECT_EQ(name(Verdict::accepted), "accepted");
  EXPECT_EQ(name(Verdict::not_assessed), "not-assessed");
}

TEST(Verdict, FollowsFromTheChecks) {
  using enum pack::CheckSeverity;
  EXPECT_EQ(judge(with(result_of(0, 0, reject)), {}, {}), Verdict::accepted);
  EXPECT_EQ(judge(with(result_of(1, 0, reject)), {}, {}), Verdict::rejected);
  EXPECT_EQ(judge(with(result_of(1, 0, signal)), {}, {}), Verdict::accepted_with_signals);
  EXPECT_EQ(judge(with(result_of(0, 1, reject)), {}, {}), Verdict::accepted_with_signals);
  EXPECT_EQ(judge(with(result_of(0, 0, signal, State::not_assessed)), {}, {}), Verdict::not_assessed);
  EXPECT_EQ(judge(with(result_of(1, 0, signal, State::not_assessed)), {}, {}), Verdict::not_assessed);
  EXPECT_EQ(judge(with(result_of(1, 0, reject, State::not_assessed)), {}, {}), Verdict::rejected);
  EXPECT_EQ(judge(with(result_of(0, 0, reject, State::not_applicable)), {}, {}), Verdict::accepted);
}

TEST(Verdict, MissingChecksAreNeverAccepted) {
  EXPECT_EQ(judge({}, {}, {}), Verdict::not_assessed);
  auto results = with(result_of(0, 0, pack::CheckSeverity::reject));
  results.pop_back();
  EXPECT_EQ(judge(results, {}, {}), Verdict::not_assessed);
}

TEST(Verdict, EquationsAndRequirementsReject) {
  const auto clean = with(result_of(0, 0, pack::CheckSeverity::reject));
  EXPECT_EQ(judge(clean, {equation(10, 10)}, {}), Verdict::accepted);
  EXPECT_EQ(judge(clean, {equation(10, 9)}, {}), Verdict::rejected);
  EXPECT_EQ(judge(clean, {}, {{"open <= 1", "2", false, {}}}), Verdict::rejected);
  EXPECT_EQ(judge(clean, {}, {{"open <= 1", "1", true, {}}}), Verdict::accepted);
  EXPECT_EQ(judge(clean, {}, {{"open <= 1", "-", false, {}}}), Verdict::not_assessed);
}

TEST(Requirements, CoverageIsExactAndPerSender) {
  using rules::Comparison, rules::Metric;
  const auto at_least = [](const char* limit) { return requirement(Metric::coverage, Comparison::greater_or_equal, limit); };
  EXPECT_EQ(measure(at_least("99.5"), {equation(200, 199, 0, 1)}).measured, "99.5%");
  EXPECT_TRUE(measure(at_least("99.5"), {equation(200, 199, 0, 1)}).met);
  EXPECT_FALSE(measure(at_least("99.5"), {equation(199, 198, 0, 1)}).met);  // 99.4974... %
  EXPECT_EQ(measure(at_least("99.5"), {equation(199, 198, 0, 1)}).measured, "99.4974%");
  EXPECT_TRUE(measure(at_least("100"), {equation(10, 8, 2)}).met);  // ended ones do not count
  const auto lowest = measure(at_least("60"), {equation(10, 10), equation(3, 2, 0, 1), equation(4, 3, 0, 1)});
  EXPECT_EQ(lowest.measured, "66.6666%");
  EXPECT_TRUE(lowest.met);
  EXPECT_FALSE(measure(at_least("66.6667"), {equation(10, 10), equation(3, 2, 0, 1)}).met);
  EXPECT_FALSE(measure(at_least("100.0001"), {equation(10, 10)}).met);
  EXPECT_EQ(measure(at_least("100"), {equation(2, 0, 2)}).measured, "100%");  // nothing was to go on
  EXPECT_TRUE(measure(at_least("100"), {equation(2, 0, 2)}).met);
}

TEST(Requirements, Counts) {
  using rules::Comparison, rules::Metric;
  const std::vector<Equation> two_open{equation(10, 8, 0, 1), equation(10, 9, 0, 1)};
  EXPECT_TRUE(measure(requirement(Metric::open, Comparison::less_or_equal, "2"), two_open).met);
  EXPECT_FALSE(measure(requirement(Metric::open, Comparison::less, "2"), two_open).met);
  EXPECT_EQ(measure(requirement(Metric::open, Comparison::equal, "2"), two_open).measured, "2");
  EXPECT_TRUE(measure(requirement(Metric::rejected, Comparison::equal, "3"), {}, 3).met);
  EXPECT_FALSE(measure(requirement(Metric::rejected, Comparison::greater, "3"), {}, 3).met);
  EXPECT_TRUE(measure(requirement(Metric::list_contradictions, Comparison::equal, "0"), {}).met);
}

TEST(Requirements, WithoutEvidenceNothingIsMeasured) {
  const auto result = measure(requirement(rules::Metric::open, rules::Comparison::less_or_equal, "2"), {});
  EXPECT_EQ(result.measured, "-");
  EXPECT_FALSE(result.met);
}

TEST(NotAssessed, MissingSideGivesReasonsInstead) {
  Scenario scenario;
  make_merger(scenario);
  scenario.evidence.new_side = {};
  scenario.evidence.new_side.why_unusable.push_back({"VER-138", {}, {}, {}, {}});
  EXPECT_EQ(scenario.verdict(), Verdict::not_assessed);
  const auto result = scenario.check("NEW-KEY");
  EXPECT_EQ(result.state, State::not_assessed);
  EXPECT_THAT(codes(result), ElementsAre("VER-138"));
  EXPECT_TRUE(scenario.evidence.equations.empty());
}

TEST(NotAssessed, CheckThatThrowsKeepsWhatItFound) {
  Scenario scenario;
  const PlannedCheck throwing{"COUNTS", {}, [](const Evidence& evidence, Tally& tally) {
                                {
                                  Case(tally, evidence.files.name(), 3).violated("VER-020", [] { return Arguments{}; });
                                }
                                throw std::bad_alloc();
                              }};
  make_merger(scenario);
  const CheckResult result = run_check(throwing, scenario.evidence);
  EXPECT_EQ(result.state, State::not_assessed);
  EXPECT_EQ(result.violated, 1U);
  EXPECT_THAT(codes(result), UnorderedElementsAre("VER-020", "VER-240"));
  CheckResult harmless = result;
  harmless.violated = 0;
  EXPECT_EQ(checks::verdict_on({harmless}), Verdict::not_assessed);
}

TEST(NotAssessed, WhatIsWrongOnTheSideThatIsThereRejects) {
  Scenario scenario;
  make_merger(scenario);
  scenario.drafts.front().record.facts.start = date(19990101);
  scenario.evidence.new_side = {};
  scenario.evidence.new_side.why_unusable.push_back({"VER-138", {}, {}, {}, {}});
  EXPECT_EQ(scenario.check("FACTS").state, State::not_assessed);
  EXPECT_EQ(scenario.verdict(), Verdict::rejected);
}

TEST(NotAssessed, UnreadableFileIsRejectedAndAMissingOneIsNot) {
  Scenario scenario;
  make_merger(scenario);
  scenario.evidence.files.each[0].state = FileState::invalid;
  scenario.evidence.files.each[0].errors = 3;
  EXPECT_EQ(scenario.verdict(), Verdict::rejected);
  EXPECT_EQ(scenario.check("XSD").violated, 3U);
  EXPECT_THAT(codes(scenario.check("XSD")), ElementsAre("VER-001"));
  scenario.evidence.files.each[0].state = FileState::unavailable;
  scenario.evidence.files.each[0].why_not = {{"VER-132", {}, {}, {}, {}}};
  EXPECT_EQ(scenario.verdict(), Verdict::not_assessed);
}

TEST(Planned, TheChecksStandInTheirOrder) {
  EXPECT_THAT(check_ids(), ElementsAre("XSD", "HEADER", "COUNTS", "SENDER-KNOWN", "SENDER-ALIVE", "SENDER-SUCCESSOR", "UNIQUE", "BSN", "OLD-KEY", "NEW-KEY",
                                       "KEY-TWICE", "FATES-OLD", "FATES-NEW", "FACTS", "RELATION", "CHANGES", "EARLY-START", "DELIVERED-TWICE", "LATE-SHARE",
                                       "CONTINUITY", "EARLIER", "MAPPING-AGREES", "OPEN-REVIEW"));
}

TEST(Undeclared, ACheckThatThePackDoesNotDeclareIsNotAssessed) {
  Scenario scenario;
  make_merger(scenario);
  std::erase_if(scenario.pack().checks, [](const rules::Check& check) { return check.code == "XSD"; });
  const CheckResult result = scenario.check("XSD");
  EXPECT_EQ(result.state, State::not_assessed);
  EXPECT_THAT(codes(result), ElementsAre("VER-172"));
  EXPECT_EQ(checks::title(result, Language::nl), "XSD");
  EXPECT_EQ(scenario.verdict(), Verdict::not_assessed);
}

TEST(Undeclared, ACheckOfRowsInItsPlaceIsNotAssessed) {
  Scenario scenario;
  for (rules::Check& check : scenario.pack().checks) check.kind = check.code == "BSN" ? rules::CheckKind::provision : check.kind;
  EXPECT_EQ(scenario.check("BSN").state, State::not_assessed);
}

std::set<std::string> places_in(std::string_view text) {
  const std::string copy(text);
  const std::regex place("\\{([a-z_]+)\\}");
  std::set<std::string> names;
  for (auto at = std::sregex_iterator(copy.begin(), copy.end(), place); at != std::sregex_iterator(); ++at) names.insert((*at)[1]);
  return names;
}

TEST(Texts, MessagesUseTheSameArgumentsInBothLanguages) {
  for (const Message& row : verify_messages()) {
    EXPECT_EQ(places_in(row.nl), places_in(row.en)) << row.code;
    EXPECT_EQ(places_in(row.tip_nl), places_in(row.tip_en)) << row.code;
    EXPECT_FALSE(row.tip_nl.empty()) << row.code;
    EXPECT_FALSE(row.tip_en.empty()) << row.code;
  }
}

}  // namespace
}  // namespace srgconv::verify::test
