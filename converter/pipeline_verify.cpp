// The route of `verify`: a conversion file by whatever program, judged against deliveries.
#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <string_view>

#include <fmt/format.h>

#include "pack/pack.hpp"
#include "parallel/parallel.hpp"
#include "pipeline.hpp"
#include "pipeline_deliveries.hpp"
#include "read/read.hpp"
#include "rules/rules.hpp"
#include "verify/verify.hpp"

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

}  // namespace

std::optional<report::Model> verify_submission(const VerifyRequest& request, Diagnostics& diagnostics) {
  pack::Library library(pack::data_roots(), diagnostics);
  const pack::Pack* pack = library.pack(request.pack);
  if (pack == nullptr) return std::nullopt;
  const auto formats = rules::parse_rules(SourceText("--pack", fmt::format("import {}\n", in_quotes(pack->name))), "--pack", library, diagnostics);
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

  report::Model model;
  model.program = request.program;
  model.command = "verify";
  model.assessed_on = request.assessed_on;
  model.pack = pack->name;
  model.pack_version = pack->version;
  model.assumptions = pack->assumptions;
  std::vector<std::pair<const char*, const read::InputFile*>> inputs;
  for (const auto& [role, files] : {std::pair{"conversion", &verification.conversions},
                                    {"old", &verification.old_deliveries},
                                    {"new", &verification.new_deliveries},
                                    {"earlier", &verification.earlier}}) {
    for (const read::InputFile& file : *files) inputs.emplace_back(role, &file);
  }
  parallel::ordered(
      inputs.size(), request.threads, [&](std::size_t i) { return read::sha256_of(inputs[i].second->path).value_or(""); },
      [&](std::size_t i, std::string&& hash) {
        model.inputs.push_back({inputs[i].first, inputs[i].second->name, std::move(hash)});
        return true;
      });
  verification.every_finding = request.every_finding;
  model.verification = verify::verify(verification, diagnostics);
  model.findings = diagnostics;
  return model;
}

}  // namespace srgconv
