// srgconv profile: what an export is made of, and a first draft of its rules.
#include <filesystem>
#include <system_error>

#include "cli/command.hpp"
#include "cli/rules_data.hpp"
#include "pack/pack.hpp"
#include "profile/profile.hpp"
#include "report/report.hpp"
#include "rules/rules.hpp"
#include "write/write.hpp"

namespace srgconv::cli {
namespace {

namespace fs = std::filesystem;

// The formats of the pack, to know its own files by their root.
void find_formats_of_pack(profile::Profile& profile, const pack::Pack& pack, pack::Library& library) {
  Diagnostics none;
  const auto rules = rules::parse_rules(SourceText("profile", "import '" + pack.name + "'\n"), "profile", library, none);
  if (!rules) return;
  for (profile::Layout& layout : profile.layouts) {
    for (const auto& format : rules->formats) {
      if (layout.xml && format->root == layout.xml->root && format->namespace_uri == layout.xml->namespace_uri) layout.pack_format = format->name;
    }
  }
}

// What the declarations of a draft are called: after its file, `mijn-export`; letters, digits and hyphens only.
std::string name_of_draft(const fs::path& draft) {
  std::string name;
  for (const char c : draft.stem().string()) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    if (letter || (!name.empty() && c >= '0' && c <= '9'))
      name += c;
    else if (!name.empty() && name.back() != '-')
      name += '-';
  }
  while (!name.empty() && name.back() == '-') name.pop_back();
  return name.empty() ? "export" : name;
}

// May the draft be written? False with USE-023 to USE-026.
bool may_write(const fs::path& draft, const profile::Profile& profile, Run& run) {
  const auto refuse = [&](const char* code, std::map<std::string, std::string> arguments) {
    run.diagnostics.add({code, {}, std::move(arguments), {}, {}});
    return false;
  };
  std::error_code none;
  for (const std::string& file : run.arguments.all("FILE")) {
    if (fs::equivalent(draft, file, none)) return refuse("USE-026", {{"file", shown_name(draft)}});
  }
  if (fs::exists(draft, none) && !run.arguments.has("--force")) return refuse("USE-023", {{"file", shown_name(draft)}});
  if (profile.layouts.size() > 1) return refuse("USE-024", {{"count", std::to_string(profile.layouts.size())}});
  if (profile.layouts.empty() || profile.layouts.front().format == nullptr) return refuse("USE-025", {});
  return true;
}

ExitCode run_profile(Run& run) {
  pack::Library library(pack::data_roots(), run.diagnostics);
  const pack::Pack* pack = library.pack(run.arguments.has("--pack") ? run.arguments.one("--pack") : "srg-2026");
  if (pack == nullptr) return ExitCode::usage;
  std::vector<read::InputFile> files;
  for (const std::string& name : run.arguments.all("FILE")) files.push_back({name, shown_name(name)});
  profile::Profile profile = profile::profile_files(files, pack, run.diagnostics);
  find_formats_of_pack(profile, *pack, library);
  if (!profile.layouts.empty() || run.json) print_result(run.json ? report::profile_json(profile) : report::profile_text(profile, run.language));
  if (run.diagnostics.has_errors()) return ExitCode::unreadable;
  if (!run.arguments.has("--draft")) return ExitCode::done;
  const fs::path draft = run.arguments.one("--draft");
  if (!may_write(draft, profile, run)) return ExitCode::usage;
  write::write_file(draft, profile::draft_rules(profile.layouts.front(), *pack, name_of_draft(draft), run.language));
  return ExitCode::done;
}

}  // namespace

const Command& profile_command() {
  static const Command command{
      "profile",
      {"toont waaruit een export bestaat, zonder persoonsgegevens, en maakt eerste regels",
       "shows what an export is made of, without personal data, and drafts rules"},
      "profile FILE... [--draft FILE.rules] [--force]",
      {{"FILE", "", "", Arity::many, true, {"bestanden van een export: CSV of XML", "files of an export: CSV or XML"}},
       {"--draft", "", "FILE", Arity::one, false, {"schrijft eerste regels, met vragen erbij", "writes first rules, with questions beside them"}},
       {"--force", "", "", Arity::none, false, {"vervangt een bestaand bestand met regels", "replaces an existing rule file"}},
       {"--pack", "", "DIR", Arity::one, false, {"formaatpakket (srg-2026)", "format pack (srg-2026)"}}},
      "srgconv profile export-202112.csv --draft mijn-mapping.rules",
      run_profile};
  return command;
}

}  // namespace srgconv::cli
