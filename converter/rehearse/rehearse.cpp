// The route of a rehearsal: choose the format that the file fits, take its rows through the mappings, tell what was seen.
#include "rehearse/rehearse.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "map/map.hpp"
#include "rehearse/findings.hpp"
#include "rehearse/likeness.hpp"
#include "rehearse/observed.hpp"
#include "rehearse/uses.hpp"

namespace srgconv::rehearse {
namespace {

// A format, how well the file fits it, and what brings it.
struct Candidate {
  std::shared_ptr<const rules::Format> format;
  Likeness fit;
  std::string import;   // of a shipped mapping; empty: the rules at hand have it
  std::string mapping;  // that reads it
};

// The format with the columns that the file has: those of the format that are there, then those it does not know.
rules::Format as_the_file_is(const rules::Format& format, const Likeness& fit, std::vector<std::size_t>& places) {
  rules::Format result = format;
  result.fields.clear();
  for (std::size_t i = 0; i < format.fields.size(); ++i) {
    if (std::find(fit.missing.begin(), fit.missing.end(), format.fields[i].name) != fit.missing.end()) continue;
    result.fields.push_back(format.fields[i]);
    places.push_back(i);
  }
  for (const std::string& name : fit.strange) {
    rules::Field field;
    field.name = name;
    result.fields.push_back(std::move(field));
  }
  return result;
}

// Takes each record through one mapping. Where the columns of the file differ, a record is laid out as the format has it; a missing column is empty.
class Rehearsal : public read::RecordSink {
 public:
  // `mapping` is that of the use, perhaps without some of its guards.
  Rehearsal(const Request& request, const rules::Mapping& mapping, const Use& use, const std::vector<std::size_t>* places)
      : observed(mapping), mapping_(mapping), mapper_(context(request, use)), places_(places) {
    whole_.values.resize(mapping_.format->fields.size());
    whole_.groups.resize(mapping_.format->groups.size());
  }

  void record(const SourceRecord& record) override {
    const SourceRecord& laid_out = places_ == nullptr ? record : lay_out(record);
    const map::MappedRow& row = mapper_.map(laid_out);
    observed.decided(row, laid_out);
    if (!mapping_.merge) return;
    for (const map::MappedProvision& made : row.provisions) made_.push_back(made.provision);
  }
  void faulty(const SourceRecord&, Diagnostic why) override { observed.faulty(why); }

  // After the last row: those that belong together and contradict one another.
  void finish() {
    if (!mapping_.merge) return;
    std::vector<const Provision*> provisions;
    for (const Provision& each : made_) provisions.push_back(&each);
    for (const map::MergedRows& merged : map::merge_rows(*mapping_.merge, provisions)) {
      if (const auto* why = std::get_if<Diagnostic>(&merged.made)) observed.refused(*why, mapping_.merge->span, merged.rows.size());
    }
  }

  Observed observed;

 private:
  map::Context context(const Request& request, const Use& use) {
    const SenderCode sender = use.sender ? *use.sender : *SenderCode::parse("0000");
    map::Context context{mapping_, {sender, use.month}, Numbering{sender, std::nullopt}, request.codes, request.longest_id};
    context.witness = &observed;
    return context;
  }

  const SourceRecord& lay_out(const SourceRecord& record) {
    whole_.line = record.line;
    for (RawValue& value : whole_.values) value = {{}, true, record.line};
    for (std::size_t i = 0; i < places_->size(); ++i) whole_.values[(*places_)[i]] = record.values[i];
    return whole_;
  }

  const rules::Mapping& mapping_;
  map::Mapper mapper_;
  const std::vector<std::size_t>* places_;
  SourceRecord whole_;
  std::vector<Provision> made_;  // of a mapping that merges rows
};

class Director {
 public:
  Director(const Request& request, const read::InputFile& file, Diagnostics& diagnostics) : request_(request), file_(file), diagnostics_(diagnostics) {}

  std::vector<Rehearsed> run() {
    std::vector<Use> uses = uses_of_file(request_.rules, request_.folder, file_.path);
    if (uses.empty()) uses = all_uses(request_.rules);
    if (uses.empty()) {
      report_no_mapping();
      return {};
    }
    const Candidate at_hand = best_of(uses);
    if (at_hand.fit.percent() < 100) {
      if (const auto other = better_elsewhere(at_hand)) {
        report_other(*other, at_hand);
        return {};
      }
    }
    diagnostics_.append(at_hand.fit.findings);
    if (!at_hand.fit.complete && !at_hand.fit.only_columns_differ()) return {};
    std::vector<Rehearsed> result;
    for (const Use& use : uses) {
      if (use.mapping->format == at_hand.format) result.push_back(take(use, at_hand.fit));
    }
    return result;
  }

 private:
  void report(std::string_view code, std::map<std::string, std::string> arguments) {
    diagnostics_.add(finding(code, {file_.name, 0, 0, 0, {}}, std::move(arguments)));
  }

  // The format of the uses that the file fits best; of equals the first.
  Candidate best_of(const std::vector<Use>& uses) {
    Candidate best;
    std::set<const rules::Format*> tried;
    for (const Use& use : uses) {
      if (!tried.insert(use.mapping->format.get()).second) continue;
      Candidate candidate{use.mapping->format, likeness(file_, *use.mapping->format, request_.codes), {}, use.mapping->name};
      if (best.format == nullptr || rank(candidate.fit) > rank(best.fit)) best = std::move(candidate);
      if (best.fit.complete && best.fit.percent() == 100) break;
    }
    return best;
  }

  static std::pair<std::size_t, bool> rank(const Likeness& fit) { return {fit.percent(), fit.complete}; }

  // A format of these rules, or of a shipped mapping, that fits much better; the best of them.
  std::optional<Candidate> better_elsewhere(const Candidate& at_hand) {
    std::optional<Candidate> best;
    const auto look = [&](const std::vector<std::shared_ptr<const rules::Mapping>>& mappings, const std::string& import) {
      for (const auto& mapping : mappings) {
        if (mapping->format->name == at_hand.format->name) continue;
        Candidate candidate{mapping->format, likeness(file_, *mapping->format, request_.codes), import, mapping->name};
        if (!much_better(candidate.fit, at_hand.fit)) continue;
        if (!best || candidate.fit.percent() > best->fit.percent()) best = std::move(candidate);
      }
    };
    look(request_.rules.mappings, {});
    for (const OtherRules& other : request_.others) look(other.rules.mappings, other.import);
    return best;
  }

  void report_no_mapping() {
    const auto fitting = std::find_if(request_.others.begin(), request_.others.end(), [&](const OtherRules& other) {
      return std::any_of(other.rules.mappings.begin(), other.rules.mappings.end(),
                         [&](const auto& mapping) { return likeness(file_, *mapping->format, request_.codes).percent() == 100; });
    });
    std::optional<std::string> suggestion;
    if (fitting != request_.others.end()) suggestion = fitting->import;
    diagnostics_.add(finding("DATA-002", {file_.name, 0, 0, 0, {}}, {}, std::move(suggestion)));
  }

  void report_other(const Candidate& other, const Candidate& at_hand) {
    const bool shipped = !other.import.empty();
    report(shipped ? "DATA-001" : "DATA-009", {{"import", other.import},
                                               {"format", other.format->name},
                                               {"mapping", other.mapping},
                                               {"found", fmt::to_string(other.fit.found)},
                                               {"declared", fmt::to_string(other.fit.declared)},
                                               {"format_at_hand", at_hand.format->name},
                                               {"found_at_hand", fmt::to_string(at_hand.fit.found)},
                                               {"declared_at_hand", fmt::to_string(at_hand.fit.declared)}});
  }

  Rehearsed take(const Use& use, const Likeness& fit) {
    tell_unknown_parameters(use);
    const rules::Format& format = *use.mapping->format;
    const std::set<std::size_t> missing = missing_columns(format, fit);
    const rules::Mapping mapping = without_guards_on(missing, *use.mapping);
    std::vector<std::size_t> places;
    const rules::Format of_file = fit.complete ? rules::Format{} : as_the_file_is(format, fit, places);
    Rehearsal rehearsal(request_, mapping, use, fit.complete ? nullptr : &places);
    Diagnostics said;  // by likeness() already
    read::read_records(file_, fit.complete ? format : of_file, rehearsal, said, &request_.codes);
    rehearsal.finish();
    const Observed& observed = rehearsal.observed;
    report_observed(observed, mapping, missing, file_.name, diagnostics_);
    return {file_.name, format.name, mapping.name, observed.rows, observed.used, observed.skipped, observed.rejected};
  }

  static std::set<std::size_t> missing_columns(const rules::Format& format, const Likeness& fit) {
    std::set<std::size_t> missing;
    for (std::size_t i = 0; i < format.fields.size(); ++i) {
      if (std::find(fit.missing.begin(), fit.missing.end(), format.fields[i].name) != fit.missing.end()) missing.insert(i);
    }
    return missing;
  }

  // A guard on a column that is not there would take every row or none, and hide what the other columns have to show.
  static rules::Mapping without_guards_on(const std::set<std::size_t>& missing, rules::Mapping mapping) {
    std::erase_if(mapping.guards, [&](const rules::Guard& guard) {
      const auto columns = rules::looks_at(*guard.condition).columns;
      return std::any_of(columns.begin(), columns.end(), [&](std::size_t column) { return missing.contains(column); });
    });
    return mapping;
  }

  // Rules that look at the sender or the month are judged with what a transition says of them.
  void tell_unknown_parameters(const Use& use) {
    const rules::LooksAt looks = rules::looks_at(*use.mapping);
    if (looks.sender && !use.sender) report("DATA-024", {{"mapping", use.mapping->name}});
    if (looks.month && !use.month) report("DATA-025", {{"mapping", use.mapping->name}});
  }

  const Request& request_;
  const read::InputFile& file_;
  Diagnostics& diagnostics_;
};

}  // namespace

std::vector<Rehearsed> rehearse(const Request& request, const read::InputFile& file, Diagnostics& diagnostics) {
  return Director(request, file, diagnostics).run();
}

}  // namespace srgconv::rehearse
