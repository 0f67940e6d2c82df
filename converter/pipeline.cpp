// The route of a run, stage by stage: read -> map -> store -> reconcile -> write -> verify -> report.
#include "pipeline.hpp"

#include <algorithm>
#include <chrono>
#include <map>
#include <memory>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>

#include <fmt/format.h>

#include "intake/intake.hpp"
#include "logging/logging.hpp"
#include "map/map.hpp"
#include "pack/pack.hpp"
#include "pipeline_weights.hpp"
#include "read/read.hpp"
#include "reconcile/reconcile.hpp"
#include "review/review.hpp"
#include "rules/rules.hpp"
#include "store/store.hpp"
#include "verify/verify.hpp"
#include "write/write.hpp"

namespace srgconv {
namespace {

namespace fs = std::filesystem;

// Runs a stage and logs how long it took; the time goes into the log only, never into an output.
template <class Stage>
auto timed(std::string_view name, const Stage& stage) {
  const auto begin = std::chrono::steady_clock::now();
  auto result = stage();
  const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin;
  log::info(fmt::format("{}: {:.2f} s", name, seconds.count()));
  return result;
}

// The case: a rule file with one transition, and the pack it imports.
struct Case {
  rules::RuleSet rules;
  const rules::Transition* transition = nullptr;
  const pack::Pack* pack = nullptr;
  const rules::Format* conversion_format = nullptr;
  const rules::Format* delivery_format = nullptr;
};

std::unique_ptr<Case> read_rules(const fs::path& case_file, pack::Library& library, Diagnostics& diagnostics) {
  const auto text = read::read_bytes({case_file, case_file.filename().string()}, diagnostics);
  if (!text) return nullptr;
  const SourceSpan whole{case_file.filename().string(), 0, 0, 0, {}};
  auto rule_set = rules::parse_rules(SourceText(case_file.filename().string(), *text), case_file, library, diagnostics);
  if (!rule_set) return nullptr;
  const auto refuse = [&](const char* code, std::map<std::string, std::string> arguments = {}) {
    diagnostics.add({code, whole, std::move(arguments), {}, {}});
    return nullptr;
  };
  if (rule_set->transitions.empty()) return refuse("CASE-001");
  if (rule_set->transitions.size() > 1) return refuse("CASE-002", {{"count", fmt::to_string(rule_set->transitions.size())}});
  if (rule_set->packs.empty()) return refuse("CASE-003");
  auto result = std::make_unique<Case>();
  result->rules = *std::move(rule_set);
  result->transition = &result->rules.transitions.front();
  result->pack = library.pack(result->rules.packs.front());
  result->conversion_format = result->rules.format("conversie");
  result->delivery_format = result->rules.format("levering");
  if (result->pack == nullptr) return nullptr;
  if (result->conversion_format == nullptr || result->delivery_format == nullptr) return refuse("CASE-004", {{"pack", result->pack->name}});
  const std::size_t errors_before = diagnostics.error_count();
  for (const auto& mapping : result->rules.mappings) map::run_examples(*mapping, result->pack->codes, diagnostics);
  return diagnostics.error_count() > errors_before ? nullptr : std::move(result);
}

// The days to which a system may have moved a start: the first of the transition's month, and those on which its old senders ended.
std::vector<Date> change_dates(const Case& the_case, const intake::Inventory& inventory) {
  std::vector<Date> dates{the_case.transition->month.first_day()};
  for (const auto& [sender, old_side] : inventory.old_sides) {
    const pack::Sender* known = the_case.pack->senders.find(sender);
    if (known != nullptr && known->end && *known->end != dates.front()) dates.push_back(*known->end);
  }
  return dates;
}

// The files in which people decided, in order of name, and all their decisions.
struct DecisionFiles {
  std::vector<report::Input> inputs;
  std::vector<Decision> decisions;
};

std::optional<DecisionFiles> read_decision_files(const ConvertRequest& request, Diagnostics& diagnostics) {
  DecisionFiles result;
  const fs::path folder = fs::absolute(request.case_file).parent_path().lexically_normal();
  bool readable = true;
  for (const fs::path& path : request.decisions) {
    const fs::path beside = fs::absolute(path).lexically_normal().lexically_relative(folder);
    const bool within = !beside.empty() && *beside.begin() != "..";
    const std::string name = within ? beside.generic_string() : path.filename().string();
    auto decisions = review::read_decisions({path, name}, diagnostics);
    readable = readable && decisions.has_value();
    if (!decisions) continue;
    result.inputs.push_back({"decisions", name, read::sha256_of(path).value_or("")});
    std::move(decisions->begin(), decisions->end(), std::back_inserter(result.decisions));
  }
  std::sort(result.inputs.begin(), result.inputs.end(),
            [](const report::Input& a, const report::Input& b) { return std::tie(a.name, a.sha256) < std::tie(b.name, b.sha256); });
  return readable ? std::optional(std::move(result)) : std::nullopt;
}

// Conversion files that were made before: in order of name, every content once.
struct EarlierFiles {
  std::vector<report::Input> inputs;
  std::vector<read::InputFile> files;  // beside `inputs`
};

std::optional<EarlierFiles> find_earlier_files(const ConvertRequest& request, Diagnostics& diagnostics) {
  std::map<std::pair<std::string, std::string>, fs::path> ordered;
  bool readable = true;
  for (const fs::path& path : request.earlier) {
    const std::string name = path.filename().string();
    const auto hash = read::sha256_of(path);
    if (!hash) read::read_bytes({path, name}, diagnostics);  // says why
    readable = readable && hash;
    if (hash) ordered.emplace(std::pair(name, *hash), path);
  }
  if (!readable) return std::nullopt;
  EarlierFiles earlier;
  std::set<std::string> known;
  for (const auto& [named, path] : ordered) {
    if (!known.insert(named.second).second) continue;
    earlier.inputs.push_back({"earlier", named.first, named.second});
    earlier.files.push_back({path, named.first});
  }
  return earlier;
}

// A sender that earlier files gave a numbering delivers under it: its keys are those of that numbering, not of the first one known.
bool take_numberings(const Case& the_case, const EarlierFiles& earlier, intake::Inventory& inventory, Diagnostics& diagnostics) {
  const auto numberings =
      verify::numberings_of_earlier(earlier.files, *the_case.conversion_format, the_case.pack->codes, the_case.transition->month, diagnostics);
  if (!numberings) return false;
  for (intake::File& file : inventory.files) {
    const auto known = numberings->find(file.source.sender);
    if (known != numberings->end() && !file.source.numbering.first_month) file.source.numbering = known->second;
  }
  return true;
}

// The written files are no earlier ones, also when their content was given as such.
std::vector<read::InputFile> other_than(const std::vector<read::InputFile>& written, const EarlierFiles& earlier) {
  std::set<std::string> hashes;
  for (const read::InputFile& file : written) hashes.insert(read::sha256_of(file.path).value_or(""));
  std::vector<read::InputFile> others;
  for (std::size_t i = 0; i < earlier.files.size(); ++i) {
    if (!hashes.contains(earlier.inputs[i].sha256)) others.push_back(earlier.files[i]);
  }
  return others;
}

reconcile::Problem pose_problem(const Case& the_case, const intake::Inventory& inventory, intake::Intake& intake, const store::Workspace& workspace) {
  reconcile::Problem problem{*the_case.transition, the_case.pack->codes, {}, {}, {}, std::move(intake.lists)};
  problem.change_dates = change_dates(the_case, inventory);
  for (const auto& [sender, old_side] : inventory.old_sides) {
    problem.last_months[sender] = old_side.last_month;
    auto old = reconcile::old_provisions(workspace, sender, old_side);
    std::move(old.begin(), old.end(), std::back_inserter(problem.old));
  }
  for (const SenderCode& sender : inventory.new_senders) {
    for (ReportedProvision& state : workspace.states(store::Side::new_delivered, sender, the_case.transition->month))
      problem.fresh.push_back(std::move(state.provision));
  }
  // What goes to no new sender stands with the first one named that may deliver for its old sender.
  for (const auto& [old, month] : problem.last_months) {
    for (const SenderCode& fresh : inventory.new_senders) {
      if (the_case.pack->senders.lawful_successor(old, fresh, the_case.transition->month.last_day()) == Answer::no) continue;
      problem.homes.emplace(old, fresh);
      break;
    }
  }
  return problem;
}

// One conversion file per new sender, a draft until it is verified; named in messages as it will be called. Nothing when a value does not fit the format.
std::optional<std::vector<read::InputFile>> write_conversion_files(const Case& the_case, const intake::Inventory& inventory, const store::Workspace& workspace,
                                                                   const fs::path& folder, Diagnostics& diagnostics) {
  const rules::Transition& transition = *the_case.transition;
  std::vector<read::InputFile> written;
  for (const SenderCode& sender : inventory.new_senders) {
    const std::string name = fmt::format("conversie-{}-{}", sender, transition.month.compact());
    const write::ConversionHeader header{sender, transition.month, transition.reason, transition.sequence, transition.replaces};
    written.push_back({folder / (name + ".draft.xml"), name + ".xml"});
    if (!write::write_conversion_file(workspace, inventory.old_sides, header, *the_case.conversion_format, the_case.pack->codes, written.back().path,
                                      diagnostics))
      return std::nullopt;
  }
  return written;
}

// Accepted files are drafts no longer. Gives their names.
std::vector<std::string> name_conversion_files(const std::vector<read::InputFile>& written, bool accepted) {
  std::vector<std::string> names;
  for (const read::InputFile& file : written) {
    const fs::path final_path = accepted ? file.path.parent_path() / file.name : file.path;
    if (accepted) fs::rename(file.path, final_path);
    names.push_back(final_path.filename().string());
  }
  return names;
}

// What verification needs: the written files and the inputs it judges it by. Old sides that are no delivery in the pack's own format rest on the mapping.
verify::Request pose_verification(const Case& the_case, const intake::Inventory& inventory, const reconcile::Problem& problem,
                                  const store::Workspace& workspace, std::vector<read::InputFile> conversions) {
  verify::Request request{*the_case.pack,
                          *the_case.conversion_format,
                          *the_case.delivery_format,
                          std::move(conversions),
                          {},
                          {},
                          {},
                          {},
                          {},
                          the_case.transition->requirements,
                          0,
                          0,
                          the_case.transition->assessed_on};
  std::set<SenderCode> delivered;
  for (const intake::File& file : inventory.files) {
    if (file.mapping->format->name != "levering") continue;
    if (file.source.side == store::Side::old_delivered) {
      request.old_deliveries.push_back(file.input);
      delivered.insert(file.source.sender);
    } else if (file.source.side == store::Side::new_delivered) {
      request.new_deliveries.push_back(file.input);
    }
  }
  for (const auto& [sender, old_side] : inventory.old_sides) {
    if (!delivered.contains(sender)) {
      verify::MappedSide mapped{sender, old_side.last_month, {}};
      for (const reconcile::OldProvision& old : problem.old) {
        if (old.provision.key.numbering.sender == sender) mapped.provisions.push_back(old.provision);
      }
      request.mapped_old.push_back(std::move(mapped));
    } else if (old_side.export_month) {
      request.exports.push_back({sender, old_side.last_month, reconcile::exported_provisions(workspace, sender, *old_side.export_month)});
    }
  }
  for (const rules::DeliveryOrder& order : the_case.transition->orders) request.orders.push_back(order.files);
  return request;
}

report::Model describe(const Case& the_case, const ConvertRequest& request, const store::Workspace& workspace, const reconcile::Problem& problem,
                       const reconcile::Outcome& outcome) {
  report::Model model;
  model.program = request.program;
  model.command = "convert";
  model.transition = the_case.transition->name;
  model.reason = the_case.transition->reason;
  model.month = the_case.transition->month;
  model.assessed_on = the_case.transition->assessed_on;
  model.pack = the_case.pack->name;
  model.pack_version = the_case.pack->version;
  model.assumptions = the_case.pack->assumptions;
  model.sources = workspace.sources();
  for (const auto proof : {reconcile::Proof::rule, reconcile::Proof::decision, reconcile::Proof::list, reconcile::Proof::equal, reconcile::Proof::near,
                           reconcile::Proof::evidence, reconcile::Proof::interchangeable}) {
    const auto count = std::count_if(outcome.links.begin(), outcome.links.end(), [&](const reconcile::Link& link) { return link.proof == proof; });
    model.links_by_proof.emplace_back(reconcile::name(proof), count);
  }
  model.reviews = outcome.reviews.size();
  model.list_contradictions = outcome.list_contradictions;
  for (const reconcile::DecisionOutcome& decision : outcome.decisions) {
    ++(decision.outcome == "applied" ? model.decisions.applied : decision.outcome == "later" ? model.decisions.later : model.decisions.not_applied);
  }
  for (std::size_t i = 0; i < problem.old.size(); ++i) {
    const Provision& provision = problem.old[i].provision;
    if (outcome.old_fates[i] == reconcile::OldFate::ended_since)
      model.to_dos.push_back(ProvisionKey{provision.key.numbering, shown_number(provision.key.id, provision.bsn)}.text());
  }
  std::sort(model.to_dos.begin(), model.to_dos.end());
  return model;
}

// Every input by its hash, in a fixed order.
std::vector<report::Input> name_inputs(const Case& the_case, const ConvertRequest& request, const intake::Inventory& inventory, const DecisionFiles& decided,
                                       const EarlierFiles& earlier, const WeightsSource& weights) {
  std::vector<report::Input> inputs;
  inputs.push_back({"program", request.program, read::sha256_of("/proc/self/exe").value_or("")});
  for (std::size_t i = 0; i < the_case.rules.files.size(); ++i) {
    inputs.push_back({std::string(i == 0 ? "case" : "rules"), the_case.rules.file_names[i], read::sha256_of(the_case.rules.files[i]).value_or("")});
  }
  for (const fs::path& file : the_case.pack->files)
    inputs.push_back({"pack", the_case.pack->name + "/" + file.lexically_relative(the_case.pack->folder).generic_string(), read::sha256_of(file).value_or("")});
  for (const intake::File& file : inventory.files) {
    const std::string& name = file.input.container_name.empty() ? file.input.name : file.input.container_name;
    if (inputs.back().role != "source" || inputs.back().name != name) inputs.push_back({"source", name, file.source.sha256});
  }
  inputs.insert(inputs.end(), decided.inputs.begin(), decided.inputs.end());
  inputs.insert(inputs.end(), earlier.inputs.begin(), earlier.inputs.end());
  if (weights.file) inputs.push_back({"weights", weights.file->filename().string(), read::sha256_of(*weights.file).value_or("")});
  inputs.push_back({"key", "key", write::fingerprint(request.key)});
  return inputs;
}

std::vector<std::pair<std::string, std::string>> hash_outputs(const fs::path& folder, const std::vector<std::string>& names) {
  std::vector<std::pair<std::string, std::string>> outputs;
  for (const std::string& name : names) outputs.emplace_back(name, read::sha256_of(folder / name).value_or(""));
  return outputs;
}

bool is_accepted(verify::Verdict verdict) { return verdict == verify::Verdict::accepted || verdict == verify::Verdict::accepted_with_signals; }

}  // namespace

std::optional<Converted> convert(const ConvertRequest& request, Diagnostics& diagnostics) {
  // Rules
  pack::Library library(pack::data_roots(), diagnostics);
  const auto the_case = timed("rules", [&] { return read_rules(request.case_file, library, diagnostics); });
  if (!the_case) return std::nullopt;
  if (request.assessed_on) the_case->rules.transitions.front().assessed_on = request.assessed_on;
  const rules::Transition& transition = *the_case->transition;
  const pack::Pack& pack = *the_case->pack;
  write::OutputFolder out(request.out, request.force, diagnostics);
  if (!out.ready()) return std::nullopt;
  const fs::path case_folder = fs::absolute(request.case_file).parent_path();
  const auto weights = find_weights(transition, pack, case_folder, request.estimate, diagnostics);
  if (!weights) return std::nullopt;

  // Read, map, store
  auto inventory = timed("inventory", [&] { return intake::take_inventory(transition, case_folder, diagnostics); });
  if (!inventory || !intake::agrees_with_lineage(transition, *inventory, pack.senders, diagnostics)) return std::nullopt;
  const auto earlier = find_earlier_files(request, diagnostics);
  if (!earlier || !take_numberings(*the_case, *earlier, *inventory, diagnostics)) return std::nullopt;
  auto decided = read_decision_files(request, diagnostics);
  if (!decided) return std::nullopt;
  auto workspace = store::Workspace::create(out.path() / "workspace.sqlite");
  workspace.begin();
  auto intake = timed("read, map, store", [&] { return intake::load(*inventory, pack, request.threads, workspace, diagnostics); });
  if (!intake) return std::nullopt;
  const std::uint64_t rejected_rows = intake->rejected_rows;

  // Reconcile
  reconcile::Problem problem = pose_problem(*the_case, *inventory, *intake, workspace);
  problem.weights = weights->weights;
  if (weights->to_estimate && !estimate_weights(*weights, problem, diagnostics)) return std::nullopt;
  problem.decisions = std::move(decided->decisions);
  problem.pseudonym = [&](Bsn bsn) { return write::pseudonym(bsn, request.key); };
  const std::size_t errors_before = diagnostics.error_count();
  const reconcile::Outcome outcome = timed("reconcile", [&] { return reconcile::reconcile(problem, diagnostics); });
  if (diagnostics.error_count() > errors_before) return std::nullopt;
  reconcile::record_outcome(problem, outcome, workspace);

  // Write
  const auto written = timed("write", [&] { return write_conversion_files(*the_case, *inventory, workspace, out.path(), diagnostics); });
  if (!written) return std::nullopt;
  std::map<std::string, const rules::Mapping*> mappings;
  for (const intake::File& file : inventory->files) mappings[file.source.mapping] = file.mapping.get();
  write::write_translation_table(workspace, out.path() / "vertaaltabel.csv");
  review::write_list(workspace, pack.codes, out.path() / "review.csv", request.key);
  write::write_rows(workspace, store::RowOutcome::rejected, out.path() / "rejected.csv", mappings, request.key);
  write::write_rows(workspace, store::RowOutcome::skipped, out.path() / "skipped.csv", mappings, request.key);

  // Verify: the written files, read back from disk, against what was delivered
  verify::Request verification = pose_verification(*the_case, *inventory, problem, workspace, *written);
  verification.earlier = other_than(*written, *earlier);
  verification.rejected_rows = rejected_rows;
  verification.list_contradictions = outcome.list_contradictions;
  Converted converted{describe(*the_case, request, workspace, problem, outcome), false};
  converted.model.verification = timed("verify", [&] { return verify::verify(verification, diagnostics); });
  converted.accepted = is_accepted(converted.model.verification.verdict);

  // Report
  converted.model.findings = diagnostics;
  converted.model.outputs = name_conversion_files(*written, converted.accepted);
  for (const char* name : {"vertaaltabel.csv", "review.csv", "rejected.csv", "skipped.csv", "workspace.sqlite", "report.json", "manifest.json"})
    converted.model.outputs.emplace_back(name);
  workspace.set_property("program", request.program);
  workspace.set_property("transition", transition.name);
  workspace.set_property("key", write::fingerprint(request.key));
  workspace.set_property("verdict", verify::name(converted.model.verification.verdict));
  workspace.commit();
  workspace.finish();
  write::write_file(out.path() / "report.json", report::json_report(converted.model));
  auto hashed = converted.model.outputs;
  hashed.pop_back();  // the manifest cannot name its own hash
  write::write_file(out.path() / "manifest.json", report::manifest(request.program, name_inputs(*the_case, request, *inventory, *decided, *earlier, *weights),
                                                                   hash_outputs(out.path(), hashed)));
  out.publish();
  return converted;
}

}  // namespace srgconv
