// The route of `verify`: a conversion file by whatever program, judged against deliveries.
#include <sys/stat.h>

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "checks/checks.hpp"
#include "pack/pack.hpp"
#include "pipeline.hpp"
#include "pipeline_deliveries.hpp"
#include "pipeline_findings.hpp"
#include "read/read.hpp"
#include "rules/rules.hpp"
#include "verify/verify.hpp"
#include "write/write.hpp"

namespace srgconv {
namespace {

namespace fs = std::filesystem;

// Every content once, and none that is judged itself; in order of name, then content.
std::vector<read::InputFile> earlier_files(const std::vector<fs::path>& paths, const std::vector<read::InputFile>& judged, Diagnostics& diagnostics) {
  if (paths.empty()) return {};
  std::set<std::string> known;
  for (const read::InputFile& file : judged) known.insert(read::sha256_of(file.path).value_or(""));
  std::map<std::pair<std::string, std::string>, read::InputFile> ordered;
  for (const fs::path& path : paths) {
    const read::InputFile file{path, shown_name(path)};
    const auto hash = read::sha256_of(path);
    if (!hash)
      read::read_bytes(file, diagnostics);
    else
      ordered.emplace(std::pair(file.name, *hash), file);
  }
  std::vector<read::InputFile> files;
  for (const auto& [name, file] : ordered) {
    if (known.insert(name.second).second) files.push_back(file);
  }
  return files;
}

// What the result depends on and is no file, for the manifest.
std::map<std::string, std::string> options_of(const VerifyRequest& request) {
  std::map<std::string, std::string> options{{"pack", shown_name(request.pack)}};
  if (request.assessed_on) options["date"] = request.assessed_on->text();
  if (!request.results.empty()) options["results"] = fmt::format("{}", fmt::join(request.results, ","));
  return options;
}

// What a file is known by without reading it: every write and every replacement changes it.
using FileState = std::tuple<dev_t, ino_t, off_t, time_t, long, time_t, long>;
FileState state_of(const fs::path& path) {
  struct stat facts {};
  if (::stat(path.c_str(), &facts) != 0) return {};
  return {facts.st_dev, facts.st_ino, facts.st_size, facts.st_mtim.tv_sec, facts.st_mtim.tv_nsec, facts.st_ctim.tv_sec, facts.st_ctim.tv_nsec};
}

// A verdict on a file that changed while it was read is about a file that nobody has.
void judge_unchanged(const std::vector<std::pair<read::InputFile, FileState>>& before, verify::Verification& verification, Diagnostics& diagnostics) {
  for (const auto& [file, state] : before) {
    if (state_of(file.path) == state) continue;
    const Diagnostic why{"VER-233", {file.name, 0, 0, 0, ""}, {}, {}, {}};
    diagnostics.add(why);
    for (auto& check : verification.checks) checks::Tally(check).not_assessed(why);
    verification.verdict = checks::Verdict::not_assessed;
  }
}

}  // namespace

std::optional<report::Model> verify_submission(const VerifyRequest& request, Diagnostics& diagnostics, const std::function<void()>& inputs_named) {
  pack::Library library(pack::data_roots(), diagnostics);
  const pack::Pack* pack = library.pack(request.pack);
  if (pack == nullptr) return std::nullopt;
  const auto formats = formats_of(*pack, library, diagnostics);
  if (!formats) return std::nullopt;
  const rules::Format* conversion = formats->format("conversie");
  const rules::Format* delivery = formats->format("levering");
  if (conversion == nullptr || delivery == nullptr) {
    diagnostics.add({"CASE-004", {}, {{"pack", pack->name}}, {}, {}});
    return std::nullopt;
  }
  verify::Request verification{*pack, *conversion, *delivery, {}, {}, {}, {}, {}, {}, {}, 0, 0, request.assessed_on, request.threads};
  for (const fs::path& file : request.conversions) {
    verification.conversions.push_back({file, shown_name(file)});
    tell_when_unreadable(verification.conversions.back(), diagnostics);
  }
  verification.old_deliveries = find_deliveries(request.old_deliveries, diagnostics);
  verification.new_deliveries = find_deliveries(request.new_deliveries, diagnostics);
  verification.earlier = earlier_files(request.earlier, verification.conversions, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;

  std::optional<write::OutputFolder> out;
  if (!request.out.empty() && !out.emplace(request.out, request.force, diagnostics).ready()) return std::nullopt;
  std::vector<report::Input> lists_given;
  auto waivers = take_waivers(request.waivers, fs::path("."), lists_given, diagnostics);
  if (!waivers) return std::nullopt;
  std::optional<findings::List> every_finding;
  if (out) every_finding.emplace(out->path() / "findings.csv");
  findings::Book book(every_finding ? &*every_finding : nullptr, *std::move(waivers));
  book.begin("", request.assessed_on);

  report::Model model = begin_report("verify", request.program, request.assessed_on, *pack);
  if (out) {
    model.inputs.push_back({"program", request.program, read::sha256_of("/proc/self/exe").value_or("")});
    for (const fs::path& file : pack->files)
      model.inputs.push_back({"pack", pack->name + "/" + file.lexically_relative(pack->folder).generic_string(), read::sha256_of(file).value_or("")});
  }
  std::vector<std::pair<const char*, const std::vector<read::InputFile>*>> roles{{"conversion", &verification.conversions},
                                                                                 {"old", &verification.old_deliveries},
                                                                                 {"new", &verification.new_deliveries},
                                                                                 {"earlier", &verification.earlier}};
  std::vector<read::InputFile> judged;
  for (const auto& [role, files] : roles) judged.insert(judged.end(), files->begin(), files->end());
  std::vector<std::pair<read::InputFile, FileState>> named;
  for (const read::InputFile& file : judged) named.emplace_back(file, state_of(file.path));
  const auto hashes = hashes_of(judged, request.threads);
  for (const auto& [role, files] : roles) {
    for (const read::InputFile& file : *files) model.inputs.push_back({role, file.name, hashes.at(file.path)});
  }
  model.inputs.insert(model.inputs.end(), lists_given.begin(), lists_given.end());
  if (out || !request.waivers.empty()) verification.every_finding = &book;
  if (inputs_named) inputs_named();
  model.verification = verify::verify(verification, diagnostics);
  judge_unchanged(named, model.verification, diagnostics);
  model.waivers = book.waivers();
  for (Diagnostic& told : book.told()) diagnostics.add(std::move(told));
  model.findings = diagnostics;
  if (!out) return model;

  every_finding->finish();
  model.outputs = {"findings.csv"};
  name_reports(model.outputs, request.results);
  write_reports(out->path(), {model}, request.results, {request.program, "verify", options_of(request)}, model.inputs, {"findings.csv"});
  out->publish();
  return model;
}

}  // namespace srgconv
