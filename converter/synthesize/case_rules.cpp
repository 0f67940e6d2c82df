// Rules for the suppliers that a synthesis has, and its transition.
#include "synthesize/case_rules.hpp"

#include <algorithm>
#include <map>
#include <span>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "rules/rules.hpp"
#include "synthesize/words.hpp"

namespace srgconv::synthesize {
namespace {

using Export = OldSender::Export;

// Types of which no source establishes the code are named by their role.
std::string type_in_rules(int type) {
  static const std::map<int, std::string> roles{{10, "'wage-cost-subsidy' as role"},
                                                {11, "'flat-rate-wage-cost-subsidy' as role"},
                                                {12, "'temporary-wage-cost-subsidy' as role"},
                                                {20, "'sheltered-work' as role"}};
  const auto role = roles.find(type);
  return role != roles.end() ? role->second : fmt::format("'{:02}'", type);
}

std::string code_table(const std::string& name, std::span<const Word> words) {
  std::string text = fmt::format("codes {} {{\n", name);
  for (std::size_t i = 0; i < words.size(); ++i) {
    std::string left = fmt::format("'{}'", words[i].text);
    while (i + 1 < words.size() && words[i + 1].type == words[i].type) left += fmt::format(", '{}'", words[++i].text);
    text += fmt::format("{} => {}\n", left, type_in_rules(words[i].type));
  }
  return text + "else reject because 'onbekend instrument'\n}\n";
}

std::string semicolon_rules() {
  std::string text = R"(
# The first supplier: Windows-1252, semicolons, a client number and a serial number; a leading zero of a BSN is lost.
format a-export : csv {
  encoding windows-1252; separator ';'; header yes
  columns CLIENTNR, BSN, TRAJECT, INSTRUMENT, "DATUM IN", "DATUM UIT", DOEL, "ONDER WML", LOONWAARDE, BUDGET, OPMERKING
  ignore OPMERKING because 'vrije tekst, hoort niet bij de SRG'
}
)";
  text += code_table("a-instrument", words_a);
  text += R"(codes a-doel for goal {
  'R' => 'reintegration' as role
  'P' => 'participation' as role
  else reject because 'onbekend doel'
}
codes a-vermogen for work_capacity {
  'J' => 'below-minimum-wage' as role
  'N' => 'none-below-minimum-wage' as role
  else reject because 'onbekend arbeidsvermogen'
}
mapping a-provisions from a-export to provision {
  skip when BUDGET = 'INB' because 'inburgeringsbudget: hoort niet bij de SRG'

  bsn           = pad_left(BSN, 9, '0')
  id            = case(TRAJECT is empty => CLIENTNR, else => CLIENTNR & '-' & TRAJECT)
  type          = a-instrument[INSTRUMENT]
  start         = partial_date("DATUM IN", 'dd-mm-yyyy')
  end           = date("DATUM UIT", 'dd-mm-yyyy') when "DATUM UIT" is not empty
  goal          = a-doel[DOEL] when DOEL is not empty
  work_capacity = a-vermogen["ONDER WML"] when "ONDER WML" is not empty
  wage_value    = decimal(LOONWAARDE, ',') when this.type.role = 'wage-cost-subsidy'

)";
  const std::string given = "  example given BSN = '123456782', CLIENTNR = '1000007', TRAJECT = '1', \"DATUM IN\" = '01-03-2021', ";
  for (const Word& word : words_a) {
    text += fmt::format("{}INSTRUMENT = '{}'\n    expect type = '{:02}'\n", given, word.text, word.type);
  }
  text += R"(  example given BSN = '111222333', CLIENTNR = '1000008', TRAJECT = '2', INSTRUMENT = 'LKS', "DATUM IN" = '00-04-2019', "DATUM UIT" = '31-12-2022',
    DOEL = 'R', "ONDER WML" = 'J', LOONWAARDE = '45,50', BUDGET = 'BUIG'
    expect id = '1000008-2', end = 2022-12-31, goal = '1', work_capacity = '01', wage_value = 45.50
  example given BSN = '111111110', CLIENTNR = '100004', INSTRUMENT = 'Coaching', "DATUM IN" = '15-06-2021', DOEL = 'P', "ONDER WML" = 'N', BUDGET = 'REI'
    expect id = '100004', goal = '2', work_capacity = '02', wage_value is empty
  example given BSN = '123456782', CLIENTNR = '1000007', TRAJECT = '91', INSTRUMENT = 'Cursus', "DATUM IN" = '01-03-2021', BUDGET = 'INB' expect skip
  example given BSN = '123456782', CLIENTNR = '1000007', TRAJECT = '1', INSTRUMENT = 'Zeilkamp', "DATUM IN" = '01-03-2021' expect reject
  example given BSN = '123456782', CLIENTNR = '1000007', TRAJECT = '1', INSTRUMENT = 'LKS', "DATUM IN" = '01-03-2021', DOEL = 'X' expect reject
  example given BSN = '123456782', CLIENTNR = '1000007', TRAJECT = '1', INSTRUMENT = 'LKS', "DATUM IN" = '01-03-2021', "ONDER WML" = 'X' expect reject
}
)";
  return text;
}

std::string comma_rules() {
  std::string text = R"(
# The second supplier: UTF-8, commas, ISO dates, a running number per year.
format b-export : csv {
  encoding utf-8; separator ','; header yes
  columns voorziening, bsn, product, begin, eind, doel, vermogen, loonwaarde
}
)";
  text += code_table("b-product", words_b);
  text += R"(codes b-doel for goal {
  'werk'    => 'reintegration' as role
  'meedoen' => 'participation' as role
  else reject because 'onbekend doel'
}
codes b-vermogen for work_capacity {
  '01' => '01'
  '02' => '02'
  else reject because 'onbekend arbeidsvermogen'
}
mapping b-provisions from b-export to provision {
  bsn           = bsn
  id            = voorziening
  type          = b-product[product]
  start         = partial_date(begin, 'yyyy-mm-dd')
  end           = date(eind, 'yyyy-mm-dd') when eind is not empty
  goal          = b-doel[doel] when doel is not empty
  work_capacity = b-vermogen[vermogen] when vermogen is not empty
  wage_value    = decimal(loonwaarde, '.') when this.type.role = 'wage-cost-subsidy'

)";
  for (const Word& word : words_b) {
    text += fmt::format("  example given bsn = '123456782', voorziening = 'V2021.000007', begin = '2021-03-01', product = '{}'\n    expect type = '{:02}'\n",
                        word.text, word.type);
  }
  text +=
      R"(  example given bsn = '111222333', voorziening = 'V2019.000008', product = 'loonkostensubsidie', begin = '2019-04-00', eind = '2022-12-31', doel = 'werk',
    vermogen = '01', loonwaarde = '45.5'
    expect id = 'V2019.000008', end = 2022-12-31, goal = '1', work_capacity = '01', wage_value = 45.50
  example given bsn = '111111110', voorziening = '100004', product = 'begeleiding', begin = '2021-06-15', doel = 'meedoen', vermogen = '02'
    expect goal = '2', work_capacity = '02', wage_value is empty
  example given bsn = '123456782', voorziening = 'V2021.000007', product = 'zeilkamp', begin = '2021-03-01' expect reject
  example given bsn = '123456782', voorziening = 'V2021.000007', product = 'proef', begin = '2021-03-01', doel = 'zeilen' expect reject
  example given bsn = '123456782', voorziening = 'V2021.000007', product = 'proef', begin = '2021-03-01', vermogen = '03' expect reject
}
)";
  return text;
}

std::string source_of(const OldSender& sender, ReportMonth last) {
  switch (sender.kind) {
    case Export::semicolons:
      return fmt::format("  old '{}' from '{}/export-{}.csv' month from file name 'yyyymm' using a-provisions\n", sender.code, sender.folder, last.compact());
    case Export::commas:
      return fmt::format("  old '{}' from '{}/export-{}.csv' month from file name 'yyyymm' using b-provisions\n", sender.code, sender.folder, last.compact());
    case Export::levering: break;
  }
  return fmt::format("  old '{}' from '{}/export-{}.xml' using levering\n", sender.code, sender.folder, last.compact());
}

}  // namespace

std::string case_name(const World& world) { return world.senders().size() == 1 ? "nieuwe-software" : "land-van-cuijk"; }

std::string case_rules(const World& world, Diagnostics& diagnostics) {
  const auto& senders = world.senders();
  const auto exports = [&](Export kind) { return std::any_of(senders.begin(), senders.end(), [&](const OldSender& sender) { return sender.kind == kind; }); };
  std::string text =
      "# Made by srgconv synthesize. Everything is invented: manifest.json has the settings, truth.csv what became of every provision.\nimport 'srg-2026'\n";
  if (exports(Export::semicolons)) text += semicolon_rules();
  if (exports(Export::commas)) text += comma_rules();
  const ReportMonth month = world.circumstances().transition;
  text += fmt::format("\ntransition {} {{\n  reason {}; month {}; assessed on {}\n\n", case_name(world), senders.size() == 1 ? "software-change" : "merger",
                      month.text(), month.plus(1).first_day().text());
  for (const OldSender& sender : senders) text += source_of(sender, world.circumstances().last());
  for (const OldSender& sender : senders) text += fmt::format("  delivered '{}' from 'sent/{}-*.xml' using levering\n", sender.code, sender.code);
  text += fmt::format("  new '{0}' from 'new/{0}-{1}.xml' using levering\n\n", world.new_sender(), month.compact());
  for (const OldSender& sender : senders) text += fmt::format("  identity '{}' {{ match }}\n", sender.code);
  text += "  match { within bsn; equal type, start, end, goal, wage_value; else evidence of 2 bits, ahead by 3 bits }\n\n";
  text += "  allow split type '40', '42' into '40', '42' because 'een coach-cursus is coaching en een cursus, en het nieuwe systeem kent beide apart'\n";
  text += "  allow join because 'het nieuwe systeem voegt voorzieningen samen die op elkaar aansluiten of gelijk zijn'\n}\n";
  return rules::format_rules(SourceText(case_name(world), text), diagnostics).value_or(std::move(text));
}

}  // namespace srgconv::synthesize
