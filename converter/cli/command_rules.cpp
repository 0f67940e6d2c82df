// srgconv rules: checks rule files, lays them out, runs their examples, and explains them.
#include <array>
#include <filesystem>

#include <fmt/format.h>

#include "cli/command.hpp"
#include "cli/rules_data.hpp"
#include "cli/rules_document.hpp"
#include "document/document.hpp"
#include "map/map.hpp"
#include "pack/pack.hpp"
#include "read/read.hpp"
#include "report/report.hpp"
#include "rules/rules.hpp"
#include "write/write.hpp"

namespace srgconv::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t all_of_them = 10000;

std::optional<SourceText> read_text(const fs::path& path, Diagnostics& diagnostics) {
  auto bytes = read::read_bytes({path, shown_name(path)}, diagnostics);
  return bytes ? std::optional<SourceText>(std::in_place, shown_name(path), *std::move(bytes)) : std::nullopt;
}

std::size_t warnings(const Diagnostics& diagnostics) {
  std::size_t count = 0;
  for (const Diagnostic& each : diagnostics.all()) count += message(each.code).severity == Severity::warning ? 1U : 0U;
  return count;
}

std::string counted(std::size_t count, const Words& one, const Words& many, Language language) {
  return fmt::format("{} {}", count, (count == 1 ? one : many).in(language));
}

// What one file gave: its findings, and the line about it on stdout.
struct Outcome {
  report::FileFindings file;
  std::string summary;
  std::string lines = {};  // below it
};

class RulesRun {
 public:
  explicit RulesRun(Run& run) : run_(run), library_(pack::data_roots(), run.diagnostics), data_(data_files(run.arguments.all("--data"), run.diagnostics)) {}

  bool ready() const { return !run_.diagnostics.has_errors(); }

  ExitCode each_file(Outcome (RulesRun::*work)(const fs::path&)) {
    std::vector<report::FileFindings> files;
    std::string summary;
    ExitCode code = ExitCode::done;
    for (const std::string& name : run_.arguments.all("FILE")) {
      Outcome outcome = (this->*work)(name);
      report::FileFindings& file = outcome.file;
      file.file = shown_name(name);
      const bool wrong = file.findings.has_errors();
      file.outcome = wrong ? "errors" : warnings(file.findings) > 0 ? "warnings" : "good";
      if (wrong)
        code = std::max(code, exit_code_of(file.findings));
      else if (run_.strict && file.outcome == "warnings")
        code = std::max(code, ExitCode::signals);
      if (!run_.json) print_messages(file.findings, run_.language, all_of_them, run_.arguments.has("--data"));
      summary += file.file + ": " + outcome.summary + "\n" + outcome.lines;
      files.push_back(std::move(file));
    }
    print_result(run_.json ? report::findings_json(files) : summary);
    return code;
  }

  Outcome check(const fs::path& path) {
    Outcome outcome;
    const auto rules = parsed(path, outcome.file.findings);
    outcome.summary = findings_text(outcome.file.findings);
    if (rules && run_.arguments.has("--data")) {
      outcome.file.data = rehearse_all(*rules, path, library_, data_, outcome.file.findings);
      outcome.summary = findings_text(outcome.file.findings);
    }
    if (rules) outcome.summary += ", " + contents(*rules);
    outcome.lines = data_lines(outcome.file.data, run_.language);
    return outcome;
  }

  Outcome test(const fs::path& path) {
    Outcome outcome;
    Diagnostics& findings = outcome.file.findings;
    const auto rules = parsed(path, findings);
    if (!rules) {
      outcome.summary = findings_text(findings);
      return outcome;
    }
    const std::string name = shown_name(path);
    const pack::Pack* pack = rules->packs.empty() ? nullptr : library_.pack(rules->packs.front());
    static const CodeLists none;
    map::ExampleRun sum;
    for (const auto& mapping : rules->mappings) {
      if (mapping->span.file != name) continue;  // an import: tested by itself
      const map::ExampleRun run = map::test_examples(*mapping, pack == nullptr ? none : pack->codes, findings);
      sum.examples += run.examples;
      sum.failed += run.failed;
      sum.ways += run.ways;
      sum.taken += run.taken;
    }
    outcome.summary =
        run_.language == Language::nl
            ? fmt::format("{}, {} goed; {} van {} wegen door de regels komen voor", counted(sum.examples, {"voorbeeld", ""}, {"voorbeelden", ""}, Language::nl),
                          sum.examples - sum.failed, sum.taken, sum.ways)
            : fmt::format("{}, {} right; {} of {} ways through the rules are taken", counted(sum.examples, {"", "example"}, {"", "examples"}, Language::en),
                          sum.examples - sum.failed, sum.taken, sum.ways);
    return outcome;
  }

  // Prints, checks or rewrites the canonical layout.
  ExitCode format() {
    const bool check = run_.arguments.has("--check"), write = run_.arguments.has("--write");
    ExitCode code = ExitCode::done;
    for (const std::string& name : run_.arguments.all("FILE")) {
      Diagnostics findings;
      const auto text = read_text(name, findings);
      if (text) findings.keep_text(*text);
      const auto formatted = text ? rules::format_rules(*text, findings) : std::nullopt;
      print_messages(findings, run_.language, all_of_them);
      if (!formatted) {
        code = std::max(code, exit_code_of(findings));
        continue;
      }
      const bool differs = *formatted != text->content();
      if (check && differs) {
        run_.diagnostics.add({"USE-020", {shown_name(name), 0, 0, 0, {}}, {}, {}, {}});
        code = std::max(code, ExitCode::signals);
      }
      if (write && differs) replace(name, *formatted);
      if (!check && !write) print_result(*formatted);
    }
    return code;
  }

  // A page about all files together, when all of them are right.
  ExitCode document() {
    std::vector<rules::RuleSet> rule_sets;
    std::vector<document::Subject> subjects;
    ExitCode code = ExitCode::done;
    const auto names = run_.arguments.all("FILE");
    rule_sets.reserve(names.size());  // subjects refer to them
    for (const std::string& name : names) {
      Diagnostics findings;
      auto rules = parsed(name, findings);
      auto files = rules ? written_files(*rules, library_, findings) : std::nullopt;
      print_messages(findings, run_.language, all_of_them);
      if (!files) {
        code = std::max(code, exit_code_of(findings));
        continue;
      }
      rule_sets.push_back(*std::move(rules));
      const rules::RuleSet& kept = rule_sets.back();
      subjects.push_back({kept, kept.packs.empty() ? nullptr : library_.pack(kept.packs.front()), *std::move(files)});
    }
    if (code != ExitCode::done) return code;
    const std::string page = document::document(subjects, run_.language, run_.arguments.has("--html") ? document::Form::html : document::Form::markdown);
    const std::string out = run_.arguments.one("--out");
    if (out.empty())
      print_result(page);
    else
      put(out, page);
    return code;
  }

 private:
  std::optional<rules::RuleSet> parsed(const fs::path& path, Diagnostics& findings) {
    auto text = read_text(path, findings);
    return text ? rules::parse_rules(*std::move(text), path, library_, findings) : std::nullopt;
  }

  // The old file stays until the new one is whole; behind a symbolic link it is the file that is replaced, not the link.
  static void replace(const fs::path& named, const std::string& content) {
    const fs::path path = fs::canonical(named);
    const fs::perms mode = fs::status(path).permissions();
    fs::path fresh = path;
    fresh += ".new";
    write::write_file(fresh, content);
    fs::permissions(fresh, mode);
    fs::rename(fresh, path);
  }

  // A page is no rule file: it is written over what was there.
  static void put(const fs::path& path, const std::string& content) {
    if (fs::exists(path)) return replace(path, content);
    write::write_file(path, content);
  }

  std::string findings_text(const Diagnostics& findings) const {
    const std::size_t found = warnings(findings);
    if (findings.has_errors()) return counted(findings.error_count(), {"fout", "error"}, {"fouten", "errors"}, run_.language);
    if (found > 0) return counted(found, {"waarschuwing", "warning"}, {"waarschuwingen", "warnings"}, run_.language);
    return std::string(Words{"in orde", "good"}.in(run_.language));
  }

  // `1 formaat, 2 mappings`: of the file with its imports.
  std::string contents(const rules::RuleSet& rules) const {
    std::string text = counted(rules.formats.size(), {"formaat", "format"}, {"formaten", "formats"}, run_.language) + ", " +
                       counted(rules.mappings.size(), {"mapping", "mapping"}, {"mappings", "mappings"}, run_.language);
    if (!rules.transitions.empty()) text += ", " + counted(rules.transitions.size(), {"overgang", "transition"}, {"overgangen", "transitions"}, run_.language);
    if (!rules.checks.empty()) text += ", " + counted(rules.checks.size(), {"controle", "check"}, {"controles", "checks"}, run_.language);
    return text;
  }

  Run& run_;
  pack::Library library_;
  std::vector<read::InputFile> data_;
};

// Which action an option belongs to.
constexpr auto option_owners = std::to_array<std::pair<std::string_view, std::string_view>>(
    {{"--check", "format"}, {"--write", "format"}, {"--data", "check"}, {"--html", "document"}, {"--out", "document"}});

ExitCode run_rules(Run& run) {
  const std::string action = run.arguments.one("ACTION");
  for (const auto& [option, owner] : option_owners) {
    if (action == owner || !run.arguments.has(option)) continue;
    run.diagnostics.add({"USE-021", {}, {{"option", std::string(option)}, {"owner", std::string(owner)}, {"action", action}}, {}, {}});
    return ExitCode::usage;
  }
  RulesRun rules(run);
  if (!rules.ready()) return ExitCode::usage;
  if (action == "check") return rules.each_file(&RulesRun::check);
  if (action == "test") return rules.each_file(&RulesRun::test);
  if (action == "format") return rules.format();
  if (action == "document") return rules.document();
  const std::vector<std::string> actions = {"check", "format", "test", "document"};
  run.diagnostics.add({"USE-022", {}, {{"action", action}}, similar_name(action, actions), {}});
  return ExitCode::usage;
}

}  // namespace

const Command& rules_command() {
  static const Command command{
      "rules",
      {"controleert regelbestanden, maakt ze op, draait hun voorbeelden, of legt ze uit",
       "checks rule files, lays them out, runs their examples, or explains them"},
      "rules check|format|test|document FILE... [--data PATH...] [--check] [--write] [--html] [-o FILE]",
      {{"ACTION", "", "", Arity::one, true, {"check, format, test of document", "check, format, test or document"}},
       {"FILE", "", "", Arity::many, true, {"regelbestanden", "rule files"}},
       {"--data",
        "",
        "PATH...",
        Arity::many,
        false,
        {"check: houdt de regels ook tegen deze bestanden of mappen", "check: holds the rules against these files or folders too"}},
       {"--check",
        "",
        "",
        Arity::none,
        false,
        {"format: zegt alleen welke bestanden anders zijn opgemaakt", "format: only says which files are laid out otherwise"}},
       {"--write", "", "", Arity::none, false, {"format: vervangt de bestanden", "format: replaces the files"}},
       {"--html", "", "", Arity::none, false, {"document: als HTML in plaats van Markdown", "document: as HTML instead of Markdown"}},
       {"--out", "-o", "FILE", Arity::one, false, {"document: schrijft de pagina in dit bestand", "document: writes the page into this file"}}},
      "srgconv rules check mijn-mapping.rules",
      run_rules};
  return command;
}

}  // namespace srgconv::cli
