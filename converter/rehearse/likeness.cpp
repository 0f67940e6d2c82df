#include "rehearse/likeness.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace srgconv::rehearse {
namespace {

class Tally : public read::RecordSink {
 public:
  void record(const SourceRecord&) override { ++whole; }
  void faulty(const SourceRecord&, Diagnostic) override { ++faulty_rows; }

  std::uint64_t whole = 0, faulty_rows = 0;
};

// Faults by which a document is another kind of document, or no XML at all.
bool is_another_document(std::string_view code) {
  constexpr std::array codes = {"READ-210", "READ-211", "READ-212", "READ-213", "READ-220", "READ-230", "READ-231"};
  return std::find(codes.begin(), codes.end(), code) != codes.end();
}

std::string argument(const Diagnostic& diagnostic, const char* name) {
  const auto found = diagnostic.arguments.find(name);
  return found == diagnostic.arguments.end() ? std::string() : found->second;
}

}  // namespace

Likeness likeness(const read::InputFile& file, const rules::Format& format, const CodeLists& codes) {
  Likeness result;
  result.declared = format.fields.size();
  Tally tally;
  result.complete = read::read_records(file, format, tally, result.findings, &codes).complete;
  bool other_faults = false;
  for (const Diagnostic& diagnostic : result.findings.all()) {
    if (diagnostic.code == "READ-101") {
      result.strange.push_back(argument(diagnostic, "column"));
    } else if (diagnostic.code == "READ-102") {
      result.missing.push_back(argument(diagnostic, "column"));
    } else if (message(diagnostic.code).severity == Severity::error) {
      other_faults = other_faults || format.kind != rules::FormatKind::xml || is_another_document(diagnostic.code);
    }
  }
  result.surplus = result.strange.size();
  // Without a header the rows show whether the columns are those of the format.
  const bool shapeless = format.kind != rules::FormatKind::xml && tally.faulty_rows > tally.whole;
  // Of a document that gave nothing, an empty or damaged file for instance, nothing is known.
  const bool silent = format.kind == rules::FormatKind::xml && !result.complete && tally.whole + tally.faulty_rows == 0;
  if (!other_faults && !shapeless && !silent) result.found = result.declared - std::min(result.declared, result.missing.size());
  return result;
}

bool much_better(const Likeness& other, const Likeness& at_hand) {
  constexpr std::size_t good = 60, lead = 30;
  return other.found >= 2 && other.percent() >= good && other.percent() >= at_hand.percent() + lead;
}

}  // namespace srgconv::rehearse
