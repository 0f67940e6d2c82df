// A mapping in words: which rows take part, how each fact is filled, what is split, and examples.
#include <algorithm>

#include "document/expression_words.hpp"
#include "document/parts.hpp"
#include "document/target_words.hpp"
#include "document/wording.hpp"
#include "domain/identifiers.hpp"

namespace srgconv::document {
namespace {

namespace syntax = rules::syntax;

std::set<std::string> parameters_of(const syntax::Mapping& mapping) {
  std::set<std::string> names;
  for (const syntax::MappingLine& line : mapping.lines) {
    if (const auto* parameter = std::get_if<syntax::Parameter>(&line)) names.insert(parameter->name.text);
  }
  return names;
}

class MappingTeller {
 public:
  MappingTeller(const syntax::Mapping& mapping, bool of_xml, const Context& context, std::vector<Block>& blocks)
      : mapping_(mapping), context_(context), speech_(context.speech), words_(speech_, parameters_of(mapping), of_xml, code_names(context)), blocks_(blocks) {}

  void run() {
    const bool link = mapping_.target.text == "link";
    blocks_.emplace_back(Heading{3, speech_.say(link ? wording::mapping_link : wording::mapping, strong(mapping_.name.text))});
    blocks_.emplace_back(Paragraph{speech_.say(link ? wording::mapping_reads_link : wording::mapping_reads, strong(mapping_.format.text))});
    for (const syntax::MappingLine& line : mapping_.lines) {
      std::visit([this](const auto& each) { tell_line(each); }, line);
    }
    add_list(parameters_, wording::parameters, false);
    add_list(guards_, wording::guards, true);
    if (!fields_.empty()) {
      blocks_.emplace_back(Paragraph{speech_.say(wording::fields) + ":"});
      blocks_.emplace_back(Table{{speech_.say(wording::field_head), speech_.say(wording::rule_head)}, std::move(fields_), false});
    }
    tell_unfilled(link);
    for (Block& block : splits_) blocks_.push_back(std::move(block));
    if (!examples_.empty()) {
      blocks_.emplace_back(Paragraph{speech_.say(wording::examples) + ":"});
      blocks_.emplace_back(Table{{speech_.say(wording::given_head), speech_.say(wording::expected_head)}, std::move(examples_), false});
    }
  }

 private:
  void add_list(std::vector<Phrase>& items, const Words& above, bool ordered) {
    if (items.empty()) return;
    const Phrase text = speech_.say(above);
    blocks_.emplace_back(Paragraph{text.ends_with('.') ? text : text + ":"});
    blocks_.emplace_back(List{std::move(items), ordered});
  }

  void tell_line(const syntax::Guard& guard) {
    guards_.push_back(speech_.say(guard.reject ? wording::guard_reject : wording::guard_skip, words_.condition(guard.condition), clean(guard.reason.text)));
  }
  void tell_line(const syntax::Assignment& assignment) {
    filled_.insert(assignment.target.text);
    fields_.push_back({capitalised(target(assignment)), lines(assignment_lines(assignment))});
  }
  void tell_line(const syntax::Split& split) {
    splits_.emplace_back(Paragraph{speech_.say(wording::split, words_.condition(split.condition), split.branches.size())});
    List list{{}, true};
    for (const syntax::Branch& branch : split.branches) {
      std::vector<Phrase> parts;
      for (const syntax::Assignment& assignment : branch.assignments)
        parts.push_back(speech_.say(wording::split_assigned, target(assignment), inline_value(assignment)));
      Phrase item = parts.empty() ? speech_.say(wording::split_as_is) : parts.front();
      for (std::size_t i = 1; i < parts.size(); ++i) item += "; " + parts[i];
      list.items.push_back(capitalised(std::move(item)));
    }
    splits_.emplace_back(std::move(list));
  }
  void tell_line(const syntax::Merge& merge) {
    std::vector<Phrase> equal;
    for (const syntax::Word& field : merge.equal) equal.push_back(target_words(field.text, speech_).value_or(strong(field.text)));
    splits_.emplace_back(Paragraph{merge.days ? speech_.say(wording::merge_within, speech_.all_of(equal), clean(merge.days->text))
                                              : speech_.say(wording::merge, speech_.all_of(equal))});
    List list{{}, false};
    for (const syntax::MergeWay& each : merge.ways)
      list.items.push_back(
          speech_.say(wording::merge_way, capitalised(target_words(each.target.text, speech_).value_or(strong(each.target.text))), way(each.way.text)));
    list.items.push_back(speech_.say(wording::merge_other));
    splits_.emplace_back(std::move(list));
  }
  Phrase way(const std::string& way) const {
    return speech_.say(way == "earliest" ? wording::merge_earliest
                       : way == "latest" ? wording::merge_latest
                       : way == "first"  ? wording::merge_first
                       : way == "last"   ? wording::merge_last
                                         : wording::merge_equal);
  }
  void tell_line(const syntax::ScopeUse& use) {
    std::vector<Phrase> supplied;
    for (const syntax::Supplied& each : use.supplied) supplied.push_back(speech_.say(wording::supplied, strong(each.name.text), words_.value(each.value)));
    Phrase all;
    for (const Phrase& each : supplied) all += (all.empty() ? "" : "; ") + each;
    guards_.push_back(speech_.say(wording::scope_use, strong(use.name.text), all));
  }
  void tell_line(const syntax::Parameter& parameter) {
    parameters_.push_back(speech_.say(wording::parameter_value, strong(parameter.name.text), words_.value(parameter.value)));
  }
  void tell_line(const syntax::Example& example) {
    std::vector<Phrase> given, expected;
    for (const syntax::Given& each : example.given)
      given.push_back(speech_.say(wording::pair, strong(each.column.text), is_personal(each.column.text) ? Phrase(Bsn::mask) : in_quotes(each.text.text)));
    for (const syntax::Expected& each : example.expect) {
      const Phrase target = target_words(each.target.text, speech_).value_or(strong(each.target.text));
      if (!each.value)
        expected.push_back(speech_.say(wording::expected_empty, target));
      else
        expected.push_back(
            speech_.say(wording::pair, target, each.target.text == "bsn" ? Phrase(Bsn::mask) : words_.value(*each.value, namer(each.target.text))));
    }
    if (example.outcome) expected.push_back(speech_.say(example.outcome->text == "skip" ? wording::expected_skip : wording::expected_reject));
    examples_.push_back({lines(given), lines(expected)});
  }

  Phrase target(const syntax::Assignment& assignment) const { return target_words(assignment.target.text, speech_).value_or(strong(assignment.target.text)); }

  // A code is followed by the name that the pack has for it; `list` is the name of its list, or of a field without one.
  ExpressionWords::NameOf namer(const std::string& list) const {
    return [this, list](const std::string& code) { return name_of_code(context_, list, code, false); };
  }

  Phrase inline_value(const syntax::Assignment& assignment) const {
    const Phrase value = words_.value(assignment.value, namer(assignment.target.text));
    return assignment.when ? speech_.say(wording::assigned_when, value, words_.when(*assignment.when, assignment.value)) : value;
  }

  std::vector<Phrase> assignment_lines(const syntax::Assignment& assignment) const {
    std::vector<Phrase> result = words_.value_lines(assignment.value, namer(assignment.target.text));
    const bool several = result.size() > 1;
    if (assignment.when) {
      const Phrase when = words_.when(*assignment.when, assignment.value);
      if (several)
        result.insert(result.begin(), capitalised(when) + ":");
      else
        result.front() = speech_.say(wording::assigned_when, result.front(), when);
    }
    for (std::size_t i = several && assignment.when ? 1 : 0; i < result.size(); ++i) result[i] = capitalised(result[i]) + (result[i].ends_with('.') ? "" : ".");
    if (assignment.when) result.push_back(speech_.say(is_required(assignment.target.text) ? wording::else_rejected : wording::stays_empty));
    return result;
  }

  void tell_unfilled(bool link) {
    std::vector<Phrase> missing;
    for (const std::string_view each : all_targets(link)) {
      if (!filled_.contains(std::string(each)) && !is_required(each)) missing.push_back(*target_words(each, speech_));
    }
    if (!missing.empty()) blocks_.emplace_back(Paragraph{speech_.say(wording::unfilled, speech_.all_of(missing))});
  }

  // Does the column feed the BSN or hold a birth date?
  bool is_personal(const std::string& column) const {
    const rules::Mapping* mapping = context_.rules == nullptr ? nullptr : context_.rules->mapping(mapping_.name.text);
    if (mapping == nullptr) return false;
    for (std::size_t i = 0; i < mapping->format->fields.size(); ++i) {
      if (mapping->format->fields[i].name == column) return mapping->column_personal[i];
    }
    return false;
  }

  const syntax::Mapping& mapping_;
  const Context& context_;
  const Speech& speech_;
  ExpressionWords words_;
  std::vector<Block>& blocks_;
  std::vector<Phrase> parameters_, guards_;
  std::vector<std::vector<Phrase>> fields_, examples_;
  std::vector<Block> splits_;
  std::set<std::string> filled_;
};

}  // namespace

void tell(const syntax::Mapping& mapping, bool of_xml, const Context& context, std::vector<Block>& blocks) {
  MappingTeller(mapping, of_xml, context, blocks).run();
}

}  // namespace srgconv::document
