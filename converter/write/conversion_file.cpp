// The conversion file: one record per old provision, from the fates and links in the workspace.
#include <algorithm>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "write/write.hpp"

namespace srgconv::write {
namespace {

using rules::Value;
using Values = std::unordered_map<std::string_view, Value>;

Value text_or_empty(const std::string& text) { return text.empty() ? Value{} : Value{text}; }

// The values in the order in which the format declares its fields; a field that this record does not have stays empty.
std::vector<Value> in_order(const std::vector<rules::Field>& fields, const Values& values) {
  std::vector<Value> ordered;
  ordered.reserve(fields.size());
  for (const rules::Field& field : fields) {
    const auto found = values.find(field.name);
    ordered.push_back(found == values.end() ? Value{} : found->second);
  }
  return ordered;
}

std::string numbering_name(const Numbering& numbering) { return numbering.first_month ? numbering.first_month->compact() : "-"; }

void put_facts(Values& values, const Provision& provision) {
  values["bsn"] = provision.bsn.reveal();
  values["type"] = provision.type;
  values["start"] = provision.start;
  values["end"] = provision.end ? Value{*provision.end} : Value{};
}

Values new_key_values(const Provision& provision) {
  Values values{{"sender", provision.key.numbering.sender.text()}, {"numbering", numbering_name(provision.key.numbering)}, {"id", provision.key.id}};
  put_facts(values, provision);
  return values;
}

// Provisions of one side, to be found by key.
class ByKey {
 public:
  void add(const store::Workspace& workspace, store::Side side, const SenderCode& sender, ReportMonth month) {
    workspace.for_each_state(side, sender, month, [&](ReportedProvision&& state) { provisions_.push_back(std::move(state.provision)); });
  }
  void sort() {
    std::sort(provisions_.begin(), provisions_.end(), [](const Provision& a, const Provision& b) { return a.key < b.key; });
  }
  const Provision* find(const ProvisionKey& key) const {
    const auto found =
        std::lower_bound(provisions_.begin(), provisions_.end(), key, [](const Provision& one, const ProvisionKey& wanted) { return one.key < wanted; });
    return found == provisions_.end() || found->key != key ? nullptr : &*found;
  }

 private:
  std::vector<Provision> provisions_;
};

// The relation that a fate has in the file; a linked provision's relation stands with its links.
std::string relation_of(const store::Fate& fate, const std::vector<store::Link>& links) { return links.empty() ? fate.fate : links.front().relation; }

}  // namespace

bool write_conversion_file(const store::Workspace& workspace, const std::map<SenderCode, store::OldSide>& old_sides, const ConversionHeader& header,
                           const rules::Format& format, const CodeLists& codes, const std::filesystem::path& path, Diagnostics& diagnostics) {
  ByKey old_provisions, new_provisions;
  for (const auto& [sender, old_side] : old_sides) old_provisions.add(workspace, old_side.side, sender, old_side.state_month);
  new_provisions.add(workspace, store::Side::new_delivered, header.new_sender, header.month);
  for (ByKey* side : {&old_provisions, &new_provisions}) side->sort();
  std::map<ProvisionKey, std::vector<store::Link>> links;
  workspace.for_each_link([&](const store::Link& link) {
    if (link.transition == header.transition) links[link.old_key].push_back(link);
  });

  TargetWriter writer(path, format, codes);
  workspace.for_each_fate([&](const store::Fate& fate) {
    const bool stands_here = fate.old_side && fate.transition == header.transition && fate.file_sender == header.new_sender.text();
    const Provision* old_provision = stands_here ? old_provisions.find(fate.key) : nullptr;
    if (old_provision == nullptr) return;
    const std::vector<store::Link> none;
    const auto linked = links.find(fate.key);
    const std::vector<store::Link>& own_links = linked == links.end() ? none : linked->second;
    Values values{{"old.sender", fate.key.numbering.sender.text()},
                  {"old.numbering", numbering_name(fate.key.numbering)},
                  {"old.id", fate.key.id},
                  {"last_month", old_sides.at(fate.key.numbering.sender).last_month},
                  {"relation", relation_of(fate, own_links)},
                  {"explanation", text_or_empty(fate.explanation)}};
    put_facts(values, *old_provision);
    TargetRecord record{in_order(format.fields, values), {}};
    for (const rules::Group& group : format.groups) {
      auto& occurrences = record.groups.emplace_back();
      for (const store::Link& link : own_links) {
        if (group.name == "new") {
          if (const Provision* successor = new_provisions.find(link.new_key)) occurrences.push_back(in_order(group.fields, new_key_values(*successor)));
        } else if (group.name == "change") {
          for (const store::Change& change : link.changes) occurrences.push_back(in_order(group.fields, {{"field", change.field}, {"reason", change.reason}}));
        }
      }
    }
    writer.add(std::move(record));
  });
  const Values values{{"sender", header.new_sender.text()},
                      {"month", header.month},
                      {"reason", header.reason},
                      {"sequence", Decimal::whole(header.sequence)},
                      {"replaces", header.replaces ? Value{Decimal::whole(*header.replaces)} : Value{}}};
  return writer.finish(in_order(format.header, values), diagnostics);
}

}  // namespace srgconv::write
