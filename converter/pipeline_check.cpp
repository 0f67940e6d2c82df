// The route of `check`: the monthly deliveries of senders, each judged by itself and from month to month.
#include <map>
#include <utility>

#include <fmt/format.h>

#include "monthly/monthly.hpp"
#include "pack/pack.hpp"
#include "parallel/parallel.hpp"
#include "pipeline.hpp"
#include "pipeline_deliveries.hpp"
#include "read/read.hpp"
#include "rules/rules.hpp"

namespace srgconv {
namespace {

// The SHA-256 of every file, each once: the members of an archive share its hash.
std::map<std::filesystem::path, std::string> hashes_of(const std::vector<read::InputFile>& files, unsigned threads) {
  std::map<std::filesystem::path, std::string> hashes;
  for (const read::InputFile& file : files) hashes.try_emplace(file.path);
  std::vector<std::filesystem::path> paths;
  for (const auto& [path, hash] : hashes) paths.push_back(path);
  parallel::ordered(
      paths.size(), threads, [&](std::size_t i) { return read::sha256_of(paths[i]).value_or(""); },
      [&](std::size_t i, std::string hash) {
        hashes[paths[i]] = std::move(hash);
        return true;
      });
  return hashes;
}

}  // namespace

std::optional<std::vector<report::Model>> check_submissions(const CheckRequest& request, Diagnostics& diagnostics) {
  pack::Library library(pack::data_roots(), diagnostics);
  const pack::Pack* pack = library.pack(request.pack);
  if (pack == nullptr) return std::nullopt;
  const auto formats = rules::parse_rules(SourceText("--pack", fmt::format("import {}\n", in_quotes(pack->name))), "--pack", library, diagnostics);
  if (!formats) return std::nullopt;
  const rules::Format* delivery = formats->format("levering");
  if (delivery == nullptr) {
    diagnostics.add({"CASE-081", {}, {{"pack", pack->name}}, {}, {}});
    return std::nullopt;
  }
  monthly::Request checking{*pack, *delivery, find_deliveries(request.deliveries, diagnostics), nullptr};
  std::optional<monthly::BirthDates> birth_dates;
  if (request.birth_dates) birth_dates = monthly::BirthDates::read({*request.birth_dates, shown_name(*request.birth_dates)}, diagnostics);
  if (diagnostics.has_errors()) return std::nullopt;
  if (birth_dates) checking.birth_dates = &*birth_dates;
  checking.threads = request.threads;
  checking.every_finding = request.every_finding;
  checking.begin_sender = request.begin_sender;

  report::Model common;
  common.program = request.program;
  common.command = "check";
  common.assessed_on = request.assessed_on;
  common.pack = pack->name;
  common.pack_version = pack->version;
  common.assumptions = pack->assumptions;
  const auto hashes = hashes_of(checking.deliveries, request.threads);
  for (const read::InputFile& file : checking.deliveries) common.inputs.push_back({"delivery", file.name, hashes.at(file.path)});
  if (request.birth_dates) common.inputs.push_back({"birth-dates", shown_name(*request.birth_dates), read::sha256_of(*request.birth_dates).value_or("")});
  std::vector<report::Model> models;
  for (monthly::SenderResult& result : monthly::check_deliveries(checking, diagnostics)) {
    report::Model& model = models.emplace_back(common);
    model.verification.verdict = result.verdict;
    model.verification.checks = std::move(result.checks);
    model.verification.bad_rows = result.bad_rows;
    model.verification.first_bad_rows = std::move(result.first_bad_rows);
    model.monthly = std::move(result);
  }
  for (report::Model& model : models) model.findings = diagnostics;
  return models;
}

}  // namespace srgconv
