// A small but complete submission as XML text: two old senders merge into one. Invented persons; BSNs from the published list of test numbers.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "verify/verify.hpp"

namespace srgconv::verify::test {

/// The files of a submission, by what they say.
struct Submission {
  std::string conversion, heerhugowaard, langedijk, dijk_en_waard;
};

/// Every kind of relation but open and stays, a declared change, a late registration and one that started since: raises nothing.
Submission clean_submission();

/// A folder for the files of one test, removed at its end.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  /// Writes a file and returns it as an input under its own name.
  read::InputFile write(const std::string& name, const std::string& text) const;
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

/// The pack srg-2026 and its formats, loaded once.
const pack::Pack& srg_pack();
const rules::Format& conversion_format();
const rules::Format& delivery_format();

/// A request for the files in the folder.
Request request_for(const Folder& folder, const Submission& submission);
Verification verify_submission(const Submission& submission, Diagnostics& diagnostics);

/// The text with the first occurrence of `what` replaced; fails the test when it does not occur.
std::string replaced(std::string text, const std::string& what, const std::string& by);

/// The ids of the checks with a violation.
std::vector<std::string> violated_checks(const Verification& verification);
const CheckResult& check_of(const Verification& verification, std::string_view id);

}  // namespace srgconv::verify::test
