// Deliveries as XML text in a folder of their own, and what is found in them. Invented persons; BSNs from the published list of test numbers.
#pragma once

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "monthly/monthly.hpp"
#include "pack/pack.hpp"
#include "support/test_folder.hpp"

namespace srgconv::monthly::test {

inline const std::string anna = "123456782", bert = "111222333", carla = "111111110", dirk = "444444440", eva = "999999990";

struct Row {
  std::string bsn, id, type, start, end;
  bool operator==(const Row&) const = default;
};

/// A delivery: its sender, month and rows; without a sequence number when that is 0.
struct Sent {
  std::string sender = "0193";
  std::string month;
  std::vector<Row> rows;
  int sequence = 1;
  std::string name = {};  ///< of the file; made of sender, month and sequence when empty
};

inline std::string xml(const Sent& sent) {
  std::string text = fmt::format(
      "<Levering xmlns=\"urn:srgconv:srg-2026:levering\"><Kop><Berichtgevercode>{}</Berichtgevercode><Verslagmaand>{}</Verslagmaand>{}</Kop>"
      "<AantalVoorzieningen>{}</AantalVoorzieningen>\n",
      sent.sender, sent.month, sent.sequence == 0 ? "" : fmt::format("<Volgnummer>{}</Volgnummer>", sent.sequence), sent.rows.size());
  for (const Row& row : sent.rows) {
    text += fmt::format(
        "<Persoon><Burgerservicenummer>{}</Burgerservicenummer><Voorziening><Registratienummer>{}</Registratienummer><DatumBegin>{}</DatumBegin>{}"
        "<TypeVoorziening>{}</TypeVoorziening></Voorziening></Persoon>\n",
        row.bsn, row.id, row.start, row.end.empty() ? "" : fmt::format("<DatumEinde>{}</DatumEinde>", row.end), row.type);
  }
  return text + "</Levering>\n";
}

/// The pack srg-2026 and its format `levering`, loaded once.
struct Loaded {
  Diagnostics diagnostics;
  pack::Library library{{SRGCONV_SOURCE_DIR}, diagnostics};
  const pack::Pack* pack = library.pack("srg-2026");
  std::optional<rules::RuleSet> rules = rules::parse_rules(SourceText("--pack", "import 'srg-2026'\n"), "--pack", library, diagnostics);
};
inline const Loaded& loaded() {
  static const Loaded all;
  return all;
}

/// Judges deliveries, given in this order.
inline std::vector<SenderResult> judge(const std::vector<Sent>& deliveries, const BirthDates* births = nullptr, Diagnostics* told = nullptr) {
  const srgconv::test::TestFolder folder;
  Request request{*loaded().pack, *loaded().rules->format("levering"), {}, births};
  for (const Sent& sent : deliveries) {
    const std::string name = sent.name.empty() ? fmt::format("{}-{}-{}.xml", sent.sender, sent.month, sent.sequence) : sent.name;
    request.deliveries.push_back({folder.write(name, xml(sent)), name});
  }
  Diagnostics diagnostics;
  auto results = check_deliveries(request, diagnostics);
  if (told != nullptr) *told = diagnostics;
  return results;
}

inline const checks::CheckResult& check_of(const SenderResult& sender, std::string_view id) {
  return *std::find_if(sender.checks.begin(), sender.checks.end(), [&](const checks::CheckResult& check) { return check.id == id; });
}

/// `RUNNING-LAST-MONTH 1/2`: the checks of this room with a violation or something undecided, and how many of each.
inline std::string found(const SenderResult& sender) {
  std::string text;
  for (const checks::CheckResult& check : sender.checks) {
    if (std::find(check_ids().begin(), check_ids().end(), check.id) == check_ids().end()) continue;
    if (check.violated + check.undecided == 0 && check.state != checks::State::not_assessed) continue;
    text += fmt::format("{}{} {}/{}", text.empty() ? "" : ", ", check.id, check.violated, check.undecided);
    if (check.state == checks::State::not_assessed) text += " not assessed";
  }
  return text;
}

/// What is found in these months of 0193, one after another from 2026-01 on; an absent month has no delivery.
inline std::string found_in(const std::vector<std::optional<std::vector<Row>>>& months, const BirthDates* births = nullptr) {
  std::vector<Sent> deliveries;
  for (std::size_t i = 0; i < months.size(); ++i) {
    if (months[i]) deliveries.push_back({"0193", ReportMonth::parse("202601")->plus(static_cast<int>(i)).compact(), *months[i]});
  }
  return found(judge(deliveries, births).front());
}

}  // namespace srgconv::monthly::test
