// A transition in words: who hands over to whom and when, what is read, how new numbers are found, and what is demanded.
#include <algorithm>
#include <array>

#include "document/expression_words.hpp"
#include "document/parts.hpp"
#include "document/target_words.hpp"
#include "document/wording.hpp"

namespace srgconv::document {
namespace {

namespace syntax = rules::syntax;

class TransitionTeller {
 public:
  TransitionTeller(const Context& context, std::vector<Block>& blocks)
      : context_(context), speech_(context.speech), words_(speech_, {}, false, code_names(context)), blocks_(blocks) {}

  void run(const syntax::Transition& transition) {
    blocks_.emplace_back(Heading{2, speech_.say(wording::transition, strong(transition.name.text))});
    for (const syntax::TransitionLine& line : transition.lines) {
      std::visit([this](const auto& each) { tell_line(each); }, line);
    }
    add_list(facts_);
    if (!sources_.empty()) blocks_.emplace_back(Heading{3, speech_.say(wording::sources)});
    add_list(sources_);
    for (Block& block : identities_) blocks_.push_back(std::move(block));
    for (Block& block : match_) blocks_.push_back(std::move(block));
    if (!drops_.empty()) blocks_.emplace_back(Heading{3, speech_.say(wording::drops)});
    add_list(drops_);
    if (!requirements_.empty()) {
      blocks_.emplace_back(Heading{3, speech_.say(wording::requirements)});
      blocks_.emplace_back(Paragraph{speech_.say(wording::requirements_intro)});
    }
    add_list(requirements_);
  }

 private:
  void add_list(std::vector<Phrase>& items) {
    if (!items.empty()) blocks_.emplace_back(List{std::move(items), false});
  }

  // `0193 (Zwolle)`
  Phrase sender(const syntax::Word& code) const {
    const auto known = SenderCode::parse(code.text);
    const pack::Sender* found = context_.pack == nullptr || !known ? nullptr : context_.pack->senders.find(*known);
    return found == nullptr ? strong(code.text) : strong(code.text) + " (" + clean(found->name) + ")";
  }

  Phrase files(const std::vector<syntax::Word>& files) const {
    std::vector<Phrase> names;
    for (const syntax::Word& file : files) names.push_back(in_quotes(file.text));
    return speech_.all_of(names);
  }

  // `Gelezen met a-provisions, waarbij prefix is “H”.`
  Phrase reading(const std::string& mapping, const std::vector<syntax::Argument>& arguments) const {
    if (arguments.empty()) return speech_.say(wording::read_with, strong(mapping));
    std::vector<Phrase> settings;
    for (const syntax::Argument& argument : arguments)
      settings.push_back(speech_.say(wording::setting, strong(argument.name.text), words_.value(argument.value)));
    return speech_.say(wording::read_with_settings, strong(mapping), speech_.all_of(settings));
  }

  void tell_line(const syntax::Fact& fact) {
    const std::string& key = fact.key.text;
    if (key == "reason") {
      const std::string name = name_of_code(context_, "reason", fact.value.text, true);
      facts_.push_back(speech_.say(wording::reason_is, name.empty() ? in_quotes(fact.value.text) : clean(name)));
    } else if (key == "month") {
      facts_.push_back(speech_.say(wording::month_is, speech_.day(fact.value.text)));
    } else {
      facts_.push_back(speech_.say(wording::assessed, speech_.day(fact.value.text)));
    }
  }
  void tell_line(const syntax::Sequence& sequence) {
    facts_.push_back(sequence.replaces ? speech_.say(wording::sequence_replaces, clean(sequence.number.text), clean(sequence.replaces->text))
                                       : speech_.say(wording::sequence, clean(sequence.number.text)));
  }
  void tell_line(const syntax::Source& source) {
    const Words& what = source.role.text == "old" ? wording::source_old : source.role.text == "new" ? wording::source_new : wording::source_delivered;
    Phrase text = speech_.say(what, sender(source.sender), files(source.files));
    if (source.month) text += " " + month_words(*source.month);
    if (source.mapping) text += " " + reading(source.mapping->text, source.arguments);
    sources_.push_back(std::move(text));
  }
  Phrase month_words(const syntax::MonthSource& month) const {
    switch (month.kind) {
      case syntax::MonthSource::Kind::file_name: return speech_.say(wording::month_in_name, speech_.pattern(month.argument.text));
      case syntax::MonthSource::Kind::snapshot: return speech_.say(wording::snapshot, speech_.day(month.argument.text));
      case syntax::MonthSource::Kind::header: break;
    }
    return speech_.say(wording::month_in_header);
  }
  void tell_line(const syntax::Identity& identity) {
    identities_.emplace_back(Heading{3, speech_.say(wording::identity, sender(identity.sender))});
    List list{{}, true};
    for (const syntax::Step& step : identity.steps) {
      const Phrase words = step_words(step);
      list.items.push_back(step.after_else ? speech_.say(wording::step_else, words) : capitalised(words));
    }
    identities_.emplace_back(std::move(list));
  }
  Phrase step_words(const syntax::Step& step) const {
    switch (step.kind) {
      case syntax::Step::Kind::rule:
        return step.when ? speech_.say(wording::step_rule_when, words_.value(*step.value), words_.condition(*step.when))
                         : speech_.say(wording::step_rule, words_.value(*step.value));
      case syntax::Step::Kind::sender:
        return step.when ? speech_.say(wording::step_sender_when, words_.value(*step.value), words_.condition(*step.when))
                         : speech_.say(wording::step_sender, words_.value(*step.value));
      case syntax::Step::Kind::links: return speech_.say(wording::step_links, files(step.files)) + " " + reading(step.mapping.text, step.arguments);
      case syntax::Step::Kind::match: break;
    }
    return speech_.say(wording::step_match);
  }
  void tell_line(const syntax::Match& match) {
    std::vector<Phrase> within, levels;
    for (const syntax::MatchLine& line : match.lines) {
      std::visit([&](const auto& each) { tell_level(each, within, levels); }, line);
    }
    match_.emplace_back(Heading{3, speech_.say(wording::match)});
    for (Phrase& each : within) match_.emplace_back(Paragraph{std::move(each)});
    if (levels.empty()) return;
    match_.emplace_back(Paragraph{speech_.say(wording::match_intro)});
    match_.emplace_back(List{std::move(levels), true});
  }
  void tell_level(const syntax::WithinBsn&, std::vector<Phrase>& within, std::vector<Phrase>&) const { within.push_back(speech_.say(wording::within_bsn)); }
  void tell_level(const syntax::Level& level, std::vector<Phrase>&, std::vector<Phrase>& levels) const {
    if (level.days) levels.push_back(speech_.say(wording::level_days, clean(level.days->text)));
    if (level.bits) {
      levels.push_back(level.ahead ? speech_.say(wording::level_evidence_ahead, speech_.number(level.bits->text), speech_.number(level.ahead->text))
                                   : speech_.say(wording::level_evidence, speech_.number(level.bits->text)));
    }
    if (level.equal.empty()) return;
    std::vector<Phrase> equal;
    for (const syntax::Word& field : level.equal) equal.push_back(target_words(field.text, speech_).value_or(strong(field.text)));
    levels.push_back(speech_.say(wording::level_equal, speech_.all_of(equal)));
  }
  void tell_line(const syntax::Drop& drop) {
    drops_.push_back(speech_.say(wording::drop, sender(drop.sender), in_quotes(drop.id.text), clean(drop.reason.text)));
  }
  void tell_line(const syntax::Gap& gap) {
    const Phrase first = speech_.day(gap.first.text), reason = clean(gap.reason.text);
    const bool overlap = gap.statement.text == "overlap";
    sources_.push_back(gap.last ? speech_.say(overlap ? wording::overlap_to : wording::gap_to, sender(gap.sender), first, speech_.day(gap.last->text), reason)
                                : speech_.say(overlap ? wording::overlap : wording::gap, sender(gap.sender), first, reason));
  }
  void tell_line(const syntax::Continues& continues) { facts_.push_back(speech_.say(wording::continues, sender(continues.sender))); }
  void tell_line(const syntax::SenderScope& scope) {
    facts_.push_back(speech_.say(wording::sender_scope, sender(scope.sender), words_.condition(scope.where)));
  }
  void tell_line(const syntax::Allow& allow) {
    const bool split = allow.way.text == "split";
    std::vector<Phrase> types;
    for (const syntax::Word& type : allow.types) types.push_back(in_quotes(type.text));
    const Phrase reason = clean(allow.reason.text);
    facts_.push_back(types.empty() ? speech_.say(split ? wording::allow_split : wording::allow_join, reason)
                                   : speech_.say(split ? wording::allow_split_of : wording::allow_join_of, reason, speech_.one_of(types)));
    std::vector<Phrase> parts;
    for (const syntax::Word& type : allow.into) parts.push_back(in_quotes(type.text));
    if (!parts.empty()) facts_.push_back(speech_.say(wording::allow_into, speech_.one_of(parts)));
  }
  void tell_line(const syntax::Recoded& recoded) {
    facts_.push_back(speech_.say(wording::recoded, in_quotes(recoded.old_type.text), in_quotes(recoded.new_type.text), clean(recoded.reason.text)));
  }
  void tell_line(const syntax::HistoryId& history) {
    facts_.push_back(history.when ? speech_.say(wording::history_when, words_.value(history.value), words_.condition(*history.when))
                                  : speech_.say(wording::history, words_.value(history.value)));
  }
  void tell_line(const syntax::Ties& ties) { facts_.push_back(speech_.say(wording::ties, clean(ties.reason.text))); }
  void tell_line(const syntax::Order& order) { sources_.push_back(speech_.say(wording::order, files(order.files), clean(order.reason.text))); }
  void tell_line(const syntax::Require& require) {
    const Phrase number = speech_.number(require.limit.text);
    const Phrase limit = require.percent ? speech_.say(wording::percent, number) : number;
    requirements_.push_back(speech_.say(wording::require, capitalised(metric_words(require.metric.text)), sign_words(require.sign.text), limit));
  }
  Phrase metric_words(const std::string& metric) const {
    constexpr std::array<std::pair<std::string_view, Words>, 5> metrics = {{{"coverage", wording::metric_coverage},
                                                                            {"open", wording::metric_open},
                                                                            {"unexplained", wording::metric_unexplained},
                                                                            {"rejected", wording::metric_rejected},
                                                                            {"list-contradictions", wording::metric_contradictions}}};
    const auto found = std::find_if(metrics.begin(), metrics.end(), [&](const auto& each) { return each.first == metric; });
    return found == metrics.end() ? speech_.say(wording::metric_other, strong(metric)) : speech_.say(found->second);
  }
  Phrase sign_words(const std::string& sign) const {
    return speech_.say(sign == "<"    ? wording::less_than
                       : sign == "<=" ? wording::no_more_than
                       : sign == "="  ? wording::exactly
                       : sign == ">=" ? wording::no_less_than
                                      : wording::more_than);
  }

  const Context& context_;
  const Speech& speech_;
  ExpressionWords words_;
  std::vector<Block>& blocks_;
  std::vector<Phrase> facts_, sources_, drops_, requirements_;
  std::vector<Block> identities_, match_;
};

}  // namespace

void tell(const syntax::Transition& transition, const Context& context, std::vector<Block>& blocks) { TransitionTeller(context, blocks).run(transition); }

}  // namespace srgconv::document
