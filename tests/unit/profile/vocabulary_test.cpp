#include "profile/vocabulary.hpp"

#include <gtest/gtest.h>

#include "support/test_rules.hpp"

namespace srgconv::profile {
namespace {

TEST(Vocabulary, KnowsHeadersHoweverTheyAreWritten) {
  EXPECT_EQ(meaning_of("BSN"), Meaning::bsn);
  EXPECT_EQ(meaning_of("Burgerservicenummer"), Meaning::bsn);
  EXPECT_EQ(meaning_of("client_bsn"), Meaning::bsn);
  EXPECT_EQ(meaning_of("Geboorte-datum"), Meaning::birth_date);
  EXPECT_EQ(meaning_of("ACHTERNAAM"), Meaning::person);
  EXPECT_EQ(meaning_of("Naam cliënt"), Meaning::person);
  EXPECT_EQ(meaning_of("DATUM IN"), Meaning::start);
  EXPECT_EQ(meaning_of("Einddatum"), Meaning::end);
  EXPECT_EQ(meaning_of("Cliëntnummer"), Meaning::client);
  EXPECT_EQ(meaning_of("instrument_code"), Meaning::type);
  EXPECT_EQ(meaning_of("xyz"), Meaning::none);
}

TEST(Vocabulary, OfAPathTheLastNameCountsFirst) {
  EXPECT_EQ(meaning_of("../../Burgerservicenr"), Meaning::bsn);
  EXPECT_EQ(meaning_of("Loonkostensubsidie/PercLoonwaardeTovWml/Percentage"), Meaning::wage_value);
  EXPECT_EQ(meaning_of("Loonkostensubsidie/PercLoonwaardeTovWml/CdPositiefNegatief"), Meaning::wage_sign);
  EXPECT_EQ(meaning_of("DatBRv"), Meaning::start);
  EXPECT_EQ(meaning_of("DatERv"), Meaning::end);
}

TEST(Vocabulary, ProposesWhatAWordMeansAndNothingWhereItMayMeanSeveral) {
  const CodeLists lists = test::test_codes();
  const CodeList& types = *lists.find("type");
  EXPECT_EQ(proposal_for(types, "22")->code, "22");
  EXPECT_TRUE(proposal_for(types, "LKS")->is_role);
  EXPECT_EQ(proposal_for(types, "participatieplaats")->code, "22");  // its name
  EXPECT_EQ(proposal_for(types, "Training")->code, "42");
  EXPECT_FALSE(proposal_for(types, "ZWEM"));
  const CodeList twice("type", {{"1", "Coaching naar werk", "", "", {}, {}, {}, ""}, {"2", "Coaching naar participatie", "", "", {}, {}, {}, ""}});
  EXPECT_FALSE(proposal_for(twice, "coaching"));
}

}  // namespace
}  // namespace srgconv::profile
