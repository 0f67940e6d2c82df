// FACTS: does the conversion file repeat what was delivered, and do old and new agree?
#include <string>

#include "verify/conversion_checks.hpp"

namespace srgconv::verify {
namespace {

std::string text_of(const std::optional<Date>& date) { return date ? date->text() : "-"; }

// Two numbers that both fail the 11-test cannot be told apart; that they fail is a finding of BSN.
enum class Agreement { equal, different, unknown };
Agreement compare_bsn(const std::optional<Bsn>& a, const std::optional<Bsn>& b) {
  if (!a && !b) return Agreement::unknown;
  return a == b ? Agreement::equal : Agreement::different;
}

// One case: a key in the file against the delivery that has it. `code` names the kind of finding; its BSN variant shows no values.
template <class MakeKey>
void compare_with_delivery(const Facts& in_file, const Facts& delivered, const MakeKey& key, std::string_view code, std::string_view bsn_code, Case& one) {
  const Agreement bsn = compare_bsn(in_file.bsn, delivered.bsn);
  if (bsn == Agreement::different) one.violated(bsn_code, [&] { return Arguments{{"key", key()}}; });
  if (bsn == Agreement::unknown) one.undecided("VER-079", [&] { return Arguments{{"key", key()}}; });
  const auto differs = [&](const char* field, const std::string& found, const std::string& expected) {
    one.violated(code, [&] { return Arguments{{"key", key()}, {"field", field}, {"found", found}, {"delivered", expected}}; });
  };
  if (in_file.type != delivered.type) differs("type", *in_file.type, *delivered.type);
  if (in_file.start != delivered.start) differs("start", in_file.start.text(), delivered.start.text());
  if (in_file.end != delivered.end) differs("end", text_of(in_file.end), text_of(delivered.end));
}

// Old against new within one record: what differs must be declared.
void compare_across(const Evidence& evidence, const Record& record, const NewKey& key, Case& one) {
  const auto keys = [&] { return Arguments{{"key", evidence.files.shown(record)}, {"new_key", evidence.files.shown(key)}}; };
  if (compare_bsn(record.facts.bsn, key.facts.bsn) == Agreement::different && !declares(evidence, record, "bsn")) one.violated("VER-077", keys);
  const auto differs = [&](const char* field, const std::string& found, const std::string& fresh) {
    one.violated("VER-078", [&] {
      Arguments arguments = keys();
      arguments.insert({{"field", field}, {"old", found}, {"new", fresh}});
      return arguments;
    });
  };
  if (record.facts.type != key.facts.type && !declares(evidence, record, "type")) differs("type", *record.facts.type, *key.facts.type);
  if (record.facts.start != key.facts.start && !declares(evidence, record, "start")) differs("start", record.facts.start.text(), key.facts.start.text());
}

}  // namespace

void check_facts(const Evidence& evidence, Tally& tally) {
  const ConversionFiles& file = evidence.files;
  for (const Record& record : file.records) {
    if (record.delivered == nullptr || !evidence.old_side.usable()) {
      tally.not_applicable();  // a finding of OLD-KEY
    } else {
      Case one(tally, evidence.files.name_of(record), record.line);
      compare_with_delivery(
          record.facts, record.delivered->facts, [&] { return file.shown(record); }, "VER-075", "VER-074", one);
    }
    for (const NewKey& key : evidence.keys_of(record)) {
      Case one(tally, evidence.files.name_of(key), key.line);
      if (key.delivered != nullptr && evidence.new_side.usable())
        compare_with_delivery(
            key.facts, key.delivered->facts, [&] { return file.shown(key); }, "VER-076", "VER-073", one);
      compare_across(evidence, record, key, one);
    }
  }
}

}  // namespace srgconv::verify
