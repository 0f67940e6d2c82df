#include "submission.hpp"

#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <stdexcept>

#include <gtest/gtest.h>

#include "support/xerces_runs.hpp"

namespace srgconv::verify::test {
namespace {

const char* const conversion_text = R"(<?xml version="1.0" encoding="UTF-8"?>
<Conversiebestand xmlns="urn:srgconv:srg-2026:conversie">
  <Kop>
    <Berichtgevercode>1980</Berichtgevercode>
    <EersteVerslagmaand>202201</EersteVerslagmaand>
    <Reden>herindeling</Reden>
    <Volgnummer>2</Volgnummer>
    <VervangtVolgnummer>1</VervangtVolgnummer>
    <AantalVoorzieningen>10</AantalVoorzieningen>
    <AantalGelijk>4</AantalGelijk>
    <AantalGesplitst>1</AantalGesplitst>
    <AantalSamengevoegd>2</AantalSamengevoegd>
    <AantalBeeindigd>1</AantalBeeindigd>
    <AantalSindsdienBeeindigd>1</AantalSindsdienBeeindigd>
    <AantalVervallen>1</AantalVervallen>
    <AantalOpen>0</AantalOpen>
    <AantalBlijft>0</AantalBlijft>
    <AantalNieuweSleutels>8</AantalNieuweSleutels>
  </Kop>
)";

std::string leaf(const std::string& element, const std::string& value) {
  return value.empty() ? "" : "      <" + element + ">" + value + "</" + element + ">\n";
}

std::string key_block(const std::string& sender, const std::string& numbering, const std::string& id) {
  return leaf("Berichtgevercode", sender) + leaf("Nummering", numbering) + leaf("Registratienummer", id);
}

struct NewText {
  std::string id, start, end;
};

std::string record(const std::string& sender, const std::string& id, const std::string& bsn, const std::string& start, const std::string& end,
                   const std::string& type, const std::string& relation, const std::string& explanation, const std::vector<NewText>& fresh,
                   const std::string& changed = "") {
  std::string text = "  <Voorziening>\n    <OudeSleutel>\n" + key_block(sender, "-", id) + "    </OudeSleutel>\n" + leaf("LaatsteVerslagmaand", "202112") +
                     leaf("Burgerservicenummer", bsn) + leaf("DatumBegin", start) + leaf("DatumEinde", end) + leaf("TypeVoorziening", type) +
                     leaf("Relatie", relation) + leaf("Toelichting", explanation);
  for (const NewText& key : fresh) {
    text += "    <NieuweSleutel>\n" + key_block("1980", "202201", key.id) + leaf("Burgerservicenummer", bsn) + leaf("DatumBegin", key.start) +
            leaf("DatumEinde", key.end) + leaf("TypeVoorziening", type) + "    </NieuweSleutel>\n";
  }
  if (!changed.empty()) text += "    <Wijziging>\n" + leaf("Gegeven", changed) + leaf("Reden", "begin drie dagen later vastgelegd") + "    </Wijziging>\n";
  return text + "  </Voorziening>\n";
}

std::string delivery(const std::string& sender, const std::string& month, int count, const std::string& persons) {
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Levering xmlns=\"urn:srgconv:srg-2026:levering\">\n  <Kop>\n" + leaf("Berichtgevercode", sender) +
         leaf("Verslagmaand", month) + leaf("Volgnummer", "1") + "  </Kop>\n" + leaf("AantalVoorzieningen", std::to_string(count)) + persons + "</Levering>\n";
}

std::string provision(const std::string& bsn, const std::string& id, const std::string& start, const std::string& end, const std::string& type) {
  return "  <Persoon>\n" + leaf("Burgerservicenummer", bsn) + "    <Voorziening>\n" + leaf("Registratienummer", id) + leaf("DatumBegin", start) +
         leaf("DatumEinde", end) + leaf("TypeVoorziening", type) + leaf("DoelVoorziening", "1") + "    </Voorziening>\n  </Persoon>\n";
}

const std::string anna = "123456782", bert = "111222333", carla = "111111110", dirk = "444444440", eva = "999999990";

struct Shipped {
  Diagnostics diagnostics;
  pack::Library library{{SRGCONV_SOURCE_DIR}, diagnostics};
  const pack::Pack* pack = library.pack("srg-2026");
  std::optional<rules::RuleSet> rules;

  Shipped() {
    if (pack == nullptr) return;
    rules = rules::parse_rules(SourceText("case.rules", "import 'srg-2026'\n"), "case.rules", library, diagnostics);
  }
};

const Shipped& shipped() {
  static const Shipped one;
  if (!one.rules || one.rules->format("conversie") == nullptr || one.rules->format("levering") == nullptr)
    throw std::runtime_error(render_all(one.diagnostics, Language::en));
  return one;
}

}  // namespace

Submission clean_submission() {
  Submission result;
  result.conversion = std::string(conversion_text) + record("0398", "1001", anna, "20210301", "", "22", "gelijk", "", {{"H1001", "20210301", ""}}) +
                      record("0398", "1002", anna, "20210401", "", "30", "gelijk", "", {{"H1002", "20210404", ""}}, "start") +
                      record("0398", "1003", bert, "20200101", "20211215", "40", "beeindigd", "", {}) +
                      record("0398", "1004", bert, "20210900", "", "42", "gesplitst", "", {{"H1004A", "20210900", ""}, {"H1004B", "20210900", ""}}) +
                      record("0398", "1005", carla, "20190501", "", "31", "vervallen", "proefvoorziening", {}) +
                      record("0398", "1006", carla, "20211101", "20220110", "59", "sindsdien-beeindigd", "", {}) +
                      record("0416", "1001", dirk, "20210701", "", "22", "gelijk", "", {{"L1001", "20210701", ""}}) +
                      record("0416", "1002", dirk, "20210801", "", "29", "samengevoegd", "", {{"L1002", "20210801", ""}}) +
                      record("0416", "1003", dirk, "20210801", "", "29", "samengevoegd", "", {{"L1002", "20210801", ""}}) +
                      record("0416", "1004", eva, "20200201", "20230101", "12", "gelijk", "", {{"L1004", "20200201", "20230101"}}) + "</Conversiebestand>\n";
  result.heerhugowaard = delivery("0398", "202112", 6,
                                  provision(anna, "1001", "20210301", "", "22") + provision(anna, "1002", "20210401", "", "30") +
                                      provision(bert, "1003", "20200101", "20211215", "40") + provision(bert, "1004", "20210900", "", "42") +
                                      provision(carla, "1005", "20190501", "", "31") + provision(carla, "1006", "20211101", "20220110", "59"));
  result.langedijk = delivery("0416", "202112", 4,
                              provision(dirk, "1001", "20210701", "", "22") + provision(dirk, "1002", "20210801", "", "29") +
                                  provision(dirk, "1003", "20210801", "", "29") + provision(eva, "1004", "20200201", "20230101", "12"));
  result.dijk_en_waard = delivery(
      "1980", "202201", 9,
      provision(anna, "H1001", "20210301", "", "22") + provision(anna, "H1002", "20210404", "", "30") + provision(bert, "H1004A", "20210900", "", "42") +
          provision(bert, "H1004B", "20210900", "", "42") + provision(dirk, "L1001", "20210701", "", "22") + provision(dirk, "L1002", "20210801", "", "29") +
          provision(eva, "L1004", "20200201", "20230101", "12") + provision(carla, "N1", "20220110", "", "22") + provision(carla, "N2", "20211105", "", "30"));
  return result;
}

Folder::Folder() {
  static int number = 0;
  path_ = std::filesystem::temp_directory_path() / ("srgconv-verify-" + std::to_string(getpid()) + "-" + std::to_string(++number));
  std::filesystem::create_directories(path_);
}

Folder::~Folder() {
  std::error_code ignored;
  std::filesystem::remove_all(path_, ignored);
}

read::InputFile Folder::write(const std::string& name, const std::string& text) const {
  std::ofstream(path_ / name, std::ios::binary) << text;
  return {path_ / name, name};
}

const pack::Pack& srg_pack() { return *shipped().pack; }
const rules::Format& conversion_format() { return *shipped().rules->format("conversie"); }
const rules::Format& delivery_format() { return *shipped().rules->format("levering"); }

Request request_for(const Folder& folder, const Submission& submission) {
  return {srg_pack(),
          conversion_format(),
          delivery_format(),
          {folder.write("conversie-1980-202201.xml", submission.conversion)},
          {folder.write("0398-202112.xml", submission.heerhugowaard), folder.write("0416-202112.xml", submission.langedijk)},
          {folder.write("1980-202201.xml", submission.dijk_en_waard)},
          {},
          {},
          {},
          {},
          0,
          0,
          {}};
}

Verification verify_submission(const Submission& submission, Diagnostics& diagnostics) {
  const Folder folder;
  return verify(request_for(folder, submission), diagnostics);
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
  const auto at = text.find(what);
  EXPECT_NE(at, std::string::npos) << what;
  return at == std::string::npos ? text : text.replace(at, what.size(), by);
}

std::vector<std::string> violated_checks(const Verification& verification) {
  std::vector<std::string> ids;
  for (const CheckResult& result : verification.checks) {
    if (result.violated > 0) ids.push_back(result.id);
  }
  return ids;
}

const CheckResult& check_of(const Verification& verification, std::string_view id) {
  return *std::find_if(verification.checks.begin(), verification.checks.end(), [&](const CheckResult& result) { return result.id == id; });
}

}  // namespace srgconv::verify::test
