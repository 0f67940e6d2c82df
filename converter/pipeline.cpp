// The route of a run, stage by stage: read -> map -> store -> reconcile -> write -> verify -> report.
#include "pipeline.hpp"

#include <chrono>
#include <map>
#include <string_view>
#include <utility>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "findings/findings.hpp"
#include "intake/intake.hpp"
#include "logging/logging.hpp"
#include "pack/pack.hpp"
#include "pipeline_case.hpp"
#include "pipeline_findings.hpp"
#include "pipeline_passage.hpp"
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

// Logs how long a stage took; the time goes into the log only, never into an output.
class Timing {
 public:
  explicit Timing(std::string_view stage) : stage_(stage) {}
  Timing(const Timing&) = delete;
  Timing& operator=(const Timing&) = delete;
  ~Timing() {
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - begin_;
    log::info(fmt::format("{}: {:.2f} s", stage_, seconds.count()));
  }

 private:
  std::string_view stage_;
  std::chrono::steady_clock::time_point begin_ = std::chrono::steady_clock::now();
};

template <class Stage>
auto timed(std::string_view name, const Stage& stage) {
  const Timing timing(name);
  return stage();
}

// One conversion file per new sender, a draft until it is verified; named in messages as it will be called. False when a value does not fit the format.
bool write_conversion_files(const Case& the_case, Passage& passage, const store::Workspace& workspace, const fs::path& folder, Diagnostics& diagnostics) {
  const rules::Transition& transition = passage.transition;
  for (const SenderCode& sender : passage.inventory.new_senders) {
    const std::string name = fmt::format("conversie-{}-{}", sender, transition.month.compact());
    const write::ConversionHeader header{sender, transition.month, transition.reason, transition.sequence, transition.replaces, passage.number};
    const fs::path path = passage.written.emplace_back(read::InputFile{folder / (name + ".draft.xml"), name + ".xml"}).path;
    if (!write::write_conversion_file(workspace, passage.inventory.old_sides, header, *the_case.conversion_format, the_case.pack->codes, path, diagnostics))
      return false;
  }
  return true;
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

void write_lists(const Case& the_case, const std::vector<Passage>& passages, const store::Workspace& workspace, const fs::path& folder,
                 const std::string& key) {
  std::map<std::string, const rules::Mapping*> mappings;
  for (const Passage& passage : passages) {
    for (const intake::File& file : passage.inventory.files) mappings[file.source.mapping] = file.mapping.get();
  }
  write::write_translation_table(workspace, folder / "vertaaltabel.csv");
  review::write_list(workspace, the_case.pack->codes, folder / "review.csv", key);
  write::write_rows(workspace, store::RowOutcome::rejected, folder / "rejected.csv", mappings, key);
  write::write_rows(workspace, store::RowOutcome::skipped, folder / "skipped.csv", mappings, key);
}

// What the result depends on and is no file, for the manifest.
std::map<std::string, std::string> options_of(const ConvertRequest& request) {
  std::map<std::string, std::string> options;
  if (request.assessed_on) options["date"] = request.assessed_on->text();
  if (request.estimate) options["estimate"] = "yes";
  if (!request.results.empty()) options["results"] = fmt::format("{}", fmt::join(request.results, ","));
  return options;
}

bool is_accepted(verify::Verdict verdict) { return verdict == verify::Verdict::accepted || verdict == verify::Verdict::accepted_with_signals; }

// What the transitions of a run share.
struct Run {
  const ConvertRequest& request;
  const Case& the_case;
  const EarlierFiles& earlier;
  const verify::Numberings& numberings;
  std::vector<Decision>& decisions;  // about no transition so far
  store::Workspace& workspace;
  findings::Book& book;
  const fs::path& folder;
};

// The route of one transition; `passages` are those of the whole case. False, and told, when rules or input are unusable.
bool convert_transition(Run& run, Passage& passage, const std::vector<Passage>& passages, Diagnostics& diagnostics) {
  const pack::Pack& pack = *run.the_case.pack;
  store::Workspace& workspace = run.workspace;
  const bool first = &passage == &passages.front(), last = &passage == &passages.back();
  const std::size_t told_before = first ? 0 : diagnostics.all().size();

  // Read, map, store
  const std::size_t first_source = workspace.sources().size();
  workspace.begin_transition({passage.transition.name, passage.transition.month});
  take_numberings(run.numberings, passage);
  auto intake = timed("read, map, store", [&] { return intake::load(passage.inventory, pack, run.request.threads, workspace, diagnostics); });
  if (!intake) return false;
  const std::uint64_t rejected_rows = intake->rejected_rows;

  // Reconcile
  reconcile::Problem problem = pose_problem(run.the_case, passage, *intake, workspace);
  problem.weights = passage.weights.weights;
  if (passage.weights.to_estimate && !estimate_weights(passage.weights, problem, diagnostics)) return false;
  problem.threads = run.request.threads;
  problem.pseudonym = [&](Bsn bsn) { return write::pseudonym(bsn, run.request.key); };
  take_decisions(problem, run.decisions, last);
  const std::size_t errors_before = diagnostics.error_count();
  const reconcile::Outcome outcome = timed("reconcile", [&] { return reconcile::reconcile(problem, diagnostics); });
  if (diagnostics.error_count() > errors_before) return false;
  reconcile::record_outcome(problem, outcome, workspace);
  reconcile::record_history_numbers(problem, outcome, passage.inventory.old_sides, pack.longest_id, workspace, diagnostics);

  // Write
  if (!timed("write", [&] { return write_conversion_files(run.the_case, passage, workspace, run.folder, diagnostics); })) return false;

  // Verify: the written files, read back from disk, against what was delivered
  verify::Request verification = pose_verification(run.the_case, passages, passage, run.earlier, problem, workspace);
  verification.rejected_rows = rejected_rows;
  verification.list_contradictions = outcome.list_contradictions;
  verification.every_finding = &run.book;
  run.book.begin(passage.transition.name, passage.transition.assessed_on);
  passage.model = describe(run.the_case, run.request, passage, workspace, first_source, problem, outcome);
  passage.model.verification = timed("verify", [&] { return verify::verify(verification, diagnostics); });
  passage.model.waivers = run.book.waivers();
  for (std::size_t i = told_before; i < diagnostics.all().size(); ++i) passage.model.findings.add(diagnostics.all()[i]);
  return true;
}

}  // namespace

std::optional<Converted> convert(const ConvertRequest& request, Diagnostics& diagnostics) {
  // Rules
  pack::Library library(pack::data_roots(), diagnostics);
  const auto the_case = timed("rules", [&] { return read_case(request, library, diagnostics); });
  if (!the_case) return std::nullopt;
  write::OutputFolder out(request.out, request.force, diagnostics);
  if (!out.ready()) return std::nullopt;
  auto passages = timed("inventory", [&] { return plan_passages(*the_case, request, diagnostics); });
  if (!passages) return std::nullopt;
  const auto earlier = find_earlier_files(request, diagnostics);
  auto decided = read_decision_files(request, diagnostics);
  std::vector<report::Input> lists_given;
  auto waivers = take_waivers(request.waivers, fs::absolute(request.case_file).parent_path(), lists_given, diagnostics);
  if (!earlier || !decided || !waivers) return std::nullopt;
  auto workspace = store::Workspace::create(out.path() / "workspace.sqlite");
  workspace.begin();
  const auto numberings = timed("earlier files", [&] { return load_earlier_files(*the_case, *earlier, workspace, diagnostics); });
  if (!numberings) return std::nullopt;

  // Read, map, store, reconcile, write, verify: transition after transition, in order of month
  findings::List every_finding(out.path() / "findings.csv");
  findings::Book book(&every_finding, *std::move(waivers));
  Run run{request, *the_case, *earlier, *numberings, decided->decisions, workspace, book, out.path()};
  for (Passage& passage : *passages) {
    if (!convert_transition(run, passage, *passages, diagnostics)) return std::nullopt;
  }
  timed("lists", [&] {
    write_lists(*the_case, *passages, workspace, out.path(), request.key);
    every_finding.finish();
  });

  // Report
  Converted converted;
  for (Passage& passage : *passages) converted.transitions.push_back(std::move(passage.model));
  const verify::Verdict verdict = report::overall_verdict(converted.transitions);
  converted.accepted = is_accepted(verdict);
  tell_waivers(book, converted.transitions, diagnostics);
  const std::vector<std::string> lists{"vertaaltabel.csv", "review.csv", "rejected.csv", "skipped.csv", "findings.csv", "workspace.sqlite"};
  std::vector<std::string> hashed;
  for (const Passage& passage : *passages) {
    std::vector<std::string>& outputs = converted.transitions[passage.number].outputs;
    outputs = name_conversion_files(passage.written, converted.accepted);
    hashed.insert(hashed.end(), outputs.begin(), outputs.end());
    outputs.insert(outputs.end(), lists.begin(), lists.end());
    name_reports(outputs, request.results);
  }
  hashed.insert(hashed.end(), lists.begin(), lists.end());
  workspace.set_property("program", request.program);
  workspace.set_property("transition", the_case->transitions.front()->name);
  workspace.set_property("key", write::fingerprint(request.key));
  workspace.set_property("verdict", checks::name(verdict));
  workspace.commit();
  workspace.finish();
  std::vector<report::Input> inputs = name_inputs(*the_case, request, *passages, *decided, *earlier);
  inputs.insert(inputs.end() - 1, lists_given.begin(), lists_given.end());  // the key stands last
  write_reports(out.path(), converted.transitions, request.results, {request.program, "convert", options_of(request)}, inputs, hashed);
  out.publish();
  return converted;
}

}  // namespace srgconv
