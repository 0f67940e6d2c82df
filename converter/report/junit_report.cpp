// results.junit.xml: each check as a test case, as build servers (Jenkins) show them.
#include <algorithm>

#include <fmt/format.h>

#include "report/report.hpp"
#include "report/wording.hpp"
#include "xml/xml.hpp"

namespace srgconv::report {
namespace {

// Text for XML: personal data masked; a sign that XML or UTF-8 does not have becomes `?`.
std::string escaped(std::string_view text, bool attribute) {
  const std::string masked = shown(text);
  std::string result;
  if (xml::append_escaped(result, masked, attribute)) return result;
  for (const char c : masked) {
    if (!xml::append_escaped(result, std::string_view(&c, 1), attribute)) result += '?';
  }
  return result;
}

std::string attribute(std::string_view name, std::string_view value) { return fmt::format(" {}=\"{}\"", name, escaped(value, true)); }

/// What came of a test case, and what is said of it.
enum class Kind { passed, failure, error, skipped };

struct TestCase {
  std::string name;
  Kind kind = Kind::passed;
  std::string type, message;       // of all but `passed`
  std::vector<std::string> lines;  // of what was found; in order
  std::string counts;
};

std::string in_both(std::string_view nl, std::string_view en) { return fmt::format("{} / {}", nl, en); }

std::vector<std::string> finding_lines(const verify::CheckResult& check) {
  std::vector<std::string> lines;
  for (const checks::Finding& finding : check.findings) {
    std::string place = finding.primary.file;
    if (finding.primary.line > 0) place += fmt::format(":{}", finding.primary.line);
    const std::string_view waived = finding.waived ? " (bekend / waived)" : "";
    lines.push_back(fmt::format("{} [{}] {}{}", place, finding.code, checks::fingerprint(check.id, finding), waived));
    for (const Language language : {Language::nl, Language::en})
      lines.push_back(fmt::format("  {} -> {}", sentence(finding, language), tip(finding, language)));
  }
  return lines;
}

TestCase test_case(const verify::CheckResult& check) {
  TestCase result;
  result.name = fmt::format("{} {}", check.id, checks::title(check, Language::nl));
  result.lines = finding_lines(check);
  result.counts = fmt::format("examined {}, satisfied {}, violated {}, undecided {}, waived {}, not applicable {}", check.examined, check.satisfied,
                              check.violated, check.undecided, check.waived, check.not_applicable);
  const std::string title = in_both(checks::title(check, Language::nl), checks::title(check, Language::en));
  const auto say_so = [&](Kind kind, std::string_view type, std::string_view nl, std::string_view en) {
    result.kind = kind;
    result.type = type;
    result.message = fmt::format("{}: {}", in_both(nl, en), title);
  };
  const auto of = [&](std::uint64_t count, std::string_view word) { return fmt::format("{} {} {}", count, word, check.examined); };
  if (check.violated > 0 && check.severity == pack::CheckSeverity::reject)
    say_so(Kind::failure, "reject", "afkeur, " + of(check.violated, "van"), "rejection, " + of(check.violated, "of"));
  else if (check.state == checks::State::not_assessed)
    say_so(Kind::error, "not-assessed", "niet beoordeeld", "not assessed");
  else if (check.violated > 0)
    say_so(Kind::skipped, "signal", "signaal, " + of(check.violated, "van"), "signal, " + of(check.violated, "of"));
  else if (check.undecided > 0)
    say_so(Kind::skipped, "undecided", "onbeslist, " + of(check.undecided, "van"), "undecided, " + of(check.undecided, "of"));
  else if (check.state == checks::State::not_applicable)
    say_so(Kind::skipped, "not-applicable", "niet van toepassing", "not applicable");
  return result;
}

TestCase test_case(const verify::RequirementResult& requirement) {
  TestCase result{"require " + requirement.text, Kind::passed, {}, {}, {}, "measured " + requirement.measured};
  if (requirement.met) return result;
  result.kind = is_measured(requirement) ? Kind::failure : Kind::error;
  result.type = is_measured(requirement) ? "reject" : "not-assessed";
  result.message = is_measured(requirement) ? in_both("eis niet gehaald", "requirement not met") : in_both("niet te meten", "could not be measured");
  return result;
}

TestCase test_case(const verify::Equation& equation) {
  const std::string sum = equation_sentence(equation, Language::nl);
  TestCase result{fmt::format("equation {} {}", equation.old_side ? "old" : "new", equation.sender.text()), Kind::passed, {}, {}, {}, sum};
  if (equation.holds()) return result;
  result.kind = Kind::failure;
  result.type = "reject";
  result.message = in_both(sum, equation_sentence(equation, Language::en));
  return result;
}

std::vector<TestCase> test_cases(const Model& model) {
  std::vector<TestCase> cases;
  for (const verify::CheckResult& check : model.verification.checks) cases.push_back(test_case(check));
  for (const verify::Equation& equation : model.verification.equations) cases.push_back(test_case(equation));
  for (const verify::RequirementResult& requirement : model.verification.requirements) cases.push_back(test_case(requirement));
  return cases;
}

std::string counts(const std::vector<TestCase>& cases) {
  const auto of = [&](Kind kind) { return std::count_if(cases.begin(), cases.end(), [&](const TestCase& one) { return one.kind == kind; }); };
  return fmt::format(R"( tests="{}" failures="{}" errors="{}" skipped="{}")", cases.size(), of(Kind::failure), of(Kind::error), of(Kind::skipped));
}

std::string_view element(Kind kind) {
  switch (kind) {
    case Kind::failure: return "failure";
    case Kind::error: return "error";
    case Kind::skipped: return "skipped";
    case Kind::passed: break;
  }
  return {};
}

void append(std::string& out, const TestCase& one, const std::string& class_name) {
  out += "    <testcase" + attribute("classname", class_name) + attribute("name", one.name) + ">\n";
  std::string found;
  for (const std::string& line : one.lines) found += escaped(line, false) + "\n";
  if (one.kind == Kind::failure || one.kind == Kind::error) {
    out += fmt::format("      <{0}{1}{2}>{3}</{0}>\n", element(one.kind), attribute("type", one.type), attribute("message", one.message), found);
    found.clear();
  } else if (one.kind == Kind::skipped) {
    out += fmt::format("      <skipped{}/>\n", attribute("message", one.message));
  }
  out += fmt::format("      <system-out>{}\n{}</system-out>\n    </testcase>\n", escaped(one.counts, false), found);
}

}  // namespace

std::string junit_report(const std::vector<Model>& transitions) {
  std::vector<TestCase> all;
  std::string suites;
  for (const Model& model : transitions) {
    const std::vector<TestCase> cases = test_cases(model);
    const std::string name = part_name(model).empty() ? model.command : part_name(model);
    suites += "  <testsuite" + attribute("name", name) + counts(cases) + ">\n    <properties>\n";
    const auto property = [&](std::string_view key, std::string_view value) {
      suites += "      <property" + attribute("name", key) + attribute("value", value) + "/>\n";
    };
    property("verdict", checks::name(model.verification.verdict));
    property("pack", model.pack + " " + model.pack_version);
    if (model.assessed_on) property("assessed on", model.assessed_on->text());
    suites += "    </properties>\n";
    for (const TestCase& one : cases) append(suites, one, "srgconv." + model.command + (part_name(model).empty() ? "" : "." + part_name(model)));
    suites += "  </testsuite>\n";
    all.insert(all.end(), cases.begin(), cases.end());
  }
  const std::string name = transitions.empty() ? "srgconv" : "srgconv " + transitions.front().command;
  return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites" + attribute("name", name) + counts(all) + ">\n" + suites + "</testsuites>\n";
}

}  // namespace srgconv::report
