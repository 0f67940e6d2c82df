// The console summary: exact texts in both languages, what it says when things are wrong, and that it stays on one screen.
#include <algorithm>
#include <sstream>

#include <fmt/format.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <rapidcheck.h>

#include "report/text_layout.hpp"
#include "sample_model.hpp"

namespace srgconv::report {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

std::string title(std::string_view id, Language language) {
  return std::string(checks::title(check(std::string(id), pack::CheckSeverity::reject, 1), language));
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  std::istringstream stream(text);
  for (std::string line; std::getline(stream, line);) lines.push_back(line);
  return lines;
}

std::size_t widest(const std::string& text) {
  std::size_t result = 0;
  for (const std::string& line : lines_of(text)) result = std::max(result, width(line));
  return result;
}

// Everything that can be said is to be said, with the longest words there are.
Model crowded() {
  Model model = two_old_senders();
  model.sources.push_back(source(store::Side::id_list, "0398", "2022-01", "ids-1.csv", {30000, 30000, 0, 0, 0, 0, 0}));
  model.sources.push_back(source(store::Side::id_list, "0416", "2022-01", "ids-2.csv", {30000, 30000, 0, 0, 0, 0, 0}));
  for (verify::Equation& each : model.verification.equations) {
    each.total = 0;
    for (auto& [fate, count] : each.fates) each.total += count = 123456;
  }
  model.list_contradictions = 12;
  model.verification.checks.clear();
  for (const std::string& id : verify::check_ids()) {
    model.verification.checks.push_back(check(id, id < "F" ? pack::CheckSeverity::signal : pack::CheckSeverity::reject, 100, 2, 1));
    model.verification.checks.back().findings = {unknown_code("ZZ")};
  }
  for (int i = 0; i < 5; ++i) model.verification.requirements.push_back({"list-contradictions <= 10", "12", false, {}});
  for (int i = 0; i < 40; ++i) model.to_dos.push_back(fmt::format("0416@-/nummer-{:08}", i));
  for (int i = 0; i < 20; ++i) model.outputs.push_back(fmt::format("conversie-1980-202201-deel-{}.xml", i));
  model.transition = std::string(120, 'a');
  return model;
}

TEST(ConsoleReport, tells_in_dutch_what_became_of_two_old_senders) {
  EXPECT_EQ(console_report(two_old_senders(), Language::nl, "uit", false),
            fmt::format(R"(GEACCEPTEERD MET SIGNALEN: dijk-en-waard, gemeentelijke herindeling, 0398 + 0416 -> 1980, 2022-01
Pakket srg-2026 1.0, met 2 aannames (lijst: report.json); beoordeeld op 2022-02-10
Gelezen (bestanden)        rijen = gebruikt + samengevoegd + overgeslagen + afgewezen  voorzieningen
  0398 oude export (2)        26 =       22 +            0 +            3 +         1             23
  0416 oude export (1)         8 =        6 +            1 +            1 +         0              6
  0398 oude levering (1)      14 =       14 +            0 +            0 +         0             14
  0416 oude levering (1)       6 =        6 +            0 +            0 +         0              6
  1980 nieuwe levering (1)    17 =       17 +            0 +            0 +         0             17
0398 2021-12: 14 = 10 gekoppeld + 2 beëindigd + 1 vervallen + 1 open
0416 2021-12:  6 = 4 gekoppeld + 1 beëindigd + 1 sindsdien beëindigd
1980 2022-01: 17 = 14 gekoppeld + 2 sindsdien gestart + 1 laat geregistreerd
Koppelingen: 14 = 10 volgens regel + 3 volgens lijst + 1 gelijke gegevens
Controles: 4 = 2 goed + 1 signalerend + 1 n.v.t.
  signaal  EARLY-START  1 van 17  {}
    doe nu: {}
Eisen: coverage >= 90% gehaald (90.9%); open <= 1 gehaald (1)
Nakijken: 1 voorziening (review.csv)
Nog door te geven (herlevering of late mutatie): 1 voorziening sindsdien beëindigd: 0416@-/77-3
Bij inlezen en koppelen: 1 waarschuwing
Geschreven: uit/conversie-1980-202201.xml en 3 bestanden ernaast
)",
                        title("EARLY-START", Language::nl), tip(unknown_code("ZZ"), Language::nl)));
}

TEST(ConsoleReport, tells_the_same_in_english) {
  EXPECT_EQ(console_report(two_old_senders(), Language::en, "out", false),
            fmt::format(R"(ACCEPTED WITH SIGNALS: dijk-en-waard, municipal merger, 0398 + 0416 -> 1980, 2022-01
Pack srg-2026 1.0, with 2 assumptions (listed in report.json); assessed on 2022-02-10
Read (files)            rows = used + merged + skipped + rejected  provisions
  0398 old export (2)     26 =   22 +      0 +       3 +        1          23
  0416 old export (1)      8 =    6 +      1 +       1 +        0           6
  0398 old delivery (1)   14 =   14 +      0 +       0 +        0          14
  0416 old delivery (1)    6 =    6 +      0 +       0 +        0           6
  1980 new delivery (1)   17 =   17 +      0 +       0 +        0          17
0398 2021-12: 14 = 10 linked + 2 ended + 1 dropped + 1 open
0416 2021-12:  6 = 4 linked + 1 ended + 1 ended since
1980 2022-01: 17 = 14 linked + 2 started since + 1 registered late
Links: 14 = 10 by rule + 3 by list + 1 equal facts
Checks: 4 = 2 in order + 1 signalling + 1 n/a
  signal  EARLY-START  1 of 17  {}
    next step: {}
Requirements: coverage >= 90% met (90.9%); open <= 1 met (1)
To review: 1 provision (review.csv)
Still to report (redelivery or late update): 1 provision ended since: 0416@-/77-3
Reading and linking: 1 warning
Written: out/conversie-1980-202201.xml and 3 files beside it
)",
                        title("EARLY-START", Language::en), tip(unknown_code("ZZ"), Language::en)));
}

TEST(ConsoleReport, begins_with_the_verdict_in_words) {
  Model model = two_old_senders();
  const auto first_words = [&](verify::Verdict verdict, Language language) {
    model.verification.verdict = verdict;
    const std::string text = console_report(model, language, "", false);
    return text.substr(0, text.find(':'));
  };
  EXPECT_EQ(first_words(verify::Verdict::rejected, Language::nl), "AFGEKEURD");
  EXPECT_EQ(first_words(verify::Verdict::accepted_with_signals, Language::nl), "GEACCEPTEERD MET SIGNALEN");
  EXPECT_EQ(first_words(verify::Verdict::accepted, Language::nl), "GEACCEPTEERD");
  EXPECT_EQ(first_words(verify::Verdict::not_assessed, Language::nl), "NIET BEOORDEELD");
  EXPECT_EQ(first_words(verify::Verdict::rejected, Language::en), "REJECTED");
  EXPECT_EQ(first_words(verify::Verdict::accepted_with_signals, Language::en), "ACCEPTED WITH SIGNALS");
  EXPECT_EQ(first_words(verify::Verdict::accepted, Language::en), "ACCEPTED");
  EXPECT_EQ(first_words(verify::Verdict::not_assessed, Language::en), "NOT ASSESSED");
}

TEST(ConsoleReport, says_only_what_there_is_to_say) {
  Model model;
  model.pack = "srg-2026";
  model.pack_version = "1.0";
  EXPECT_EQ(console_report(model, Language::nl, "", false), "NIET BEOORDEELD\nPakket srg-2026 1.0; zonder beoordelingsdatum\nControles: 0 = 0\n");
}

TEST(ConsoleReport, shouts_when_a_sum_does_not_hold) {
  Model model = two_old_senders();
  model.sources[5].second.used = 16;
  model.verification.equations[0].total = 15;
  model.verification.equations[2].total = 12345;
  const std::string text = console_report(model, Language::nl, "uit", false);
  EXPECT_THAT(text, HasSubstr("  1980 nieuwe levering (1)    17 ≠       16 +"));
  EXPECT_THAT(text, HasSubstr("0398 2021-12:    15 ≠ 14 = 10 gekoppeld + 2 beëindigd + 1 vervallen + 1 open, KLOPT NIET\n"));
  EXPECT_THAT(console_report(model, Language::en, "out", false),
              HasSubstr("1980 2022-01: 12345 ≠ 17 = 14 linked + 2 started since + 1 registered late, DOES NOT ADD UP\n"));
}

TEST(ConsoleReport, shortens_words_rather_than_cutting_numbers) {
  Model model = two_old_senders();
  model.sources = {source(store::Side::new_delivered, "1980", "2022-01", "a.xml", {1234567, 1234567, 0, 0, 0, 7654321, 0}),
                   source(store::Side::new_delivered, "1980", "2022-01", "b.xml", {0, 0, 0, 0, 0, 0, 3})};
  for (const Language language : {Language::nl, Language::en}) {
    const std::string text = console_report(model, language, "uit", false);
    EXPECT_THAT(text, HasSubstr("1234567 = "));
    EXPECT_THAT(text, HasSubstr("7654321\n"));
    EXPECT_LE(widest(text), screen_columns);
  }
}

TEST(ConsoleReport, puts_the_worst_checks_first_with_the_next_step) {
  Model model = two_old_senders();
  auto& checks = model.verification.checks;
  checks[1] = check("OLD-KEY", pack::CheckSeverity::reject, 18, 2, 3);
  checks[1].findings = {unknown_code("second", 12), unknown_code("first", 3)};
  checks[1].findings[1].code = "MAP-062";  // stands first in the file, so its tip is the next step
  checks.push_back(check("SENDER-ALIVE", pack::CheckSeverity::reject, 1, 0, 1));
  checks.push_back(check("NEW-KEY", pack::CheckSeverity::reject, 0));
  checks.back().state = checks::State::not_assessed;
  const std::string text = console_report(model, Language::nl, "uit", false);
  EXPECT_THAT(text, HasSubstr("Controles: 6 = 1 goed + 1 afkeurend + 1 signalerend + 1 onbeslist + 1 niet beoordeeld + 1 n.v.t.\n"));
  const std::vector<std::string> lines = lines_of(text);
  const auto at = std::find_if(lines.begin(), lines.end(), [](const std::string& line) { return line.find("afkeur           OLD-KEY") != std::string::npos; });
  ASSERT_LT(5, std::distance(at, lines.end()));
  EXPECT_EQ(at[0], clip("  afkeur           OLD-KEY       2 van 23  " + title("OLD-KEY", Language::nl) + " (3 onbeslist)"));
  EXPECT_EQ(at[1], "    doe nu: " + tip(checks[1].findings[1], Language::nl));
  EXPECT_EQ(at[2], clip("  niet beoordeeld  NEW-KEY              -  " + title("NEW-KEY", Language::nl)));
  EXPECT_EQ(at[3], clip("  signaal          EARLY-START   1 van 17  " + title("EARLY-START", Language::nl)));
}

TEST(ConsoleReport, counts_the_checks_for_which_there_is_no_room) {
  Model model = two_old_senders();
  model.verification.checks.clear();
  for (const std::string& id : verify::check_ids()) model.verification.checks.push_back(check(id, pack::CheckSeverity::reject, 1, 1));
  const std::string text = console_report(model, Language::en, "out", false);
  const auto shown = static_cast<std::size_t>(std::count_if(verify::check_ids().begin(), verify::check_ids().end(),
                                                            [&](const std::string& id) { return text.find("rejection  " + id + " ") != std::string::npos; }));
  EXPECT_GE(shown, 3U);
  EXPECT_THAT(text, HasSubstr(fmt::format("  and {} more: -o OUT lists every finding\n", verify::check_ids().size() - shown)));
}

TEST(ConsoleReport, says_which_requirements_are_not_met_before_the_others) {
  Model model = two_old_senders();
  model.verification.requirements[1] = {"open <= 0", "1", false, {}};
  EXPECT_THAT(console_report(model, Language::nl, "uit", false), HasSubstr("\nEisen: open <= 0 NIET gehaald (1); coverage >= 90% gehaald (90.9%)\n"));
  model.verification.requirements[1].measured = "-";
  EXPECT_THAT(console_report(model, Language::en, "out", false), HasSubstr("\nRequirements: open <= 0 could not be measured; coverage >= 90% met (90.9%)\n"));
}

TEST(ConsoleReport, says_what_rests_on_the_mapping) {
  Model model = two_old_senders();
  EXPECT_THAT(console_report(model, Language::nl, "uit", false), Not(HasSubstr("Berust")));
  model.sources.erase(model.sources.begin() + 4);  // what 0416 delivered
  EXPECT_THAT(console_report(model, Language::nl, "uit", false), HasSubstr("\nBerust op de mapping, want van 0416 is geen oude levering gegeven\n"));
  EXPECT_THAT(console_report(model, Language::en, "out", false), HasSubstr("\nRests on the mapping: no old delivery of 0416 was given\n"));
}

TEST(ConsoleReport, is_coloured_only_when_asked) {
  EXPECT_THAT(console_report(two_old_senders(), Language::nl, "uit", true), StartsWith("\x1b[1;33mGEACCEPTEERD MET SIGNALEN: "));
  EXPECT_THAT(console_report(two_old_senders(), Language::nl, "uit", true), HasSubstr(" 2022-01\x1b[0m\nPakket"));
  EXPECT_THAT(console_report(two_old_senders(), Language::nl, "uit", false), Not(HasSubstr("\x1b")));
}

TEST(ConsoleReport, lets_no_input_steer_the_terminal) {
  Model model = two_old_senders();
  model.outputs = {"a\x1b[2Jb\r\nc"};
  EXPECT_THAT(console_report(model, Language::nl, "uit", false), HasSubstr("Geschreven: uit/a [2Jb  c\n"));
}

TEST(ConsoleReport, stays_on_one_screen_however_much_there_is_to_say) {
  for (const Language language : {Language::nl, Language::en}) {
    const std::string text = console_report(crowded(), language, std::string(150, 'm'), false);
    EXPECT_LE(lines_of(text).size(), 24U) << text;
    EXPECT_LE(widest(text), 100U) << text;
    EXPECT_THAT(text, HasSubstr("0398 2021-12: 740736 = "));
    EXPECT_THAT(text, HasSubstr("list-contradictions <= 10"));
  }
}

TEST(ConsoleReport, stays_on_one_screen_for_any_number_of_senders) {
  EXPECT_TRUE(rc::check("at most 24 lines of 100 columns", [] {
    Model model = *rc::gen::element(two_old_senders(), crowded());
    const auto up_to = [](int most) { return static_cast<std::size_t>(*rc::gen::inRange(0, most + 1)); };
    model.sources.resize(std::min(model.sources.size(), up_to(8)));
    model.to_dos.resize(up_to(60), "0416@-/een-nummer");
    model.outputs.resize(up_to(30), "vertaaltabel.csv");
    model.verification.checks.resize(std::min(model.verification.checks.size(), up_to(19)));
    model.verification.requirements.resize(up_to(8), {"coverage >= 99.5%", "98.7%", false, {}});
    for (verify::Equation& each : model.verification.equations) {
      for (auto& [fate, count] : each.fates) count = *rc::gen::inRange<std::uint64_t>(0, 30'000'000);
    }
    for (std::size_t more = up_to(14); more > 0; --more) {
      const std::string code = fmt::format("{:04}", 1000 + more);
      verify::Equation another = equation(more % 2 == 0, code, "2022-01", 5, {{"linked", up_to(5)}, {"ended", up_to(5)}});
      model.verification.equations.push_back(std::move(another));
      model.sources.push_back(source(store::Side::old_delivered, code, "2021-12", code + ".xml", {10, 10 - up_to(1), 0, 0, 0, 10, 0}));
    }
    model.waivers.resize(up_to(3));
    model.decisions.applied = up_to(2);
    const Language language = *rc::gen::element(Language::nl, Language::en);
    const std::string text = console_report(model, language, *rc::gen::element<std::string>("", "uit", std::string(90, 'm')), false);
    RC_ASSERT(lines_of(text).size() <= 24U);
    RC_ASSERT(widest(text) <= 100U);
  }));
}

TEST(ConsoleReport, shows_sums_that_do_not_hold_before_others_when_room_is_scarce) {
  Model model = crowded();
  for (int i = 0; i < 12; ++i) {
    model.verification.equations.push_back(equation(true, fmt::format("10{:02}", i), "2021-12", 5, {{"linked", i == 11 ? 4 : 5}}));
    model.sources.push_back(source(store::Side::old_delivered, fmt::format("10{:02}", i), "2021-12", "a.xml", {10, i == 10 ? 9U : 10U, 0, 0, 0, 10, 0}));
  }
  const std::string text = console_report(model, Language::nl, "uit", false);
  EXPECT_THAT(text, HasSubstr("1011 2021-12:"));
  EXPECT_THAT(text, HasSubstr("KLOPT NIET"));
  EXPECT_THAT(text, HasSubstr("  1010 oude levering"));
  EXPECT_THAT(text, HasSubstr("zie report.json\n"));
}

TEST(ConsoleReport, tells_of_waivers_and_that_the_verdict_stays) {
  Model model = two_old_senders();
  model.waivers.resize(3);
  model.waivers[0].state = findings::Waiver::State::applied;
  model.waivers[0].findings = 2;
  model.waivers[1].state = findings::Waiver::State::expired;
  EXPECT_THAT(console_report(model, Language::nl, "uit", false),
              HasSubstr("\nBekend (het oordeel blijft): 2 bevindingen; 3 = 1 gebruikt + 1 zonder bevinding + 1 verlopen\n"));
  model.verification.checks[2].waived = 1;
  EXPECT_THAT(console_report(model, Language::en, "out", false), HasSubstr("(1 waived)"));
}

TEST(ConsoleReport, never_shows_a_bsn) {
  for (const std::string bsn : {"123456782", "123.456.782", "1234 56 782", "111222333", "10000008"}) {
    Model model = two_old_senders();
    model.transition = "overgang " + bsn;
    model.reason = bsn;
    model.sources[0].first.name = "export-" + bsn + ".csv";
    model.to_dos = {"0416@-/" + bsn};
    model.outputs.push_back(bsn + ".csv");
    model.verification.requirements[0].text = bsn;
    model.verification.requirements[0].measured = bsn;
    model.verification.checks[2].findings = {unknown_code(bsn)};
    model.verification.checks[2].findings[0].suggestion = bsn;
    for (const Language language : {Language::nl, Language::en}) {
      const std::string text = console_report(model, language, "map/" + bsn, false);
      EXPECT_THAT(text, Not(HasSubstr(bsn)));
      EXPECT_THAT(text, HasSubstr("0416@-/*********"));
    }
  }
}

}  // namespace
}  // namespace srgconv::report
