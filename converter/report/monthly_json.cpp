#include "report/monthly_json.hpp"

#include "report/wording.hpp"

namespace srgconv::report {
namespace {

using Json = nlohmann::ordered_json;

Json months(const monthly::SenderResult& sender) {
  Json result = Json::array();
  for (const monthly::ReportedMonth& month : sender.months) {
    Json replaced = Json::array();
    for (const std::string& file : month.replaced) replaced.push_back(shown(file));
    result.push_back({{"month", month.month.text()},
                      {"file", month.file.empty() ? Json(nullptr) : Json(shown(month.file))},
                      {"sequence", month.sequence ? Json(*month.sequence) : Json(nullptr)},
                      {"replaced", std::move(replaced)},
                      {"usable", month.usable},
                      {"provisions", month.usable ? Json(month.provisions) : Json(nullptr)},
                      {"running", month.usable ? Json(month.running) : Json(nullptr)}});
  }
  return result;
}

Json feedback(const Model& model) {
  Json result = Json::array();
  for (const monthly::QuarterFeedback& tables : model.monthly->feedback) {
    Json quality = Json::array(), durations = Json::array();
    for (const auto& [check, provisions] : tables.quality)
      quality.push_back(
          {{"check", check},
           {"title",
            {{"nl", check_title(model.verification.checks, check, Language::nl)}, {"en", check_title(model.verification.checks, check, Language::en)}}},
           {"provisions", provisions}});
    for (const monthly::LongProvisions& row : tables.durations)
      durations.push_back({{"type", shown(row.type)}, {"name", shown(row.name)}, {"max_months", row.max_months}, {"provisions", row.provisions}});
    result.push_back({{"year", tables.year}, {"quarter", tables.quarter}, {"quality", std::move(quality)}, {"durations", std::move(durations)}});
  }
  return result;
}

}  // namespace

nlohmann::ordered_json monthly_json(const Model& model) {
  const monthly::SenderResult& sender = *model.monthly;
  return {{"sender", sender.sender ? Json(shown(sender.sender->text())) : Json(nullptr)}, {"months", months(sender)}, {"feedback", feedback(model)}};
}

}  // namespace srgconv::report
