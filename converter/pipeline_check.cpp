// The route of `check`: the monthly deliveries of senders, each judged by itself and from month to month.
#include <utility>

#include "monthly/monthly.hpp"
#include "pack/pack.hpp"
#include "pipeline.hpp"
#include "pipeline_deliveries.hpp"
#include "read/read.hpp"
#include "rules/rules.hpp"

namespace srgconv {
std::optional<std::vector<report::Model>> check_submissions(const CheckRequest& request, Diagnostics& diagnostics) {
  pack::Library library(pack::data_roots(), diagnostics);
  const pack::Pack* pack = library.pack(request.pack);
  if (pack == nullptr) return std::nullopt;
  const auto formats = formats_of(*pack, library, diagnostics);
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

  report::Model common = begin_report("check", request.program, request.assessed_on, *pack);
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
