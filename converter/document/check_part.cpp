// A check in words: what it is about, what has to hold, and what to do where it does not.
#include "document/parts.hpp"
#include "document/wording.hpp"

namespace srgconv::document {
namespace {

namespace syntax = rules::syntax;

class CheckTeller {
 public:
  explicit CheckTeller(const Context& context) : speech_(context.speech), words_(speech_, code_names(context)) {}

  void run(const syntax::Check& check, std::vector<Block>& blocks) {
    severity_ = speech_.say(check.severity.text == "signal" ? wording::check_signal : wording::check_reject);
    for (const syntax::CheckLine& line : check.lines) {
      std::visit([this](const auto& each) { tell_line(each); }, line);
    }
    blocks.emplace_back(Heading{3, strong(check.name.text)});
    if (!what_.empty()) blocks.emplace_back(Paragraph{what_});
    for (const Phrase* item : {&why_, &repair_, &severity_, &source_}) {
      if (!item->empty()) items_.push_back(*item);
    }
    blocks.emplace_back(List{std::move(items_), false});
  }

 private:
  void tell_line(const syntax::Expectation& expectation) {
    const bool link = expectation.subject.text == "link";
    const Phrase subject = speech_.say(link ? wording::check_link : wording::check_provision);
    items_.push_back(expectation.where ? speech_.say(wording::check_where, subject, words_.condition(*expectation.where))
                                       : speech_.say(wording::check_every, subject));
    items_.push_back(speech_.say(wording::check_expects, words_.condition(expectation.expect)));
  }
  void tell_line(const syntax::WholeSet& set) {
    items_.push_back(speech_.say(wording::check_set));
    for (const syntax::Argument& argument : set.parameters)
      items_.push_back(speech_.say(wording::check_parameter, strong(argument.name.text), words_.value(argument.value)));
  }
  void tell_line(const syntax::CheckText& text) {
    if ((text.language.text == "nl") != (speech_.language() == Language::nl)) return;
    what_ = clean(text.what.text);
    why_ = speech_.say(wording::check_why, clean(text.why.text));
    repair_ = speech_.say(wording::check_repair, clean(text.repair.text));
  }
  void tell_line(const syntax::CheckSource& source) { source_ = speech_.say(wording::check_source, clean(source.source.text)); }

  const Speech& speech_;
  ExpressionWords words_;
  Phrase severity_, what_, why_, repair_, source_;
  std::vector<Phrase> items_;
};

}  // namespace

void tell(const syntax::Check& check, const Context& context, std::vector<Block>& blocks) { CheckTeller(context).run(check, blocks); }

}  // namespace srgconv::document
