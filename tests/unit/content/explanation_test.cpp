// Smallest explanations: found by hand, and held against trying everything.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include "content/explanation.hpp"
#include "unit/content/shipped.hpp"

namespace srgconv::content::testing {
namespace {

using rules::Fact;
using rules::Possible;
using ::testing::ElementsAre;
using State = Explanation::State;

Explanation explained(const Row& row) {
  const Content content = Sent().add(row).judged();
  if (content.rows.empty()) throw std::logic_error("nothing is violated");
  return content.rows[0].explanation;
}

std::string text(const Explanation& explanation) {
  std::string result;
  for (const auto& set : explanation.smallest) {
    for (const Fact fact : set) result += std::string(name(fact)) + " ";
    result += "| ";
  }
  for (const Change& change : explanation.example) result += std::string(name(change.fact)) + "=" + (change.to ? *change.to : "?") + " ";
  return result;
}

TEST(Explanation, NamesTheOneFactThatWouldDo) {
  EXPECT_EQ(text(explained({"10", "1", "01", day(2025, 3, 1), {}, {}})), "type | wage_value | type=12 ");
  EXPECT_EQ(text(explained({"30", "1", "", day(2025, 3, 1), day(2025, 2, 1), {}})), "start | end | start=? ");
  EXPECT_EQ(text(explained({"77", "1", "", day(2025, 3, 1), {}, {}})), "type | type=12 ");
}

TEST(Explanation, FindsTheOneFactBehindSeveralViolations) {
  const Explanation wrong_type = explained({"10", "2", "02", day(2025, 3, 1), {}, {}});
  EXPECT_EQ(text(wrong_type), "type | type=20 ");
  EXPECT_EQ(wrong_type.state, State::found);
}

TEST(Explanation, NeedsMoreFactsWhereOneWillNotDo) {
  const Explanation two = explained({"77", "9", "", day(2025, 3, 1), {}, {}});
  EXPECT_EQ(two.smallest.size(), 1U);
  EXPECT_THAT(two.smallest[0], ElementsAre(Fact::type, Fact::goal));
}

TEST(Explanation, IsNoneWhereThreeFactsWillNotDo) {
  const Explanation four = explained({"77", "9", "99", day(2025, 3, 1), day(2025, 2, 1), {}});
  EXPECT_EQ(four.state, State::none);
  EXPECT_TRUE(four.smallest.empty());
}

TEST(Explanation, NeverShowsADateOrTheBsn) {
  for (const Change& change : explained({"30", "1", "", day(2027, 3, 1), {}, {}}).example) EXPECT_EQ(change.to, std::nullopt);
}

// ---------------------------------------------------------------------------------------------- held against trying everything

const std::vector<RecordCheck>& all_checks() {
  static const auto checks = record_checks(shipped_pack());
  return checks;
}

// Values of a fact, many more than the search tries.
std::vector<Possible> every(Fact fact) {
  std::vector<Possible> values;
  const auto codes = [&](std::initializer_list<const char*> words) {
    for (const char* word : words) values.push_back(Possible::text(word));
  };
  const auto days = [&](int step) {
    for (int at = day(2014, 1, 1).day_number(); at < day(2040, 1, 1).day_number(); at += step) values.push_back(Possible::of(Date::from_day_number(at)));
  };
  switch (fact) {
    case Fact::start: days(13); break;
    case Fact::end:
      values.push_back(Possible::empty(Possible::Kind::date));
      days(13);
      break;
    case Fact::type: codes({"10", "11", "12", "20", "22", "23", "29", "30", "31", "40", "42", "59"}); break;
    case Fact::goal: codes({"", "1", "2"}); break;
    case Fact::work_capacity: codes({"", "01", "02"}); break;
    default:
      values.push_back(Possible::empty(Possible::Kind::number));
      for (const int percent : {0, 1, 50, 99, 100}) values.push_back(Possible::of(Decimal::whole(percent)));
  }
  return values;
}

bool acceptable(const Facts& facts, const Facts& before) {
  return std::all_of(all_checks().begin(), all_checks().end(), [&](const RecordCheck& check) {
    const Outcome outcome = check.judge(facts).outcome;
    return outcome != Outcome::violated && (outcome != Outcome::undecided || check.judge(before).outcome == Outcome::undecided);
  });
}

// Could changing these facts satisfy everything? By trying.
bool would_do(const std::vector<Fact>& set, const Facts& before) {
  Facts facts = before;
  const std::function<bool(std::size_t)> from = [&](std::size_t at) {
    if (at == set.size()) return acceptable(facts, before);
    const auto values = every(set[at]);
    return std::any_of(values.begin(), values.end(), [&](const Possible& value) {
      facts[rules::fact_index(set[at])] = value;
      return from(at + 1);
    });
  };
  return from(0);
}

RC_GTEST_PROP(ExplanationProperty, IsSmallestAndDoes, ()) {
  const auto word = [](const std::vector<std::string>& from) {
    return from[static_cast<std::size_t>(*rc::gen::inRange<int>(0, static_cast<int>(from.size())))];
  };
  const auto some_day = [] {
    const int month = *rc::gen::inRange(0, 13);
    return *Date::from_parts(*rc::gen::inRange(2019, 2028), month, month == 0 ? 0 : *rc::gen::inRange(0, 29));
  };
  Row row{word({"10", "11", "22", "30", "77"}), word({"", "1", "2", "9"}), word({"", "01", "02", "99"}), some_day(), {}, {}};
  if (*rc::gen::inRange(0, 2) == 0) row.end = some_day();
  if (*rc::gen::inRange(0, 2) == 0) row.wage_value = Decimal::whole(*rc::gen::inRange(-2, 110));
  Sent sent;
  sent.add(row);
  const Content content = sent.judged();
  if (content.rows.empty()) return;
  const Explanation& explanation = content.rows[0].explanation;
  const Facts facts = facts_of(sent.delivery, sent.delivery.provisions[0], nullptr);
  constexpr std::array all = {Fact::start, Fact::end, Fact::type, Fact::goal, Fact::work_capacity, Fact::wage_value};
  RC_ASSERT(explanation.state != State::not_worked_out);
  const std::size_t size = explanation.smallest.empty() ? most_facts + 1 : explanation.smallest[0].size();
  // Sets of one fact, and of two: each is shown when and only when it does, and none that is smaller than those shown.
  for (std::size_t i = 0; i < all.size(); ++i) {
    const std::vector<Fact> one = {all[i]};
    const bool shown = std::find(explanation.smallest.begin(), explanation.smallest.end(), one) != explanation.smallest.end();
    RC_ASSERT(would_do(one, facts) <= shown);
    for (std::size_t j = i + 1; j < all.size() && size >= 2; ++j) {
      const std::vector<Fact> two = {all[i], all[j]};
      const bool both = std::find(explanation.smallest.begin(), explanation.smallest.end(), two) != explanation.smallest.end();
      const bool dates = all[i] == Fact::start && all[j] == Fact::end;  // trying all pairs of days takes too long
      if (!dates) RC_ASSERT(would_do(two, facts) <= both);
    }
  }
  // The example does: with its values, and the search's own days where it shows none.
  if (explanation.state == State::found) {
    Facts changed = facts;
    for (const Change& change : explanation.example) {
      Possible& place = changed[rules::fact_index(change.fact)];
      if (!change.to)
        place = Possible::anything(Possible::Kind::date).filled();
      else if (change.to->empty())
        place = Possible::empty(place.kind());
      else
        place = place.kind() == Possible::Kind::number ? Possible::of(*Decimal::parse(*change.to)) : Possible::text(*change.to);
    }
    for (const RecordCheck& check : all_checks()) RC_ASSERT(check.judge(changed).outcome != Outcome::violated);
  }
}

TEST(Explainer, WorksOutRowsThatAreAlikeOnce) {
  Sent sent;
  for (int i = 0; i < 100; ++i) sent.add({"10", "2", "02", day(2025, 3, 1), {}, {}});
  const Content content = sent.judged();
  ASSERT_EQ(content.rows.size(), 100U);
  for (const BadRow& row : content.rows) EXPECT_EQ(text(row.explanation), "type | type=20 ");
}

}  // namespace
}  // namespace srgconv::content::testing
