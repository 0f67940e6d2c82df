#include "probe.hpp"

#include <algorithm>
#include <cstdlib>
#include <vector>

#include "pipeline.hpp"
#include "support/work_folder.hpp"

namespace srgconv::faults {
namespace {

namespace fs = std::filesystem;

std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> files;
  if (!fs::exists(folder)) return files;
  for (const auto& entry : fs::directory_iterator(folder)) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

std::string Judged::told() const {
  std::string text = verdict + "\n";
  for (const auto& [id, finding] : checks) {
    if (finding.silent()) continue;
    text += id + (finding.assessed ? "" : " not assessed") + " violated " + std::to_string(finding.violated) + " undecided " +
            std::to_string(finding.undecided) + ": " + finding.first + "\n";
  }
  return text + messages;
}

Judged judged(const fs::path& folder) {
  setenv("SRGCONV_DATA", SRGCONV_SOURCE_DIR, 1);
  VerifyRequest request{files_in(folder / "conversion"), files_in(folder / "old"), files_in(folder / "new"), "srg-2026", {}, "test",
                        files_in(folder / "earlier")};
  Diagnostics diagnostics;
  const auto model = verify_submission(request, diagnostics);
  Judged result;
  result.messages = render_all(diagnostics, Language::en);
  if (!model) {
    result.verdict = "unusable";
    return result;
  }
  result.verdict = name(model->verification.verdict);
  for (const auto& check : model->verification.checks) {
    Finding& finding = result.checks[check.id];
    finding.rejects = check.severity == pack::CheckSeverity::reject;
    finding.assessed = check.state != decltype(check.state)::not_assessed;
    finding.violated = check.violated;
    finding.undecided = check.undecided;
    if (!check.findings.empty()) finding.first = check.findings.front().code + " " + sentence(check.findings.front(), Language::en);
  }
  return result;
}

Judged judged(const Submission& submission) {
  const test::WorkFolder work;
  for (const auto& [folder, documents] : {std::pair{"conversion", &submission.conversions},
                                          {"old", &submission.old_deliveries},
                                          {"new", &submission.new_deliveries},
                                          {"earlier", &submission.earlier}}) {
    for (const Document& document : *documents) test::write_text(work.path() / folder / document.name, document.text());
  }
  return judged(work.path());
}

}  // namespace srgconv::faults
