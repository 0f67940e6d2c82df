// The route of a run, stage by stage: read -> map -> store -> reconcile -> write -> verify -> report.
#include "pipeline.hpp"

#include <chrono>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>

#include "intake/intake.hpp"
#include "logging/logging.hpp"
#include "pack/pack.hpp"
#include "pipeline_case.hpp"
#include "pipeline_requests.hpp"
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
  const auto the_case = timed("rules", [&] { return read_case(request, library, diagnostics); });
  if (!the_case) return std::nullopt;
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
  auto decided = read_decision_files(request, diagnostics);
  if (!earlier || !decided) return std::nullopt;
  auto workspace = store::Workspace::create(out.path() / "workspace.sqlite");
  workspace.begin();
  workspace.begin_transition({transition.name, transition.month});
  const auto numberings = timed("earlier files", [&] { return load_earlier_files(*the_case, *earlier, workspace, diagnostics); });
  if (!numberings) return std::nullopt;
  take_numberings(*numberings, transition, *inventory);
  auto intake = timed("read, map, store", [&] { return intake::load(*inventory, pack, request.threads, workspace, diagnostics); });
  if (!intake) return std::nullopt;
  const std::uint64_t rejected_rows = intake->rejected_rows;

  // Reconcile
  reconcile::Problem problem = pose_problem(*the_case, *inventory, *intake, workspace);
  problem.weights = weights->weights;
  if (weights->to_estimate && !estimate_weights(*weights, problem, diagnostics)) return std::nullopt;
  problem.threads = request.threads;
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
  verification.earlier = earlier->other_than(*written);
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
