// What each start tag, text and end tag means for header and records.
#include "read/xml_collector.hpp"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace srgconv::read {

XmlCollector::XmlCollector(const InputFile& file, const rules::Format& format, const Plan& plan, RecordSink* sink, StatedCounts& counts,
                           Diagnostics& diagnostics)
    : file_(file),
      format_(format),
      plan_(plan),
      sink_(sink),
      counts_(counts),
      diagnostics_(diagnostics),
      children_namespace_(format.qualified ? std::string_view(format.namespace_uri) : std::string_view()),
      header_(format.header.size()),
      node_entered_(plan.nodes),
      node_closed_(plan.nodes),
      ancestors_(plan.record_depth) {
  for (std::size_t depth = 0; depth < plan.record_depth; ++depth) ancestors_[depth].values.resize(plan.ancestor_fields[depth].size());
}

bool XmlCollector::fail(Diagnostic what) {
  diagnostics_.add(std::move(what));
  faulty_ = true;
  return false;
}

bool XmlCollector::open_root(std::string_view namespace_uri, std::string_view local_name) {
  if (local_name != format_.root) {
    wrong_kind_ = true;
    return fail(finding("READ-230", {file_.name, 0}, {{"found", std::string(local_name)}, {"expected", format_.root}, {"format", format_.name}}));
  }
  if (namespace_uri != format_.namespace_uri) {
    wrong_kind_ = true;
    return fail(finding("READ-231", {file_.name, 0}, {{"found", std::string(namespace_uri)}, {"expected", format_.namespace_uri}, {"format", format_.name}}));
  }
  return true;
}

bool XmlCollector::start_element(std::string_view namespace_uri, std::string_view local_name, const xml::Attributes& attributes, std::uint32_t line) {
  if (skipped_ > 0) {
    ++skipped_;
    return true;
  }
  const PlanNode* node = &plan_.root;
  if (depth_ == 0) {
    if (!open_root(namespace_uri, local_name)) return false;
  } else {
    const PlanNode& parent = *frames_[depth_ - 1].node;
    node = parent.child(local_name);
    if (node == nullptr || namespace_uri != children_namespace_) {
      if (node != nullptr) {
        return fail(finding("READ-232", {file_.name, line},
                            {{"element", std::string(local_name)},
                             {"found", std::string(namespace_uri)},
                             {"expected", std::string(children_namespace_)},
                             {"format", format_.name}}));
      }
      if (!parent.text.empty()) return fail(finding("READ-238", {file_.name, line}, {{"element", parent.name}}));
      skipped_ = 1;
      return true;
    }
  }
  enter(*node, line);
  for (const auto& [name, slot] : node->attributes) {
    const auto found = std::find_if(attributes.begin(), attributes.end(), [&wanted = name](const auto& attribute) { return attribute.first == wanted; });
    if (found != attributes.end()) assign(slot, found->second, line);
  }
  return sink_ != nullptr || !(node->record_depth == plan_.record_depth) || !header_complete();
}

void XmlCollector::enter(const PlanNode& node, std::uint32_t line) {
  if (depth_ == frames_.size()) frames_.emplace_back();
  Frame& frame = frames_[depth_++];
  frame.node = &node;
  frame.line = line;
  frame.text.clear();
  node_entered_[node.number] = true;
  if (node.record_depth) {
    const std::size_t depth = *node.record_depth;
    const std::uint64_t position = depth == 0 ? 1 : ++ancestors_[depth - 1].children;
    if (depth < plan_.record_depth) {
      open_ancestor(depth, position);
    } else {
      open_record(line, position);
    }
  }
  if (node.group) {
    auto& occurrences = waiting_[waiting_count_ - 1].record.groups[*node.group];
    occurrences.emplace_back(format_.groups[*node.group].fields.size());
  }
}

void XmlCollector::open_ancestor(std::size_t depth, std::uint64_t position) {
  Ancestor& ancestor = ancestors_[depth];
  for (RawValue& value : ancestor.values) value.present = false;
  ancestor.repeated = nullptr;
  ancestor.first_waiting = waiting_count_;
  ancestor.position = position;
  ancestor.children = 0;
}

void XmlCollector::open_record(std::uint32_t line, std::uint64_t position) {
  if (waiting_count_ == waiting_.size()) waiting_.emplace_back();
  Waiting& waiting = waiting_[waiting_count_++];
  waiting.repeated = nullptr;
  SourceRecord& record = waiting.record;
  record.line = line;
  record.values.resize(format_.fields.size());
  for (RawValue& value : record.values) {
    value.text.clear();
    value.present = false;
    value.line = 0;
  }
  record.groups.resize(format_.groups.size());
  for (auto& occurrences : record.groups) occurrences.clear();
  // The root by its name, as there is one; every element below it with its position among those of its name.
  record.path = format_.root;
  std::size_t depth = 0;
  for (std::size_t i = 1; i < depth_; ++i) {
    const bool is_record = ++depth == plan_.record_depth;
    fmt::format_to(std::back_inserter(record.path), "/{}[{}]", frames_[i].node->name, is_record ? position : ancestors_[depth].position);
  }
}

bool XmlCollector::end_element(std::string_view, std::string_view) {
  if (skipped_ > 0) {
    --skipped_;
    return true;
  }
  Frame& frame = frames_[depth_ - 1];
  const PlanNode& node = *frame.node;
  for (const Slot& slot : node.text) assign(slot, frame.text, frame.line);
  --depth_;
  node_closed_[node.number] = true;
  if (node.record_depth && *node.record_depth < plan_.record_depth) close_ancestor(*node.record_depth);
  if (node.record_depth && *node.record_depth == plan_.hand_over_depth) hand_over();
  return sink_ != nullptr || !header_complete();
}

void XmlCollector::close_ancestor(std::size_t depth) {
  const Ancestor& ancestor = ancestors_[depth];
  const auto& fields = plan_.ancestor_fields[depth];
  for (std::size_t i = ancestor.first_waiting; i < waiting_count_; ++i) {
    for (std::size_t field = 0; field < fields.size(); ++field) {
      if (ancestor.values[field].present) waiting_[i].record.values[fields[field]] = ancestor.values[field];
    }
    if (ancestor.repeated != nullptr) waiting_[i].repeated = ancestor.repeated;
  }
}

void XmlCollector::hand_over() {
  for (std::size_t i = 0; i < waiting_count_; ++i) {
    const Waiting& waiting = waiting_[i];
    ++records_;
    if (sink_ == nullptr) continue;
    counts_.add(waiting.record);
    if (waiting.repeated == nullptr) {
      sink_->record(waiting.record);
    } else {
      const SourceSpan place{file_.name, waiting.record.line, 0, 0, waiting.record.path};
      sink_->faulty(waiting.record, finding("READ-239", place, {{"field", waiting.repeated->name}}));
    }
  }
  waiting_count_ = 0;
}

void XmlCollector::text(std::string_view utf8) {
  if (skipped_ > 0 || depth_ == 0) return;
  Frame& frame = frames_[depth_ - 1];
  if (!frame.node->text.empty()) frame.text += utf8;
}

void XmlCollector::set(RawValue& target, std::string_view value, std::uint32_t line) const {
  target.text = value;
  target.present = true;
  target.line = line;
}

void XmlCollector::assign(const Slot& slot, std::string_view value, std::uint32_t line) {
  switch (slot.scope) {
    case Scope::header: {
      RawValue& target = header_[slot.field];
      if (target.present) fail(finding("READ-234", {file_.name, line}, {{"field", format_.header[slot.field].name}}));
      return set(target, value, line);
    }
    case Scope::ancestor: {
      Ancestor& ancestor = ancestors_[slot.owner];
      const auto& fields = plan_.ancestor_fields[slot.owner];
      RawValue& target = ancestor.values[static_cast<std::size_t>(std::find(fields.begin(), fields.end(), slot.field) - fields.begin())];
      if (target.present) {
        ancestor.repeated = &format_.fields[slot.field];
      } else {
        set(target, value, line);
      }
      return;
    }
    case Scope::record:
    case Scope::group: break;
  }
  Waiting& waiting = waiting_[waiting_count_ - 1];
  const bool in_group = slot.scope == Scope::group;
  RawValue& target = in_group ? waiting.record.groups[slot.owner].back()[slot.field] : waiting.record.values[slot.field];
  if (target.present) {
    waiting.repeated = in_group ? &format_.groups[slot.owner].fields[slot.field] : &format_.fields[slot.field];
  } else {
    set(target, value, line);
  }
}

// Every header field is known, or its element has gone by without it. A child of the root may still come.
bool XmlCollector::header_complete() const {
  for (std::size_t i = 0; i < header_.size(); ++i) {
    const Plan::HeaderPlace& place = plan_.header[i];
    if (!place.in_document || header_[i].present) continue;
    const bool gone_by = place.attribute ? node_entered_[place.node] : !place.below_root && node_closed_[place.node];
    if (!gone_by) return false;
  }
  return true;
}

}  // namespace srgconv::read
