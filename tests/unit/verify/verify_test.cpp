// Whole verifications of files on disk: what cannot be read, which delivery holds, and what rests on a mapping.
#include <functional>
#include <string>
#include <vector>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "submission.hpp"

namespace srgconv::verify::test {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

class Verify : public testing::Test {
 protected:
  Verification run() {
    Request request = request_for(folder, submission);
    adapt(request);
    diagnostics = {};
    return verify(request, diagnostics);
  }
  std::function<void(Request&)> adapt = [](Request&) {};
  Folder folder;
  Submission submission = clean_submission();
  Diagnostics diagnostics;
};

std::vector<std::string> codes(const CheckResult& result) {
  std::vector<std::string> found;
  for (const Diagnostic& finding : result.findings) found.push_back(finding.code);
  return found;
}

TEST_F(Verify, FileThatIsNotThereIsNotAssessed) {
  adapt = [](Request& request) { request.conversions[0].path += ".missing"; };
  const Verification verification = run();
  EXPECT_EQ(verification.verdict, Verdict::not_assessed);
  EXPECT_EQ(check_of(verification, "XSD").state, checks::State::not_assessed);
  EXPECT_THAT(codes(check_of(verification, "OLD-KEY")), ElementsAre("VER-132"));
  EXPECT_EQ(diagnostics.all().front().code, "VER-130");
  EXPECT_THAT(verification.equations, IsEmpty());
}

TEST_F(Verify, FileThatIsCutOffIsRejected) {
  submission.conversion.resize(submission.conversion.size() / 2);
  const Verification verification = run();
  EXPECT_EQ(verification.verdict, Verdict::rejected);
  EXPECT_THAT(codes(check_of(verification, "XSD")), ElementsAre("VER-001"));
  EXPECT_EQ(check_of(verification, "FATES-OLD").state, checks::State::not_assessed);
  EXPECT_TRUE(diagnostics.has_errors());
}

TEST_F(Verify, EmptyFileIsRejected) {
  submission.conversion.clear();
  EXPECT_EQ(run().verdict, Verdict::rejected);
}

TEST_F(Verify, FileAgainstTheSchemaIsRejected) {
  submission.conversion = replaced(submission.conversion, "<Volgnummer>2<", "<Volgnummer>0<");
  EXPECT_THAT(violated_checks(run()), ElementsAre("XSD"));
}

TEST_F(Verify, DeliveryInsteadOfAConversionFileIsRejected) {
  submission.conversion = submission.langedijk;
  EXPECT_EQ(run().verdict, Verdict::rejected);
}

TEST_F(Verify, SchemaThatIsNotThereIsNotAssessed) {
  rules::Format moved = conversion_format();
  moved.schema = "elders.xsd";
  Request base = request_for(folder, submission);
  Request request{base.pack, moved, base.delivery_format, base.conversions, base.old_deliveries, base.new_deliveries, {}, {}, {}, {}, 0, 0, {}};
  EXPECT_EQ(verify(request, diagnostics).verdict, Verdict::not_assessed);
  EXPECT_TRUE(diagnostics.has_errors());
}

TEST_F(Verify, FormatThatLacksAFieldIsNotAssessed) {
  rules::Format poor = conversion_format();
  std::erase_if(poor.fields, [](const rules::Field& field) { return field.name == "relation"; });
  Request base = request_for(folder, submission);
  Request request{base.pack, poor, base.delivery_format, base.conversions, base.old_deliveries, base.new_deliveries, {}, {}, {}, {}, 0, 0, {}};
  const Verification verification = verify(request, diagnostics);
  EXPECT_EQ(verification.verdict, Verdict::not_assessed);
  ASSERT_THAT(codes(check_of(verification, "XSD")), ElementsAre("VER-131"));
  EXPECT_EQ(sentence(check_of(verification, "XSD").findings.front(), Language::nl),
            "het formaat 'conversie' mist velden die de controle nodig heeft: relation");
}

TEST_F(Verify, MissingSidesAreNotAssessed) {
  adapt = [](Request& request) { request.old_deliveries.clear(); };
  Verification verification = run();
  EXPECT_EQ(verification.verdict, Verdict::not_assessed);
  EXPECT_THAT(codes(check_of(verification, "OLD-KEY")), ElementsAre("VER-139"));
  adapt = [](Request& request) { request.new_deliveries.clear(); };
  verification = run();
  EXPECT_EQ(verification.verdict, Verdict::not_assessed);
  EXPECT_THAT(codes(check_of(verification, "NEW-KEY")), ElementsAre("VER-138"));
}

TEST_F(Verify, OneOfTwoOldSendersMissingIsNotAssessed) {
  adapt = [](Request& request) { request.old_deliveries.pop_back(); };
  const Verification verification = run();
  EXPECT_EQ(verification.verdict, Verdict::not_assessed);
  EXPECT_THAT(codes(check_of(verification, "OLD-KEY")), ElementsAre("VER-055"));
}

const char* const empty_delivery =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Levering "
    "xmlns=\"urn:srgconv:srg-2026:levering\"><Kop><Berichtgevercode>0416</Berichtgevercode><Verslagmaand>202112</Verslagmaand></Kop>"
    "<AantalVoorzieningen>0</AantalVoorzieningen></Levering>\n";

TEST_F(Verify, EmptyDeliveryIsNeverAccepted) {
  submission.langedijk = empty_delivery;
  const Verification verification = run();
  EXPECT_EQ(verification.verdict, Verdict::not_assessed);
  EXPECT_THAT(codes(check_of(verification, "OLD-KEY")), ElementsAre("VER-135"));
}

TEST_F(Verify, UnreadableDeliveryIsNotAssessed) {
  submission.langedijk = replaced(submission.langedijk, "20210701", "20210231");
  Verification verification = run();
  EXPECT_EQ(verification.verdict, Verdict::not_assessed);
  EXPECT_THAT(codes(check_of(verification, "OLD-KEY")), ElementsAre("VER-134"));
  submission.langedijk.resize(submission.langedijk.size() / 2);
  verification = run();
  EXPECT_EQ(verification.verdict, Verdict::not_assessed);
  EXPECT_THAT(codes(check_of(verification, "OLD-KEY")), ElementsAre("VER-133"));
}

TEST_F(Verify, ImpossibleDateInTheFileIsAFindingOfItsFormat) {
  submission.conversion = replaced(submission.conversion, "20210701", "20210231");
  const Verification verification = run();
  EXPECT_EQ(verification.verdict, Verdict::rejected);
  EXPECT_THAT(codes(check_of(verification, "XSD")), ElementsAre("VER-002"));
  EXPECT_EQ(check_of(verification, "XSD").violated, 1U);
  EXPECT_GT(check_of(verification, "XSD").findings.front().primary.line, 20U);
}

TEST_F(Verify, OfTwoDeliveriesTheHigherSequenceHolds) {
  const std::string superseded = replaced(submission.langedijk, "<DatumBegin>20210701", "<DatumBegin>20210702");
  submission.langedijk = replaced(submission.langedijk, "<Volgnummer>1", "<Volgnummer>2");
  adapt = [&](Request& request) { request.old_deliveries.push_back(folder.write("0416-202112-oud.xml", superseded)); };
  EXPECT_EQ(run().verdict, Verdict::accepted);
}

TEST_F(Verify, OfTwoDeliveriesWithOneSequenceTheDeclaredOrderDecides) {
  const std::string other = replaced(submission.langedijk, "<DatumBegin>20210701", "<DatumBegin>20210702");
  adapt = [&](Request& request) { request.old_deliveries.push_back(folder.write("0416-202112-b.xml", other)); };
  Verification verification = run();
  EXPECT_EQ(verification.verdict, Verdict::not_assessed);
  ASSERT_THAT(codes(check_of(verification, "OLD-KEY")), ElementsAre("VER-136"));
  EXPECT_EQ(sentence(check_of(verification, "OLD-KEY").findings.front(), Language::en),
            "not assessed: which delivery of 0416 for 2021-12 holds is unknown; the other one is 0416-202112-b.xml");
  adapt = [&](Request& request) {
    request.old_deliveries.push_back(folder.write("0416-202112-b.xml", other));
    request.orders = {{"0416-202112-b.xml", "0416-202112.xml"}};
  };
  EXPECT_EQ(run().verdict, Verdict::accepted);
  adapt = [&](Request& request) {
    request.old_deliveries.push_back(folder.write("0416-202112-b.xml", other));
    request.orders = {{"0416-202112.xml", "0416-202112-b.xml"}};
  };
  EXPECT_EQ(run().verdict, Verdict::rejected);
}

TEST_F(Verify, EarlierAndLaterMonthsAreLeftOut) {
  const std::string november = replaced(submission.langedijk, "<Verslagmaand>202112", "<Verslagmaand>202111");
  const std::string february = replaced(submission.dijk_en_waard, "<Verslagmaand>202201", "<Verslagmaand>202202");
  adapt = [&](Request& request) {
    request.old_deliveries.push_back(folder.write("0416-202111.xml", november));
    request.new_deliveries.push_back(folder.write("1980-202202.xml", february));
  };
  EXPECT_EQ(run().verdict, Verdict::accepted);
}

TEST_F(Verify, OldSenderWithOnlyLaterMonthsIsNotAssessed) {
  submission.langedijk = replaced(submission.langedijk, "<Verslagmaand>202112", "<Verslagmaand>202201");
  const Verification verification = run();
  EXPECT_EQ(verification.verdict, Verdict::not_assessed);
  EXPECT_THAT(codes(check_of(verification, "OLD-KEY")), ElementsAre("VER-137"));
}

std::vector<Provision> mapped_langedijk() {
  const auto make = [](const char* id, const char* bsn, const char* type, std::int32_t start, std::optional<Date> end) {
    return Provision{{{*SenderCode::parse("0416"), {}}, id}, *Bsn::parse(bsn).bsn, type, *Date::from_packed(start), end, "1", "", {}, ""};
  };
  return {make("1001", "444444440", "22", 20210701, {}), make("1002", "444444440", "29", 20210801, {}), make("1003", "444444440", "29", 20210801, {}),
          make("1004", "999999990", "12", 20200201, Date::from_packed(20230101))};
}

TEST_F(Verify, WhatRestsOnAMappingIsAcceptedWithSignalsAtMost) {
  adapt = [](Request& request) {
    request.old_deliveries.pop_back();
    request.mapped_old = {{*SenderCode::parse("0416"), *ReportMonth::parse("202112"), mapped_langedijk()}};
  };
  const Verification verification = run();
  EXPECT_EQ(verification.verdict, Verdict::accepted_with_signals);
  EXPECT_THAT(violated_checks(verification), IsEmpty());
  EXPECT_EQ(check_of(verification, "MAPPING-AGREES").undecided, 4U);
}

TEST_F(Verify, ExportThatAgreesIsAccepted) {
  adapt = [](Request& request) { request.exports = {{*SenderCode::parse("0416"), *ReportMonth::parse("202112"), mapped_langedijk()}}; };
  const Verification verification = run();
  EXPECT_EQ(verification.verdict, Verdict::accepted);
  EXPECT_EQ(check_of(verification, "MAPPING-AGREES").satisfied, 4U);
}

TEST_F(Verify, FailedRequirementRejects) {
  rules::Requirement requirement;
  requirement.metric = rules::Metric::coverage;
  requirement.comparison = rules::Comparison::greater_or_equal;
  requirement.limit = *Decimal::parse("99.5");
  requirement.text = "coverage >= 99.5%";
  adapt = [&](Request& request) { request.requirements = {requirement}; };
  const Verification verification = run();
  EXPECT_EQ(verification.verdict, Verdict::rejected);  // dropped is not covered: 3 of 4
  ASSERT_EQ(verification.requirements.size(), 1U);
  EXPECT_EQ(verification.requirements.front().measured, "75%");
  EXPECT_EQ(verification.requirements.front().text, "coverage >= 99.5%");
}

TEST_F(Verify, SameInputGivesTheSameFindings) {
  submission.conversion = replaced(submission.conversion, "H1001", "H9999");
  const Verification first = run(), second = run();
  ASSERT_EQ(first.checks.size(), second.checks.size());
  for (std::size_t i = 0; i < first.checks.size(); ++i) EXPECT_EQ(codes(first.checks[i]), codes(second.checks[i]));
}

}  // namespace
}  // namespace srgconv::verify::test
