// Episodes: equal facts over consecutive delivered months become one, whatever the order in which the months come.
#include <algorithm>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "unit/store/sample_workspace.hpp"

namespace srgconv::store {
namespace {

constexpr Side side = Side::old_delivered;
constexpr const char* sample_key = "0398@-/1001";

class EpisodeFolding : public WorkspaceTest {
 protected:
  std::uint32_t deliver(const std::string& month_text, bool in_force = true) {
    SourceFile file_of_month = source(side, "0398@-", month_text, month_text + ".xml");
    file_of_month.in_force = in_force;
    return sources_[month_text] = workspace_.add_source(file_of_month);
  }
  void tell_type(const std::string& month_text, const std::string& type, std::uint32_t line = 1) {
    Provision told = provision(sample_key);
    told.type = type;
    tell(workspace_, sources_.at(month_text), side, month_text, told, line);
  }
  // `22 2021-10..2021-11 line 3; ...`
  std::string episodes(std::string_view key_text = sample_key) {
    std::string result;
    for (const Episode& episode : workspace_.history(key(key_text))) {
      if (!result.empty()) result += "; ";
      result += fmt::format("{} {}..{} line {}", episode.reported.provision.type, episode.first_month, episode.last_month, episode.reported.origin.line);
    }
    return result;
  }

  Workspace workspace_ = Workspace::create(file());
  std::map<std::string, std::uint32_t> sources_;
};

TEST_F(EpisodeFolding, EqualFactsOfConsecutiveMonthsAreOneEpisode) {
  workspace_.begin();
  std::uint32_t line = 0;
  for (const std::string text : {"2021-10", "2021-11", "2021-12"}) {
    deliver(text);
    tell_type(text, "22", ++line);
  }
  EXPECT_EQ(episodes(), "22 2021-10..2021-12 line 3");
}

TEST_F(EpisodeFolding, OtherFactsBeginAnEpisode) {
  for (const std::string text : {"2021-10", "2021-11", "2021-12"}) deliver(text);
  tell_type("2021-10", "22", 1);
  tell_type("2021-11", "40", 2);
  tell_type("2021-12", "22", 3);
  EXPECT_EQ(episodes(), "22 2021-10..2021-10 line 1; 40 2021-11..2021-11 line 2; 22 2021-12..2021-12 line 3");
}

TEST_F(EpisodeFolding, AMonthWithoutADeliveryDoesNotInterrupt) {
  deliver("2021-10");
  tell_type("2021-10", "22", 1);
  deliver("2021-12");
  tell_type("2021-12", "22", 2);
  EXPECT_EQ(episodes(), "22 2021-10..2021-12 line 2");
}

TEST_F(EpisodeFolding, AbsenceFromADeliveryInterrupts) {
  for (const std::string text : {"2021-10", "2021-11", "2021-12"}) deliver(text);
  tell_type("2021-10", "22", 1);
  tell_type("2021-12", "22", 2);
  EXPECT_EQ(episodes(), "22 2021-10..2021-10 line 1; 22 2021-12..2021-12 line 2");
}

TEST_F(EpisodeFolding, ADeliveryThatComesLateTakesAnEpisodeApart) {
  for (const std::string text : {"2021-10", "2021-12"}) deliver(text);
  tell_type("2021-10", "22", 1);
  tell_type("2021-12", "22", 2);
  EXPECT_EQ(episodes(), "22 2021-10..2021-12 line 2");
  deliver("2021-11");
  EXPECT_EQ(episodes(), "22 2021-10..2021-10 line 1; 22 2021-12..2021-12 line 2");
  tell_type("2021-11", "22", 3);
  EXPECT_EQ(episodes(), "22 2021-10..2021-12 line 2");
}

TEST_F(EpisodeFolding, AReplacedDeliveryIsNoMonth) {
  deliver("2021-10");
  deliver("2021-11", false);
  deliver("2021-12");
  tell_type("2021-10", "22", 1);
  tell_type("2021-12", "22", 2);
  EXPECT_EQ(episodes(), "22 2021-10..2021-12 line 2");
}

TEST_F(EpisodeFolding, ADeliveryOfAnotherSenderOrSideIsNoMonthOfThisOne) {
  deliver("2021-10");
  workspace_.add_source(source(side, "0416@-", "2021-11", "other.xml"));
  workspace_.add_source(source(Side::old_export, "0398@-", "2021-11", "export.csv"));
  deliver("2021-12");
  tell_type("2021-10", "22", 1);
  tell_type("2021-12", "22", 2);
  EXPECT_EQ(episodes(), "22 2021-10..2021-12 line 2");
}

TEST_F(EpisodeFolding, SidesAreApart) {
  deliver("2021-12");
  tell_type("2021-12", "22", 1);
  const auto exported = workspace_.add_source(source(Side::old_export, "0398@-", "2021-12", "export.csv"));
  Provision told = provision(sample_key);
  told.type = "40";
  tell(workspace_, exported, Side::old_export, "2021-12", told, 9);
  EXPECT_EQ(episodes(), "40 2021-12..2021-12 line 9; 22 2021-12..2021-12 line 1");
}

TEST_F(EpisodeFolding, TheLastOfSeveralTellingsOfAMonthHolds) {
  for (const std::string text : {"2021-10", "2021-11"}) deliver(text);
  tell_type("2021-10", "22", 1);
  tell_type("2021-11", "22", 2);
  tell_type("2021-11", "40", 3);  // the episode of 22 ends a month earlier again, as told on line 1
  EXPECT_EQ(episodes(), "22 2021-10..2021-10 line 1; 40 2021-11..2021-11 line 3");
  tell_type("2021-11", "22", 4);  // and goes on after all
  EXPECT_EQ(episodes(), "22 2021-10..2021-11 line 4");
}

TEST_F(EpisodeFolding, GoesOnAcrossCommits) {
  workspace_.begin();
  for (const std::string text : {"2021-10", "2021-11"}) {
    deliver(text);
    tell_type(text, "22", 1);
  }
  workspace_.commit();
  workspace_.begin();
  deliver("2021-12");
  tell_type("2021-12", "22", 2);
  workspace_.commit();
  EXPECT_EQ(episodes(), "22 2021-10..2021-12 line 2");
  workspace_.begin();
  tell_type("2021-12", "40", 3);
  workspace_.commit();
  EXPECT_EQ(episodes(), "22 2021-10..2021-11 line 1; 40 2021-12..2021-12 line 3");
}

TEST_F(EpisodeFolding, ADescriptionIsNoFactButThatOfTheLastMonthStays) {
  for (const std::string text : {"2021-10", "2021-11", "2021-12"}) deliver(text);
  Provision told = provision(sample_key);
  for (const auto& [text, description] : {std::pair{"2021-10", "first"}, {"2021-11", "second"}, {"2021-12", "second"}}) {
    told.description = description;
    tell(workspace_, sources_.at(text), side, text, told);
  }
  const auto history = workspace_.history(key(sample_key));
  ASSERT_EQ(history.size(), 1U);
  EXPECT_EQ(history[0].reported.provision.description, "second");
}

TEST_F(EpisodeFolding, EveryFactCounts) {
  for (const std::string text : {"2021-10", "2021-11"}) deliver(text);
  std::vector<Provision> others(8, provision(sample_key));
  others[0].bsn = bsn(bsn_2);
  others[1].type = "40";
  others[2].start = day(20210300);
  others[3].end = day(20220101);
  others[4].goal = "2";
  others[5].work_capacity = "1";
  others[6].wage_value = Decimal::whole(0);
  others[7].end = Date();  // an unknown end is not the same as none
  for (std::size_t i = 0; i < others.size(); ++i) {
    const std::string name = fmt::format("0398@-/{}", i);
    Provision first = provision(name);
    others[i].key = first.key;
    tell(workspace_, sources_.at("2021-10"), side, "2021-10", first);
    tell(workspace_, sources_.at("2021-11"), side, "2021-11", others[i]);
    EXPECT_EQ(workspace_.history(first.key).size(), 2U) << i;
  }
}

// What folding must give, worked out from all tellings at once.
std::string expected_episodes(const std::vector<int>& delivered, const std::map<int, std::pair<std::string, std::uint32_t>>& told) {
  struct Piece {
    std::string type;
    int first, last;
    std::uint32_t line;
  };
  std::vector<Piece> pieces;
  for (const auto& [number, telling] : told) {
    const auto at = std::lower_bound(delivered.begin(), delivered.end(), number);
    const bool follows = !pieces.empty() && pieces.back().type == telling.first && at != delivered.begin() && pieces.back().last == *std::prev(at);
    if (follows) {
      pieces.back().last = number;
      pieces.back().line = telling.second;
    } else {
      pieces.push_back({telling.first, number, number, telling.second});
    }
  }
  std::string result;
  for (const Piece& piece : pieces) {
    if (!result.empty()) result += "; ";
    result += fmt::format("{} 2021-{:02}..2021-{:02} line {}", piece.type, piece.first, piece.last, piece.line);
  }
  return result;
}

TEST_F(EpisodeFolding, AnyOrderOfMonthsGivesTheSameEpisodes) {
  int round = 0;
  EXPECT_TRUE(rc::check("order of months does not matter", [&] {
    const Numbering numbering{sender(fmt::format("R{}", ++round)), std::nullopt};
    const ProvisionKey told_key{numbering, "1"};
    std::vector<int> delivered;
    std::map<int, std::pair<std::string, std::uint32_t>> told;
    const auto steps = *rc::gen::container<std::vector<std::pair<int, int>>>(rc::gen::pair(rc::gen::inRange(1, 7), rc::gen::inRange(0, 3)));
    std::uint32_t line = 0;
    for (const auto& [number, what] : steps) {
      const std::string month_text = fmt::format("2021-{:02}", number);
      const auto source_number = workspace_.add_source(source(side, numbering.text(), month_text, "x"));
      const auto at = std::lower_bound(delivered.begin(), delivered.end(), number);
      if (at == delivered.end() || *at != number) delivered.insert(at, number);
      if (what == 0) continue;  // delivered without the provision
      Provision state = provision(told_key.text());
      state.type = what == 1 ? "22" : "40";
      tell(workspace_, source_number, side, month_text, state, ++line);
      told[number] = {state.type, line};
      if (*rc::gen::inRange(0, 4) == 0) {
        workspace_.begin();
        workspace_.commit();
      }
    }
    RC_ASSERT(episodes(told_key.text()) == expected_episodes(delivered, told));
  }));
}

}  // namespace
}  // namespace srgconv::store
