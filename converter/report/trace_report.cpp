// What `srgconv trace` tells of a key: where it was read, its states, its fate, its links and their proof.
#include <algorithm>
#include <optional>

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "domain/evidence.hpp"
#include "report/evidence_table.hpp"
#include "report/key_lineage.hpp"
#include "report/report.hpp"
#include "report/wording.hpp"

namespace srgconv::report {
namespace {

using nlohmann::ordered_json;

std::string place(const store::Provenance& origin) {
  std::string text = fmt::format("{}:{}", origin.source.name, origin.row.line);
  if (!origin.row.path.empty()) text += fmt::format(" {}", origin.row.path);
  return text;
}

// The key, the keys it is linked with in this run, and the others on its way that this run knows.
std::vector<ProvisionKey> keys_of(const store::Workspace& workspace, const KeyLineage& lineage, const ProvisionKey& key) {
  std::vector<ProvisionKey> keys{key};
  const auto add = [&](const ProvisionKey& one) {
    if (std::find(keys.begin(), keys.end(), one) == keys.end()) keys.push_back(one);
  };
  for (const store::Link& link : workspace.links_of(key)) add(link.old_key == key ? link.new_key : link.old_key);
  for (const ProvisionKey& one : lineage.keys) add(one);
  std::erase_if(keys, [&](const ProvisionKey& one) { return workspace.history(one).empty(); });
  return keys;
}

// The links of this run on the way, those of the key first.
std::vector<store::Link> links_of(const KeyLineage& lineage, const ProvisionKey& key) {
  std::vector<store::Link> links;
  for (const LineageStep& step : lineage.steps) {
    if (step.link) links.push_back(*step.link);
  }
  std::stable_partition(links.begin(), links.end(), [&](const store::Link& link) { return link.old_key == key || link.new_key == key; });
  return links;
}

// What people must decide about the provision: about any of its keys, or about one for which the given key is a candidate.
std::vector<store::ReviewItem> reviews_of(const store::Workspace& workspace, const std::vector<ProvisionKey>& keys, const ProvisionKey& key) {
  std::vector<store::ReviewItem> found;
  workspace.for_each_review([&](const store::ReviewItem& item) {
    if (std::find(keys.begin(), keys.end(), item.old_key) != keys.end() ||
        std::find(item.candidates.begin(), item.candidates.end(), key) != item.candidates.end())
      found.push_back(item);
  });
  return found;
}

// What people decided about a key as the old provision, whatever came of it.
std::vector<store::RecordedDecision> decisions_about(const store::Workspace& workspace, const std::vector<ProvisionKey>& keys) {
  std::vector<store::RecordedDecision> found;
  workspace.for_each_decision([&](const store::RecordedDecision& recorded) {
    if (recorded.old_key && std::find(keys.begin(), keys.end(), *recorded.old_key) != keys.end()) found.push_back(recorded);
  });
  return found;
}

// The number that `history id` gave an old provision.
std::optional<store::HistoryNumber> history_number_of(const store::Workspace& workspace, const ProvisionKey& key) {
  std::optional<store::HistoryNumber> found;
  workspace.for_each_history_number([&](const store::HistoryNumber& number) {
    if (number.old_key == key) found = number;
  });
  return found;
}

void tell_decision(std::string& text, const store::RecordedDecision& recorded, Language language) {
  const bool nl = language == Language::nl;
  const Decision& decision = recorded.decision;
  text += fmt::format("{}: {}", nl ? "besluit" : "decision", name(decision.choice));
  if (!decision.new_key.empty()) text += fmt::format(" {}", shown(decision.new_key));
  if (decision.date) text += fmt::format(", {}", *decision.date);
  if (!decision.who.empty()) text += fmt::format(", {}", shown(decision.who));
  text += fmt::format(", {}:{}", decision.place.file, decision.place.line);
  const bool done = recorded.outcome == "applied" || recorded.outcome == "later";
  text += done ? "\n" : fmt::format(", {} [{}]\n", nl ? "niet toegepast" : "not applied", recorded.outcome);
  if (!decision.why.empty()) text += fmt::format("  {}\n", shown(decision.why));
}

void tell_key(std::string& text, const store::Workspace& workspace, const ProvisionKey& key, Language language) {
  const bool nl = language == Language::nl;
  text += fmt::format("{}\n", key);
  for (const store::Episode& episode : workspace.history(key)) {
    const Provision& facts = episode.reported.provision;
    text += fmt::format("  {} {}..{}: type {}, {} {}, {} {}, BSN {}\n", side_words(episode.side, language), episode.first_month, episode.last_month, facts.type,
                        nl ? "begin" : "start", facts.start, nl ? "einde" : "end", facts.end ? facts.end->text() : "-", facts.bsn);
  }
  for (const store::Provenance& origin : workspace.provenance(key))
    text += fmt::format("    {}   {} {}\n", place(origin), nl ? "regel" : "rule", origin.row.rule);
  const std::vector<store::Transition> transitions = workspace.transitions();
  for (const store::Fate& fate : workspace.fates(key)) {
    const bool several = transitions.size() > 1 && fate.transition < transitions.size();
    const std::string when = several ? fmt::format(" in {}", transitions[fate.transition].month) : std::string();
    text += fmt::format("  {}{}: {}{}\n", nl ? "lot" : "fate", when, fate_words(fate.fate, language),
                        fate.explanation.empty() ? "" : fmt::format(" ({})", fate.explanation));
    if (!fate.file_sender.empty())
      text += fmt::format("  {} {}\n", nl ? "staat in het conversiebestand van" : "stands in the conversion file of", fate.file_sender);
  }
  if (const auto number = history_number_of(workspace, key))
    text += fmt::format("  {}: {}, {}\n", nl ? "nummer in de historie" : "number in the history", number->key, number->rule);
}

ordered_json key_as_json(const store::Workspace& workspace, const ProvisionKey& key) {
  ordered_json result{{"key", key.text()}, {"episodes", ordered_json::array()}, {"sources", ordered_json::array()}, {"fates", ordered_json::array()}};
  for (const store::Episode& episode : workspace.history(key)) {
    const Provision& facts = episode.reported.provision;
    result["episodes"].push_back({{"side", store::side_name(episode.side)},
                                  {"first_month", episode.first_month.text()},
                                  {"last_month", episode.last_month.text()},
                                  {"type", facts.type},
                                  {"start", facts.start.text()},
                                  {"end", facts.end ? ordered_json(facts.end->text()) : ordered_json()}});
  }
  for (const store::Provenance& origin : workspace.provenance(key)) {
    result["sources"].push_back({{"side", store::side_name(origin.source.side)},
                                 {"file", origin.source.name},
                                 {"line", origin.row.line},
                                 {"path", origin.row.path},
                                 {"rule", origin.row.rule}});
  }
  const std::vector<store::Transition> transitions = workspace.transitions();
  for (const store::Fate& fate : workspace.fates(key)) {
    const bool known = fate.transition < transitions.size();
    result["fates"].push_back(
        {{"fate", fate.fate}, {"month", known ? ordered_json(transitions[fate.transition].month.text()) : ordered_json()}, {"explanation", fate.explanation}});
    if (fate.old_side) result["fates"].back()["conversion_file"] = fate.file_sender;
  }
  if (const auto number = history_number_of(workspace, key)) result["history_number"] = {{"key", number->key.text()}, {"rule", number->rule}};
  return result;
}

std::string_view relation_words(std::string_view relation, Language language) {
  if (relation == "same") return say(language, "gelijk", "same");
  if (relation == "split") return say(language, "gesplitst", "split");
  return relation == "joined" ? say(language, "samengevoegd", "joined") : relation;
}

// The facts that reconciliation compared: the last of the old side and the first of the new one.
std::string told_evidence(const store::Workspace& workspace, const store::Link& link, Language language) {
  std::optional<Provision> old, fresh;
  for (const store::Episode& episode : workspace.history(link.old_key)) {
    if (episode.side == store::Side::old_export || episode.side == store::Side::old_delivered) old = episode.reported.provision;
  }
  for (const store::Episode& episode : workspace.history(link.new_key)) {
    if (episode.side == store::Side::new_delivered && !fresh) fresh = episode.reported.provision;
  }
  return old && fresh ? evidence_table(link.evidence, *old, *fresh, language) : std::string();
}

std::string step_words(const LineageStep& step, Language language) {
  return step.new_key ? std::string(relation_words(step.relation, language)) : fate_words(step.relation, language);
}

// The way from first key to last, a line per step.
void tell_lineage(std::string& text, const KeyLineage& lineage, Language language) {
  if (!lineage.spans_transitions()) return;
  const LineageStep& last = lineage.steps.back();
  text += fmt::format("{}: {} -> {}\n", say(language, "keten", "chain"), lineage.keys.front(), last.new_key ? *last.new_key : last.old_key);
  for (const LineageStep& step : lineage.steps) {
    text += fmt::format("  {} {}{}: {}", step.month, step.old_key, step.new_key ? fmt::format(" -> {}", *step.new_key) : "", step_words(step, language));
    if (step.link)
      text += fmt::format(", {} {}, {}\n", say(language, "bewijs", "proof"), proof_words(step.link->proof, language), step.link->rule);
    else
      text += step.place.empty() ? "\n" : fmt::format(", {} {}\n", say(language, "volgens", "according to"), step.place);
  }
}

ordered_json lineage_json(const KeyLineage& lineage) {
  ordered_json steps = ordered_json::array();
  for (const LineageStep& step : lineage.steps) {
    steps.push_back({{"month", step.month.text()},
                     {"old", step.old_key.text()},
                     {"new", step.new_key ? ordered_json(step.new_key->text()) : ordered_json()},
                     {"relation", step.relation},
                     {"proof", step.link ? ordered_json(step.link->proof) : ordered_json()},
                     {"place", step.link            ? ordered_json(step.link->rule)
                               : step.place.empty() ? ordered_json()
                                                    : ordered_json(step.place)}});
  }
  return steps;
}

ordered_json evidence_json(const std::string& evidence) {
  ordered_json result = ordered_json::array();
  for (const EvidenceLine& line : evidence_lines(evidence)) {
    if (line.level.empty())
      result.push_back({{"comparison", line.comparison}, {"weight", line.weight}});
    else
      result.push_back({{"comparison", line.comparison}, {"level", line.level}, {"weight", line.weight}});
  }
  return result;
}

}  // namespace

std::string trace_text(const store::Workspace& workspace, const ProvisionKey& key, Language language) {
  const bool nl = language == Language::nl;
  const KeyLineage lineage = lineage_of(workspace, key);
  const std::vector<ProvisionKey> keys = keys_of(workspace, lineage, key);
  std::string text;
  tell_lineage(text, lineage, language);
  for (const ProvisionKey& told : keys) tell_key(text, workspace, told, language);
  for (const store::Link& link : links_of(lineage, key)) {
    text += fmt::format("{}: {} -> {}\n  {} {}, {} {}, {}\n{}", nl ? "koppeling" : "link", link.old_key, link.new_key, nl ? "relatie" : "relation",
                        relation_words(link.relation, language), nl ? "bewijs" : "proof", proof_words(link.proof, language), link.rule,
                        told_evidence(workspace, link, language));
    for (const store::Change& change : link.changes) text += fmt::format("  {} {}: {}\n", nl ? "verschil in" : "difference in", change.field, change.reason);
  }
  for (const store::RecordedDecision& recorded : decisions_about(workspace, keys)) tell_decision(text, recorded, language);
  for (const store::ReviewItem& item : reviews_of(workspace, keys, key)) {
    text += fmt::format("{} {}: {} [{}]\n", nl ? "na te kijken" : "to review", item.link_code, item.old_key, item.code);
    for (const ProvisionKey& candidate : item.candidates) text += fmt::format("  {} {}\n", nl ? "kandidaat" : "candidate", candidate);
  }
  return mask_personal(text);
}

std::string trace_json(const store::Workspace& workspace, const ProvisionKey& key) {
  const KeyLineage lineage = lineage_of(workspace, key);
  const std::vector<ProvisionKey> keys = keys_of(workspace, lineage, key);
  ordered_json result{{"lineage", lineage_json(lineage)}, {"keys", ordered_json::array()}, {"links", ordered_json::array()}};
  for (const ProvisionKey& told : keys) result["keys"].push_back(key_as_json(workspace, told));
  for (const store::Link& link : links_of(lineage, key)) {
    ordered_json changes = ordered_json::array();
    for (const store::Change& change : link.changes) changes.push_back({{"field", change.field}, {"reason", change.reason}});
    result["links"].push_back({{"old", link.old_key.text()},
                               {"new", link.new_key.text()},
                               {"relation", link.relation},
                               {"proof", link.proof},
                               {"rule", link.rule},
                               {"evidence", evidence_json(link.evidence)},
                               {"changes", changes}});
  }
  result["decisions"] = ordered_json::array();
  for (const store::RecordedDecision& recorded : decisions_about(workspace, keys)) {
    const Decision& decision = recorded.decision;
    result["decisions"].push_back({{"old", recorded.old_key->text()},
                                   {"decision", name(decision.choice)},
                                   {"new", decision.new_key},
                                   {"who", decision.who},
                                   {"date", decision.date ? ordered_json(decision.date->text()) : ordered_json()},
                                   {"why", decision.why},
                                   {"place", fmt::format("{}:{}", decision.place.file, decision.place.line)},
                                   {"outcome", recorded.outcome}});
  }
  result["reviews"] = ordered_json::array();
  for (const store::ReviewItem& item : reviews_of(workspace, keys, key)) {
    ordered_json candidates = ordered_json::array();
    for (const ProvisionKey& candidate : item.candidates) candidates.push_back(candidate.text());
    result["reviews"].push_back({{"link_code", item.link_code}, {"code", item.code}, {"old", item.old_key.text()}, {"candidates", candidates}});
  }
  return mask_personal(result.dump(2)) + "\n";
}

}  // namespace srgconv::report
