// A code table in words: what each word stands for, when, and what becomes of other words.
#include "document/parts.hpp"
#include "document/target_words.hpp"
#include "document/wording.hpp"

namespace srgconv::document {
namespace {

namespace syntax = rules::syntax;

const Code* find_code(const Context& context, std::string_view list, std::string_view code, bool is_role) {
  const CodeList* found = context.pack == nullptr ? nullptr : context.pack->codes.find(list);
  if (found == nullptr) return nullptr;
  return is_role ? found->with_role(code) : found->find(code);
}

class CodesTeller {
 public:
  CodesTeller(const syntax::Codes& codes, const Context& context, std::vector<Block>& blocks)
      : context_(context), speech_(context.speech), blocks_(blocks), name_(codes.name.text), list_(codes.list ? codes.list->text : "type") {
    for (const syntax::CodesLine& line : codes.lines) {
      const auto* entry = std::get_if<syntax::CodeEntry>(&line);
      periods_ = periods_ || (entry != nullptr && (entry->from || entry->until));
    }
  }

  void run(const std::vector<syntax::CodesLine>& lines) {
    blocks_.emplace_back(Heading{3, speech_.say(wording::codes, strong(name_))});
    blocks_.emplace_back(Paragraph{speech_.say(wording::codes_of, target_words(list_, speech_).value_or(in_quotes(list_)))});
    table_.head = {speech_.say(wording::word_head), speech_.say(wording::code_head), speech_.say(wording::name_head)};
    if (periods_) table_.head.push_back(speech_.say(wording::period_head));
    for (const syntax::CodesLine& line : lines) {
      std::visit([this](const auto& each) { tell_line(each); }, line);
    }
    if (!table_.rows.empty()) blocks_.emplace_back(std::move(table_));
    for (Phrase& other : others_) blocks_.emplace_back(Paragraph{std::move(other)});
  }

 private:
  void tell_line(const syntax::CodeEntry& entry) {
    std::vector<Phrase> words;
    for (const syntax::Word& key : entry.keys) words.push_back(in_quotes(key.text));
    std::vector<Phrase> row{speech_.one_of(words), code_words(entry.value.text, entry.as_role),
                            clean(name_of_code(context_, list_, entry.value.text, entry.as_role))};
    if (periods_) row.push_back(period_words(entry));
    table_.rows.push_back(std::move(row));
  }
  void tell_line(const syntax::Otherwise& otherwise) {
    const Phrase reason = clean(otherwise.reason.text);
    const std::string& way = otherwise.way.text;
    if (otherwise.value) {
      const std::string name = name_of_code(context_, list_, otherwise.value->text, otherwise.as_role);
      const Phrase code = code_words(otherwise.value->text, otherwise.as_role);
      others_.push_back(speech_.say(wording::other_code, reason, name.empty() ? code : code + " (" + clean(name) + ")"));
    } else if (way == "skip") {
      others_.push_back(speech_.say(wording::other_skip, reason));
    } else if (way == "empty") {
      others_.push_back(speech_.say(wording::other_empty, reason));
    } else if (way == "keep") {
      others_.push_back(speech_.say(wording::other_keep, reason));
    } else {
      others_.push_back(speech_.say(wording::other_reject, reason));
    }
  }

  Phrase code_words(const std::string& code, bool is_role) const {
    if (!is_role) return clean(code);
    const Code* found = find_code(context_, list_, code, true);
    return found == nullptr ? speech_.say(wording::role_code, in_quotes(code)) : clean(found->code);
  }

  Phrase period_words(const syntax::CodeEntry& entry) const {
    if (entry.from && entry.until) return speech_.say(wording::from_until, speech_.day(entry.from->text), speech_.day(entry.until->text));
    if (entry.from) return speech_.say(wording::from, speech_.day(entry.from->text));
    if (entry.until) return speech_.say(wording::until, speech_.day(entry.until->text));
    return speech_.say(wording::always);
  }

  const Context& context_;
  const Speech& speech_;
  std::vector<Block>& blocks_;
  std::string name_, list_;
  bool periods_ = false;
  Table table_;
  std::vector<Phrase> others_;
};

}  // namespace

std::string name_of_code(const Context& context, std::string_view list, std::string_view code, bool is_role) {
  const Code* found = find_code(context, list, code, is_role);
  return found == nullptr ? std::string() : found->name;
}

NamesOfRoles code_names(const Context& context) {
  return [&context](std::string_view list, std::string_view role) { return name_of_code(context, list, role, true); };
}

void tell(const syntax::Codes& codes, const Context& context, std::vector<Block>& blocks) { CodesTeller(codes, context, blocks).run(codes.lines); }

}  // namespace srgconv::document
