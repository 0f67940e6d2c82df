// Checks: what they look at, what they expect, and what they say.
#include <algorithm>
#include <memory>
#include <utility>

#include "rules/compile_expression.hpp"
#include "rules/resolve.hpp"

namespace srgconv::rules {
namespace {

// `LKS-WAGE-VALUE`: capitals and digits, single hyphens between them.
bool is_check_code(std::string_view text) {
  const auto is_part = [](char c) { return (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); };
  char before = '-';
  for (const char c : text) {
    if (!is_part(c) && (c != '-' || before == '-')) return false;
    before = c;
  }
  return !text.empty() && before != '-' && text[0] >= 'A';
}

class CheckResolver {
 public:
  CheckResolver(const syntax::Check& written, Environment& environment) : written_(written), environment_(environment) {}

  void run() {
    const bool fresh = environment_.declare("check", written_.name);
    if (!is_check_code(written_.name.text)) environment_.report("RULE-174", written_.name.span, {{"name", written_.name.text}});
    check_.code = written_.name.text;
    check_.severity = written_.severity.text == "signal" ? CheckSeverity::signal : CheckSeverity::reject;
    check_.span = environment_.place(written_.name.span);
    for (const syntax::CheckLine& line : written_.lines) {
      std::visit([this](const auto& each) { take(each); }, line);
    }
    if (!written_.faulty) report_missing();
    if (fresh) environment_.rules().checks.push_back(std::move(check_));
  }

 private:
  void take(const syntax::Expectation& expectation) {
    if (judged_) return environment_.report(set_ ? "RULE-176" : "RULE-073", word_at(expectation.span, 2), {{"name", "on"}}, {}, {{*judged_, "RULE-100"}});
    judged_ = environment_.place(word_at(expectation.span, 2));
    const bool link = expectation.subject.text == "link";
    check_.kind = link ? CheckKind::link : CheckKind::provision;
    Visible visible;
    visible.facts = link ? Visible::Facts::link : Visible::Facts::provision;
    const auto condition = [&](const syntax::Expression& expression) -> ExpressionPointer {
      auto compiled = compile_as(ValueType::boolean, expression, visible, environment_);
      if (!compiled) return nullptr;
      std::set<std::size_t> facts;
      collect_facts(*compiled, facts);
      if (facts.empty()) environment_.report("RULE-178", expression.span);
      return std::make_shared<const Expression>(*std::move(compiled));
    };
    if (expectation.where) check_.where = condition(*expectation.where);
    check_.expect = condition(expectation.expect);
  }

  void take(const syntax::WholeSet& set) {
    if (judged_) return environment_.report(set_ ? "RULE-073" : "RULE-176", word_at(set.span, 3), {{"name", "set"}}, {}, {{*judged_, "RULE-100"}});
    judged_ = environment_.place(word_at(set.span, 3));
    set_ = true;
    check_.kind = CheckKind::set;
    for (const syntax::Argument& argument : set.parameters) {
      const auto& all = check_.parameters;
      const auto twice = std::find_if(all.begin(), all.end(), [&](const CheckParameter& each) { return each.name == argument.name.text; });
      if (twice != all.end()) environment_.report("RULE-073", argument.name.span, {{"name", argument.name.text}}, {}, {{twice->span, "RULE-100"}});
      const auto value = literal_value(argument.value, environment_);
      if (!value) continue;
      CheckParameter parameter{argument.name.text, plain_text(value->literal), {}, environment_.place(argument.name.span)};
      if (const auto* number = std::get_if<Decimal>(&value->literal)) parameter.number = *number;
      check_.parameters.push_back(std::move(parameter));
    }
  }

  void take(const syntax::CheckText& text) {
    const bool dutch = text.language.text == "nl";
    std::optional<SourceSpan>& said = dutch ? dutch_ : english_;
    if (said) return environment_.report("RULE-073", text.language.span, {{"name", text.language.text}}, {}, {{*said, "RULE-100"}});
    said = environment_.place(text.language.span);
    for (const syntax::Word* word : {&text.what, &text.why, &text.repair}) {
      if (word->text.empty()) environment_.report("RULE-058", word->span);
    }
    (dutch ? check_.nl : check_.en) = {text.what.text, text.why.text, text.repair.text};
  }

  void take(const syntax::CheckSource& source) {
    const SourceSpan place = environment_.place(word_at(source.span, 6));
    if (source_) return environment_.report("RULE-073", word_at(source.span, 6), {{"name", "source"}}, {}, {{*source_, "RULE-100"}});
    source_ = place;
    if (source.source.text.empty()) environment_.report("RULE-058", source.source.span);
    check_.source = source.source.text;
  }

  void report_missing() {
    const auto missing = [&](const char* statement) {
      environment_.report("RULE-070", written_.name.span, {{"name", written_.name.text}, {"statement", statement}});
    };
    if (!judged_) missing("on");
    if (!dutch_) missing("nl");
    if (!english_) missing("en");
    if (!source_) missing("source");
  }

  static syntax::Span word_at(syntax::Span span, std::size_t length) { return {span.begin, span.begin + length}; }

  const syntax::Check& written_;
  Environment& environment_;
  Check check_;
  bool set_ = false;
  std::optional<SourceSpan> judged_, dutch_, english_, source_;
};

}  // namespace

void resolve_check(const syntax::Check& check, Environment& environment) { CheckResolver(check, environment).run(); }

}  // namespace srgconv::rules
