// The checks of the pack on links: each old provision of a conversion file with each of its new keys.
#include <array>
#include <optional>
#include <string>

#include "verify/conversion_checks.hpp"

namespace srgconv::verify {
namespace {

using rules::Fact;
using rules::Possible;
using LinkFacts = std::array<Possible, rules::link_fact_count>;

// One side of a link; `keep` holds what the facts are views of. What only the delivery tells is unknown without it.
void put_side(LinkFacts& facts, std::size_t first, const Numbering& numbering, ReportMonth month, const std::string& id, const Facts& in_file,
              const Delivered* delivered, std::string& bsn) {
  const auto put = [&](Fact fact, const Possible& value) { facts[first + rules::fact_index(fact)] = value; };
  put(Fact::sender, Possible::text(numbering.sender.text()));
  put(Fact::month, Possible::of(month));
  put(Fact::id, Possible::text(id));
  put(Fact::bsn, Possible::anything(Possible::Kind::text));
  if (in_file.bsn) {
    bsn = in_file.bsn->reveal();
    put(Fact::bsn, Possible::text(bsn));
  }
  put(Fact::start, Possible::of(in_file.start));
  put(Fact::end, in_file.end ? Possible::of(*in_file.end) : Possible::empty(Possible::Kind::date));
  put(Fact::type, Possible::text(*in_file.type));
  const auto word = [&](const std::string* text) { return text == nullptr ? Possible::anything(Possible::Kind::text) : Possible::text(*text); };
  put(Fact::goal, word(delivered == nullptr ? nullptr : delivered->goal));
  put(Fact::work_capacity, word(delivered == nullptr ? nullptr : delivered->work_capacity));
  if (delivered == nullptr)
    put(Fact::wage_value, Possible::anything(Possible::Kind::number));
  else
    put(Fact::wage_value, delivered->wage_value ? Possible::of(*delivered->wage_value) : Possible::empty(Possible::Kind::number));
}

void judge_links(const rules::Check& check, const Evidence& evidence, Tally& tally) {
  std::optional<rules::Condition> where;
  if (check.where != nullptr) where.emplace(check.where, evidence.pack.codes);
  const rules::Condition expect(check.expect, evidence.pack.codes);
  const ConversionFiles& files = evidence.files;
  std::string old_bsn, new_bsn;
  for (const Record& record : files.records) {
    for (const NewKey& key : evidence.keys_of(record)) {
      LinkFacts facts;
      put_side(facts, rules::old_fact_index(Fact::sender), files.numbering(record), record.last_month, record.id, record.facts, record.delivered, old_bsn);
      put_side(facts, rules::new_fact_index(Fact::sender), files.numbering(key), evidence.month, key.id, key.facts, key.delivered, new_bsn);
      facts[rules::relation_index] = Possible::text(name(record.relation));
      const Answer falls = where ? where->judge(facts) : Answer::yes;
      const Answer holds = falls == Answer::no ? Answer::yes : expect.judge(facts);
      if (falls == Answer::no) {
        tally.not_applicable();
        continue;
      }
      Case one(tally, files.name_of(record), record.line);
      const auto arguments = [&] {
        const std::string old_key = files.shown(record), new_key = files.shown(key);
        return Arguments{{"what", check.nl.what},        {"what@en", check.en.what},          {"repair", check.nl.repair},
                         {"repair@en", check.en.repair}, {"key", old_key + " -> " + new_key}, {"new_key", new_key}};
      };
      if (holds == Answer::yes) continue;
      if (holds == Answer::no && falls == Answer::yes)
        one.violated("VER-170", arguments);
      else
        one.undecided("VER-171", arguments);
    }
  }
}

}  // namespace

std::vector<CheckResult> run_link_checks(const Evidence& evidence) {
  std::vector<CheckResult> results;
  for (const rules::Check& check : evidence.pack.checks) {
    if (check.kind != rules::CheckKind::link) continue;
    CheckResult result = checks::result_of(check.code, evidence.pack);
    Tally tally(result, evidence.every_finding);
    for (const ConversionFile& file : evidence.files.each) {
      if (file.state == FileState::readable) continue;
      for (const Diagnostic& why : file.why_not) tally.not_assessed(why);
    }
    if (result.state == State::assessed) checks::carry_out(tally, result.id, evidence.files.name(), [&] { judge_links(check, evidence, tally); });
    if (result.state == State::assessed && result.examined == 0) result.state = State::not_applicable;
    results.push_back(std::move(result));
  }
  return results;
}

}  // namespace srgconv::verify
