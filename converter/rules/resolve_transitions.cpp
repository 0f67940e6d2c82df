// Transitions: sources, identity rules, matching, and the statements that explain what is missing.
#include <algorithm>
#include <utility>

#include "rules/compile_expression.hpp"
#include "rules/lexemes.hpp"
#include "rules/resolve.hpp"

namespace srgconv::rules {
namespace {

using syntax::Word;

constexpr std::string_view default_format = "levering";

bool has_month_in_header(const Format& format) {
  return std::any_of(format.header.begin(), format.header.end(), [](const Field& field) { return field.name == "month" && field.type == ValueType::month; });
}

class TransitionResolver {
 public:
  TransitionResolver(const syntax::Transition& written, Environment& environment) : written_(written), environment_(environment) {}

  void run() {
    environment_.declare("transition", written_.name);
    result_.name = written_.name.text;
    result_.span = environment_.place(written_.name.span);
    for (const syntax::TransitionLine& line : written_.lines) {
      std::visit([this](const auto& node) { take(node); }, line);
    }
    if (!written_.faulty) {
      check_complete();
      check_senders(senders_, result_, environment_);
    }
    if (match_step_ && !result_.match && !written_.faulty) environment_.report("RULE-084", *match_step_);
    environment_.rules().transitions.push_back(std::move(result_));
  }

 private:
  // False, and reported, when the statement was there before.
  bool once(const std::string& statement, syntax::Span span) {
    const auto [entry, fresh] = seen_.emplace(statement, span);
    if (!fresh) environment_.report("RULE-025", span, {{"statement", statement}}, {}, {{environment_.place(entry->second), "RULE-100"}});
    return fresh;
  }

  std::optional<SenderCode> sender(const Word& word) {
    auto code = SenderCode::parse(word.text);
    if (!code) environment_.report("RULE-081", word.span, {{"code", word.text}});
    return code;
  }

  ReportMonth month(const Word& word) {
    const auto read = literal_month(word.text);
    if (!read) environment_.report("RULE-023", word.span, {{"text", word.text}});
    return read.value_or(ReportMonth{});
  }

  Date day(const Word& word) {
    const auto read = literal_date(word.text);
    if (!read) environment_.report("RULE-022", word.span, {{"text", word.text}});
    return read.value_or(Date{});
  }

  // ------------------------------------------------------------------------------------------ facts and sources

  void take(const syntax::Fact& fact) {
    const std::string statement = fact.key.text == "assessed" ? "assessed on" : fact.key.text;
    if (!once(statement, fact.span)) return;
    if (fact.key.text == "reason") {
      const CodeList* reasons = environment_.required_list("reason", fact.value.span);
      if (reasons != nullptr && environment_.required_role(*reasons, fact.value) != nullptr) result_.reason = fact.value.text;
    } else if (fact.key.text == "month") {
      result_.month = month(fact.value);
    } else {
      result_.assessed_on = day(fact.value);
    }
  }

  void take(const syntax::Sequence& written) {
    if (!once("sequence", written.span)) return;
    const auto number = [&](const Word& word) {
      const auto value = whole_number(word.text);
      if (!value || *value < 1) environment_.report("RULE-088", word.span, {{"text", word.text}});
      return value.value_or(1);
    };
    result_.sequence = number(written.number);
    if (!written.replaces) return;
    result_.replaces = number(*written.replaces);
    if (*result_.replaces >= result_.sequence && result_.sequence > 1) environment_.report("RULE-085", written.replaces->span);
  }

  void take(const syntax::Source& written) {
    Source source;
    source.span = environment_.place(written.span);
    const auto code = sender(written.sender);
    for (const Word& file : written.files) source.patterns.push_back(checked_pattern(file));
    auto& sources = written.role.text == "old" ? result_.old : written.role.text == "new" ? result_.fresh : result_.delivered;
    if (code) {
      source.sender = *code;
      (written.role.text == "old" ? senders_.old : written.role.text == "new" ? senders_.fresh : senders_.delivered).emplace_back(*code, written.sender.span);
    }
    source.mapping = with_arguments(mapping_for(written.mapping, written.role.span, MappingTarget::provision), written.arguments, environment_);
    take_month(written, source);
    sources.push_back(std::move(source));
    seen_.emplace(written.role.text, written.span);
  }

  // Wildcards may stand in the last part of a path only, and a path stays below the folder of the case.
  std::string checked_pattern(const Word& file) {
    const std::size_t last = file.text.rfind('/') + 1;  // npos + 1 is 0
    const bool wild_folder = file.text.substr(0, last).find_first_of("*?") != std::string::npos;
    if (file.text.empty() || wild_folder || file.text.find('\\') != std::string::npos) environment_.report("RULE-079", file.span, {{"file", file.text}});
    return file.text;
  }

  void take_month(const syntax::Source& written, Source& source) {
    source.month = MonthInHeader{};
    if (written.month && written.month->kind == syntax::MonthSource::Kind::file_name) {
      const Word& word = written.month->argument;
      auto pattern = DatePattern::compile(word.text);
      if (!pattern || !pattern->is_month())
        environment_.report(pattern ? "RULE-027" : "RULE-026", word.span, {{"pattern", word.text}});
      else
        source.month = MonthInFileName{*std::move(pattern)};
    } else if (written.month && written.month->kind == syntax::MonthSource::Kind::snapshot) {
      source.month = Snapshot{day(written.month->argument)};
    } else if (source.mapping && !has_month_in_header(*source.mapping->format) && !environment_.incomplete(source.mapping->format.get())) {
      environment_.report("RULE-080", written.month ? written.month->span : written.sender.span, {{"format", source.mapping->format->name}});
    }
  }

  // The mapping that `using` names; a format's own; without `using` that of the pack's format.
  std::shared_ptr<const Mapping> mapping_for(const std::optional<Word>& named, syntax::Span otherwise, MappingTarget target) {
    const std::string name = named ? named->text : std::string(default_format);
    const syntax::Span span = named ? named->span : otherwise;
    if (auto mapping = named ? environment_.mapping(name) : nullptr) {
      if (mapping->target == target) return mapping;
      environment_.report(target == MappingTarget::provision ? "RULE-030" : "RULE-031", span, {{"mapping", name}});
      return nullptr;
    }
    if (const auto format = environment_.format(name)) {
      const auto key = std::pair(name, target);
      if (const auto known = implicit_.find(key); known != implicit_.end()) return known->second;
      return implicit_[key] = implicit_mapping(format, target, span, environment_);
    }
    if (environment_.may_be_lost(name)) return nullptr;
    std::vector<std::string> names = environment_.mapping_names();
    for (std::string& format : environment_.format_names()) names.push_back(std::move(format));
    if (named)
      environment_.report("RULE-034", span, {{"name", name}, {"names", listed(names)}}, near_name(name, names));
    else
      environment_.report("RULE-029", span, {{"format", name}});
    return nullptr;
  }

  // ------------------------------------------------------------------------------------------ identity and matching

  void take(const syntax::Identity& written) {
    const auto code = sender(written.sender);
    Identity identity;
    identity.span = environment_.place({written.span.begin, written.sender.span.end});
    if (code) {
      identity.sender = *code;
      senders_.identities.emplace_back(*code, written.sender.span);
    }
    bool links = written.faulty, says_sender = written.faulty;
    for (const syntax::Step& step : written.steps) {
      if (is_sender(step)) {
        says_sender = true;
        take_sender(step, identity);
        continue;
      }
      auto resolved = resolved_step(step);
      const auto* list = resolved ? std::get_if<ListIdentity>(&*resolved) : nullptr;
      const bool names_sender = list != nullptr && list->mapping && list->mapping->fills(TargetField::new_sender);
      links = links || list == nullptr || !list->mapping || list->mapping->fills(TargetField::new_id);
      says_sender = says_sender || names_sender;
      if (names_sender) identity.senders.emplace_back(SenderList{list->span});
      if (resolved) identity.steps.push_back(*std::move(resolved));
    }
    if (!says_sender) senders_.without_destination.push_back(written.sender);
    if (!links) environment_.report("RULE-089", written.sender.span, {{"sender", written.sender.text}});
    result_.identities.push_back(std::move(identity));
  }

  static bool is_sender(const syntax::Step& step) { return step.kind == syntax::Step::Kind::sender; }

  // What an expression about an old provision may name.
  static Visible old_facts() {
    Visible visible;
    visible.old = true;
    return visible;
  }

  std::optional<IdentityStep> resolved_step(const syntax::Step& step) {
    const SourceSpan span = environment_.place(step.span);
    if (step.kind == syntax::Step::Kind::match) {
      if (!match_step_) match_step_ = step.span;
      return MatchIdentity{span};
    }
    if (step.kind == syntax::Step::Kind::links) {
      ListIdentity list{{}, with_arguments(mapping_for(step.mapping, step.mapping.span, MappingTarget::link), step.arguments, environment_), span};
      for (const Word& file : step.files) list.patterns.push_back(checked_pattern(file));
      return list;
    }
    const auto said = conditional(*step.value, step.when);
    if (!said) return std::nullopt;
    return RuleIdentity{said->value, said->when, span};
  }

  void take_sender(const syntax::Step& step, Identity& identity) {
    const auto said = conditional(*step.value, step.when);
    if (!said) return;
    identity.senders.emplace_back(SenderRule{said->value, said->when, environment_.place(step.span)});
    if (said->value->kind == Expression::Kind::literal) senders_.destinations.emplace_back(std::get<std::string>(said->value->literal), step.value->span);
  }

  // `TEXT [when CONDITION]` about an old provision.
  struct Conditional {
    ExpressionPointer value, when;
  };
  std::optional<Conditional> conditional(const syntax::Expression& value, const std::optional<syntax::Expression>& when, const Visible& visible = old_facts()) {
    auto text = compile_as(ValueType::text, value, visible, environment_);
    auto condition = when ? compile_as(ValueType::boolean, *when, visible, environment_) : std::nullopt;
    if (!text || (when && !condition)) return std::nullopt;
    return Conditional{std::make_shared<const Expression>(*std::move(text)), condition ? std::make_shared<const Expression>(*std::move(condition)) : nullptr};
  }

  void take(const syntax::Match& written) {
    if (once("match", {written.span.begin, written.span.begin + 5})) result_.match = resolve_match(written, environment_);
  }

  // ------------------------------------------------------------------------------------------ explanations and demands

  void take(const syntax::Drop& written) {
    const auto code = sender(written.sender);
    if (code) senders_.must_be_old.emplace_back(*code, written.sender.span);
    if (written.id.text.empty()) environment_.report("RULE-058", written.id.span);
    result_.drops.push_back({code.value_or(SenderCode{}), written.id.text, written.reason.text, environment_.place(written.span)});
  }

  void take(const syntax::Gap& written) {
    const auto code = sender(written.sender);
    if (code) senders_.must_be_source.emplace_back(*code, written.sender.span);
    const ReportMonth first = month(written.first);
    const ReportMonth last = written.last ? month(*written.last) : first;
    if (last < first) environment_.report("RULE-082", written.last->span, {{"first", written.first.text}, {"last", written.last->text}});
    const bool overlap = written.statement.text == "overlap";
    (overlap ? result_.overlaps : result_.gaps).push_back({code.value_or(SenderCode{}), first, last, written.reason.text, environment_.place(written.span)});
  }

  void take(const syntax::Order& written) {
    DeliveryOrder order{{}, written.reason.text, environment_.place(written.span)};
    for (const Word& file : written.files) order.files.push_back(file.text);
    if (order.files.size() < 2) environment_.report("RULE-094", written.files[0].span);
    result_.orders.push_back(std::move(order));
  }

  // ------------------------------------------------------------------------------------------ senders and provisions that are not one to one

  void take(const syntax::Continues& written) {
    const bool first = once("continues " + quoted(written.sender), written.span);
    const auto code = sender(written.sender);
    if (!code || !first) return;
    senders_.must_be_old.emplace_back(*code, written.sender.span);
    senders_.continuing.emplace_back(*code, written.sender.span);
    result_.continuing.push_back({*code, environment_.place(written.span)});
  }

  void take(const syntax::SenderScope& written) {
    const bool first = once("scope " + quoted(written.sender), written.span);
    const auto code = sender(written.sender);
    if (code) senders_.must_be_old.emplace_back(*code, written.sender.span);
    auto where = compile_as(ValueType::boolean, written.where, old_facts(), environment_);
    if (!code || !where || !first) return;
    senders_.scopes.emplace_back(*code, written.sender.span);
    result_.scopes.push_back({*code, std::make_shared<const Expression>(*std::move(where)), environment_.place(written.span)});
  }

  void take(const syntax::Allow& written) {
    const CodeList* types = environment_.required_list("type", written.way.span);
    bool sound = types != nullptr;
    Allow allow{written.way.text == "join" ? Allow::Way::join : Allow::Way::split, {}, {}, written.reason.text, environment_.place(written.span)};
    for (const Word& word : written.types) {
      const bool first = once("allow " + written.way.text + " type " + quoted(word), word.span);
      const bool known = types == nullptr || known_type(*types, word);
      sound = sound && first && known;
      if (known) allow.types.push_back(word.text);
    }
    if (written.types.empty()) sound = once("allow " + written.way.text, written.span) && sound;
    if (!written.into.empty() && written.way.text == "join") environment_.report("RULE-172", written.into.front().span);
    for (const Word& word : written.into) {
      if (types != nullptr && known_type(*types, word)) allow.into.push_back(word.text);
    }
    sound = sound && allow.into.size() == written.into.size();
    if (sound) result_.allowed.push_back(std::move(allow));
  }

  void take(const syntax::Recoded& written) {
    const CodeList* types = environment_.required_list("type", written.old_type.span);
    if (types == nullptr) return;
    const bool known = known_type(*types, written.old_type), known_too = known_type(*types, written.new_type);
    if (written.old_type.text == written.new_type.text) environment_.report("RULE-171", written.new_type.span, {{"code", written.new_type.text}});
    if (!known || !known_too || !once("recoded type " + quoted(written.old_type) + " to " + quoted(written.new_type), written.span)) return;
    result_.recoded.push_back({written.old_type.text, written.new_type.text, written.reason.text, environment_.place(written.span)});
  }

  // False, and reported, when the pack's list of types does not have the code.
  bool known_type(const CodeList& types, const Word& word) {
    if (types.find(word.text) != nullptr) return true;
    std::vector<std::string> codes;
    for (const Code& code : types.codes()) codes.push_back(code.code);
    environment_.report("RULE-061", word.span, {{"code", word.text}, {"list", "type"}, {"codes", listed(codes)}}, near_name(word.text, codes));
    return false;
  }

  void take(const syntax::HistoryId& written) {
    const bool first = once("history id", written.span);
    Visible visible = old_facts();
    visible.parameters = true;  // numbers of several old senders may collide
    const auto said = conditional(written.value, written.when, visible);
    if (said && first) result_.history_id = HistoryId{said->value, said->when, environment_.place(written.span)};
  }

  void take(const syntax::Ties& written) {
    if (once("ties interchangeable", written.span)) result_.ties = Ties{written.reason.text, environment_.place(written.span)};
  }

  static std::string quoted(const Word& word) { return "'" + word.text + "'"; }

  void take(const syntax::Require& written) {
    if (auto requirement = resolve_requirement(written, environment_)) result_.requirements.push_back(*std::move(requirement));
  }

  // ------------------------------------------------------------------------------------------ the whole

  void check_complete() {
    for (const char* statement : {"reason", "month", "old", "new"}) {
      if (seen_.count(statement) == 0) environment_.report("RULE-070", written_.name.span, {{"name", written_.name.text}, {"statement", statement}});
    }
  }

  const syntax::Transition& written_;
  Environment& environment_;
  Transition result_;
  std::map<std::string, syntax::Span> seen_;
  std::map<std::pair<std::string, MappingTarget>, std::shared_ptr<const Mapping>> implicit_;
  NamedSenders senders_;
  std::optional<syntax::Span> match_step_;
};

}  // namespace

void resolve_transition(const syntax::Transition& transition, Environment& environment) { TransitionResolver(transition, environment).run(); }

}  // namespace srgconv::rules
