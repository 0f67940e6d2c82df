// XSD: do the conversion files meet their format?
#include "verify/conversion_checks.hpp"

namespace srgconv::verify {

void check_schema(const Evidence& evidence, Tally& tally) {
  for (const ConversionFile& file : evidence.files.each) {
    switch (file.state) {
      case FileState::unavailable:
        for (const Diagnostic& why : file.why_not) tally.not_assessed(why);
        continue;
      case FileState::invalid:
        tally.violated(file.errors);
        tally.finding(
            "VER-001", file.name, file.error_line,
            [&] {
              return Arguments{{"count", std::to_string(file.errors)}};
            },
            {}, checks::Outcome::violated, file.errors);
        continue;
      case FileState::readable: break;
    }
    // One case per record, and the document as a whole.
    for (const UnreadableValue& value : file.unreadable) {
      tally.finding("VER-002", file.name, value.line, [&] { return Arguments{{"field", value.field}}; });
    }
    tally.violated(file.records_read - file.records);
    tally.satisfied(file.records + 1);
  }
}

}  // namespace srgconv::verify
