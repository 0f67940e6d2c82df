// The forms in which programs take results.
#include <algorithm>
#include <array>

#include "report/report.hpp"

namespace srgconv::report {
namespace {

constexpr std::array<ResultForm, 3> forms{
    {{"junit", "results.junit.xml", junit_report}, {"ess", "results.ess.json", ess_report}, {"sarif", "results.sarif", sarif_report}}};

}  // namespace

std::vector<ResultForm> result_forms(const std::vector<std::string>& wanted) {
  std::vector<ResultForm> result;
  for (const ResultForm& form : forms) {
    if (std::find(wanted.begin(), wanted.end(), form.name) != wanted.end()) result.push_back(form);
  }
  return result;
}

bool is_result_form(std::string_view name) {
  return std::any_of(forms.begin(), forms.end(), [&](const ResultForm& form) { return form.name == name; });
}

}  // namespace srgconv::report
