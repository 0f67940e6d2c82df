// A scope in words: the questions that decide whether a row takes part.
#include "document/parts.hpp"
#include "document/wording.hpp"

namespace srgconv::document {
namespace {

namespace syntax = rules::syntax;

class ScopeTeller {
 public:
  explicit ScopeTeller(const Context& context) : speech_(context.speech), words_(speech_, {}, true, code_names(context)) {}

  void run(const syntax::Scope& scope, std::vector<Block>& blocks) {
    for (const syntax::ScopeLine& line : scope.lines) {
      std::visit([this](const auto& each) { tell_line(each); }, line);
    }
    blocks.emplace_back(Heading{3, speech_.say(wording::scope, strong(scope.name.text))});
    blocks.emplace_back(Paragraph{speech_.say(wording::scope_intro)});
    for (Phrase& each : needs_) blocks.emplace_back(Paragraph{std::move(each)});
    if (!guards_.empty()) blocks.emplace_back(List{std::move(guards_), true});
  }

 private:
  void tell_line(const syntax::Needs& needs) {
    std::vector<Phrase> names;
    for (const syntax::Word& name : needs.names) names.push_back(strong(name.text));
    needs_.push_back(speech_.say(wording::scope_needs, speech_.all_of(names)));
  }
  void tell_line(const syntax::Guard& guard) {
    guards_.push_back(speech_.say(guard.reject ? wording::guard_reject : wording::guard_skip, words_.condition(guard.condition), clean(guard.reason.text)));
  }

  const Speech& speech_;
  ExpressionWords words_;
  std::vector<Phrase> needs_, guards_;
};

}  // namespace

void tell(const syntax::Scope& scope, const Context& context, std::vector<Block>& blocks) { ScopeTeller(context).run(scope, blocks); }

}  // namespace srgconv::document
