// results.ess.json: the validation report of the European Statistical System, an object for each check and for each finding.
#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include "report/report.hpp"
#include "report/wording.hpp"

namespace srgconv::report {
namespace {

using Json = nlohmann::ordered_json;

Json event(const Model& model) {
  // The standard wants a time; the only one that the result depends on is the date of assessment.
  return {{"time", model.assessed_on ? model.assessed_on->text() : ""}, {"actor", model.program}, {"agent", nullptr}, {"trigger", model.command}};
}

Json rule(std::string_view expression, bool rejects, std::string_view description) {
  return {{"language", "srgconv"}, {"expression", shown(expression)}, {"severity", rejects ? "error" : "warning"}, {"description", shown(description)}};
}

// Population, time, unit and variable, as the standard names a data point; what is not known is empty.
Json data(const Model& model, const checks::Arguments& arguments, std::string_view description) {
  const auto value = [&](const char* name, std::string otherwise) {
    const auto found = arguments.find(name);
    return found == arguments.end() ? otherwise : shown(found->second);
  };
  const std::string field = value("field", value("fields", ""));
  const Json point = Json::array({"SRG", value("month", model.month ? model.month->text() : ""), value("key", value("sender", "")), field});
  return {{"source", Json::array({point})}, {"target", Json::array({point})}, {"description", shown(description)}};
}

std::string value_of(const verify::CheckResult& check) {
  if (check.violated > 0) return "0";
  return check.state == checks::State::assessed && check.undecided == 0 ? "1" : "NA";
}

class Report {
 public:
  void add(const Model& model) {
    const std::string within = part_name(model).empty() ? model.command : model.command + "/" + part_name(model);
    for (const verify::CheckResult& check : model.verification.checks) {
      const bool rejects = check.severity == pack::CheckSeverity::reject;
      const Json its_rule = rule(check.id, rejects, checks::title(check, Language::en));
      const std::string counts = fmt::format("{}: examined {}, satisfied {}, violated {}, undecided {}, waived {}, not applicable {}", state_name(check.state),
                                             check.examined, check.satisfied, check.violated, check.undecided, check.waived, check.not_applicable);
      add(model, within + "/" + check.id, its_rule, data(model, {}, counts), value_of(check));
      std::map<std::string, std::size_t> seen;
      for (const checks::Finding& finding : check.findings) {
        std::string id = fmt::format("{}/{}/{}", within, check.id, checks::fingerprint(check.id, finding));
        if (const std::size_t before = seen[id]++; before > 0) id += fmt::format("/{}", before + 1);
        add(model, id, its_rule, data(model, finding.arguments, sentence(finding, Language::en)), finding.outcome == checks::Outcome::violated ? "0" : "NA");
      }
    }
    for (const verify::RequirementResult& requirement : model.verification.requirements) {
      add(model, within + "/require " + requirement.text, rule("require " + requirement.text, true, "Requirement of the transition"),
          data(model, {}, "measured " + requirement.measured),
          requirement.met            ? "1"
          : is_measured(requirement) ? "0"
                                     : "NA");
    }
  }
  std::string text() const { return all_.dump(2, ' ', false, Json::error_handler_t::replace) + "\n"; }

 private:
  void add(const Model& model, const std::string& id, Json its_rule, Json its_data, std::string_view value) {
    all_.push_back(
        {{"id", shown(id)}, {"type", "validation"}, {"event", event(model)}, {"rule", std::move(its_rule)}, {"data", std::move(its_data)}, {"value", value}});
  }

  Json all_ = Json::array();
};

}  // namespace

std::string ess_report(const std::vector<Model>& transitions) {
  Report report;
  for (const Model& model : transitions) report.add(model);
  return report.text();
}

}  // namespace srgconv::report
