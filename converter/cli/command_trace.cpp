// srgconv trace: from a key of the output back to source file, line, rule and proof.
#include <filesystem>
#include <optional>
#include <set>
#include <string_view>

#include "cli/command.hpp"
#include "report/report.hpp"
#include "store/store.hpp"

namespace srgconv::cli {
namespace {

// The keys of the output and of earlier conversion files, each once.
std::set<ProvisionKey> all_keys(const store::Workspace& workspace) {
  std::set<ProvisionKey> keys;
  workspace.for_each_fate([&](const store::Fate& fate) { keys.insert(fate.key); });
  workspace.for_each_earlier([&](const store::EarlierLink& link) {
    keys.insert(link.old_key);
    if (link.new_key) keys.insert(*link.new_key);
  });
  return keys;
}

// For the tip of an unknown one.
std::vector<std::string> as_texts(const std::set<ProvisionKey>& keys) {
  std::vector<std::string> texts;
  for (const ProvisionKey& key : keys) texts.push_back(key.text());
  return texts;
}

// The keys that findings about deliveries show without a numbering, as `0398/1001`: the same number may stand in several numberings.
std::vector<ProvisionKey> keys_without_numbering(const store::Workspace& workspace, std::string_view given) {
  std::vector<ProvisionKey> keys;
  for (const ProvisionKey& key : all_keys(workspace)) {
    if (key.numbering.sender.text() + "/" + key.id == given) keys.push_back(key);
  }
  return keys;
}

// The old provision to which `history id` gave this number.
std::optional<ProvisionKey> numbered_in_history(const store::Workspace& workspace, const ProvisionKey& key) {
  std::optional<ProvisionKey> found;
  workspace.for_each_history_number([&](const store::HistoryNumber& number) {
    if (number.key == key) found = number.old_key;
  });
  return found;
}

ExitCode run_trace(Run& run) {
  const auto workspace = store::Workspace::open(std::filesystem::path(run.arguments.one("OUT")) / "workspace.sqlite", run.diagnostics);
  if (!workspace) return exit_code_of(run.diagnostics);
  const std::string given = run.arguments.one("KEY");
  auto key = ProvisionKey::parse(given);
  if (!key) {
    const auto keys = keys_without_numbering(*workspace, given);
    if (keys.size() != 1) {
      run.diagnostics.add({"USE-006", {}, {{"key", given}}, keys.empty() ? std::nullopt : std::optional(keys.front().text()), {}});
      return ExitCode::usage;
    }
    key = keys.front();
  }
  if (workspace->history(*key).empty()) key = numbered_in_history(*workspace, *key).value_or(*key);
  if (workspace->history(*key).empty() && workspace->earlier_of(*key).empty()) {
    run.diagnostics.add({"USE-007", {}, {{"key", given}}, similar_name(given, as_texts(all_keys(*workspace))), {}});
    return ExitCode::usage;
  }
  print_result(run.json ? report::trace_json(*workspace, *key) : report::trace_text(*workspace, *key, run.language));
  return ExitCode::done;
}

}  // namespace

const Command& trace_command() {
  static const Command command{"trace",
                               {"herleidt een sleutel tot bronbestand, regel en bewijs", "traces a key back to source file, line, rule and proof"},
                               "trace OUT KEY",
                               {{"OUT", "", "", Arity::one, true, {"uitvoermap van convert", "output folder of convert"}},
                                {"KEY", "", "", Arity::one, true, {"sleutel, bijvoorbeeld 1980@202201/H77-1", "key, for example 1980@202201/H77-1"}}},
                               "srgconv trace uitvoer 1980@202201/H77-1",
                               run_trace};
  return command;
}

}  // namespace srgconv::cli
