// What people are asked, sign by sign; and that no BSN stands in it in any spelling.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/bsn_search.hpp"
#include "unit/review/asked.hpp"

namespace srgconv::review {
namespace {

using store::Side;
using testing::HasSubstr;

const std::string header =
    "\xEF\xBB\xBF"
    "link_code;code;reason;old_key;new_key;differs;old_person;new_person;old_sender;new_sender;old_id;new_id;old_type;new_type;old_type_name;new_type_name;"
    "old_start;new_start;old_end;new_end;old_goal;new_goal;old_work_capacity;new_work_capacity;old_wage_value;new_wage_value;candidates;pair_code;decision;who;"
    "date;why"
    "\r\n";

TEST_F(Asked, NothingGivesAHeader) { EXPECT_EQ(list(), header); }

TEST_F(Asked, ALinePerCandidateWithBothSidesBesideEachOther) {
  const auto exported = add_source(Side::old_export, "0398@-", "2021-12", "a.csv");
  const auto later = add_source(Side::new_delivered, "1980@202201", "2022-02", "1980-02.xml");
  tell(exported, Side::old_export, "2021-12", provision("0398@-/1", "123456782", 20000101));  // what was delivered rules
  old_provision(provision("0398@-/1", "123456782", 20210300));
  old_provision(provision("0398@-/2", "012345672"));
  tell(exported, Side::old_export, "2021-12", provision("0398@-/3", "111222333"));
  Provision candidate = provision("1980@202201/H1", "123456782", 20210302);
  candidate.type = "40";
  candidate.end = Date::from_packed(20220228);
  candidate.work_capacity = "01";
  candidate.wage_value = Decimal::parse("45.5");
  new_provision(candidate);
  new_provision(provision("1980@202201/H2", "444444440", 20210300));
  candidate.type = "22";  // later: not what was compared
  tell(later, Side::new_delivered, "2022-02", candidate);
  workspace_->add_review({"LABCDEF2", "RECO-012", "-twee kandidaten; BSN 123456782", key("0398@-/1"), {key("1980@202201/H1"), key("1980@202201/H2")}});
  workspace_->add_review({"LABCDEF3", "RECO-013", "geen kandidaat", key("0398@-/2"), {}});
  workspace_->add_review({"LABCDEF4", "RECO-013", "geen kandidaat", key("0398@-/3"), {}});
  const std::string p1 = person("123456782"), begin = "LABCDEF2;RECO-012;\"'-twee kandidaten; BSN *********\";0398@-/1;";
  const std::string end = ";1980@202201/H1, 1980@202201/H2;;;;;\r\n";
  EXPECT_EQ(list(),
            header +  //
                begin + "1980@202201/H1;type start end work_capacity wage_value;" + p1 + ";" + p1 +
                ";0398;1980;1;H1;22;40;Participatieplaats;\"Coaching; groep\";2021-03-??;2021-03-02;;2022-02-28;1;1;;01;;45.5" + end +  //
                begin + "1980@202201/H2;bsn;" + p1 + ";" + person("444444440") +
                ";0398;1980;1;H2;22;22;Participatieplaats;Participatieplaats;2021-03-??;2021-03-??;;;1;1;;;;" + end +  //
                "LABCDEF3;RECO-013;geen kandidaat;0398@-/2;;;" + person("012345672") + ";;0398;;2;;22;;Participatieplaats;;2021-03-01;;;;1;;;;;;;;;;;\r\n" +
                "LABCDEF4;RECO-013;geen kandidaat;0398@-/3;;;" + person("111222333") + ";;0398;;3;;22;;Participatieplaats;;2021-03-01;;;;1;;;;;;;;;;;\r\n");
}

TEST_F(Asked, ATypeThatThePackDoesNotKnowHasNoName) {
  Provision strange = provision("0398@-/1", "123456782");
  strange.type = "77";
  old_provision(strange);
  workspace_->add_review({"L", "RECO-001", "x", key("0398@-/1"), {}});
  EXPECT_EQ(lines().at(0)[Column::old_type], "77");
  EXPECT_EQ(lines().at(0)[Column::old_type_name], "");
}

TEST_F(Asked, NoLineHoldsABsnInAnySpelling) {
  const std::string own = "123456782", other = "012345672";
  const std::vector<std::string> ids{"H123.456.782-7", "123 45 67 82", "T12345672", "0012345672", "0123-45-672/12345672"};
  for (const std::string& id : ids) {
    // The number of one side may hold the BSN of the other side's person.
    old_provision(provision("0398@-/" + id, own));
    new_provision(provision("1980@202201/N" + id, other));
    workspace_->add_review({"L", "RECO-001", "nummer " + id, key("0398@-/" + id), {key("1980@202201/N" + id)}});
  }
  const std::string shown = list();
  test::expect_free_of({own, other}, shown, "review.csv");
  EXPECT_THAT(shown, HasSubstr(";nummer H*********-7;0398@-/H*********-7;1980@202201/NH*********-7;bsn;"));
  EXPECT_EQ(shown.find("never shown"), std::string::npos);
}

TEST_F(Asked, WhatPeopleLeftStandsInTheNextList) {
  for (const std::string number : {"1", "2", "3"}) old_provision(provision("0398@-/" + number, "123456782"));
  new_provision(provision("1980@202201/H1", "123456782"));
  new_provision(provision("1980@202201/H2", "123456782"));
  workspace_->add_review({"L1", "RECO-049", "x", key("0398@-/1"), {}});
  workspace_->add_review({"L2", "RECO-020", "x", key("0398@-/2"), {key("1980@202201/H1"), key("1980@202201/H2")}, {"PAAA", "PBBB"}, "y"});
  workspace_->add_review({"L3", "RECO-043", "x", key("0398@-/3"), {key("1980@202201/H1")}});
  const auto decide = [&](const std::string& number, const std::string& new_key, Choice choice, const std::string& outcome) {
    workspace_->add_decision(
        {{"L" + number, "", new_key, "", choice, "AB", "=nagebeld", Date::from_packed(20220210), {"decisions.csv", 2}}, key("0398@-/" + number), outcome});
  };
  decide("1", "", Choice::no_link, "applied");
  decide("2", "1980@202201/H2", Choice::later, "later");
  decide("3", "1980@202201/H1", Choice::link, "RECO-043");  // what does not fit is not said again
  const auto all = lines();
  ASSERT_EQ(all.size(), 4U);
  EXPECT_EQ(all[0][Column::decision] + all[0][Column::who] + all[0][Column::date] + all[0][Column::why], "no-linkAB2022-02-10=nagebeld");
  EXPECT_EQ(all[1][Column::decision], "");
  EXPECT_EQ(all[1][Column::pair_code], "PAAA");
  EXPECT_EQ(all[2][Column::decision], "later");
  EXPECT_EQ(all[3][Column::decision] + all[3][Column::who], "");
  EXPECT_THAT(list(), HasSubstr(";no-link;AB;2022-02-10;'=nagebeld\r\n"));
}

TEST_F(Asked, TheSameBytesBeforeAndAfterFinish) {
  old_provision(provision("0398@-/1", "123456782"));
  workspace_->add_review({"L", "RECO-001", "x", key("0398@-/1"), {}});
  workspace_->commit();
  const std::string before = list();
  workspace_->finish();
  EXPECT_EQ(list(), before);
}

}  // namespace
}  // namespace srgconv::review
