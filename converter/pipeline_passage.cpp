// Transitions planned: what each of them will read, and whether they keep out of each other's time.
#include "pipeline_passage.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "write/write.hpp"

namespace srgconv {

namespace fs = std::filesystem;

namespace {

const std::string* weights_file(const rules::Transition& transition) {
  const rules::MatchLevel* level = transition.match ? transition.match->weighing() : nullptr;
  return level == nullptr || !level->evidence->weights ? nullptr : &*level->evidence->weights;
}

// `--estimate` is about the transitions that weigh with a file of their own; where none does, the first one tells that there is nothing to estimate.
std::optional<std::vector<WeightsSource>> find_all_weights(const Case& the_case, const fs::path& folder, bool estimate, Diagnostics& diagnostics) {
  const auto& transitions = the_case.transitions;
  const bool none = std::none_of(transitions.begin(), transitions.end(), [](const rules::Transition* one) { return weights_file(*one) != nullptr; });
  std::vector<WeightsSource> all;
  std::map<std::string, const rules::Transition*> estimated;
  bool found = true;
  for (const rules::Transition* transition : transitions) {
    const std::string* file = weights_file(*transition);
    if (estimate && file != nullptr && !estimated.emplace(*file, transition).second) {
      diagnostics.add(finding("CASE-069", transition->match->weighing()->span, {{"file", *file}, {"other", estimated.at(*file)->name}}));
      found = false;
      continue;
    }
    auto weights = find_weights(*transition, *the_case.pack, folder, estimate && (file != nullptr || (none && all.empty())), diagnostics);
    found = found && weights;
    if (found) all.push_back(*std::move(weights));
  }
  return found ? std::optional(std::move(all)) : std::nullopt;
}

// The transitions of the case before and after one in which a sender takes part.
struct Neighbours {
  const rules::Transition* before = nullptr;
  const rules::Transition* after = nullptr;
};

bool takes_part(const rules::Transition& transition, const SenderCode& sender) {
  const auto is_of = [&](const rules::Source& source) { return source.sender == sender; };
  return std::any_of(transition.old.begin(), transition.old.end(), is_of) || std::any_of(transition.fresh.begin(), transition.fresh.end(), is_of);
}

Neighbours neighbours_of(const rules::Transition& transition, const SenderCode& sender, const std::vector<Passage>& passages) {
  Neighbours found;
  for (const Passage& other : passages) {  // in order of month
    if (!takes_part(other.transition, sender)) continue;
    if (other.transition.month < transition.month) found.before = &other.transition;
    if (other.transition.month > transition.month && found.after == nullptr) found.after = &other.transition;
  }
  return found;
}

// A file of another time has keys of another numbering, or tells of a month that another transition reads its own files about.
bool keep_apart(const std::vector<Passage>& passages, Diagnostics& diagnostics) {
  bool apart = true;
  for (const Passage& passage : passages) {
    for (const intake::File& file : passage.inventory.files) {
      if (!file.source.month) continue;
      const auto [before, after] = neighbours_of(passage.transition, file.source.sender, passages);
      const rules::Transition* other = before != nullptr && *file.source.month < before->month  ? before
                                       : after != nullptr && *file.source.month >= after->month ? after
                                                                                                : nullptr;
      if (other == nullptr) continue;
      apart = false;
      diagnostics.add(finding("CASE-068", file.declared,
                              {{"file", file.input.name},
                               {"month", file.source.month->text()},
                               {"transition", passage.transition.name},
                               {"other", other->name},
                               {"sender", file.source.sender.text()},
                               {"begin", other->month.text()}}));
    }
  }
  return apart;
}

}  // namespace

std::optional<std::vector<Passage>> plan_passages(const Case& the_case, const ConvertRequest& request, Diagnostics& diagnostics) {
  const fs::path folder = fs::absolute(request.case_file).parent_path();
  auto weights = find_all_weights(the_case, folder, request.estimate, diagnostics);
  if (!weights) return std::nullopt;
  std::vector<Passage> passages;
  bool sound = true;
  for (std::uint32_t number = 0; number < the_case.transitions.size(); ++number) {
    const rules::Transition& transition = *the_case.transitions[number];
    auto inventory = intake::take_inventory(transition, folder, diagnostics);
    sound = inventory && intake::agrees_with_lineage(transition, *inventory, the_case.pack->senders, diagnostics) && sound;
    if (inventory) passages.push_back({transition, number, std::move((*weights)[number]), *std::move(inventory)});
  }
  if (!sound || !keep_apart(passages, diagnostics)) return std::nullopt;
  return passages;
}

void take_numberings(const verify::Numberings& numberings, Passage& passage) {
  for (intake::File& file : passage.inventory.files) {
    const auto known = numberings.find(file.source.sender);
    if (known == numberings.end() || file.source.numbering.first_month) continue;
    // What an old sender delivered beside the new one still has the old numbers; a list of ids has no month.
    const ReportMonth last_old = passage.transition.month.plus(-1);
    const bool fresh = file.source.side == store::Side::new_delivered;
    const ReportMonth month = fresh ? *file.source.month : std::min(file.source.month.value_or(last_old), last_old);
    const auto after = known->second.upper_bound(month);
    if (after != known->second.begin() && std::prev(after)->second) file.source.numbering = *std::prev(after)->second;
  }
  for (auto& [sender, old_side] : passage.inventory.old_sides) {
    for (const intake::File& file : passage.inventory.files) {
      const store::SourceFile& source = file.source;
      if (source.side == old_side.side && source.sender == sender && source.month == old_side.state_month) old_side.numbering = source.numbering;
    }
  }
}

std::vector<report::Input> name_inputs(const Case& the_case, const ConvertRequest& request, const std::vector<Passage>& passages, const DecisionFiles& decided,
                                       const EarlierFiles& earlier) {
  std::vector<report::Input> inputs;
  inputs.push_back({"program", request.program, read::sha256_of("/proc/self/exe").value_or("")});
  for (std::size_t i = 0; i < the_case.rules.files.size(); ++i) {
    inputs.push_back({std::string(i == 0 ? "case" : "rules"), the_case.rules.file_names[i], read::sha256_of(the_case.rules.files[i]).value_or("")});
  }
  for (const fs::path& file : the_case.pack->files)
    inputs.push_back({"pack", the_case.pack->name + "/" + file.lexically_relative(the_case.pack->folder).generic_string(), read::sha256_of(file).value_or("")});
  std::set<std::string> named;  // by earlier transitions
  for (const Passage& passage : passages) {
    std::set<std::string> here;
    for (const intake::File& file : passage.inventory.files) {
      const std::string& name = file.input.container_name.empty() ? file.input.name : file.input.container_name;
      const bool follows = inputs.back().role == "source" && inputs.back().name == name;
      if (!follows && !named.contains(name)) inputs.push_back({"source", name, file.source.sha256});
      here.insert(name);
    }
    named.merge(here);
  }
  inputs.insert(inputs.end(), decided.inputs.begin(), decided.inputs.end());
  inputs.insert(inputs.end(), earlier.inputs.begin(), earlier.inputs.end());
  std::set<fs::path> weights;
  for (const Passage& passage : passages) {
    if (passage.weights.file) weights.insert(*passage.weights.file);
  }
  for (const fs::path& file : weights) inputs.push_back({"weights", file.filename().string(), read::sha256_of(file).value_or("")});
  inputs.push_back({"key", "key", write::fingerprint(request.key)});
  return inputs;
}

}  // namespace srgconv
