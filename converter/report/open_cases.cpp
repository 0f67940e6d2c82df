// What `srgconv review` tells of the provisions that people must decide about.
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "report/report.hpp"
#include "report/wording.hpp"

namespace srgconv::report {

std::string open_cases_text(const OpenCases& open, Language language, const std::string& folder, const std::string& case_file) {
  const bool nl = language == Language::nl;
  if (open.provisions == 0) return nl ? "Er is niets te beslissen.\n" : "There is nothing to decide.\n";
  const auto counted_provisions = [&](std::uint64_t count) {
    return counted(count, say(language, "voorziening", "provision"), say(language, "voorzieningen", "provisions"));
  };
  std::string text = fmt::format(fmt::runtime(say(language, "Te beslissen: {}, waarvan {} met kandidaten ({} in review.csv)\n",
                                                  "To decide: {}, {} of them with candidates ({} in review.csv)\n")),
                                 counted_provisions(open.provisions), open.with_candidates,
                                 counted(open.lines, say(language, "regel", "line"), say(language, "regels", "lines")));
  for (const auto& [code, count] : open.reasons) text += fmt::format("  {}  {}\n", code, counted_provisions(count));
  if (open.workbook.empty()) {
    text += fmt::format(fmt::runtime(say(language, "Werkmap maken: srgconv review {} {} --workbook nakijken.xlsx\n",
                                         "To make a workbook: srgconv review {} {} --workbook review.xlsx\n")),
                        shown(folder), shown(case_file));
  } else {
    text += fmt::format(fmt::runtime(say(language, "Geschreven: {}\nDaarna: srgconv convert {} -o {} --force --decisions {}\n",
                                         "Written: {}\nThen: srgconv convert {} -o {} --force --decisions {}\n")),
                        shown(open.workbook), shown(case_file), shown(folder), shown(open.workbook));
  }
  return text;
}

std::string open_cases_json(const OpenCases& open) {
  nlohmann::ordered_json result{{"open", open.provisions}, {"with_candidates", open.with_candidates}, {"lines", open.lines}};
  result["reasons"] = nlohmann::ordered_json::object();
  for (const auto& [code, count] : open.reasons) result["reasons"][code] = count;
  result["workbook"] = open.workbook.empty() ? nlohmann::ordered_json() : nlohmann::ordered_json(shown(open.workbook));
  return result.dump(2) + "\n";
}

}  // namespace srgconv::report
