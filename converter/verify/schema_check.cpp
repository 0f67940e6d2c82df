// XSD: does the conversion file meet its format?
#include "verify/checks.hpp"

namespace srgconv::verify {

void check_schema(const Evidence& evidence, Tally& tally) {
  switch (evidence.file_state) {
    case FileState::unavailable:
      for (const Diagnostic& why : evidence.why_no_file) tally.not_assessed(why);
      return;
    case FileState::invalid:
      tally.violated(evidence.file_errors);
      tally.finding("VER-001", evidence.file_name, evidence.file_error_line, [&] { return Arguments{{"count", std::to_string(evidence.file_errors)}}; });
      return;
    case FileState::readable: break;
  }
  // One case per record, and the document as a whole.
  for (const UnreadableValue& value : evidence.file.unreadable) {
    tally.finding("VER-002", evidence.file_name, value.line, [&] { return Arguments{{"field", value.field}}; });
  }
  tally.violated(evidence.file.records_read - evidence.file.records.size());
  tally.satisfied(evidence.file.records.size() + 1);
}

}  // namespace srgconv::verify
