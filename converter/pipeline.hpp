// The route of a run: read -> map -> store -> reconcile -> write -> verify -> report.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "diagnostics/diagnostics.hpp"
#include "domain/period.hpp"
#include "report/report.hpp"

namespace srgconv {

struct ConvertRequest {
  std::filesystem::path case_file;
  std::filesystem::path out;
  bool force = false;
  std::optional<Date> assessed_on;  ///< `--date`; wins over the case
  unsigned threads = 1;
  std::string key;                                    ///< secret of the pseudonyms
  std::string program;                                ///< `srgconv 0.1.0`
  std::vector<std::filesystem::path> decisions = {};  ///< files in which people decided, in any order
  bool estimate = false;                              ///< `--estimate`: weights of evidence are estimated once
  std::vector<std::filesystem::path> earlier = {};    ///< conversion files that were made before, in any order
  std::filesystem::path waivers = {};                 ///< findings that people know and accept; empty: none
  std::vector<std::string> results = {};              ///< forms beside report.json: names of report::result_forms()
};

struct Converted {
  std::vector<report::Model> transitions;  ///< in order of month
  bool accepted = false;                   ///< all of them: the conversion files are no drafts
};

/// Converts a case, its transitions in order of month, into the folder `out`, all or nothing. Nothing is returned, and `out` stays as it was, when rules or
/// input are unusable: the errors among `diagnostics` say why (READ-0xx..2xx: input; else rules or usage). Throws BrokenWorld when the machine fails.
std::optional<Converted> convert(const ConvertRequest& request, Diagnostics& diagnostics);

struct VerifyRequest {
  std::vector<std::filesystem::path> conversions;                     ///< of one transition, one per new sender
  std::vector<std::filesystem::path> old_deliveries, new_deliveries;  ///< files, or folders of which every .xml counts
  std::string pack;                                                   ///< name or folder
  std::optional<Date> assessed_on;
  std::string program;
  std::vector<std::filesystem::path> earlier = {};  ///< conversion files that were made before, in any order
  unsigned threads = 1;
  std::filesystem::path out = {};  ///< folder for findings.csv and the reports; empty: none is made
  bool force = false;
  std::filesystem::path waivers = {};     ///< findings that people know and accept; empty: none
  std::vector<std::string> results = {};  ///< forms beside report.json: names of report::result_forms()
};

/// Judges the conversion files of a transition, by whatever program they were written. Nothing when an input cannot be read, or `out` cannot be used. A file
/// that changes between the moment its hash is taken and the end makes everything not assessed (VER-233); `inputs_named` is called when all hashes are taken,
/// for tests of that.
std::optional<report::Model> verify_submission(const VerifyRequest& request, Diagnostics& diagnostics, const std::function<void()>& inputs_named = {});

struct CheckRequest {
  std::vector<std::filesystem::path> deliveries;     ///< of any senders and months: files, packed or not, or folders of which every .xml counts
  std::optional<std::filesystem::path> birth_dates;  ///< CSV or workbook with the dates of birth of persons
  std::string pack;                                  ///< name or folder
  std::optional<Date> assessed_on;
  std::string program;
  unsigned threads = 1;
  checks::EveryFinding* every_finding = nullptr;              ///< takes every finding, sender after sender
  std::function<void(const std::string&)> begin_sender = {};  ///< called with the code of each sender before its findings come
};

/// Judges the monthly deliveries of senders, each sender by itself: a model per sender, in order of code. Nothing when an input cannot be read.
std::optional<std::vector<report::Model>> check_submissions(const CheckRequest& request, Diagnostics& diagnostics);

}  // namespace srgconv
