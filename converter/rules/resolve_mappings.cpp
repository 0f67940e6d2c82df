// Mappings: their fields in the order in which they can be filled, their guards, splits and examples.
#include <algorithm>
#include <array>
#include <utility>

#include "rules/compile_expression.hpp"
#include "rules/letters.hpp"
#include "rules/lexemes.hpp"
#include "rules/resolve.hpp"

namespace srgconv::rules {
namespace {

using syntax::Word;

// BSNs in public use for tests that pass the 11-test: no others may stand in an example.
constexpr std::array<std::string_view, 5> test_numbers = {"123456782", "111222333", "111111110", "444444440", "999999990"};

bool shows_a_real_bsn(const std::string& text) {
  if (mask_personal(text) == text) return false;
  std::string digits = text;
  std::erase_if(digits, [](char c) { return c < '0' || c > '9'; });
  return std::find(test_numbers.begin(), test_numbers.end(), digits) == test_numbers.end();
}

ExpressionPointer shared(std::optional<Expression> expression) { return expression ? std::make_shared<const Expression>(*std::move(expression)) : nullptr; }

// An assignment that is still being put together.
struct Draft {
  TargetField target = TargetField::id;
  Word word;
  std::optional<Expression> value, when;
  SourceSpan span;

  std::set<TargetField> needs() const {
    std::set<TargetField> fields;
    if (value) collect_mapped(*value, fields);
    if (when) collect_mapped(*when, fields);
    return fields;
  }
  std::set<std::size_t> columns() const {
    std::set<std::size_t> result;
    if (value) collect_columns(*value, result);
    if (when) collect_columns(*when, result);
    return result;
  }
  Assignment finished() && { return {target, shared(std::move(value)), shared(std::move(when)), span}; }
};

class MappingResolver {
 public:
  MappingResolver(const syntax::Mapping& written, Environment& environment)
      : written_(written), environment_(environment), mapping_(std::make_shared<Mapping>()) {}

  void run() {
    const bool fresh = environment_.declare("format or mapping", written_.name);
    mapping_->name = written_.name.text;
    mapping_->span = environment_.place(written_.name.span);
    mapping_->target = written_.target.text == "link" ? MappingTarget::link : MappingTarget::provision;
    const bool head_understood = !written_.target.text.empty();
    if (head_understood) mapping_->format = environment_.format(written_.format.text);
    if (mapping_->format == nullptr) {
      if (head_understood && !environment_.may_be_lost(written_.format.text)) {
        environment_.report("RULE-033", written_.format.span, {{"name", written_.format.text}, {"names", listed(environment_.format_names())}},
                            near_name(written_.format.text, environment_.format_names()));
      }
      environment_.lose(mapping_->name);
      return;
    }
    note_targets();
    mapping_->parameters = resolve_parameters(written_, *mapping_->format, environment_);
    for (const syntax::MappingLine& line : written_.lines) {
      std::visit([this](const auto& node) { take(node); }, line);
    }
    if (!written_.faulty) check_required();
    if (merge_ && !mapping_->splits.empty()) environment_.report("RULE-160", *merge_, {}, {}, {{mapping_->splits.front().span, "RULE-161"}});
    order();
    finish();
    if (fresh) environment_.rules().mappings.push_back(mapping_);
  }

 private:
  Visible visible(Visible::This mapped) const {
    Visible result;
    result.format = mapping_->format.get();
    result.parameters = true;
    result.own_parameters = &mapping_->parameters;
    result.mapped = mapped;
    result.assigned = assigned_;
    return result;
  }

  // Which fields the mapping fills, before anything is compiled: `this.x` may stand above x.
  void note_targets() {
    for (const syntax::MappingLine& line : written_.lines) {
      const auto* assignment = std::get_if<syntax::Assignment>(&line);
      if (assignment == nullptr) continue;
      if (const auto field = find_target(assignment->target.text); field && kind_of(*field) == mapping_->target) assigned_.insert(*field);
    }
  }

  void take(const syntax::Parameter&) {}  // known before: a parameter may be used above its line

  std::optional<TargetField> target(const Word& word) {
    const auto field = find_target(word.text);
    if (field && kind_of(*field) == mapping_->target) return field;
    const std::vector<std::string> names = target_names(mapping_->target);
    environment_.report("RULE-037", word.span, {{"target", word.text}, {"targets", listed(names)}}, near_name(word.text, names));
    return std::nullopt;
  }

  void take(const syntax::Guard& written) {
    auto condition = compile_as(ValueType::boolean, written.condition, visible(Visible::This::not_yet), environment_);
    add_guard({written.reject, std::move(condition), written.reason.text, environment_.place(written.span)});
  }

  void take(const syntax::ScopeUse& written) {
    for (GuardSet::Entry& guard : resolve_scope_use(written, visible(Visible::This::not_yet), environment_)) add_guard(std::move(guard));
  }

  void add_guard(GuardSet::Entry guard) {
    guard_conditions_.push_back(std::move(guard.condition));
    mapping_->guards.push_back({guard.reject, nullptr, std::move(guard.reason), std::move(guard.span)});
  }

  void take(const syntax::Merge& written) {
    const syntax::Span word{written.span.begin, written.span.begin + 5};
    if (written.equal.empty()) return;  // its head was not understood
    if (merge_) return environment_.report("RULE-025", word, {{"statement", "merge"}}, {}, {{environment_.place(*merge_), "RULE-100"}});
    merge_ = word;
    if (mapping_->target == MappingTarget::link) return environment_.report("RULE-151", word);
    mapping_->merge = resolve_merge(written, assigned_, environment_);
  }

  void take(const syntax::Assignment& written) {
    if (auto draft = drafted(written, drafts_)) drafts_.push_back(*std::move(draft));
  }

  std::optional<Draft> drafted(const syntax::Assignment& written, const std::vector<Draft>& earlier) {
    Draft draft;
    const auto field = target(written.target);
    const Visible names = visible(Visible::This::mapped);
    if (field)
      draft.value = compile_as(type_of(*field), written.value, names, environment_);
    else
      compile(written.value, names, environment_);
    if (written.when) draft.when = compile_as(ValueType::boolean, *written.when, names, environment_);
    if (!field) return std::nullopt;
    draft.target = *field;
    draft.word = written.target;
    draft.span = environment_.place(written.span);
    if (draft.value) check_code(written.value, *draft.value, *field);
    const auto twice = std::find_if(earlier.begin(), earlier.end(), [&](const Draft& each) { return each.target == *field; });
    if (twice == earlier.end()) return draft;
    environment_.report("RULE-051", written.target.span, {{"target", written.target.text}}, {}, {{environment_.place(twice->word.span), "RULE-100"}});
    return std::nullopt;
  }

  // A code written out must be in the pack's list; a code table must be one of that list.
  void check_code(const syntax::Expression& written, const Expression& value, TargetField field) {
    const std::string list_name(list_of(field));
    if (list_name.empty()) return;
    if (value.kind == Expression::Kind::lookup && value.table->list != list_name) {
      environment_.report("RULE-068", written.span, {{"table", value.table->name}, {"list", value.table->list}, {"target", std::string(target_name(field))}});
    }
    const CodeList* list = environment_.list(list_name);
    if (value.kind != Expression::Kind::literal || list == nullptr) return;
    const std::string& word = std::get<std::string>(value.literal);
    if (list->find(word) != nullptr) return;
    std::vector<std::string> codes;
    for (const Code& code : list->codes()) codes.push_back(code.code);
    environment_.report("RULE-061", written.span, {{"code", word}, {"list", list_name}, {"codes", listed(codes)}}, near_name(word, codes));
  }

  void take(const syntax::Split& written) {
    split_conditions_.push_back(compile_as(ValueType::boolean, written.condition, visible(Visible::This::mapped), environment_));
    SourceSpan span = environment_.place({written.span.begin, written.condition.span.end});
    if (mapping_->target == MappingTarget::link) environment_.report_at("RULE-060", span);
    Split split{nullptr, {}, span};
    std::size_t keeping = 0;  // branches that keep the id of the mapping
    for (const syntax::Branch& branch : written.branches) {
      std::vector<Draft> drafts;
      for (const syntax::Assignment& assignment : branch.assignments) {
        if (auto draft = drafted(assignment, drafts)) drafts.push_back(*std::move(draft));
      }
      if (std::none_of(drafts.begin(), drafts.end(), [](const Draft& draft) { return draft.target == TargetField::id; })) ++keeping;
      branches_.push_back(std::move(drafts));
    }
    if (keeping > 1 && !written.faulty && mapping_->target == MappingTarget::provision) environment_.report_at("RULE-069", span);
    split.branches.resize(written.branches.size());
    mapping_->splits.push_back(std::move(split));
  }

  void take(const syntax::Example& written) {
    Example example;
    example.span = environment_.place(written.span);
    Visible columns_only;
    columns_only.format = mapping_->format.get();
    for (const syntax::Given& given : written.given) {
      syntax::Expression column;
      column.kind = syntax::Expression::Kind::column;
      column.text = given.column.text;
      column.span = given.column.span;
      if (const auto found = compile(column, columns_only, environment_)) {
        if (std::any_of(example.given.begin(), example.given.end(), [&](const auto& each) { return each.first == found->column; })) {
          environment_.report("RULE-073", given.column.span, {{"name", given.column.text}});
        }
        example.given.emplace_back(found->column, given.text.text);
      }
      if (shows_a_real_bsn(given.text.text)) environment_.report("RULE-067", given.text.span);
    }
    for (const syntax::Expected& expected : written.expect) expect(expected, example);
    if (written.outcome) example.outcome = written.outcome->text == "skip" ? Example::Outcome::skipped : Example::Outcome::rejected;
    mapping_->examples.push_back(std::move(example));
  }

  void expect(const syntax::Expected& expected, Example& example) {
    const auto field = target(expected.target);
    if (!field) return;
    if (assigned_.count(*field) == 0 && !written_.faulty) environment_.report("RULE-053", expected.target.span, {{"target", expected.target.text}});
    if (!expected.value) {
      example.expect.emplace_back(*field, Value{});
      return;
    }
    if (auto value = literal_value(*expected.value, environment_, type_of(*field))) example.expect.emplace_back(*field, std::move(value->literal));
  }

  void check_required() {
    std::vector<std::string> missing;
    for (const std::string& name : target_names(mapping_->target)) {
      const TargetField field = *find_target(name);
      if (required(field) && assigned_.count(field) == 0) missing.push_back(name);
    }
    // A line of a list says a new number, a new sender, or both.
    if (mapping_->target == MappingTarget::link && assigned_.count(TargetField::new_id) + assigned_.count(TargetField::new_sender) == 0)
      missing.emplace_back(target_name(TargetField::new_id));
    if (!missing.empty()) environment_.report("RULE-050", written_.name.span, {{"mapping", mapping_->name}, {"missing", listed(missing)}});
  }

  // Puts the assignments in an order in which `this.x` is filled before it is looked at, else as written.
  void order() {
    std::vector<Draft> ordered;
    std::set<TargetField> filled;
    std::set<TargetField> waiting;
    for (const Draft& draft : drafts_) waiting.insert(draft.target);
    while (!drafts_.empty()) {
      const auto next = std::find_if(drafts_.begin(), drafts_.end(), [&](const Draft& draft) {
        const auto needs = draft.needs();
        return std::none_of(needs.begin(), needs.end(), [&](TargetField field) { return waiting.count(field) > 0; });
      });
      if (next == drafts_.end()) {
        report_circle(waiting);
        for (Draft& draft : drafts_) ordered.push_back(std::move(draft));
        break;
      }
      waiting.erase(next->target);
      ordered.push_back(std::move(*next));
      drafts_.erase(next);
    }
    drafts_ = std::move(ordered);
  }

  // Follows the waiting fields from the first one on until one comes again.
  void report_circle(const std::set<TargetField>& waiting) {
    std::vector<const Draft*> path;
    const Draft* at = &drafts_.front();
    while (std::find(path.begin(), path.end(), at) == path.end()) {
      path.push_back(at);
      const auto needs = at->needs();
      const auto field = std::find_if(needs.begin(), needs.end(), [&](TargetField need) { return waiting.count(need) > 0; });
      at = &*std::find_if(drafts_.begin(), drafts_.end(), [&](const Draft& draft) { return draft.target == *field; });
    }
    std::string circle;
    for (auto step = std::find(path.begin(), path.end(), at); step != path.end(); ++step) circle += (*step)->word.text + " -> ";
    environment_.report("RULE-052", at->word.span, {{"circle", circle + at->word.text}});
  }

  // Columns used and personal; then expressions become what they stay.
  void finish() {
    mapping_->column_used.assign(mapping_->format->fields.size(), false);
    const auto use = [&](const std::set<std::size_t>& columns) {
      for (const std::size_t column : columns) mapping_->column_used[column] = true;
    };
    for (const auto* conditions : {&guard_conditions_, &split_conditions_}) {
      for (const auto& condition : *conditions) {
        std::set<std::size_t> columns;
        if (condition) collect_columns(*condition, columns);
        use(columns);
      }
    }
    mapping_->column_described.assign(mapping_->format->fields.size(), false);
    const auto use_draft = [&](const Draft& draft) {
      use(draft.columns());
      if (draft.target != TargetField::description) return;
      for (const std::size_t column : draft.columns()) mapping_->column_described[column] = true;
    };
    std::for_each(drafts_.begin(), drafts_.end(), use_draft);
    for (const auto& branch : branches_) std::for_each(branch.begin(), branch.end(), use_draft);
    mark_personal_parts();

    for (std::size_t i = 0; i < guard_conditions_.size(); ++i) mapping_->guards[i].condition = shared(std::move(guard_conditions_[i]));
    std::size_t branch = 0;
    for (std::size_t i = 0; i < split_conditions_.size(); ++i) {
      Split& split = mapping_->splits[i];
      split.condition = shared(std::move(split_conditions_[i]));
      for (auto& assignments : split.branches) {
        for (Draft& draft : branches_[branch]) assignments.push_back(std::move(draft).finished());
        ++branch;
      }
    }
    for (Draft& draft : drafts_) mapping_->assignments.push_back(std::move(draft).finished());
  }

  // A column is personal when its name says so, or when the BSN is made of it, perhaps by way of other fields.
  void mark_personal_parts() {
    mapping_->column_personal = personal_columns(*mapping_);
    std::set<TargetField> personal = {TargetField::bsn};
    const auto spread = [&](const Draft& draft) {
      if (personal.count(draft.target) == 0) return false;
      const std::size_t before = personal.size();
      personal.merge(draft.needs());
      for (const std::size_t column : draft.columns()) mapping_->column_personal[column] = true;
      return personal.size() > before;
    };
    bool grown = true;
    while (grown) {
      grown = false;
      for (const Draft& draft : drafts_) grown = spread(draft) || grown;
      for (const auto& branch : branches_) {
        for (const Draft& draft : branch) grown = spread(draft) || grown;
      }
    }
    const auto mark = [&](std::optional<Expression>& expression) {
      if (expression) mark_personal(*expression, mapping_->column_personal, personal);
    };
    for (auto& condition : guard_conditions_) mark(condition);
    for (auto& condition : split_conditions_) mark(condition);
    const auto mark_draft = [&](Draft& draft) {
      mark(draft.value);
      mark(draft.when);
    };
    std::for_each(drafts_.begin(), drafts_.end(), mark_draft);
    for (auto& branch : branches_) std::for_each(branch.begin(), branch.end(), mark_draft);
  }

  const syntax::Mapping& written_;
  Environment& environment_;
  std::shared_ptr<Mapping> mapping_;
  std::set<TargetField> assigned_;
  std::vector<Draft> drafts_;
  std::vector<std::optional<Expression>> guard_conditions_, split_conditions_;  // in the order of the file
  std::vector<std::vector<Draft>> branches_;                                    // of all splits, in the order of the file
  std::optional<syntax::Span> merge_;
};

}  // namespace

void resolve_mapping(const syntax::Mapping& mapping, Environment& environment) { MappingResolver(mapping, environment).run(); }

}  // namespace srgconv::rules
